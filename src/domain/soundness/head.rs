//! What is wrong with an edition as a whole: its title, its act and dates, its levels and whom it gives a place.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Found, Part, Trouble, WHOLE};
use crate::domain::catalogue::Edition;
use crate::domain::ids::EditionId;
use crate::domain::record::Key;
use crate::domain::state::State;

/// The date of the act that an edition rests on.
pub fn signed(state: &State, it: &Edition) -> Option<NaiveDate> {
    state.documents.get(&it.act?)?.date
}

/// What is wrong with it. `signed` is the date of its act, which may be one being typed.
pub fn look_at(id: EditionId, it: &Edition, signed: Option<NaiveDate>, out: &mut Found) {
    let key = Key::Edition(id);
    if it.title.trim().is_empty() {
        out.add(key, Part::Title, Trouble::Blank);
    }
    if it.act.is_none() {
        out.add(key, Part::Act, Trouble::NoAct);
    }
    let crossed = |a: Option<_>, b: Option<_>| a.zip(b).is_some_and(|(a, b)| b < a);
    if crossed(it.adopted, it.in_force) {
        out.add(key, Part::Dates, Trouble::DatesCrossed);
    }
    if crossed(it.adopted, it.applies_from) {
        out.add(key, Part::AppliesFrom, Trouble::AppliesBackwards);
    }
    if let (Some(signed), Some(adopted)) = (signed, it.adopted)
        && signed != adopted
    {
        out.add(key, Part::Adopted, Trouble::AdoptedOtherwise { signed });
    }
    if it.applies_from.is_none() {
        out.add(key, Part::AppliesFrom, Trouble::NoAppliesFrom);
    }
    out.range(key, Part::Completeness, it.completeness, WHOLE);
    out.range(
        key,
        Part::MinMonths,
        it.min_months.into(),
        Decimal::from(12),
    );
    if it.levels.last().is_none_or(|it| !it.from.is_zero()) {
        out.add(key, Part::Levels, Trouble::LevelsOpen);
    }
    let mut above = None;
    for (level, it) in it.levels.iter().enumerate() {
        out.range(key, Part::Levels, it.from, WHOLE);
        if it.title.trim().is_empty() {
            out.add(key, Part::Levels, Trouble::Blank);
        }
        if above.is_some_and(|above| it.from >= above) {
            out.add(key, Part::Levels, Trouble::LevelsUnordered { level });
        }
        above = Some(it.from);
    }
}
