//! `smotr get` and `smotr set`: one value, by the rules of the interface and into the same journal.

use std::sync::mpsc::{self, Receiver};

use super::arguments::Place;
use super::context::Context;
use super::exit::Exit;
use super::place;
use super::progress::Bar;
use crate::analysis::measure::{Figure, figure};
use crate::analysis::points;
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::entry_text::read_entry;
use crate::domain::ids::PeriodId;
use crate::domain::number;
use crate::domain::record::{CommandId, Key};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};
use crate::locale::{Phrase, Told, args};
use crate::service::link::{Answer, Link as _, News, Request, Trouble};
use crate::service::local::{LocalLink, Opening};
use crate::store::{Store, StoreError};

/// Prints a value.
///
/// # Errors
/// How the call ends.
pub fn get(context: &mut Context, place: &Place) -> Result<(), Exit> {
    let (mut store, mut state) = context.open_store()?;
    let found = place::cell(context, &state, place);
    let loaded = found.and_then(|cell| {
        let loaded = load(&mut store, &mut state, cell.period);
        loaded.map_err(|error| context.store_failed(&error))?;
        Ok(cell)
    });
    context.close_store(store);
    let text = line(context, &state, loaded?);
    context.out.line(&text)
}

/// Takes the values of a period in, and those of the one before, from which changes are computed.
///
/// # Errors
/// Those of the store.
pub fn load(store: &mut Store, state: &mut State, period: PeriodId) -> Result<(), StoreError> {
    for period in [Some(period), state.period_before(period)]
        .into_iter()
        .flatten()
    {
        state.load_shard(period, store.load_shard(period)?);
    }
    Ok(())
}

/// «2025/26 · 6.2 · СШ № 12: 87,5 % (21 из 24)».
fn line(context: &Context, state: &State, cell: Cell) -> String {
    let narrator = context.narrator(state).in_period(cell.period);
    context.locale.say_with(
        Phrase::CliValueLine,
        &args![
            period = narrator.period(cell.period),
            indicator = narrator.indicator(cell.period, cell.indicator),
            whom = narrator.subject(cell.subject),
            value = shown(context, state, cell),
        ],
    )
}

/// What a cell comes to, in words: the entry, or the figure computed in its place.
#[must_use]
pub fn shown(context: &Context, state: &State, cell: Cell) -> String {
    let locale = &context.locale;
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let indicator = indicator.map(|it| &it.body);
    if let Some(value) = state.value(cell) {
        let text = locale.entry(indicator, &value.entry);
        let own_input = |it: &Indicator| {
            matches!(
                it.measure,
                Measure::Delta { .. } | Measure::Benchmark { .. }
            )
        };
        match value.entry {
            Entry::Ratio {
                numerator,
                denominator,
            } => return format!("{text} ({})", locale.parts(numerator, denominator)),
            // What was typed is only the input of what the indicator comes to.
            Entry::Number(_) if indicator.is_some_and(own_input) => {}
            _ => return text,
        }
    }
    match (figure(state, cell), indicator) {
        (Figure::Number { value, .. }, Some(it)) => {
            let shown = points::shown(it, value);
            let text = number::format(shown, shown.scale().max(it.decimals));
            let unit = &it.unit;
            format!("{text} {unit}").trim_end().to_owned()
        }
        (Figure::NotApplicable, _) => locale.say(Phrase::CellNotApplicable),
        (Figure::NoData, _) => locale.say(Phrase::CellNoData),
        (Figure::Uncomputed(_), _) => locale.say(Phrase::NotComputed),
        _ => locale.say(Phrase::CellEmpty),
    }
}

/// Enters a value.
///
/// # Errors
/// How the call ends.
pub fn set(
    context: &mut Context,
    place: &Place,
    value: &str,
    note: Option<&str>,
) -> Result<(), Exit> {
    let (sender, news) = mpsc::channel();
    let mut bar = Bar::new(context.say(Phrase::CliReplayProgress));
    let opened = LocalLink::open(
        Opening::of(context.dir(), None),
        move |it| drop(sender.send(it)),
        &mut |it| bar.of_store(it),
    );
    drop(bar);
    let (link, welcome, report) = opened.map_err(|error| context.open_failed(&error))?;
    context.report(&report);
    let mut desk = Desk {
        link,
        news,
        state: welcome.state,
    };
    let done = enter(context, &mut desk, place, value, note);
    if let Err(error) = desk.link.close() {
        tracing::warn!(%error, "not closed in order");
    }
    let text = done?;
    context.out.line(&text)
}

