//! The lines of the list: every requirement in the order of the form, what proves it, what the program's records say to it, and what an
//! expert would say at the end of each stage.
//!
//! Must not know where the list stands nor which line is under the cursor.

use super::told;
use crate::analysis::cycle::{Assessed, Check, document_of, in_force};
use crate::args;
use crate::domain::evidence::{Citation, Document, DocumentLevel, Requirement, Stage};
use crate::domain::ids::{CitationId, RequirementId};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::cycle::names;
use crate::tui::overlay::page::Line;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;

/// Columns that what belongs to a requirement stands in.
const INDENT: usize = 4;
/// Columns of a requirement's points.
const POINTS: usize = 10;

/// Something in the list that the cursor stops on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A requirement.
    Requirement(RequirementId),
    /// What proves one.
    Citation(CitationId),
    /// What the program's records say to one.
    Own(RequirementId),
    /// What an expert would say; the first where there are several of a kind.
    Checks(Check),
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// What it says.
    pub(super) line: Line,
    /// The item that begins with it.
    pub(super) item: Option<Item>,
    /// The requirement to which it belongs.
    pub(super) requirement: Option<RequirementId>,
    /// The stage in which it stands.
    pub(super) stage: Stage,
    /// It goes on with the item of the line before.
    pub(super) goes_on: bool,
}

/// All lines, for so many columns.
pub(super) fn rows(app: &App, width: usize) -> Vec<Row> {
    let Some(looked) = &app.cycle.looked else {
        return Vec::new();
    };
    let mut list = List {
        app,
        width,
        rows: Vec::new(),
        stage: Stage::Goals,
    };
    for stage in Stage::ALL {
        let of_stage = || {
            let all = looked.assessment.requirements.iter();
            all.filter(move |it| it.stage == stage)
        };
        let checks = told::grouped(looked.checks.iter().filter(|it| it.stage() == Some(stage)));
        if of_stage().next().is_none() && checks.is_empty() {
            continue;
        }
        list.stage = stage;
        list.heading();
        for assessed in of_stage() {
            list.requirement(assessed);
        }
        for (check, n) in checks {
            list.check(check, n);
        }
    }
    list.rows
}

struct List<'a> {
    app: &'a App,
    width: usize,
    rows: Vec<Row>,
    stage: Stage,
}

