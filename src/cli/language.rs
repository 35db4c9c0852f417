//! In which language the program speaks, before anything else of a call is understood.

use std::ffi::OsString;

use crate::locale::Lang;

/// The language asked for, before anything is parsed: help and complaints are in it, too.
#[must_use]
pub fn lang_of(arguments: &[OsString]) -> Lang {
    let mut texts = arguments.iter().filter_map(|it| it.to_str());
    while let Some(text) = texts.next() {
        let code = match text.strip_prefix("--lang") {
            Some("") => texts.next(),
            Some(rest) => rest.strip_prefix('='),
            None if text == "--" => return Lang::default(),
            None => continue,
        };
        return code.and_then(Lang::from_code).unwrap_or_default();
    }
    Lang::default()
}
