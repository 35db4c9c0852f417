//! Which letters the bytes of a text are: UTF-8, UTF-16, CP1251, KOI8-R, with a mark in front or without one.
//!
//! Must not know what the text is about.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that are looked at to tell the encoding.
const SAMPLE: usize = 256 << 10;

/// The text of the bytes; `None` of what can't be text, because it holds zero bytes.
#[must_use]
pub fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return Some(encoding.decode_without_bom_handling(rest).0);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if sample.contains(&0) {
        let encoding = sixteen_bits(sample)?;
        return Some(encoding.decode_without_bom_handling(bytes).0);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    let mut detector = EncodingDetector::new();
    detector.feed(sample, true);
    let encoding = detector.guess(Some(b"ru"), false);
    let encoding = if encoding == UTF_8 {
        encoding_rs::WINDOWS_1251
    } else {
        encoding
    };
    Some(encoding.decode_without_bom_handling(bytes).0)
}

/// Which half of each pair of bytes is zero or says that the letter is Russian, in UTF-16 without its mark.
fn sixteen_bits(sample: &[u8]) -> Option<&'static Encoding> {
    let high = |it: &u8| matches!(it, 0 | 4);
    let pairs = sample.len() / 2;
    let even = sample.iter().step_by(2).filter(|it| high(it)).count();
    let odd = sample
        .iter()
        .skip(1)
        .step_by(2)
        .filter(|it| high(it))
        .count();
    let most = pairs - pairs / 10;
    match (even >= most, odd >= most) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}
