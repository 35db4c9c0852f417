//! What the rules of checking find in the current year where chance alone shows nothing of the kind: a slip or two for each rule, as they
//! happen to everybody, a row that was copied from the year before, and a finding that somebody has looked at.
//!
//! Must not know what a rule looks for: that each of them finds something here is held by a test.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::dice::{Dice, later, working};
use super::figures::Figures;
use super::text::dated;
use super::values::{Maker, value_of};
use super::world::{Diary, School, World};
use crate::domain::catalogue::NoteRule;
use crate::domain::check::Warning;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::period::{BaseValue, Period};
use crate::domain::record::{Key, Record};
use crate::domain::rule::Confirmation;
use crate::domain::value::{Cell, Entry, Subject, Value, ValueState};
use crate::exchange::toml::Catalogue;

/// What is wrong with a value.
#[derive(Clone, Copy, Debug)]
enum Slip {
    /// Another number, as mantissa and digits after the comma.
    Number(i64, u32),
    /// Only a percent.
    Percent(i64),
    /// One more above the line than there is below.
    MoreThanWhole,
    /// So many more below the line than are known of the school.
    OtherWhole(u32),
    /// Nothing says why.
    Unexplained,
    /// Nothing proves it.
    Unproven,
}

/// School, indicator, and what happened there.
const SLIPS: [(u32, &str, Slip); 9] = [
    (3, "1.2", Slip::Number(14, 0)),
    CONFIRMED,
    (24, "1.5", Slip::Percent(104)),
    (36, "5.4", Slip::MoreThanWhole),
    (23, "6.3", Slip::OtherWhole(2)),
    (31, "5.1", Slip::Number(15, 1)),
    (11, "1.4", Slip::Number(0, 0)),
    (16, MENTOR, Slip::Unexplained),
    (32, "1.4", Slip::Unproven),
];
/// What looks wrong and is right.
const CONFIRMED: (u32, &str, Slip) = (35, "1.3", Slip::Number(18, 0));
/// Whose whole row is that of the year before.
const COPIED: OrganisationId = OrganisationId(37);
/// The indicator of mentors.
const MENTOR: &str = "5.5";

/// The department wants to know who the mentor is: the note there is obligatory.
pub(super) fn ask(catalogue: &mut Catalogue) {
    for (_, indicator) in &mut catalogue.indicators {
        if indicator.code == MENTOR {
            indicator.note = NoteRule::Always;
        }
    }
}

/// What is noted there.
pub(super) fn mentor(entry: &Entry, day: NaiveDate, dice: &mut Dice) -> String {
    match entry {
        Entry::Choice(0) => dated("наставник назначен приказом № {номер} от {дата}", day, dice),
        _ => "наставник не назначен, кандидатуру подбирают".to_owned(),
    }
}

/// Puts the slips among the values of the current year.
pub(super) fn make(world: &World, (id, period): (PeriodId, &Period), diary: &mut Diary) {
    for (school, code, slip) in SLIPS {
        let Some((indicator, _)) = world.indicator(code) else {
            continue;
        };
        let mut made = diary.cells.iter();
        let of = Some(OrganisationId(school));
        let found = made.find(|it| it.organisation == of && it.cell.indicator == indicator);
        if let Some(cell) = found.map(|it| it.cell) {
            retell(world, period, cell, diary, |value| slipped(value, slip));
        }
    }
    confirm(world, id, diary);
    if let Some(school) = world.schools.iter().find(|it| it.id == COPIED) {
        copy(world, (id, period), school, diary);
    }
}

