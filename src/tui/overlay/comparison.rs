//! Two editions side by side on a page: what came, what went, and what reads otherwise, field by field.
//!
//! Owns which edition is compared with; what differs is the analysis', how a field reads the locale's.

use super::page::{Content, Line, Page, Told, paragraph};
use crate::analysis::compare::{self, Comparison, Difference, Pair};
use crate::args;
use crate::domain::ids::EditionId;
use crate::domain::record::{Key, Record};
use crate::locale::{FieldChange, Phrase};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::edition::numbered;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::text;
use crate::tui::theme::Role;

/// Columns by which fields are set in.
const INDENT: usize = 2;
/// Columns of «было» and «станет» before the values.
const SIDE: usize = 12;

/// The page for an edition, compared with the one that it is based on.
#[must_use]
pub fn of(app: &App, edition: EditionId) -> Box<dyn Overlay> {
    let with = compare::usual(app.state(), edition);
    let other = || others(app, edition).last().copied();
    let page = Side {
        edition,
        with: with.or_else(other),
        changed: false,
    };
    Box::new(Page::new(page, app))
}

/// The editions that one can be compared with, by number.
fn others(app: &App, edition: EditionId) -> Vec<EditionId> {
    let all = app.state().editions.iter();
    let mut found: Vec<_> = all.filter(|(id, _)| **id != edition).collect();
    found.sort_by_key(|(id, it)| (it.number, **id));
    found.into_iter().map(|it| *it.0).collect()
}

/// What is on the page.
#[derive(Debug)]
struct Side {
    edition: EditionId,
    with: Option<EditionId>,
    changed: bool,
}

impl Side {
    fn shift(&mut self, app: &App, forward: bool) {
        let all = others(app, self.edition);
        let at = self
            .with
            .and_then(|it| all.iter().position(|other| *other == it));
        let Some(at) = at else { return };
        let to = match forward {
            true => all.get(at + 1),
            false => at.checked_sub(1).and_then(|it| all.get(it)),
        };
        if let Some(to) = to {
            self.with = Some(*to);
            self.changed = true;
        }
    }
}

impl Content for Side {
    fn place(&self) -> Place {
        Place::Comparison
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let Some(with) = self.with else {
            return Told {
                title: app.say(Phrase::CommandCompare),
                lines: vec![Line::new(app.say(Phrase::CompareNothing), Role::Dim)],
            };
        };
        let (from, to) = (numbered(app, with), numbered(app, self.edition));
        let title = app.say_with(Phrase::CompareTitle, &args![from, to]);
        let Some(found) = Comparison::of(app.state(), with, self.edition) else {
            let lines = vec![Line::new(app.say(Phrase::ImpactGone), Role::Warning)];
            return Told { title, lines };
        };
        let lines = lines(app, &found, width);
        Told { title, lines }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        // The wording of that very edition, not of the one that is in use.
        app.close_all();
        Catalogue::show(app, key);
        Outcome::Close
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::Left => self.shift(app, false),
            CommandId::Right => self.shift(app, true),
            CommandId::Compare => {}
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        vec![("← →".to_owned(), app.say(Phrase::HintOtherEdition))]
    }
}

/// How many directions, indicators and rules had which difference, a line for each kind of which there are any: «Показатели: изменено — 4».
#[must_use]
pub fn counted(app: &App, found: &Comparison) -> Vec<String> {
    let differences = [
        (Difference::Added, Phrase::CompareAdded),
        (Difference::Revived, Phrase::CompareRevived),
        (Difference::Changed, Phrase::CompareChanged),
        (Difference::Retired, Phrase::CompareRetired),
        (Difference::Removed, Phrase::CompareRemoved),
    ];
    let kinds = [
        (Phrase::CompareDirections, &found.directions),
        (Phrase::CompareIndicators, &found.indicators),
        (Phrase::CompareChecks, &found.rules),
    ];
    let of = |pairs: &[Pair]| {
        let counts = differences
            .iter()
            .map(|it| (compare::count(pairs, it.0), it.1));
        let said = counts.filter(|it| it.0 > 0);
        said.map(|(n, phrase)| app.say_with(phrase, &args![n]))
            .collect::<Vec<_>>()
    };
    (kinds.into_iter())
        .map(|(phrase, pairs)| (phrase, of(pairs)))
        .filter(|(_, said)| !said.is_empty())
        .map(|(phrase, said)| app.say_with(phrase, &args![what = said.join(", ")]))
        .collect()
}

