//! Редакции: the editions of the catalogue, the latest first; each leads into its tree of directions and indicators.

use chrono::NaiveDate;

use super::super::Pane;
use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::{indicator, tree};
use crate::args;
use crate::domain::catalogue::{Edition, EditionState};
use crate::domain::ids::EditionId;
use crate::domain::record::{Key, Kind};
use crate::domain::soundness::{Trouble, problems};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::{comparison, impact, scoring};
use crate::tui::theme::Role;
use crate::tui::{edition, find};

/// The section.
#[derive(Debug)]
pub struct Editions;

const COLUMNS: [Column; 3] = [
    Column::words(Phrase::FieldEdition, 0),
    Column::words(Phrase::FieldAppliesFrom, 2),
    Column::numbers(Phrase::CaptionIndicators, 1),
];

impl Section for Editions {
    fn kind(&self) -> Kind {
        Kind::Edition
    }

    fn title(&self) -> Phrase {
        Phrase::SectionEditions
    }

    fn count(&self, app: &App) -> usize {
        app.state().editions.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Edition | Kind::Direction | Kind::Indicator | Kind::Rule
        )
    }

    fn columns(&self, inside: Option<Key>) -> &'static [Column] {
        match inside {
            Some(_) => &tree::COLUMNS,
            None => &COLUMNS,
        }
    }

    fn rows(&self, app: &App, inside: Option<Key>) -> Vec<Row> {
        if let Some(Key::Edition(id)) = inside {
            return tree::rows(app, id);
        }
        listed(app, |id| collected(app, id).to_string())
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        remarks(&mut told, key);
        match key {
            Key::Edition(id) => {
                heading(&mut told, id);
                remarks_within(&mut told, id);
            }
            Key::Direction(edition, id) => indicator::direction(&mut told, edition, id),
            Key::Indicator(edition, id) => indicator::indicator(&mut told, edition, id),
            _ => {}
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        app.say(Phrase::NoEditions)
    }

    fn has_editor(&self, key: Key) -> bool {
        edition::edition_of(key).is_some()
    }

    fn takes_changes(&self, app: &App, key: Key) -> bool {
        edition::draft_of(app, key).is_some()
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        edition::editor(app, key)
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::Add)
    }

    fn foot(&self, app: &App, inside: Option<Key>) -> Vec<String> {
        let Some(Key::Edition(id)) = inside else {
            return Vec::new();
        };
        match app.state().editions.get(&id).map(|it| it.state) {
            Some(EditionState::Draft) => {
                let (phrase, command) = match edition::counted(app, id) {
                    (0, 0) => (Phrase::EditionFootSound, CommandId::PublishEdition),
                    _ => (Phrase::EditionFoot, CommandId::Remarks),
                };
                let key = hints::key(app, command);
                [
                    edition::counted_in_words(app, id),
                    edition::counted_in_signs(app, id),
                ]
                .map(|counted| app.say_with(phrase, &args![counted, key = key.as_str()]))
                .into()
            }
            Some(EditionState::Published) => {
                let way = hints::named(app, CommandId::Duplicate);
                let key = hints::key(app, CommandId::Duplicate);
                [way, key]
                    .map(|way| app.say_with(Phrase::EditionPublishedFoot, &args![way]))
                    .into()
            }
            None => Vec::new(),
        }
    }

    fn leads_into(&self, key: Key) -> bool {
        matches!(key, Key::Edition(_))
    }

    fn command(&self, app: &mut App, command: CommandId, at: Option<Key>) -> bool {
        if let (CommandId::Scale, Some(Key::Indicator(edition, id))) = (command, at) {
            return scoring::open(app, edition, id);
        }
        let edition = at.and_then(edition::edition_of);
        let page = match (command, edition) {
            (CommandId::Impact, Some(edition)) => impact::of(app, edition),
            (CommandId::Compare, Some(edition)) => comparison::of(app, edition),
            // Among the sections there is no record to do anything to: only something new is put where the list stands.
            _ if app.catalogue.focus == Pane::Sections && command != CommandId::Add => {
                return false;
            }
            _ => {
                let inside = app.catalogue.inside;
                // A line of the detail that leads elsewhere, to an act or a base quantity, is told of the record that the list has.
                let at = at.filter(|it| edition::edition_of(*it).is_some());
                let at = at.or_else(|| app.catalogue.key());
                return edition::tree::command(app, command, at, inside);
            }
        };
        app.open(page);
        true
    }

    fn within(&self, key: Key) -> Option<Key> {
        match key {
            Key::Direction(edition, _) | Key::Indicator(edition, _) => Some(Key::Edition(edition)),
            _ => None,
        }
    }
}

/// The edition under the cursor of the catalogue, where its list is that of the editions.
#[must_use]
pub fn edition_under(app: &App) -> Option<EditionId> {
    let listed = app.catalogue.section().kind() == Kind::Edition;
    (app.catalogue.under_cursor().filter(|_| listed)).and_then(edition::edition_of)
}

