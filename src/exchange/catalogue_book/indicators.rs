//! The sheet of indicators, with what other sheets hold of each.

use std::collections::BTreeMap;

use super::fault::Wrong;
use super::lists::{Called, Lists, lists};
use super::measure::{self, Refs};
use super::reader::{Once, Reader, id, named, numbers, positive, words};
use super::scale;
use super::words::*;
use crate::domain::catalogue::{
    BaseQuantity, Bounds, Direction, Indicator, Measure, NoteRule, Scoring,
};
use crate::domain::ids::{BaseQuantityId, DirectionId, IndicatorId};
use crate::domain::people::OrganisationKind;
use crate::exchange::labels::{bare, known_directions, labels};
use crate::exchange::names::Named as _;
use crate::exchange::registers::organisations;
use crate::exchange::toml::in_order;
use crate::exchange::workbook::table::{self, Row, same};
use crate::exchange::workbook::{Address, CellText};

pub(super) fn read(
    reader: &mut Reader<'_>,
    directions: &[(DirectionId, Direction)],
    bases: &[(BaseQuantityId, BaseQuantity)],
) -> Vec<(IndicatorId, Indicator)> {
    let Some(table) = reader.table(INDICATORS, &INDICATOR_COLUMNS, true) else {
        return Vec::new();
    };
    // Codes first: a delta may name an indicator that stands further down. What is wrong with them is told when the rows are read.
    let coded = table.read(|row| {
        let short = row.lines(SHORT).unwrap_or_default();
        let retired = row.yes_no(RETIRED).unwrap_or(false);
        let code = row.label(CODE).or(retired.then(String::new))?;
        Some((row.whole(ID), code, short, retired))
    });
    let rows: Vec<_> = coded.rows.into_iter().collect();
    let ids = numbers(rows.iter().map(|it| it.1.0));
    let heads = (ids.iter().zip(&rows)).map(|(id, (_, it))| (*id, it.1.as_str(), it.3));
    let (told, bare) = (labels(heads.clone()), bare(heads));
    // By the place of its row each is known here, whatever codes stand twice.
    let called: BTreeMap<usize, (IndicatorId, String)> = (rows.iter())
        .zip(ids.iter().map(|it| IndicatorId(*it)).zip(&told))
        .map(|((at, _), (id, name))| (at.row, (id, name.clone())))
        .collect();
    let codes = ids.iter().zip(&bare);
    let codes = codes.filter_map(|(id, it)| Some((IndicatorId(*id), it.clone()?)));
    let indicators: Vec<(IndicatorId, String)> = called.values().cloned().chain(codes).collect();
    let all: Vec<Called> = (told.into_iter().zip(bare))
        .zip(rows.iter().map(|it| it.1.2.clone()))
        .map(|((name, bare), short)| Called { name, bare, short })
        .collect();
    let mut lists = lists(reader, &all);
    let refs = Refs {
        bases,
        directions: &known_directions(directions),
        indicators: &indicators,
    };
    let (mut once, mut codes_once) = (Once::default(), Once::default());
    let mut misread: Vec<(Option<Address>, String, Wrong)> = Vec::new();
    let rows = reader.rows(Some(&table), |row| {
        id(row, ID, &mut once);
        let retired = row.yes_no(RETIRED).unwrap_or(false);
        let code = match retired {
            true => Some(row.label(CODE).unwrap_or_default()),
            false => row.needed(CODE, Row::label),
        };
        codes_once.check(row, CODE, code.as_deref().filter(|_| !retired));
        let sort = row.needed(SCALE, |row, title| row.choice(title, &SORTS));
        let called = called.get(&row.address(CODE).row);
        let (id, name) = match called {
            Some((id, name)) => (*id, name.as_str()),
            None => (IndicatorId(0), ""),
        };
        let told = indicator(row, (code?, name, retired), &refs, &mut lists, sort);
        let (mut it, sort) = (told?, sort?);
        if lists.spoiled.contains(name) {
            return Some((id, it));
        }
        let lines = lists.scales.remove(name).unwrap_or_default();
        let few = matches!(&it.measure, Measure::Choice { options } if options.len() < 2);
        if few && !it.retired {
            misread.push((None, it.code.clone(), Wrong::FewOptions));
        }
        match scale::read(sort, &lines, &it) {
            Ok(scoring) => it.scoring = scoring,
            Err(faults) => misread.extend(faults.into_iter().map(|(line, wrong)| {
                let cell = line
                    .and_then(|it| lines.get(it))
                    .map(|it| match of_points(&wrong) {
                        true => it.points_at,
                        false => it.at,
                    });
                (cell, it.code.clone(), wrong)
            })),
        }
        Some((id, it))
    });
    for (cell, code, wrong) in misread {
        let place = reader.place(SCALES.title, cell);
        let about = match &wrong {
            Wrong::Cell(_) if of_points(&wrong) => POINTS,
            Wrong::Cell(_) if cell.is_some() => VALUE,
            _ => code.as_str(),
        };
        reader.fault(place, about, wrong);
    }
    in_order(rows.into_iter().map(|it| it.1).collect())
}