fn lines(app: &App, found: &Comparison, width: usize) -> Vec<Line> {
    if found.is_empty() {
        return vec![Line::new(app.say(Phrase::CompareSame), Role::Good)];
    }
    let mut lines = Vec::new();
    for text in counted(app, found) {
        let wrapped = text::wrap(&text, width).into_iter();
        lines.extend(wrapped.map(|it| Line::new(it, Role::Text)));
    }
    let groups = [
        (Phrase::CompareRules, found.edition.as_slice()),
        (Phrase::PaneDirections, found.directions.as_slice()),
        (Phrase::PaneIndicators, found.indicators.as_slice()),
        (Phrase::SectionRules, found.rules.as_slice()),
    ];
    for (heading, pairs) in groups {
        if pairs.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::new(app.say(heading), Role::Label));
        for pair in pairs {
            lines.extend(told(app, found, pair, width));
        }
    }
    lines
}

/// A record with what became of it, and the fields that differ.
fn told(app: &App, found: &Comparison, pair: &Pair, width: usize) -> Vec<Line> {
    let (difference, role) = match pair.difference {
        Difference::Added => (Phrase::DifferenceAdded, Role::Good),
        Difference::Revived => (Phrase::DifferenceRevived, Role::Good),
        Difference::Changed => (Phrase::DifferenceChanged, Role::Text),
        Difference::Retired => (Phrase::DifferenceRetired, Role::Warning),
        Difference::Removed => (Phrase::DifferenceRemoved, Role::Warning),
    };
    let difference = app.say(difference);
    let room = width.saturating_sub(text::width(&difference) + 2);
    let name = title(app, pair);
    let dots = app.theme.glyphs.ellipsis;
    let head = Line::new(text::cut(&name, room, dots).into_owned(), Role::Text)
        .and(format!("  {difference}"), role);
    let mut lines = vec![match pair.key() {
        Some(key) => head.opening(key),
        None => head,
    }];
    let (Some((_, before)), Some((_, after))) = (&pair.before, &pair.after) else {
        return lines;
    };
    let mut fields = app
        .narrator()
        .compared((found.from, before), (found.to, after));
    if matches!(pair.difference, Difference::Retired | Difference::Revived) {
        fields.retain(|it| it.field != Phrase::FieldRetired);
    }
    for it in fields {
        lines.extend(field(app, it, width));
    }
    lines
}

/// «вес: 20 → 25»; what is too long for a line, or has arrows of its own, stands one below the other.
fn field(app: &App, it: FieldChange, width: usize) -> Vec<Line> {
    let arrow = app.theme.glyphs.arrow;
    let filled = |text: String| match text.is_empty() {
        true => app.say(Phrase::CellEmpty),
        false => text,
    };
    let (name, before, after) = (app.say(it.field), filled(it.before), filled(it.after));
    let indent = " ".repeat(INDENT);
    let short = format!("{indent}{name}: {before} {arrow} {after}");
    let plain = !before.contains(arrow) && !after.contains(arrow);
    if plain && text::width(&short) <= width {
        return vec![Line::new(short, Role::Dim)];
    }
    let mut lines = vec![Line::new(format!("{indent}{name}:"), Role::Dim)];
    for (label, value) in [(Phrase::ImpactWas, before), (Phrase::ImpactWould, after)] {
        let label = format!("{indent}{indent}{}", app.say(label));
        lines.extend(paragraph(&label, SIDE, &value, Role::Dim, width));
    }
    lines
}

/// «6.2 Первая и высшая категория»; decrees give codes anew, so that a code that was another is told among the fields.
fn title(app: &App, pair: &Pair) -> String {
    let record = pair.after.as_ref().or(pair.before.as_ref());
    match record.map(|it| &it.1) {
        Some(Record::Indicator(it)) => format!("{} {}", it.code, it.short),
        Some(Record::Direction(it)) => format!("{} {}", it.code, it.title),
        Some(Record::Edition(it)) => it.title.clone(),
        Some(Record::Rule(_)) => match pair.key() {
            Some(Key::Rule(_, kind)) => app.locale.word(&kind),
            _ => String::new(),
        },
        _ => String::new(),
    }
}
