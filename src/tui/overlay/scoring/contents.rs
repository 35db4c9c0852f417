//! What stands in the fields of the scoring editor: for each way of scoring its own, so that another way chosen and taken back loses
//! nothing. Knows no keys, no drawing and no rules of scales.

use rust_decimal::Decimal;

use crate::domain::catalogue::{Band, Indicator, Measure, NoteRule, Scoring};
use crate::domain::number::format_typed;
use crate::domain::scale::{Row, Table, Values, rows_of};
use crate::locale::{Locale, Phrase};
use crate::tui::widget::line_edit::LineEdit;

/// A way of scoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By the rows of a scale.
    Bands,
    /// By the option.
    Options,
    /// For every unit.
    PerUnit,
    /// The number is the points.
    Direct,
    /// Relative to the best.
    Relative,
}

impl Method {
    const ALL: [Method; 5] = [
        Method::Bands,
        Method::Options,
        Method::PerUnit,
        Method::Direct,
        Method::Relative,
    ];

    /// The way of a scoring.
    #[must_use]
    pub fn of(scoring: &Scoring) -> Method {
        match scoring {
            Scoring::Bands(_) | Scoring::Printed(_) => Method::Bands,
            Scoring::Options(_) => Method::Options,
            Scoring::PerUnit { .. } => Method::PerUnit,
            Scoring::Direct { .. } => Method::Direct,
            Scoring::Relative => Method::Relative,
        }
    }

    /// The ways that there are for an indicator: a choice has its options, a number all others. The one it has stays among them.
    #[must_use]
    pub fn fitting(indicator: &Indicator) -> Vec<Method> {
        let choice = matches!(indicator.measure, Measure::Choice { .. });
        let own = Method::of(&indicator.scoring);
        (Method::ALL.into_iter())
            .filter(|it| (*it == Method::Options) == choice || *it == own)
            .collect()
    }

    /// What stands before a field that has a name of its own.
    #[must_use]
    pub fn label(self, row: usize) -> Option<Phrase> {
        let labels: &[Phrase] = match self {
            Method::PerUnit => &[
                Phrase::ScoringStart,
                Phrase::ScoringEachUnit,
                Phrase::ScoringFloor,
                Phrase::ScoringCap,
            ],
            Method::Direct => &[Phrase::ScoringDirectMost],
            Method::Bands | Method::Options | Method::Relative => &[],
        };
        labels.get(row).copied()
    }

    /// The name under which unfinished input keeps it.
    fn name(self) -> &'static str {
        match self {
            Method::Bands => "bands",
            Method::Options => "options",
            Method::PerUnit => "per-unit",
            Method::Direct => "direct",
            Method::Relative => "relative",
        }
    }
}

/// Where the cursor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The choice of the way.
    Method,
    /// A field of the table.
    Cell {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// When a note must be given, for points of an expert.
    Note,
    /// The value that is tried.
    Trial,
}

/// A row of two fields: the values or the option, and the points.
pub type Line = [LineEdit; 2];

/// All that is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The way that is chosen.
    pub method: Method,
    /// Rows of a scale.
    pub bands: Vec<Line>,
    /// Options with their points.
    pub options: Vec<Line>,
    /// Points at 0, for every unit, fewest, most.
    pub per_unit: [LineEdit; 4],
    /// Most points of an expert.
    pub most: LineEdit,
    /// When a note must be given.
    pub note: NoteRule,
    /// The value that is tried.
    pub trial: LineEdit,
}

/// What a person types of a number.
fn typed(number: Decimal) -> LineEdit {
    LineEdit::new(&format_typed(number.normalize()))
}

/// A row from its texts.
#[must_use]
pub fn line(left: &str, right: &str) -> Line {
    [LineEdit::new(left), LineEdit::new(right)]
}

fn printed(row: &Row, locale: &Locale) -> Line {
    let values = row.interval.as_ref().map(|it| locale.interval(it));
    let points = row.points.map(|it| format_typed(it.normalize()));
    line(&values.unwrap_or_default(), &points.unwrap_or_default())
}

