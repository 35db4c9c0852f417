//! How the index of a head stands, in words: the number, level and place, or for what reason it has none.
//!
//! One sentence for the card on the screen and for the one that is printed. Knows nothing of either.

use crate::analysis::exact::Exact;
use crate::analysis::roster::Standing;
use crate::analysis::scores::{PeriodScores, RowScore, shown_index};
use crate::args;
use crate::domain::ids::PeriodId;
use crate::domain::number;
use crate::domain::state::State;
use crate::locale::{Locale, Phrase};

/// What is said of the overall index, part by part; `none` stands for an index that there is not. Of a closed period in which something was
/// put right, the row with that is `corrected`: both indices are told, level and place are those of the results.
#[must_use]
pub fn parts(
    locale: &Locale,
    state: &State,
    scores: &PeriodScores,
    (row, corrected): (&RowScore, Option<&RowScore>),
    none: &str,
) -> Vec<String> {
    let shown = |row: &RowScore| {
        row.overall
            .map_or_else(|| none.to_owned(), |it| index(state, scores.period, it))
    };
    let mut said = match corrected {
        None => vec![shown(row)],
        Some(corrected) => vec![
            locale.say_with(
                if_approved(
                    state,
                    scores.period,
                    Phrase::IndexApproved,
                    Phrase::IndexClosed,
                ),
                &args![index = shown(row)],
            ),
            locale.say_with(Phrase::IndexCorrected, &args![index = shown(corrected)]),
        ],
    };
    said.extend(level(state, scores.period, row));
    if let Some(place) = row.place {
        said.push(locale.say_with(Phrase::PlaceOf, &args![place, n = scores.placed()]));
    }
    said.extend(for_reference(locale, row.standing));
    let (k, n) = (row.filled, row.applicable);
    said.push(if row.complete || row.standing != Standing::Full {
        let share = locale.say_with(Phrase::ShareOf, &args![k, n]);
        locale.say_with(Phrase::FilledShare, &args![share])
    } else {
        locale.say_with(Phrase::LevelBelowCompleteness, &args![k, n])
    });
    said
}

/// The first phrase where an act has approved the results of a period, the second where they are only those at its closing.
#[must_use]
pub fn if_approved(state: &State, period: PeriodId, approved: Phrase, closed: Phrase) -> Phrase {
    let period = state.periods.get(&period);
    match period.is_some_and(|it| it.approved_by.is_some()) {
        true => approved,
        false => closed,
    }
}

/// The level of a head; without one, for what reason in few words.
#[must_use]
pub fn level_or_why(locale: &Locale, state: &State, period: PeriodId, row: &RowScore) -> String {
    level(state, period, row)
        .or_else(|| for_reference(locale, row.standing))
        .unwrap_or_else(|| match row.complete {
            true => String::new(),
            false => locale.say(Phrase::ResultsIncomplete),
        })
}

/// Why an index does not stand by itself.
fn for_reference(locale: &Locale, standing: Standing) -> Option<String> {
    match standing {
        Standing::Full => None,
        Standing::Acting => Some(locale.say(Phrase::ForReferenceActing)),
        Standing::Short { months } => {
            Some(locale.say_with(Phrase::ForReferenceShort, &args![n = months]))
        }
        Standing::Vacancy => Some(locale.say(Phrase::ForReference)),
    }
}

fn level(state: &State, period: PeriodId, row: &RowScore) -> Option<String> {
    let edition = state.edition_of(period)?;
    let levels = &state.editions.get(&edition)?.levels;
    Some(levels.get(row.level?)?.title.clone())
}

/// An index of a period as it is shown: one decimal, never rounded across a level.
#[must_use]
pub fn index(state: &State, period: PeriodId, value: Exact) -> String {
    let edition = state.edition_of(period);
    let edition = edition.and_then(|it| state.editions.get(&it));
    let shown = shown_index(edition.map_or(&[], |it| &it.levels), value);
    number::format(shown, shown.scale().max(1))
}
