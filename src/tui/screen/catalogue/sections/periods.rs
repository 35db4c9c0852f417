//! Периоды: what is open for entry, what is closed, and by which edition each is measured.

use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::editions;
use crate::args;
use crate::domain::period::{Period, PeriodState};
use crate::domain::record::{Key, Kind};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::header;
use crate::tui::layer::Overlay;
use crate::tui::overlay::{self, page::Line};
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
        matches!(kind, Kind::Period | Kind::Edition | Kind::Objection)
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

    fn takes_changes(&self, app: &App, key: Key) -> bool {
        match key {
            Key::Period(id) => overlay::period::takes_changes(app, id),
            _ => true,
        }
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::Period(_))
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        match key {
            Key::Period(id) => overlay::period::form(app, id),
            _ => None,
        }
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
    let (word, role) = match it.state == PeriodState::Open && header::is_locked(app, it) {
        true => (app.say(Phrase::LocksAfter), Role::Warning),
        false => (app.locale.word(&it.state), role),
    };
    Row::new(key, cells).in_state(sign, word, role)
}

fn days(it: &Period) -> String {
    format!("{}–{}", format::date(it.from), format::date(it.to))
}

fn period(told: &mut Told<'_>, key: Key, it: &Period) {
    let app = told.app;
    told.field(Phrase::FieldName, &it.name);
    told.field(Phrase::FieldKind, &app.locale.word(&it.kind));
    // The key has no room among the hints of a narrow window, and nothing goes on without it.
    let key_of = hints::key(app, CommandId::NextState);
    let steps = app.say_with(Phrase::PeriodStepsBy, &args![key = key_of]);
    let state = format!(
        "{} {} {steps}",
        header::period_state(app, it),
        app.theme.glyphs.dot
    );
    told.field(Phrase::FieldState, &state);
    told.field(Phrase::CaptionDays, &days(it));
    let deadline = it.deadline.map(format::date);
    let deadline = deadline.unwrap_or_else(|| app.say(Phrase::NoDeadline));
    told.field(Phrase::FieldDeadline, &deadline);
    if it.locks {
        let closed = app.say(Phrase::LocksAfter);
        told.field(Phrase::FieldLocks, &closed);
    }
    for exception in &it.exceptions {
        let name = app.narrator().organisation(exception.organisation);
        let text = format!("{name}: {}", overlay::period::given(app, exception));
        told.field(Phrase::FieldExceptions, &text);
    }
    let title = app.state().editions.get(&it.edition);
    let title = title.map_or("", |it| it.title.as_str());
    let name = editions::short_name(app, it.edition);
    let dot = app.theme.glyphs.dot;
    told.link(
        Phrase::FieldEdition,
        &format!("{name} {dot} {title}"),
        Key::Edition(it.edition),
    );
    outcome(told, key, it);
    told.changed(key);
}

/// What it came to, by what act, and what was done with it.
fn outcome(told: &mut Told<'_>, key: Key, it: &Period) {
    let app = told.app;
    let Key::Period(id) = key else { return };
    if let Some(results) = app.state().results.get(&id) {
        let said = app.say_with(
            Phrase::PeriodResults,
            &args![
                organisations = results.organisations,
                placed = results.placed
            ],
        );
        told.link(Phrase::LabelResults, &said, Key::Results(id));
        let corrected = app.state().corrections.keys();
        let corrected = corrected.filter(|it| it.period == id).count();
        if corrected > 0 {
            let said = app.say_with(Phrase::PeriodCorrected, &args![n = corrected]);
            told.field(Phrase::LabelCorrections, &said);
        }
    }
    let mut objections: Vec<_> = (app.state().objections.iter())
        .filter(|(_, it)| it.period == id)
        .collect();
    objections.sort_by_key(|(id, it)| (it.answer.is_some(), it.due, **id));
    for (id, it) in objections {
        let name = app.narrator().organisation(it.organisation);
        let (said, _) = overlay::objection::standing(app, it);
        let dot = app.theme.glyphs.dot;
        told.link(
            Phrase::LabelObjection,
            &format!("{name} {dot} {said}"),
            Key::Objection(*id),
        );
    }
    if let Some(act) = it.approved_by {
        let name = app.narrator().document(act);
        told.link(Phrase::LabelApprovedBy, &name, Key::Document(act));
    }
    for event in &it.events {
        let text = app.narrator().period_event(event);
        told.field(Phrase::LabelDone, &text);
        if let Some(act) = event.act {
            let name = app.narrator().document(act);
            told.link(Phrase::LabelAct, &name, Key::Document(act));
        }
    }
}
