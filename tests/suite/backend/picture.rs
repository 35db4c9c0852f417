//! Single properties of the output.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};

use super::Pair;

/// What is sent for a change of some rows, the cursor having been left in the lower right corner (where its column is not
/// certain, so that every answer begins with an absolute move).
fn check(before: &[&str], after: &[&str], expected: &str) {
    let rows = |texts: &[&str]| -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 4));
        for (y, text) in (0..).zip(texts) {
            buffer.set_string(0, y, text, Style::new());
        }
        buffer[(39, 3)].set_symbol("x");
        buffer
    };
    let mut pair = Pair::new(Size::new(40, 4));
    pair.show(&rows(before), None, "before");
    let sent = String::from_utf8(pair.show(&rows(after), None, "after")).unwrap();
    assert_eq!(sent, expected, "{before:?} to {after:?}");
}

#[test]
fn moves_are_minimal() {
    check(&["а"], &["б"], "\x1b[Hб");
    check(&["абвгд"], &["абвгж"], "\x1b[1;5Hж");
    // Two letters in between cost as much as a jump over them, three of two bytes each do not.
    check(&["абвгд"], &["эбвгж"], "\x1b[Hэ\x1b[3Cж");
    check(&["абвд"], &["эбвж"], "\x1b[Hэбвж");
    check(&["abcde"], &["xbcdy"], "\x1b[Hxbcdy");
    check(&["aaaa", "aaaa"], &["aaab", "aaab"], "\x1b[1;4Hb\n\x08b");
    check(
        &["aaaa", "", "aaaa"],
        &["baaa", "", "baaa"],
        "\x1b[Hb\n\n\rb",
    );
    check(&["", "", "", "b"], &["", "", "", "c"], "\x1b[4Hc");
}

#[test]
fn blanks_are_erased_not_written() {
    check(&["Рекомендация до 15.12.2026"], &[""], "\x1b[H\x1b[K");
    check(
        &["abcdefghijklmnopqrstuvwxyz"],
        &["                         z"],
        "\x1b[H\x1b[25X",
    );
    check(&["abc"], &[""], "\x1b[H   ");
    check(
        &["", "", "", "Рекомендация до 15.12.2026"],
        &["", "", "", "Ре"],
        "\x1b[4;3H\x1b[24X",
    );
}

/// Two letters in one style, two in the next, on a fresh terminal.
fn check_pen(first: Style, second: Style, expected: &str) {
    let mut pair = Pair::new(Size::new(10, 1));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 1));
    pair.show(&buffer, None, "blank");
    buffer.set_string(0, 0, "ab", first);
    buffer.set_string(2, 0, "cd", second);
    let sent = String::from_utf8(pair.show(&buffer, None, "styled")).unwrap();
    assert_eq!(sent, expected);
}

#[test]
fn attributes_change_by_the_shortest_way() {
    let plain = Style::new();
    let bold = plain.add_modifier(Modifier::BOLD);
    let red = plain.fg(Color::Red);
    let bold_red = red.add_modifier(Modifier::BOLD);
    let loud = bold_red.add_modifier(Modifier::UNDERLINED | Modifier::REVERSED);
    check_pen(red, plain, "\x1b[31mab\x1b[mcd");
    check_pen(bold, bold_red, "\x1b[1mab\x1b[31mcd");
    check_pen(bold_red, red, "\x1b[1;31mab\x1b[22mcd");
    check_pen(loud, red, "\x1b[1;4;7;31mab\x1b[0;31mcd");
    check_pen(
        plain.fg(Color::LightYellow).bg(Color::LightBlue),
        plain.bg(Color::Gray),
        "\x1b[93;104mab\x1b[0;47mcd",
    );
    check_pen(
        plain.add_modifier(Modifier::ITALIC | Modifier::DIM | Modifier::SLOW_BLINK),
        plain,
        "abcd",
    );
}

#[test]
fn the_cursor_costs_only_when_it_changes() {
    let mut pair = Pair::new(Size::new(10, 3));
    let buffer = Buffer::empty(Rect::new(0, 0, 10, 3));
    pair.show(&buffer, None, "first");
    assert_eq!(
        pair.show(&buffer, Some(Position::new(2, 1)), "shown"),
        b"\n\x1b[2C\x1b[?25h"
    );
    assert_eq!(
        pair.show(&buffer, Some(Position::new(3, 1)), "moved"),
        b"\x1b[C"
    );
    assert_eq!(pair.show(&buffer, Some(Position::new(3, 1)), "still"), b"");
    assert_eq!(pair.show(&buffer, None, "hidden"), b"\x1b[?25l");
}

