//! A school's figures in a period: the base quantities, which several indicators share.

use rust_decimal::Decimal;

use super::dice::Dice;
use super::world::{School, World};
use crate::domain::ids::{BaseQuantityId, PeriodId};

/// Base quantities of a school in a period, by title.
pub(super) struct Figures {
    numbers: Vec<(BaseQuantityId, Decimal)>,
}

impl Figures {
    /// Draws the figures. They change little from year to year.
    pub(super) fn of(world: &World, school: &School, period: PeriodId) -> Figures {
        let mut steady = world.dice(&[3, school.number.into()]);
        let mut yearly = world.dice(&[4, school.number.into(), period.0.into()]);
        let numbers = world
            .catalogue
            .base_quantities
            .iter()
            .filter_map(|(id, base)| {
                let number = draw(&base.title, school, &mut steady, &mut yearly)?;
                Some((*id, if base.whole { number.trunc() } else { number }))
            })
            .collect();
        Figures { numbers }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[(BaseQuantityId, Decimal)] {
        &self.numbers
    }

    /// One of them; `None` where the school has nothing of the kind.
    pub(super) fn get(&self, id: BaseQuantityId) -> Option<Decimal> {
        self.numbers
            .iter()
            .find(|(it, _)| *it == id)
            .map(|(_, number)| *number)
    }
}

/// The number of a base quantity, by its title; `None` where there is none of it.
fn draw(title: &str, school: &School, steady: &mut Dice, yearly: &mut Dice) -> Option<Decimal> {
    let pupils = school.pupils;
    let sway = |dice: &mut Dice, n: u32| n + dice.whole(0, n / 12 + 1);
    let number = match title {
        "педагоги всего" => sway(yearly, pupils / 16 + 6),
        "ставки педагогов по штатному расписанию" => {
            let quarters = sway(yearly, (pupils / 14 + 7) * 4);
            return Some(Decimal::from(quarters) / Decimal::from(4));
        }
        "ставки специалистов по штатному расписанию" => {
            let quarters = 4 + pupils / 90 + steady.whole(0, 6);
            return Some(Decimal::from(quarters) / Decimal::from(4));
        }
        "заместители всего" => pupils / 260 + 1,
        "выпускники 9 кл. на 20 мая" => sway(yearly, pupils / 11 + 5),
        "выпускники 11 кл. на 20 мая" | "участники ЕГЭ по обязательным предметам" =>
        {
            // One draw for both: those who finish are those who sit the exam.
            return school
                .senior
                .then(|| Decimal::from(pupils / 24 + 6 + steady.whole(0, 2)));
        }
        "обучающиеся 4–11 кл." => sway(yearly, pupils * 2 / 3),
        "педагоги, работающие с ОВЗ" | "обучающиеся с ОВЗ и инвалидностью" if !school.inclusive =>
        {
            return None;
        }
        "педагоги, работающие с ОВЗ" => sway(yearly, pupils / 60 + 3),
        "обучающиеся с ОВЗ и инвалидностью" => {
            sway(yearly, pupils / 25 + 3)
        }
        _ => sway(yearly, pupils / 10 + 5),
    };
    Some(Decimal::from(number))
}
