//! A word of why findings are right as they stand: asked for one or for all that are marked; emptied, it is taken back.

use crate::analysis::findings::Finding;
use crate::analysis::results::RECKON;
use crate::args;
use crate::domain::command::{Command, Confirm, Found, Seen};
use crate::domain::decide::{Actor, decide};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::rule::RuleKind;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::app::Waiting;
use crate::tui::entry::detail::keep_until_done;
use crate::tui::entry::editor::{cell_of, place_of};
use crate::tui::layer::Outcome;
use crate::tui::overlay::ask::Ask;
use crate::tui::status::Tone;

/// Findings that the question of a word names.
const MOST_NAMED: usize = 3;

/// Where an unfinished word about several findings belongs.
pub const PLACE_OF_SEVERAL: &str = "findings";

/// The finding whose unfinished word belongs to a place.
#[must_use]
pub fn found_at(place: &str) -> Option<(Cell, RuleKind)> {
    let (rule, cell) = place.strip_prefix("finding ")?.split_once(' ')?;
    Some((cell_of(cell)?, RuleKind::from_number(rule.parse().ok()?)?))
}

/// Where an unfinished word about findings belongs. The same word belongs to the same finding; of several it is one text.
fn place(chosen: &[Finding]) -> String {
    match chosen {
        [one] => format!("finding {} {}", one.rule as u8, place_of(one.cell)),
        _ => PLACE_OF_SEVERAL.to_owned(),
    }
}

/// Asks for the word about these findings.
pub(super) fn ask(app: &mut App, chosen: &[Finding]) -> Outcome {
    let Some(first) = chosen.first() else {
        return Outcome::Used;
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
    let (title, keep_at) = (title(app, chosen), place(chosen));
    let kept_at = keep_at.clone();
    let about = Key::Value(first.cell);
    // What is answered rests on what stands there now: a colleague's word that comes meanwhile is not written over.
    let (found, back) = (found(app, chosen), taken_back(app, chosen));
    let on_answer = move |app: &mut App, note: String| {
        let command = match note.trim().is_empty() {
            true => back.clone(),
            false => confirmed(app, &found, &note),
        };
        let Some(command) = command else {
            return match note.trim().is_empty() {
                true => Err(app.say(Phrase::FindingWhyEmpty)),
                false => Ok(Outcome::Close),
            };
        };
        let actor = Actor { user: app.user };
        match decide(app.mirror.confirmed(), &actor, &command, app.now, RECKON) {
            Err(Refusal::NoChange) => Ok(Outcome::Close),
            Err(refusal) if !matches!(refusal, Refusal::NotLoaded { .. }) => {
                Err(app.narrator().refusal(&refusal).to_string())
            }
            _ => {
                let sent = app.send(command, Waiting::Direct);
                // A disk that is full or somebody who was faster loses no word.
                keep_until_done(app, Some(sent), &kept_at, note);
                Ok(Outcome::Close)
            }
        }
    };
    let ask = Ask::new(app, title, question, &stood, keep_at, Box::new(on_answer));
    Outcome::Open(Box::new(ask.about(about)))
}

/// «3 замечания: 6.1 · СШ № 35, 6.2 · СШ № 7 …».
fn title(app: &App, chosen: &[Finding]) -> String {
    if let [one] = chosen {
        return app.narrator().cell(one.cell);
    }
    let named = chosen.iter().take(MOST_NAMED);
    let named: Vec<_> = named.map(|it| app.narrator().cell(it.cell)).collect();
    let more = match chosen.len() > MOST_NAMED {
        true => app.theme.glyphs.ellipsis,
        false => "",
    };
    let names = format!("{}{more}", named.join(", "));
    app.say_with(Phrase::FindingsOf, &args![n = chosen.len(), names])
}

/// These are right as they stand; of several without those that somebody has confirmed since. `None` where none is left.
fn confirmed(app: &App, found: &[Found], note: &str) -> Option<Command> {
    let seen = |it: &Found| seen(app, it.cell, it.rule);
    let mut left = found.to_vec();
    left.retain(|it| found.len() == 1 || seen(it) == it.seen);
    (!left.is_empty()).then(|| {
        Command::Confirm(Confirm {
            found: left,
            note: note.to_owned(),
        })
    })
}

/// What was said of them is taken back without a question: undoing brings it back.
pub(super) fn take_back(app: &mut App, chosen: &[Finding]) {
    match taken_back(app, chosen) {
        Some(command) => {
            app.send(command, Waiting::Direct);
        }
        None if chosen.is_empty() => {}
        None => {
            let sentence = app.say(Phrase::FindingNotConfirmed);
            app.status.tell(Tone::Warning, sentence);
        }
    }
}

fn seen(app: &App, cell: Cell, rule: RuleKind) -> Seen {
    let stamp = app.mirror.confirmed().stamp(Key::Confirmation(cell, rule));
    stamp.map_or(Seen::Absent, |it| Seen::At(it.rev))
}

fn found(app: &App, chosen: &[Finding]) -> Vec<Found> {
    let found = chosen.iter().map(|it| Found {
        cell: it.cell,
        rule: it.rule,
        seen: seen(app, it.cell, it.rule),
        mark: it.mark,
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
