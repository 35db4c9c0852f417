//! The detail below the panes: everything about the cell on which the cursor has rested.
//!
//! Makes lines of text ready; where they go is the drawing's affair. A line that is about a record says which, so that Enter opens it;
//! any other says what Enter does there, if anything.

use super::follow::{
    decision_lines, expected_line, recommendation_line, reports_on_recommendation,
};
use super::panes::{DetailLine, RowItem};
use super::{Leader, corrected, cycle, figure, flow, found, objected, past};
use crate::analysis::attention::Concern;
use crate::analysis::measure::Figure;
use crate::analysis::reader::{Reader, contradicted};
use crate::analysis::related;
use crate::args;
use crate::domain::activity::ReviewOn;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::PROGRAM;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry, Source, ValueState};
use crate::locale::Phrase;
use crate::service::link::Writing;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::theme::Role;
use crate::tui::{presence, scale, show};

/// Lines below which the detail is a small one.
const SMALL: usize = 6;

/// Makes the lines of the detail ready.
pub fn renew(app: &mut App) {
    let (title, lines) = match app.monitoring.followed.clone() {
        Some(row) => (title(app, &row), lines(app, &row)),
        None => (String::new(), Vec::new()),
    };
    let new = flowing(app, &lines, app.monitoring.expanded);
    let m = &mut app.monitoring;
    m.panes.detail_title = title;
    let old = std::mem::replace(&mut m.panes.detail, new);
    m.detail.at = same_line(&old, &m.panes.detail, m.detail.at);
    super::Monitoring::resettle(app);
}

/// Lines broken for the width there is; long texts in full or cut.
#[must_use]
pub fn flowing(app: &App, lines: &[DetailLine], whole: bool) -> Vec<DetailLine> {
    let room = flow::Room {
        columns: usize::from(app.size.0.saturating_sub(3)),
        whole,
        ellipsis: app.theme.glyphs.ellipsis,
    };
    lines.iter().flat_map(|it| flow::lines(it, room)).collect()
}

/// What is said of a cell by itself, without what followed it: the full title; then value, what asks for attention, earlier periods, scale,
/// bounds, note.
#[must_use]
pub fn of_cell(app: &App, cell: Cell) -> ([DetailLine; 1], Vec<DetailLine>) {
    let state = app.state();
    let (Some(indicator), Some(reader)) = (
        state.indicator_in(cell.period, cell.indicator),
        Reader::new(state, cell.period),
    ) else {
        return Default::default();
    };
    let figure = reader.figure(cell.indicator, cell.subject);
    let title = line(scale::title(app, indicator), Role::Dim);
    let mut out = first_lines(app, cell, indicator, &figure);
    out.extend(past::past_line(app, cell, indicator));
    out.push(scale_line(app, cell, indicator, &figure));
    out.push(line(scale::bounds(app, indicator), Role::Dim));
    out.extend(said_lines(app, cell));
    ([title], out)
}

/// What comes before everything else: the value, what was put right, what contradicts it, objections, what asks for attention.
fn first_lines(app: &App, cell: Cell, indicator: &Indicator, figure: &Figure) -> Vec<DetailLine> {
    let mut out = vec![value_line(app, cell, indicator, figure)];
    out.extend(corrected::line(app, cell, indicator));
    out.extend(contradicted(app.state(), cell).map(|reason| {
        let said = app.say_with(Phrase::DetailContradicted, &args![reason]);
        line(said, Role::Warning)
    }));
    out.extend(objected::lines(app, cell));
    out.extend(concern_line(app, cell));
    out
}

/// Where the line that stood at a place stands now: the cursor stays with what it was on when something comes in above it.
fn same_line(old: &[DetailLine], new: &[DetailLine], at: usize) -> usize {
    let Some(line) = old
        .get(at)
        .filter(|it| it.opens.is_some() || it.does.is_some())
    else {
        return at;
    };
    let about = |it: &&DetailLine| (it.opens, it.does) == (line.opens, line.does);
    // One thing may have several lines: it is the same of them.
    let nth = old.iter().take(at).filter(about).count();
    let places = || {
        (new.iter().enumerate())
            .filter(|(_, it)| about(it))
            .map(|(at, _)| at)
    };
    places()
        .nth(nth)
        .or_else(|| places().next_back())
        .unwrap_or(at)
}

