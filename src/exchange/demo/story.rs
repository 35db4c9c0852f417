//! What is said about a value: state, note, source, evidence; and what happened to it on its way.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::{Dice, later};
use super::slips;
use super::text::dated;
use super::values::{EXPERT, Maker};
use super::world::Step;
use crate::domain::catalogue::{Indicator, NoteRule};
use crate::domain::ids::{DocumentId, UserId};
use crate::domain::record::Record;
use crate::domain::value::{Entry, Source, Value, ValueState};

/// What proves the points of the expert sheet: the examination of development programmes.
const EXPERTISE: DocumentId = DocumentId(11);
/// What proves an attestation: the resolution on attestation.
const ATTESTATION_ACT: DocumentId = DocumentId(3);

impl Maker<'_> {
    /// What happened to a value. The current year has its whole way; of others only what was corrected later.
    pub(super) fn steps(&self, value: Value, day: NaiveDate, dice: &mut Dice) -> Vec<Step> {
        let author = value.entered_by;
        let step = |day, by, value: &Value| (day, by, Record::Value(value.clone()));
        let corrected = !self.world.options.filled && dice.chance(40);
        let mut steps = Vec::new();
        if let (
            true,
            Entry::Ratio {
                numerator,
                denominator,
            },
        ) = (corrected, &value.entry)
        {
            // A numerator read wrongly, put right some days later.
            let numerator = (*numerator / Decimal::TWO).trunc();
            let entry = Entry::Ratio {
                numerator,
                denominator: *denominator,
            };
            let first = Value::entered(entry, author);
            steps.push(step(day, author, &first));
        }
        let day = if steps.is_empty() {
            day
        } else {
            dice.day(later(day, 1), 6)
        };
        if !self.world.is_current(self.period) || value.state == ValueState::Entered {
            steps.push(step(day, author, &value));
            return steps;
        }
        let at = |state| Value {
            state,
            ..value.clone()
        };
        steps.push(step(day, author, &at(ValueState::Entered)));
        let submitted = dice.day(later(day, 1), 4);
        steps.push(step(submitted, author, &at(ValueState::Submitted)));
        if value.state != ValueState::Submitted {
            let checked = dice.day(later(submitted, 1), 5);
            steps.push(step(checked, self.world.head(), &value));
        }
        steps
    }

    /// A value as it stands in the end.
    pub(super) fn value(
        &self,
        indicator: &Indicator,
        entry: Entry,
        author: UserId,
        day: NaiveDate,
        dice: &mut Dice,
    ) -> Value {
        let texts = &self.world.texts;
        let mut value = Value::entered(entry, author);
        if value.entry == Entry::Empty {
            value.follow_up = true;
            return value;
        }
        value.state = self.state(dice);
        if dice.chance(650) {
            value.source = Some(Source::Text(dated(&dice.text(&texts.sources), day, dice)));
        } else if dice.chance(60) {
            value.source = self.world.document("15/328").map(Source::Document);
        }
        if dice.chance(60) {
            value.note = dated(&dice.text(&texts.notes), day, dice);
        }
        if value.entry == Entry::Number(Decimal::ZERO) && indicator.code == EXPERT {
            value.note = dice.text(&texts.zero_notes);
        }
        if indicator.note == NoteRule::Always && value.entry.is_filled() {
            value.note = slips::mentor(&value.entry, day, dice);
        }
        if indicator.evidence_required && value.entry.is_filled() {
            value.evidence = Some(if indicator.code == EXPERT {
                EXPERTISE
            } else {
                ATTESTATION_ACT
            });
        }
        if indicator.code == EXPERT && dice.chance(500) {
            let own = dice.whole(5, 12);
            value.self_assessment = Some(Box::new(Entry::Number(own.into())));
        }
        let current = self.world.is_current(self.period);
        value.follow_up = current && dice.chance(18);
        value
    }

    fn state(&self, dice: &mut Dice) -> ValueState {
        if !self.world.is_current(self.period) {
            return if dice.chance(985) {
                ValueState::Approved
            } else {
                ValueState::Entered
            };
        }
        match dice.whole(0, 99) {
            0..=44 => ValueState::Entered,
            45..=69 => ValueState::Submitted,
            70..=95 => ValueState::Approved,
            _ => ValueState::Returned {
                reason: dice.text(&self.world.texts.return_reasons),
            },
        }
    }
}
