//! What is unusual about an entry, in one short line under the editor.

use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::bases;
use crate::domain::catalogue::{Bounds, Indicator};
use crate::domain::check::{BaseGiven, Warning};
use crate::domain::ids::BaseQuantityId;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Subject};
use crate::locale::{NBSP, Phrase, args, format};

/// Indicators that are named as those where the other number stands.
const MOST_OTHERS: usize = 2;

impl Narrator<'_> {
    /// What several warnings about an entry say, one after another.
    pub fn warnings(&self, cell: Cell, all: &[Warning]) -> String {
        let said: Vec<String> = all.iter().map(|it| self.warning(cell, it)).collect();
        said.join(" ")
    }

    /// Says numbers in the unit of a cell's indicator.
    fn in_unit(&self, cell: Cell) -> impl Fn(Decimal) -> String + '_ {
        let indicator = self.indicator_in(cell.period, cell.indicator);
        move |number| match &indicator {
            Some(it) => measured(it, number),
            None => shown(number),
        }
    }

    /// What a warning about an entry in a cell says, in the unit of its indicator.
    pub fn warning(&self, cell: Cell, warning: &Warning) -> String {
        let in_unit = self.in_unit(cell);
        match warning {
            Warning::BelowUsual { figure, min } => self.with(
                Phrase::WarningBelowUsual,
                &args![figure = in_unit(*figure), min = in_unit(*min)],
            ),
            Warning::AboveUsual { figure, max } => self.with(
                Phrase::WarningAboveUsual,
                &args![figure = in_unit(*figure), max = in_unit(*max)],
            ),
            Warning::Jump {
                figure,
                before,
                period,
            } => self.with(
                Phrase::WarningJump,
                &args![
                    figure = in_unit(*figure),
                    before = in_unit(*before),
                    period = self.period(*period)
                ],
            ),
            Warning::BaseDiffers { first, second } => {
                let all = [Some(first), second.as_ref()].into_iter().flatten();
                let phrases = [Phrase::WarningBaseDiffers, Phrase::WarningBaseDiffersBare];
                let said = all.map(|it| self.base_given(cell, it, phrases));
                said.collect::<Vec<_>>().join(" ")
            }
            Warning::MoreThanWhole {
                numerator,
                denominator,
            } => self.with(
                Phrase::WarningMoreThanWhole,
                &args![part = shown(*numerator), whole = shown(*denominator)],
            ),
            Warning::OutsideOwn {
                figure,
                min,
                max,
                periods: _,
            } => self.with(
                Phrase::WarningOutsideOwn,
                &args![
                    figure = in_unit(*figure),
                    min = in_unit(*min),
                    max = in_unit(*max)
                ],
            ),
            Warning::Outlier {
                figure,
                median,
                peers,
                alike,
            } => {
                let phrase = match alike {
                    true => Phrase::WarningOutlierAlike,
                    false => Phrase::WarningOutlier,
                };
                let (figure, median) = (in_unit(*figure), in_unit(*median));
                self.with(phrase, &args![figure, median, n = *peers])
            }
            Warning::HalfGiven {
                percent: _,
                base,
                known,
            } => self.with(
                Phrase::WarningHalfGiven,
                &args![
                    base = self.key(Key::BaseQuantity(*base)),
                    known = shown(*known)
                ],
            ),
            Warning::OtherMeasure => self.say(Phrase::WarningOtherMeasure),
            Warning::Impossible { figure, min, max } => self.with(
                Phrase::WarningImpossible,
                &args![
                    figure = in_unit(*figure),
                    bounds = self.bounded(&Bounds {
                        hard_min: *min,
                        hard_max: *max,
                        ..Bounds::default()
                    })
                ],
            ),
            Warning::NoCount { number } => {
                self.with(Phrase::WarningNoCount, &args![number = shown(*number)])
            }
            Warning::BeyondPoints { number, max } => self.with(
                Phrase::WarningBeyondPoints,
                &args![number = shown(*number), max = shown(*max)],
            ),
            Warning::ZeroUnexplained => self.say(Phrase::WarningZeroUnexplained),
            Warning::NoteMissing => self.say(Phrase::WarningNoteMissing),
            Warning::EvidenceMissing => self.say(Phrase::WarningEvidenceMissing),
            Warning::Copied {
                period,
                figures,
                mark: _,
            } => self.with(
                Phrase::WarningCopied,
                &args![period = self.period(*period), n = *figures],
            ),
        }
    }
}

