//! The rules by which values are looked over (правила проверки): a closed list, how much each of them matters in an edition of the
//! catalogue, and what somebody has said of what one of them found.
//!
//! Owns which rules there are and what holds where an edition says nothing of one. What a rule finds is looked for in `analysis`; what
//! can be seen while somebody types is [`check`](super::check)'s.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::entering::Seen;
use super::ids::EditionId;
use super::state::{Stamped, State};
use super::value::Cell;

/// What is looked for. Its number is stored: a rule is only ever appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum RuleKind {
    /// The value is none that the indicator takes: another edition has come since, or the period was moved to one.
    Unfit = 1,
    /// More than the whole of which it is a part.
    MoreThanWhole = 2,
    /// A percent alone, though one of its parts is known: with the other one it could be counted among the rest.
    HalfGiven = 3,
    /// One base quantity, given differently in two places.
    BaseDiffers = 4,
    /// A count that is not whole or is less than nothing; expert points beyond the most that can be given.
    Count = 5,
    /// Expert points of 0, and no word why.
    ZeroUnexplained = 6,
    /// Outside of what the indicator calls usual.
    Unusual = 7,
    /// A long way from the period before.
    Jump = 8,
    /// Outside of all that the organisation ever had.
    OwnRange = 9,
    /// A long way from what the others have.
    Outlier = 10,
    /// All of an organisation as it was in the period before.
    Copied = 11,
    /// The note that the indicator asks for is not there.
    NoteMissing = 12,
    /// The document that the indicator asks for is not there.
    EvidenceMissing = 13,
}

impl RuleKind {
    /// All of them, in the order of their numbers.
    pub const ALL: [RuleKind; 13] = [
        RuleKind::Unfit,
        RuleKind::MoreThanWhole,
        RuleKind::HalfGiven,
        RuleKind::BaseDiffers,
        RuleKind::Count,
        RuleKind::ZeroUnexplained,
        RuleKind::Unusual,
        RuleKind::Jump,
        RuleKind::OwnRange,
        RuleKind::Outlier,
        RuleKind::Copied,
        RuleKind::NoteMissing,
        RuleKind::EvidenceMissing,
    ];

    /// The rule of this number.
    #[must_use]
    pub fn from_number(number: u8) -> Option<RuleKind> {
        RuleKind::ALL.into_iter().find(|it| *it as u8 == number)
    }

    /// How much it matters where an edition says nothing else.
    #[must_use]
    pub fn usual_importance(self) -> Importance {
        match self {
            RuleKind::Unfit
            | RuleKind::MoreThanWhole
            | RuleKind::BaseDiffers
            | RuleKind::Count => Importance::High,
            // One part alone is refused while it is typed, so that no pair stands half filled. What is left is the percent alone («без
            // состава»), which may be all that anybody knows: worth asking for, and no reason to keep a period open.
            RuleKind::HalfGiven
            // Without these a value is not handed in anyway.
            | RuleKind::NoteMissing
            | RuleKind::EvidenceMissing
            | RuleKind::ZeroUnexplained
            // What is unusual may well be true.
            | RuleKind::Unusual
            | RuleKind::Jump
            | RuleKind::OwnRange
            | RuleKind::Outlier => Importance::Medium,
            RuleKind::Copied => Importance::Low,
        }
    }

    /// From where on it finds something, where an edition says nothing else; `None` for a rule that has no such number.
    #[must_use]
    pub fn usual_threshold(self) -> Option<Decimal> {
        match self {
            // Percentage points; what the indicator itself says goes before it.
            RuleKind::Jump => Some(Decimal::from(20)),
            // Spans of what the organisation had so far, beyond its ends.
            RuleKind::OwnRange => Some(Decimal::ONE),
            // The modified z-score beyond which Iglewicz and Hoaglin call a figure an outlier.
            RuleKind::Outlier => Some(Decimal::new(35, 1)),
            // Figures that are all the same: of fewer it says nothing.
            RuleKind::Copied => Some(Decimal::from(5)),
            _ => None,
        }
    }

    /// What holds where an edition says nothing of the rule.
    #[must_use]
    pub fn usual(self) -> Rule {
        Rule {
            importance: self.usual_importance(),
            threshold: self.usual_threshold(),
            instruction: String::new(),
        }
    }
}

/// How much it matters what a rule finds. The order is the one in which findings are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Importance {
    /// A period is not closed before it is put right or confirmed.
    High,
    /// Worth a word.
    Medium,
    /// Worth a look.
    Low,
    /// The rule is not asked.
    Off,
}

impl Importance {
    /// All, the weightiest first.
    pub const ALL: [Importance; 4] = [
        Importance::High,
        Importance::Medium,
        Importance::Low,
        Importance::Off,
    ];
}

/// What an edition says of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// How much it matters.
    pub importance: Importance,
    /// From where on it finds something, for the rules that have such a number.
    pub threshold: Option<Decimal>,
    /// What is to be done where it has found something; empty: what the program says of it.
    pub instruction: String,
}

/// What somebody has said of a finding, which rests from then on («подтверждено»). By whom and when is the record's stamp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// Why it is right as it stands.
    pub note: String,
    /// The mark of what was found then: where it is another today, the finding is open again.
    pub mark: u64,
}

impl State {
    /// What holds of a rule in an edition.
    #[must_use]
    pub fn rule(&self, edition: EditionId, kind: RuleKind) -> Rule {
        let own = self.rules.get(&(edition, kind));
        own.map_or_else(|| kind.usual(), |it| it.body.clone())
    }

    /// What an edition says of rules, by their numbers; of the others the usual holds.
    pub fn rules_of(&self, edition: EditionId) -> impl Iterator<Item = (RuleKind, &Stamped<Rule>)> {
        let all = (edition, RuleKind::Unfit)..=(edition, RuleKind::EvidenceMissing);
        self.rules.range(all).map(|((_, kind), it)| (*kind, it))
    }
}

/// What a working edition is to say of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutRule {
    /// The edition.
    pub edition: EditionId,
    /// Which rule.
    pub kind: RuleKind,
    /// What the person has seen; absent where the usual held.
    pub seen: Seen,
    /// All its fields.
    pub rule: Rule,
}

/// Something found, for whoever says that it is right as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Where.
    pub cell: Cell,
    /// By which rule.
    pub rule: RuleKind,
    /// What the person has seen said of it before.
    pub seen: Seen,
    /// The mark of what was found.
    pub mark: u64,
}

/// Findings that are right as they stand, with one reason for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirm {
    /// Which.
    pub found: Vec<Found>,
    /// Why.
    pub note: String,
}
