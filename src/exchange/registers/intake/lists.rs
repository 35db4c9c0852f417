//! What the plain registers bring: marks, standing reasons, names, documents, base quantities and their numbers.

use std::collections::BTreeSet;

use super::{Doubt, Doubted, Planned, Verdict, called, called_in_full, known, person};
use crate::domain::command::Seen;
use crate::domain::ids::{BaseQuantityId, DocumentId, PersonId};
use crate::domain::people::{OrganisationFlag, StandingReason};
use crate::domain::record::Key;
use crate::domain::staffing::{Intake, IntakeNumber, IntakeReference};
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::registers::documents::KNOWN as DOCUMENT_KNOWN;
use crate::exchange::registers::marks::{NOTE as MARK_NOTE, TO as MARK_TO};
use crate::exchange::registers::numbers::{PERIOD, QUANTITY};
use crate::exchange::registers::papers::Papers;
use crate::exchange::registers::persons::KNOWN as PERSON_KNOWN;
use crate::exchange::registers::quantities::KNOWN as QUANTITY_KNOWN;
use crate::exchange::registers::references::INDICATOR as COMPARED;
use crate::exchange::registers::standing::{
    FROM as STANDING_FROM, INDICATORS, REASON, TO as STANDING_TO,
};
use crate::exchange::registers::{
    Listing, ORGANISATION, SURNAME, documents, marks, numbers, persons, quantities, references,
    standing,
};

/// Each row by itself; of two rows that tell of one thing the second is doubted, in this column.
fn rows<T, K: Ord>(
    listing: &Listing<T>,
    what: impl Fn(&T) -> String,
    title: &'static str,
    read: impl Fn(&T) -> Result<(Option<K>, Verdict, Intake), Doubted>,
) -> Vec<Planned> {
    let mut seen = BTreeSet::new();
    (listing.rows.iter())
        .map(|(at, it)| {
            let made = read(it).and_then(|(key, verdict, intake)| {
                match key.is_none_or(|it| seen.insert(it)) {
                    true => Ok((verdict, intake)),
                    false => Err((Doubt::Twice, title)),
                }
            });
            Planned::of((*at, &listing.places), what(it), made)
        })
        .collect()
}

/// What becomes of a row that tells of something on record, or of nothing yet.
fn verdict<T: PartialEq>(before: Option<&T>, after: &T, intake: Intake) -> (Verdict, Intake) {
    match before {
        None => (Verdict::New, intake),
        Some(before) if before == after => (Verdict::Same, Intake::default()),
        Some(_) => (Verdict::Changed, intake),
    }
}

/// What a register of marks brings.
#[must_use]
pub fn of_marks(state: &State, listing: &Listing<marks::Listed>) -> Vec<Planned> {
    let what = |it: &marks::Listed| it.organisation.clone();
    rows(listing, what, ORGANISATION, |it| {
        let id = called(state, &it.organisation).map_err(|it| (it, ORGANISATION))?;
        let (key, told) = ((id, it.mark.kind, it.mark.from), &it.mark);
        let Some(at) = state.organisations.get(&id) else {
            return Err((Doubt::NoOrganisation, ORGANISATION));
        };
        let mut there = at.flags.iter();
        let before = there.find(|it| (it.kind, it.from) == (told.kind, told.from));
        let mark = &match before {
            None => told.clone(),
            Some(stands) => OrganisationFlag {
                to: listing.places.told(MARK_TO, told.to, stands.to),
                note: (listing.places).told(MARK_NOTE, told.note.clone(), stands.note.clone()),
                ..told.clone()
            },
        };
        let intake = Intake {
            marks: vec![(id, at.stamp.rev, mark.clone())],
            ..Intake::default()
        };
        let (verdict, intake) = verdict(before, mark, intake);
        Ok((Some(key), verdict, intake))
    })
}

/// What a register of standing reasons brings.
#[must_use]
pub fn of_standing(state: &State, listing: &Listing<standing::Listed>) -> Vec<Planned> {
    let what = |it: &standing::Listed| it.organisation.clone();
    rows(listing, what, REASON, |it| {
        let id = called(state, &it.organisation).map_err(|it| (it, ORGANISATION))?;
        let Some(at) = state.organisations.get(&id) else {
            return Err((Doubt::NoOrganisation, ORGANISATION));
        };
        let words = fold(&it.reason);
        let alike = || at.standing.iter().filter(|it| fold(&it.reason) == words);
        let before = match listing.places.told(STANDING_FROM, true, false) {
            true => alike().find(|other| other.from == it.from),
            // Where the file has no first days, the words have to be enough.
            false if alike().count() > 1 => return Err((Doubt::SeveralReasons, REASON)),
            false => alike().next(),
        };
        let from = before.map_or(it.from, |it| it.from);
        let same =
            before.filter(|before| standing::told(state, &before.indicators) == it.indicators);
        // What stands there is meant by the same text, whatever its codes have come to mean.
        let indicators = match same {
            Some(before) => Some(before.indicators.clone()),
            None => standing::named(state, &it.indicators),
        };
        let after = StandingReason {
            reason: it.reason.clone(),
            indicators: indicators.ok_or((Doubt::NoIndicator, INDICATORS))?,
            from,
            to: match before {
                Some(stands) => listing.places.told(STANDING_TO, it.to, stands.to),
                None => it.to,
            },
        };
        let intake = Intake {
            reasons: vec![(id, at.stamp.rev, after.clone())],
            ..Intake::default()
        };
        let (verdict, intake) = verdict(before, &after, intake);
        Ok((Some((id, words, from)), verdict, intake))
    })
}