/// A link, what comes through it, and the state that it tells.
struct Desk {
    link: LocalLink,
    news: Receiver<News>,
    state: State,
}

impl Desk {
    /// Waits for the values of a period.
    fn load(&mut self, period: PeriodId) -> Option<()> {
        self.link.send(Request::Shard(period));
        loop {
            match self.news.recv().ok()? {
                News::Shard { period, shard, .. } => {
                    self.state.load_shard(period, shard);
                    return Some(());
                }
                News::Unreadable(_) => return None,
                _ => {}
            }
        }
    }

    /// Sends a command and waits for its answer.
    fn act(&mut self, command: Command) -> Answer {
        let id = CommandId(fastrand::u128(..));
        self.link.send(Request::Command {
            id,
            command: Box::new(command),
        });
        while let Ok(news) = self.news.recv() {
            match news {
                News::Committed(commit) => self.state.apply(&commit),
                News::Answer { answer, .. } => return answer,
                _ => {}
            }
        }
        Answer::Unknown
    }
}

/// Enters; what to print about it.
fn enter(
    context: &Context,
    desk: &mut Desk,
    place: &Place,
    value: &str,
    note: Option<&str>,
) -> Result<String, Exit> {
    let cell = place::cell(context, &desk.state, place)?;
    let failed = || {
        context.refuse(
            &context
                .locale
                .told(Phrase::TroubleFailed, Phrase::TroubleFailedNext),
        )
    };
    desk.load(cell.period).ok_or_else(failed)?;
    let entry = read(context, &desk.state, cell, value)?;
    let stamp = desk.state.stamp(Key::Value(cell));
    let set = SetValue {
        cell,
        seen: stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)),
        entry,
        note: note.map(str::to_owned),
        source: None,
    };
    let answer = desk.act(Command::SetValues(vec![set]));
    let said = |phrase| {
        let line = line(context, &desk.state, cell);
        context.locale.say_with(phrase, &args![line])
    };
    match answer {
        Answer::Done(_) => Ok(said(Phrase::CliValueSet)),
        Answer::Refused(Refusal::NoChange) => Ok(said(Phrase::CliValueUnchanged)),
        Answer::Refused(refusal) => {
            let narrator = context.narrator(&desk.state);
            Err(context.refuse(&narrator.refusal(&refusal)))
        }
        Answer::NotWritten(trouble) => Err(context.refuse(&not_written(context, trouble))),
        Answer::Unknown => Err(context.refuse(
            &context
                .locale
                .told(Phrase::AnswerUnknown, Phrase::AnswerUnknownNext),
        )),
    }
}

/// The entry that the text makes in this cell.
fn read(context: &Context, state: &State, cell: Cell, text: &str) -> Result<Entry, Exit> {
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        let refusal = Refusal::NotCollected { cell };
        return Err(context.refuse(&context.narrator(state).refusal(&refusal)));
    };
    let known = match (&indicator.measure, cell.subject) {
        (Measure::Ratio { denominator, .. }, Subject::Organisation(organisation)) => denominator
            .base
            .and_then(|base| state.base_values.get(&(cell.period, base, organisation)))
            .map(|it| it.number),
        _ => None,
    };
    // Both are computed from another indicator; the refusal names the cell.
    if let Measure::Delta {
        input: Input::Indicator(_),
    }
    | Measure::Benchmark {
        input: Input::Indicator(_),
    } = indicator.measure
    {
        let refusal = Refusal::Computed { cell };
        return Err(context.refuse(&context.narrator(state).refusal(&refusal)));
    }
    read_entry(text, &indicator.measure, &indicator.unit, known)
        .map_err(|error| context.refuse(&context.locale.entry_error(&error)))
}

fn not_written(context: &Context, trouble: Trouble) -> Told {
    let (fact, next) = match trouble {
        Trouble::Full => (Phrase::TroubleFull, Phrase::TroubleFullNext),
        Trouble::ReadOnly => (Phrase::TroubleReadOnly, Phrase::TroubleReadOnlyNext),
        Trouble::Failed => (Phrase::TroubleFailed, Phrase::TroubleFailedNext),
    };
    context.locale.told(fact, next)
}