/// «6.2 · СШ № 12 · Ерёмин К. Л.»
fn title(app: &App, row: &RowItem) -> String {
    match row.cell {
        Some(cell) => title_of(app, cell, row.leader),
        None => row.name.clone(),
    }
}

/// A cell with its organisation and its head.
#[must_use]
pub fn title_of(app: &App, cell: Cell, leader: Leader) -> String {
    let narrator = app.narrator();
    let what = narrator.cell(cell);
    match (leader.organisation, leader.person) {
        (Some(organisation), Some(person)) => {
            let organisation = narrator.organisation(organisation);
            let named = if what.contains(&organisation) {
                what
            } else {
                format!("{what} · {organisation}")
            };
            let person = narrator.person(person);
            if named.contains(&person) {
                named
            } else {
                format!("{named} · {person}")
            }
        }
        _ => what,
    }
}

fn lines(app: &App, row: &RowItem) -> Vec<DetailLine> {
    let Some(cell) = row.cell else {
        let command = hints::named(app, CommandId::Appoint);
        let text = app.say_with(Phrase::DetailVacancy, &args![command = command]);
        return vec![line(text, Role::Dim)];
    };
    let state = app.state();
    let (Some(indicator), Some(reader)) = (
        state.indicator_in(cell.period, cell.indicator),
        Reader::new(state, cell.period),
    ) else {
        return Vec::new();
    };
    let figure = reader.figure(cell.indicator, cell.subject);
    let mut out = first_lines(app, cell, indicator, &figure);
    // Where there are a few lines only, what was advised and decided is seen before what one scrolls for.
    let past = past::past_line(app, cell, indicator);
    let few = is_small(app);
    out.extend(past.clone().filter(|_| !few));
    let before = out.len();
    let advised = related::recommendations_about(state, cell);
    out.extend(cycle::notes(app, cell));
    for id in &advised {
        out.extend(recommendation_line(app, *id));
        // In a few lines the next record is worth more than what one record was for.
        if app.monitoring.expanded {
            out.extend(expected_line(app, *id));
        }
        if !few {
            out.extend(reports_on_recommendation(app, *id, false));
        }
        out.extend(cycle::reviews(app, ReviewOn::Recommendation(*id)));
    }
    for id in related::decisions_about(state, cell) {
        out.extend(decision_lines(app, id));
        out.extend(cycle::reviews(app, ReviewOn::Decision(id)));
    }
    out.extend(cycle::activities(app, cell));
    for id in advised.iter().filter(|_| few) {
        out.extend(reports_on_recommendation(app, *id, true));
    }
    if out.len() == before {
        out.push(line(app.say(Phrase::DetailNothing), Role::Dim));
    }
    let follows = out.split_off(before);
    let scale = scale_line(app, cell, indicator, &figure);
    // What was advised and decided comes before the scale: the scale is known, the rest is what one looks for.
    if follows.iter().any(|it| it.opens.is_some()) {
        out.extend(follows);
        out.extend(past.filter(|_| few));
        out.push(scale);
        out.extend(said_lines(app, cell));
    } else {
        out.extend(past.filter(|_| few));
        out.push(scale);
        out.extend(said_lines(app, cell));
        out.extend(follows);
    }
    out
}

/// Whether the detail has a few lines only.
fn is_small(app: &App) -> bool {
    let areas = app.monitoring.areas(app.size);
    areas.is_some_and(|it| it.detail_height() < SMALL)
}

fn line(text: String, role: Role) -> DetailLine {
    DetailLine {
        parts: vec![(text, role)],
        ..DetailLine::default()
    }
}

/// A line on which Enter does this.
pub(super) fn acting(parts: Vec<(String, Role)>, does: CommandId) -> DetailLine {
    DetailLine {
        parts,
        does: Some(does),
        ..DetailLine::default()
    }
}

