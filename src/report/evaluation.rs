//! The evaluation sheet of one head (оценочный лист): every indicator with its value, scale, points and source, the index of each direction
//! and the overall one, with level and place, and lines to sign on.
//!
//! Says what a closed period came to as its results were written, whatever has become of values and names since. Owns the order and the
//! layout; figures are the analysis', words the locale's.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::columns::{named, sides, wrap};
use super::standing;
use crate::analysis::exact::Exact;
use crate::analysis::measure::figure;
use crate::analysis::reader::standing_reason;
use crate::analysis::scores::{DirectionScore, PeriodScores, RowScore};
use crate::analysis::{points, results, roster};
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, SubjectKind};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::number;
use crate::domain::people::AppointmentKind;
use crate::domain::results::{Lack, ResultCell, ResultFigure, ResultHead, ResultRow};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};
use crate::locale::{Locale, Narrator, Phrase, format};

/// Columns of the names on the left, and of what is set in under an indicator.
const NAMES: usize = 15;

/// Columns to sign in.
const SIGNATURE: usize = 40;

/// Whose sheet, and in which words.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// What records are called.
    pub narrator: Narrator<'a>,
    /// Everything that is known.
    pub state: &'a State,
    /// The scores of the period.
    pub scores: &'a PeriodScores,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its head; `None` for a vacancy.
    pub person: Option<PersonId>,
}

/// A line of the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// The value that it begins to tell of.
    pub cell: Option<Cell>,
}

/// The title of a sheet: «Оценочный лист · СШ № 12 · Ерёмин К. Л.».
#[must_use]
pub fn title(of: &Whose<'_>) -> String {
    let school = roster::name_in(of.state, of.scores.period, of.organisation);
    let head = match of.person {
        Some(id) => of.narrator.person(id),
        None => of.locale.say(Phrase::Vacancy),
    };
    let sheet = of.locale.say(Phrase::CommandEvaluationSheet);
    format!("{sheet} · {school} · {head}")
}

/// The sheet in lines of at most so many columns; `None` where the period knows no such head of the organisation.
#[must_use]
pub fn sheet(of: &Whose<'_>, columns: usize) -> Option<Vec<Line>> {
    let score = of.scores.row(of.organisation, of.person)?;
    let row = of.row()?;
    let head = row.heads.iter().find(|it| it.person == of.person)?;
    let mut sheet = Writer {
        of,
        columns,
        lines: Vec::new(),
    };
    sheet.begin(&row);
    sheet.blank();
    sheet.put(sides(
        &of.locale.say(Phrase::SheetIndicator),
        &of.locale.say(Phrase::SheetPoints),
        columns,
    ));
    for direction in &score.directions {
        sheet.direction(direction, head);
    }
    sheet.end(score);
    Some(sheet.lines)
}