/// A value as it was entered by somebody who was in a hurry.
fn slipped(value: &mut Value, slip: Slip) {
    value.note = String::new();
    value.entry = match (slip, &value.entry) {
        (Slip::Number(mantissa, digits), _) => Entry::Number(Decimal::new(mantissa, digits)),
        (Slip::Percent(percent), _) => Entry::Percent(percent.into()),
        (Slip::MoreThanWhole, Entry::Ratio { denominator, .. }) => Entry::Ratio {
            numerator: *denominator + Decimal::ONE,
            denominator: *denominator,
        },
        (
            Slip::OtherWhole(more),
            Entry::Ratio {
                numerator,
                denominator,
            },
        ) => Entry::Ratio {
            numerator: *numerator,
            denominator: *denominator + Decimal::from(more),
        },
        (_, entry) => entry.clone(),
    };
    if matches!(slip, Slip::Unproven) {
        value.evidence = None;
    }
}

/// Tells a value anew: it was entered so from the first, and nothing has become of it yet.
fn retell(
    world: &World,
    period: &Period,
    cell: Cell,
    diary: &mut Diary,
    change: impl FnOnce(&mut Value),
) {
    let key = Key::Value(cell);
    let Some(Record::Value(mut value)) = diary.last(key).cloned() else {
        return;
    };
    let Some((day, by)) = diary.forget(key) else {
        return;
    };
    value.state = ValueState::Entered;
    change(&mut value);
    let indicator = (world.catalogue.indicators.iter()).find(|it| it.0 == cell.indicator);
    let mut made = diary.cells.iter_mut();
    if let (Some((id, indicator)), Some(made)) = (indicator, made.find(|it| it.cell == cell)) {
        let school = (world.schools.iter()).find(|it| Some(it.id) == made.organisation);
        if let Some(school) = school {
            let maker = Maker::of(world, (cell.period, period), school);
            made.figure = maker.figure(*id, indicator, &value.entry);
        }
    }
    diary.note(day, by, key, Record::Value(value));
}

/// The head of department has asked and was told.
fn confirm(world: &World, id: PeriodId, diary: &mut Diary) {
    let (school, code, _) = CONFIRMED;
    let Some((indicator, told)) = world.indicator(code) else {
        return;
    };
    let cell = Cell {
        period: id,
        indicator,
        subject: Subject::Organisation(OrganisationId(school)),
    };
    let Some(Record::Value(value)) = diary.last(Key::Value(cell)).cloned() else {
        return;
    };
    let (Entry::Number(figure), Some(max)) = (&value.entry, told.bounds.soft_max) else {
        return;
    };
    let figure = *figure;
    let fact = Warning::AboveUsual { figure, max };
    let made = diary.cells.iter().find(|it| it.cell == cell);
    let day = made.map_or_else(NaiveDate::default, |it| working(later(it.day, 6)));
    let said = Confirmation {
        note: "весной проверяли все четыре здания, акты сверены".to_owned(),
        mark: fact.mark(&value.entry),
    };
    let key = Key::Confirmation(cell, fact.rule());
    diary.note(day, world.head(), key, Record::Confirmation(said));
}

/// The row of a school with the numbers of the year before, those that its shares are of among them.
fn copy(world: &World, (id, period): (PeriodId, &Period), school: &School, diary: &mut Diary) {
    let before = PeriodId(id.0.saturating_sub(1));
    if !world.periods.iter().any(|(it, _)| *it == before) {
        return;
    }
    let subject = Subject::Organisation(school.id);
    let made = diary.cells.iter().map(|it| it.cell);
    let cells: Vec<Cell> = made.filter(|it| it.subject == subject).collect();
    for cell in cells {
        let then = value_of(
            world,
            Cell {
                period: before,
                ..cell
            },
        );
        match then.map(|it| it.entry) {
            Some(entry) => retell(world, period, cell, diary, |value| value.entry = entry),
            None => {
                diary.forget(Key::Value(cell));
                diary.cells.retain(|it| it.cell != cell);
            }
        }
    }
    for (base, number) in Figures::of(world, school, before).all() {
        let key = Key::BaseValue(id, *base, school.id);
        if let Some((day, by)) = diary.forget(key) {
            let record = Record::BaseValue(BaseValue { number: *number });
            diary.note(day, by, key, record);
        }
    }
}
