//! How the numbers of the current year are collected: a request to nearly all, what came by which letter, what was taken and what sent back,
//! and who was reminded. What has become of a school's letter follows from how far its numbers are.

use chrono::NaiveDate;

use super::dice::{day_of, earlier, later, working};
use super::values::begins;
use super::world::{Diary, LAST_YEAR, School, World};
use crate::domain::collection::{Collection, CollectionDeed, CollectionEvent, ReceiptForm};
use crate::domain::ids::{PeriodId, UserId};
use crate::domain::period::Period;
use crate::domain::record::{Key, Record};

/// The first incoming number of the spring.
const FIRST: u32 = 412;
/// Whom the request did not reach.
const FORGOTTEN: u32 = 49;

/// Why something was sent back.
const REASONS: [&str; 4] = [
    "Нет подписи руководителя и печати.",
    "Не заполнены показатели направления 4, причина не указана.",
    "Численность педагогов расходится с тарификацией.",
    "Данные за прошлый учебный год.",
];

/// What happened at a school, and who has noted it.
struct Told<'a> {
    school: &'a School,
    events: Vec<(UserId, CollectionEvent)>,
}

/// Notes what has come of every school until now.
pub(super) fn note(world: &World, (id, period): (PeriodId, &Period), diary: &mut Diary) {
    let begins = begins(period);
    let asked = working(earlier(begins, 5));
    let request = CollectionDeed::Requested {
        number: "02-11/312".to_owned(),
    };
    let request = (world.head(), event(asked, request));
    let schools = world.working(period);
    let asked = schools.filter(|it| it.number != FORGOTTEN);
    let mut all: Vec<Told> = asked
        .map(|school| {
            let after = match school.progress {
                0 => vec![reminded()],
                _ => fate(world, id, school, begins),
            };
            let after = after.into_iter().map(|it| (school.curator, it));
            let events = std::iter::once(request.clone()).chain(after).collect();
            Told { school, events }
        })
        .collect();
    register(&mut all);
    for Told { school, events } in all {
        let mut so_far = Vec::new();
        let steps = events.into_iter().map(|(by, it)| {
            let on = it.on;
            so_far.push(it);
            let events = so_far.clone();
            (on, by, Record::Collection(Collection { events }))
        });
        diary.story(Key::Collection(id, school.id), steps.collect());
    }
}

/// Of those from whom nothing came.
fn reminded() -> CollectionEvent {
    let number = "02-11/498".to_owned();
    let on = working(day_of(LAST_YEAR + 1, 5, 18));
    event(on, CollectionDeed::Reminded { number })
}

/// What became of what a school has sent, before its first value was entered; numbers are given out later.
fn fate(world: &World, id: PeriodId, school: &School, begins: NaiveDate) -> Vec<CollectionEvent> {
    let mut dice = world.dice(&[42, id.0.into(), school.id.0.into()]);
    let form = dice.pick(&ReceiptForm::ALL).copied();
    let form = form.unwrap_or(ReceiptForm::Letter);
    let received = |on| {
        let number = String::new();
        event(on, CollectionDeed::Received { number, form })
    };
    let on = working(later(begins, school.number % 12 * 2 + dice.whole(0, 4)));
    let looked = working(later(on, dice.whole(1, 4)));
    let mut events = vec![received(on)];
    if dice.chance(180) {
        let reason = dice.pick(&REASONS).copied().unwrap_or_default().to_owned();
        let until = Some(working(later(looked, 10)));
        events.push(event(looked, CollectionDeed::Returned { reason, until }));
        if dice.chance(500) {
            return events;
        }
        events.push(received(working(later(looked, dice.whole(3, 9)))));
    }
    if school.progress >= 800 {
        let last = events.last().map_or(on, |it| it.on);
        let taken = working(later(last, dice.whole(1, 3)));
        events.push(event(taken, CollectionDeed::Accepted));
    }
    events
}

/// Gives incoming numbers to all that came, in the order of days.
fn register(all: &mut [Told]) {
    let events = all.iter_mut().flat_map(|it| &mut it.events);
    let mut came: Vec<(NaiveDate, &mut String)> = events
        .filter_map(|(_, it)| match &mut it.deed {
            CollectionDeed::Received { number, .. } => Some((it.on, number)),
            _ => None,
        })
        .collect();
    came.sort_by_key(|it| it.0);
    for (n, (_, number)) in (FIRST..).zip(came) {
        *number = format!("01-18/{n}");
    }
}

fn event(on: NaiveDate, deed: CollectionDeed) -> CollectionEvent {
    CollectionEvent { on, deed }
}
