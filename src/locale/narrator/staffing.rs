//! Why an appointment, an organisation or a base quantity is not written down as it was asked.

use chrono::NaiveDate;

use super::{Narrator, Told};
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::refusal::Field;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// Who is appointed already, and from when to when.
    pub(super) fn overlapping(
        &self,
        person: PersonId,
        from: NaiveDate,
        to: Option<NaiveDate>,
    ) -> Told {
        let from = self.day_in_office(from);
        let days = match to {
            Some(to) => self.with(Phrase::InOffice, &args![from, to = self.day_in_office(to)]),
            None => self.with(Phrase::InOfficeSince, &args![date = from]),
        };
        self.fact(
            Phrase::RefusalOverlapping,
            &args![person = self.person(person), days],
            Phrase::RefusalOverlappingNext,
        )
    }

    /// What works no longer, and since when.
    pub(super) fn organisation_closed(&self, id: OrganisationId, closed: NaiveDate) -> Told {
        self.fact(
            Phrase::RefusalOrganisationClosed,
            &args![
                organisation = self.organisation(id),
                date = format::date(closed)
            ],
            Phrase::RefusalOrganisationClosedNext,
        )
    }

    /// Who headed no such organisation then.
    pub(super) fn never_headed(
        &self,
        person: PersonId,
        organisation: OrganisationId,
        period: PeriodId,
    ) -> Told {
        self.fact(
            Phrase::RefusalNeverHeaded,
            &args![
                person = self.person(person),
                organisation = self.organisation(organisation),
                period = self.period(period)
            ],
            Phrase::RefusalNeverHeadedNext,
        )
    }

    /// Into what an organisation would be merged.
    pub(super) fn merged_in_circle(&self, into: OrganisationId) -> Told {
        self.fact(
            Phrase::RefusalMergedInCircle,
            &args![organisation = self.organisation(into)],
            Phrase::RefusalMergedInCircleNext,
        )
    }

    /// Which field stays as it is, and what uses it.
    pub(super) fn fixed(&self, field: Field, by: Key) -> Told {
        self.fact(
            Phrase::RefusalFixed,
            &args![field = self.locale.word(&field), by = self.key(by)],
            Phrase::RefusalFixedNext,
        )
    }
}
