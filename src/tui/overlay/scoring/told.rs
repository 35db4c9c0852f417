//! Everything that the editor says, in words, made ready after each key so that drawing only puts it down.

use super::ScoringEditor;
use super::contents::{Method, Spot};
use super::reading::Reading;
use super::spread::Counts;
use super::trial;
use crate::analysis::points::max_points;
use crate::args;
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::number::format_typed;
use crate::domain::scale::direction::{direction, swapped};
use crate::domain::scale::{PerUnit, Severity, Table, Values};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::presence;
use crate::tui::theme::Role;

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowTold {
    /// Its number among those with something in them.
    pub number: String,
    /// What stands before a field that has a name of its own.
    pub label: String,
    /// What was understood.
    pub understood: String,
    /// The heaviest that is wrong with it.
    pub flag: Option<Severity>,
    /// How many values it has.
    pub count: Option<usize>,
}

/// All that is said.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// On the frame.
    pub title: String,
    /// Beside the choice of the way.
    pub about: String,
    /// The rows of the table.
    pub rows: Vec<RowTold>,
    /// All values that are counted.
    pub all: usize,
    /// What is wrong: its word, the sentence, the rows.
    pub findings: Vec<(Severity, String, Vec<usize>)>,
    /// What stands in place of a table.
    pub instead: String,
    /// What the tried value comes to.
    pub trial: Option<(String, Role)>,
    /// The real values.
    pub spread: Vec<(String, Role)>,
    /// Which way the formula points.
    pub pointing: Vec<(String, Role)>,
    /// What was said of the last thing done, and what somebody else has done.
    pub said: Vec<(String, Role)>,
    /// The field under the cursor, in its own words.
    pub help: String,
}

impl Told {
    /// Says everything of the editor.
    pub fn of(app: &App, editor: &ScoringEditor) -> Told {
        let (base, contents) = (&editor.base, &editor.contents);
        let reading = Reading::of(app, base, contents);
        let (rows, _) = contents.size();
        let counts = editor.spread.counts(&reading, contents.method, rows);
        let best = editor.spread.best;
        let trial = trial::told(app, base, &reading, &contents.trial.text(), best);
        let draft = reading.draft.as_ref().ok();
        let mut said = editor.said.clone();
        said.extend(editor.meanwhile(app).map(|it| (it, Role::Conflict)));
        if said.is_empty() {
            said.extend(editor.read_only.clone().map(|it| (it, Role::Warning)));
        }
        Told {
            title: super::title(app, editor.edition, base),
            about: about(app, base, draft),
            rows: (0..rows)
                .map(|row| told_row(app, editor, &reading, &counts, row))
                .collect(),
            all: counts.all,
            findings: (reading.findings.iter().cloned())
                .map(|it| (it.severity, it.sentence, it.rows))
                .collect(),
            instead: match contents.method {
                Method::Relative => app.say(Phrase::ScoringRelativeExplained),
                _ => String::new(),
            },
            trial: Some(trial),
            spread: editor.spread.lines(app, &reading, &counts),
            pointing: draft.map(|it| pointing(app, it)).unwrap_or_default(),
            said,
            help: app.say(help(contents.method, editor.spot)),
        }
    }

    /// The word for how heavy something is, with its sign and look.
    pub fn word(app: &App, severity: Severity) -> (&'static str, String, Role) {
        let glyphs = app.theme.glyphs;
        match severity {
            Severity::Fault => (glyphs.failed, app.say(Phrase::ScoringFault), Role::Error),
            Severity::Remark => (
                glyphs.warning,
                app.say(Phrase::ScoringRemark),
                Role::Warning,
            ),
        }
    }

    /// As plain text without frames.
    pub fn text(&self, app: &App, editor: &ScoringEditor) -> String {
        let mut out = format!("{}\n{}\n\n", self.title, self.about);
        for (row, told) in self.rows.iter().enumerate() {
            let fields = [0, 1].map(|column| {
                let field = editor.contents.field(Spot::Cell { row, column });
                field.map(|it| it.text()).unwrap_or_default()
            });
            let count = told.count.map(|it| it.to_string()).unwrap_or_default();
            let [left, right] = fields;
            out.push_str(
                [&told.label, &left, &right, &told.understood, &count]
                    .map(String::as_str)
                    .join("\t")
                    .trim_end(),
            );
            out.push('\n');
        }
        out.push_str(&format!("{}\n", self.instead));
        for (severity, sentence, _) in &self.findings {
            let (_, word, _) = Told::word(app, *severity);
            out.push_str(&format!("{word}: {sentence}\n"));
        }
        for (line, _) in self.spread.iter().chain(&self.pointing) {
            out.push_str(&format!("{line}\n"));
        }
        out
    }
}

impl ScoringEditor {
    /// That somebody else has changed the scoring since it was seen.
    fn meanwhile(&self, app: &App) -> Option<String> {
        if self.pending.is_some() || self.conflict.is_some() || self.read_only.is_some() {
            return None;
        }
        let there = app
            .mirror
            .confirmed()
            .indicators
            .get(&(self.edition, self.id))?;
        if there.stamp.rev == self.seen || !self.differs_from(&there.body, app) {
            return None;
        }
        let (who, time) = (
            app.narrator().user(there.stamp.by),
            presence::moment(app, there.stamp.at),
        );
        Some(app.say_with(Phrase::FormOvertaken, &args![who, time]))
    }
}

