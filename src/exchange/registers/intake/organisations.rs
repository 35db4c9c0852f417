//! What a register of organisations with their heads brings.

use std::collections::{BTreeMap, BTreeSet};

use super::{Doubt, Doubted, Planned, Verdict, called, known, person};
use crate::domain::ids::{AppointmentId, OrganisationId, Seq};
use crate::domain::people::{Appointment, Organisation, Person};
use crate::domain::staffing::{Intake, IntakeHead, IntakeOrganisation};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::registers::organisations::{
    self, ACT, CLOSED_BY, FOOTING, FROM, MERGED, NAME, REASON, TO,
};
use crate::exchange::registers::papers::Papers;
use crate::exchange::registers::{Places, SURNAME};
use crate::exchange::workbook::Address;

/// What a register of organisations brings.
#[must_use]
pub fn of_organisations(state: &State, register: &organisations::Register) -> Vec<Planned> {
    let papers = Papers::of(state);
    let none = Vec::new();
    // One that stands in two places would be changed twice, or be two of one number.
    let (mut known, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    let names = names(register);
    let terms = register.terms.iter().chain(std::iter::repeat(&none));
    let counts = register.rows_of.iter().chain(std::iter::repeat(&1));
    let rows = register.organisations.iter().zip(terms.zip(counts));
    rows.map(|((at, it), (terms, count))| {
        let told = &it.organisation;
        let again = found(state, told).is_ok_and(|id| {
            let number = told.number.map(|it| (told.kind, it));
            let id_twice = id.is_some_and(|it| !known.insert(it));
            let number_twice = number.is_some_and(|it| !numbers.insert(it));
            id_twice || number_twice
        });
        if again {
            let at = (*at, &register.places);
            return Planned::of(at, told.name.clone(), Err((Doubt::Twice, NAME)));
        }
        let mut brought = Brought {
            state,
            papers: &papers,
            places: &register.places,
            rows: terms,
            terms: Vec::new(),
            names: &names,
            beside: Vec::new(),
        };
        match brought.organisation(it) {
            Ok((verdict, intake)) => Planned {
                at: *at,
                what: it.organisation.name.clone(),
                verdict,
                intake,
                terms: brought.terms,
                beside: brought.beside,
                rows: *count,
            },
            Err((row, doubted)) => {
                let at = (row.unwrap_or(*at), &register.places);
                Planned::of(at, it.organisation.name.clone(), Err(doubted))
            }
        }
    })
    .collect()
}

/// An organisation as it is read against the store.
struct Brought<'a> {
    state: &'a State,
    papers: &'a Papers,
    places: &'a Places,
    /// The rows of its heads.
    rows: &'a [Address],
    /// The cells of the terms that it brings.
    terms: Vec<Address>,
    /// The organisations of the file, by their folded names.
    names: &'a BTreeMap<String, Vec<&'a organisations::Listed>>,
    /// Those that it is merged into, where the file brings them.
    beside: Vec<IntakeOrganisation>,
}

/// Organisations that were merged one into another, in a row: no real row is longer.
const MOST_MERGED: usize = 32;

/// The organisations of a file by what they are called, as [`called`] looks for those of the store.
fn names(register: &organisations::Register) -> BTreeMap<String, Vec<&organisations::Listed>> {
    let mut out: BTreeMap<String, Vec<&organisations::Listed>> = BTreeMap::new();
    for (_, it) in &register.organisations {
        let [short, full] = [&it.organisation.name, &it.organisation.full_name].map(|it| fold(it));
        let full = Some(full).filter(|it| *it != short && !it.is_empty());
        for name in std::iter::once(short).chain(full) {
            out.entry(name).or_default().push(it);
        }
    }
    out
}

/// What is doubted, and in which row, where it is not the first of the organisation.
type InRow = (Option<Address>, Doubted);

/// An appointment on record with its revision.
type Stands<'a> = (AppointmentId, &'a Appointment, Seq);

