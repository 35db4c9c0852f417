//! Who heads the organisation, and the line under that: how the index stands.

use super::in_office;
use crate::analysis::roster::{Head, Staffed};
use crate::analysis::scores::PeriodScores;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::people::AppointmentKind;
use crate::locale::Phrase;
use crate::report::standing as standing_of;
use crate::tui::app::App;
use crate::tui::overlay::page::{Line, paragraph};
use crate::tui::theme::Role;

/// Everybody who headed the organisation in the period, with dates; whom the card is about stands out.
#[must_use]
pub fn heads(app: &App, staffed: &Staffed, person: Option<PersonId>, width: usize) -> Vec<Line> {
    let label = app.say(Phrase::CaptionHead);
    let label_width = crate::tui::text::width(&label) + 1;
    let mut lines = Vec::new();
    for (n, head) in staffed.heads.iter().rev().enumerate() {
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
        let text = if dates.is_empty() {
            name
        } else {
            format!("{name}, {dates}")
        };
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