impl<'a> Whose<'a> {
    /// What the period comes to for the organisation: as recorded, else as it is now.
    fn row(&self) -> Option<Cow<'a, ResultRow>> {
        if let Some(rows) = roster::recorded(self.state, self.scores.period) {
            return Some(Cow::Borrowed(&rows.get(&self.organisation)?.body));
        }
        results::row(self.state, self.scores, self.organisation).map(Cow::Owned)
    }

    fn cell(&self, indicator: &Indicator, cell: &ResultCell) -> Cell {
        let subject = match (indicator.level, self.person) {
            (SubjectKind::Municipality, _) => Subject::Municipality,
            (SubjectKind::Person, Some(person)) => Subject::Person(person),
            _ => Subject::Organisation(self.organisation),
        };
        Cell {
            period: self.scores.period,
            indicator: cell.indicator,
            subject,
        }
    }

    /// What stood in the cell, in words, or the figure that is computed in its place.
    fn value(&self, indicator: &Indicator, at: Cell, cell: &ResultCell) -> String {
        let computed = matches!(
            indicator.measure,
            Measure::Delta { .. } | Measure::Benchmark { .. }
        );
        let told = match cell.figure {
            ResultFigure::Untold { .. } => self.untold(at, cell),
            told => told,
        };
        match &cell.entry {
            Entry::Empty => self.figure(indicator, at, cell, told),
            // The figure is made of what was typed.
            Entry::Number(_) if computed => self.figure(indicator, at, cell, told),
            entry => self.locale.entry_in_full(Some(indicator), entry),
        }
    }

    /// What a cell came to of which a former program has kept no more than what was typed: what it comes to now, but for what was put right
    /// since. It was no number then.
    fn untold(&self, at: Cell, cell: &ResultCell) -> ResultFigure {
        if cell.entry == Entry::Empty && self.state.corrections.contains_key(&at) {
            return match standing_reason(self.state, at) {
                Some(_) => ResultFigure::NotApplicable,
                None => ResultFigure::Absent,
            };
        }
        match results::kept(&figure(self.state, at)) {
            ResultFigure::Number(_) => ResultFigure::Uncomputed,
            told => told,
        }
    }

    /// What the cell came to, where that is not what stood in it.
    fn figure(
        &self,
        indicator: &Indicator,
        at: Cell,
        cell: &ResultCell,
        told: ResultFigure,
    ) -> String {
        match told {
            ResultFigure::Number(number) => figure_of(indicator, number.into()),
            ResultFigure::Choice(option) => {
                (self.locale).entry(Some(indicator), &Entry::Choice(option))
            }
            ResultFigure::NotApplicable => {
                let today = || Some(Lack::Standing(standing_reason(self.state, at)?.to_owned()));
                match cell.lack.clone().or_else(today) {
                    Some(it) => self.narrator.lack(at.period, &it),
                    None => self.locale.say(Phrase::CellNotApplicable),
                }
            }
            ResultFigure::NoData => self.locale.say(Phrase::CellNoData),
            ResultFigure::Empty => self.locale.say(Phrase::CellEmpty),
            ResultFigure::Absent => self.locale.say(Phrase::CellAbsent),
            ResultFigure::Uncomputed | ResultFigure::Untold { .. } => self.lack(at, cell),
        }
    }

    /// Why nothing could be computed, as it was when the period was closed.
    fn lack(&self, at: Cell, cell: &ResultCell) -> String {
        match &cell.lack {
            None => self.locale.say(Phrase::NotComputed),
            Some(it) => {
                let why = self.narrator.lack(at.period, it);
                self.locale.say_with(Phrase::DetailNotComputed, &args![why])
            }
        }
    }

    /// Where the figure comes from: what was said with the value that counts, else what the catalogue asks for. A value that was put right
    /// later may come from elsewhere.
    fn source(&self, indicator: &Indicator, at: Cell) -> String {
        let (_, source) = self.state.stood(at);
        match source {
            Some(_) => self.narrator.source(source.as_ref()),
            None => indicator.source.clone(),
        }
    }

    /// «было … → стало …», where the value was put right after the period was closed and its results know nothing of that.
    fn correction(&self, at: Cell) -> Option<String> {
        let correction = self.state.corrected_since(at)?;
        let now = self.state.value(at).map(|it| &it.entry);
        Some(self.locale.say_with(
            Phrase::SheetCorrected,
            &args![
                was = self.narrator.entry(at, &correction.was),
                now = self.narrator.entry(at, now.unwrap_or(&Entry::Empty)),
                document = self.narrator.document(correction.document)
            ],
        ))
    }

    fn dates(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<String> {
        let day = |it| self.narrator.day_in_office(it);
        let phrase = match (from, to) {
            (Some(from), Some(to)) => {
                (self.locale).say_with(Phrase::InOffice, &args![from = day(from), to = day(to)])
            }
            (Some(from), None) => {
                (self.locale).say_with(Phrase::InOfficeSince, &args![date = day(from)])
            }
            (None, Some(to)) => {
                (self.locale).say_with(Phrase::InOfficeUntil, &args![date = day(to)])
            }
            (None, None) => return None,
        };
        Some(phrase)
    }

    /// The head in each of their times in office: «Ерёмин Константин Львович, и. о., с 15.08.2019».
    fn heads(&self, row: &ResultRow) -> Vec<String> {
        let theirs = (row.tenures.iter())
            .filter(|it| it.head.map(|(_, person, _)| person) == self.person)
            .map(|it| {
                let name = match self.person {
                    Some(id) => self.full_name(id),
                    None => self.locale.say(Phrase::Vacancy),
                };
                let kind = it.head.map(|(_, _, kind)| kind);
                let kind = kind.filter(|it| *it != AppointmentKind::Permanent);
                let parts = [
                    Some(name),
                    kind.map(|it| self.locale.word(&it)),
                    self.dates(it.from, it.to),
                ];
                joined(parts.into_iter().flatten(), ", ")
            });
        theirs.collect()
    }

    fn full_name(&self, id: PersonId) -> String {
        let known = self.state.persons.get(&id).filter(|it| !it.is_erased());
        known.map_or_else(|| self.narrator.person(id), |it| it.full_name())
    }
}

