//! Who may not see names: nothing that they ever receive has one in it, and nothing that they send writes over what they don't see.

mod asked;
mod dates;
mod engine;
mod records;
mod screen;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use smotr::domain::evidence::{Citation, Document, DocumentLevel};
use smotr::domain::period::Period;
use smotr::domain::record::{Key, Record};

/// A sign that is in no text of the worlds of tests: whatever has it was marked, whatever is sent with it has leaked.
pub const SIGN: char = 'Ъ';

/// Puts the sign into every text: whatever is a string and not a date, a number or one of a set of names.
pub fn marked<T: Serialize + DeserializeOwned>(it: &T) -> T {
    let mut json = serde_json::to_value(it).unwrap();
    let mut place = 0;
    while let Some(text) = string(&mut json, &mut place.clone()) {
        place += 1;
        let before = text.clone();
        // An empty one says nothing and stays empty.
        if before.is_empty() {
            continue;
        }
        text.push(SIGN);
        if serde_json::from_value::<T>(json.clone()).is_err() {
            *string(&mut json, &mut (place - 1)).unwrap() = before;
        }
    }
    serde_json::from_value(json).unwrap()
}

/// The string with this number.
fn string<'a>(json: &'a mut Json, number: &mut usize) -> Option<&'a mut String> {
    match json {
        Json::String(text) if *number == 0 => Some(text),
        Json::String(_) => {
            *number -= 1;
            None
        }
        Json::Array(items) => items.iter_mut().find_map(|it| string(it, number)),
        Json::Object(fields) => fields.values_mut().find_map(|it| string(it, number)),
        Json::Null | Json::Bool(_) | Json::Number(_) => None,
    }
}

/// Marks what is nobody's business: not the catalogue and the calendar, and not the accounts, by which tests join.
pub fn marked_record(key: Key, record: &Record) -> Record {
    match record {
        Record::Settings(_)
        | Record::Edition(_)
        | Record::Direction(_)
        | Record::Indicator(_)
        | Record::BaseQuantity(_)
        | Record::BaseValue(_)
        | Record::Requirement(_)
        | Record::Section(_)
        | Record::Rule(_)
        | Record::Deputy(_)
        | Record::User(_) => record.clone(),
        Record::Period(it) => Record::Period(Period {
            name: it.name.clone(),
            ..marked(it)
        }),
        Record::Organisation(it) => {
            let mut it = marked(it);
            // A number that is found again as it is written anywhere.
            it.number = it
                .number
                .map(|number| 3_777_777_000 + 10 * number + u32::from(key.kind() as u8));
            Record::Organisation(it)
        }
        // Acts of the federation are public, also as they were when a round was sent.
        Record::Citation(it) => {
            let federal = |it: &Document| it.level == DocumentLevel::Federal;
            let sent = it.sent.clone().filter(|it| federal(it));
            let it = marked(it);
            Record::Citation(Citation {
                sent: sent.or(it.sent),
                ..it
            })
        }
        _ => marked(record),
    }
}

/// Whether there is a sign, a real number of an organisation, or one of these words.
pub fn leaks(it: &impl std::fmt::Debug, words: &[&str]) -> Option<String> {
    let text = format!("{it:?}");
    let number = real_number(&text).map(|at| around(&text, at, "a real number"));
    let found = |word: &&str| Some(around(&text, text.find(*word)?, word));
    (signs(it).or(number)).or_else(|| words.iter().find_map(found))
}

/// The same where nothing but texts was marked: numbers are there by chance, and any of them may be one that would be a mark.
pub fn signs(it: &impl std::fmt::Debug) -> Option<String> {
    let text = format!("{it:?}");
    Some(around(&text, text.find(SIGN)?, "a sign"))
}

fn around(text: &str, at: usize, what: &str) -> String {
    let from = text[..at].char_indices().rev().nth(60).map_or(0, |it| it.0);
    let part: String = text[from..].chars().take(120).collect();
    format!("{what}: …{part}")
}

/// Where the number of an organisation stands as it was marked, by itself: the same digits may be among those of a longer number by chance.
fn real_number(text: &str) -> Option<usize> {
    let is_part = |it: char| it.is_ascii_digit() || it == '.';
    text.match_indices("3777777").find_map(|(at, _)| {
        let from = text[..at].trim_end_matches(is_part).len();
        let rest = &text[from..];
        let to = rest.find(|it| !is_part(it)).unwrap_or(rest.len());
        let number = rest[..to].trim_matches('.');
        (number.len() == 10 && !number.contains('.')).then_some(at)
    })
}

#[test]
fn a_real_number_is_found_by_itself_and_not_among_other_digits() {
    for leaked in [
        "СШ № 3777777128.",
        "Some(3777777128)",
        "12-3777777128,",
        "№.3777777128",
    ] {
        assert!(leaks(&leaked, &[]).is_some(), "{leaked}");
    }
    for chance in [
        "0.3777777128",
        "93777777128",
        "37777771281",
        "3777777.128",
        "3777777128.5",
    ] {
        assert!(leaks(&chance, &[]).is_none(), "{chance}");
    }
}
