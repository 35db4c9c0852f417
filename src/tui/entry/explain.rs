//! What the line under the editor says: what was understood, what is unusual, or why the text can't be read.

use crate::analysis::measure::Figure;
use crate::analysis::reader::Reader;
use crate::args;
use crate::domain::bases;
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::cell_text;
use crate::domain::check;
use crate::domain::command::Seen;
use crate::domain::decide::{needs_note, takes};
use crate::domain::entry_text::EntryError;
use crate::domain::ids::Seq;
use crate::domain::number;
use crate::domain::refusal::Refusal;
use crate::domain::state::{Stamp, Stamped, State};
use crate::domain::value::{Cell, Entry, Value};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::{presence, show};

/// One line about what is typed, and how it looks; `begun` is what was there when it was begun.
#[must_use]
pub fn line(app: &App, cell: Cell, text: &str, begun: Seen) -> (String, Role) {
    let state = app.state();
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        return (String::new(), Role::Dim);
    };
    let entry = cell_text::read(state, cell, text).ok();
    let met = met(app, cell, indicator, entry.as_ref(), begun);
    if text.trim().is_empty() {
        return match met.or_else(|| cleared(app, cell, indicator)) {
            Some(happens) => (happens, Role::Warning),
            None => (forms(app, cell, indicator), Role::Dim),
        };
    }
    if let Some(met) = met {
        // What is unusual about it is asked about later; this must not be cut off after it.
        let takes = |it: &Entry| refused(cell, indicator, it).is_none();
        let said = match entry.filter(takes) {
            Some(entry) => understood(app, cell, indicator, &entry),
            None => of_text(app, cell, indicator, text).0,
        };
        return (format!("{said} · {met}"), Role::Warning);
    }
    let (said, role) = of_text(app, cell, indicator, text);
    match replaced(app, cell, indicator, text) {
        Some(replaced) => (format!("{said} · {replaced}"), role),
        None => (said, role),
    }
}

/// What somebody else has put there since the editor was opened: Enter will not replace it, it will ask.
fn met(
    app: &App,
    cell: Cell,
    indicator: &Indicator,
    entry: Option<&Entry>,
    begun: Seen,
) -> Option<String> {
    let there = app.mirror.confirmed().value(cell);
    let same = entry.is_some() && entry == there.map(|it| &it.entry);
    if same || !app.mirror.overtakes(cell, begun) {
        return None;
    }
    let Some(there) = there else {
        return Some(app.say(Phrase::EntryMeetsNothing));
    };
    let who = app.narrator().user(there.stamp.by);
    let time = presence::moment(app, there.stamp.at);
    if there.entry == Entry::Empty {
        return Some(app.say_with(Phrase::EntryMeetsCleared, &args![who, time]));
    }
    let value = app.locale.entry_in_full(Some(indicator), &there.entry);
    Some(app.say_with(Phrase::EntryMeets, &args![value, who, time]))
}

/// What the text would do to a value that is there already: «заменит «нет» (Гусев, на проверке)», or what stands there as long as the
/// text can't be taken.
fn replaced(app: &App, cell: Cell, indicator: &Indicator, text: &str) -> Option<String> {
    let state = app.state();
    let there = state.value(cell).filter(|it| it.entry.is_filled())?;
    let said = |entry| app.locale.entry(Some(indicator), entry);
    let mut value = said(&there.entry);
    match cell_text::read(state, cell, text) {
        Ok(entry) if entry == there.entry => None,
        Ok(entry) if refused(cell, indicator, &entry).is_none() => {
            // Two that read alike are told apart by what they are made of.
            if said(&entry) == value {
                value = app.locale.entry_in_full(Some(indicator), &there.entry);
            }
            let name = app.narrator().user(there.entered_by);
            let state = app.locale.word(&there.state);
            Some(app.say_with(Phrase::EntryReplaces, &args![value, name, state]))
        }
        _ => Some(app.say_with(Phrase::EntryNow, &args![value = value])),
    }
}

/// What Enter would take away where nothing is typed.
fn cleared(app: &App, cell: Cell, indicator: &Indicator) -> Option<String> {
    let there = app
        .state()
        .value(cell)
        .filter(|it| it.entry != Entry::Empty)?;
    let value = app.locale.entry(Some(indicator), &there.entry);
    let name = app.narrator().user(there.entered_by);
    let state = app.locale.word(&there.state);
    Some(app.say_with(Phrase::EntryClears, &args![value, name, state]))
}