impl List<'_> {
    fn put(&mut self, lines: Vec<Line>, item: Option<Item>, requirement: Option<RequirementId>) {
        for (n, line) in lines.into_iter().enumerate() {
            self.rows.push(Row {
                line,
                item: item.filter(|_| n == 0),
                requirement,
                stage: self.stage,
                goes_on: n > 0,
            });
        }
    }

    fn heading(&mut self) {
        let place = Stage::ALL
            .iter()
            .position(|it| *it == self.stage)
            .unwrap_or(0)
            + 1;
        let text = format!("{place}. {}", names::stage(self.app, self.stage));
        self.put(vec![Line::heading(text)], None, None);
    }

    fn requirement(&mut self, assessed: &Assessed) {
        let app = self.app;
        let Some(it) = app.state().requirements.get(&assessed.id) else {
            return;
        };
        let (sign, role) = told::sign(app, assessed.standing);
        let mark = match app.cycle.marks.contains(&assessed.id) {
            true => app.theme.glyphs.marked,
            false => " ",
        };
        let room = self.width.saturating_sub(INDENT + POINTS).max(16);
        let words = names::requirement(app, assessed.id);
        let score = app.say_with(
            Phrase::CyclePoints,
            &args![
                got = format::number(assessed.score.got),
                max = format::number(assessed.score.max)
            ],
        );
        let lines = text::wrap(&words, room);
        let lines = lines.into_iter().enumerate().map(|(n, line)| match n {
            0 => {
                let line = text::fit(line, room, Align::Left, "");
                Line::new(mark, Role::Marked)
                    .and(sign, role)
                    .and(" ", Role::Text)
                    .and(line, Role::Text)
                    .and(text::fit(&score, POINTS, Align::Right, ""), Role::Dim)
            }
            _ => Line::new("   ", Role::Text).and(line, Role::Text),
        });
        let id = assessed.id;
        self.put(lines.collect(), Some(Item::Requirement(id)), Some(id));
        if !it.inapplicable.is_empty() {
            let why = app.say_with(
                Phrase::CycleInapplicableBecause,
                &args![reason = names::one_line(&it.inapplicable)],
            );
            self.under(&why, Role::Dim, None, id);
        }
        self.citations(id, it);
        for own in &assessed.own {
            let (words, role) = told::own_line(app, own, assessed.standing);
            self.under(&words, role, Some(Item::Own(id)), id);
        }
        if told::is_silent(assessed) {
            let said = app.say(Phrase::CycleNothingProves);
            let key = told::key_to_cite(app);
            self.under(&format!("{said} · {key}"), Role::Error, None, id);
        }
        if let Some(looked) = &app.cycle.looked {
            let own = Check::OtherLevel(id);
            if looked.checks.contains(&own) {
                let (words, role) = told::check(app, &own, 1);
                let words = format!("{words} · {}", told::key_to_cite(app));
                self.under(&words, role, Some(Item::Checks(own)), id);
            }
        }
    }

    /// A text under a requirement, wrapped.
    fn under(&mut self, words: &str, role: Role, item: Option<Item>, id: RequirementId) {
        let room = self.width.saturating_sub(INDENT).max(16);
        let lines = text::wrap(words, room);
        let lines = lines
            .into_iter()
            .map(|line| Line::new(" ".repeat(INDENT), Role::Text).and(line, role));
        let lines = lines.collect();
        self.put(lines, item, Some(id));
    }

    fn citations(&mut self, id: RequirementId, requirement: &Requirement) {
        let state = self.app.state();
        let mut all: Vec<(bool, u32, CitationId)> = (state.citations_of.of(id))
            .filter_map(|id| {
                state
                    .citations
                    .get(&id)
                    .map(|it| (it.retired, it.order, id))
            })
            .collect();
        all.sort_unstable();
        for (_, _, citation) in all {
            let it = state.citations.get(&citation);
            let document = it.and_then(|it| document_of(state, it));
            if let Some((it, document)) = it.zip(document) {
                let line = self.citation(citation, it, document, requirement.asked);
                self.put(vec![line], Some(Item::Citation(citation)), Some(id));
            }
        }
    }

    /// A citation in a line: requisites, pages, what is the matter with it, its note; the title has what they leave.
    fn citation(
        &self,
        id: CitationId,
        it: &Citation,
        document: &Document,
        asked: DocumentLevel,
    ) -> Line {
        let app = self.app;
        let dot = format!(" {} ", app.theme.glyphs.dot);
        let plain = if it.retired { Role::Dim } else { Role::Text };
        let mut line =
            Line::new(" ".repeat(INDENT), Role::Text).and(names::citation(app, id), plain);
        for (flag, role) in flags(app, id, it, document, asked) {
            line = line.and(dot.clone(), Role::Dim).and(flag, role);
        }
        let note = names::one_line(&it.note);
        for more in [note, document.title.clone()] {
            let room = self.width.saturating_sub(text::width(&line.text()) + 3);
            // Of a title that would be cut to a few letters nothing is understood.
            if !more.is_empty() && room >= 12.min(text::width(&more)) {
                let more = text::cut(&more, room, app.theme.glyphs.ellipsis).into_owned();
                line = line.and(dot.clone(), Role::Dim).and(more, Role::Dim);
            }
        }
        line
    }

    fn check(&mut self, check: Check, n: usize) {
        let (words, role) = told::check(self.app, &check, n);
        let sign = self.app.theme.glyphs.noted;
        let room = self.width.saturating_sub(INDENT).max(16);
        let lines = text::wrap(&words, room);
        let lines = lines.into_iter().enumerate().map(|(n, line)| {
            let before = if n == 0 {
                format!("  {sign} ")
            } else {
                " ".repeat(INDENT)
            };
            Line::new(before, role).and(line, role)
        });
        let lines = lines.collect();
        self.put(lines, Some(Item::Checks(check)), None);
    }
}

/// What is the matter with a citation, each with its look: the words stand there in any case.
pub(super) fn flags(
    app: &App,
    id: CitationId,
    it: &Citation,
    document: &Document,
    asked: DocumentLevel,
) -> Vec<(String, Role)> {
    let mut flags = Vec::new();
    if it.retired {
        flags.push((app.say(Phrase::CitationRetired), Role::Warning));
    }
    if !in_force(document, app.now.today) {
        flags.push((app.locale.word(&document.status), Role::Error));
    }
    if document.is_incomplete() {
        flags.push((app.say(Phrase::StandingIncomplete), Role::Warning));
    }
    let higher = matches!(
        document.level,
        DocumentLevel::Federal | DocumentLevel::Regional
    );
    if higher && document.level != asked {
        flags.push((app.locale.word(&document.level), Role::Label));
    }
    let looked = app.cycle.looked.as_ref();
    if looked.is_some_and(|looked| looked.older.contains(&id)) {
        flags.push((app.say(Phrase::CitationOlder), Role::Warning));
    }
    flags
}
