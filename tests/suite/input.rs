//! Bytes of terminals, and the keys and texts that they are.

use std::io::Write;
use std::os::fd::AsFd;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use smotr::tui::input::{Charset, InputEvent, Parser, escape_wait, spawn};

const WAIT: Duration = Duration::from_millis(50);

fn parser() -> Parser {
    Parser::new(Charset::Cp1251, WAIT)
}

/// Events in short: keys by name, `"…"` for a paste, `{…}` for a burst.
fn show(events: &[InputEvent]) -> String {
    let words: Vec<String> = events
        .iter()
        .map(|event| match event {
            InputEvent::Key(key) => name(*key),
            InputEvent::Paste(text) => format!("{text:?}"),
            InputEvent::Burst(text) => format!("{{{}}}", text.escape_debug()),
            InputEvent::TogetherBegins => "(".to_owned(),
            InputEvent::TogetherEnds => ")".to_owned(),
            InputEvent::ForeignBytes => "foreign".to_owned(),
            InputEvent::NativeBytes => "native".to_owned(),
            InputEvent::HangUp => "gone".to_owned(),
        })
        .collect();
    words.join(" ")
}

fn name(key: KeyEvent) -> String {
    let mut out = String::new();
    for (modifier, word) in [
        (KeyModifiers::CONTROL, "C-"),
        (KeyModifiers::ALT, "A-"),
        (KeyModifiers::SHIFT, "S-"),
    ] {
        // A capital letter says Shift itself.
        let said = modifier == KeyModifiers::SHIFT
            && matches!(key.code, KeyCode::Char(_) | KeyCode::BackTab);
        if key.modifiers.contains(modifier) && !said {
            out.push_str(word);
        }
    }
    match key.code {
        KeyCode::Char(' ') => out.push_str("Space"),
        KeyCode::Char(c) => out.push(c),
        KeyCode::F(n) => out.push_str(&format!("F{n}")),
        code => out.push_str(&format!("{code:?}")),
    }
    out
}

/// Feeds reads, `|` between them; a `.` is a silence.
fn check(reads: &[u8], expected: &str) {
    let mut parser = parser();
    let mut events = Vec::new();
    for read in reads.split(|it| *it == b'|') {
        if read == b"." {
            assert!(
                parser.wait().is_some(),
                "nothing is pending: {:?}",
                String::from_utf8_lossy(reads)
            );
            events.extend(parser.timeout());
        } else {
            events.extend(parser.feed(read));
        }
    }
    assert_eq!(
        show(&events),
        expected,
        "{:?}",
        String::from_utf8_lossy(reads)
    );
}

#[test]
fn plain_keys() {
    check("aЯ7 ё".as_bytes(), "a Я 7 Space ё");
    check(b"\r\n\t\x7f\x08", "Enter Enter Tab Backspace Backspace");
    check(b"\x03\x1a\x00\x1c\x1f", "C-c C-z C-Space C-\\ C-_");
    check("学".as_bytes(), "学");
}

#[test]
fn arrows_and_the_six_keys() {
    check(
        b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F",
        "Up Down Right Left Home End",
    );
    check(
        b"\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF",
        "Up Down Right Left Home End",
    );
    check(
        b"\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~",
        "Home Insert Delete End PageUp PageDown Home End",
    );
    check(b"\x1b[Z", "BackTab");
    check(b"\x1bOM\x1bOp\x1bOy\x1bOk\x1bOX", "Enter 0 9 + =");
}

#[test]
fn modifiers_of_xterm_rxvt_and_putty() {
    check(
        b"\x1b[1;5A\x1b[1;2C\x1b[1;3D\x1b[1;6H",
        "C-Up S-Right A-Left C-S-Home",
    );
    check(b"\x1b[3;5~\x1b[5;3~", "C-Delete A-PageUp");
    check(
        b"\x1b[a\x1bOa\x1b[7$\x1b[7^\x1b[7@",
        "S-Up C-Up S-Home C-Home C-S-Home",
    );
    check(b"\x1b\x1b[A\x1b\x1bOB", "A-Up A-Down");
    check(
        b"\x1b[27;5;13~\x1b[13;2u\x1b[1089;5u",
        "C-Enter S-Enter C-с",
    );
}

