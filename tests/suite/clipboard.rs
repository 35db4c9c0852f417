//! The bytes of OSC 52.

use smotr::tui::clipboard::{MOST, copy};

#[test]
fn base64_of_every_length() {
    for (text, encoded) in [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("foobar", "Zm9vYmFy"),
        ("Привет", "0J/RgNC40LLQtdGC"),
    ] {
        assert_eq!(
            copy(text, false).unwrap(),
            format!("\x1b]52;c;{encoded}\x1b\\").as_bytes(),
            "{text}"
        );
    }
}

#[test]
fn tmux_passes_it_on() {
    assert_eq!(
        copy("foo", true).unwrap(),
        b"\x1bPtmux;\x1b\x1b]52;c;Zm9v\x07\x1b\\"
    );
}

#[test]
fn what_is_too_long_is_not_sent() {
    let most = "я".repeat(MOST / 4 * 3 / 2);
    assert!(copy(&most, false).is_ok());
    let too_long = copy(&(most + "я"), false).unwrap_err();
    assert_eq!(too_long.bytes, MOST + 4);
}