/// What is wrong with a record of a draft, before all that is told of it.
fn remarks(told: &mut Told<'_>, key: Key) {
    let app = told.app;
    let Some(edition) = edition::draft_of(app, key) else {
        return;
    };
    for it in problems(app.state(), edition) {
        if it.key == key {
            let role = if it.is_fault() {
                Role::Error
            } else {
                Role::Warning
            };
            told.plain(&edition::told(app, &it), role);
            let next = match key {
                Key::Direction(..) => Phrase::TroubleNoIndicatorNext,
                _ => Phrase::TroubleNoDirectionNext,
            };
            if it.what == Trouble::Empty {
                let key = hints::key(app, CommandId::Add);
                told.plain(&app.say_with(next, &args![key]), Role::Text);
            }
        }
    }
}

/// What is wrong with the directions and indicators of a draft, each line with the way to where it stands.
fn remarks_within(told: &mut Told<'_>, id: EditionId) {
    let (app, own) = (told.app, Key::Edition(id));
    if edition::draft_of(app, own).is_none() {
        return;
    }
    let all = problems(app.state(), id).into_iter();
    let within: Vec<_> = all.filter(|it| it.key != own).collect();
    if !within.is_empty() {
        told.heading(Phrase::HeadingRemarks);
    }
    for it in within {
        let name = app.narrator().title_of(it.key);
        told.item(
            &format!("{}: {name}", edition::told(app, &it)),
            Some(it.key),
        );
    }
}

/// «ред. 3».
pub(super) fn short_name(app: &App, id: EditionId) -> String {
    let number = app.state().editions.get(&id).map_or(0, |it| it.number);
    app.say_with(Phrase::EditionShort, &args![number])
}

/// Indicators of an edition that are collected.
fn collected(app: &App, id: EditionId) -> usize {
    let all = app.state().indicators.iter();
    all.filter(|((it, _), indicator)| *it == id && !indicator.retired)
        .count()
}

/// The editions, the latest first, with what a list has to say of each.
pub(super) fn listed(app: &App, of: impl Fn(EditionId) -> String) -> Vec<Row> {
    let mut all: Vec<_> = app.state().editions.iter().collect();
    all.sort_by_key(|(id, it)| std::cmp::Reverse((it.number, **id)));
    let rows = all.into_iter().map(|(id, it)| row(app, *id, it, of(*id)));
    rows.collect()
}

fn row(app: &App, id: EditionId, it: &Edition, said: String) -> Row {
    let from = it.applies_from.or(it.in_force);
    let cells = vec![
        short_name(app, id),
        from.map(format::date).unwrap_or_default(),
        said,
    ];
    let word = app.locale.word(&it.state);
    let glyphs = app.theme.glyphs;
    let row = Row::new(Key::Edition(id), cells);
    match it.state {
        EditionState::Published => row.in_state(glyphs.done, word, Role::Good),
        EditionState::Draft => row.in_state(glyphs.open, word, Role::Warning),
    }
}

fn heading(told: &mut Told<'_>, id: EditionId) {
    let (app, state) = (told.app, told.app.state());
    let Some(it) = state.editions.get(&id) else {
        return;
    };
    let day = |it: Option<NaiveDate>| it.map(format::date).unwrap_or_default();
    told.plain(&it.title, Role::Text);
    told.field(Phrase::FieldState, &app.locale.word(&it.state));
    if let Some(act) = it.act {
        let line = state.documents.get(&act);
        let line = line.map_or_else(
            || app.narrator().document(act),
            |it| find::document_line(app, it),
        );
        told.link(Phrase::FieldAct, &line, Key::Document(act));
    }
    told.field(Phrase::FieldAdopted, &day(it.adopted));
    told.field(Phrase::FieldInForce, &day(it.in_force));
    told.field(Phrase::FieldAppliesFrom, &day(it.applies_from));
    let n = collected(app, id);
    let counted = app.say_with(Phrase::CountIndicators, &args![n]);
    told.field(Phrase::EditionHolds, &counted);
    told.field(
        Phrase::WeightsOfDirections,
        &tree::sum_of_directions(app, id).word,
    );
    for (n, level) in it.levels.iter().enumerate() {
        let from = format::number(level.from.normalize());
        let text = app.say_with(
            Phrase::LevelFrom,
            &args![title = level.title.as_str(), from],
        );
        match n {
            0 => told.field(Phrase::FieldLevels, &text),
            _ => told.more(&text),
        }
    }
    let share = format::percent(it.completeness.normalize());
    let text = app.say_with(Phrase::CompletenessMeans, &args![share]);
    told.field(Phrase::FieldCompleteness, &text);
    if it.min_months > 0 {
        let text = app.say_with(Phrase::MinMonthsMean, &args![n = it.min_months]);
        told.field(Phrase::FieldMinMonths, &text);
    }
    told.changed(Key::Edition(id));
    let mut periods: Vec<_> = (state.periods.iter())
        .filter(|(_, it)| it.edition == id)
        .collect();
    periods.sort_by_key(|(id, it)| std::cmp::Reverse((it.to, **id)));
    told.heading(Phrase::EditionPeriods);
    if periods.is_empty() {
        let none = app.say(Phrase::EditionNoPeriods);
        told.plain(&none, Role::Dim);
    }
    for (id, it) in periods {
        let (kind, state) = (app.locale.word(&it.kind), app.locale.word(&it.state));
        let dot = app.theme.glyphs.dot;
        let text = format!("{kind} {} {dot} {state}", it.name);
        told.item(&text, Some(Key::Period(*id)));
    }
}
