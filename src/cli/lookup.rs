//! `smotr lookup`: what the search box finds, printed. The best hit as a card, the others by name.

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::values;
use crate::analysis::roster::{Head, Roster, last_period_of};
use crate::analysis::rows::rows_in;
use crate::analysis::scores::PeriodScores;
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::people::AppointmentKind;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::locale::{Narrator, Phrase, args};
use crate::report::standing;
use crate::search::{Index, Query, over};
use crate::service::clock;
use crate::tui::text::{Align, fit, width};

/// Hits that are named after the card.
const OTHERS: usize = 9;

/// Columns of such a name; the text of a recommendation may be long.
const OTHER_WIDTH: usize = 76;

/// Prints what words find.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, words: &[String]) -> Result<(), Exit> {
    let words = words.join(" ");
    let mut desk = Desk::open(context)?;
    let lines = find(context, &mut desk, &words);
    desk.close();
    for line in lines? {
        context.out.line(&line)?;
    }
    Ok(())
}

fn find(context: &Context, desk: &mut Desk, words: &str) -> Result<Vec<String>, Exit> {
    let state = desk.state.clone();
    let state = &state;
    let narrator = context.narrator(state);
    let line = |document: &_| narrator.requisites(document);
    let index = over::index(state, &line);
    let found = index.find(&Query::new(words), OTHERS + 1);
    let Some((best, others)) = found.hits.split_first() else {
        if state.organisations.is_empty() {
            return Err(context.refuse_line(&context.say(Phrase::CliNoOrganisations)));
        }
        let text = context
            .locale
            .say_with(Phrase::CliNothingFound, &args![words]);
        return Err(context.refuse_line(&text));
    };
    desk.looked(*best);
    let mut lines = match card_of(state, *best) {
        Some((organisation, period)) => {
            desk.load(context, period)?;
            card(context, &desk.state, organisation, period)
        }
        None => vec![match best {
            // A number is all that is left of somebody erased, and that it is so is said.
            Key::Person(id) if state.persons.get(id).is_some_and(|it| it.is_erased()) => {
                context.narrator(state).person(*id)
            }
            _ => named(&index, *best),
        }],
    };
    let spelled = index
        .get(best)
        .is_some_and(|it| fold(&it.primary) == fold(words));
    // A name spelled out leaves nothing to choose from.
    if !others.is_empty() && !spelled {
        let narrator = context.narrator(state);
        lines.push(String::new());
        lines.push(context.say(Phrase::CliAlsoFound));
        for key in others {
            lines.push(format!("  {}", briefly(&index, *key, &narrator)));
        }
        let more = found.total.saturating_sub(found.hits.len());
        if more > 0 {
            let text = context
                .locale
                .say_with(Phrase::CliAndMore, &args![n = more]);
            lines.push(format!("  {text}"));
        }
    }
    Ok(lines)
}