/// The rows of a scale as they are typed.
#[must_use]
pub fn lines_of(bands: &[Band], values: &Values, locale: &Locale) -> Vec<Line> {
    let rows = rows_of(bands, values);
    rows.iter().map(|it| printed(it, locale)).collect()
}

impl Contents {
    /// What an indicator has.
    #[must_use]
    pub fn of(indicator: &Indicator, locale: &Locale) -> Contents {
        let mut it = Contents {
            method: Method::of(&indicator.scoring),
            bands: Vec::new(),
            options: Vec::new(),
            per_unit: ["0", "1", "0", ""].map(LineEdit::new),
            most: LineEdit::default(),
            note: indicator.note,
            trial: LineEdit::default(),
        };
        if let Measure::Choice { options } = &indicator.measure {
            it.options = options.iter().map(|it| line(it, "")).collect();
        }
        match &indicator.scoring {
            Scoring::Bands(bands) => {
                if let Some(values) = Values::of(indicator) {
                    it.bands = lines_of(bands, &values, locale);
                }
            }
            Scoring::Printed(lines) => {
                let one = |it: &crate::domain::catalogue::PrintedBand| {
                    [LineEdit::new(&it.values), typed(it.points)]
                };
                it.bands = lines.iter().map(one).collect();
            }
            Scoring::Options(points) => {
                for (n, points) in points.iter().enumerate() {
                    match it.options.get_mut(n) {
                        Some([_, right]) => *right = typed(*points),
                        None => it.options.push([LineEdit::default(), typed(*points)]),
                    }
                }
            }
            Scoring::PerUnit {
                start,
                points,
                floor,
                cap,
            } => it.per_unit = [*start, *points, *floor, *cap].map(typed),
            Scoring::Direct { max } => it.most = typed(*max),
            Scoring::Relative => {}
        }
        it.keep_a_row();
        it
    }

    /// There is always a row to type into.
    pub fn keep_a_row(&mut self) {
        for lines in [&mut self.bands, &mut self.options] {
            if lines.is_empty() {
                lines.push(line("", ""));
            }
        }
    }

