//! The links of a chain in words, and the gaps.

use crate::analysis::chain::{Gap, Item, What};
use crate::analysis::dynamics::Change;
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::related;
use crate::args;
use crate::domain::followup::{AssignmentState, DecisionState, Prolongation, RecommendationState};
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::measures::told;
use crate::tui::overlay::objection;
use crate::tui::overlay::page::Line;
use crate::tui::overlay::scale;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;

/// Columns of the day.
const DAY: usize = 11;
/// Columns of the name of a link.
const KIND: usize = 15;

/// Puts links into words.
pub(super) struct Writer<'a> {
    pub(super) app: &'a App,
    pub(super) width: usize,
}

impl Writer<'_> {
    /// A link: when, what, its words, and beneath them how it stands.
    pub(super) fn item(&self, item: &Item) -> Vec<Line> {
        let app = self.app;
        let state = app.state();
        let narrator = app.narrator();
        let (kind, text, below, tone) = match item.what {
            What::Value {
                cell,
                figure,
                points,
            } => {
                let mut text = narrator.cell(cell);
                if let Some(it) = state.indicator_in(cell.period, cell.indicator) {
                    text = format!("{text} {} {}", app.theme.glyphs.dot, it.short);
                }
                (
                    Phrase::KindValue,
                    text,
                    self.figure(cell, &figure, points, None),
                    Role::Text,
                )
            }
            What::Later {
                cell,
                figure,
                points,
                change,
            } => (
                Phrase::ChainLater,
                app.say_with(
                    Phrase::NameInPeriod,
                    &args![
                        period = narrator.period(cell.period),
                        what = self.indicator(cell)
                    ],
                ),
                self.figure(cell, &figure, points, change),
                Role::Text,
            ),
            What::Recommendation(id) => {
                let Some(it) = state.recommendations.get(&id) else {
                    return Vec::new();
                };
                let mut parts = vec![app.locale.word(&it.state)];
                if let RecommendationState::Released { reason } = &it.state {
                    parts.push(reason.clone());
                }
                parts.push(narrator.term(it.due, &it.prolongations));
                parts.extend(self.ground(&it.prolongations));
                let days = related::recommendation_overdue(state, id, app.now.today);
                let late = self.late(days, &mut parts);
                if let Some(sent) = &it.sent {
                    parts.push(app.say_with(
                        Phrase::SentAs,
                        &args![
                            number = sent.number.as_str(),
                            date = format::date(sent.date)
                        ],
                    ));
                }
                (
                    Phrase::KindRecommendation,
                    it.text.clone(),
                    parts,
                    tone(late),
                )
            }
            What::Decision(id) => {
                let Some(it) = state.decisions.get(&id) else {
                    return Vec::new();
                };
                let document = it.document.and_then(|it| state.documents.get(&it));
                let mut parts = Vec::new();
                let text = match document {
                    Some(act) if it.title.is_empty() => crate::tui::find::document_line(app, act),
                    act => {
                        parts.extend(act.map(|it| narrator.requisites(it)));
                        it.title.clone()
                    }
                };
                parts.push(app.locale.word(&it.state));
                if let DecisionState::Cancelled { by } = &it.state {
                    parts.push(by.clone());
                }
                (Phrase::KindDecision, text, parts, Role::Dim)
            }
            What::Assignment(id) => {
                let Some(it) = state.assignments.get(&id) else {
                    return Vec::new();
                };
                let who: Vec<String> = it
                    .executors
                    .iter()
                    .map(|it| narrator.executor(it))
                    .collect();
                let mut parts = vec![app.locale.word(&it.state)];
                match &it.state {
                    AssignmentState::DoneInTime { on } | AssignmentState::DoneLate { on } => {
                        parts.push(format::date(*on))
                    }
                    AssignmentState::Released { reason, .. } => parts.push(reason.clone()),
                    AssignmentState::Controlled | AssignmentState::NotDone => {}
                }
                parts.push(narrator.term(it.due, &it.prolongations));
                parts.extend(self.ground(&it.prolongations));
                let days = related::assignment_overdue(state, id, app.now.today);
                let late = self.late(days, &mut parts);
                parts.push(who.join(", "));
                (
                    Phrase::KindAssignment,
                    format!("{} {}", it.number, it.text),
                    parts,
                    tone(late),
                )
            }
            What::Report(id) => {
                let Some(it) = state.reports.get(&id) else {
                    return Vec::new();
                };
                let number = incoming(app, &it.number);
                (
                    Phrase::HintReport,
                    it.text.clone(),
                    number.into_iter().collect(),
                    Role::Dim,
                )
            }
            What::Note(id) => {
                let Some(it) = state.notes.get(&id) else {
                    return Vec::new();
                };
                let text = match it.conclusions.is_empty() {
                    true => it.findings.clone(),
                    false => format!("{} {}", it.findings, it.conclusions),
                };
                let lacks = told::lacking(app, Key::AnalysisNote(id));
                let role = if lacks.is_empty() {
                    Role::Dim
                } else {
                    Role::Warning
                };
                (Phrase::DetailAnalysis, text, lacks, role)
            }
            What::Activity(id) => {
                let Some(it) = state.activities.get(&id) else {
                    return Vec::new();
                };
                let mut parts = told::activity(app, it);
                parts.extend((!it.outcome.is_empty()).then(|| it.outcome.clone()));
                (Phrase::DetailActivity, it.title.clone(), parts, Role::Dim)
            }
            What::Review(id) => {
                let Some(it) = state.reviews.get(&id) else {
                    return Vec::new();
                };
                let verdict = app.locale.word(&it.verdict);
                let next = app.locale.word(&it.next);
                let parts = told::effect(app, it).into_iter().chain([next]).collect();
                let text = match it.text.is_empty() {
                    true => verdict,
                    false => format!("{verdict}: {}", it.text),
                };
                (Phrase::DetailReview, text, parts, Role::Dim)
            }
            What::Objection(id) => {
                let Some(it) = state.objections.get(&id) else {
                    return Vec::new();
                };
                let (standing, role) = objection::standing(app, it);
                let about = it
                    .cell
                    .map(|it| narrator.indicator(it.period, it.indicator));
                let parts = [incoming(app, &it.number), Some(standing), about];
                (
                    Phrase::LabelObjection,
                    it.substance.clone(),
                    parts.into_iter().flatten().collect(),
                    role,
                )
            }
            What::Gap(gap) => return vec![self.gap(gap)],
        };
        let day = self.day(item);
        self.lines(&day, kind, &text, &below, tone, item.key())
    }

    /// The day of an item; one that comes of an act is told as exactly as the act is.
    fn day(&self, item: &Item) -> String {
        let state = self.app.state();
        let decision = match item.what {
            What::Decision(id) => Some(id),
            What::Assignment(id) => state.assignments.get(&id).map(|it| it.decision),
            _ => None,
        };
        let decision = decision.and_then(|id| state.decisions.get(&id));
        let act = decision.and_then(|it| state.documents.get(&it.document?));
        let of_act = act.filter(|it| it.date == item.day);
        of_act
            .and_then(|it| self.app.narrator().day_of_document(it))
            .or_else(|| item.day.map(format::date))
            .unwrap_or_default()
    }

    fn lines(
        &self,
        day: &str,
        kind: Phrase,
        words: &str,
        below: &[String],
        tone: Role,
        key: Option<Key>,
    ) -> Vec<Line> {
        let indent = DAY + KIND;
        let room = self.width.saturating_sub(indent).max(12);
        let mut lines = Vec::new();
        for (n, part) in text::wrap(words, room).into_iter().enumerate() {
            let line = if n == 0 {
                Line::new(text::fit(day, DAY, Align::Left, ""), Role::Dim).and(
                    text::fit(&self.app.say(kind), KIND, Align::Left, ""),
                    Role::Label,
                )
            } else {
                Line::new(" ".repeat(indent), Role::Text)
            };
            lines.push(line.and(part, Role::Text));
        }
        if let (Some(first), Some(key)) = (lines.first_mut(), key) {
            first.opens = Some(key);
        }
        let below = below.join(&format!(" {} ", self.app.theme.glyphs.dot));
        for part in text::wrap(&below, room)
            .into_iter()
            .filter(|it| !it.is_empty())
        {
            lines.push(Line::new(" ".repeat(indent), Role::Text).and(part, tone));
        }
        lines
    }

    fn gap(&self, gap: Gap) -> Line {
        let app = self.app;
        let said = match gap {
            Gap::NoRecommendation(_) => app.say(Phrase::GapNoRecommendation),
            Gap::NoDecision(_) => app.say(Phrase::GapNoDecision),
            Gap::NoAssignment(_) => app.say(Phrase::GapNoAssignment),
            Gap::NoReport(_) => app.say(Phrase::GapNoReport),
            Gap::NoReview(_) => app.say(Phrase::LackReview),
            Gap::NoLaterValue(cell) => {
                let indicator = app.narrator().indicator(cell.period, cell.indicator);
                app.say_with(Phrase::GapNoLaterValue, &args![indicator = indicator])
            }
        };
        Line::new(" ".repeat(DAY), Role::Text).and(
            format!("{} {}", self.app.theme.glyphs.none, said),
            Role::Warning,
        )
    }

    fn indicator(&self, cell: Cell) -> String {
        let worded = self.app.state().indicator_in(cell.period, cell.indicator);
        worded.map_or_else(
            || self.app.narrator().cell(cell),
            |it| format!("{} {}", it.code, it.short),
        )
    }

    /// «87,5 % (21 из 24)», «3 из 3», «+9,2», who and when.
    fn figure(
        &self,
        cell: Cell,
        figure: &Figure,
        points: Option<Exact>,
        change: Option<Change>,
    ) -> Vec<String> {
        let app = self.app;
        let Some(indicator) = app.state().indicator_in(cell.period, cell.indicator) else {
            return Vec::new();
        };
        let mut parts = vec![scale::words(app, indicator, figure)];
        if let Some(ratio) = app
            .state()
            .value(cell)
            .and_then(|it| parts_of(app, &it.entry))
            && let Some(first) = parts.first_mut()
        {
            *first = format!("{first} ({ratio})");
        }
        if let Some(points) = points {
            parts.push(scale::points_out_of(app, indicator, points));
        }
        match change {
            Some(Change::Comparable(it)) => {
                if let Some(value) = it.value {
                    let value = format::signed(value.rounded(indicator.decimals).normalize());
                    parts.push(app.say_with(Phrase::ChangeSince, &args![change = value]));
                }
            }
            Some(Change::Incomparable { before, now, .. }) => {
                parts.push(
                    app.say_with(Phrase::NotComparable, &args![before = before, after = now]),
                );
            }
            None => {}
        }
        if let Some(value) = app.state().value(cell) {
            // Who entered it, not who approved it or added a note; of what was cleared, who cleared it.
            let author = match value.entry {
                Entry::Empty => value.stamp.by,
                _ => value.entered_by,
            };
            parts.push(app.narrator().user(author));
        }
        parts
    }

    /// Why the term was moved last.
    fn ground(&self, moves: &[Prolongation]) -> Option<String> {
        let ground = moves.last()?.ground.as_str();
        Some(self.app.say_with(Phrase::ChainProlonged, &args![ground]))
    }

    /// Says by how much a term has passed.
    fn late(&self, days: Option<i64>, parts: &mut Vec<String>) -> bool {
        parts.extend(days.map(|n| self.app.say_with(Phrase::OverdueBy, &args![n])));
        days.is_some()
    }
}

fn tone(late: bool) -> Role {
    if late { Role::Warning } else { Role::Dim }
}

/// «21 из 24».
#[must_use]
pub fn parts_of(app: &App, entry: &Entry) -> Option<String> {
    match entry {
        Entry::Ratio {
            numerator,
            denominator,
        } => Some(app.locale.parts(*numerator, *denominator)),
        _ => None,
    }
}

/// «вх. № 1406»; a number that says so itself is left as it is.
#[must_use]
pub fn incoming(app: &App, number: &str) -> Option<String> {
    let bare = number.starts_with(|it: char| it.is_ascii_digit());
    match number {
        "" => None,
        number if bare => Some(app.say_with(Phrase::IncomingNumber, &args![number = number])),
        number => Some(number.to_owned()),
    }
}
