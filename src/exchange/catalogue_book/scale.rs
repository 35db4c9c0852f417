//! The lines of a scale, as an act prints them: read into a scoring exactly, and written so that they are read as the same scoring.
//!
//! Bands are told in either of two ways. Rows of values («менее 60», «60–79», «80 и выше») have to be a scale without gaps and overlaps.
//! Where every line has a lower end only («от 60», «свыше 80»), each holds up to the next one: the same band in fewer words, and the way in
//! which any bands can be told.

use rust_decimal::Decimal;

use super::fault::Wrong;
use super::lists::Line;
use super::words::{MEASURE, SCALE, SORTS, Sort, TERMS, Term, WAYS, Way, word};
use crate::domain::catalogue::{Band, Indicator, Measure, PrintedBand, Scoring};
use crate::domain::number::Edge;
use crate::domain::scale::{Defect, Grain, Interval, Row, Table, Values, close, rows_of};
use crate::exchange::workbook::table::{self, same};
use crate::locale::Locale;

/// A fault of a scale: of which line, or of the scale as a whole.
pub(super) type Misread = (Option<usize>, Wrong);

/// The options of a choice: the lines of its scale, or, where it is scored otherwise, those without points.
pub(super) fn options(sort: Sort, lines: &[Line]) -> Vec<String> {
    (lines.iter())
        .filter(|it| match sort {
            Sort::Options => !is_no_option(it),
            _ => it.points.is_none(),
        })
        .map(|it| it.value.clone())
        .collect()
}

/// What stands in place of an option where a draft has points for none: of a measure that is no choice, or beyond its options.
const NO_OPTION: &str = "без варианта";

fn is_no_option(line: &Line) -> bool {
    same(&line.value, NO_OPTION)
}

/// The scoring of an indicator, which has everything else already.
pub(super) fn read(sort: Sort, lines: &[Line], of: &Indicator) -> Result<Scoring, Vec<Misread>> {
    let is_choice = matches!(of.measure, Measure::Choice { .. });
    // Lines without points are the options of a choice that is scored otherwise.
    let is_option = |it: &Line| is_choice && sort != Sort::Options && it.points.is_none();
    let lines: Vec<(usize, &Line)> = (lines.iter().enumerate())
        .filter(|(_, it)| !is_option(it))
        .collect();
    if sort == Sort::Relative {
        let not_for = |(at, _): &(usize, &Line)| {
            let (other, says) = (SCALE.to_owned(), word(&SORTS, &sort));
            (Some(*at), Wrong::Cell(table::Wrong::NotFor { other, says }))
        };
        let faults: Vec<Misread> = lines.iter().map(not_for).collect();
        return match faults.is_empty() {
            true => Ok(Scoring::Relative),
            false => Err(faults),
        };
    }
    // What is retired is kept as it was left.
    let may_be_empty = of.retired && matches!(sort, Sort::Bands | Sort::Options | Sort::Printed);
    if lines.is_empty() && may_be_empty {
        return Ok(match sort {
            Sort::Bands => Scoring::Bands(Vec::new()),
            Sort::Options => Scoring::Options(Vec::new()),
            _ => Scoring::Printed(Vec::new()),
        });
    }
    if lines.is_empty() {
        return Err(vec![(None, Wrong::NoLines)]);
    }
    let empty = |(at, _): &(usize, &Line)| (Some(*at), Wrong::Cell(table::Wrong::Empty));
    let may_lack = of.retired && sort == Sort::Options;
    let without = lines
        .iter()
        .filter(|(_, it)| it.points.is_none() && !may_lack);
    let without: Vec<Misread> = without.map(empty).collect();
    if !without.is_empty() {
        return Err(without);
    }
    match sort {
        Sort::Bands => {
            let values: Vec<(&str, Decimal)> = (lines.iter())
                .filter_map(|(_, it)| Some((it.value.as_str(), it.points?)))
                .collect();
            let read = bands(&values, &values_of(of), of).map(Scoring::Bands);
            // Told by the lines as they stand, options among them.
            read.map_err(|faults| {
                let of_all = |at: usize| lines.get(at).map(|it| it.0);
                let told = faults.into_iter();
                told.map(|(at, wrong)| (at.and_then(of_all), wrong))
                    .collect()
            })
        }
        Sort::Options if !is_choice && !lines.iter().all(|(_, it)| is_no_option(it)) => {
            Err(vec![(None, not_a_choice(of))])
        }
        Sort::Options => Ok(Scoring::Options(
            lines.iter().filter_map(|(_, it)| it.points).collect(),
        )),
        Sort::PerUnit => {
            let [start, points, floor, cap] = terms(&lines, Term::ALL)?;
            positive(&lines, Term::Cap, cap, of)?;
            Ok(Scoring::PerUnit {
                start,
                points,
                floor,
                cap,
            })
        }
        Sort::Direct => {
            let [max] = terms(&lines, [Term::Cap])?;
            positive(&lines, Term::Cap, max, of)?;
            Ok(Scoring::Direct { max })
        }
        Sort::Relative => Ok(Scoring::Relative),
        Sort::Printed => Ok(Scoring::Printed(
            (lines.iter())
                .filter_map(|(_, it)| {
                    Some(PrintedBand {
                        values: it.value.clone(),
                        points: it.points?,
                    })
                })
                .collect(),
        )),
    }
}

