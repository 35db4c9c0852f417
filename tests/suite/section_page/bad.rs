//! Other encodings, and files that are no page of a section.

use smotr::exchange::section::page::{MOST_BYTES, MOST_CHARS, Refused, Why, read};

use super::{SEED, page};

fn koi8(text: &str) -> Vec<u8> {
    // The letters of KOI8-R from 0xC0 on, small ones first.
    let small = "юабцдефгхийклмнопярстужвьызшэщчъ";
    let letter = |it: char| {
        let at = |text: &str| text.chars().position(|one| one == it);
        let big = small.to_uppercase();
        match (at(small), at(&big)) {
            (Some(at), _) => 0xc0 + u8::try_from(at).unwrap(),
            (_, Some(at)) => 0xe0 + u8::try_from(at).unwrap(),
            _ => u8::try_from(it).unwrap(),
        }
    };
    text.chars().map(letter).collect()
}

fn ansi(text: &str) -> Vec<u8> {
    let letter = |it: char| match it {
        'А'..='я' => u8::try_from(u32::from(it) - 0x410 + 0xc0).unwrap(),
        '«' => 0xab,
        '»' => 0xbb,
        '№' => 0xb9,
        it => u8::try_from(it).unwrap(),
    };
    text.chars().map(letter).collect()
}

#[test]
fn any_encoding_gives_the_same_page() {
    let text = String::from_utf8(SEED.to_vec()).unwrap();
    let expected = read(SEED, None).unwrap();
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        ["\u{feff}".as_bytes(), SEED].concat(),
        ansi(&text),
        [b"\xFF\xFE", little.as_slice()].concat(),
        [b"\xFE\xFF", big.as_slice()].concat(),
        little,
    ] {
        assert_eq!(
            read(&bytes, None).unwrap(),
            expected,
            "{:02x?}",
            &bytes[..4]
        );
    }
}

#[test]
fn koi8_is_read() {
    let text = String::from_utf8(SEED.to_vec()).unwrap();
    // What KOI8-R has no sign for is typed with other signs.
    let text = text.replace('№', "N").replace(['«', '»'], "\"");
    assert_eq!(read(&koi8(&text), None).unwrap(), page(&text));
    assert_eq!(page(&text).documents().len(), 12);
}

#[test]
fn what_is_no_page_is_refused_with_the_reason() {
    let prose = "Всем привет!\nЗавтра совещание в 10 часов.\nПриказ управления от 30.12.2020 № 353 «О СОКО»\n";
    for (bytes, why) in [
        (&b""[..], Refused::Empty),
        (b" \n\t\n", Refused::Empty),
        (b"PK\x03\x04\x14\x00word/document.xml", Refused::NotText),
        (b"%PDF-1.7", Refused::NotText),
        (b"\x00\x01\x02\x03", Refused::NotText),
        (prose.as_bytes(), Refused::NotASection),
    ] {
        assert_eq!(read(bytes, None), Err(why), "{bytes:?}");
    }
}

#[test]
fn a_section_that_is_not_there_is_told() {
    assert_eq!(read(SEED, Some("1.2")), Err(Refused::NoSuchSection));
}

#[test]
fn what_is_too_large_is_refused() {
    assert_eq!(
        read(&vec![b'a'; MOST_BYTES + 1], None),
        Err(Refused::TooLarge)
    );
    assert_eq!(
        read("а\n".repeat(30_000).as_bytes(), None),
        Err(Refused::TooLarge)
    );
}

#[test]
fn a_line_without_end_is_told_and_the_others_are_read() {
    let page = page(&format!("Цели\n- по кадрам\n{}\n", "а ".repeat(MOST_CHARS)));
    assert_eq!(
        page.unread()
            .map(|(it, why)| (it.first, why))
            .collect::<Vec<_>>(),
        [(3, Why::TooLong)]
    );
    assert_eq!(page.asked().len(), 1);
}
