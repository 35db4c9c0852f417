//! A word of why findings are right as they stand: asked for one or for all that are marked; emptied, it is taken back.

use crate::analysis::findings::Finding;
use crate::analysis::results::RECKON;
use crate::args;
use crate::domain::command::{Command, Confirm, Found, Seen};
use crate::domain::decide::{Actor, decide};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::app::Waiting;
use crate::tui::layer::Outcome;
use crate::tui::overlay::ask::Ask;

/// Asks for the word about these findings.
pub(super) fn ask(app: &mut App, chosen: &[Finding]) -> Outcome {
    let Some(first) = chosen.first() else {
        return Outcome::Used;
    };
    let title = match chosen {
        [one] => app.narrator().cell(one.cell),
        all => app.say_with(Phrase::FindingsChosen, &args![n = all.len()]),
    };
    let (state, n) = (app.state(), chosen.len());
    let said = (n == 1)
        .then(|| state.confirmation(first.cell, first.rule))
        .flatten();
    let stood = said.map_or_else(String::new, |it| it.note.clone());
    let question = match stood.is_empty() {
        true => app.say(Phrase::FindingWhy),
        false => app.say(Phrase::FindingWhyAgain),
    };
    let question = match chosen {
        [one] => format!("{} {question}", app.narrator().warning(one.cell, &one.fact)),
        _ => question,
    };
    // The same word belongs to the same finding; of several it is one unfinished text.
    let keep_at = match chosen {
        [one] => format!(
            "finding {:?}",
            Key::Confirmation(one.cell, one.rule).to_bytes()
        ),
        _ => "findings".to_owned(),
    };
    let about = Key::Value(first.cell);
    // What is answered rests on what stands there now: a colleague's word that comes meanwhile is not written over.
    let (found, back) = (found(app, chosen), taken_back(app, chosen));
    let on_answer = move |app: &mut App, note: String| {
        let command = match note.trim().is_empty() {
            true => back.clone(),
            false => Some(Command::Confirm(Confirm {
                found: found.clone(),
                note,
            })),
        };
        let Some(command) = command else {
            return Err(app.say(Phrase::FindingWhy));
        };
        let actor = Actor { user: app.user };
        match decide(app.mirror.confirmed(), &actor, &command, app.now, RECKON) {
            Err(Refusal::NoChange) => Ok(Outcome::Close),
            Err(refusal) if !matches!(refusal, Refusal::NotLoaded { .. }) => {
                Err(app.narrator().refusal(&refusal).to_string())
            }
            _ => {
                app.send(command, Waiting::Direct);
                Ok(Outcome::Close)
            }
        }
    };
    let ask = Ask::new(app, title, question, &stood, keep_at, Box::new(on_answer));
    Outcome::Open(Box::new(ask.about(about)))
}

fn found(app: &App, chosen: &[Finding]) -> Vec<Found> {
    let state = app.mirror.confirmed();
    let found = chosen.iter().map(|it| {
        let stamp = state.stamp(Key::Confirmation(it.cell, it.rule));
        Found {
            cell: it.cell,
            rule: it.rule,
            seen: stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)),
            mark: it.mark,
        }
    });
    found.collect()
}

/// What was said of these is taken back; `None` where nothing was.
fn taken_back(app: &App, chosen: &[Finding]) -> Option<Command> {
    let state = app.mirror.confirmed();
    let said = chosen.iter().filter_map(|it| {
        let stamp = state.stamp(Key::Confirmation(it.cell, it.rule))?;
        Some((it.cell, it.rule, stamp.rev))
    });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then_some(Command::Unconfirm(said))
}