/// Value, points, municipality, author and time.
fn value_line(app: &App, cell: Cell, indicator: &Indicator, it: &Figure) -> DetailLine {
    let state = app.state();
    let mut parts = vec![(
        flow::unbroken(&figure::said(app, cell, indicator, it)),
        Role::Text,
    )];
    let best = app.derived.as_ref().and_then(|it| it.best(cell.indicator));
    let points = show::points_in_words(app, indicator, it, best);
    if !points.is_empty() {
        parts.push((format!("   {}", flow::unbroken(&points)), Role::Text));
    }
    if let Some(instead) = figure::typed_over(app, cell, indicator) {
        parts.push((format!("   {}", flow::unbroken(&instead)), Role::Warning));
    }
    let municipal = show::municipal(app, cell.period, cell.indicator);
    // In a small window every word counts, and this one stands above the rows.
    let said_above = is_small(app) && !app.monitoring.pivot;
    if !said_above && let Some(value) = show::municipal_value(app, indicator, &municipal) {
        let said = app.say_with(Phrase::MunicipalityValue, &args![value = value]);
        parts.push((format!("   {}", flow::unbroken(&said)), Role::Dim));
    }
    if let Some(value) = state.value(cell) {
        let narrator = app.narrator();
        let sign = show::state_sign(app, &value.state);
        let state = match (&value.entry, &value.state) {
            // Cleared, or never entered and only noted: both are empty, and of both is known who changed them last.
            (Entry::Empty, _) => flow::unbroken(&app.say(Phrase::DetailEmpty)),
            // A reason may need several lines.
            (_, ValueState::Returned { .. }) => app.locale.value_state(&value.state),
            (_, state) => flow::unbroken(&app.locale.word(state)),
        };
        let stamp = flow::unbroken(&narrator.stamp(&value.stamp));
        let stamp = match (&value.state, &value.entry) {
            (_, Entry::Empty) => stamp,
            // What was loaded is as it was.
            _ if value.stamp.by == PROGRAM => stamp,
            // Who has only added a note or taken something back has not entered the value.
            (ValueState::Entered, _) if value.entered_by != value.stamp.by => {
                let author = flow::unbroken(&narrator.user(value.entered_by));
                let changed = app.say_with(Phrase::DetailChangedBy, &args![who = stamp]);
                format!("{author}; {}", flow::unbroken(&changed))
            }
            _ => stamp,
        };
        match on_the_way(app, cell, &value.entry) {
            Some((words, role)) => parts.push((format!("   {words}"), role)),
            None => parts.push((format!("   {sign}{state}   {stamp}"), Role::Dim)),
        }
    }
    acting(parts, CommandId::EditValue)
}

/// What stands in place of state, author and time, where there is more to know: that an edit has not been confirmed yet, that two
/// have changed the value at once, that somebody else has changed it since one was here.
fn on_the_way(app: &App, cell: Cell, entry: &Entry) -> Option<(String, Role)> {
    let glyphs = app.theme.glyphs;
    let (sign, words, role) = if app.mirror.conflict(cell).is_some() {
        let key = app.keymap.hint(CommandId::EditValue, &app.locale);
        let words = match key {
            Some(key) => app.say_with(Phrase::CellInConflictKey, &args![key]),
            None => app.say(Phrase::CellInConflict),
        };
        (glyphs.changed, words, Role::Conflict)
    } else if app.mirror.is_pending(cell) {
        let phrase = match app.writing {
            Writing::Open | Writing::Scarce { .. } => Phrase::CellPending,
            Writing::Stopped(_) => Phrase::CellWaits,
        };
        (glyphs.pending, app.say(phrase), Role::Pending)
    } else {
        // Of one that was cleared is said anyway who did it.
        let changed = app.presence.changed(cell);
        let (who, at) = changed.filter(|_| *entry != Entry::Empty)?;
        let (who, time) = (app.narrator().user(who), presence::moment(app, at));
        let words = app.say_with(Phrase::ChangedByOther, &args![who, time]);
        (glyphs.fresh, words, Role::Conflict)
    };
    Some((flow::unbroken(&format!("{sign} {words}")), role))
}