#[test]
fn function_keys_of_four_terminals() {
    check(b"\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4");
    check(
        b"\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~",
        "F1 F2 F3 F4 F5",
    );
    check(b"\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E", "F1 F2 F3 F4 F5");
    check(
        b"\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~",
        "F6 F7 F8 F9 F10 F11 F12",
    );
    check(
        b"\x1b[1;2P\x1b[1;5R\x1bO5S\x1b[15;2~",
        "S-F1 C-F3 C-F4 S-F5",
    );
    check(b"\x1b[25~\x1b[28~\x1b[34~", "F13 F15 F20");
}

#[test]
fn alt() {
    check("\x1bx\x1bп\x1bЯ".as_bytes(), "A-x A-п A-Я");
    check(b"\x1b\r\x1b\x7f\x1b\x01", "A-Enter A-Backspace C-A-a");
    check(b"\x1b]|.", "A-]");
    check(b"\x1bO|.", "A-O");
}

#[test]
fn a_lone_escape_waits_for_its_tail() {
    check(b"\x1b|.", "Esc");
    check(b"\x1b|[A", "Up");
    check(b"\x1b|[|1|;|5|A", "C-Up");
    check(b"\x1b|O|P", "F1");
    check("\x1b|п".as_bytes(), "A-п");
    check(b"\x1b\x1b|.", "Esc Esc");
    check(b"\x1b|.|a", "Esc a");
    // So late that Esc was given up already; the rest is still no text.
    check(b"\x1b|.|[A", "Esc Up");
    check(b"\x1b|.|OP", "Esc F1");
    check(b"\x1b|.|[|A", "Esc [ A");
    check(b"\x1b[1;|.|x", "x");
}

#[test]
fn waiting_is_only_for_something() {
    let mut parser = parser();
    assert_eq!(parser.wait(), None);
    parser.feed(b"a");
    assert_eq!(parser.wait(), None);
    parser.feed(b"\x1b");
    assert_eq!(parser.wait(), Some(WAIT));
    parser.feed(b"[");
    assert!(
        parser.wait() > Some(WAIT),
        "half a sequence is waited for longer: it can hardly be typed"
    );
    parser.feed(b"A");
    assert_eq!(parser.wait(), None);
    parser.feed("первая\rвторая\rтре".as_bytes());
    assert!(
        parser.wait() >= Some(5 * escape_wait(true)),
        "the tail of a block is waited for: on a slow line it comes in pieces"
    );
    parser.timeout();
    assert_eq!(
        (
            escape_wait(false).as_millis(),
            escape_wait(true).as_millis()
        ),
        (50, 100)
    );
}

