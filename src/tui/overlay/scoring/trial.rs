//! A value that is tried: how many points it has, and by which row.

use super::reading::Reading;
use crate::analysis::exact::Exact;
use crate::analysis::measure::{Figure, How};
use crate::analysis::points;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, Scoring};
use crate::domain::entry_text::{EntryError, read_entry};
use crate::domain::scale::Values;
use crate::domain::value::Entry;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::show;
use crate::tui::theme::Role;

/// What a value comes to: «5,4 → ни одна строка», «87,5 % → 3 балла».
#[must_use]
pub fn told(
    app: &App,
    base: &Indicator,
    reading: &Reading,
    text: &str,
    best: Option<Exact>,
) -> (String, Role) {
    let figure = match figure(base, text) {
        None => return (app.say(Phrase::ScoringTrialHint), Role::Dim),
        Some(Err(error)) => {
            let told = app.locale.entry_error(&error).to_string();
            return (told, Role::Warning);
        }
        Some(Ok(figure)) => figure,
    };
    let shown = show::figure(app, base, &figure);
    let (result, role) = match is_impossible(base, &figure) {
        true => (app.say(Phrase::ScoringTrialImpossible), Role::Warning),
        false => result(app, reading, &figure, best),
    };
    (format!("{shown} {} {result}", app.theme.glyphs.arrow), role)
}

/// The figure that a text means; `None` where nothing is typed.
fn figure(base: &Indicator, text: &str) -> Option<Result<Figure, EntryError>> {
    if text.trim().is_empty() {
        return None;
    }
    let measure = match &base.measure {
        // What is scored is the change or the comparison, and not what is typed into the cell.
        Measure::Delta { .. } | Measure::Benchmark { .. } => &Measure::Number { whole: false },
        other => other,
    };
    let factor = match measure {
        Measure::Ratio { factor, .. } => Exact::from(*factor),
        _ => Exact::ONE,
    };
    // A number alone is the figure: there is no organisation here whose denominator could be known.
    let alone = || {
        let measure = Measure::Number { whole: false };
        let ratio = matches!(base.measure, Measure::Ratio { .. });
        ratio
            .then(|| read_entry(text, &measure, &base.unit, None).ok())
            .flatten()
    };
    let entry = match alone() {
        Some(entry) => Ok(entry),
        None => read_entry(text, measure, &base.unit, None),
    };
    Some(entry.map(|entry| match entry {
        Entry::Number(value) | Entry::Percent(value) => Figure::Number {
            value: Exact::from(value),
            how: How::Entered,
        },
        Entry::Ratio {
            numerator,
            denominator,
        } => match Exact::ratio(numerator, denominator) {
            Some(ratio) => Figure::Number {
                value: ratio * factor,
                how: How::Parts {
                    numerator,
                    denominator,
                },
            },
            None => Figure::Absent,
        },
        Entry::Choice(it) => Figure::Choice(it),
        Entry::NotApplicable { .. } => Figure::NotApplicable,
        Entry::NoData { .. } => Figure::NoData,
        Entry::Empty => Figure::Empty,
    }))
}

fn is_impossible(base: &Indicator, figure: &Figure) -> bool {
    let (Some(values), Some(value)) = (Values::of(base), figure.number()) else {
        return false;
    };
    values.min.is_some_and(|it| value < it) || values.max.is_some_and(|it| value > it)
}

fn result(app: &App, reading: &Reading, figure: &Figure, best: Option<Exact>) -> (String, Role) {
    let none = || (app.say(Phrase::ScoringTrialNoPoints), Role::Dim);
    if !figure.is_filled() {
        return none();
    }
    let count = |n: Exact| {
        let n = n.rounded(2).normalize();
        app.say_with(Phrase::CountPoints, &args![n])
    };
    let draft = reading.draft.as_ref().ok();
    let table = reading.table.as_ref();
    let (Some(table), Some(value)) = (table, figure.number()) else {
        let draft = draft.filter(|it| !matches!(it.scoring, Scoring::Printed(_)));
        let points = draft.and_then(|it| points::points(it, figure, best));
        return points.map_or_else(none, |it| (count(it), Role::Good));
    };
    let rows = table.rows_at(value.rounded(Exact::KEPT));
    let of_row = |row: usize| table.rows.get(row).and_then(|it| it.points);
    // As bands: where one ends, the value belongs to the next.
    let by_bands = draft.and_then(|it| points::points(it, figure, None));
    match (rows.as_slice(), by_bands) {
        ([], None) => (app.say(Phrase::ScoringTrialNone), Role::Error),
        ([], Some(points)) => (count(points), Role::Good),
        ([row, rest @ ..], by_bands) => {
            let all_same = rest.iter().all(|it| of_row(*it) == of_row(*row));
            let points = by_bands.or_else(|| of_row(*row).map(Exact::from));
            match points.filter(|_| all_same) {
                Some(points) => {
                    let said = args![points = count(points), row = row + 1];
                    (app.say_with(Phrase::ScoringTrialRow, &said), Role::Good)
                }
                None if all_same => {
                    let said = args![row = row + 1];
                    let told = app.say_with(Phrase::ScoringTrialRowNoPoints, &said);
                    (told, Role::Error)
                }
                None => {
                    let rows: Vec<String> = rows.iter().map(|it| (it + 1).to_string()).collect();
                    let said = args![rows = rows.join(", ")];
                    let told = app.say_with(Phrase::ScoringTrialSeveral, &said);
                    (told, Role::Error)
                }
            }
        }
    }
}
