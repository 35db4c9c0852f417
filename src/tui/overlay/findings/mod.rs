//! The page of findings: what the rules have found in the shown period, those that matter most first, with what is to be done. Enter leads
//! to the cell; a word says why it is right as it stands, and then it rests.
//!
//! Owns what of it is shown and which are marked; what is found is computed with the other figures of the period.

mod confirm;

use std::collections::BTreeSet;

use super::go;
use super::page::{Content, Line, Page, Told, paragraph, still_loading};
use crate::analysis::findings::{Finding, Rest};
use crate::args;
use crate::domain::ids::{DirectionId, PeriodId};
use crate::domain::record::Key;
use crate::domain::rule::{Importance, RuleKind};
use crate::locale::{Phrase, to_do};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::entry::ground;
use crate::tui::layer::Outcome;
use crate::tui::presence;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;
use crate::tui::text;
use crate::tui::theme::Role;

/// Columns of the name of a cell.
const NAME: usize = 24;
/// Findings that are listed: whoever has more mends them from the first on.
const MOST: usize = 400;

/// Opens the page.
pub fn open(app: &mut App) {
    if app.derived.is_none() {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    }
    let page = Page::new(Findings::default(), app);
    app.open(Box::new(page));
}

/// How many findings of the shown period are open, in a sentence with the way to them; `None` where none is.
#[must_use]
pub fn open_ones(app: &App) -> Option<String> {
    let n = app.derived.as_ref()?.findings.open();
    let command = hints::named(app, CommandId::Findings);
    (n > 0).then(|| app.say_with(Phrase::FindingsOpen, &args![n, command]))
}

/// What is on the page.
#[derive(Debug, Default)]
struct Findings {
    /// Only these.
    importance: Option<Importance>,
    direction: Option<DirectionId>,
    /// Those that rest, too.
    rested: bool,
    /// Which are marked, to be confirmed together.
    marked: BTreeSet<(Key, u64)>,
    changed: bool,
    stepped: bool,
}

