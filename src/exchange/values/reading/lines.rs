//! JSON Lines: one object per line, with the fields of a list; what another program writes.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

use crate::analysis::batch::{Beside, Claim, Named, Told, Whose};
use crate::domain::ids::PeriodId;
use crate::domain::number::format_typed;
use crate::domain::text::clean_multiline;
use crate::exchange::workbook::limits::{ROWS, TEXT_CHARS};
use crate::locale::Phrase;

use super::Reading;
use super::given::{WORDS, figure, mark_of, of_text, tidy};
use super::heading::of_another_name;
use crate::exchange::values::titles::{KEYS, because};

/// Fields of no meaning here of which each is told.
const FIELDS_ASIDE: usize = 50;

/// Whether bytes are lines of objects: a workbook begins with other letters, and no table in text with a brace.
pub(super) fn are(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|it| !it.is_ascii_whitespace());
    first == Some(&b'{')
}

/// Reads the lines.
pub(super) fn read(reading: &mut Reading<'_>, bytes: &[u8]) {
    reading.file.sheets = vec![String::new()];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut told = BTreeSet::new();
    for (at, line) in bytes.split(|it| *it == b'\n').enumerate() {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let (name, n) = (reading.file.name.clone(), (at + 1).to_string());
        let args = [("file", name.as_str()), ("line", n.as_str())];
        if reading.claims.len() > reading.room {
            return;
        }
        if at >= ROWS {
            let said = reading.say(Phrase::ValuesTooManyLines, &args);
            return reading.fault(said);
        }
        match serde_json::from_slice::<Map<String, Json>>(line) {
            Ok(fields) => {
                let place = reading.say(Phrase::ValuesLine, &args);
                aside(reading, &place, (&fields, &mut told));
                match claim(reading, at, &place, &fields) {
                    Some(claim) => reading.claim(claim),
                    None => {
                        let said = only_words(reading, &place, &fields);
                        reading.file.notes.extend(said);
                    }
                }
            }
            Err(_) => {
                let said = reading.say(Phrase::ValuesBadLine, &args);
                reading.fault(said);
            }
        }
    }
}

/// Whether a field is called so, in English or by the title of the column in a list.
fn is_called(name: &str, (title, key): (&str, &str)) -> bool {
    name.trim() == key || tidy(name) == title
}

/// A field by its English name or its Russian one, if it is there.
fn field<'a>(fields: &'a Map<String, Json>, wanted: &str) -> Option<&'a Json> {
    let wanted = *KEYS.iter().find(|it| it.1 == wanted)?;
    let (_, value) = fields.iter().find(|(name, _)| is_called(name, wanted))?;
    (!value.is_null()).then_some(value)
}

/// Fields that mean nothing here, each told once. What this program writes beside a value, who entered it and when, is none of them.
fn aside(
    reading: &mut Reading<'_>,
    place: &str,
    (fields, told): (&Map<String, Json>, &mut BTreeSet<String>),
) {
    let is_known = |name: &str| KEYS.iter().any(|it| is_called(name, *it));
    for name in fields.keys().filter(|it| !is_known(it)) {
        let field: String = tidy(name).chars().take(WORDS).collect();
        if told.len() < FIELDS_ASIDE && told.insert(field.clone()) {
            let said = reading.say(
                Phrase::ValuesFieldAside,
                &[("place", place), ("field", &field)],
            );
            reading.file.notes.push(said);
        }
    }
}

/// What somebody wrote where no value is: it is told, and not taken.
fn only_words(reading: &Reading<'_>, place: &str, fields: &Map<String, Json>) -> Option<String> {
    let text = |wanted: &str| {
        let text = tidy(&plainly(field(fields, wanted)?));
        (!text.is_empty()).then_some(text)
    };
    let words: String = (text("note").or_else(|| text("reason"))?)
        .chars()
        .take(WORDS)
        .collect();
    let code = text("code").or_else(|| text("indicator"));
    let code = code.unwrap_or_default();
    let args = [("place", place), ("code", &*code), ("words", &*words)];
    Some(reading.say(Phrase::ValuesOnlyWords, &args))
}

