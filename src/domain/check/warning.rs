//! What can be unusual or wrong about a value, as data: which rule says so, and with which numbers.
//!
//! Must not know how it is found, nor how it is told.

use rust_decimal::Decimal;

use crate::domain::ids::{BaseQuantityId, PeriodId};
use crate::domain::rule::RuleKind;

/// A base quantity as an entry gives it, and as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseGiven {
    /// Which.
    pub base: BaseQuantityId,
    /// The number known for the organisation and period.
    pub known: Decimal,
    /// The number in the entry.
    pub given: Decimal,
}

/// Something unusual or wrong about an entry. While somebody types it is a warning, and the entry is taken all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Less than is usual.
    BelowUsual {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// From here on it would be usual.
        min: Decimal,
    },
    /// More than is usual.
    AboveUsual {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// Up to here it would be usual.
        max: Decimal,
    },
    /// A figure moved by more than its indicator's `jump`, else than the rule says.
    Jump {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// What it was.
        before: Decimal,
        /// When it was that.
        period: PeriodId,
    },
    /// Beyond all that it was in earlier periods.
    OutsideOwn {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// The least so far.
        min: Decimal,
        /// The most so far.
        max: Decimal,
        /// Of how many periods.
        periods: usize,
    },
    /// A long way from what the others have.
    Outlier {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// What stands in the middle of the others.
        median: Decimal,
        /// How many they are, this one included.
        peers: usize,
        /// They are organisations of the same kind.
        alike: bool,
    },
    /// A base quantity is known with another number.
    BaseDiffers {
        /// Which.
        first: BaseGiven,
        /// The other part of the ratio, where that differs, too.
        second: Option<BaseGiven>,
    },
    /// A share of more than the whole, where that is not possible or not usual.
    MoreThanWhole {
        /// Above the line.
        numerator: Decimal,
        /// Below it.
        denominator: Decimal,
    },
    /// A percent alone, though one of the parts is known.
    HalfGiven {
        /// The percent.
        percent: Decimal,
        /// Which part.
        base: BaseQuantityId,
        /// Its number.
        known: Decimal,
    },
    /// Not what the indicator measures: a number where an option is asked for.
    OtherMeasure,
    /// Beyond what is possible.
    Impossible {
        /// The figure, with the digits that the screen gives it.
        figure: Decimal,
        /// The least possible.
        min: Option<Decimal>,
        /// The most.
        max: Option<Decimal>,
    },
    /// A count that is not whole, or less than nothing.
    NoCount {
        /// The number.
        number: Decimal,
    },
    /// Expert points that can't be given.
    BeyondPoints {
        /// The points.
        number: Decimal,
        /// The most.
        max: Decimal,
    },
    /// Expert points of 0, and no word why.
    ZeroUnexplained,
    /// The obligatory note is not there.
    NoteMissing,
    /// The obligatory document is not there.
    EvidenceMissing,
    /// All figures of an organisation are those of the period before.
    Copied {
        /// That period.
        period: PeriodId,
        /// How many there are.
        figures: usize,
        /// The mark of all of them.
        mark: u64,
    },
}

impl Warning {
    /// The rule that says so.
    #[must_use]
    pub fn rule(&self) -> RuleKind {
        match self {
            Warning::BelowUsual { .. } | Warning::AboveUsual { .. } => RuleKind::Unusual,
            Warning::Jump { .. } => RuleKind::Jump,
            Warning::OutsideOwn { .. } => RuleKind::OwnRange,
            Warning::Outlier { .. } => RuleKind::Outlier,
            Warning::BaseDiffers { .. } => RuleKind::BaseDiffers,
            Warning::MoreThanWhole { .. } => RuleKind::MoreThanWhole,
            Warning::HalfGiven { .. } => RuleKind::HalfGiven,
            Warning::OtherMeasure | Warning::Impossible { .. } => RuleKind::Unfit,
            Warning::NoCount { .. } | Warning::BeyondPoints { .. } => RuleKind::Count,
            Warning::ZeroUnexplained => RuleKind::ZeroUnexplained,
            Warning::NoteMissing => RuleKind::NoteMissing,
            Warning::EvidenceMissing => RuleKind::EvidenceMissing,
            Warning::Copied { .. } => RuleKind::Copied,
        }
    }

    /// Whether whoever types it is asked for a word at once. What is seen only beside the others or far back is shown and waits among the
    /// findings: the figures of a column are typed without looking, and a question in the way swallows those that follow.
    #[must_use]
    pub fn asks_at_once(&self) -> bool {
        !matches!(
            self.rule(),
            RuleKind::Outlier | RuleKind::OwnRange | RuleKind::HalfGiven
        )
    }

    /// Whether a note beside the value says all that there is to say: the figure is strange, and somebody has said why.
    #[must_use]
    pub fn is_explained_by_a_note(&self) -> bool {
        matches!(
            self.rule(),
            RuleKind::Unusual | RuleKind::Jump | RuleKind::OwnRange | RuleKind::Outlier
        )
    }
}
