//! What is wrong with a scale that somebody makes, each defect in one line with a value that shows it, and which way a formula points.

use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::catalogue::Better;
use crate::domain::number::NumberError;
use crate::domain::scale::{Defect, Direction, Driver, Misfit, Swapped, Trend, Unread, Unreadable};
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// Why a line of a scale could not be read: «после «до» нет числа».
    pub fn unreadable_line(&self, it: &Unreadable) -> String {
        let phrase = match it.why {
            Unread::Empty => return self.say(Phrase::UnreadEmpty),
            Unread::Unknown => Phrase::UnreadUnknown,
            Unread::NumberMissing => Phrase::UnreadNumberMissing,
            Unread::Extra => Phrase::UnreadExtra,
            Unread::TwiceSame => Phrase::UnreadTwiceSame,
            Unread::Brackets => Phrase::UnreadBrackets,
            Unread::Number(NumberError::TwoDecimalSigns) => Phrase::UnreadTwoSigns,
            Unread::Number(NumberError::TooManyDigits) => Phrase::UnreadDigits,
            Unread::Number(_) => Phrase::UnreadNumber,
        };
        self.with(phrase, &args![piece = &it.piece])
    }

    /// What is wrong with a table: «Строки 2 и 3: значение 5,4 не попадает ни в одну строку.» Rows are counted from 1.
    pub fn scale_defect(&self, it: &Defect) -> String {
        let rows = it.rows();
        let [first, second] = [0, 1].map(|n| rows.get(n).map_or(0, |row| row + 1));
        match it {
            Defect::NoRow => self.say(Phrase::DefectNoRow),
            Defect::OneRow => self.say(Phrase::DefectOneRow),
            Defect::Unreadable { why, .. } => {
                let why = self.unreadable_line(why);
                self.with(Phrase::DefectUnreadable, &args![row = first, why])
            }
            Defect::NoPoints { .. } => self.with(Phrase::DefectNoPoints, &args![row = first]),
            Defect::Reversed { .. } => self.with(Phrase::DefectReversed, &args![row = first]),
            Defect::Nothing { .. } => self.with(Phrase::DefectNothing, &args![row = first]),
            Defect::OutOfBounds { min, max, .. } => self.out_of_scale(first, *min, *max),
            Defect::Gap { sample, .. } => self.with(
                Phrase::DefectGap,
                &args![first, second, sample = shown(*sample)],
            ),
            Defect::Overlap { sample, .. } => self.with(
                Phrase::DefectOverlap,
                &args![first, second, sample = shown(*sample)],
            ),
            Defect::BelowLowest { sample, .. } => self.with(
                Phrase::DefectBelowLowest,
                &args![row = first, sample = shown(*sample)],
            ),
            Defect::AboveHighest { sample, .. } => self.with(
                Phrase::DefectAboveHighest,
                &args![row = first, sample = shown(*sample)],
            ),
            Defect::WrongWay { better } => self.say(wrong_way(*better)),
            Defect::NotMonotone { better, .. } => {
                let phrase = match better {
                    Better::Higher => Phrase::DefectNotMonotoneHigher,
                    Better::Lower => Phrase::DefectNotMonotoneLower,
                };
                self.with(phrase, &args![first, second])
            }
            Defect::NothingToGain { most } => self.nothing_to_gain(*most),
            Defect::Negative { points, .. } => self.with(
                Phrase::DefectNegative,
                &args![row = first, points = shown(*points)],
            ),
        }
    }

    /// The same of a share whose table ends with the whole: the way out is a word in the form of the indicator.
    pub fn share_without_end(&self, it: &Defect) -> String {
        let defect = self.scale_defect(it);
        format!("{defect} {}", self.say(Phrase::DefectShareWithoutEnd))
    }

    /// What is wrong with a scoring of any kind.
    pub fn scoring_misfit(&self, it: &Misfit) -> String {
        match it {
            Misfit::Bands(it) => self.scale_defect(it),
            Misfit::WrongMeasure => self.say(Phrase::MisfitWrongMeasure),
            Misfit::OptionCount { options, points } => self.with(
                Phrase::MisfitOptionCount,
                &args![options = *options, points = *points],
            ),
            Misfit::NeverMoves { points } => {
                self.with(Phrase::MisfitNeverMoves, &args![points = shown(*points)])
            }
            Misfit::YesNoAgainst { better } => self.say(match better {
                Better::Higher => Phrase::MisfitYesNoHigher,
                Better::Lower => Phrase::MisfitYesNoLower,
            }),
            Misfit::NothingToGain { most } => self.nothing_to_gain(*most),
            Misfit::FloorAboveCap { floor, cap } => self.with(
                Phrase::MisfitFloorAboveCap,
                &args![floor = shown(*floor), cap = shown(*cap)],
            ),
            Misfit::StartOutside { start, floor, cap } => self.with(
                Phrase::MisfitStartOutside,
                &args![
                    start = shown(*start),
                    floor = shown(*floor),
                    cap = shown(*cap)
                ],
            ),
            Misfit::PointsAgainst { better } => self.say(wrong_way(*better)),
            Misfit::CapOutOfReach { cap, reached } => self.with(
                Phrase::MisfitCapOutOfReach,
                &args![cap = shown(*cap), reached = shown(*reached)],
            ),
            Misfit::DirectBounds { max, hard_max } => self.with(
                Phrase::MisfitDirectBounds,
                &args![max = shown(*max), bound = shown(*hard_max)],
            ),
            Misfit::BestMayBeZero => self.say(Phrase::MisfitBestMayBeZero),
            Misfit::BelowZeroIsZero => self.say(Phrase::MisfitBelowZero),
        }
    }

    /// «Растёт числитель → показатель растёт → баллы растут», and what contradicts it.
    pub fn pointing(&self, it: &Direction) -> String {
        let points = key(it.points);
        let pointing = match it.driver {
            Driver::Numerator => self.with(
                Phrase::PointingNumerator,
                &args![figure = key(it.figure), points],
            ),
            Driver::Value => self.with(Phrase::PointingValue, &args![points]),
            Driver::Current => self.with(Phrase::PointingCurrent, &args![points]),
            Driver::Own => self.with(Phrase::PointingOwn, &args![points]),
        };
        match (it.contradicts(), it.better) {
            (false, _) => pointing,
            (true, Better::Higher) => self.with(Phrase::PointingAgainstHigher, &args![pointing]),
            (true, Better::Lower) => self.with(Phrase::PointingAgainstLower, &args![pointing]),
        }
    }

    /// That numerator and denominator seem to be swapped, and by which words.
    pub fn swapped(&self, it: &Swapped) -> String {
        let (above, below) = (&it.above, &it.below);
        match it.points {
            Some(points) => self.with(
                Phrase::PointingSwappedPoints,
                &args![above, below, points = key(points)],
            ),
            None => self.with(Phrase::PointingSwapped, &args![above, below]),
        }
    }

    fn out_of_scale(&self, row: usize, min: Option<Decimal>, max: Option<Decimal>) -> String {
        match (min, max) {
            (Some(min), Some(max)) => self.with(
                Phrase::DefectOutOfBounds,
                &args![row, min = shown(min), max = shown(max)],
            ),
            (Some(min), None) => self.with(Phrase::DefectOutBelow, &args![row, min = shown(min)]),
            (None, Some(max)) => self.with(Phrase::DefectOutAbove, &args![row, max = shown(max)]),
            // Without bounds nothing is out of them; of such a row only this can be said.
            (None, None) => self.with(Phrase::DefectNothing, &args![row]),
        }
    }

    fn nothing_to_gain(&self, most: Decimal) -> String {
        self.with(Phrase::DefectNothingToGain, &args![most = shown(most)])
    }
}

fn wrong_way(better: Better) -> Phrase {
    match better {
        Better::Higher => Phrase::DefectWrongWayHigher,
        Better::Lower => Phrase::DefectWrongWayLower,
    }
}

/// What a message chooses its words by.
fn key(trend: Trend) -> &'static str {
    match trend {
        Trend::Grows => "grows",
        Trend::Falls => "falls",
        Trend::Stays => "stays",
        Trend::Varies => "other",
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}
