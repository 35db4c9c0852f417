//! The Fluent sources compiled into the program: a file per area, the same areas in both languages.

use super::Lang;

macro_rules! areas {
    ($($area:literal)+) => {
        const RU: &[(&str, &str)] = &[$(($area, include_str!(concat!("ru/", $area, ".ftl")))),+];
        const EN: &[(&str, &str)] = &[$(($area, include_str!(concat!("en/", $area, ".ftl")))),+];
    };
}

areas! {
    "common"
    "words"
    "screen"
    "entry"
    "followup"
    "search"
    "journal"
    "catalogue"
    "errors"
    "keys"
    "terminal"
    "cli"
    "keeping"
    "erase"
    "workbook"
    "scale"
    "impact"
    "scoring"
    "soundness"
    "people"
    "files"
    "periods"
    "begin"
    "edition"
    "report"
    "objections"
    "measures"
    "collecting"
    "grid"
    "rules"
    "tables"
    "values"
    "block"
    "section"
    "cycle"
    "cycle_screen"
    "attention"
}

/// The sources of a language: name of the area and text.
pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Ru => RU,
        Lang::En => EN,
    }
}