#[test]
fn replies_of_the_terminal_are_nothing() {
    for reply in [
        &b"\x1b[24;80R"[..],
        b"\x1b[?62;22c",
        b"\x1b[?2026;2$y",
        b"\x1b[>0;276;0c",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[<0;10;5M",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1b]52;c;0J/RgA==\x1b\\",
        b"\x1bP>|XTerm(370)\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b]10;rgb:ff\x1b\\",
    ] {
        let mut parser = parser();
        assert_eq!(
            show(&parser.feed(&[reply, b"a"].concat())),
            "a",
            "{reply:?}"
        );
        for cut in 1..reply.len() {
            let (head, tail) = reply.split_at(cut);
            assert_eq!(show(&parser.feed(head)), "", "{reply:?} cut at {cut}");
            assert_eq!(show(&parser.feed(tail)), "", "{reply:?} cut at {cut}");
        }
    }
    // Broken off by a key.
    check(b"\x1b]11;rgb\x1b[A", "Up");
    check(b"\x1b[12\x07a", "C-g a");
}

#[test]
fn bracketed_paste() {
    check(
        "\x1b[200~приказ № 5\x1b[201~x".as_bytes(),
        r#""приказ № 5" x"#,
    );
    check(b"\x1b[200~a\r\nb\rc\td\x1b[201~", r#""a\nb\nc\td""#);
    // A sequence in a paste does nothing.
    check(
        "\x1b[200~a\x1b[31mb\u{202e}\x07\x1b[201~".as_bytes(),
        "\"a�[31mb��\"",
    );
    check(b"\x1b[200~|one|two\x1b[2|01~z", r#""onetwo" z"#);
    // Its end was lost, the text was not.
    check(b"\x1b[200~text|.|z", r#""text" z"#);
    check(b"\x1b[200~\xef\xf0\xe8\xea\xe0\xe7\x1b[201~", r#""приказ""#);
}

#[test]
fn a_paste_without_brackets() {
    check("Ерёмин\t87,5\r".as_bytes(), "");
    check(
        "Ерёмин\t87,5\rЗимин\t64\r|.".as_bytes(),
        "{Ерёмин\\t87,5\\nЗимин\\t64\\n}",
    );
    check(
        "первая\rвторая\rтретья|.".as_bytes(),
        "{первая\\nвторая\\nтретья}",
    );
    check(
        "первая\rвторая\rтре|тья\r|.".as_bytes(),
        "{первая\\nвторая\\nтретья\\n}",
    );
    check(
        "первая\rвторая\rтретья|\x1b[A".as_bytes(),
        "{первая\\nвторая\\nтретья} Up",
    );
}

#[test]
fn fast_typing_is_no_paste() {
    // What a slow line brings in one read.
    check(b"5\r6\r7\r", "5 Enter 6 Enter 7 Enter");
    check(b"87,5\r64", "8 7 , 5 Enter 6 4");
    check(b"21/24\t7", "2 1 / 2 4 Tab 7");
    check("приказ\r".as_bytes(), "п р и к а з Enter");
    check(
        b"\t\t\t\r\r\r\r\r\r",
        "Tab Tab Tab Enter Enter Enter Enter Enter Enter",
    );
    check(b"12345678\r\r\r", "1 2 3 4 5 6 7 8 Enter Enter Enter");
}

#[test]
fn other_charsets() {
    // «п» in CP1251 looks like the first byte of three.
    check(b"\xef|.", "foreign п");
    check(b"\xef|.|\xf0\xe8|\xea", "foreign п р и к");
    check(b"\xef\xf0\xe8", "foreign п р и");
    check(b"\xc0|\xc1", "foreign А Б");
    check(b"\x1b\xef|.", "foreign A-п");
    check(b"\x1b\xff", "foreign A-я");
    // No letter in CP1251.
    check(b"\xff\x98\xff", "foreign я я");
    let mut koi = Parser::new(Charset::Koi8R, WAIT);
    assert_eq!(show(&koi.feed(b"\xd0|")), "foreign п |");
}

#[test]
fn utf8_comes_back() {
    check("\u{0}".as_bytes(), "C-Space");
    let mut parser = parser();
    assert_eq!(show(&parser.feed(b"\xff")), "foreign я");
    assert_eq!(show(&parser.feed("п".as_bytes())), "native п");
    assert_eq!(show(&parser.feed("ё№".as_bytes())), "ё №");
    assert_eq!(show(&parser.feed(b"\xff")), "foreign я");
    // Not Russian: CP1251 goes on.
    assert_eq!(show(&parser.feed(b"\xe9\xa8\xa9")), "й Ё ©");
}

#[test]
fn half_a_letter_waits_for_the_other_half() {
    check(b"\xd0|\xbf", "п");
    check(b"\xe2|\x84|\x96", "№");
    let mut parser = parser();
    parser.feed("п".as_bytes());
    parser.feed(b"\xd0");
    assert!(
        parser.wait() > Some(WAIT),
        "the terminal is known to be UTF-8"
    );
    assert_eq!(show(&parser.feed(b"\xb0")), "а");
}

#[test]
fn nothing_invisible_is_typed() {
    check("\u{9b}a\u{202e}\u{200b}\u{feff}b".as_bytes(), "a b");
}

#[test]
fn charsets_both_ways() {
    let text = "Ёлка № 5 — «да»";
    assert_eq!(Charset::Cp1251.decode(&Charset::Cp1251.encode(text)), text);
    assert_eq!(
        Charset::Koi8R.decode(&Charset::Koi8R.encode("Привет")),
        "Привет"
    );
    assert_eq!(Charset::Cp866.encode("√ ≥ ► да"), b"\xfb ? ? \xa4\xa0");
}

proptest! {
    /// Keys do not depend on how the line cuts them.
    #[test]
    fn cuts_change_nothing(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "п", "№", "\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[[B", "\x1b[15~", "\x1bж", "\r",
            "\x1b[200~а\tб\x1b[201~", "\x1b]11;rgb:00\x1b\\", "\x1b[24;80R",
        ]), 1..12),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
    ) {
        let bytes = pieces.concat().into_bytes();
        // A burst is what a single read says; here nothing is one.
        let whole: Vec<InputEvent> = {
            let mut parser = parser();
            pieces.iter().flat_map(|it| parser.feed(it.as_bytes())).collect()
        };
        let mut places: Vec<usize> = cuts.iter().map(|it| it.index(bytes.len())).collect();
        places.extend([0, bytes.len()]);
        places.sort_unstable();
        let mut parser = parser();
        let cut: Vec<InputEvent> =
            places.windows(2).flat_map(|it| parser.feed(&bytes[it[0]..it[1]])).collect();
        prop_assert_eq!(show(&cut), show(&whole));
        prop_assert_eq!(parser.wait(), None);
    }

    /// No bytes panic, keep something pending for ever, or bring a control character into a text.
    #[test]
    fn any_bytes(reads in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 0..20)) {
        let mut parser = parser();
        let mut events = Vec::new();
        for read in &reads {
            events.extend(parser.feed(read));
        }
        for _ in 0..50 {
            if parser.wait().is_none() {
                break;
            }
            events.extend(parser.timeout());
        }
        prop_assert_eq!(parser.wait(), None);
        for event in events {
            match event {
                InputEvent::Paste(text) | InputEvent::Burst(text) => {
                    prop_assert!(text.chars().all(|it| matches!(it, '\n' | '\t') || !it.is_control()));
                }
                InputEvent::Key(key) => {
                    prop_assert!(!matches!(key.code, KeyCode::Char(c) if c.is_control()));
                }
                _ => {}
            }
        }
    }
}

/// The thread: silence becomes Esc, what was typed before the end is read, then the end is said.
#[test]
fn the_thread_reads_waits_and_ends() {
    let (reader, mut writer) = std::io::pipe().unwrap();
    let reader: &'static _ = Box::leak(Box::new(reader));
    let (send, events) = mpsc::channel();
    spawn(reader.as_fd(), parser(), move |event| {
        send.send(event).is_ok()
    })
    .unwrap();
    let next = || show(&[events.recv_timeout(Duration::from_secs(10)).unwrap()]);

    writer.write_all("п".as_bytes()).unwrap();
    assert_eq!(next(), "п");
    let before = Instant::now();
    writer.write_all(b"\x1b").unwrap();
    assert_eq!(next(), "Esc");
    assert!(before.elapsed() >= WAIT);
    writer.write_all("21 нд\r".as_bytes()).unwrap();
    let read: Vec<String> = (0..8).map(|_| next()).collect();
    assert_eq!(read.join(" "), "( 2 1 Space н д Enter )");
    writer.write_all(b"z").unwrap();
    drop(writer);
    assert_eq!(next(), "z");
    assert_eq!(next(), "gone");
    assert!(events.recv().is_err(), "nothing after the end");
}