#[test]
fn a_scrolled_list_is_scrolled_by_the_terminal() {
    let mut pair = Pair::new(Size::new(80, 24));
    let list = |first: u16| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        buffer.set_string(0, 0, "Руководители", Style::new());
        for y in 2..20 {
            let n = first + y;
            buffer.set_string(
                0,
                y,
                format!(
                    "СШ № {n}   Ерёмин К. Л. {}   {},{} %",
                    "о".repeat(usize::from(n % 7)),
                    n * 37 % 101,
                    n * 3 % 10
                ),
                Style::new(),
            );
        }
        buffer.set_string(0, 23, "п поиск", Style::new());
        buffer
    };
    pair.show(&list(0), None, "first");
    let up = pair.show(&list(1), None, "one up");
    assert!(
        up.starts_with(b"\x1b[3;20r\x1b[3H\x1b[M\x1b[r"),
        "{:?}",
        String::from_utf8_lossy(&up)
    );
    let down = pair.show(&list(0), None, "one down");
    assert!(
        down.starts_with(b"\x1b[3;20r\x1b[3H\x1b[L\x1b[r"),
        "{:?}",
        String::from_utf8_lossy(&down)
    );
    let far = pair.show(&list(5), None, "five up");
    assert!(
        far.starts_with(b"\x1b[3;20r\x1b[3H\x1b[5M\x1b[r"),
        "{:?}",
        String::from_utf8_lossy(&far)
    );
}

#[test]
fn large_frames_are_one_update() {
    let mut pair = Pair::new(Size::new(80, 24));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    for y in 0..24 {
        buffer.set_string(
            0,
            y,
            "Провести стажировку для руководителей, ".repeat(2),
            Style::new(),
        );
    }
    let large = pair.show(&buffer, None, "large");
    assert!(large.starts_with(b"\x1b[?2026h") && large.ends_with(b"\x1b[?2026l"));
    buffer.set_string(0, 0, "да", Style::new());
    let small = pair.show(&buffer, None, "small");
    assert!(!small.windows(4).any(|it| it == b"2026"));
}

#[test]
fn richer_colours_become_the_nearest_of_the_sixteen() {
    for (rich, plain) in [
        (Color::Rgb(0, 0, 0), 0),
        (Color::Rgb(170, 0, 0), 1),
        (Color::Rgb(255, 80, 80), 9),
        (Color::Rgb(200, 200, 30), 3),
        (Color::Rgb(255, 255, 255), 15),
        (Color::Rgb(128, 128, 128), 8),
        (Color::Rgb(190, 190, 190), 7),
        (Color::Indexed(21), 12),
        (Color::Indexed(196), 9),
        (Color::Indexed(232), 0),
        (Color::Indexed(255), 15),
    ] {
        let mut pair = Pair::new(Size::new(4, 1));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
        buffer.set_string(0, 0, "a", Style::new().fg(rich));
        pair.backend.show(&buffer, None).unwrap();
        pair.emulator
            .feed(&std::mem::take(pair.backend.writer_mut()).bytes);
        assert_eq!(
            pair.emulator.screen().cell(0, 0).unwrap().fgcolor(),
            vt100::Color::Idx(plain),
            "{rich:?}"
        );
    }
}

#[test]
fn no_size_is_too_small() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (1, 1), (300, 100)] {
        let size = Size::new(width, height);
        let mut pair = Pair::new(size);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        pair.backend.show(&buffer, Some(Position::ORIGIN)).unwrap();
        buffer.set_style(buffer.area, Style::new().bg(Color::Blue));
        pair.backend.show(&buffer, None).unwrap();
    }
}

#[test]
fn what_must_not_be_drawn_never_leaves() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer[(0, 0)].set_symbol("\x1b");
    let shown = std::panic::catch_unwind(move || {
        let mut pair = Pair::new(Size::new(4, 1));
        pair.backend.show(&buffer, None).unwrap();
        std::mem::take(pair.backend.writer_mut()).bytes
    });
    match shown {
        Err(_) if cfg!(debug_assertions) => {}
        Err(_) => panic!("a draw layer without debug assertions does not panic"),
        // With debug assertions the draw layer says who let it in; without, a question mark stands there.
        Ok(bytes) => assert!(!cfg!(debug_assertions) && bytes.ends_with(b"?\x1b[?25l")),
    }
    let mut pair = Pair::new(Size::new(4, 1));
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 1));
    buffer.set_string(0, 0, "a\u{fffd}b", Style::new());
    pair.backend.show(&buffer, None).unwrap();
    pair.emulator
        .feed(&std::mem::take(pair.backend.writer_mut()).bytes);
    assert_eq!(pair.emulator.screen().contents(), "a?b");
}

#[test]
fn a_failed_write_is_repaired_by_the_next_frame() {
    struct Flaky {
        fail: bool,
        bytes: Vec<u8>,
    }
    impl std::io::Write for Flaky {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if self.fail {
                return Err(std::io::ErrorKind::BrokenPipe.into());
            }
            self.bytes.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let size = Size::new(10, 2);
    let mut backend = smotr::tui::backend::TermBackend::new(
        Flaky {
            fail: false,
            bytes: Vec::new(),
        },
        size,
    );
    let mut emulator = crate::support::emulator::Emulator::new(size);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
    buffer.set_string(0, 0, "первая", Style::new());
    backend.show(&buffer, None).unwrap();
    buffer.set_string(0, 1, "вторая", Style::new());
    backend.writer_mut().fail = true;
    backend.show(&buffer, None).unwrap_err();
    backend.writer_mut().fail = false;
    backend.show(&buffer, None).unwrap();
    emulator.feed(&std::mem::take(&mut backend.writer_mut().bytes));
    emulator.assert_shows(&buffer, None, "after a failed write");
}