impl Findings {
    /// The findings that are shown, in the order of the page.
    fn shown<'a>(&self, app: &'a App) -> Vec<&'a Finding> {
        let Some(derived) = &app.derived else {
            return Vec::new();
        };
        let state = app.state();
        let direction = |it: &Finding| {
            let indicator = state.indicator_in(it.cell.period, it.cell.indicator);
            indicator.map(|it| it.direction)
        };
        let mut all = derived.findings.all();
        all.retain(|it| {
            (self.rested || it.is_open())
                && self.importance.is_none_or(|wanted| it.importance == wanted)
                && (self.direction.is_none() || direction(it) == self.direction)
        });
        all.sort_by_key(|it| (it.importance, it.rule));
        all
    }

    /// The finding of a line.
    fn at<'a>(&self, app: &'a App, key: Key) -> Option<&'a Finding> {
        let mut all = app.derived.as_ref()?.findings.all().into_iter();
        all.find(|it| key_of(it) == key)
    }

    /// The marked ones that are still there and shown; without marks the one under the cursor, and never that one in place of marked ones.
    fn chosen(&self, app: &App, at: Option<Key>) -> Vec<Finding> {
        let shown = self.shown(app).into_iter();
        let marked: Vec<Finding> = shown
            .filter(|it| self.marked.contains(&(key_of(it), it.mark)))
            .cloned()
            .collect();
        if !self.marked.is_empty() {
            return marked;
        }
        let under = at.and_then(|it| self.at(app, it));
        under.cloned().into_iter().collect()
    }

    /// The next direction of the period's edition in which anything was found, after which all are shown again.
    fn next_direction(&self, app: &App, back: bool) -> Option<DirectionId> {
        let state = app.state();
        let period = app.monitoring.chosen.period?;
        let all: Vec<DirectionId> = (state.directions_of(state.edition_of(period)?).iter())
            .filter(|(_, it)| !it.retired)
            .map(|(id, _)| *id)
            .collect();
        let here = (self.direction).and_then(|id| all.iter().position(|it| *it == id));
        match (here, back) {
            (None, false) => all.first().copied(),
            (None, true) => all.last().copied(),
            (Some(at), false) => all.get(at + 1).copied(),
            (Some(at), true) => at.checked_sub(1).and_then(|it| all.get(it)).copied(),
        }
    }

    fn heading(&self, app: &App) -> Vec<Line> {
        let Some(derived) = &app.derived else {
            return Vec::new();
        };
        let all = derived.findings.all();
        let open = |of: Importance| {
            all.iter()
                .filter(|it| it.is_open() && it.importance == of)
                .count()
        };
        let rests = all.iter().filter(|it| !it.is_open()).count();
        let said = app.say_with(
            Phrase::FindingsCounts,
            &args![
                high = open(Importance::High),
                medium = open(Importance::Medium),
                low = open(Importance::Low),
                rests
            ],
        );
        let role = match open(Importance::High) {
            0 => Role::Text,
            _ => Role::Warning,
        };
        let mut lines = vec![Line::new(said, role)];
        lines.extend(self.only(app).map(|it| Line::new(it, Role::Dim)));
        lines
    }

    /// What of it is shown, where that is not all.
    fn only(&self, app: &App) -> Option<String> {
        let importance = self.importance.map(|it| {
            let importance = app.locale.word(&it);
            app.say_with(Phrase::FindingsOnlyImportance, &args![importance])
        });
        let direction = self.direction.and_then(|id| {
            let it = app
                .state()
                .direction_in(app.monitoring.chosen.period?, id)?;
            let direction = format!("{} {}", it.code, it.short);
            Some(app.say_with(Phrase::FindingsOnlyDirection, &args![direction]))
        });
        let parts: Vec<String> = importance.into_iter().chain(direction).collect();
        let what = parts.join(", ");
        (!parts.is_empty()).then(|| app.say_with(Phrase::FindingsOnly, &args![what]))
    }

    fn lines_of(&self, app: &App, it: &Finding, width: usize) -> Vec<Line> {
        let (glyphs, narrator) = (app.theme.glyphs, app.narrator());
        let is_marked = self.marked.contains(&(key_of(it), it.mark));
        let sign = match (is_marked, it.is_open()) {
            (true, _) => glyphs.marked,
            (false, true) => glyphs.warning,
            (false, false) => glyphs.done,
        };
        let name = match it.rule {
            RuleKind::Copied => match it.cell.subject {
                crate::domain::value::Subject::Organisation(id) => narrator.organisation(id),
                _ => narrator.cell(it.cell),
            },
            _ => narrator.cell(it.cell),
        };
        let name = format!("{sign} {name}");
        let name = text::cut(&name, NAME, glyphs.ellipsis);
        let role = match it.is_open() {
            true => Role::Text,
            false => Role::Dim,
        };
        let said = narrator.warning(it.cell, &it.fact);
        let mut lines = paragraph(&name, NAME, &said, role, width);
        if let Some(why) = self.why(app, it) {
            lines.extend(paragraph("", NAME, &why, Role::Dim, width));
        }
        if let Some(first) = lines.first_mut() {
            first.opens = Some(key_of(it));
        }
        lines
    }

    /// Why a finding rests.
    fn why(&self, app: &App, it: &Finding) -> Option<String> {
        let note = match it.rest? {
            Rest::Note => {
                let value = app.state().value(it.cell)?;
                return Some(
                    app.say_with(Phrase::FindingExplained, &args![note = value.note.as_str()]),
                );
            }
            Rest::Confirmed => app.state().confirmation(it.cell, it.rule)?,
        };
        let who = app.narrator().user(note.stamp.by);
        let time = presence::moment(app, note.stamp.at);
        let note = note.note.as_str();
        Some(app.say_with(Phrase::FindingConfirmed, &args![note, who, time]))
    }
}

/// The place of what is said of a finding: a line of the page is known by it.
fn key_of(it: &Finding) -> Key {
    Key::Confirmation(it.cell, it.rule)
}