/// «Ерёмин Константин Львович · СШ № 12».
fn named(index: &Index<Key>, key: Key) -> String {
    let Some(entry) = index.get(&key) else {
        return String::new();
    };
    let parts = [entry.primary.as_str(), entry.secondary.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(" · ")
}

/// A hit in one line. What is advised or decided may be said of many in the same words: whom it is about stays, however long the words.
fn briefly(index: &Index<Key>, key: Key, narrator: &Narrator<'_>) -> String {
    let cut = |text: &str, room: usize| {
        let text = fit(text, width(text).min(room), Align::Left, "…");
        text.trim_end().to_owned()
    };
    let about = narrator.brief(key);
    if about.is_empty() {
        let former = match key {
            Key::Person(id) => narrator.former(id, clock::now().today),
            _ => None,
        };
        let name = index.get(&key).zip(former);
        let told = name.map(|(it, former)| format!("{} · {former}", it.primary));
        return cut(&told.unwrap_or_else(|| named(index, key)), OTHER_WIDTH);
    }
    let whom = format!(" · {}", about.join(" · "));
    let words = index.get(&key).map_or("", |it| it.primary.as_str());
    let room = OTHER_WIDTH.saturating_sub(width(&whom));
    format!("{}{whom}", cut(&words.replace('\n', " "), room))
}

/// Whose card a hit opens, and in which period: the last one that has begun to be filled.
fn card_of(state: &State, key: Key) -> Option<(OrganisationId, PeriodId)> {
    let takes_values = state
        .periods
        .iter()
        .filter(|(_, it)| it.state.takes_values());
    let latest = takes_values.max_by_key(|(_, it)| it.from);
    let latest = latest.or_else(|| state.periods.iter().max_by_key(|(_, it)| it.from));
    let (period, _) = latest?;
    match key {
        Key::Organisation(id) => Some((id, *period)),
        Key::Person(id) => {
            let organisation = last_headed(state, id)?;
            // Whoever left is shown in their own time.
            let theirs = last_period_of(state, id, organisation, *period);
            Some((organisation, theirs.unwrap_or(*period)))
        }
        _ => None,
    }
}

fn last_headed(state: &State, person: PersonId) -> Option<OrganisationId> {
    let appointments = state.appointments_by_person.of(person);
    let appointments = appointments.filter_map(|id| state.appointments.get(&id));
    appointments
        .max_by_key(|it| it.from)
        .map(|it| it.organisation)
}

fn card(
    context: &Context,
    state: &State,
    organisation: OrganisationId,
    period: PeriodId,
) -> Vec<String> {
    let narrator = context.narrator(state).in_period(period);
    let roster = Roster::of(state, period);
    let mut lines = Vec::new();
    if let Some(it) = state.organisations.get(&organisation) {
        let names = [it.name.as_str(), it.full_name.as_str()];
        let names: Vec<&str> = names.into_iter().filter(|it| !it.is_empty()).collect();
        lines.push(names.join(" · "));
    }
    let heads = roster.get(organisation).map(|it| it.heads.as_slice());
    for head in heads.unwrap_or_default() {
        lines.push(in_office(context, state, head));
    }
    lines.push(String::new());
    lines.push(format!(
        "{} · {}",
        narrator.period(period),
        index_of(context, state, organisation, period)
    ));
    let rows = values_of(context, state, &roster, organisation, &narrator);
    let widest = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    for (name, value) in rows {
        let name = fit(&name, widest, Align::Left, "");
        lines.push(format!("  {name}  {value}").trim_end().to_owned());
    }
    lines
}

/// «Ерёмин Константин Львович, и. о., с 15.08.2019».
fn in_office(context: &Context, state: &State, head: &Head) -> String {
    let locale = &context.locale;
    let narrator = context.narrator(state);
    let date = |it| narrator.day_in_office(it);
    let (from, to) = head.dates();
    let Head::Person { person, kind, .. } = head else {
        return from.map_or_else(
            || locale.say(Phrase::Vacancy),
            |from| locale.say_with(Phrase::VacancySince, &args![date = date(from)]),
        );
    };
    let mut parts = Vec::new();
    let known = state.persons.get(person).filter(|it| !it.is_erased());
    parts.push(known.map_or_else(|| narrator.person(*person), |it| it.full_name()));
    if *kind != AppointmentKind::Permanent {
        parts.push(locale.word(kind));
    }
    parts.extend(match (from, to) {
        (Some(from), Some(to)) => {
            Some(locale.say_with(Phrase::InOffice, &args![from = date(from), to = date(to)]))
        }
        (Some(from), None) => {
            Some(locale.say_with(Phrase::InOfficeSince, &args![date = date(from)]))
        }
        _ => None,
    });
    parts.join(", ")
}

/// «индекс 71,4 · достаточный · 12-е место из 48 · внесено 30 из 36», as on the card.
fn index_of(
    context: &Context,
    state: &State,
    organisation: OrganisationId,
    period: PeriodId,
) -> String {
    let scores = PeriodScores::of(state, period);
    let Some(row) = scores.last_row(organisation) else {
        return context.say(Phrase::CellEmpty);
    };
    let corrected = PeriodScores::corrected(state, period);
    let corrected = (corrected.as_ref()).and_then(|it| it.put_right(state, row));
    let said = standing::parts(&context.locale, state, &scores, (row, corrected), "—");
    format!("{} {}", context.say(Phrase::Index), said.join(" · "))
}

/// Names of indicators with the values of an organisation and its heads, in the order of codes.
fn values_of(
    context: &Context,
    state: &State,
    roster: &Roster,
    organisation: OrganisationId,
    narrator: &Narrator<'_>,
) -> Vec<(String, String)> {
    let period = roster.period;
    let edition = state.edition_of(period);
    let mut out = Vec::new();
    let of_edition = state
        .indicators
        .iter()
        .filter(|((it, _), _)| Some(*it) == edition);
    for ((_, id), indicator) in of_edition {
        let rows = rows_in(state, roster, *id);
        let mine: Vec<_> = (rows.iter())
            .filter(|it| it.organisation == Some(organisation))
            .collect();
        for row in &mine {
            let mut name = format!("{} {}", indicator.code, indicator.short);
            // A personal indicator of two heads has two lines.
            if mine.len() > 1
                && let Some(subject) = row.subject
            {
                name = format!("{name} · {}", narrator.subject(subject));
            }
            let value = row.cell(period, *id).map_or_else(
                || context.say(Phrase::Vacancy),
                |cell| values::shown(context, state, cell),
            );
            out.push((name, value));
        }
    }
    out
}
