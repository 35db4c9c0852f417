//! What may be typed into a cell of a form, and what is marked: what the store would refuse is refused there, what it would warn of is
//! marked. A spreadsheet holds one rule for a cell.

use rust_decimal::Decimal;

use crate::domain::catalogue::{Bounds, Indicator, Measure, NoteRule, Part, Scoring};
use crate::domain::number::format_typed;
use crate::exchange::values::titles::{NO_DATA, NOT_APPLICABLE, own_input};
use crate::exchange::workbook::{How, Rule};

/// Cells of a row, as formulas call them.
pub(super) struct Cells {
    pub(super) numerator: String,
    pub(super) denominator: String,
    pub(super) entry: String,
    pub(super) reason: String,
    pub(super) note: String,
}

const WORDS: &str = "Неприменимо — «н/п», сведений нет — «нет данных», причину впишите рядом.";
const ASIDE: &str = "«н/п» и «нет данных» пишутся в столбец «Значение».";

/// The bounds that refuse; expert points are within their scale.
fn hard(indicator: &Indicator) -> (Option<Decimal>, Option<Decimal>) {
    let Bounds {
        hard_min, hard_max, ..
    } = indicator.bounds;
    match indicator.scoring {
        Scoring::Direct { max } => (
            Some(hard_min.map_or(Decimal::ZERO, |it| it.max(Decimal::ZERO))),
            Some(hard_max.map_or(max, |it| it.min(max))),
        ),
        _ => (hard_min, hard_max),
    }
}

/// «от 0 до 100», «не меньше 0», «не больше 12»; nothing where there is no bound.
pub(super) fn range(min: Option<Decimal>, max: Option<Decimal>) -> String {
    match (min.map(format_typed), max.map(format_typed)) {
        (Some(min), Some(max)) => format!("от {min} до {max}"),
        (Some(min), None) => format!("не меньше {min}"),
        (None, Some(max)) => format!("не больше {max}"),
        (None, None) => String::new(),
    }
}

/// What is possible, in words; nothing where anything is.
pub(super) fn possible(indicator: &Indicator) -> String {
    let (min, max) = hard(indicator);
    range(min, max)
}

/// Whether a formula's cell is within bounds.
fn within(cell: &str, (min, max): (Option<Decimal>, Option<Decimal>)) -> String {
    let min = min.map(|it| format!(",{cell}>={}", it.normalize()));
    let max = max.map(|it| format!(",{cell}<={}", it.normalize()));
    format!("{}{}", min.unwrap_or_default(), max.unwrap_or_default())
}

fn whole(cell: &str, is_whole: bool) -> String {
    match is_whole {
        true => format!(",{cell}=INT({cell})"),
        false => String::new(),
    }
}

/// What holds of a number, and what of anything else. Spreadsheets reckon both sides of an AND and an OR whatever the first one is, and what
/// is an error of a text would refuse the words, too.
fn if_number(cell: &str, holds: &str, otherwise: &str) -> String {
    format!("IF(ISNUMBER({cell}),AND({holds}),{otherwise})")
}

/// The rule of the cell above the line.
pub(super) fn numerator(indicator: &Indicator, cells: &Cells) -> Option<Rule> {
    let Measure::Ratio {
        numerator, factor, ..
    } = &indicator.measure
    else {
        return None;
    };
    let (cell, below) = (&cells.numerator, &cells.denominator);
    let most = (indicator.bounds.hard_max).map(|max| {
        let (factor, max) = (factor.normalize(), max.normalize());
        format!(",OR({below}=\"\",{cell}*{factor}<={max}*{below})")
    });
    let formula = if_number(
        cell,
        &format!(
            "{cell}>=0{}{}",
            whole(cell, numerator.whole),
            most.unwrap_or_default()
        ),
        "FALSE",
    );
    let beyond = match indicator.bounds.hard_max {
        Some(max) if max == *factor => " и не больше знаменателя".to_owned(),
        Some(max) => format!("; вместе со знаменателем — не больше {}", format_typed(max)),
        None => String::new(),
    };
    Some(part(
        numerator,
        formula,
        ("Числитель", "не меньше 0"),
        &beyond,
    ))
}

/// The rule of the cell below the line.
pub(super) fn denominator(indicator: &Indicator, cells: &Cells) -> Option<Rule> {
    let Measure::Ratio { denominator, .. } = &indicator.measure else {
        return None;
    };
    let cell = &cells.denominator;
    let whole = whole(cell, denominator.whole);
    let formula = if_number(cell, &format!("{cell}>0{whole}"), "FALSE");
    Some(part(denominator, formula, ("Знаменатель", "больше 0"), ""))
}

fn part(part: &Part, formula: String, (name, least): (&str, &str), beyond: &str) -> Rule {
    let number = if part.whole {
        "целое число"
    } else {
        "число"
    };
    Rule {
        how: How::True(formula),
        title: name.to_owned(),
        hint: format!("{}: {number}.", part.title),
        against: Some(format!("Здесь нужно {number} {least}{beyond}. {ASIDE}")),
    }
}

/// The rule of the cell of the value itself.
pub(super) fn entry(indicator: &Indicator, cells: &Cells) -> Rule {
    let cell = &cells.entry;
    let words = [NOT_APPLICABLE, NO_DATA];
    match &indicator.measure {
        Measure::Choice { options } => {
            let all = options.iter().map(String::as_str).chain(words);
            list(
                all,
                &format!("Выберите из списка. {WORDS}"),
                "Выберите ответ из списка.",
            )
        }
        Measure::Ratio { factor, .. } if *factor != Decimal::ONE_HUNDRED => {
            let hint = format!("Заполните числитель и знаменатель. {WORDS}");
            list(words.into_iter(), &hint, &hint)
        }
        Measure::Ratio { .. } => {
            let hint = format!(
                "Оставьте пустым: доля считается сама. Если известен только процент, впишите его. {WORDS}"
            );
            number(indicator, cell, false, hint)
        }
        Measure::Number { whole } => {
            let what = if *whole {
                "Целое число"
            } else {
                "Число"
            };
            number(indicator, cell, *whole, numbered(what, indicator))
        }
        Measure::Delta { .. } | Measure::Benchmark { .. } => {
            let what = own_input(indicator).unwrap_or("Число");
            number(indicator, cell, false, numbered(what, indicator))
        }
    }
}