fn not_a_choice(of: &Indicator) -> Wrong {
    let way = match of.measure {
        Measure::Number { .. } => Way::Number,
        Measure::Ratio { .. } => Way::Ratio,
        Measure::Choice { .. } => Way::Choice,
        Measure::Delta { .. } => Way::Delta,
        Measure::Benchmark { .. } => Way::Benchmark,
    };
    Wrong::Cell(table::Wrong::NotFor {
        other: MEASURE.to_owned(),
        says: word(&WAYS, &way),
    })
}

impl Term {
    const ALL: [Term; 4] = [Term::Start, Term::PerUnit, Term::Floor, Term::Cap];
}

fn term_of(value: &str) -> Option<Term> {
    let is = |words: &[&str]| words.iter().any(|it| same(it, value));
    TERMS.iter().find(|(_, words)| is(words)).map(|(it, _)| *it)
}

/// The points of each term; every line is one of them, and there is one of each.
fn terms<const N: usize>(
    lines: &[(usize, &Line)],
    wanted: [Term; N],
) -> Result<[Decimal; N], Vec<Misread>> {
    let mut faults: Vec<Misread> = Vec::new();
    let mut found = [None; N];
    for (at, line) in lines {
        let place = term_of(&line.value).and_then(|it| wanted.iter().position(|to| *to == it));
        let given = line.value.clone();
        match place.and_then(|it| found.get_mut(it)) {
            None => {
                let names = wanted.iter().map(|it| word(&TERMS, it)).collect();
                let wrong = table::Wrong::NotOneOf { given, names };
                faults.push((Some(*at), Wrong::Cell(wrong)));
            }
            Some(Some(_)) => {
                faults.push((Some(*at), Wrong::Cell(table::Wrong::Again { given })));
            }
            Some(empty) => *empty = line.points,
        }
    }
    let mut out = [Decimal::ZERO; N];
    for ((out, found), term) in out.iter_mut().zip(found).zip(wanted) {
        match found {
            Some(points) => *out = points,
            None => {
                let missing = table::Wrong::NoLine {
                    title: word(&TERMS, &term),
                };
                faults.push((None, Wrong::Cell(missing)));
            }
        }
    }
    match faults.is_empty() {
        true => Ok(out),
        false => Err(faults),
    }
}

fn positive(
    lines: &[(usize, &Line)],
    term: Term,
    given: Decimal,
    of: &Indicator,
) -> Result<(), Vec<Misread>> {
    if given > Decimal::ZERO || of.retired {
        return Ok(());
    }
    let line = (lines.iter()).find(|(_, it)| term_of(&it.value) == Some(term));
    let wrong = Wrong::Cell(table::Wrong::Positive { given });
    Err(vec![(line.map(|it| it.0), wrong)])
}

/// What the figure can be; of a choice nothing is known.
fn values_of(of: &Indicator) -> Values {
    Values::of(of).unwrap_or(Values {
        grain: Grain::Decimal,
        min: None,
        max: None,
        decimals: of.decimals,
    })
}