impl Narrator<'_> {
    /// What was found, in the fewest words: under a heading that says which rule it was, and what is to be done.
    pub fn finding(&self, cell: Cell, fact: &Warning) -> String {
        let in_unit = self.in_unit(cell);
        match fact {
            Warning::BelowUsual { figure, min } => self.with(
                Phrase::FindingBelowUsual,
                &args![figure = in_unit(*figure), min = in_unit(*min)],
            ),
            Warning::AboveUsual { figure, max } => self.with(
                Phrase::FindingAboveUsual,
                &args![figure = in_unit(*figure), max = in_unit(*max)],
            ),
            Warning::Jump {
                figure,
                before,
                period,
            } => self.with(
                Phrase::FindingJump,
                &args![
                    figure = in_unit(*figure),
                    before = in_unit(*before),
                    period = self.period(*period)
                ],
            ),
            Warning::OutsideOwn {
                figure,
                min,
                max,
                periods: _,
            } => self.with(
                Phrase::FindingOutsideOwn,
                &args![
                    figure = in_unit(*figure),
                    min = in_unit(*min),
                    max = in_unit(*max)
                ],
            ),
            Warning::Outlier {
                figure,
                median,
                peers: _,
                alike: _,
            } => self.with(
                Phrase::FindingOutlier,
                &args![figure = in_unit(*figure), median = in_unit(*median)],
            ),
            Warning::HalfGiven {
                percent,
                base,
                known,
            } => self.with(
                Phrase::FindingHalfGiven,
                &args![
                    percent = in_unit(*percent),
                    base = self.base_title(*base),
                    known = shown(*known)
                ],
            ),
            Warning::BaseDiffers { first, second } => {
                let all = [Some(first), second.as_ref()].into_iter().flatten();
                let phrases = [Phrase::BaseGiven, Phrase::BaseGivenBare];
                let said: Vec<_> = all.map(|it| self.base_given(cell, it, phrases)).collect();
                said.join("; ")
            }
            Warning::MoreThanWhole {
                numerator,
                denominator,
            } => self.with(
                Phrase::FindingMoreThanWhole,
                &args![part = shown(*numerator), whole = shown(*denominator)],
            ),
            // The heading says what is missing, and the value is what it is missing at.
            Warning::ZeroUnexplained | Warning::NoteMissing | Warning::EvidenceMissing => {
                let value = self.names.value(cell);
                let indicator = self.indicator_in(cell.period, cell.indicator);
                let entry = value.map(|it| self.locale.entry(indicator.as_ref(), &it.entry));
                entry.unwrap_or_else(|| self.warning(cell, fact))
            }
            _ => self.warning(cell, fact),
        }
    }

    /// «здесь 55, внесено 54: педагоги всего (6.3; Орлова, 23.05.2026 12:40)»: who has entered the other number, when, and in which indicator
    /// of the organisation it stands.
    fn base_given(&self, cell: Cell, it: &BaseGiven, [whole, bare]: [Phrase; 2]) -> String {
        let Subject::Organisation(organisation) = cell.subject else {
            return String::new();
        };
        let of = (cell.period, it.base, organisation);
        let others = bases::entered_so(self.names, of, it.known).into_iter();
        let codes = others.map(|(cell, _)| self.indicator(cell.period, cell.indicator));
        let stamp = self.names.base_value(cell.period, it.base, organisation);
        let who = stamp.map(|it| self.stamp(&it.stamp));
        let whence: Vec<String> = codes.take(MOST_OTHERS).chain(who).collect();
        let (given, known) = (shown(it.given), shown(it.known));
        let base = self.base_title(it.base);
        match whence.is_empty() {
            // Another line of the same list.
            true => self.with(bare, &args![given, known, base]),
            false => {
                let whence = whence.join("; ");
                self.with(whole, &args![given, known, base, whence])
            }
        }
    }

    fn base_title(&self, id: BaseQuantityId) -> String {
        let found = self.names.base_quantities.get(&id);
        found.map_or_else(|| self.key(Key::BaseQuantity(id)), |it| it.title.clone())
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}

/// «65,5 %»: with the indicator's decimals, a whole bound without.
pub(super) fn measured(indicator: &Indicator, number: Decimal) -> String {
    let number = format::number(number);
    if indicator.unit.is_empty() {
        number
    } else {
        format!("{number}{NBSP}{}", indicator.unit)
    }
}