    /// Rows and columns of the table.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        match self.method {
            Method::Bands => (self.bands.len(), 2),
            Method::Options => (self.options.len(), 2),
            Method::PerUnit => (self.per_unit.len(), 1),
            Method::Direct => (1, 1),
            Method::Relative => (0, 0),
        }
    }

    /// The rows that may be added and removed.
    #[must_use]
    pub fn lines(&self) -> Option<&Vec<Line>> {
        match self.method {
            Method::Bands => Some(&self.bands),
            Method::Options => Some(&self.options),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn lines_mut(&mut self) -> Option<&mut Vec<Line>> {
        match self.method {
            Method::Bands => Some(&mut self.bands),
            Method::Options => Some(&mut self.options),
            _ => None,
        }
    }

    /// The field at a spot.
    #[must_use]
    pub fn field(&self, spot: Spot) -> Option<&LineEdit> {
        match (spot, self.method) {
            (Spot::Trial, _) => Some(&self.trial),
            (Spot::Cell { row, .. }, Method::PerUnit) => self.per_unit.get(row),
            (Spot::Cell { row: 0, .. }, Method::Direct) => Some(&self.most),
            (Spot::Cell { row, column }, _) => self.lines()?.get(row)?.get(column),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn field_mut(&mut self, spot: Spot) -> Option<&mut LineEdit> {
        match (spot, self.method) {
            (Spot::Trial, _) => Some(&mut self.trial),
            (Spot::Cell { row, .. }, Method::PerUnit) => self.per_unit.get_mut(row),
            (Spot::Cell { row: 0, .. }, Method::Direct) => Some(&mut self.most),
            (Spot::Cell { row, column }, _) => self.lines_mut()?.get_mut(row)?.get_mut(column),
            _ => None,
        }
    }

    /// Whether a row has nothing in it.
    #[must_use]
    pub fn is_blank(&self, row: usize) -> bool {
        let line = self.lines().and_then(|it| it.get(row));
        line.is_some_and(is_blank)
    }

    /// The place of a row among those in which something stands: what is blank is no option.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<usize> {
        (!self.is_blank(row)).then(|| (0..row).filter(|it| !self.is_blank(*it)).count())
    }

    /// All of it by name, to be kept and to be compared.
    #[must_use]
    pub fn export(&self) -> Vec<(String, String)> {
        let of = |lines: &[Line]| {
            let lines = lines.iter().filter(|it| !is_blank(it));
            let lines: Vec<String> = lines
                .map(|it| it.each_ref().map(LineEdit::text).join("\t"))
                .collect();
            lines.join("\n")
        };
        let per_unit = self.per_unit.each_ref().map(LineEdit::text).join("\t");
        let note = match self.note {
            NoteRule::Free => "free",
            NoteRule::AtZero => "at-zero",
            NoteRule::Always => "always",
        };
        [
            (METHOD, self.method.name().to_owned()),
            (BANDS, of(&self.bands)),
            (OPTIONS, of(&self.options)),
            (PER_UNIT, per_unit),
            (MOST, self.most.text()),
            (NOTE, note.to_owned()),
        ]
        .map(|(name, text)| (name.to_owned(), text))
        .to_vec()
    }

    /// The same as far as it is scoring: a rule for the note is part of it only where an expert scores.
    #[must_use]
    pub fn compared(&self) -> Vec<(String, String)> {
        let mut all = self.export();
        all.retain(|(name, _)| name != NOTE || self.method == Method::Direct);
        all
    }

    /// Puts back what [`Contents::export`] gave.
    pub fn import(&mut self, kept: &[(String, String)]) {
        for (name, text) in kept {
            match name.as_str() {
                METHOD => {
                    let named = Method::ALL.into_iter().find(|it| it.name() == text);
                    self.method = named.unwrap_or(self.method);
                }
                BANDS => self.bands = text.lines().map(of_tabs).collect(),
                OPTIONS => self.options = text.lines().map(of_tabs).collect(),
                PER_UNIT => {
                    for (field, text) in self.per_unit.iter_mut().zip(text.split('\t')) {
                        field.set(text);
                    }
                }
                MOST => self.most.set(text),
                NOTE => {
                    self.note = match text.as_str() {
                        "free" => NoteRule::Free,
                        "always" => NoteRule::Always,
                        _ => NoteRule::AtZero,
                    }
                }
                _ => {}
            }
        }
        self.keep_a_row();
    }

    /// The table that the rows of the scale make, with the row in which each of its lines is typed. Rows with nothing in them are none.
    #[must_use]
    pub fn table(&self, indicator: &Indicator, values: Values) -> (Table, Vec<usize>) {
        let typed = self.bands.iter().enumerate();
        let (places, rows) = typed
            .filter(|(_, it)| !is_blank(it))
            .map(|(n, [left, right])| (n, Row::read(&left.text(), points(&right.text()))))
            .unzip();
        let table = Table {
            rows,
            values,
            better: indicator.better,
        };
        (table, places)
    }
}

const METHOD: &str = "method";
const BANDS: &str = "bands";
const OPTIONS: &str = "options";
const PER_UNIT: &str = "per-unit";
const MOST: &str = "most";
const NOTE: &str = "note";

fn is_blank([left, right]: &Line) -> bool {
    left.text().trim().is_empty() && right.text().trim().is_empty()
}

fn of_tabs(text: &str) -> Line {
    let (left, right) = text.split_once('\t').unwrap_or((text, ""));
    line(left, right)
}

/// The points of a field: «3», «−1», «0,5», «3 балла».
#[must_use]
pub fn points(text: &str) -> Option<Decimal> {
    let unit = |c: char| c.is_alphabetic() || c.is_whitespace() || c == '.';
    let number = text.trim().trim_end_matches(unit);
    crate::domain::number::parse_decimal(number).ok()
}
