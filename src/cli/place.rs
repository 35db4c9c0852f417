//! Which cell is meant: «2025/26», «6.2», and an organisation or its head in any of the ways in which the search box finds them.

use super::arguments::Place;
use crate::analysis::roster::Roster;
use crate::analysis::rows::{Row, rows_in};
use crate::domain::catalogue::SubjectKind;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::domain::value::{Cell, Subject};
use crate::locale::{Narrator, Phrase, args};
use crate::search::{Query, over};

use super::context::Context;
use super::exit::Exit;

/// Candidates that a message names, at most.
const NAMED: usize = 8;

/// Hits that are looked at.
const HITS: usize = 200;

/// The period of that name: «2025/26», «2025-26», «2025/2026»; «2025», where only one begins so.
///
/// # Errors
/// How the call ends; the person has been told which periods there are, or which ones it may be.
pub fn period(context: &Context, state: &State, name: &str) -> Result<PeriodId, Exit> {
    let named = |fits: &dyn Fn(&str) -> bool| -> Vec<(PeriodId, &str)> {
        let all = state.periods.iter().map(|(id, it)| (*id, it.name.as_str()));
        all.filter(|(_, it)| fits(it)).collect()
    };
    // A name as it is written comes first: «2025-3» may be a quarter, and not the year 2025/3.
    let (spelled, wanted) = (fold(name.trim()), plain(name));
    let ways: [&dyn Fn(&str) -> bool; 3] = [
        &|it| fold(it) == spelled,
        &|it| plain(it) == wanted,
        &|it| plain(it).split('/').next() == Some(&wanted),
    ];
    let found = ways
        .iter()
        .map(|fits| named(fits))
        .find(|it| !it.is_empty());
    match found.as_deref() {
        Some([(period, _)]) => Ok(*period),
        Some(several) => {
            let names = several.iter().map(|(_, it)| (*it).to_owned());
            Err(unclear(context, name, names))
        }
        None => {
            let known: Vec<&str> = state.periods.values().map(|it| it.name.as_str()).collect();
            let known = known.join(", ");
            let text = (context.locale).say_with(Phrase::CliNoPeriod, &args![name, known]);
            Err(context.refuse_line(&text))
        }
    }
}

/// «2025-2026» as «2025/26».
fn plain(name: &str) -> String {
    let folded = fold(name.trim()).replace(['-', '–', '—', '\\'], "/");
    match folded.split_once('/') {
        Some((first, second)) => {
            let short: String = match second.len() {
                4 => second.chars().skip(2).collect(),
                _ => second.to_owned(),
            };
            format!("{first}/{short}")
        }
        None => folded,
    }
}

/// The indicator of that code in the period's edition.
///
/// # Errors
/// How the call ends; the person has been told which codes there are.
pub fn indicator(
    context: &Context,
    state: &State,
    period: PeriodId,
    code: &str,
) -> Result<IndicatorId, Exit> {
    let edition = state.edition_of(period);
    let wanted = code.trim().replace(',', ".");
    let mut of_edition = (state.indicators.iter())
        .filter(|((it, _), indicator)| Some(*it) == edition && !indicator.retired);
    let found = of_edition.clone().find(|(_, it)| it.code == wanted);
    found.map(|((_, id), _)| *id).ok_or_else(|| {
        let known: Vec<&str> = of_edition
            .by_ref()
            .map(|(_, it)| it.code.as_str())
            .collect();
        let known = known.join(", ");
        context.refuse_line(
            &context
                .locale
                .say_with(Phrase::CliNoIndicator, &args![code, known]),
        )
    })
}

/// The cell that is meant.
///
/// # Errors
/// How the call ends; the person has been told what is not there, or what else it may be.
pub fn cell(context: &Context, state: &State, place: &Place) -> Result<Cell, Exit> {
    let period = period(context, state, &place.period)?;
    let indicator = indicator(context, state, period, &place.indicator)?;
    let narrator = context.narrator(state).in_period(period);
    let level = state.indicator_in(period, indicator).map(|it| it.level);
    let municipality = context.say(Phrase::SubjectMunicipality);
    let at = |subject| Cell {
        period,
        indicator,
        subject,
    };
    if level == Some(SubjectKind::Municipality)
        && !place.whom.trim().is_empty()
        && fold(&municipality).starts_with(&fold(place.whom.trim()))
    {
        return Ok(at(Subject::Municipality));
    }
    let roster = Roster::of(state, period);
    let meant = whom(state, &roster, &place.whom, &narrator);
    let named: Vec<OrganisationId> = organisations(&meant);
    let [organisation] = named.as_slice() else {
        let shown = |it: &Meant| it.shown(&narrator);
        if state.organisations.is_empty() {
            return Err(context.refuse_line(&context.say(Phrase::CliNoOrganisations)));
        }
        return Err(unclear(context, &place.whom, meant.iter().map(shown)));
    };
    let rows = rows_in(state, &roster, indicator);
    let of_organisation = |it: &&Row| it.organisation == Some(*organisation);
    let mut fitting: Vec<&Row> = rows.iter().filter(of_organisation).collect();
    let persons: Vec<PersonId> = meant.iter().filter_map(|it| it.person).collect();
    if level == Some(SubjectKind::Person) && !persons.is_empty() {
        fitting
            .retain(|it| matches!(it.subject, Some(Subject::Person(id)) if persons.contains(&id)));
    }
    let subjects: Vec<Subject> = fitting.iter().filter_map(|it| it.subject).collect();
    match subjects.as_slice() {
        [subject] => Ok(at(*subject)),
        [] => {
            let cell = at(Subject::Organisation(*organisation));
            Err(context.refuse(&narrator.refusal(&Refusal::NotCollected { cell })))
        }
        several => Err(unclear(
            context,
            &place.whom,
            several.iter().map(|it| narrator.subject(*it)),
        )),
    }
}

