//! Who heads the organisation, and how the index stands.

use rust_decimal::Decimal;

use super::in_office;
use crate::analysis::exact::Exact;
use crate::analysis::roster::{Head, Staffed, Standing};
use crate::analysis::scores::{PeriodScores, RowScore};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::number;
use crate::domain::people::AppointmentKind;
use crate::locale::Phrase;
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
    app.state().persons.get(&person).map_or_else(
        || app.narrator().person(person),
        |it| {
            [&it.surname, &it.given, &it.patronymic]
                .into_iter()
                .filter(|it| !it.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" ")
        },
    )
}

/// The overall index with level and place, or why it has none.
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
    let mut said = Vec::new();
    said.push(row.overall.map_or_else(
        || app.theme.glyphs.none.to_owned(),
        |it| index(app, scores.period, it),
    ));
    if let Some(level) = level(app, scores.period, row) {
        said.push(level);
    }
    if let Some(place) = row.place {
        said.push(app.say_with(Phrase::PlaceOf, &args![place = place, n = scores.placed()]));
    }
    match row.standing {
        Standing::Full => {}
        Standing::Acting => said.push(app.say(Phrase::ForReferenceActing)),
        Standing::Short { months } => {
            said.push(app.say_with(Phrase::ForReferenceShort, &args![n = months]))
        }
        Standing::Vacancy => said.push(app.say(Phrase::ForReference)),
    }
    let share = app.say_with(Phrase::ShareOf, &args![k = row.filled, n = row.applicable]);
    said.push(if row.complete || row.standing != Standing::Full {
        app.say_with(Phrase::FilledShare, &args![share = share])
    } else {
        app.say_with(
            Phrase::LevelBelowCompleteness,
            &args![k = row.filled, n = row.applicable],
        )
    });
    let text = said.join(&format!(" {} ", app.theme.glyphs.dot));
    paragraph(&label, label_width, &text, Role::Text, width)
}

fn level(app: &App, period: PeriodId, row: &RowScore) -> Option<String> {
    let edition = app.state().edition_of(period)?;
    let levels = &app.state().editions.get(&edition)?.levels;
    Some(levels.get(row.level?)?.title.clone())
}

/// An index as it is shown: one decimal, never rounded across a level.
pub(super) fn index(app: &App, period: PeriodId, value: Exact) -> String {
    let edition = app
        .state()
        .edition_of(period)
        .and_then(|it| app.state().editions.get(&it));
    let bounds: Vec<Decimal> =
        edition.map_or_else(Vec::new, |it| it.levels.iter().map(|it| it.from).collect());
    let shown = value.shown(&bounds, 1);
    number::format(shown, shown.scale().max(1))
}
