//! What a register would bring to a store: for each row whether it is new, changes something, says what is there already, or cannot be
//! told whose it is; and the one change that all of them make.
//!
//! Persons are known by their full name, organisations by kind and number, else by name. What may mean two is refused: a guess would give
//! somebody another one's career.

use super::{careers, organisations, reserve};
use crate::domain::command::DocumentChoice;
use crate::domain::command::PersonChoice;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::{Appointment, Organisation, Person};
use crate::domain::record::{Key, Record};
use crate::domain::staffing::{Career, CareerDraft, Intake, IntakeHead, IntakeOrganisation};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::workbook::Address;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is new.
    New,
    /// It changes what is there.
    Changed,
    /// It is there already.
    Same,
    /// It cannot be told whose it is.
    Doubtful(Doubt),
}

/// Why it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Several persons are called so.
    SeveralPersons,
    /// Somebody of this surname is known by a longer name.
    PartOfName,
    /// No organisation is called so.
    NoOrganisation,
    /// The number is one organisation's, the name another one's.
    TwoOrganisations,
    /// Nobody is called as the mentor is.
    NoMentor,
    /// The same row stands in the file twice.
    Twice,
}

/// A row with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Where it stands.
    pub at: Address,
    /// What it is about, as the file has it.
    pub what: String,
    /// What becomes of it.
    pub verdict: Verdict,
    /// What it brings by itself.
    pub intake: Intake,
}

/// All that rows bring, as one change.
#[must_use]
pub fn together(rows: &[Planned]) -> Intake {
    let mut all = Intake::default();
    for it in rows {
        all.organisations
            .extend(it.intake.organisations.iter().cloned());
        all.careers.extend(it.intake.careers.iter().cloned());
    }
    all
}

fn person(state: &State, named: &Person) -> Result<PersonChoice, Doubt> {
    let full = fold(&named.full_name());
    let known = || state.persons.iter().filter(|(_, it)| !it.is_erased());
    let exact: Vec<PersonId> = known()
        .filter(|(_, it)| fold(&it.full_name()) == full)
        .map(|(id, _)| *id)
        .collect();
    match exact.as_slice() {
        [one] => return Ok(PersonChoice::Known(*one)),
        [] => {}
        _ => return Err(Doubt::SeveralPersons),
    }
    // «Ерёмин» beside «Ерёмин Константин Львович» may be the same or another.
    let part = known().any(|(_, it)| {
        let theirs = fold(&it.full_name());
        let longer = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|it| it.starts_with(' '))
        };
        longer(&theirs, &full) || longer(&full, &theirs)
    });
    match part {
        true => Err(Doubt::PartOfName),
        false => Ok(PersonChoice::New(named.clone())),
    }
}

fn known(choice: &PersonChoice) -> Option<PersonId> {
    match choice {
        PersonChoice::Known(id) => Some(*id),
        PersonChoice::New(_) => None,
    }
}

