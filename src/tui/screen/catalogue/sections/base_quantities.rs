//! Базовые величины: numbers that several indicators use, and which do.

use super::super::section::{Column, Row, Section};
use super::super::told::Told;
use super::editions;
use crate::domain::bases;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{BaseQuantityId, EditionId, IndicatorId};
use crate::domain::record::{Key, Kind};
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::layer::Overlay;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::people;
use crate::tui::theme::Role;

/// The section.
#[derive(Debug)]
pub struct BaseQuantities;

const COLUMNS: [Column; 3] = [
    Column::words(Phrase::FieldTitle, 0),
    Column::words(Phrase::FieldUnit, 1),
    Column::words(Phrase::CaptionUsedBy, 2),
];

impl Section for BaseQuantities {
    fn kind(&self) -> Kind {
        Kind::BaseQuantity
    }

    fn title(&self) -> Phrase {
        Phrase::SectionBaseQuantities
    }

    fn count(&self, app: &App) -> usize {
        app.state().base_quantities.len()
    }

    fn rests_on(&self, kind: Kind) -> bool {
        matches!(kind, Kind::BaseQuantity | Kind::Indicator | Kind::Edition)
    }

    fn columns(&self, _: Option<Key>) -> &'static [Column] {
        &COLUMNS
    }

    fn rows(&self, app: &App, _: Option<Key>) -> Vec<Row> {
        let mut all: Vec<_> = app.state().base_quantities.iter().collect();
        all.sort_by_cached_key(|(id, it)| (it.retired, collation_key(&it.title), **id));
        let latest = latest(app);
        (all.into_iter())
            .map(|(id, it)| {
                let mut codes: Vec<&str> = (users(app, *id).into_iter())
                    .filter(|(edition, ..)| Some(*edition) == latest)
                    .map(|(_, _, it)| it.code.as_str())
                    .collect();
                codes.sort_by_cached_key(|it| collation_key(it));
                let cells = vec![it.title.clone(), it.unit.clone(), codes.join(", ")];
                let row = Row::new(Key::BaseQuantity(*id), cells);
                match it.retired {
                    true => {
                        let word = app.say(Phrase::RowRetired);
                        row.in_state(app.theme.glyphs.none, word, Role::Dim)
                            .dimmed(true)
                    }
                    false => row,
                }
            })
            .collect()
    }

    fn detail(&self, app: &App, key: Key, width: usize) -> Vec<Line> {
        let mut told = Told::new(app, width);
        if let Key::BaseQuantity(id) = key {
            quantity(&mut told, id);
        }
        told.lines
    }

    fn empty(&self, app: &App) -> String {
        app.say(Phrase::EmptyBaseQuantities)
    }

    fn has_editor(&self, key: Key) -> bool {
        matches!(key, Key::BaseQuantity(_))
    }

    fn editor(&self, app: &mut App, key: Key) -> Option<Box<dyn Overlay>> {
        people::editor(app, key)
    }

    fn adds(&self) -> Option<CommandId> {
        Some(CommandId::Add)
    }

    fn command(&self, app: &mut App, command: CommandId, _: Option<Key>) -> bool {
        let is_it = command == CommandId::Add;
        if is_it {
            people::add_quantity(app);
        }
        is_it
    }
}

/// The edition whose codes a list shows: the one with the highest number.
fn latest(app: &App) -> Option<EditionId> {
    let editions = app.state().editions.iter();
    editions
        .max_by_key(|(id, it)| (it.number, **id))
        .map(|(id, _)| *id)
}

/// The code of an indicator in the edition with the highest number that has it.
pub fn latest_code(app: &App, id: IndicatorId) -> Option<String> {
    let all = app.state().indicators.iter();
    let number = |edition: &EditionId| app.state().editions.get(edition).map(|it| it.number);
    all.filter(|((_, it), _)| *it == id)
        .max_by_key(|((edition, _), _)| (number(edition), *edition))
        .map(|(_, it)| it.code.clone())
}

/// Indicators that use a quantity, of all editions.
fn users(app: &App, id: BaseQuantityId) -> Vec<(EditionId, IndicatorId, &Indicator)> {
    let all = app.state().indicators.iter();
    all.filter(|(_, it)| bases::of(it).contains(&Some(id)))
        .map(|((edition, indicator), it)| (*edition, *indicator, &it.body))
        .collect()
}

fn quantity(told: &mut Told<'_>, id: BaseQuantityId) {
    let app = told.app;
    let Some(it) = app.state().base_quantities.get(&id) else {
        return;
    };
    told.plain(&it.title, Role::Text);
    told.field(Phrase::FieldUnit, &it.unit);
    let whole = told.yes(it.whole);
    told.field(Phrase::FieldWhole, &whole);
    if it.retired {
        let word = app.say(Phrase::UseIsOver);
        told.field(Phrase::FieldUse, &word);
    }
    told.changed(Key::BaseQuantity(id));
    told.heading(Phrase::DocumentUses);
    let mut users = users(app, id);
    users.sort_by_cached_key(|(edition, indicator, it)| {
        let number = app.state().editions.get(edition).map(|it| it.number);
        (
            std::cmp::Reverse(number),
            collation_key(&it.code),
            *indicator,
        )
    });
    if users.is_empty() {
        let none = app.say(Phrase::DocumentUnused);
        told.plain(&none, Role::Dim);
    }
    let dot = app.theme.glyphs.dot;
    for (edition, indicator, it) in users {
        let name = editions::short_name(app, edition);
        let text = format!("{} {} {dot} {name}", it.code, it.short);
        told.item(&text, Some(Key::Indicator(edition, indicator)));
    }
}