/// Whether it is the points of a line that are wrong, and not what they are for.
fn of_points(wrong: &Wrong) -> bool {
    matches!(
        wrong,
        Wrong::Cell(table::Wrong::Empty | table::Wrong::Positive { .. })
    )
}

/// What the row itself says, with its lists; the scoring comes after, since it rests on all the rest.
fn indicator(
    row: &mut Row<'_>,
    (code, name, retired): (String, &str, bool),
    refs: &Refs<'_>,
    lists: &mut Lists,
    sort: Option<Sort>,
) -> Option<Indicator> {
    let direction = row.needed(DIRECTION, Row::label).and_then(|given| {
        let found = refs.directions.iter().find(|(_, it)| *it == given);
        if found.is_none() {
            let sheet = DIRECTIONS.title.to_owned();
            row.fault(DIRECTION, table::Wrong::Nowhere { given, sheet });
        }
        found.map(|it| it.0)
    });
    let lines = lists.scales.get(name).map_or(&[][..], Vec::as_slice);
    let options = sort.map_or(Vec::new(), |it| scale::options(it, lines));
    let measure = measure::read(row, refs, &options, retired);
    let title = words(row, TITLE, retired);
    let short = words(row, SHORT, retired);
    let level = row.needed(LEVEL, |row, title| named(row, title, &ABOUT));
    let weight = positive(row, WEIGHT, retired);
    let periodicity = row.needed(PERIODICITY, |row, title| named(row, title, &PERIODICITIES));
    let roll_up = row.needed(ROLL_UP, |row, title| named(row, title, &ROLL_UPS));
    let better = row.needed(BETTER, |row, title| named(row, title, &BETTERS));
    let origin = row.needed(ORIGIN, |row, title| named(row, title, &ORIGINS));
    let decimals = row.needed(DECIMALS, Row::whole);
    if let Some(given) = decimals.filter(|it| *it > Indicator::MOST_DECIMALS) {
        let (given, min, max) = (given.into(), 0.into(), Indicator::MOST_DECIMALS.into());
        row.fault(DECIMALS, table::Wrong::Range { given, min, max });
    }
    let mut text = |title| row.lines(title).unwrap_or_default();
    let [unit, source, method, responsible, instruction, origin_note] =
        [UNIT, SOURCE, METHOD, RESPONSIBLE, INSTRUCTION, ORIGIN_NOTE].map(&mut text);
    let [hard_min, hard_max, soft_min, soft_max, jump] =
        [HARD_MIN, HARD_MAX, SOFT_MIN, SOFT_MAX, JUMP].map(|title| row.number(title));
    Some(Indicator {
        measured_on: row.day_of_year(MEASURED_ON),
        note: named_or(row, NOTE).unwrap_or(NoteRule::Free),
        evidence_required: row.yes_no(EVIDENCE).unwrap_or(false),
        kinds: kinds(row),
        retired,
        na_reasons: lists.reasons.remove(name).unwrap_or_default(),
        wording: lists.wordings.remove(name).unwrap_or_default(),
        code,
        direction: direction?,
        title: title?,
        short: short?,
        unit,
        level: level?,
        measure: measure?,
        scoring: Scoring::Relative,
        weight: weight?,
        periodicity: periodicity?,
        roll_up: roll_up?,
        bounds: Bounds {
            hard_min,
            hard_max,
            soft_min,
            soft_max,
        },
        decimals: decimals?,
        better: better?,
        source,
        method,
        responsible,
        origin: origin?,
        origin_note,
        order: 0,
        jump,
        instruction,
    })
}