fn bands(
    lines: &[(&str, Decimal)],
    values: &Values,
    of: &Indicator,
) -> Result<Vec<Band>, Vec<Misread>> {
    let mut intervals = Vec::new();
    let mut faults = Vec::new();
    for (at, (line, points)) in lines.iter().enumerate() {
        match Interval::read(line) {
            Ok(it) => intervals.push((it, *points)),
            Err(why) => faults.push((Some(at), Wrong::Line(why))),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if let Some(bands) = thresholds(&intervals) {
        return Ok(bands);
    }
    let rows = lines
        .iter()
        .map(|(line, points)| Row::read(line, Some(*points)));
    let table = Table {
        rows: rows.collect(),
        values: *values,
        better: of.better,
    };
    let mut bands = close(&table).map_err(|defects| -> Vec<Misread> {
        let misread = |it: Defect| (it.rows().first().copied(), Wrong::Scale(it));
        defects.into_iter().map(misread).collect()
    })?;
    // A scale that reaches the least possible value has no lowest end, unless its lowest line is printed with one.
    let ends = intervals.iter().map(|(it, _)| it.low);
    let lowest = ends.min_by_key(|it| it.map(|it| it.0)).flatten();
    if let (Some(first), Some((low, true))) = (bands.first_mut(), lowest)
        && first.from.is_none()
    {
        first.from = Some(Edge::at(low));
    }
    Ok(bands)
}

/// Bands of lines that have a lower end only; the lowest may have none, and end where the next one begins.
fn thresholds(lines: &[(Interval, Decimal)]) -> Option<Vec<Band>> {
    let mut bands = Vec::new();
    let mut top = None;
    for (it, points) in lines {
        let from = match (it.low, it.high) {
            (Some((at, belongs)), None) => Some(Edge {
                at,
                above: !belongs,
            }),
            (None, None) => None,
            (None, Some((at, above))) if top.is_none() => {
                top = Some(Edge { at, above });
                None
            }
            _ => return None,
        };
        let points = *points;
        bands.push(Band { from, points });
    }
    bands.sort_by_key(|it| it.from);
    let rises = (bands.iter().zip(bands.iter().skip(1))).all(|(one, next)| one.from < next.from);
    let meets = top.is_none_or(|top| bands.get(1).is_some_and(|it| it.from == Some(top)));
    (rises && meets).then_some(bands)
}

/// The lines of an indicator's scale, with their points.
pub(super) fn lines(of: &Indicator, russian: &Locale) -> Vec<(String, Option<Decimal>)> {
    let term = |it: Term, points: Decimal| (word(&TERMS, &it), Some(points));
    let mut out = Vec::new();
    if let (Measure::Choice { options }, false) =
        (&of.measure, matches!(of.scoring, Scoring::Options(_)))
    {
        out.extend(options.iter().map(|it| (it.clone(), None)));
    }
    match &of.scoring {
        Scoring::Bands(bands) => out.extend(band_lines(bands, of, russian)),
        Scoring::Options(points) => {
            let titles: &[String] = match &of.measure {
                Measure::Choice { options } => options,
                _ => &[],
            };
            let all = titles.len().max(points.len());
            out.extend((0..all).map(|at| {
                let title = titles.get(at).map_or(NO_OPTION, String::as_str);
                (title.to_owned(), points.get(at).copied())
            }));
        }
        Scoring::PerUnit {
            start,
            points,
            floor,
            cap,
        } => out.extend([
            term(Term::Start, *start),
            term(Term::PerUnit, *points),
            term(Term::Floor, *floor),
            term(Term::Cap, *cap),
        ]),
        Scoring::Direct { max } => out.push(term(Term::Cap, *max)),
        Scoring::Relative => {}
        Scoring::Printed(lines) => {
            out.extend(lines.iter().map(|it| (it.values.clone(), Some(it.points))));
        }
    }
    out
}

/// As an act prints them where that is read as the same bands, else by their lower ends.
fn band_lines(
    of_bands: &[Band],
    of: &Indicator,
    russian: &Locale,
) -> Vec<(String, Option<Decimal>)> {
    let values = values_of(of);
    let by_ends: Vec<String> = (of_bands.iter().enumerate())
        .map(|(at, band)| {
            let next = of_bands.get(at + 1).and_then(|it| it.from);
            let high = next.filter(|_| band.from.is_none());
            russian.interval(&Interval::between(band.from, high))
        })
        .collect();
    let mut printed: Vec<String> = (rows_of(of_bands, &values).iter())
        .map(|it| {
            it.interval
                .as_ref()
                .map_or(String::new(), |it| russian.interval(it))
        })
        .collect();
    // Without a lowest end it is said so, whatever the least possible value is.
    if let (Some(first), Some(open)) = (printed.first_mut(), by_ends.first())
        && of_bands.first().is_some_and(|it| it.from.is_none())
    {
        first.clone_from(open);
    }
    let lines: Vec<(&str, Decimal)> = (printed.iter().zip(of_bands))
        .map(|(it, band)| (it.as_str(), band.points))
        .collect();
    let is_same = bands(&lines, &values, of).is_ok_and(|it| it == of_bands);
    let lines = if is_same { printed } else { by_ends };
    let points = of_bands.iter().map(|it| Some(it.points));
    lines.into_iter().zip(points).collect()
}
