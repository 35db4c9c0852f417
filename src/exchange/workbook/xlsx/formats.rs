//! Formats of cells, as far as they change what a number means: a date, a share of a hundred, or neither.

use std::collections::HashMap;

use crate::exchange::workbook::error::{Problem, Wrong};
use crate::exchange::workbook::limits::{FORMATS, Limit};
use crate::exchange::workbook::xml::{Node, Xml};

/// Digits behind the comma that a code may show.
const MOST_DIGITS: u32 = 4;

/// What the number of a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange::workbook) enum Meaning {
    /// A number; of a time of day and of a duration nothing else is made.
    #[default]
    Number,
    /// A number that is shown with so many digits behind the comma at least: 6.10 where 6.1 is kept.
    Digits(u32),
    /// Shown with a percent sign.
    Percent,
    /// A day counted from an epoch.
    Date,
}

/// The formats that cells refer to by number.
#[derive(Debug, Default)]
pub(super) struct Formats(Vec<Meaning>);

impl Formats {
    pub(super) fn of(&self, style: Option<usize>) -> Meaning {
        // A cell without a style has the first one.
        let meaning = self.0.get(style.unwrap_or(0));
        meaning.copied().unwrap_or_default()
    }
}

pub(super) fn read(path: &str, text: &str) -> Result<Formats, Wrong> {
    let mut xml = Xml::new(path, text);
    let mut custom: HashMap<u32, Meaning> = HashMap::new();
    let mut out = Vec::new();
    let mut cells = false;
    loop {
        match xml.next()? {
            Node::Start(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    let id = xml.attribute(&tag, "numFmtId")?;
                    let code = xml.attribute(&tag, "formatCode")?.unwrap_or_default();
                    if let Some(id) = id.and_then(|it| it.parse().ok()) {
                        custom.insert(id, meaning(&code));
                    }
                }
                "cellXfs" => cells = true,
                "xf" if cells => {
                    if out.len() >= FORMATS {
                        return Err(Problem::TooMuch(Limit::Formats).into());
                    }
                    let id = xml.attribute(&tag, "numFmtId")?;
                    let id = id.and_then(|it| it.parse().ok()).unwrap_or(0);
                    out.push(custom.get(&id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            Node::End(name) if name == "cellXfs" => cells = false,
            Node::Over => return Ok(Formats(out)),
            _ => {}
        }
    }
}

/// What the formats without a code mean.
pub(in crate::exchange::workbook) fn built_in(id: u32) -> Meaning {
    match id {
        2 | 4 => Meaning::Digits(2),
        9 | 10 => Meaning::Percent,
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Meaning::Date,
        _ => Meaning::Number,
    }
}

/// What a code such as `dd\.mm\.yyyy` or `0.0%` makes of a number.
pub(in crate::exchange::workbook) fn meaning(code: &str) -> Meaning {
    // The first section is that of positive numbers.
    let mut letters = code.chars();
    let (mut date, mut percent) = (false, false);
    let mut digits = None;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|it| *it == '"')),
            // Colours, languages and durations: [Red], [$-419], [h].
            '[' => drop(letters.by_ref().find(|it| *it == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            ';' => break,
            '%' => percent = true,
            '.' => digits = digits.or(Some(0)),
            '0' => digits = digits.map(|it| it + 1),
            'y' | 'Y' | 'd' | 'D' | 'г' | 'Г' | 'д' | 'Д' => date = true,
            _ => {}
        }
    }
    match (date, percent) {
        (true, _) => Meaning::Date,
        (false, true) => Meaning::Percent,
        (false, false) => match digits {
            Some(digits @ 1..=MOST_DIGITS) => Meaning::Digits(digits),
            _ => Meaning::Number,
        },
    }
}