impl Brought<'_> {
    fn organisation(&mut self, listed: &organisations::Listed) -> Result<(Verdict, Intake), InRow> {
        let here = |doubt, title| (None, (doubt, title));
        let id = found(self.state, &listed.organisation).map_err(|it| here(it, NAME))?;
        let stands = id.and_then(|id| self.state.organisations.get(&id).map(|it| (id, it)));
        let mut heads = Vec::new();
        for (place, head) in listed.heads.iter().enumerate() {
            let row = self.rows.get(place).copied();
            let doubted = |doubt, title| (row, (doubt, title));
            let (there, new) = self.head(id, head).map_err(|it| doubted(it.0, it.1))?;
            if there.is_some_and(|(_, it, _)| same(it, &new)) {
                continue;
            }
            let at = there.map(|(id, _, rev)| (id, rev));
            heads.push((at, new));
            self.terms
                .extend(row.map(|row| self.places.cell(row, FROM)));
        }
        let (into, beside) = merged(self.state, self.names, &listed.merged_into, MOST_MERGED)
            .map_err(|it| here(it, MERGED))?;
        let new_one = beside.last().and_then(name_of);
        self.beside = beside;
        let before = stands.map(|(_, it)| &it.body);
        let closed_by = (self.papers)
            .find(&listed.closed_by, before.and_then(|it| it.closed_by))
            .map_err(|it| here(it, CLOSED_BY))?;
        let after = over(before, &listed.organisation);
        let after = Organisation {
            closed_by,
            merged_into: into.or(before.and_then(|it| it.merged_into)),
            ..after
        };
        let one = |at, organisation, heads| Intake {
            organisations: vec![IntakeOrganisation {
                at,
                organisation,
                heads,
                into: new_one.clone(),
            }],
            ..Intake::default()
        };
        let Some((id, stands)) = stands else {
            return Ok((Verdict::New, one(None, Some(after), heads)));
        };
        let changed = after != stands.body || new_one.is_some();
        if !changed && heads.is_empty() {
            return Ok((Verdict::Same, Intake::default()));
        }
        let at = Some((id, stands.stamp.rev));
        Ok((Verdict::Changed, one(at, changed.then_some(after), heads)))
    }

    /// A term of office, and the one on record that it tells again.
    fn head(
        &self,
        id: Option<OrganisationId>,
        head: &organisations::Head,
    ) -> Result<(Option<Stands<'_>>, IntakeHead), Doubted> {
        let named = Person {
            surname: head.surname.clone(),
            given: head.given.clone(),
            patronymic: head.patronymic.clone(),
        };
        let choice = person(self.state, &named).map_err(|it| (it, SURNAME))?;
        let there = known(&choice).zip(id).and_then(|(person, id)| {
            (self.state.appointments_of.of(id))
                .filter_map(|it| Some((it, self.state.appointments.get(&it)?)))
                .find(|(_, it)| it.person == person && it.from == head.from)
        });
        let there = there.map(|(id, it)| (id, &it.body, it.stamp.rev));
        let stands = there.map(|(_, it, _)| it);
        let act = (self.papers)
            .find(&head.act, stands.and_then(|it| it.act))
            .map_err(|it| (it, ACT))?;
        let new = IntakeHead {
            person: choice,
            kind: (self.places).told(FOOTING, head.kind, stands.map_or(head.kind, |it| it.kind)),
            from: head.from,
            to: (self.places).told(TO, head.to, stands.and_then(|it| it.to)),
            end_reason: (self.places).told(
                REASON,
                head.end_reason.clone(),
                stands.map(|it| it.end_reason.clone()).unwrap_or_default(),
            ),
            act,
            contract_until: (head.contract_until)
                .or_else(|| stands.and_then(|it| it.contract_until)),
        };
        Ok((there, new))
    }
}

fn same(it: &Appointment, new: &IntakeHead) -> bool {
    (it.kind, it.to, it.end_reason.as_str()) == (new.kind, new.to, new.end_reason.as_str())
        && (it.act, it.contract_until) == (new.act, new.contract_until)
}

/// What an organisation is merged into: one on record, or one that the file brings, after all that this one in turn is merged into.
fn merged(
    state: &State,
    names: &BTreeMap<String, Vec<&organisations::Listed>>,
    name: &str,
    steps: usize,
) -> Result<(Option<OrganisationId>, Vec<IntakeOrganisation>), Doubt> {
    if name.is_empty() {
        return Ok((None, Vec::new()));
    }
    match called(state, name) {
        Ok(id) => return Ok((Some(id), Vec::new())),
        Err(Doubt::NoOrganisation) => {}
        Err(other) => return Err(other),
    }
    let its = match names.get(&fold(name)).map(Vec::as_slice) {
        Some([one]) => one,
        None | Some([]) => return Err(Doubt::NoOrganisation),
        Some(_) => return Err(Doubt::TwoOrganisations),
    };
    // The file may give another name to what is on record.
    if let Some(id) = found(state, &its.organisation)? {
        return Ok((Some(id), Vec::new()));
    }
    let steps = steps.checked_sub(1).ok_or(Doubt::Circle)?;
    let (into, mut all) = merged(state, names, &its.merged_into, steps)?;
    all.push(IntakeOrganisation {
        at: None,
        into: all.last().and_then(name_of),
        organisation: Some(Organisation {
            merged_into: into,
            ..its.organisation.clone()
        }),
        heads: Vec::new(),
    });
    Ok((None, all))
}

fn name_of(it: &IntakeOrganisation) -> Option<String> {
    it.organisation.as_ref().map(|it| it.name.clone())
}

/// The organisation as it becomes. What a register does not tell stays as it is.
fn over(stands: Option<&Organisation>, told: &Organisation) -> Organisation {
    let Some(stands) = stands else {
        return told.clone();
    };
    let kept = |told: &str, stands: &str| match told {
        "" => stands.to_owned(),
        told => told.to_owned(),
    };
    Organisation {
        kind: told.kind,
        number: told.number.or(stands.number),
        name: told.name.clone(),
        full_name: kept(&told.full_name, &stands.full_name),
        opened: told.opened.or(stands.opened),
        closed: told.closed.or(stands.closed),
        ..stands.clone()
    }
}

fn found(state: &State, it: &Organisation) -> Result<Option<OrganisationId>, Doubt> {
    let by_number = it.number.and_then(|number| {
        (state.organisations.iter())
            .find(|(_, other)| other.kind == it.kind && other.number == Some(number))
            .map(|(id, _)| *id)
    });
    let by_name = match called(state, &it.name) {
        Ok(id) => Some(id),
        Err(Doubt::NoOrganisation) => None,
        Err(other) => return Err(other),
    };
    match (by_number, by_name) {
        (Some(number), Some(name)) if number != name => Err(Doubt::TwoOrganisations),
        (number, name) => Ok(number.or(name)),
    }
}
