//! What registers of careers and of the reserve bring.

use super::{Doubt, Doubted, Planned, Verdict, called, called_in_full, known, person};
use crate::domain::career::{Attestation, Candidate, Contract, Qualification};
use crate::domain::command::{DocumentChoice, PersonChoice};
use crate::domain::ids::{DocumentId, OrganisationId, PersonId, Seq};
use crate::domain::people::Person;
use crate::domain::record::{Key, Record};
use crate::domain::staffing::{Career, CareerDraft, Intake};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::registers::careers::{HOURS, PAPER, TITLE, UNTIL};
use crate::exchange::registers::papers::Papers;
use crate::exchange::registers::reserve::{GROUND, MENTOR, OUTCOME, PROGRAMME};
use crate::exchange::registers::{Listing, ORGANISATION, Places, SURNAME, careers, reserve};
use crate::exchange::workbook::Address;

/// What a register of careers brings.
#[must_use]
pub fn of_careers(state: &State, listing: &Listing<careers::Listed>) -> Vec<Planned> {
    let rows = listing.rows.iter().map(|(at, it)| Told {
        at: *at,
        person: &it.person,
        career: organisation(state, &it.organisation).map(|organisation| {
            let mut career = it.career.clone();
            if let (Career::Contract(it), Some(id)) = (&mut career, organisation) {
                it.organisation = id;
            }
            career
        }),
        paper: (&it.act, PAPER),
        mentor: Ok(None),
    });
    planned(state, &listing.places, rows)
}

/// What a register of the reserve brings.
#[must_use]
pub fn of_reserve(state: &State, listing: &Listing<reserve::Listed>) -> Vec<Planned> {
    let rows = listing.rows.iter().map(|(at, it)| Told {
        at: *at,
        person: &it.person,
        career: organisation(state, &it.organisation).map(|organisation| {
            let mut candidate = it.candidate.clone();
            candidate.organisation = organisation;
            Career::Candidate(candidate)
        }),
        paper: (&it.ground, GROUND),
        mentor: match it.mentor.as_str() {
            "" => Ok(None),
            name => mentor(state, name).map(Some),
        },
    });
    planned(state, &listing.places, rows)
}

fn organisation(state: &State, name: &str) -> Result<Option<OrganisationId>, Doubted> {
    match name {
        "" => Ok(None),
        name => called(state, name)
            .map(Some)
            .map_err(|it| (it, ORGANISATION)),
    }
}

fn mentor(state: &State, name: &str) -> Result<PersonId, Doubted> {
    match called_in_full(state, &fold(name)).as_slice() {
        [one] => Ok(*one),
        [] => Err((Doubt::NoMentor, MENTOR)),
        _ => Err((Doubt::SeveralPersons, MENTOR)),
    }
}

/// What a row says.
struct Told<'a> {
    at: Address,
    person: &'a Person,
    career: Result<Career, Doubted>,
    /// The paper as it is called, and the column that says so.
    paper: (&'a str, &'static str),
    mentor: Result<Option<PersonId>, Doubted>,
}

fn planned<'a>(
    state: &State,
    places: &Places,
    rows: impl Iterator<Item = Told<'a>>,
) -> Vec<Planned> {
    let papers = Papers::of(state);
    let mut seen: Vec<(String, Career)> = Vec::new();
    rows.map(|it| {
        let what = it.person.full_name();
        let (at, made) = (it.at, row((state, places), &papers, &mut seen, it));
        Planned::of((at, places), what, made)
    })
    .collect()
}

fn row(
    (state, places): (&State, &Places),
    papers: &Papers,
    seen: &mut Vec<(String, Career)>,
    told: Told<'_>,
) -> Result<(Verdict, Intake), Doubted> {
    let (career, mentor) = (told.career?, told.mentor?);
    let name = fold(&told.person.full_name());
    let twice = seen
        .iter()
        .any(|(who, other)| *who == name && same_record(other, &career));
    if twice {
        return Err((Doubt::Twice, SURNAME));
    }
    let choice = person(state, told.person).map_err(|it| (it, SURNAME))?;
    let there = known(&choice).and_then(|id| stands(state, id, &career));
    let (text, title) = told.paper;
    let before = there.as_ref().and_then(|(_, _, it)| it.document());
    let document = papers.find(text, before).map_err(|it| (it, title))?;
    seen.push((name, career.clone()));
    let (career, mentor) = match &there {
        Some((_, _, stands)) => kept(places, (career, mentor), stands),
        None => (career, mentor),
    };
    let (verdict, careers) = compare(there, choice, career, (document, mentor));
    let intake = Intake {
        careers,
        ..Intake::default()
    };
    Ok((verdict, intake))
}

/// A record with what the file has no column for as it stands.
fn kept(
    places: &Places,
    (told, mentor): (Career, Option<PersonId>),
    stands: &Career,
) -> (Career, Option<PersonId>) {
    match (told, stands) {
        (Career::Qualification(it), Career::Qualification(there)) => {
            let institution = there.institution.clone();
            let kept = Qualification {
                institution: places.told(ORGANISATION, it.institution, institution),
                hours: places.told(HOURS, it.hours, there.hours),
                until: places.told(UNTIL, it.until, there.until),
                paper: places.told(PAPER, it.paper, there.paper.clone()),
                ..it
            };
            (Career::Qualification(kept), mentor)
        }
        (Career::Attestation(it), Career::Attestation(there)) => {
            let until = places.told(UNTIL, it.until, there.until);
            (Career::Attestation(Attestation { until, ..it }), mentor)
        }
        (Career::Contract(it), Career::Contract(there)) => {
            let kept = Contract {
                number: places.told(TITLE, it.number, there.number.clone()),
                until: places.told(UNTIL, it.until, there.until),
                ..it
            };
            (Career::Contract(kept), mentor)
        }
        (Career::Candidate(it), Career::Candidate(there)) => {
            let kept = Candidate {
                organisation: places.told(ORGANISATION, it.organisation, there.organisation),
                until: places.told(reserve::UNTIL, it.until, there.until),
                programme: places.told(PROGRAMME, it.programme, there.programme.clone()),
                outcome: places.told(OUTCOME, it.outcome, there.outcome.clone()),
                ..it
            };
            let mentor = places.told(MENTOR, mentor, there.mentor);
            (Career::Candidate(kept), mentor)
        }
        (told, _) => (told, mentor),
    }
}

type Careers = Vec<(Option<(Key, Seq)>, CareerDraft)>;

fn compare(
    there: Option<(Key, Seq, Career)>,
    choice: PersonChoice,
    career: Career,
    (document, mentor): (Option<DocumentId>, Option<PersonId>),
) -> (Verdict, Careers) {
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
fn stands(state: &State, person: PersonId, career: &Career) -> Option<(Key, Seq, Career)> {
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
