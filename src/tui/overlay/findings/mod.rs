//! The page of findings: what the rules have found in the shown period, those that matter most first, with what is to be done. Enter leads
//! to the cell; a word says why it is right as it stands, and then it rests.
//!
//! Owns what of it is shown and which are marked; what is found is computed with the other figures of the period.

mod confirm;
mod only;
mod told;

use std::collections::BTreeSet;

use super::page::{Content, Line, Page, Told, still_loading, turned};
use super::{base, go};
use crate::analysis::findings::Finding;
use crate::args;
use crate::domain::ids::{DirectionId, PeriodId};
use crate::domain::record::Key;
use crate::domain::rule::RuleKind;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::entry::ground;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;
use crate::tui::text;
use crate::tui::theme::Role;

use only::Only;

pub use confirm::{PLACE_OF_SEVERAL, found_at};

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

/// The page on a finding.
#[must_use]
pub fn on(app: &App, key: Key) -> Box<dyn Overlay> {
    Box::new(Page::new(Findings::default(), app).on(key, app))
}

/// The question why a finding is right as it stands, without the page.
pub fn confirm(app: &mut App, finding: &Finding) -> Outcome {
    confirm::ask(app, std::slice::from_ref(finding))
}

/// Opens the page once more with the question about a finding; of several, with the page alone, where they are marked again.
pub fn ask_again(app: &mut App, found: Option<(Cell, RuleKind)>) {
    app.close_all();
    if app.derived.is_none() {
        return open(app);
    }
    let content = Findings {
        rested: true,
        ..Findings::default()
    };
    let page = Page::new(content, app);
    let Some((cell, rule)) = found else {
        return app.open(Box::new(page));
    };
    let key = Key::Confirmation(cell, rule);
    let chosen = app.derived.as_ref().and_then(|it| {
        let mut all = it.findings.all().into_iter();
        all.find(|it| key_of(it) == key).cloned()
    });
    let page = page.on(key, app);
    app.open(Box::new(page));
    match chosen.map(|it| confirm::ask(app, &[it])) {
        Some(Outcome::Open(ask)) => app.open(ask),
        _ => {
            let sentence = app.say(Phrase::FindingGone);
            app.status.tell(Tone::Warning, sentence);
        }
    }
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
    only: Only,
    direction: Option<DirectionId>,
    /// Those that rest, too.
    rested: bool,
    /// Which are marked, to be confirmed together.
    marked: BTreeSet<(Key, u64)>,
    changed: bool,
    retold: bool,
    stepped: bool,
}

impl Findings {
    /// The findings that are shown, in the order of the page.
    fn shown<'a>(&self, app: &'a App) -> Vec<&'a Finding> {
        let direction = |it: &Finding| direction_of(app, it);
        let mut all = self.of_only(app);
        all.retain(|it| self.direction.is_none() || direction(it) == self.direction);
        all.sort_by_key(|it| (it.importance, it.rule));
        all
    }

    /// Those that would be shown, of whichever direction.
    fn of_only<'a>(&self, app: &'a App) -> Vec<&'a Finding> {
        let all = app.derived.as_ref().map(|it| it.findings.all());
        let mut all = all.unwrap_or_default();
        all.retain(|it| (self.rested || it.is_open()) && self.only.takes(app, it));
        all
    }

    /// Lets marks go whose finding is at rest by now, or is another one: what is not there is not confirmed with the next word.
    fn let_marks_go(&mut self, app: &App) {
        let Some(derived) = app.derived.as_ref().filter(|_| !self.marked.is_empty()) else {
            return;
        };
        let open = derived.findings.all().into_iter();
        let open = open.filter(|it| it.is_open());
        let open: BTreeSet<(Key, u64)> = open.map(|it| (key_of(it), it.mark)).collect();
        self.marked.retain(|it| open.contains(it));
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
        let found = self.of_only(app).into_iter();
        let found: BTreeSet<DirectionId> = found.filter_map(|it| direction_of(app, it)).collect();
        let all: Vec<DirectionId> = (state.directions_of(state.edition_of(period)?).iter())
            .filter(|(id, _)| found.contains(id) || self.direction == Some(*id))
            .map(|(id, _)| *id)
            .collect();
        turned(all, self.direction, back)
    }
}

