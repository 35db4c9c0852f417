//! Периоды: what is open for entry, what is closed, and by which edition each is measured.

use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::editions;
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::header;
use crate::tui::overlay::page::Line;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct Periods;

const COLUMNS: [Column; 5] = [
    Column::words(Phrase::FieldPeriod, 0),
    Column::words(Phrase::FieldKind, 1),
    Column::words(Phrase::CaptionDays, 2),
    Column::words(Phrase::FieldDeadline, 3),
    Column::words(Phrase::FieldEdition, 4),
];

impl Section for Periods {
    fn kind(&self) -> Kind {
        Kind::Period
    }

    fn title(&self) -> Phrase {
        Phrase::SectionPeriods
    }

    fn count(&self, app: &App) -> usize {
        app.state().periods.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Period | Kind::Edition)
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let mut all: Vec<_> = app.state().periods.iter().collect();
        all.sort_by_key(|(id, it)| std::cmp::Reverse((it.to, std::cmp::Reverse(it.kind), **id)));
        (all.into_iter())
            .map(|(id, it)| row(app, Key::Period(*id), it))
            .collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        let Key::Period(id) = key else {
            return told.lines;
        };
        if let Some(it) = app.state().periods.get(&id) {
            period(&mut told, key, it);
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        no_periods(app)
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::AddPeriod)
    }
}

fn row(app: &App, key: Key, it: &Period) -> Row {
    let cells = vec![
        it.name.clone(),
        app.locale.word(&it.kind),
        days(it),
        it.deadline.map(format::date).unwrap_or_default(),
        editions::short_name(app, it.edition),
    ];
    let glyphs = app.theme.glyphs;
    let (sign, role) = match it.state {
        PeriodState::Planned => (glyphs.open, Role::Dim),
        PeriodState::Open => (glyphs.running, Role::Good),
        PeriodState::Review => (glyphs.submitted, Role::Text),
        PeriodState::Closed => (glyphs.done, Role::Dim),
    };
    Row::new(key, cells).in_state(sign, app.locale.word(&it.state), role)
}

fn days(it: &Period) -> String {
    format!("{}–{}", format::date(it.from), format::date(it.to))
}

fn period(told: &mut Told<'_>, key: Key, it: &Period) {
    let app = told.app;
    told.field(Phrase::FieldName, &it.name);
    told.field(Phrase::FieldKind, &app.locale.word(&it.kind));
    told.field(Phrase::FieldState, &header::period_state(app, it));
    told.field(Phrase::CaptionDays, &days(it));
    let deadline = it.deadline.map(format::date);
    let deadline = deadline.unwrap_or_else(|| app.say(Phrase::NoDeadline));
    told.field(Phrase::FieldDeadline, &deadline);
    let title = app.state().editions.get(&it.edition);
    let title = title.map_or("", |it| it.title.as_str());
    let name = editions::short_name(app, it.edition);
    let dot = app.theme.glyphs.dot;
    told.link(
        Phrase::FieldEdition,
        &format!("{name} {dot} {title}"),
        Key::Edition(it.edition),
    );
    told.changed(key);
}
