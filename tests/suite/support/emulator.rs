//! A terminal that understands only what we may send, and the comparison of its screen with a buffer of ratatui.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

/// Fails the test on every sequence that is not on the list of those that all our terminals have.
#[derive(Default)]
pub struct Strict;

impl vt100::Callbacks for Strict {
    fn unhandled_char(&mut self, _: &mut vt100::Screen, c: char) {
        panic!("sent the character {c:?}");
    }

    fn unhandled_control(&mut self, _: &mut vt100::Screen, b: u8) {
        panic!("sent the control {b:#x}");
    }

    fn unhandled_escape(&mut self, _: &mut vt100::Screen, i1: Option<u8>, _: Option<u8>, b: u8) {
        panic!("sent ESC {i1:?} {:?}", char::from(b));
    }

    fn unhandled_csi(
        &mut self,
        _: &mut vt100::Screen,
        i1: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        c: char,
    ) {
        let synchronized = i1 == Some(b'?') && params == [&[2026][..]] && matches!(c, 'h' | 'l');
        assert!(synchronized, "sent CSI {i1:?} {params:?} {c}");
    }

    fn unhandled_osc(&mut self, _: &mut vt100::Screen, params: &[&[u8]]) {
        panic!("sent OSC {params:?}");
    }

    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        panic!("rang the bell");
    }
}

/// An emulated terminal.
pub struct Emulator(vt100::Parser<Strict>);

fn at_least_one(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n.max(1)).unwrap()
}

impl Emulator {
    pub fn new(size: Size) -> Self {
        Self(vt100::Parser::new_with_callbacks(
            at_least_one(size.height),
            at_least_one(size.width),
            0,
            Strict,
        ))
    }

    pub fn resize(&mut self, size: Size) {
        self.0
            .set_size(at_least_one(size.height), at_least_one(size.width));
    }

    pub fn feed(&mut self, bytes: &[u8]) {
        self.0.process(bytes);
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.0.screen()
    }

    /// Fails unless the screen shows exactly this buffer and cursor.
    pub fn assert_shows(&self, buffer: &Buffer, cursor: Option<Position>, when: &str) {
        let mut naive = Self::new(buffer.area.as_size());
        naive.feed(&naively(buffer));
        for y in 0..buffer.area.height {
            for x in 0..buffer.area.width {
                let (ours, theirs) = (look(self.screen(), x, y), look(naive.screen(), x, y));
                assert_eq!(
                    ours,
                    theirs,
                    "{when}: column {x}, row {y} of\n{}",
                    self.screen().contents()
                );
            }
        }
        let place = (!self.screen().hide_cursor()).then(|| {
            let (row, column) = self.screen().cursor_position();
            Position::new(column, row)
        });
        assert_eq!(place, cursor, "{when}: cursor");
    }
}

/// What the eye sees of a cell.
#[derive(Debug, PartialEq)]
struct Look {
    text: String,
    wide: bool,
    fg: vt100::Color,
    bg: vt100::Color,
    bold: bool,
    underline: bool,
    inverse: bool,
}

fn look(screen: &vt100::Screen, x: u16, y: u16) -> Look {
    let cell = screen.cell(y, x).expect("on the screen");
    // All spaces of one column look alike.
    let text = match cell.contents() {
        "" | "\u{a0}" | "\u{202f}" => " ",
        text => text,
    }
    .to_owned();
    // On a blank only the background shows, and an underline or a reversal with its colour.
    let blank = text == " " && !cell.is_wide_continuation();
    let bare = blank && !cell.underline() && !cell.inverse();
    Look {
        wide: cell.is_wide(),
        fg: if bare {
            vt100::Color::Default
        } else {
            cell.fgcolor()
        },
        bg: cell.bgcolor(),
        bold: !bare && cell.bold(),
        underline: cell.underline(),
        inverse: cell.inverse(),
        text,
    }
}

/// Every cell of a buffer by itself, each with its place and all its attributes: what plain ratatui means (of attributes, the
/// three that the theme uses).
fn naively(buffer: &Buffer) -> Vec<u8> {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut hidden = 0;
        for x in 0..buffer.area.width {
            if hidden > 0 {
                hidden -= 1;
                continue;
            }
            let cell = &buffer[(x, y)];
            let width = cell.symbol().cell_width();
            hidden = width.saturating_sub(1);
            out.push_str(&format!("\x1b[{};{}H\x1b[0", y + 1, x + 1));
            for (modifier, code) in [
                (Modifier::BOLD, 1),
                (Modifier::UNDERLINED, 4),
                (Modifier::REVERSED, 7),
            ] {
                if cell.modifier.contains(modifier) {
                    out.push_str(&format!(";{code}"));
                }
            }
            out.push_str(&format!(
                ";{};{}m",
                colour(cell.fg, 30),
                colour(cell.bg, 40)
            ));
            // Half of a wide glyph is not drawn.
            let drawable = width > 0 && width <= buffer.area.width - x;
            out.push_str(if drawable { cell.symbol() } else { " " });
        }
    }
    out.into_bytes()
}

fn colour(colour: Color, base: u16) -> String {
    let index = match colour {
        Color::Reset => return (base + 9).to_string(),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(n) => n,
        Color::Rgb(..) => panic!("not in the sixteen"),
    };
    format!("{};5;{index}", base + 8)
}
