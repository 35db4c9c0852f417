//! What of results, corrections and objections is hidden: names and words; the figures stay.

use super::{Mask, hide};
use crate::domain::ids::OrganisationId;
use crate::domain::results::{
    Correction, Lack, Objection, ObjectionAnswer, ResultHead, ResultRow, Results, Tenure,
};
use crate::domain::rule::Confirmation;
use crate::domain::value::Source;

impl Mask {
    pub(super) fn results(&self, it: &mut Results) {
        let Results {
            edition: _,
            organisations: _,
            placed: _,
            municipality,
        } = it;
        municipality.iter_mut().for_each(|it| self.outcome(it));
    }

    /// Hides whose results these are; the figures stay.
    pub(super) fn result_row(&self, id: OrganisationId, it: &mut ResultRow) {
        let ResultRow {
            name,
            kind: _,
            days,
            tenures,
            heads,
        } = it;
        *name = self.organisation(id);
        *days = (self.calendar.first(days.0), self.calendar.last(days.1));
        for Tenure { head: _, from, to } in tenures {
            *from = from.map(|it| self.calendar.first(it));
            *to = to.map(|it| self.calendar.last(it));
        }
        heads.iter_mut().for_each(|it| self.outcome(it));
    }

    fn outcome(&self, it: &mut ResultHead) {
        for it in &mut it.cells {
            self.entry(&mut it.entry);
            if let Some(Lack::Standing(reason)) = &mut it.lack {
                self.reason(reason);
            }
        }
    }

    pub(super) fn correction(&self, it: &mut Correction) {
        let Correction {
            was,
            source,
            reason,
            document: _,
        } = it;
        self.entry(was);
        hide(reason);
        if let Some(Source::Text(text)) = source {
            hide(text);
        }
    }
}

pub(super) fn confirmation(it: &mut Confirmation) {
    let Confirmation { note, mark: _ } = it;
    hide(note);
}

pub(super) fn objection(it: &mut Objection) {
    let Objection {
        period: _,
        organisation: _,
        person: _,
        cell: _,
        received: _,
        number,
        substance,
        due: _,
        answer,
    } = it;
    hide(number);
    hide(substance);
    if let Some(ObjectionAnswer {
        on: _,
        number,
        text,
        outcome: _,
    }) = answer
    {
        hide(number);
        hide(text);
    }
}
