//! Who may not see names: nothing that they ever receive has one in it, and nothing that they send writes over what they don't see.

mod asked;
mod dates;
mod engine;
mod records;
mod screen;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
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
        _ => marked(record),
    }
}

/// Whether there is a sign, a real number of an organisation, or one of these words.
pub fn leaks(it: &impl std::fmt::Debug, words: &[&str]) -> Option<String> {
    let text = format!("{it:?}");
    let signs = [SIGN.to_string(), "3777777".to_owned()];
    let words = words.iter().map(|it| (*it).to_owned());
    signs.into_iter().chain(words).find_map(|word| {
        let at = text.find(&word)?;
        let from = text[..at].char_indices().rev().nth(60).map_or(0, |it| it.0);
        Some(format!(
            "{word}: …{}",
            text[from..].chars().take(120).collect::<String>()
        ))
    })
}
