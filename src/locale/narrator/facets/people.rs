//! Facets of organisations, people and periods.

use chrono::NaiveDate;

use super::{Facet, day, field, plain};
use crate::domain::ids::DirectionId;
use crate::domain::people::{Appointment, Deputy, Organisation, OrganisationFlag, Person, User};
use crate::domain::period::{Period, PeriodEvent};
use crate::domain::record::Key;
use crate::locale::narrator::Narrator;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    pub(super) fn organisation_facets(&self, it: &Organisation) -> Vec<Facet> {
        let Organisation {
            kind,
            number,
            name,
            full_name,
            opened,
            closed,
            closed_by,
            merged_into,
            flags,
            standing,
        } = it;
        vec![
            field(Phrase::FieldKind, self.locale.word(kind)).headline(),
            field(
                Phrase::FieldNumber,
                number.map(|it| it.to_string()).unwrap_or_default(),
            ),
            field(Phrase::FieldName, name),
            self.text(Phrase::FieldFullName, full_name),
            field(Phrase::FieldOpened, self.day_if_any(opened)),
            field(Phrase::FieldClosed, self.day_if_any(closed)),
            field(Phrase::FieldClosedBy, self.paper(closed_by)),
            field(
                Phrase::FieldMergedInto,
                merged_into
                    .map(|id| self.organisation(id))
                    .unwrap_or_default(),
            ),
            field(Phrase::FieldFlags, self.list(flags, |it| self.flag(it))),
            field(
                Phrase::FieldStanding,
                self.list(standing, |it| it.reason.clone()),
            )
            .exactly(standing),
        ]
    }

    /// «ШНОР с 01.09.2024».
    fn flag(&self, it: &OrganisationFlag) -> String {
        let OrganisationFlag {
            kind,
            from,
            to,
            note,
        } = it;
        let name = match note.as_str() {
            "" => self.locale.word(kind),
            note => format!("{} ({note})", self.locale.word(kind)),
        };
        let days = [Some(*from), *to].map(|it| self.day_if_any(&it)).join("–");
        format!("{name} {days}")
    }

    fn day_if_any(&self, day: &Option<NaiveDate>) -> String {
        day.map(|it| self.day_in_office(it)).unwrap_or_default()
    }

    pub(super) fn person_facets(&self, it: &Person) -> Vec<Facet> {
        let Person {
            surname,
            given,
            patronymic,
        } = it;
        let full = [surname.as_str(), given, patronymic].join(" ");
        vec![plain(full.trim()).headline()]
    }

    pub(super) fn appointment(&self, it: &Appointment) -> Vec<Facet> {
        let Appointment {
            person,
            organisation,
            kind,
            from,
            to,
            act,
            contract_until,
            end_reason,
        } = it;
        vec![
            field(Phrase::FieldPerson, self.person(*person)),
            field(Phrase::KindOrganisation, self.organisation(*organisation)),
            plain(self.locale.word(kind)).headline(),
            field(Phrase::FieldFrom, self.day_in_office(*from)).headline(),
            field(Phrase::FieldTo, self.day_if_any(to)).headline(),
            field(Phrase::FieldAct, self.paper(act)),
            field(Phrase::FieldContract, day(contract_until)),
            self.text(Phrase::FieldReason, end_reason),
        ]
    }

    pub(super) fn user_facets(&self, it: &User) -> Vec<Facet> {
        let User {
            account,
            person,
            roles,
            directions,
            organisations,
            retired,
            names,
        } = it;
        vec![
            field(Phrase::FieldAccount, account),
            field(
                Phrase::FieldPerson,
                person.map(|id| self.person(id)).unwrap_or_default(),
            )
            .headline(),
            field(
                Phrase::FieldRoles,
                self.list(roles, |it| self.locale.word(it)),
            )
            .headline(),
            field(
                Phrase::FieldDirections,
                self.part(directions, |it| self.direction_code(*it)),
            ),
            field(
                Phrase::FieldOrganisations,
                self.part(organisations, |it| self.organisation(*it)),
            ),
            field(
                Phrase::FieldAccess,
                self.say(match retired {
                    true => Phrase::AccessClosed,
                    false => Phrase::AccessOpen,
                }),
            ),
            field(Phrase::FieldNames, self.yes(!names)),
        ]
    }

    /// A part of the whole by its names; nothing named is all of it.
    fn part<T>(&self, items: &[T], name: impl Fn(&T) -> String) -> String {
        match items {
            [] => self.say(Phrase::ScopeAll),
            items => self.list(items, name),
        }
    }

    /// The code of a direction in the latest edition that has it: «2».
    pub fn direction_code(&self, id: DirectionId) -> String {
        let mut all = self.names.directions.iter();
        let latest = all.rfind(|((_, it), _)| *it == id);
        latest.map_or_else(|| id.0.to_string(), |(_, it)| it.code.clone())
    }

    pub(super) fn deputy(&self, it: &Deputy) -> Vec<Facet> {
        let Deputy {
            user,
            head,
            from,
            to,
            named_by,
        } = it;
        let (from, to) = (format::date(*from), format::date(*to));
        let days = self.with(Phrase::DeputyDays, &args![from, to]);
        vec![
            field(Phrase::FieldDeputy, self.user(*user)),
            field(Phrase::FieldDeputyOf, self.user(*head)),
            plain(days).headline(),
            field(Phrase::FieldNamedBy, self.user(*named_by)),
        ]
    }

    pub(super) fn period_facets(&self, it: &Period) -> Vec<Facet> {
        let Period {
            name,
            kind,
            from,
            to,
            deadline,
            locks,
            edition,
            state,
            exceptions,
            approved_by,
            events,
        } = it;
        vec![
            field(Phrase::FieldName, name),
            plain(self.locale.word(kind)).headline(),
            field(Phrase::FieldFrom, format::date(*from)),
            field(Phrase::FieldTo, format::date(*to)),
            field(Phrase::FieldDeadline, day(deadline)),
            field(
                Phrase::FieldLocks,
                self.say(match locks {
                    true => Phrase::LocksAfter,
                    false => Phrase::LocksNot,
                }),
            ),
            field(Phrase::FieldEdition, self.key(Key::Edition(*edition))),
            plain(self.locale.word(state)),
            field(
                Phrase::FieldExceptions,
                self.list(exceptions, |it| {
                    let name = self.organisation(it.organisation);
                    format!("{name} {}", format::date(it.until))
                }),
            )
            .exactly(exceptions),
            field(Phrase::FieldApprovedBy, self.paper(approved_by)),
            field(
                Phrase::FieldEvents,
                events.last().map(|it| self.event(it)).unwrap_or_default(),
            )
            .exactly(events),
        ]
    }

    /// «закрытие 30.06.2026: …».
    fn event(&self, it: &PeriodEvent) -> String {
        let what = self.locale.word(&it.deed);
        let said = match it.reason.as_str() {
            "" => String::new(),
            reason => format!(": {reason}"),
        };
        format!("{what} {}{said}", format::date(it.on))
    }
}