/// The organisation that is meant, and its head where words name one.
///
/// # Errors
/// How the call ends; the person has been told what is not there, or what else it may be.
pub fn head(
    context: &Context,
    state: &State,
    roster: &Roster,
    words: &str,
) -> Result<(OrganisationId, Option<PersonId>), Exit> {
    let narrator = context.narrator(state).in_period(roster.period);
    let meant = whom(state, roster, words, &narrator);
    let mut persons: Vec<PersonId> = meant.iter().filter_map(|it| it.person).collect();
    persons.sort();
    persons.dedup();
    match (organisations(&meant).as_slice(), persons.as_slice()) {
        ([organisation], [] | [_]) => Ok((*organisation, persons.first().copied())),
        _ if state.organisations.is_empty() => {
            Err(context.refuse_line(&context.say(Phrase::CliNoOrganisations)))
        }
        _ => {
            let shown = |it: &Meant| it.shown(&narrator);
            Err(unclear(context, words, meant.iter().map(shown)))
        }
    }
}

/// Somebody or something that words may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Meant {
    organisation: OrganisationId,
    /// The head, where a head was named.
    person: Option<PersonId>,
}

impl Meant {
    fn shown(&self, narrator: &Narrator<'_>) -> String {
        let organisation = narrator.organisation(self.organisation);
        match self.person {
            Some(person) => format!("{organisation} ({})", narrator.person(person)),
            None => organisation,
        }
    }
}

/// The organisations, each once.
fn organisations(meant: &[Meant]) -> Vec<OrganisationId> {
    let mut ids: Vec<OrganisationId> = meant.iter().map(|it| it.organisation).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Everything of the period that is meant by these words: by number, by exact name or surname, else by search.
fn whom(state: &State, roster: &Roster, text: &str, narrator: &Narrator<'_>) -> Vec<Meant> {
    let text = text.trim();
    let by_name = |organisation| Meant {
        organisation,
        person: None,
    };
    if let Ok(number) = text.trim_start_matches('№').trim().parse::<u32>() {
        let has_number = |id: &OrganisationId| {
            let it = state.organisations.get(id);
            it.is_some_and(|it| it.number == Some(number))
        };
        let ids = roster.organisations.iter().map(|it| it.organisation);
        return ids.filter(has_number).map(by_name).collect();
    }
    let line = |document: &_| narrator.requisites(document);
    let index = over::index(state, &line);
    let mut meant: Vec<Meant> = Vec::new();
    for key in index.find(&Query::new(text), HITS).hits {
        match key {
            Key::Organisation(id) if roster.get(id).is_some() => meant.push(by_name(id)),
            Key::Person(id) => {
                let headed = roster.organisations.iter();
                let headed = headed.filter(|it| it.persons().contains(&id));
                meant.extend(headed.map(|it| Meant {
                    organisation: it.organisation,
                    person: Some(id),
                }));
            }
            _ => {}
        }
    }
    // A name spelled out leaves those behind that only contain it: «СШ № 1» and «СШ № 12».
    let wanted = fold(text);
    let exact = |it: &Meant| match it.person.and_then(|id| state.persons.get(&id)) {
        Some(person) => fold(&person.surname) == wanted,
        None => {
            let organisation = state.organisations.get(&it.organisation);
            organisation.is_some_and(|it| fold(&it.name) == wanted)
        }
    };
    let spelled: Vec<Meant> = meant.iter().copied().filter(exact).collect();
    if spelled.is_empty() { meant } else { spelled }
}

fn unclear(
    context: &Context,
    words: &str,
    candidates: impl ExactSizeIterator<Item = String>,
) -> Exit {
    let count = candidates.len();
    let mut found: Vec<String> = candidates.take(NAMED).collect();
    if count == 0 {
        let text = context
            .locale
            .say_with(Phrase::CliNothingFound, &args![words]);
        return context.refuse_line(&text);
    }
    if count > found.len() {
        found.push("…".into());
    }
    let found = found.join("; ");
    let text = context
        .locale
        .say_with(Phrase::CliAmbiguous, &args![words, found]);
    context.refuse_line(&text)
}
