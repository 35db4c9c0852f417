//! Whatever is drawn, the terminal shows it.

use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};

use super::Pair;

/// One thing done to a picture.
#[derive(Debug, Clone)]
enum Stroke {
    Text(u16, u16, String, Style),
    Paint(Rect, Style),
    /// Content of a rectangle moves up (or down) by some rows; fresh rows get a text.
    Scroll(Rect, i32, String),
    Clear(Rect),
    /// A whole list: a row per line, all different.
    List(Rect, u16, Style),
}

/// Strokes, then how the frame is shown.
#[derive(Debug, Clone)]
struct Frame {
    resize: Option<(u16, u16)>,
    strokes: Vec<Stroke>,
    cursor: Option<(u16, u16)>,
    repaint: bool,
}

fn style() -> impl Strategy<Value = Style> {
    let colours = prop_oneof![
        3 => Just(Color::Reset),
        1 => (0_u8..16).prop_map(Color::Indexed),
        1 => Just(Color::LightCyan),
        1 => Just(Color::Gray)
    ];
    let attributes =
        prop_oneof![2 => Just(0_u16), 1 => any::<u16>()].prop_map(Modifier::from_bits_truncate);
    (
        colours.clone(),
        prop_oneof![3 => Just(Color::Reset), 1 => colours],
        attributes,
    )
        .prop_map(|(fg, bg, add)| Style::new().fg(fg).bg(bg).add_modifier(add))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яё ]{0,30}",
        "[a-z0-9 ]{0,30}",
        "[ ]{1,40}",
        "[学校ж—№ \u{a0}]{0,12}",
        "(и\u{306}|e\u{301}\u{302}|x| ){0,8}",
        "[│─└►√…]{0,20}"
    ]
}

fn rect() -> impl Strategy<Value = Rect> {
    (0_u16..50, 0_u16..20, 1_u16..60, 1_u16..24).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h))
}

fn stroke() -> impl Strategy<Value = Stroke> {
    prop_oneof![
        4 => (0_u16..60, 0_u16..24, text(), style()).prop_map(|(x, y, t, s)| Stroke::Text(x, y, t, s)),
        1 => (rect(), style()).prop_map(|(r, s)| Stroke::Paint(r, s)),
        3 => (rect(), -6_i32..7, text()).prop_map(|(r, by, t)| Stroke::Scroll(r, by, t)),
        1 => (-6_i32..7, text()).prop_map(|(by, t)| Stroke::Scroll(Rect::new(0, 1, 60, 20), by, t)),
        1 => rect().prop_map(Stroke::Clear),
        2 => (rect(), 0_u16..90, style()).prop_map(|(r, n, s)| Stroke::List(r, n, s))
    ]
}

fn frame() -> impl Strategy<Value = Frame> {
    (
        prop::option::weighted(0.08, (1_u16..60, 1_u16..24)),
        vec(stroke(), 0..6),
        prop::option::of((0_u16..60, 0_u16..24)),
        prop::bool::weighted(0.03),
    )
        .prop_map(|(resize, strokes, cursor, repaint)| Frame {
            resize,
            strokes,
            cursor,
            repaint,
        })
}

fn apply(buffer: &mut Buffer, stroke: &Stroke) {
    let area = buffer.area;
    match stroke {
        Stroke::Text(x, y, text, style) if *x < area.width && *y < area.height => {
            buffer.set_string(*x, *y, text, *style);
        }
        Stroke::Text(..) => {}
        Stroke::Paint(rect, style) => buffer.set_style(rect.intersection(area), *style),
        Stroke::Clear(rect) => {
            for at in rect.intersection(area).positions() {
                buffer[at].reset();
            }
        }
        Stroke::Scroll(rect, by, fresh) => {
            let rect = rect.intersection(area);
            let before = buffer.clone();
            for y in rect.top()..rect.bottom() {
                let from = i32::from(y) + by;
                let inside = (i32::from(rect.top())..i32::from(rect.bottom())).contains(&from);
                for x in rect.left()..rect.right() {
                    if inside {
                        buffer[(x, y)] = before[(x, u16::try_from(from).unwrap())].clone();
                    } else {
                        buffer[(x, y)].reset();
                    }
                }
                if !inside {
                    buffer.set_stringn(rect.x, y, fresh, usize::from(rect.width), Style::new());
                }
            }
        }
        Stroke::List(rect, first, style) => {
            let rect = rect.intersection(area);
            for y in rect.top()..rect.bottom() {
                let n = first + y;
                let line = format!(
                    "СШ № {n}  {} {},{}",
                    "Ерёмина".repeat(usize::from(n % 3)),
                    n * 7 % 100,
                    n % 10
                );
                buffer.set_stringn(rect.x, y, line, usize::from(rect.width), *style);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// 100 sessions of 20 frames: what the emulator shows equals plain ratatui painted cell by cell.
    #[test]
    fn the_terminal_shows_what_was_drawn(frames in vec(frame(), 20)) {
        let mut size = Size::new(60, 24);
        let mut pair = Pair::new(size);
        let mut buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        for (number, frame) in frames.iter().enumerate() {
            if let Some((width, height)) = frame.resize {
                size = Size::new(width, height);
                pair.resize(size);
                buffer = Buffer::empty(Rect::from((Position::ORIGIN, size)));
            }
            if frame.repaint {
                pair.backend.repaint();
            }
            for stroke in &frame.strokes {
                apply(&mut buffer, stroke);
            }
            let cursor = frame.cursor.map(Position::from).filter(|it| it.x < size.width && it.y < size.height);
            pair.show(&buffer, cursor, &format!("frame {number}"));
            pair.backend.show(&buffer, cursor).unwrap();
            prop_assert!(pair.backend.writer_mut().bytes.is_empty(), "the same frame costs nothing");
        }
    }
}
