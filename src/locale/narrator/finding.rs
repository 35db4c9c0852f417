//! What a rule has found, and what is to be done about it.

use crate::domain::rule::{Rule, RuleKind};
use crate::locale::{Locale, Phrase};

/// What is to be done where a rule has found something: what the edition says, else what the program does.
#[must_use]
pub fn to_do(locale: &Locale, kind: RuleKind, rule: &Rule) -> String {
    if !rule.instruction.trim().is_empty() {
        return rule.instruction.clone();
    }
    locale.say(match kind {
        RuleKind::Unfit => Phrase::TodoUnfit,
        RuleKind::MoreThanWhole => Phrase::TodoMoreThanWhole,
        RuleKind::HalfGiven => Phrase::TodoHalfGiven,
        RuleKind::BaseDiffers => Phrase::TodoBaseDiffers,
        RuleKind::Count => Phrase::TodoCount,
        RuleKind::ZeroUnexplained => Phrase::TodoZeroUnexplained,
        RuleKind::Unusual => Phrase::TodoUnusual,
        RuleKind::Jump => Phrase::TodoJump,
        RuleKind::OwnRange => Phrase::TodoOwnRange,
        RuleKind::Outlier => Phrase::TodoOutlier,
        RuleKind::Copied => Phrase::TodoCopied,
        RuleKind::NoteMissing => Phrase::TodoNoteMissing,
        RuleKind::EvidenceMissing => Phrase::TodoEvidenceMissing,
    })
}
