//! The full definition of an indicator: what is measured, how it is computed, the scale with the band that the value has reached, where it all
//! comes from, and how the municipality stands.

use rust_decimal::Decimal;

use super::go;
use super::history;
use super::page::{Content, Line, Page, Told, paragraph};
use crate::analysis;
use crate::analysis::exact::Exact;
use crate::analysis::measure::{self, Figure};
use crate::analysis::points;
use crate::args;
use crate::domain::catalogue::{Indicator, Input, Measure, NoteRule, Part, Scoring};
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::number::{self, Edge};
use crate::domain::record::Key;
use crate::domain::scale::Interval;
use crate::domain::value::Cell;
use crate::locale::{Phrase, Word, format};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::scale;
use crate::tui::show;
use crate::tui::text;
use crate::tui::theme::Role;

/// Columns of the names of fields.
const LABEL: usize = 17;
/// Columns of a step in words with its points; where there are fewer it is told in figures.
const STEP: usize = 40;

/// Opens the definition of the chosen indicator, with the value under the cursor.
pub fn open(app: &mut App) {
    let cell = go::cell(app);
    let indicator = cell
        .map(|it| it.indicator)
        .or(app.monitoring.chosen.indicator);
    match indicator {
        Some(indicator) => {
            let page = of(app, indicator, cell);
            app.open(page);
        }
        None => go::nobody_here(app),
    }
}

/// The definition of an indicator in the shown period; with the value that it is looked up for.
#[must_use]
pub fn of(app: &mut App, indicator: IndicatorId, cell: Option<Cell>) -> Box<dyn Overlay> {
    Box::new(Page::new(Definition { indicator, cell }, app))
}

#[derive(Debug)]
struct Definition {
    indicator: IndicatorId,
    cell: Option<Cell>,
}

impl Content for Definition {
    fn place(&self) -> Place {
        Place::Scale
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let period = self
            .cell
            .map(|it| it.period)
            .or(app.monitoring.chosen.period);
        let worded =
            period.and_then(|it| Some((it, app.state().indicator_in(it, self.indicator)?)));
        let Some((period, indicator)) = worded else {
            return Told {
                title: app.say(Phrase::CommandScale),
                lines: vec![Line::new(app.say(Phrase::NotInThisEdition), Role::Dim)],
            };
        };
        let figure = self.cell.map(|it| measure::figure(app.state(), it));
        let mut page = Writer {
            app,
            width,
            lines: Vec::new(),
        };
        page.plain(&indicator.title);
        if let Some(direction) = app.state().direction_in(period, indicator.direction) {
            let text = format!("{} {}", direction.code, direction.title);
            page.field(Phrase::FieldDirection, &text);
        }
        page.value(indicator, self.cell, figure);
        if let Some(edition) = app.state().edition_of(period) {
            page.definition(edition, indicator, figure);
        }
        page.lines.extend(super::municipal::lines(
            app,
            period,
            self.indicator,
            LABEL,
            width,
        ));
        Told {
            title: format!("{} {}", indicator.code, indicator.short),
            lines: page.lines,
        }
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        match (command, self.cell) {
            (CommandId::CellHistory, Some(cell)) => Outcome::Replace(history::of(app, cell)),
            (CommandId::Scale, _) => Outcome::Used,
            _ => Outcome::Pass,
        }
    }
}

/// How an indicator is measured, scored and collected, as an edition words it: the lines of any page that tells it.
#[must_use]
pub fn told(app: &App, edition: EditionId, indicator: &Indicator, width: usize) -> Vec<Line> {
    let mut page = Writer {
        app,
        width,
        lines: Vec::new(),
    };
    page.definition(edition, indicator, None);
    page.lines
}

struct Writer<'a> {
    app: &'a App,
    width: usize,
    lines: Vec<Line>,
}