fn direction_of(app: &App, it: &Finding) -> Option<DirectionId> {
    let indicator = (app.state()).indicator_in(it.cell.period, it.cell.indicator);
    indicator.map(|it| it.direction)
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
        self.let_marks_go(app);
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
        let listed = shown.get(..MOST).unwrap_or(&shown);
        let room = told::room_of_names(app, listed);
        let mut under = None;
        for it in listed {
            if under != Some((it.importance, it.rule)) {
                under = Some((it.importance, it.rule));
                lines.push(Line::default());
                lines.extend(told::headed(app, it, width));
            }
            lines.extend(self.lines_of(app, it, room, width));
        }
        if let Some(n) = shown.len().checked_sub(MOST).filter(|it| *it > 0) {
            let more = app.say_with(Phrase::FindingsMore, &args![n]);
            let [filter, direction] =
                [CommandId::Filter, CommandId::NextDirection].map(|it| hints::key(app, it));
            let how = app.say_with(Phrase::FindingsHiddenHow, &args![filter, direction]);
            for said in [more, how] {
                let said = text::wrap(&said, width).into_iter();
                lines.extend(said.map(|it| Line::new(it, Role::Dim)));
            }
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
            CommandId::Note => {
                let chosen = self.chosen(app, at);
                if chosen.is_empty() && !self.marked.is_empty() {
                    let [filter, clear] =
                        [CommandId::Filter, CommandId::ClearMarks].map(|it| hints::key(app, it));
                    let sentence = app.say_with(Phrase::FindingsNotShown, &args![filter, clear]);
                    app.status.tell(Tone::Warning, sentence);
                }
                return confirm::ask(app, &chosen);
            }
            CommandId::ClearValue => {
                confirm::take_back(app, &self.chosen(app, at));
                return Outcome::Used;
            }
            CommandId::BaseQuantity => return base_of(app, at),
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
                self.retold = true;
                return Outcome::Used;
            }
            CommandId::ClearMarks => {
                self.marked.clear();
                self.retold = true;
                return Outcome::Used;
            }
            CommandId::Filter => self.only = self.only.next(app),
            CommandId::NextDirection => self.direction = self.next_direction(app, false),
            CommandId::PreviousDirection => self.direction = self.next_direction(app, true),
            CommandId::ExpandDetail => {
                self.rested = !self.rested;
                self.retold = true;
                return Outcome::Used;
            }
            CommandId::Findings => return Outcome::Used,
            _ => return Outcome::Pass,
        }
        self.changed = true;
        Outcome::Used
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let words = [
            (CommandId::Open, Phrase::HintToValue),
            (CommandId::Note, Phrase::HintConfirm),
            (CommandId::Mark, Phrase::HintMark),
            (CommandId::Filter, Phrase::HintFilter),
            (CommandId::ExpandDetail, Phrase::HintRested),
            (CommandId::BaseQuantity, Phrase::HintBase),
        ];
        let said = words.map(|(it, word)| (hints::key(app, it), app.say(word)));
        said.into_iter().filter(|it| !it.0.is_empty()).collect()
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn leave_own(&mut self) -> bool {
        let narrowed = self.only != Only::All || self.direction.is_some();
        (self.only, self.direction) = (Only::All, None);
        narrowed
    }

    fn take_retold(&mut self) -> bool {
        std::mem::take(&mut self.retold)
    }

    fn take_stepped(&mut self) -> bool {
        std::mem::take(&mut self.stepped)
    }
}

/// The form of the base quantity that a finding is about: what depends on it is named there, and can go along.
fn base_of(app: &mut App, at: Option<Key>) -> Outcome {
    let Some(Key::Confirmation(cell, _)) = at else {
        return Outcome::Used;
    };
    let Subject::Organisation(organisation) = cell.subject else {
        return Outcome::Used;
    };
    match base::form(app, organisation, Some(cell.indicator)) {
        Some(form) => Outcome::Open(form),
        None => Outcome::Used,
    }
}
