//! Colours and attributes as one small number, and the shortest SGR from one to another.
//!
//! Sixteen colours, bold, underline and reverse only: what is richer is brought down to the nearest of them, because `38;2;…` is garbage on the poorest
//! terminals and costs three times as many bytes on all.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The look of a cell. Zero bits are the terminal's default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Pen {
    /// 0: default; 1 + n: ANSI colour n.
    fg: u8,
    bg: u8,
    attrs: u8,
}

const BOLD: u8 = 1;
const UNDERLINE: u8 = 2;
const REVERSE: u8 = 4;

/// The attributes that exist, with their SGR codes on and off. Faint, italic and blinking text is drawn plain: half of the
/// terminals have none, and the theme does not use it.
const ATTRIBUTES: [(Modifier, u8, u8, u8); 3] = [
    (Modifier::BOLD, BOLD, 1, 22),
    (Modifier::UNDERLINED, UNDERLINE, 4, 24),
    (Modifier::REVERSED, REVERSE, 7, 27),
];

impl Pen {
    pub(super) fn of(cell: &Cell) -> Self {
        let mut attrs = 0;
        for (modifier, bit, _, _) in ATTRIBUTES {
            if cell.modifier.contains(modifier) {
                attrs |= bit;
            }
        }
        Self {
            fg: ansi(cell.fg),
            bg: ansi(cell.bg),
            attrs,
        }
    }

    /// The pen of a blank that looks the same: without what does not show on a blank.
    pub(super) const fn on_blank(self) -> Self {
        if self.attrs & (UNDERLINE | REVERSE) != 0 {
            self
        } else {
            Self {
                fg: 0,
                bg: self.bg,
                attrs: 0,
            }
        }
    }

    /// Whether a blank drawn with this pen looks as one drawn with `blank` (which is already reduced by [`Self::on_blank`]).
    pub(super) fn suits_blank(self, blank: Self) -> bool {
        self.on_blank() == blank
    }

    /// Whether erasing with this pen leaves the terminal's own background, with and without background-colour erase.
    pub(super) const fn erases_clean(self) -> bool {
        self.bg == 0 && self.attrs & (UNDERLINE | REVERSE) == 0
    }

    pub(super) const fn pack(self) -> u32 {
        (self.fg as u32) << 16 | (self.bg as u32) << 8 | self.attrs as u32
    }

    pub(super) const fn unpack(bits: u32) -> Self {
        Self {
            fg: (bits >> 16) as u8,
            bg: (bits >> 8) as u8,
            attrs: bits as u8,
        }
    }

    /// Appends the shortest SGR that turns `from` into `self`; `None` means that the pen is unknown.
    pub(super) fn turn(self, from: Option<Self>, out: &mut Vec<u8>) {
        if from == Some(self) {
            return;
        }
        if self == Self::default() {
            out.extend_from_slice(b"\x1b[m");
            return;
        }
        let mut anew = Codes::default();
        anew.push(0);
        self.differences(Self::default(), &mut anew);
        let mut step = Codes::default();
        let best = match from {
            Some(from) => {
                self.differences(from, &mut step);
                if step.len() <= anew.len() { step } else { anew }
            }
            None => anew,
        };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(best.text());
        out.push(b'm');
    }

    fn differences(self, from: Self, codes: &mut Codes) {
        for (_, bit, on, off) in ATTRIBUTES {
            match (from.attrs & bit != 0, self.attrs & bit != 0) {
                (false, true) => codes.push(on),
                (true, false) => codes.push(off),
                _ => {}
            }
        }
        if self.fg != from.fg {
            codes.push(colour_code(self.fg, 30));
        }
        if self.bg != from.bg {
            codes.push(colour_code(self.bg, 40));
        }
    }
}

const fn colour_code(colour: u8, base: u8) -> u8 {
    match colour {
        0 => base + 9,
        1..=8 => base + colour - 1,
        _ => base + 60 + colour - 9,
    }
}

/// SGR parameters being put together.
#[derive(Default)]
struct Codes(Vec<u8>);

impl Codes {
    fn push(&mut self, code: u8) {
        if !self.0.is_empty() {
            self.0.push(b';');
        }
        self.0.extend_from_slice(code.to_string().as_bytes());
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn text(&self) -> &[u8] {
        &self.0
    }
}

const fn ansi(colour: Color) -> u8 {
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Indexed(n @ 0..=15) => n + 1,
        Color::Indexed(n @ 16..=231) => {
            let n = n - 16;
            nearest(n / 36 * 51, n / 6 % 6 * 51, n % 6 * 51)
        }
        Color::Indexed(n) => {
            let grey = (n - 232) * 10 + 8;
            nearest(grey, grey, grey)
        }
        Color::Rgb(r, g, b) => nearest(r, g, b),
    }
}

/// The one of the eight hues, dark or light, that a colour reminds of.
const fn nearest(r: u8, g: u8, b: u8) -> u8 {
    let high = if r > g {
        if r > b { r } else { b }
    } else if g > b {
        g
    } else {
        b
    };
    if high < 64 {
        return 1;
    }
    let edge = high / 2;
    let hue = (r > edge) as u8 | ((g > edge) as u8) << 1 | ((b > edge) as u8) << 2;
    match (hue, high) {
        (7, 64..=159) => 9,
        (7, 160..=219) => 8,
        (_, 220..) => hue + 9,
        _ => hue + 1,
    }
}