fn named_or(row: &mut Row<'_>, title: &str) -> Option<NoteRule> {
    match row.cell(title).is_blank() {
        true => None,
        false => named(row, title, &NOTES),
    }
}

/// Kinds of organisation, with commas or line breaks between them; nothing means all.
fn kinds(row: &mut Row<'_>) -> Vec<OrganisationKind> {
    let text = row.lines(KINDS).unwrap_or_default();
    let mut out = Vec::new();
    let words = text.split([',', ';', '\n']).map(str::trim);
    for given in words.filter(|it| !it.is_empty()) {
        let of_words = organisations::KINDS.iter();
        let found = of_words
            .clone()
            .find(|(_, words)| words.iter().any(|it| same(it, given)));
        match found.map(|it| it.0).or(OrganisationKind::of_name(given)) {
            Some(kind) => out.push(kind),
            None => {
                let names = of_words.filter_map(|it| it.1.first());
                let names = names.map(|it| (*it).to_owned()).collect();
                let given = given.to_owned();
                row.fault(KINDS, table::Wrong::NotOneOf { given, names });
            }
        }
    }
    out
}

/// What stands in a column of an indicator.
pub(super) fn cell(column: &str, (id, it): (IndicatorId, &Indicator), refs: &Refs<'_>) -> CellText {
    let number = |it: Option<rust_decimal::Decimal>| {
        it.map_or(CellText::Empty, |it| CellText::Number(it.normalize()))
    };
    match column {
        ID => CellText::Number(id.0.into()),
        CODE => CellText::text(&it.code),
        TITLE => CellText::text(&it.title),
        SHORT => CellText::text(&it.short),
        DIRECTION => {
            let found = refs.directions.iter().find(|(id, _)| *id == it.direction);
            CellText::text(found.map_or("", |(_, name)| name))
        }
        WEIGHT => number(Some(it.weight)),
        UNIT => CellText::text(&it.unit),
        SCALE => CellText::text(word(&SORTS, &sort(&it.scoring))),
        BETTER => CellText::text(word(&BETTERS, &it.better)),
        DECIMALS => CellText::Number(it.decimals.into()),
        LEVEL => CellText::text(word(&ABOUT, &it.level)),
        PERIODICITY => CellText::text(word(&PERIODICITIES, &it.periodicity)),
        ROLL_UP => CellText::text(word(&ROLL_UPS, &it.roll_up)),
        MEASURED_ON => {
            let day = it
                .measured_on
                .map(|(month, day)| format!("{day:02}.{month:02}"));
            CellText::text(day.unwrap_or_default())
        }
        HARD_MIN => number(it.bounds.hard_min),
        HARD_MAX => number(it.bounds.hard_max),
        SOFT_MIN => number(it.bounds.soft_min),
        SOFT_MAX => number(it.bounds.soft_max),
        JUMP => number(it.jump),
        NOTE => CellText::text(word(&NOTES, &it.note)),
        EVIDENCE => yes_no(it.evidence_required),
        KINDS => {
            let words = it.kinds.iter().map(|it| word(&organisations::KINDS, it));
            CellText::text(words.collect::<Vec<_>>().join(", "))
        }
        SOURCE => CellText::text(&it.source),
        METHOD => CellText::text(&it.method),
        RESPONSIBLE => CellText::text(&it.responsible),
        INSTRUCTION => CellText::text(&it.instruction),
        ORIGIN => CellText::text(word(&ORIGINS, &it.origin)),
        ORIGIN_NOTE => CellText::text(&it.origin_note),
        RETIRED => yes_no(it.retired),
        of_measure => measure::cell(&it.measure, of_measure, refs),
    }
}

fn sort(scoring: &Scoring) -> Sort {
    match scoring {
        Scoring::Bands(_) => Sort::Bands,
        Scoring::Options(_) => Sort::Options,
        Scoring::PerUnit { .. } => Sort::PerUnit,
        Scoring::Direct { .. } => Sort::Direct,
        Scoring::Relative => Sort::Relative,
        Scoring::Printed(_) => Sort::Printed,
    }
}