impl Content for Findings {
    fn place(&self) -> Place {
        Place::Findings
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        app.monitoring.chosen.period.into_iter().collect()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let dot = app.theme.glyphs.dot;
        let period = app.monitoring.chosen.period;
        let name = period
            .map(|it| app.narrator().period(it))
            .unwrap_or_default();
        let title = format!("{} {dot} {name}", app.say(Phrase::CommandFindings));
        if let Some(line) = still_loading(app, &self.needs(app)) {
            let lines = vec![line];
            return Told { title, lines };
        }
        let mut lines = self.heading(app);
        let shown = self.shown(app);
        if shown.is_empty() {
            lines.push(Line::default());
            let said = app.say(Phrase::FindingsNone);
            lines.extend(
                text::wrap(&said, width)
                    .into_iter()
                    .map(|it| Line::new(it, Role::Good)),
            );
        }
        let mut under = None;
        for it in shown.iter().take(MOST) {
            if under != Some((it.importance, it.rule)) {
                under = Some((it.importance, it.rule));
                lines.push(Line::default());
                lines.extend(headed(app, it, width));
            }
            lines.extend(self.lines_of(app, it, width));
        }
        if let Some(n) = shown.len().checked_sub(MOST).filter(|it| *it > 0) {
            lines.push(Line::new(
                app.say_with(Phrase::FindingsMore, &args![n]),
                Role::Dim,
            ));
        }
        Told { title, lines }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        match key {
            Key::Confirmation(cell, _) | Key::Value(cell) => {
                ground::show(app, cell);
                Outcome::Aside
            }
            key => go::open(app, key),
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::Note => return confirm::ask(app, &self.chosen(app, at)),
            CommandId::Mark => {
                let found = at.and_then(|it| self.at(app, it)).filter(|it| it.is_open());
                let Some(mark) = found.map(|it| (key_of(it), it.mark)) else {
                    return Outcome::Used;
                };
                if !self.marked.remove(&mark) {
                    self.marked.insert(mark);
                }
                self.stepped = true;
                return Outcome::Used;
            }
            CommandId::MarkAll => {
                // What the page does not list nobody has seen.
                let shown = self.shown(app).into_iter().take(MOST);
                let open = shown.filter(|it| it.is_open());
                self.marked = open.map(|it| (key_of(it), it.mark)).collect();
            }
            CommandId::ClearMarks => self.marked.clear(),
            CommandId::Filter => {
                self.importance = match self.importance {
                    None => Some(Importance::High),
                    Some(Importance::High) => Some(Importance::Medium),
                    Some(Importance::Medium) => Some(Importance::Low),
                    Some(Importance::Low | Importance::Off) => None,
                }
            }
            CommandId::NextDirection => self.direction = self.next_direction(app, false),
            CommandId::PreviousDirection => self.direction = self.next_direction(app, true),
            CommandId::ExpandDetail => self.rested = !self.rested,
            CommandId::Findings => return Outcome::Used,
            _ => return Outcome::Pass,
        }
        self.changed = true;
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let words = [
            (CommandId::Note, Phrase::HintConfirm),
            (CommandId::Mark, Phrase::HintMark),
            (CommandId::ExpandDetail, Phrase::HintRested),
        ];
        let said = words.map(|(it, word)| (hints::key(app, it), app.say(word)));
        said.into_iter().filter(|it| !it.0.is_empty()).collect()
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn take_stepped(&mut self) -> bool {
        std::mem::take(&mut self.stepped)
    }
}

/// The heading over the findings of one rule: how much it matters, what it is, and what is to be done.
fn headed(app: &App, it: &Finding, width: usize) -> Vec<Line> {
    let (importance, rule) = (app.locale.word(&it.importance), app.locale.word(&it.rule));
    let title = app.say_with(Phrase::FindingsOfRule, &args![rule, importance]);
    let mut lines = vec![Line::new(title, Role::Label)];
    let edition = app.state().edition_of(it.cell.period);
    if let Some(edition) = edition {
        let told = to_do(&app.locale, it.rule, &app.state().rule(edition, it.rule));
        let told = text::wrap(&told, width.saturating_sub(2));
        lines.extend(
            told.into_iter()
                .map(|it| Line::new("  ", Role::Text).and(it, Role::Dim)),
        );
    }
    lines
}