/// Which record a row tells of that names one: whatever is called so and is already as the row says, else the only one that is called so.
/// Nothing is meant where the row was taken in before and its record is not called so any more.
fn meant<Id: Copy + PartialEq>(
    called: &[Id],
    like_the_row: &[Id],
    several: Doubt,
) -> Result<Option<Id>, Doubt> {
    match called {
        _ if called.iter().any(|it| like_the_row.contains(it)) => Ok(None),
        [one] => Ok(Some(*one)),
        [] if !like_the_row.is_empty() => Ok(None),
        [] => Err(Doubt::NoRecord),
        _ => Err(several),
    }
}

/// Whether a row names nothing on record: its cell for that is empty, or says what the row itself does and is known to nobody, as in a file
/// that comes from another store.
fn names_nobody(known: &str, own: &str, nothing_there: bool) -> bool {
    known.is_empty() || (nothing_there && fold(known) == fold(own))
}

/// What a register of persons brings.
#[must_use]
pub fn of_persons(state: &State, listing: &Listing<persons::Listed>) -> Vec<Planned> {
    let what = |it: &persons::Listed| it.person.full_name();
    rows(listing, what, SURNAME, |it| {
        let bring = |at| Intake {
            persons: vec![(at, it.person.clone())],
            ..Intake::default()
        };
        let same = |id: PersonId| {
            (
                Some((Some(id), String::new())),
                Verdict::Same,
                Intake::default(),
            )
        };
        let like: Vec<PersonId> = (state.persons.iter())
            .filter(|(_, there)| there.body == it.person)
            .map(|(id, _)| *id)
            .collect();
        let there = called_in_full(state, &fold(&it.known));
        let (known_as, own) = (&it.known, it.person.full_name());
        if names_nobody(known_as, &own, there.is_empty() && like.is_empty()) {
            let choice = person(state, &it.person).map_err(|it| (it, SURNAME))?;
            let name = fold(&it.person.full_name());
            return Ok(match known(&choice) {
                Some(id) => same(id),
                None => (Some((None, name)), Verdict::New, bring(None)),
            });
        }
        let meant = meant(&there, &like, Doubt::SeveralPersons);
        match meant.map_err(|it| (it, PERSON_KNOWN))? {
            None => Ok((None, Verdict::Same, Intake::default())),
            Some(id) => {
                let rev = state.persons.get(&id).map(|it| it.stamp.rev);
                let at = rev.map(|rev| (id, rev));
                Ok((Some((Some(id), String::new())), Verdict::Changed, bring(at)))
            }
        }
    })
}

/// What a register of documents brings.
#[must_use]
pub fn of_documents(state: &State, listing: &Listing<documents::Listed>) -> Vec<Planned> {
    let papers = Papers::of(state);
    let what = |it: &documents::Listed| {
        let mut said = [&it.known, &it.title, &it.number].into_iter();
        said.find(|it| !it.is_empty()).cloned().unwrap_or_default()
    };
    rows(listing, what, DOCUMENT_KNOWN, |it| {
        let like: Vec<DocumentId> = (state.documents.iter())
            .filter(|(_, there)| it.over(Some(there)) == there.body)
            .map(|(id, _)| *id)
            .collect();
        let there = papers.called(&it.known);
        let own = Papers::name(state, &it.over(None));
        let known = match names_nobody(&it.known, &own, there.is_empty() && like.is_empty()) {
            true => "",
            false => it.known.as_str(),
        };
        let id = match known {
            "" if !like.is_empty() => None,
            "" => {
                let new = it.over(None);
                let key = (None, format!("{new:?}"));
                let documents = vec![(None, new)];
                let intake = Intake {
                    documents,
                    ..Intake::default()
                };
                return Ok((Some(key), Verdict::New, intake));
            }
            _ => {
                meant(&there, &like, Doubt::SeveralDocuments).map_err(|it| (it, DOCUMENT_KNOWN))?
            }
        };
        let stands = id.and_then(|id| Some((id, state.documents.get(&id)?)));
        Ok(match stands {
            None => (None, Verdict::Same, Intake::default()),
            Some((id, stands)) => {
                let documents = vec![(Some((id, stands.stamp.rev)), it.over(Some(stands)))];
                let intake = Intake {
                    documents,
                    ..Intake::default()
                };
                (Some((Some(id), String::new())), Verdict::Changed, intake)
            }
        })
    })
}