/// What a line says; nothing where it has no value.
fn claim(
    reading: &Reading<'_>,
    at: usize,
    place: &str,
    fields: &Map<String, Json>,
) -> Option<Claim> {
    let field = |wanted: &str| field(fields, wanted);
    let text = |wanted: &str| {
        let text = tidy(&plainly(field(wanted)?));
        (!text.is_empty()).then_some(text)
    };
    let mut claim = Claim {
        spot: reading.spot(0, at, None),
        period: reading.against.names.period.unwrap_or(PeriodId(0)),
        indicator: Named::Unknown(String::new()),
        whose: Whose::Municipality,
        told: told(reading, place, &text)?,
        note: field("note").map(|it| clean_multiline(&plainly(it)).trim().to_owned()),
        source: text("source"),
        handed_out: None,
    };
    claim.note = claim.note.filter(|it| !it.is_empty());
    let wrong = |phrase, name: &str| {
        let all = [("place", place), ("name", name)];
        let args = match phrase {
            Phrase::ValuesNoSuchPeriod => all.as_slice(),
            _ => all.get(..1).unwrap_or_default(),
        };
        Told::Wrong(reading.say(phrase, args))
    };
    let names = reading.against.names;
    let period = match text("period") {
        Some(name) => (names.period_of(&name)).ok_or((Phrase::ValuesNoSuchPeriod, name)),
        None => match names.period {
            Some(period) => match of_another_name(reading, period) {
                Some(said) => {
                    claim.told = Told::Wrong(said);
                    return Some(claim);
                }
                None => Ok(period),
            },
            None => Err((Phrase::ValuesWhichPeriod, String::new())),
        },
    };
    match period {
        Ok(period) => claim.period = period,
        Err((phrase, name)) => {
            claim.told = wrong(phrase, &name);
            return Some(claim);
        }
    }
    let Some(indicator) = text("code").or_else(|| text("indicator")) else {
        claim.told = wrong(Phrase::ValuesWhichIndicator, "");
        return Some(claim);
    };
    let number = match field("code") {
        Some(Json::Number(number)) => number.to_string().parse::<Decimal>().ok(),
        _ => None,
    };
    let title = text("indicator");
    let named = match number {
        Some(number) => names.indicator_of_number(claim.period, number, title.as_deref()),
        None => Ok(names.indicator(claim.period, &indicator)),
    };
    match (named, title) {
        (Ok(named), Some(title)) if text("code").is_some() => {
            let (state, both) = (reading.against.state, (&*indicator, &*title));
            match names.indicator_of_both(state, claim.period, named, both) {
                Ok(named) => claim.indicator = named,
                Err(_) => {
                    claim.told = wrong(Phrase::ValuesCodeOrTitle, "");
                    return Some(claim);
                }
            }
        }
        (Ok(named), _) => claim.indicator = named,
        (Err(alike), _) => {
            let args = [
                ("place", place),
                ("code", alike.short.as_str()),
                ("other", alike.long.as_str()),
            ];
            claim.told = Told::Wrong(reading.say(Phrase::ValuesCodeNumber, &args));
            return Some(claim);
        }
    }
    let Some(organisation) = text("organisation") else {
        claim.told = wrong(Phrase::ValuesWhose, "");
        return Some(claim);
    };
    claim.whose = match names.organisation(&organisation) {
        Named::Unknown(_) if names.is_municipality(&organisation) => Whose::Municipality,
        organisation => Whose::Organisation {
            organisation,
            head: text("head"),
        },
    };
    Some(claim)
}

fn told(
    reading: &Reading<'_>,
    place: &str,
    text: &impl Fn(&str) -> Option<String>,
) -> Option<Told> {
    let percent = |it: String| format!("{} %", it.trim_end_matches(['%', ' ']));
    let whole = ["value", "percent"].into_iter().find_map(|field| {
        let told = text(field).map(|it| match field {
            "value" => of_text(it, false),
            _ => Told::Text(percent(it)),
        });
        Some((field, told?))
    });
    if let Some(numerator) = text("numerator") {
        let two_things = |field: &str| {
            let args = [("place", place), ("field", field)];
            reading.say(Phrase::ValuesTwoFields, &args)
        };
        let beside = match &whole {
            None => None,
            Some((field, told)) => match figure(told) {
                Some(number) => Some(Beside {
                    number,
                    said: two_things(field),
                }),
                None => return Some(Told::Wrong(two_things(field))),
            },
        };
        return Some(Told::Parts {
            numerator,
            denominator: text("denominator"),
            beside,
        });
    }
    // What is below the line may be known beforehand: alone it says nothing.
    if whole.is_none()
        && let Some(denominator) = text("denominator")
    {
        let said = reading.say(Phrase::ValuesNoNumerator, &[("place", place)]);
        return Some(Told::Below { denominator, said });
    }
    let (_, told) = whole?;
    Some(match &told {
        Told::Text(value) if let Some(mark) = mark_of(value) => {
            let reason = text("reason").unwrap_or_default();
            Told::Text(because(mark, &reason))
        }
        _ => told,
    })
}

/// A field as it would be typed.
fn plainly(json: &Json) -> String {
    match json {
        Json::String(text) => text.chars().take(TEXT_CHARS).collect(),
        Json::Bool(true) => "да".to_owned(),
        Json::Bool(false) => "нет".to_owned(),
        Json::Number(number) => {
            let exact = number.to_string();
            let read = exact.parse().or_else(|_| Decimal::from_scientific(&exact));
            read.map_or(exact, format_typed)
        }
        // What has parts of its own is no value; it is told as it stands, and refused.
        other => other.to_string().chars().take(60).collect(),
    }
}