/// A figure with the decimals of its indicator and the unit.
fn figure_of(indicator: &Indicator, figure: Exact) -> String {
    let shown = points::shown(indicator, figure);
    let text = number::format(shown, shown.scale().max(indicator.decimals));
    let gap = if indicator.unit.is_empty() {
        ""
    } else {
        "\u{a0}"
    };
    format!("{text}{gap}{}", indicator.unit)
}

/// A number without zeros behind it.
fn plain(number: Decimal) -> String {
    let number = number.normalize();
    number::format(number, number.scale())
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> String {
    let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
    parts.join(between)
}

/// Puts the lines down, one after another.
struct Writer<'a, 'b> {
    of: &'b Whose<'a>,
    columns: usize,
    lines: Vec<Line>,
}

impl Writer<'_, '_> {
    fn put(&mut self, lines: Vec<String>) {
        let lines = lines.into_iter();
        self.lines
            .extend(lines.map(|text| Line { text, cell: None }));
    }

    fn blank(&mut self) {
        self.lines.push(Line::default());
    }

    fn name(&mut self, name: Phrase, text: &str) {
        let name = self.of.locale.say(name);
        self.put(named(&name, NAMES, text, self.columns));
    }

    /// What is said of an indicator: set in, under its title.
    fn about(&mut self, name: Phrase, text: &str) {
        let name = format!("    {}", self.of.locale.say(name));
        self.put(named(&name, NAMES, text, self.columns));
    }

    /// Who, where, for which period, by which edition.
    fn begin(&mut self, row: &ResultRow) {
        let (state, locale, narrator) = (self.of.state, self.of.locale, self.of.narrator);
        let settings = state.settings.as_ref();
        self.put(wrap(
            settings.map_or("", |it| &it.municipality),
            self.columns,
        ));
        let known = state.organisations.get(&self.of.organisation);
        // Another name today says nothing of that time.
        let full = known.filter(|it| it.name == row.name && it.full_name != it.name);
        let names = [Some(row.name.clone()), full.map(|it| it.full_name.clone())];
        self.name(
            Phrase::SheetOrganisation,
            &joined(names.into_iter().flatten(), " · "),
        );
        for (n, head) in self.of.heads(row).iter().enumerate() {
            match n {
                0 => self.name(Phrase::SheetHead, head),
                _ => self.put(named("", NAMES, head, self.columns)),
            }
        }
        let Some(period) = state.periods.get(&self.of.scores.period) else {
            return;
        };
        let approved = period.approved_by.map(|id| {
            locale.say_with(
                Phrase::SheetApproved,
                &args![document = narrator.document(id)],
            )
        });
        let said = locale.say_with(
            Phrase::SheetPeriodSaid,
            &args![
                name = period.name.as_str(),
                from = format::date(period.from),
                to = format::date(period.to),
                state = locale.word(&period.state)
            ],
        );
        let said = joined([Some(said), approved].into_iter().flatten(), "; ");
        self.name(Phrase::SheetPeriod, &said);
        if let Some(edition) = state.editions.get(&period.edition) {
            let number = locale.say_with(Phrase::EditionShort, &args![number = edition.number]);
            let act = edition.act.map(|it| narrator.document(it));
            let parts = [Some(number), Some(edition.title.clone()), act];
            self.name(
                Phrase::SheetEdition,
                &joined(parts.into_iter().flatten(), " · "),
            );
        }
    }

    /// A direction with its index, and the indicators of it that count towards the head.
    fn direction(&mut self, score: &DirectionScore, head: &ResultHead) {
        let (state, locale) = (self.of.state, self.of.locale);
        let period = self.of.scores.period;
        let indicators: Vec<(&ResultCell, &Indicator)> = (head.cells.iter())
            .filter_map(|it| Some((it, &state.indicator_in(period, it.indicator)?.body)))
            .filter(|(_, it)| it.direction == score.direction)
            .collect();
        if indicators.is_empty() && score.applicable == 0 {
            return;
        }
        let share = locale.say_with(
            Phrase::ShareOf,
            &args![k = score.filled, n = score.applicable],
        );
        let index =
            (score.index).map_or_else(|| "—".to_owned(), |it| standing::index(state, period, it));
        let right = locale.say_with(Phrase::SheetIndex, &args![index, share]);
        let title = state.direction_in(period, score.direction);
        let title = title.map_or_else(String::new, |it| format!("{} {}", it.code, it.title));
        self.blank();
        self.put(sides(&title, &right, self.columns));
        for (cell, indicator) in indicators {
            self.indicator(cell, indicator);
        }
    }

    fn indicator(&mut self, cell: &ResultCell, indicator: &Indicator) {
        let locale = self.of.locale;
        let at = self.of.cell(indicator, cell);
        let got =
            (cell.points).map(|it| plain(points::shown_points(&indicator.scoring, it.into())));
        let right = got.map_or_else(
            || "—".to_owned(),
            |k| locale.say_with(Phrase::ShareOf, &args![k, n = plain(cell.max)]),
        );
        let title = format!("{} {}", indicator.code, indicator.title);
        let first = self.lines.len();
        self.put(sides(&title, &right, self.columns));
        if let Some(line) = self.lines.get_mut(first) {
            line.cell = Some(at);
        }
        let value = self.of.value(indicator, at, cell);
        self.about(Phrase::SheetValue, &value);
        match self.of.correction(at) {
            // The note that stands there now is the later value's.
            Some(correction) => self.about(Phrase::SheetCorrection, &correction),
            None => self.note(at),
        }
        // The points stay beside their values wherever the line ends.
        let steps = locale.whole_steps(indicator).join("; ");
        self.about(Phrase::SheetScale, &steps.replace(" → ", "\u{a0}→\u{a0}"));
        let source = self.of.source(indicator, at);
        self.about(Phrase::SheetSource, &source);
    }

    /// What was noted of the value, where anything was.
    fn note(&mut self, at: Cell) {
        let value = self.of.state.value(at);
        if let Some(value) = value.filter(|it| !it.note.trim().is_empty()) {
            self.about(Phrase::SheetNote, &value.note);
        }
    }

    /// The overall index, and where it is signed.
    fn end(&mut self, score: &RowScore) {
        let locale = self.of.locale;
        let (state, scores) = (self.of.state, self.of.scores);
        let corrected = PeriodScores::corrected(state, scores.period);
        let corrected = (corrected.as_ref()).and_then(|it| it.put_right(state, score));
        let said = standing::parts(locale, state, scores, (score, corrected), "—");
        self.blank();
        self.name(Phrase::SheetOverall, &said.join(" · "));
        for line in [Phrase::SheetMade, Phrase::SheetRead] {
            self.blank();
            self.put(wrap(&locale.say(line), self.columns));
            let day = locale.say(Phrase::SheetSigned);
            self.blank();
            self.put(vec![format!("{}  {day}", "_".repeat(SIGNATURE))]);
        }
    }
}
