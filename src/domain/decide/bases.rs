//! Numbers that belong to a period: base quantities of organisations, and the other side of benchmarks.

use rust_decimal::Decimal;

use crate::domain::catalogue::Measure;
use crate::domain::command::Seen;
use crate::domain::ids::{BaseQuantityId, IndicatorId, OrganisationId, PeriodId};
use crate::domain::people::Role;
use crate::domain::period::{BaseValue, Reference};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::{Field, Refusal};
use crate::domain::value::{Cell, Subject};

use super::collected::indicator_of;
use super::deadline;
use super::entry::{at_least_zero, count_fits, readable};
use super::rights::Part;
use super::sheet::{Sheet, loaded};
use super::texts::{self, NOTE_TEXT};

/// Sets a base quantity's number, or takes it out.
pub(super) fn set_base(
    sheet: &mut Sheet,
    (period, base, organisation): (PeriodId, BaseQuantityId, OrganisationId),
    seen: Seen,
    number: Option<Decimal>,
) -> Result<(), Refusal> {
    sheet.open_period(period)?;
    let parts = [Part::Organisations(vec![organisation])];
    sheet.rights().need_for(&[Role::Methodist], &parts)?;
    deadline::takes(sheet, period, &[organisation])?;
    sheet.must_exist(Key::Organisation(organisation))?;
    let quantity = sheet.state.base_quantities.get(&base);
    let quantity = quantity.ok_or(Refusal::Missing {
        key: Key::BaseQuantity(base),
    })?;
    loaded(sheet.state, period)?;
    let present = sheet.state.base_value(period, base, organisation);
    let present = present.map(|it| it.number);
    if present == number {
        return Ok(());
    }
    let key = Key::BaseValue(period, base, organisation);
    sheet.check_seen(key, seen)?;
    match number {
        Some(number) => {
            count_fits(quantity.whole, number)?;
            let number = number.normalize();
            sheet.put(key, Record::BaseValue(BaseValue { number }));
        }
        None => sheet.remove(key),
    }
    Ok(())
}

/// Sets the other side of a benchmark, a number above 0, because it is divided by; or takes it out.
pub(super) fn set_reference(
    sheet: &mut Sheet,
    (period, indicator): (PeriodId, IndicatorId),
    seen: Seen,
    reference: Option<&Reference>,
) -> Result<(), Refusal> {
    sheet.open_period(period)?;
    let cell = Cell {
        period,
        indicator,
        subject: Subject::Municipality,
    };
    sheet.rights().may_enter(cell)?;
    deadline::takes(sheet, period, &[])?;
    let Measure::Benchmark { .. } = indicator_of(sheet.state, cell)?.measure else {
        return Err(Refusal::WrongMeasure { cell });
    };
    let reference = reference.map(fitting).transpose()?;
    let present = sheet.state.references.get(&(period, indicator));
    if present.map(|it| &it.body) == reference.as_ref() {
        return Ok(());
    }
    let key = Key::Reference(period, indicator);
    sheet.check_seen(key, seen)?;
    match reference {
        Some(reference) => sheet.put(key, Record::Reference(reference)),
        None => sheet.remove(key),
    }
    Ok(())
}

/// A reference as it is kept, if it can be.
fn fitting(reference: &Reference) -> Result<Reference, Refusal> {
    readable(reference.number)?;
    at_least_zero(reference.number)?;
    if reference.number.is_zero() {
        return Err(Refusal::ZeroDenominator);
    }
    texts::line(Field::Source, &reference.source, NOTE_TEXT)?;
    Ok(Reference {
        number: reference.number.normalize(),
        source: reference.source.clone(),
    })
}