/// The organisation that is called so, by its short or its full name.
fn called(state: &State, name: &str) -> Result<OrganisationId, Doubt> {
    let name = fold(name);
    let mut all = (state.organisations.iter())
        .filter(|(_, it)| fold(&it.name) == name || fold(&it.full_name) == name);
    match (all.next(), all.next()) {
        (Some((id, _)), None) => Ok(*id),
        (None, _) => Err(Doubt::NoOrganisation),
        _ => Err(Doubt::TwoOrganisations),
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

/// What a register of organisations brings.
#[must_use]
pub fn of_organisations(
    state: &State,
    listed: &[(Address, organisations::Listed)],
) -> Vec<Planned> {
    (listed.iter())
        .map(|(at, it)| {
            let (verdict, intake) = match organisation(state, it) {
                Ok((verdict, one)) => (verdict, one),
                Err(doubt) => (Verdict::Doubtful(doubt), None),
            };
            Planned {
                at: *at,
                what: it.organisation.name.clone(),
                verdict,
                intake: Intake {
                    organisations: intake.into_iter().collect(),
                    careers: Vec::new(),
                },
            }
        })
        .collect()
}

fn organisation(
    state: &State,
    listed: &organisations::Listed,
) -> Result<(Verdict, Option<IntakeOrganisation>), Doubt> {
    let id = found(state, &listed.organisation)?;
    let stands = id.and_then(|id| state.organisations.get(&id).map(|it| (id, it)));
    let mut heads = Vec::new();
    for head in &listed.heads {
        let choice = person(
            state,
            &Person {
                surname: head.surname.clone(),
                given: head.given.clone(),
                patronymic: head.patronymic.clone(),
            },
        )?;
        let there = known(&choice).zip(id).and_then(|(person, id)| {
            (state.appointments_of.of(id))
                .filter_map(|it| Some((it, state.appointments.get(&it)?)))
                .find(|(_, it)| it.person == person && it.from == head.from)
        });
        let new = IntakeHead {
            person: choice,
            kind: head.kind,
            from: head.from,
            to: head.to,
            end_reason: head.end_reason.clone(),
        };
        let same = |it: &Appointment| {
            (it.kind, it.to, it.end_reason.as_str()) == (new.kind, new.to, new.end_reason.as_str())
        };
        match there {
            Some((_, it)) if same(it) => {}
            there => heads.push((there.map(|(id, it)| (id, it.stamp.rev)), new)),
        }
    }
    let Some((id, stands)) = stands else {
        let organisation = Some(listed.organisation.clone());
        return Ok((
            Verdict::New,
            Some(IntakeOrganisation {
                at: None,
                organisation,
                heads,
            }),
        ));
    };
    // What a register does not tell stays as it is.
    let told = &listed.organisation;
    let kept = |told: &str, stands: &str| match told {
        "" => stands.to_owned(),
        told => told.to_owned(),
    };
    let after = Organisation {
        kind: told.kind,
        number: told.number.or(stands.number),
        name: told.name.clone(),
        full_name: kept(&told.full_name, &stands.full_name),
        opened: told.opened.or(stands.opened),
        closed: told.closed.or(stands.closed),
        ..stands.body.clone()
    };
    let changed = after != stands.body;
    if !changed && heads.is_empty() {
        return Ok((Verdict::Same, None));
    }
    let one = IntakeOrganisation {
        at: Some((id, stands.stamp.rev)),
        organisation: changed.then_some(after),
        heads,
    };
    Ok((Verdict::Changed, Some(one)))
}

/// What a register of careers brings.
#[must_use]
pub fn of_careers(state: &State, listed: &[(Address, careers::Listed)]) -> Vec<Planned> {
    let rows = listed.iter().map(|(at, it)| {
        let organisation = match it.organisation.as_str() {
            "" => Ok(None),
            name => called(state, name).map(Some),
        };
        let made = organisation.map(|organisation| {
            let mut career = it.career.clone();
            if let (Career::Contract(it), Some(id)) = (&mut career, organisation) {
                it.organisation = id;
            }
            career
        });
        (*at, &it.person, made, Ok(None))
    });
    planned(state, rows)
}

/// What a register of the reserve brings.
#[must_use]
pub fn of_reserve(state: &State, listed: &[(Address, reserve::Listed)]) -> Vec<Planned> {
    let rows = listed.iter().map(|(at, it)| {
        let organisation = match it.organisation.as_str() {
            "" => Ok(None),
            name => called(state, name).map(Some),
        };
        let mentor = match it.mentor.as_str() {
            "" => Ok(None),
            name => mentor(state, name).map(Some),
        };
        let made = organisation.map(|organisation| {
            let mut candidate = it.candidate.clone();
            candidate.organisation = organisation;
            Career::Candidate(candidate)
        });
        (*at, &it.person, made, mentor)
    });
    planned(state, rows)
}

fn mentor(state: &State, name: &str) -> Result<PersonId, Doubt> {
    let name = fold(name);
    let mut all =
        (state.persons.iter()).filter(|(_, it)| !it.is_erased() && fold(&it.full_name()) == name);
    match (all.next(), all.next()) {
        (Some((id, _)), None) => Ok(*id),
        (None, _) => Err(Doubt::NoMentor),
        _ => Err(Doubt::SeveralPersons),
    }
}

type Told<'a> = (
    Address,
    &'a Person,
    Result<Career, Doubt>,
    Result<Option<PersonId>, Doubt>,
);

fn planned<'a>(state: &State, rows: impl Iterator<Item = Told<'a>>) -> Vec<Planned> {
    let mut seen: Vec<(String, Career)> = Vec::new();
    rows.map(|(at, named, made, mentor)| {
        let read = || -> Result<_, Doubt> {
            let (career, mentor) = (made.clone()?, mentor?);
            let name = fold(&named.full_name());
            let twice = seen
                .iter()
                .any(|(who, other)| *who == name && same_record(other, &career));
            if twice {
                return Err(Doubt::Twice);
            }
            let choice = person(state, named)?;
            Ok((choice, career, mentor))
        };
        let what = named.full_name();
        let (verdict, careers) = match read() {
            Err(doubt) => (Verdict::Doubtful(doubt), Vec::new()),
            Ok((choice, career, mentor)) => {
                seen.push((fold(&what), career.clone()));
                compare(state, choice, career, mentor)
            }
        };
        Planned {
            at,
            what,
            verdict,
            intake: Intake {
                organisations: Vec::new(),
                careers,
            },
        }
    })
    .collect()
}