impl Writer<'_> {
    fn definition(&mut self, edition: EditionId, indicator: &Indicator, figure: Option<Figure>) {
        self.measure(edition, indicator);
        self.field(Phrase::ScaleMethod, &indicator.method);
        self.scale(indicator, figure);
        self.terms(indicator);
        self.sources(indicator);
    }

    fn plain(&mut self, text: &str) {
        let lines = text::wrap(text, self.width);
        self.lines
            .extend(lines.into_iter().map(|it| Line::new(it, Role::Text)));
    }

    fn field(&mut self, label: Phrase, text: &str) {
        let label = self.app.say(label);
        self.lines
            .extend(paragraph(&label, LABEL, text, Role::Text, self.width));
    }

    fn value(&mut self, indicator: &Indicator, cell: Option<Cell>, figure: Option<Figure>) {
        let (Some(cell), Some(figure)) = (cell, figure) else {
            return;
        };
        let whom = self.app.narrator().subject(cell.subject);
        let dot = self.app.theme.glyphs.dot;
        let mut text = format!("{} {dot} {whom}", words(self.app, indicator, &figure));
        let best =
            analysis::indicator::IndicatorScores::of(self.app.state(), cell.period, cell.indicator)
                .best;
        if let Some(points) = points::points(indicator, &figure, best) {
            text = format!(
                "{text} {dot} {}",
                points_out_of(self.app, indicator, points)
            );
        }
        self.field(Phrase::KindValue, &text);
    }

    fn measure(&mut self, edition: EditionId, indicator: &Indicator) {
        let locale = &self.app.locale;
        let mut text = locale.word(&indicator.measure);
        if !indicator.unit.is_empty() {
            text = format!("{text}, {}", indicator.unit);
        }
        text = format!("{text}; {}", locale.word(&indicator.better));
        self.field(Phrase::ScaleMeasure, &text);
        match &indicator.measure {
            Measure::Ratio {
                numerator,
                denominator,
                factor,
            } => {
                let formula = self.app.say_with(
                    Phrase::ScaleRatio,
                    &args![
                        above = part(numerator),
                        below = part(denominator),
                        factor = format::number(factor.normalize())
                    ],
                );
                self.field(Phrase::ScaleFormula, &formula);
            }
            Measure::Choice { options } => {
                let options: Vec<String> = (options.iter().enumerate())
                    .map(|(n, it)| format!("{} {it}", n + 1))
                    .collect();
                self.field(
                    Phrase::ScaleOptions,
                    &options.join(&format!(" {} ", self.app.theme.glyphs.dot)),
                );
            }
            Measure::Delta { input } | Measure::Benchmark { input } => {
                let input = match input {
                    Input::Own { title } => title.clone(),
                    Input::Indicator(id) => {
                        let key = (edition, *id);
                        self.app.state().indicators.get(&key).map_or_else(
                            || self.app.narrator().key(Key::Indicator(edition, *id)),
                            |it| format!("{} {}", it.code, it.short),
                        )
                    }
                };
                self.field(Phrase::ScaleInput, &input);
            }
            Measure::Number { .. } => {}
        }
    }

    fn scale(&mut self, indicator: &Indicator, figure: Option<Figure>) {
        let reached = figure
            .and_then(|it| points::reached(indicator, &it))
            .map(|it| it.band);
        if !matches!(indicator.scoring, Scoring::Bands(_) | Scoring::Options(_)) {
            let text = self.app.locale.word(&indicator.scoring);
            self.field(Phrase::FieldScoring, &text);
        }
        match &indicator.scoring {
            Scoring::Bands(_) | Scoring::Options(_) if self.width < LABEL + STEP => {
                let label = self.app.say(Phrase::FieldScoring);
                let nothing = figure.unwrap_or(Figure::Absent);
                let steps = scale::steps(self.app, indicator, &nothing);
                for (n, (step, here)) in steps.into_iter().enumerate() {
                    let label = if n == 0 { label.as_str() } else { "" };
                    let role = if here { Role::CursorIdle } else { Role::Text };
                    let lines = paragraph(label, LABEL, &step, role, self.width);
                    self.lines.extend(lines);
                }
            }
            Scoring::Bands(bands) => {
                let ends = bands.iter().skip(1).map(|it| it.from).chain([None]);
                for (n, (band, to)) in bands.iter().zip(ends).enumerate() {
                    let range = self.range(band.from, to, &indicator.unit);
                    self.step(n, &range, band.points, reached == Some(n));
                }
            }
            Scoring::Options(points) => {
                let chosen = match figure {
                    Some(Figure::Choice(it)) => Some(usize::from(it)),
                    _ => None,
                };
                let Measure::Choice { options } = &indicator.measure else {
                    return;
                };
                for (n, (option, points)) in options.iter().zip(points).enumerate() {
                    self.step(n, option, *points, chosen == Some(n));
                }
            }
            Scoring::PerUnit {
                start,
                points,
                floor,
                cap,
            } => {
                let number = |it: &Decimal| format::number(it.normalize());
                let rule = self.app.say_with(
                    Phrase::ScalePerUnit,
                    &args![
                        start = number(start),
                        points = format::signed(points.normalize()),
                        floor = number(floor),
                        cap = number(cap)
                    ],
                );
                self.field(Phrase::ScaleRule, &rule);
            }
            Scoring::Direct { max } => {
                let rule = self.app.say_with(
                    Phrase::ScaleDirect,
                    &args![max = format::number(max.normalize())],
                );
                self.field(Phrase::ScaleRule, &rule);
            }
            Scoring::Printed(lines) => (lines.iter().enumerate())
                .for_each(|(n, it)| self.step(n, &it.values, it.points, false)),
            Scoring::Relative => {
                let rule = self.app.say(Phrase::ScaleRelative);
                self.field(Phrase::ScaleRule, &rule);
            }
        }
    }

    /// A step of the scale; the one that is reached has a marker, is bold and says so.
    fn step(&mut self, n: usize, range: &str, points: Decimal, here: bool) {
        let label = if n == 0 {
            self.app.say(Phrase::FieldScoring)
        } else {
            String::new()
        };
        let glyphs = self.app.theme.glyphs;
        let marker = if here { glyphs.cursor_idle } else { " " };
        let points = self
            .app
            .say_with(Phrase::CountPoints, &args![n = points.normalize()]);
        let role = if here { Role::CursorIdle } else { Role::Text };
        let room = self.width.saturating_sub(LABEL + 16).clamp(10, 34);
        let mut line = Line::new(
            text::fit(&label, LABEL - 1, text::Align::Left, ""),
            Role::Label,
        )
        .and(format!("{marker} "), Role::Text)
        .and(
            text::fit(range, room, text::Align::Left, glyphs.ellipsis),
            role,
        )
        .and(points, role);
        if here {
            line = line.and(
                format!("  {}", self.app.say(Phrase::ScaleReached)),
                Role::Good,
            );
        }
        self.lines.push(line);
    }

    fn range(&self, from: Option<Edge>, to: Option<Edge>, unit: &str) -> String {
        let it = Interval::between(from, to);
        self.app.locale.interval_in(&it, |it| {
            let text = format::number(it.normalize());
            match unit.starts_with('%') {
                true => format!("{text}{}%", crate::locale::NBSP),
                false => text,
            }
        })
    }

    fn terms(&mut self, indicator: &Indicator) {
        let locale = &self.app.locale;
        self.field(
            Phrase::FieldWeight,
            &format::number(indicator.weight.normalize()),
        );
        let bounds = scale::bounds(self.app, indicator);
        self.field(Phrase::FieldBounds, &bounds);
        let mut often = locale.word(&indicator.periodicity);
        if let Some((month, day)) = indicator.measured_on {
            let on = self.app.say_with(
                Phrase::ScaleMeasuredOn,
                &args![date = format!("{day:02}.{month:02}")],
            );
            often = format!("{often}, {on}");
        }
        self.field(Phrase::ScaleCollected, &often);
        let mut rules = Vec::new();
        if indicator.note != NoteRule::Free {
            rules.push(locale.word(&indicator.note));
        }
        if indicator.evidence_required {
            rules.push(self.app.say(Phrase::ScaleEvidence));
        }
        self.field(Phrase::ScaleNeeds, &rules.join("; "));
        if !indicator.kinds.is_empty() {
            let kinds: Vec<String> = indicator.kinds.iter().map(|it| locale.word(it)).collect();
            self.field(Phrase::FieldOrganisations, &kinds.join(", "));
        }
        self.field(Phrase::ScaleReasons, &indicator.na_reasons.join("; "));
    }

    fn sources(&mut self, indicator: &Indicator) {
        self.field(Phrase::FieldSource, &indicator.source);
        self.field(Phrase::ScaleResponsible, &indicator.responsible);
        let mut origin = self.app.say(indicator.origin.phrase());
        if !indicator.origin_note.is_empty() {
            origin = format!("{origin}: {}", indicator.origin_note);
        }
        self.field(Phrase::ScaleOrigin, &origin);
    }
}

fn part(part: &Part) -> String {
    part.title.clone()
}

/// A figure in words that stand alone: an empty cell says so.
#[must_use]
pub fn words(app: &App, indicator: &Indicator, figure: &Figure) -> String {
    match figure {
        Figure::Absent => app.say(Phrase::CellAbsent),
        Figure::Empty => app.say(Phrase::CellEmpty),
        Figure::NotCollected => app.say(Phrase::CellNotCollected),
        figure => show::figure(app, indicator, figure),
    }
}

/// «3 балла из 3».
#[must_use]
pub fn points_out_of(app: &App, indicator: &Indicator, points: Exact) -> String {
    let Some(most) = points::max_points(&indicator.scoring) else {
        return String::new();
    };
    let text = |it: Decimal| number::format(it.normalize(), it.normalize().scale());
    app.say_with(
        Phrase::PointsOf,
        &args![n = points.rounded(2).normalize(), max = text(most)],
    )
}
