//! `smotr set`: one value entered or cleared, by the rules of the interface and into the same journal.
//!
//! Invariant: what was recorded is said, not only that something was; an empty text records nothing.

use super::arguments::Place;
use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, place, values};
use crate::domain::bases;
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::check;
use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::entry_text::{EntryError, read_entry};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::{Stamp, State};
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::{Phrase, Told, args};
use crate::service::link::Answer;

/// Enters a value; without one clears the cell.
///
/// # Errors
/// How the call ends.
pub fn run(
    context: &mut Context,
    place: &Place,
    value: Option<&str>,
    note: Option<&str>,
) -> Result<(), Exit> {
    if value.is_some_and(|it| it.trim().is_empty()) {
        return Err(context.refuse(
            &context
                .locale
                .told(Phrase::CliValueEmpty, Phrase::CliValueEmptyNext),
        ));
    }
    let mut desk = Desk::open(context)?;
    let done = enter(context, &mut desk, place, value, note);
    desk.close();
    let text = done?;
    context.out.line(&text)
}

/// Enters; what to print about it.
fn enter(
    context: &Context,
    desk: &mut Desk,
    place: &Place,
    value: Option<&str>,
    note: Option<&str>,
) -> Result<String, Exit> {
    let cell = place::cell(context, &desk.state, place)?;
    desk.load(context, cell.period)?;
    let read = read(context, &desk.state, cell, value)?;
    let unusual = note
        .is_none()
        .then(|| unusual(context, &desk.state, cell, &read.entry));
    let was = desk.state.value(cell).map(|it| it.state.clone());
    let stamp = desk.state.stamp(Key::Value(cell));
    let replaced = replaced(context, &desk.state, cell, &read.entry, stamp.as_ref());
    let set = SetValue {
        cell,
        seen: stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)),
        entry: read.entry.clone(),
        note: note.map(str::to_owned),
        source: None,
    };
    let answer = desk.act(&Command::SetValues(vec![set]));
    if let Answer::Refused(Refusal::NoChange) = answer {
        let line = values::line(context, &desk.state, cell);
        return Ok(context
            .locale
            .say_with(Phrase::CliValueUnchanged, &args![line]));
    }
    answer::done(context, answer, |it| {
        refused(context, &desk.state, cell, it)
    })?;
    for line in unusual.unwrap_or_default() {
        context.out.tell_line(&line);
    }
    let mut line = recorded(context, &desk.state, cell, &read, was);
    line.push_str(&replaced);
    Ok(line)
}

/// What a text means in a cell.
struct Read {
    entry: Entry,
    /// The denominator was not typed: it is the one already known.
    by_known: bool,
}

/// The entry that the text makes in this cell.
fn read(context: &Context, state: &State, cell: Cell, text: Option<&str>) -> Result<Read, Exit> {
    let refuse = |refusal| Err(context.refuse(&context.narrator(state).refusal_of(cell, &refusal)));
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        return refuse(Refusal::NotCollected { cell });
    };
    // Both are computed from another indicator; the refusal names the cell.
    if let Measure::Delta {
        input: Input::Indicator(_),
    }
    | Measure::Benchmark {
        input: Input::Indicator(_),
    } = indicator.measure
    {
        return refuse(Refusal::Computed { cell });
    }
    let Some(text) = text else {
        return Ok(Read {
            entry: Entry::Empty,
            by_known: false,
        });
    };
    let known = bases::known_denominator(state, cell, indicator);
    let read = |known| read_entry(text, &indicator.measure, &indicator.unit, known);
    let entry = read(known).map_err(|error| {
        let mut told = context.locale.entry_error(&error);
        if let EntryError::NoSuchOption { .. } | EntryError::SeveralOptions(_) = error
            && let Some(options) = options(indicator)
        {
            told.next = context.locale.say_with(Phrase::CliOptions, &args![options]);
        }
        context.refuse(&told)
    })?;
    let by_known = matches!(read(None), Err(EntryError::DenominatorUnknown { .. }));
    Ok(Read { entry, by_known })
}

/// «1 — да, 2 — нет».
fn options(indicator: &Indicator) -> Option<String> {
    let Measure::Choice { options } = &indicator.measure else {
        return None;
    };
    let numbered = options.iter().enumerate();
    let numbered: Vec<String> = numbered
        .map(|(at, option)| format!("{} — {option}", at + 1))
        .collect();
    Some(numbered.join(", "))
}

/// «; было 87,5 % (21 из 24), Орлова 14.04.2026»; nothing where the cell was empty or holds the same.
fn replaced(
    context: &Context,
    state: &State,
    cell: Cell,
    entry: &Entry,
    stamp: Option<&Stamp>,
) -> String {
    let before = state
        .value(cell)
        .filter(|it| it.entry != *entry && it.entry != Entry::Empty);
    let (Some(before), Some(stamp)) = (before, stamp) else {
        return String::new();
    };
    let narrator = context.narrator(state);
    let who = narrator.user(before.entered_by);
    let when = narrator.day(stamp.at);
    let value = values::entered(context, state, cell, &before.entry);
    context
        .locale
        .say_with(Phrase::CliValueReplaced, &args![value, who, when])
}

/// What stands in the cell now, where its parts came from, and what became of its state.
fn recorded(
    context: &Context,
    state: &State,
    cell: Cell,
    read: &Read,
    was: Option<ValueState>,
) -> String {
    let locale = &context.locale;
    let mut line = values::line(context, state, cell);
    if let (
        true,
        Entry::Ratio {
            numerator,
            denominator,
        },
    ) = (read.by_known, &read.entry)
    {
        let parts = locale.parts(*numerator, *denominator);
        let indicator = state.indicator_in(cell.period, cell.indicator);
        let value = locale.entry(indicator.map(|it| &it.body), &read.entry);
        let value = locale.say_with(Phrase::CliKnownDenominator, &args![parts, value]);
        line = values::line_with(context, state, cell, &value);
    }
    match (&read.entry, was) {
        (Entry::Empty, _) => locale.say_with(Phrase::CliValueCleared, &args![line]),
        (_, Some(was @ (ValueState::Submitted | ValueState::Approved))) => locale.say_with(
            Phrase::CliValueReopened,
            &args![line, was = locale.word(&was)],
        ),
        _ => locale.say_with(Phrase::CliValueSet, &args![line]),
    }
}

/// What the interface would ask a note about; here the entry is taken, and this is said beside the answer.
fn unusual(context: &Context, state: &State, cell: Cell, entry: &Entry) -> Vec<String> {
    let narrator = context.narrator(state);
    let warnings = check::warnings(state, cell, entry);
    let lines = warnings.iter().map(|it| {
        let why = narrator.warning(cell, it);
        context
            .locale
            .say_with(Phrase::CliValueUnusual, &args![why])
    });
    lines.collect()
}

/// Why not, with the next step of a command line, which has no list of reasons and no field for a note.
fn refused(context: &Context, state: &State, cell: Cell, refusal: &Refusal) -> Told {
    let told = context.narrator(state).refusal_of(cell, refusal);
    let next = match refusal {
        Refusal::ReasonRequired => Phrase::CliReasonNext,
        Refusal::NoteRequired { .. } => Phrase::CliNoteNext,
        Refusal::Conflict { .. } => Phrase::StepMetLater,
        _ => return told,
    };
    Told {
        next: context.say(next),
        ..told
    }
}
