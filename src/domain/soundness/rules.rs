//! What is worth a second look about the rules of an edition: nothing of it keeps the edition from being published.

use rust_decimal::Decimal;

use super::{Found, Part, Trouble};
use crate::domain::catalogue::{Indicator, Measure, SubjectKind};
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::record::Key;
use crate::domain::rule::{Importance, Rule, RuleKind};

/// What is wrong with one, beside the indicators that are collected.
pub(super) fn look_at(
    (edition, kind): (EditionId, RuleKind),
    it: &Rule,
    live: &[(IndicatorId, &Indicator)],
    out: &mut Found,
) {
    let key = Key::Rule(edition, kind);
    if it.importance == Importance::Off {
        if kind.usual_importance() == Importance::High {
            out.add(key, Part::Importance, Trouble::RuleOff);
        }
        return;
    }
    let Some(threshold) = it.threshold else {
        return;
    };
    let what = match kind {
        // Shares differ by no more than the whole; those that may pass it have a measure of their own.
        RuleKind::Jump if threshold >= Decimal::ONE_HUNDRED => Trouble::FindsNothing,
        RuleKind::Copied if threshold > Decimal::from(numbers(live)) => Trouble::FindsNothing,
        // A third of all lies beyond one standard deviation.
        RuleKind::Outlier if threshold < Decimal::ONE => Trouble::FindsTooMuch,
        _ => return,
    };
    out.add(key, Part::Threshold, what);
}

/// How many numbers an organisation is asked for.
fn numbers(live: &[(IndicatorId, &Indicator)]) -> usize {
    let asked = live.iter().filter(|(_, it)| {
        it.level == SubjectKind::Organisation
            && it.measure.computed_from().is_none()
            && !matches!(it.measure, Measure::Choice { .. })
    });
    asked.count()
}