/// «наибольший балл 3 · больше — лучше · возможно 0–100».
fn about(app: &App, base: &Indicator, draft: Option<&Indicator>) -> String {
    let mut parts = Vec::new();
    let printed = |it: &Scoring| match it {
        Scoring::Printed(lines) => lines.iter().map(|it| it.points).max(),
        other => max_points(other),
    };
    if let Some(most) = draft.and_then(|it| printed(&it.scoring)) {
        let n = format::number(most.normalize());
        parts.push(app.say_with(Phrase::ScoringMost, &args![n]));
    }
    parts.push(app.locale.word(&base.better));
    if let Some(values) = Values::of(base) {
        let number = |it| format::number(rust_decimal::Decimal::normalize(&it));
        let unit = match base.unit.is_empty() {
            true => String::new(),
            false => format!("\u{a0}{}", base.unit),
        };
        let range = match (values.min, values.max) {
            (Some(min), Some(max)) => format!("{}–{}{unit}", number(min), number(max)),
            (Some(min), None) => format!("≥ {}{unit}", number(min)),
            (None, Some(max)) => format!("≤ {}{unit}", number(max)),
            (None, None) => String::new(),
        };
        if !range.is_empty() {
            parts.push(range);
        }
    }
    parts.join(&format!(" {} ", app.theme.glyphs.dot))
}

fn told_row(
    app: &App,
    editor: &ScoringEditor,
    reading: &Reading,
    counts: &Counts,
    row: usize,
) -> RowTold {
    let contents = &editor.contents;
    let label = contents.method.label(row);
    let mut told = RowTold {
        label: label.map(|it| app.say(it)).unwrap_or_default(),
        ..RowTold::default()
    };
    match contents.method {
        Method::Bands => {
            let at = reading.places.iter().position(|it| *it == row);
            if let (Some(at), Some(table)) = (at, &reading.table) {
                told.number = (at + 1).to_string();
                told.understood = understood(app, table, at);
                told.flag = reading.flag(row);
                told.count = counts.rows.get(row).copied();
            }
        }
        Method::Options => {
            if let Some(at) = contents.place(row) {
                told.number = (at + 1).to_string();
                told.count = counts.rows.get(at).copied();
            }
        }
        Method::PerUnit => {
            told.understood = reached_at(app, reading, row);
        }
        Method::Direct | Method::Relative => {}
    }
    told
}

/// The row as an interval, with its loose end as the other rows decide it; or why it could not be read.
fn understood(app: &App, table: &Table, row: usize) -> String {
    let Some(read) = table.rows.get(row) else {
        return String::new();
    };
    match &read.interval {
        Ok(interval) => {
            let mut it = interval.in_order();
            if let (true, Some((high, _))) = (it.loose, it.high) {
                it.high = Some((high, table.rows_at(high).contains(&row)));
            }
            app.locale.interval(&it)
        }
        Err(why) => app.narrator().unreadable_line(why),
    }
}

/// At which value the fewest and the most points are reached.
fn reached_at(app: &App, reading: &Reading, row: usize) -> String {
    let draft = reading.draft.as_ref().map(|it| &it.scoring);
    let Ok(Scoring::PerUnit {
        start,
        points,
        floor,
        cap,
    }) = draft
    else {
        return String::new();
    };
    let rule = PerUnit {
        start: *start,
        points: *points,
        floor: *floor,
        cap: *cap,
    };
    let at = match row {
        2 => rule.floor_at(),
        3 => rule.cap_at(),
        _ => return String::new(),
    };
    match at {
        Some(value) => {
            let value = format_typed(value.round_dp(6).normalize());
            app.say_with(Phrase::ScoringReachedAt, &args![value])
        }
        None => app.say(Phrase::ScoringNeverReached),
    }
}

fn pointing(app: &App, draft: &Indicator) -> Vec<(String, Role)> {
    let narrator = app.narrator();
    let mut out = Vec::new();
    if let Some(found) = swapped(draft) {
        let sign = app.theme.glyphs.warning;
        out.push((
            format!("{sign} {}", narrator.swapped(&found)),
            Role::Warning,
        ));
    }
    if let Some(found) = direction(draft) {
        let told = narrator.pointing(&found);
        out.push(match found.contradicts() {
            true => {
                let sign = app.theme.glyphs.warning;
                (format!("{sign} {told}"), Role::Warning)
            }
            false => (told, Role::Text),
        });
    }
    out
}

fn help(method: Method, spot: Spot) -> Phrase {
    match (spot, method) {
        (Spot::Method, _) => Phrase::ScoringHelpMethod,
        (Spot::Note, _) => Phrase::ScoringHelpNote,
        (Spot::Trial, _) => Phrase::ScoringHelpTrial,
        (Spot::Cell { column: 0, .. }, Method::Bands) => Phrase::ScoringHelpValues,
        (Spot::Cell { column: 0, .. }, Method::Options) => Phrase::ScoringHelpOption,
        (Spot::Cell { row: 0, .. }, Method::PerUnit) => Phrase::ScoringHelpStart,
        (Spot::Cell { row: 1, .. }, Method::PerUnit) => Phrase::ScoringHelpPerUnit,
        (Spot::Cell { row: 2, .. }, Method::PerUnit) => Phrase::ScoringHelpFloor,
        (Spot::Cell { .. }, Method::PerUnit) => Phrase::ScoringHelpCap,
        (Spot::Cell { .. }, Method::Direct) => Phrase::ScoringHelpMost,
        (Spot::Cell { .. }, _) => Phrase::ScoringHelpPoints,
    }
}

/// The name of a way of scoring.
pub(super) fn way(method: Method) -> Phrase {
    match method {
        Method::Bands => Phrase::ScoringBands,
        Method::Options => Phrase::ScoringOptions,
        Method::PerUnit => Phrase::ScoringPerUnit,
        Method::Direct => Phrase::ScoringDirect,
        Method::Relative => Phrase::ScoringRelative,
    }
}
