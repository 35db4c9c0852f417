//! What a rule finds from where on, and what is to be done about it.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::record::{Change, Key, Record};
use crate::domain::rule::{Rule, RuleKind};
use crate::locale::{Locale, Phrase, args, format};

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

/// A number from which on a rule finds something, with what it measures: «20 п.п.».
#[must_use]
pub fn threshold(locale: &Locale, kind: RuleKind, number: Decimal) -> String {
    let number = format::number(number.normalize());
    let phrase = match kind {
        RuleKind::Jump => Phrase::ThresholdJump,
        RuleKind::OwnRange => Phrase::ThresholdOwnRange,
        RuleKind::Outlier => Phrase::ThresholdOutlier,
        RuleKind::Copied => Phrase::ThresholdCopied,
        _ => return number,
    };
    locale.say_with(phrase, &args![number])
}

/// A change of a rule beside what holds where an edition says nothing of it: that is no new record to anybody, but another threshold.
pub(super) fn beside_usual(change: &Change) -> Cow<'_, Change> {
    let Key::Rule(_, kind) = change.key else {
        return Cow::Borrowed(change);
    };
    if change.before.is_none() && change.after.is_none() {
        return Cow::Borrowed(change);
    }
    let usual = || Some(Record::Rule(kind.usual()));
    Cow::Owned(Change {
        key: change.key,
        before: change.before.clone().or_else(usual),
        after: change.after.clone().or_else(usual),
    })
}

impl Narrator<'_> {
    /// What was said of findings, or taken back: «Подтверждено: 6.1 · СШ № 35 · выброс среди организаций». None where only the words of it
    /// were changed.
    pub(super) fn confirming(&self, first: &Change, total: usize) -> Option<String> {
        let Key::Confirmation(cell, rule) = first.key else {
            return None;
        };
        let (one, many) = match (&first.before, &first.after) {
            (None, Some(_)) => (Phrase::DeedConfirmed, Phrase::DeedConfirmedMany),
            (Some(_), None) => (Phrase::DeedUnconfirmed, Phrase::DeedUnconfirmedMany),
            _ => return None,
        };
        Some(match total {
            1 => {
                let (what, rule) = (self.cell(cell), self.locale.word(&rule));
                let what = self.with(Phrase::FindingOf, &args![said = what, state = rule]);
                self.with(one, &args![what])
            }
            n => self.with(many, &args![n]),
        })
    }
}