fn numbered(what: &str, indicator: &Indicator) -> String {
    let possible = possible(indicator);
    let unit = match own_input(indicator) {
        Some(_) => "",
        None => indicator.unit.as_str(),
    };
    let what = [what, unit, &possible]
        .into_iter()
        .filter(|it| !it.is_empty());
    format!("{}. {WORDS}", what.collect::<Vec<_>>().join(", "))
}

fn number(indicator: &Indicator, cell: &str, is_whole: bool, hint: String) -> Rule {
    let bounds = format!("{}{}", whole(cell, is_whole), within(cell, hard(indicator)));
    let numeric = match bounds.trim_start_matches(',') {
        "" => "TRUE",
        bounds => bounds,
    };
    let words = format!("OR({cell}=\"{NOT_APPLICABLE}\",{cell}=\"{NO_DATA}\")");
    let (what, how) = match is_whole {
        true => ("целое число", ""),
        false => ("число", ", дробная часть — через запятую"),
    };
    let possible = possible(indicator);
    let possible = match possible.as_str() {
        "" => String::new(),
        it => format!(" {it}"),
    };
    Rule {
        how: How::True(if_number(cell, numeric, &words)),
        title: "Значение".to_owned(),
        hint,
        against: Some(format!("Здесь нужно {what}{possible}{how}. {WORDS}")),
    }
}

fn list<'a>(words: impl Iterator<Item = &'a str>, hint: &str, against: &str) -> Rule {
    Rule {
        how: How::List(words.map(str::to_owned).collect()),
        title: "Значение".to_owned(),
        hint: hint.to_owned(),
        against: Some(against.to_owned()),
    }
}

/// The rule of the cell of the reason: usual ones are offered, any may be typed.
pub(super) fn reason(indicator: &Indicator) -> Rule {
    Rule {
        how: match indicator.na_reasons.as_slice() {
            [] => How::Free,
            reasons => How::List(reasons.to_vec()),
        },
        title: "Причина".to_owned(),
        hint: "Почему «н/п» или «нет данных». Можно выбрать из списка или вписать свою.".to_owned(),
        against: None,
    }
}

/// Where the value is unusual: the formula, and whether it is told of the numerator.
pub(super) fn unusual(indicator: &Indicator, cells: &Cells) -> Vec<(bool, String)> {
    let Bounds {
        soft_min, soft_max, ..
    } = indicator.bounds;
    if soft_min.is_none() && soft_max.is_none() {
        return Vec::new();
    }
    let beyond = |value: &str, times: &str| {
        let min = soft_min.map(|it| format!("{value}<{}{times}", it.normalize()));
        let max = soft_max.map(|it| format!("{value}>{}{times}", it.normalize()));
        let all: Vec<String> = min.into_iter().chain(max).collect();
        format!("OR({})", all.join(","))
    };
    let entry = &cells.entry;
    let typed = format!("AND(ISNUMBER({entry}),{})", beyond(entry, ""));
    let mut all = vec![(false, typed)];
    if let Measure::Ratio { factor, .. } = &indicator.measure {
        let (above, below) = (&cells.numerator, &cells.denominator);
        let figure = format!("{above}*{}", factor.normalize());
        let beyond = beyond(&figure, &format!("*{below}"));
        all.push((
            true,
            format!("AND(ISNUMBER({above}),ISNUMBER({below}),{beyond})"),
        ));
    }
    all
}

/// Where a reason is missing.
pub(super) fn without_reason(cells: &Cells) -> String {
    let Cells { entry, reason, .. } = cells;
    format!("AND(OR({entry}=\"{NOT_APPLICABLE}\",{entry}=\"{NO_DATA}\"),LEN(TRIM({reason}))=0)")
}

/// Where a denominator is missing.
pub(super) fn without_denominator(cells: &Cells) -> String {
    let Cells {
        numerator,
        denominator,
        ..
    } = cells;
    format!("AND(ISNUMBER({numerator}),NOT(ISNUMBER({denominator})))")
}

/// Where a note is missing, if the indicator asks for one.
pub(super) fn without_note(indicator: &Indicator, cells: &Cells) -> Option<String> {
    let Cells {
        numerator,
        entry,
        note,
        ..
    } = cells;
    let is_expert = matches!(indicator.scoring, Scoring::Direct { .. });
    let is_ratio = matches!(indicator.measure, Measure::Ratio { .. });
    let given = if is_ratio { numerator } else { entry };
    let when = match indicator.note {
        NoteRule::Always => {
            let entered =
                format!("LEN({entry})>0,{entry}<>\"{NOT_APPLICABLE}\",{entry}<>\"{NO_DATA}\"");
            match is_ratio {
                true => format!("OR(ISNUMBER({numerator}),AND({entered}))"),
                false => entered,
            }
        }
        NoteRule::AtZero => format!("ISNUMBER({given}),{given}=0"),
        NoteRule::Free if is_expert => format!("ISNUMBER({given}),{given}=0"),
        NoteRule::Free => return None,
    };
    Some(format!("AND({when},LEN(TRIM({note}))=0)"))
}