type Careers = Vec<(Option<(Key, crate::domain::ids::Seq)>, CareerDraft)>;

fn compare(
    state: &State,
    choice: PersonChoice,
    career: Career,
    mentor: Option<PersonId>,
) -> (Verdict, Careers) {
    let there = known(&choice).and_then(|id| stands(state, id, &career));
    let document = there.as_ref().and_then(|(_, _, it)| it.document());
    let draft = CareerDraft {
        person: choice,
        document: document.map(DocumentChoice::Known),
        mentor: mentor.map(PersonChoice::Known),
        career,
    };
    match there {
        None => (Verdict::New, vec![(None, draft)]),
        Some((key, rev, before)) => {
            let after = (draft.career.clone()).record(before.person(), document, mentor);
            match Career::of(after) == Some(before) {
                true => (Verdict::Same, Vec::new()),
                false => (Verdict::Changed, vec![(Some((key, rev)), draft)]),
            }
        }
    }
}

/// The record of somebody that a row tells again.
fn stands(
    state: &State,
    person: PersonId,
    career: &Career,
) -> Option<(Key, crate::domain::ids::Seq, Career)> {
    let keys = state.keys().filter(|it| it.kind() == kind(career));
    let mut all = keys.filter_map(|key| {
        let (record, stamp) = state.record(key)?;
        let there = Career::of(record)?;
        Some((key, stamp.rev, there))
    });
    all.find(|(_, _, it)| it.person() == person && same_record(it, career))
}

fn kind(career: &Career) -> crate::domain::record::Kind {
    let record: Record = career.clone().record(career.person(), None, None);
    record.kind()
}

/// Whether two rows tell of one thing: they may still differ in what is told of it.
fn same_record(one: &Career, other: &Career) -> bool {
    match (one, other) {
        (Career::Qualification(a), Career::Qualification(b)) => {
            (a.kind, a.issued) == (b.kind, b.issued) && fold(&a.title) == fold(&b.title)
        }
        (Career::Attestation(a), Career::Attestation(b)) => {
            (a.candidate, a.held) == (b.candidate, b.held)
        }
        (Career::Contract(a), Career::Contract(b)) => {
            (a.organisation, a.from) == (b.organisation, b.from)
        }
        (Career::Candidate(a), Career::Candidate(b)) => {
            a.from == b.from && fold(&a.post) == fold(&b.post)
        }
        _ => false,
    }
}