/// What a register of base quantities brings.
#[must_use]
pub fn of_quantities(state: &State, listing: &Listing<quantities::Listed>) -> Vec<Planned> {
    let what = |it: &quantities::Listed| it.title.clone();
    rows(listing, what, QUANTITY, |it| {
        let by_title = |title: &str| {
            let all = state.base_quantities.iter();
            all.filter(|(_, it)| fold(&it.title) == fold(title))
                .map(|(id, _)| *id)
                .collect::<Vec<BaseQuantityId>>()
        };
        let like: Vec<BaseQuantityId> = (state.base_quantities.iter())
            .filter(|(_, there)| it.over(Some(there)) == there.body)
            .map(|(id, _)| *id)
            .collect();
        // A quantity's title is its own: without another one on record the row's is meant.
        let named = by_title(if it.known.is_empty() {
            &it.title
        } else {
            &it.known
        });
        let nothing = named.is_empty() && like.is_empty();
        let is_new = names_nobody(&it.known, &it.title, nothing);
        let id = match (is_new, named.is_empty()) {
            (true, true) => {
                let quantities = vec![(None, it.over(None))];
                let intake = Intake {
                    quantities,
                    ..Intake::default()
                };
                return Ok((Some((None, fold(&it.title))), Verdict::New, intake));
            }
            _ => meant(&named, &like, Doubt::NoRecord).map_err(|it| (it, QUANTITY_KNOWN))?,
        };
        let stands = id.and_then(|id| Some((id, state.base_quantities.get(&id)?)));
        Ok(match stands {
            None => (None, Verdict::Same, Intake::default()),
            Some((id, stands)) => {
                let quantities = vec![(Some((id, stands.stamp.rev)), it.over(Some(stands)))];
                let intake = Intake {
                    quantities,
                    ..Intake::default()
                };
                (Some((Some(id), String::new())), Verdict::Changed, intake)
            }
        })
    })
}

/// What a register of the numbers of base quantities brings.
#[must_use]
pub fn of_numbers(state: &State, listing: &Listing<numbers::Listed>) -> Vec<Planned> {
    let what = |it: &numbers::Listed| format!("{}, {}", it.organisation, it.quantity);
    rows(listing, what, QUANTITY, |it| {
        let mut periods = state.periods.iter();
        let period = periods.find(|(_, there)| fold(&there.name) == fold(&it.period));
        let period = *period.ok_or((Doubt::NoPeriod, PERIOD))?.0;
        let organisation = called(state, &it.organisation).map_err(|it| (it, ORGANISATION))?;
        let mut quantities = state.base_quantities.iter();
        let base = quantities.find(|(_, there)| fold(&there.title) == fold(&it.quantity));
        let base = *base.ok_or((Doubt::NoQuantity, QUANTITY))?.0;
        let stands = state.base_value(period, base, organisation);
        let seen = state.stamp(Key::BaseValue(period, base, organisation));
        let new = IntakeNumber {
            period,
            base,
            organisation,
            seen: seen.map_or(Seen::Absent, |it| Seen::At(it.rev)),
            number: it.number,
        };
        let intake = Intake {
            numbers: vec![new],
            ..Intake::default()
        };
        let (verdict, intake) = verdict(stands.map(|it| &it.number), &it.number, intake);
        Ok((Some((period, base, organisation)), verdict, intake))
    })
}

/// What a register of what indicators are compared with brings.
#[must_use]
pub fn of_references(state: &State, listing: &Listing<references::Listed>) -> Vec<Planned> {
    let what = |it: &references::Listed| format!("{}, {}", it.period, it.code);
    rows(listing, what, COMPARED, |it| {
        let mut periods = state.periods.iter();
        let period = periods.find(|(_, there)| fold(&there.name) == fold(&it.period));
        let (period, there) = period.ok_or((Doubt::NoPeriod, PERIOD))?;
        let indicator = references::called(state, there.edition, &it.code);
        let indicator = indicator.ok_or((Doubt::NotCompared, COMPARED))?;
        let stands = state.references.get(&(*period, indicator));
        let reference = it.over(stands.map(|it| &it.body));
        let new = IntakeReference {
            period: *period,
            indicator,
            seen: stands.map_or(Seen::Absent, |it| Seen::At(it.stamp.rev)),
            reference: reference.clone(),
        };
        let intake = Intake {
            references: vec![new],
            ..Intake::default()
        };
        let (verdict, intake) = verdict(stands.map(|it| &it.body), &reference, intake);
        Ok((Some((*period, indicator)), verdict, intake))
    })
}