/// What asks for attention.
fn concern_line(app: &App, cell: Cell) -> Option<DetailLine> {
    let concerns = app.derived.as_ref()?.concerns(cell);
    let concerns: Vec<String> = concerns.iter().map(|it| concern_text(app, *it)).collect();
    // What the rules have found stands with it: in a few lines there is no room for one of its own.
    let leads_to = match concerns.is_empty() {
        true => CommandId::Findings,
        false => CommandId::Chain,
    };
    let words: Vec<String> = concerns.into_iter().chain(found::open(app, cell)).collect();
    let text = format!("{} {}", app.theme.glyphs.warning, words.join("; "));
    (!words.is_empty()).then(|| acting(vec![(text, Role::Warning)], leads_to))
}

/// A concern in words.
#[must_use]
pub fn concern_text(app: &App, concern: Concern) -> String {
    match concern {
        Concern::Low { .. } => app.say(Phrase::ConcernLow),
        Concern::NoDecision { days, .. } => {
            app.say_with(Phrase::ConcernNoDecision, &args![days = days])
        }
        Concern::RecommendationOverdue { .. } => app.say(Phrase::ConcernRecommendationOverdue),
        Concern::AssignmentOverdue { .. } => app.say(Phrase::ConcernAssignmentOverdue),
        Concern::FollowUp => app.say(Phrase::ConcernFollowUp),
        Concern::Returned => app.say(Phrase::ConcernReturned),
        Concern::NoteMissing => app.say(Phrase::ConcernNoteMissing),
        Concern::EvidenceMissing => app.say(Phrase::ConcernEvidenceMissing),
    }
}

/// The scale with the reached band marked, and what is missing to the next one.
fn scale_line(app: &App, cell: Cell, indicator: &Indicator, figure: &Figure) -> DetailLine {
    let mut parts = vec![(format!("{} ", app.say(Phrase::DetailScale)), Role::Dim)];
    for (n, (text, reached)) in scale::steps(app, indicator, figure).into_iter().enumerate() {
        if n > 0 {
            parts.push((format!("\u{a0}{} ", app.theme.glyphs.dot), Role::Dim));
        }
        let text = flow::unbroken(&text);
        let text = if reached { format!("[{text}]") } else { text };
        parts.push((text, if reached { Role::Text } else { Role::Dim }));
    }
    let best = app.derived.as_ref().and_then(|it| it.best(cell.indicator));
    if let Some(text) = scale::needed(app, indicator, figure, best) {
        parts.push((format!("   {}", flow::unbroken(&text)), Role::Dim));
    }
    acting(parts, CommandId::Scale)
}

/// Note, source, evidence, flag.
fn said_lines(app: &App, cell: Cell) -> Vec<DetailLine> {
    let state = app.state();
    let Some(value) = state.value(cell) else {
        return Vec::new();
    };
    let narrator = app.narrator();
    let mut out = Vec::new();
    if !value.note.is_empty() {
        let text = app.say_with(Phrase::DetailNote, &args![note = value.note.as_str()]);
        out.push(acting(vec![(text, Role::Text)], CommandId::Note));
    }
    out.extend(found::confirmed(app, cell));
    let source = match &value.source {
        Some(Source::Text(text)) => Some(text.clone()),
        Some(Source::Document(id)) => Some(narrator.document(*id)),
        None => None,
    };
    if let Some(source) = source {
        out.push(line(
            app.say_with(Phrase::DetailSource, &args![source = source]),
            Role::Dim,
        ));
    }
    if let Some(id) = value.evidence {
        let text = app.say_with(
            Phrase::DetailEvidence,
            &args![document = narrator.document(id)],
        );
        out.push(DetailLine {
            parts: vec![(text, Role::Dim)],
            opens: Some(Key::Document(id)),
            ..DetailLine::default()
        });
    }
    out
}
