//! An objection as a page, for whoever neither writes nor answers it: what is objected to, and what was answered.

use super::Writer;
use crate::domain::ids::ObjectionId;
use crate::domain::record::Key;
use crate::locale::{Phrase, format};

impl Writer<'_> {
    pub(super) fn objection(&mut self, id: ObjectionId) {
        let Some(it) = self.app.state().objections.get(&id) else {
            return;
        };
        let narrator = self.app.narrator();
        let mut whose = narrator.organisation(it.organisation);
        if let Some(person) = it.person {
            whose = format!("{whose}, {}", narrator.person(person));
        }
        self.link(
            Phrase::KindOrganisation,
            &whose,
            Key::Organisation(it.organisation),
        );
        self.field(Phrase::FieldPeriod, &narrator.period(it.period));
        if let Some(cell) = it.cell {
            self.ground(cell);
        }
        self.field(Phrase::FieldReceived, &format::date(it.received));
        self.field(Phrase::FieldNumber, &it.number);
        self.field(Phrase::FieldSubstance, &it.substance);
        self.field(Phrase::FieldDue, &format::date(it.due));
        if let Some(answer) = &it.answer {
            self.heading(Phrase::LabelAnswer);
            let outcome = self.app.locale.word(&answer.outcome);
            self.field(Phrase::LabelObjectionOutcome, &outcome);
            self.field(Phrase::LabelAnswered, &format::date(answer.on));
            if !answer.number.is_empty() {
                self.field(Phrase::LabelOutgoing, &answer.number);
            }
            self.field(Phrase::FieldText, &answer.text);
        }
        self.changed(Key::Objection(id));
    }
}
