//! A sheet of a form: a direction, a row for each cell of it.

use super::rules::{self, Cells};
use super::{Forms, Line};
use crate::analysis::measure::{Figure, How};
use crate::analysis::points;
use crate::analysis::reader::standing_reason;
use crate::domain::bases::known_denominator;
use crate::domain::catalogue::{Indicator, Measure, NoteRule, SubjectKind};
use crate::domain::state::State;
use crate::domain::value::{Entry, Subject};
use crate::exchange::values::stamp::StampRow;
use crate::exchange::values::titles::{
    CODE, COUNTED, DENOMINATOR, ENTRY, INDICATOR, NO_DATA, NOT_APPLICABLE, NOT_TO_FILL, NOTE,
    NUMERATOR, REASON, UNIT, WHOM, own_input,
};
use crate::exchange::workbook::{CellText, FormOut, FormRow, Look, Mark, Rule, Slot, letters};

/// The row of the titles.
const TITLES: usize = 2;

/// Columns with their widths, as far as the sheet needs them.
fn columns(lines: &[&Line<'_>]) -> Vec<(&'static str, u16)> {
    let any = |of: fn(&Indicator) -> bool| lines.iter().any(|it| of(it.indicator));
    let has_persons = any(|it| it.level == SubjectKind::Person);
    let has_ratios = any(|it| matches!(it.measure, Measure::Ratio { .. }));
    let all = [
        (CODE, 6, true),
        (INDICATOR, 30, true),
        (UNIT, 9, true),
        (COUNTED, 42, true),
        (WHOM, 22, has_persons),
        (NUMERATOR, 12, has_ratios),
        (DENOMINATOR, 14, has_ratios),
        (ENTRY, 15, true),
        (REASON, 22, true),
        (NOTE, 24, true),
    ];
    let needed = all.into_iter().filter(|it| it.2);
    needed.map(|(title, width, _)| (title, width)).collect()
}

/// The sheet, and which of its rows is which cell.
pub(super) fn of(
    forms: &Forms<'_>,
    name: &str,
    heading: &[String; 2],
    lines: &[&Line<'_>],
) -> (FormOut, Vec<StampRow>) {
    let columns = columns(lines);
    let mut sheet = FormOut {
        name: name.to_owned(),
        widths: columns.iter().map(|it| it.1).collect(),
        frozen: (3, 2),
        rows: vec![
            vec![told(&heading[0], Look::Head)],
            vec![told(&heading[1], Look::Line)],
            columns.iter().map(|it| told(it.0, Look::Header)).collect(),
        ],
        ..FormOut::default()
    };
    let mut stamp = Vec::new();
    for line in lines {
        let row = sheet.rows.len();
        let filled = Filled::of(forms, line);
        let cells = cells(&columns, row);
        let slots = columns
            .iter()
            .map(|(title, _)| slot(forms.state, line, &filled, &cells, title));
        sheet.rows.push(slots.collect());
        if filled.is_computed {
            continue;
        }
        sheet
            .marks
            .extend(marks(line.indicator, &columns, &cells, row));
        stamp.push(StampRow {
            sheet: name.to_owned(),
            row,
            code: line.indicator.code.clone(),
            indicator: line.id,
            subject: line.cell.subject,
            seen: forms.state.value(line.cell).map(|it| it.stamp.rev),
            below: match (&filled.numerator, &filled.denominator) {
                (CellText::Empty, CellText::Number(below)) => Some(*below),
                _ => None,
            },
        });
    }
    debug_assert!(sheet.rows.len() > TITLES, "a sheet without rows");
    (sheet, stamp)
}

fn told(text: &str, look: Look) -> Slot {
    Slot {
        cell: CellText::text(text),
        look,
        rule: None,
    }
}

/// The cells of a row, by their addresses.
fn cells(columns: &[(&str, u16)], row: usize) -> Cells {
    let at = |title: &str| {
        let column = columns.iter().position(|it| it.0 == title);
        column.map_or_else(String::new, |it| format!("{}{}", letters(it), row + 1))
    };
    Cells {
        numerator: at(NUMERATOR),
        denominator: at(DENOMINATOR),
        entry: at(ENTRY),
        reason: at(REASON),
        note: at(NOTE),
    }
}

/// What stands in a row already.
#[derive(Default)]
struct Filled {
    numerator: CellText,
    denominator: CellText,
    entry: CellText,
    reason: CellText,
    note: CellText,
    /// Nothing is typed here.
    is_computed: bool,
}

impl Filled {
    fn of(forms: &Forms<'_>, line: &Line<'_>) -> Filled {
        let Line {
            id,
            indicator,
            cell,
        } = line;
        let value = forms.state.value(*cell);
        let entered = value.filter(|it| it.entry != Entry::Empty);
        let figure = forms.reader.figure_of(*id, indicator, cell.subject);
        let is_rolled = matches!(
            figure,
            Figure::Number {
                how: How::RolledUp { .. },
                ..
            }
        );
        if indicator.measure.computed_from().is_some() || (entered.is_none() && is_rolled) {
            let entry = match figure.number() {
                Some(it) => CellText::Number(points::shown(indicator, it)),
                None if figure == Figure::NotApplicable => CellText::text(NOT_APPLICABLE),
                None => CellText::text("рассчитывается"),
            };
            return Filled {
                entry,
                is_computed: true,
                ..Filled::default()
            };
        }
        // Nobody has entered it: coming back, it would be as if somebody had.
        if entered.is_none()
            && let Some(reason) = standing_reason(forms.state, *cell)
        {
            return Filled {
                entry: CellText::text(NOT_APPLICABLE),
                reason: CellText::text(reason),
                is_computed: true,
                ..Filled::default()
            };
        }
        let mut filled = Filled::default();
        match entered.map(|it| &it.entry) {
            None => {
                filled.denominator = known_denominator(forms.state, *cell, indicator)
                    .map_or(CellText::Empty, |it| CellText::Number(it.normalize()))
            }
            Some(entry) => filled.entered(indicator, entry),
        }
        if let Some(value) = entered {
            filled.note = CellText::text(&value.note);
        }
        filled
    }

    /// What was entered.
    fn entered(&mut self, indicator: &Indicator, entry: &Entry) {
        match entry {
            Entry::Number(number) | Entry::Percent(number) => {
                self.entry = CellText::Number(number.normalize());
            }
            Entry::Ratio {
                numerator,
                denominator,
            } => {
                self.numerator = CellText::Number(numerator.normalize());
                self.denominator = CellText::Number(denominator.normalize());
            }
            Entry::Choice(option) => {
                let option = match &indicator.measure {
                    Measure::Choice { options } => options.get(usize::from(*option)),
                    _ => None,
                };
                self.entry = CellText::text(option.map_or("", String::as_str));
            }
            Entry::NotApplicable { reason } => {
                self.entry = CellText::text(NOT_APPLICABLE);
                self.reason = CellText::text(reason);
            }
            Entry::NoData { reason } => {
                self.entry = CellText::text(NO_DATA);
                self.reason = CellText::text(reason);
            }
            Entry::Empty => {}
        }
    }
}

/// A cell of a row.
fn slot(state: &State, line: &Line<'_>, filled: &Filled, cells: &Cells, title: &str) -> Slot {
    let indicator = line.indicator;
    let is_ratio = matches!(indicator.measure, Measure::Ratio { .. });
    let unit = match own_input(indicator) {
        Some(_) => "",
        None => indicator.unit.as_str(),
    };
    let field = |cell: &CellText, rule: Option<Rule>| Slot {
        cell: cell.clone(),
        look: if filled.is_computed {
            Look::Computed
        } else {
            Look::Field
        },
        rule: rule.filter(|_| !filled.is_computed),
    };
    let nothing = || told("", Look::Computed);
    match title {
        CODE => told(&indicator.code, Look::Label),
        INDICATOR => told(&indicator.title, Look::Told),
        UNIT => told(unit, Look::Told),
        COUNTED => told(&counted(indicator, filled.is_computed), Look::Told),
        WHOM => told(&whom(state, line.cell.subject), Look::Told),
        NUMERATOR if is_ratio => field(&filled.numerator, rules::numerator(indicator, cells)),
        DENOMINATOR if is_ratio => field(&filled.denominator, rules::denominator(indicator, cells)),
        NUMERATOR | DENOMINATOR => nothing(),
        ENTRY => field(&filled.entry, Some(rules::entry(indicator, cells))),
        REASON => field(&filled.reason, Some(rules::reason(indicator))),
        NOTE => field(&filled.note, None),
        _ => nothing(),
    }
}

/// The person that a row is about.
fn whom(state: &State, subject: Subject) -> String {
    match subject {
        Subject::Person(id) => {
            (state.persons.get(&id)).map_or_else(String::new, |it| it.full_name())
        }
        Subject::Organisation(_) | Subject::Municipality => String::new(),
    }
}

/// What is counted, where it comes from and what has to come with it, a line for each.
fn counted(indicator: &Indicator, is_computed: bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    match &indicator.measure {
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => {
            lines.push(format!(
                "Числитель: {}.",
                numerator.title.trim_end_matches('.')
            ));
            lines.push(format!(
                "Знаменатель: {}.",
                denominator.title.trim_end_matches('.')
            ));
        }
        Measure::Choice { options } => lines.push(format!("Варианты: {}.", options.join(", "))),
        _ => {}
    }
    if is_computed {
        lines.push(NOT_TO_FILL.to_owned());
    } else if let Some(input) = own_input(indicator) {
        lines.push(format!(
            "Впишите в «Значение»: {}.",
            input.trim_end_matches('.')
        ));
        lines.push("Остальное рассчитает программа.".to_owned());
    }
    if !indicator.method.is_empty() {
        lines.push(indicator.method.clone());
    }
    if !indicator.source.is_empty() {
        lines.push(format!(
            "Источник: {}.",
            indicator.source.trim_end_matches('.')
        ));
    }
    if !is_computed {
        let bounds = &indicator.bounds;
        let usual = rules::range(bounds.soft_min, bounds.soft_max);
        let said = [
            ("Допускается", rules::possible(indicator)),
            ("Обычно", usual),
        ];
        let said = said.into_iter().filter(|it| !it.1.is_empty());
        lines.extend(said.map(|(word, range)| format!("{word} {range}.")));
        lines.extend(match indicator.note {
            NoteRule::Always => Some("Примечание обязательно.".to_owned()),
            NoteRule::AtZero => Some("Если 0, примечание обязательно.".to_owned()),
            NoteRule::Free => None,
        });
        if indicator.evidence_required {
            lines.push("Приложите подтверждающий документ.".to_owned());
        }
    }
    lines.join("\n")
}

/// Where something is unusual or missing.
fn marks(indicator: &Indicator, columns: &[(&str, u16)], cells: &Cells, row: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut mark = |title: &str, formula: String| {
        let column = columns.iter().position(|it| it.0 == title);
        let at = column.and_then(|it| Some((u32::try_from(row).ok()?, u16::try_from(it).ok()?)));
        marks.extend(at.map(|(row, column)| Mark {
            row,
            column,
            formula,
        }));
    };
    for (is_of_numerator, formula) in rules::unusual(indicator, cells) {
        mark(if is_of_numerator { NUMERATOR } else { ENTRY }, formula);
    }
    if matches!(indicator.measure, Measure::Ratio { .. }) {
        mark(DENOMINATOR, rules::without_denominator(cells));
    }
    mark(REASON, rules::without_reason(cells));
    if let Some(formula) = rules::without_note(indicator, cells) {
        mark(NOTE, formula);
    }
    marks
}

/// A row of nothing but a text.
pub(super) fn line(text: &str, look: Look) -> FormRow {
    vec![told(text, look)]
}
