//! The half-years and quarters that a new year is added with: which there are, which are left out and why, and how that is said.
//!
//! Owns the choice of them; of the form it reads the days of the year, and puts nothing down in it.

use chrono::NaiveDate;

use crate::args;
use crate::domain::calendar::{Calendar, Usual};
use crate::domain::date::Side;
use crate::domain::ids::{EditionId, PeriodId};
use crate::domain::period::{Period, PeriodKind, PeriodState};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::widget::form::{Field, Form};

use super::{DEADLINE, FROM, TO, WITH, all, kind};

/// What a year may come with, in the order of the choice.
const KINDS: [&[PeriodKind]; 4] = [
    &[],
    &[PeriodKind::HalfYear],
    &[PeriodKind::Quarter],
    &[PeriodKind::HalfYear, PeriodKind::Quarter],
];

/// The words of the choice.
fn options(app: &App) -> Vec<String> {
    let words = [
        Phrase::PartsNone,
        Phrase::PartsHalves,
        Phrase::PartsQuarters,
        Phrase::PartsBoth,
    ];
    words.map(|it| app.say(it)).to_vec()
}

/// The year that is typed, where there already is one of just these days: then only its parts are added.
pub(super) fn there_already(form: &Form, app: &App) -> Option<PeriodId> {
    let from = term::date_of(form, FROM, app, Side::Past).ok()?;
    let to = term::date_of(form, TO, app, Side::Coming).ok()?;
    let mut periods = app.state().periods.iter();
    let same = |it: &Period| (it.kind, it.from, it.to) == (kind(form), from, to);
    periods.find(|(_, it)| same(it)).map(|(id, _)| *id)
}

/// The choice of what a year comes with; other kinds come alone.
pub(super) fn with_field(app: &App, at: usize) -> Field {
    Field::choice(WITH, app.say(Phrase::LabelWith), options(app), at)
}

/// What is added with a year.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// What is added, in order.
    new: Vec<(PeriodKind, Usual)>,
    /// Names of those that are there already.
    there: Vec<String>,
}

impl Parts {
    /// The parts of the year that is typed in the form; none while its days cannot be read.
    pub(super) fn of(app: &App, form: &Form, choice: usize) -> Parts {
        let day = |name, side| term::date_of(form, name, app, side).ok();
        // Of a year that is there the parts follow the deadline that it has, not the one that is suggested for another.
        let there = there_already(form, app).and_then(|it| app.state().periods.get(&it));
        let due = match there {
            Some(year) => Some(year.deadline),
            None => term::date_or_none(form, DEADLINE, app, Side::Coming).ok(),
        };
        match (day(FROM, Side::Past), day(TO, Side::Coming), due) {
            (Some(from), Some(to), Some(due)) => {
                let calendar = match kind(form) {
                    PeriodKind::CalendarYear => Calendar::Civil,
                    _ => Calendar::School,
                };
                Parts::within(app, calendar, (from, to), due, choice)
            }
            _ => Parts::default(),
        }
    }

    fn within(
        app: &App,
        calendar: Calendar,
        year: (NaiveDate, NaiveDate),
        due: Option<NaiveDate>,
        choice: usize,
    ) -> Parts {
        let mut parts = Parts::default();
        let periods = all(app);
        for kind in KINDS.get(choice).copied().unwrap_or_default() {
            for part in Usual::parts(*kind, calendar, year, due, &periods) {
                let shares_days =
                    |it: &&&Period| it.kind == *kind && it.from <= part.to && part.from <= it.to;
                let named = || periods.iter().find(|it| it.name == part.name);
                match periods.iter().find(shares_days).or_else(named) {
                    Some(other) => parts.there.push(other.name.clone()),
                    None => parts.new.push((*kind, part)),
                }
            }
        }
        parts.there.dedup();
        parts
    }

    /// Whether there is nothing to add.
    pub(super) fn is_empty(&self) -> bool {
        self.new.is_empty()
    }

    /// The periods as they are added. What has begun is open; what has not waits until somebody opens its entry.
    pub(super) fn periods(self, today: NaiveDate, edition: EditionId) -> Vec<Period> {
        (self.new.into_iter())
            .map(|(kind, it)| Period {
                name: it.name,
                kind,
                from: it.from,
                to: it.to,
                deadline: Some(it.deadline),
                locks: false,
                edition,
                state: state(it.from, today),
                exceptions: Vec::new(),
                approved_by: None,
                events: Vec::new(),
            })
            .collect()
    }

    /// What is added, a line each; which of it waits to be opened; what is left out, with the reason.
    pub(super) fn told(&self, app: &App) -> String {
        let line = |it: &Usual| {
            app.say_with(
                Phrase::PartTold,
                &args![
                    name = it.name.as_str(),
                    from = format::date(it.from),
                    to = format::date(it.to),
                    deadline = format::date(it.deadline)
                ],
            )
        };
        let mut lines: Vec<String> = self.new.iter().map(|(_, it)| line(it)).collect();
        let waits = |it: &Usual| state(it.from, app.now.today) == PeriodState::Planned;
        let waiting = self.new.iter().map(|(_, it)| it).filter(|it| waits(it));
        let waiting: Vec<String> = waiting.map(|it| it.name.clone()).collect();
        let all = !waiting.is_empty() && waiting.len() == self.new.len();
        lines.extend(all.then(|| app.say(Phrase::PartsAllPlanned)));
        let waiting = if all { Vec::new() } else { waiting };
        for (phrase, names) in [
            (Phrase::PartsPlanned, &waiting),
            (Phrase::PartsThere, &self.there),
        ] {
            if !names.is_empty() {
                let (n, names) = (names.len(), names.join(", "));
                lines.push(app.say_with(phrase, &args![n, names]));
            }
        }
        lines.join("\n")
    }
}

/// Entry begins with the first day: what begins later waits to be opened.
pub(super) fn state(from: NaiveDate, today: NaiveDate) -> PeriodState {
    match from <= today {
        true => PeriodState::Open,
        false => PeriodState::Planned,
    }
}