/// What the text itself is understood as.
fn of_text(app: &App, cell: Cell, indicator: &Indicator, text: &str) -> (String, Role) {
    let state = app.state();
    match cell_text::read(state, cell, text) {
        Err(EntryError::NoSuchOption { .. } | EntryError::SeveralOptions(_)) => {
            (forms(app, cell, indicator), Role::Warning)
        }
        Err(error) => (app.locale.entry_error(&error).to_string(), Role::Warning),
        Ok(entry) if refused(cell, indicator, &entry).is_some() => {
            let refusal = refused(cell, indicator, &entry);
            let told = refusal.map(|it| app.narrator().refusal_of(cell, &it).to_string());
            (told.unwrap_or_default(), Role::Warning)
        }
        Ok(entry) => match check::warnings(state, cell, &entry).as_slice() {
            _ if note_asked(state, cell, indicator, &entry) => (
                app.say_with(
                    Phrase::EntryWillAskNote,
                    &args![what = understood(app, cell, indicator, &entry)],
                ),
                Role::Warning,
            ),
            [] => (understood(app, cell, indicator, &entry), Role::Good),
            all => (
                format!(
                    "{} · {}",
                    understood(app, cell, indicator, &entry),
                    app.narrator().warnings(cell, all)
                ),
                Role::Warning,
            ),
        },
    }
}

/// Why the rules refuse an entry that can be read; a reason still to be asked for is none.
fn refused(cell: Cell, indicator: &Indicator, entry: &Entry) -> Option<Refusal> {
    takes(indicator, cell, entry)
        .err()
        .filter(|it| *it != Refusal::ReasonRequired)
}

/// Whether Enter will ask for an explanation that must be given.
fn note_asked(state: &State, cell: Cell, indicator: &Indicator, entry: &Entry) -> bool {
    needs_note(indicator, entry)
        && !state
            .value(cell)
            .is_some_and(|it| it.entry == *entry && !it.note.is_empty())
}

/// «87,5 % (21 из 24) · 3 из 3».
fn understood(app: &App, cell: Cell, indicator: &Indicator, entry: &Entry) -> String {
    let mut said = app.locale.entry(Some(indicator), entry);
    if let Entry::Ratio {
        numerator,
        denominator,
    } = entry
    {
        said = format!("{} = {said}", app.locale.parts(*numerator, *denominator));
    }
    let figure = what_if(app.state(), cell, entry);
    let computed = match (&indicator.measure, &figure) {
        (
            Measure::Delta { .. } | Measure::Benchmark { .. },
            Figure::Number { .. } | Figure::Uncomputed(_),
        ) => Some(show::figure(app, indicator, &figure)),
        _ => None,
    };
    let points = show::points_in_words(
        app,
        indicator,
        &figure,
        app.derived.as_ref().and_then(|it| it.best(cell.indicator)),
    );
    [Some(said), computed, (!points.is_empty()).then_some(points)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// What the cell would come to with this entry in it.
#[must_use]
pub fn what_if(state: &State, cell: Cell, entry: &Entry) -> Figure {
    let mut state = state.clone();
    if let Some(shard) = state.share_shard(cell.period) {
        let mut shard = (*shard).clone();
        let body = Value::entered(entry.clone(), crate::domain::ids::PROGRAM);
        let stamp = Stamp {
            rev: Seq(0),
            by: crate::domain::ids::PROGRAM,
            at: Default::default(),
        };
        shard.set(cell.indicator, cell.subject, Some(Stamped { body, stamp }));
        state.load_shard(cell.period, std::sync::Arc::new(shard));
    }
    Reader::new(&state, cell.period).map_or(Figure::NotLoaded, |it| {
        it.figure(cell.indicator, cell.subject)
    })
}

/// What may be typed here.
fn forms(app: &App, cell: Cell, indicator: &Indicator) -> String {
    match &indicator.measure {
        Measure::Number { .. } => app.say_with(
            Phrase::EntryFormsNumber,
            &args![unit = indicator.unit.as_str()],
        ),
        Measure::Ratio {
            numerator,
            denominator,
            ..
        } => match bases::known_denominator(app.state(), cell, indicator) {
            Some(known) => app.say_with(
                Phrase::EntryFormsNumerator,
                &args![
                    what = numerator.title.as_str(),
                    known = number::format_typed(known)
                ],
            ),
            None => app.say_with(
                Phrase::EntryFormsRatio,
                &args![
                    above = numerator.title.as_str(),
                    below = denominator.title.as_str()
                ],
            ),
        },
        Measure::Choice { options } => {
            let list: Vec<String> = options
                .iter()
                .enumerate()
                .map(|(n, it)| format!("{} {it}", n + 1))
                .collect();
            list.join(" · ")
        }
        Measure::Delta {
            input: Input::Own { title },
        }
        | Measure::Benchmark {
            input: Input::Own { title },
        } => app.say_with(Phrase::EntryFormsInput, &args![what = title.as_str()]),
        Measure::Delta { .. } | Measure::Benchmark { .. } => String::new(),
    }
}
