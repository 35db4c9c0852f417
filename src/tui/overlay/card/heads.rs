//! Who heads the organisation, and the line under that: how the index stands.

use chrono::NaiveDate;

use super::in_office;
use crate::analysis::roster::{Head, Staffed};
use crate::analysis::scores::PeriodScores;
use crate::args;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::{AppointmentKind, Organisation, OrganisationFlag};
use crate::locale::Phrase;
use crate::report::standing as standing_of;
use crate::tui::app::App;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::theme::Role;

/// Everybody who heads the organisation in the period, with dates, the present one first; whom the card is about stands out.
#[must_use]
pub fn heads(app: &App, staffed: &Staffed, person: Option<PersonId>, width: usize) -> Vec<Line> {
    let label = app.say(Phrase::CaptionHead);
    let label_width = crate::tui::text::width(&label) + 1;
    let mut lines = Vec::new();
    // Whoever is only appointed comes after those who are or were in office, and it is said.
    let is_ahead = |it: &&Head| it.dates().0.is_some_and(|from| from > app.now.today);
    let ahead = staffed.heads.iter().filter(is_ahead);
    let others = staffed.heads.iter().rev().filter(|it| !is_ahead(it));
    for (n, head) in others.chain(ahead).enumerate() {
        let name = match head {
            Head::Person { person, kind, .. } => {
                let name = full_name(app, *person);
                match kind {
                    AppointmentKind::Permanent => name,
                    kind => format!("{name}, {}", app.locale.word(kind)),
                }
            }
            Head::Vacancy { .. } => app.say(Phrase::Vacancy),
        };
        let dates = in_office(app, head);
        let absent = absent_since(staffed, head).map(|day| {
            let date = app.narrator().day_in_office(day);
            app.say_with(Phrase::AbsentSince, &args![date])
        });
        let ahead = is_ahead(&head).then(|| app.say(Phrase::HeadAhead));
        let parts = [Some(name), Some(dates), absent, ahead];
        let parts = parts.into_iter().flatten();
        let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
        let text = parts.join(", ");
        let role = if head.person() == person && person.is_some() {
            Role::Text
        } else {
            Role::Dim
        };
        let label = if n == 0 { label.as_str() } else { "" };
        lines.extend(paragraph(label, label_width, &text, role, width));
    }
    lines
}

/// Since when a head who is still in office is absent: since the first of those who act for them, one after the other, up to now.
fn absent_since(staffed: &Staffed, head: &Head) -> Option<NaiveDate> {
    let Head::Person { kind, from, to, .. } = head else {
        return None;
    };
    if *kind == AppointmentKind::Acting {
        return None;
    }
    let acting: Vec<(NaiveDate, Option<NaiveDate>)> = (staffed.heads.iter())
        .filter_map(|it| match it {
            Head::Person {
                kind: AppointmentKind::Acting,
                from,
                to,
                ..
            } => Some((*from, *to)),
            _ => None,
        })
        .collect();
    let is_absent = |since: NaiveDate| *from < since && to.is_none_or(|to| since <= to);
    let last = acting
        .iter()
        .find(|(since, to)| to.is_none() && is_absent(*since));
    let mut since = last?.0;
    while let Some((before, _)) = (acting.iter())
        .find(|(before, to)| is_absent(*before) && to.and_then(|to| to.succ_opt()) == Some(since))
    {
        since = *before;
    }
    Some(since)
}

/// What the card says of an organisation beside its name: that it is no more, what was merged into it, what it is marked as.
#[must_use]
pub fn state_of(app: &App, id: OrganisationId, it: &Organisation, width: usize) -> Vec<Line> {
    let narrator = app.narrator();
    let mut said = Vec::new();
    if let Some(day) = it.closed {
        let date = narrator.day_in_office(day);
        said.push(app.say_with(Phrase::OrganisationClosed, &args![date]));
    }
    if let Some(into) = it.merged_into {
        let organisation = narrator.organisation(into);
        said.push(app.say_with(Phrase::OrganisationMerged, &args![organisation]));
    }
    let merged = app.state().organisations.iter();
    for (other, _) in merged.filter(|(_, it)| it.merged_into == Some(id)) {
        let label = app.say(Phrase::FieldMergedFrom);
        said.push(format!("{label} {}", narrator.organisation(*other)));
    }
    let today = app.now.today;
    let lasts = |it: &&OrganisationFlag| it.from <= today && it.to.is_none_or(|to| today <= to);
    for mark in it.flags.iter().filter(lasts) {
        let date = narrator.day_in_office(mark.from);
        let since = app.say_with(Phrase::InOfficeSince, &args![date]);
        said.push(format!("{} {since}", app.locale.word(&mark.kind)));
    }
    let text = said.join(&format!(" {} ", app.theme.glyphs.dot));
    let lines = crate::tui::text::wrap(&text, width).into_iter();
    match text.is_empty() {
        true => Vec::new(),
        false => lines.map(|it| Line::new(it, Role::Text)).collect(),
    }
}

fn full_name(app: &App, person: PersonId) -> String {
    (app.state().persons.get(&person))
        .filter(|it| !it.is_erased())
        .map_or_else(|| app.narrator().person(person), |it| it.full_name())
}

/// The overall index of a head with level and place, or why it has none.
#[must_use]
pub fn standing(
    app: &App,
    scores: &PeriodScores,
    organisation: OrganisationId,
    person: Option<PersonId>,
    width: usize,
) -> Vec<Line> {
    let Some(row) = scores.row(organisation, person) else {
        return Vec::new();
    };
    let label = app.say(Phrase::Index);
    let label_width = crate::tui::text::width(&app.say(Phrase::CaptionHead)) + 1;
    let glyphs = &app.theme.glyphs;
    let corrected = app.scores.put_right(app.state(), scores.period, row);
    let rows = (row, corrected);
    let said = standing_of::parts(&app.locale, app.state(), scores, rows, glyphs.none);
    let text = said.join(&format!(" {} ", glyphs.dot));
    paragraph(&label, label_width, &text, Role::Text, width)
}
