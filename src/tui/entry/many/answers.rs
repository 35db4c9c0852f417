//! Questions over a block: words for its rows, and whose value stays where a colleague was faster.

use std::sync::Arc;

use super::preview::with;
use super::{Many, Row, kept, told};
use crate::analysis::proposal::{Verdict, Wanted};
use crate::args;
use crate::domain::command::Seen;
use crate::domain::decide::explains;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::reason::{Asked, remember};
use crate::tui::layer::Outcome;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::picker::{Item, Picker};

/// Asks for words that these cells of the block get.
pub fn explain(app: &mut App, many: &Many, cells: Vec<usize>) -> Outcome {
    if let Some(question) = reason(app, many, &cells) {
        return question;
    }
    let n = cells.len();
    let (title, text) = match cells.as_slice() {
        [one] => {
            let words = told::row(app, many, *one, true);
            let what = words.map_or_else(String::new, |it| format!("{}: {}", it.name, it.becomes));
            let note = many.given.cells.get(*one).and_then(|it| it.note.clone());
            let title = app.say_with(Phrase::EntryNoteTitle, &args![what]);
            (title, note.unwrap_or_default())
        }
        _ => {
            let what = app.say(many.given.what.title());
            let title = app.say_with(Phrase::EntryNoteTitle, &args![what]);
            (title, String::new())
        }
    };
    let question = app.say_with(Phrase::BlockNoteQuestion, &args![n]);
    let on_answer = move |app: &mut App, note: String| {
        if !note.is_empty() && !explains(&note) {
            return Err(app.say(Phrase::EntryNoLetters));
        }
        with(app, |many, app| many.explain(app, &cells, &note));
        app.touch_input();
        Ok(Outcome::Close)
    };
    let keep_at = kept::NOTE.to_owned();
    let ask = Ask::new(app, title, question, &text, keep_at, Box::new(on_answer));
    Outcome::Open(Box::new(ask))
}

/// Asks for another text for a cell of the block, over the one there is; what is wrong with that stands above it.
pub fn retype(app: &mut App, many: &Many, at: usize) -> Outcome {
    let Some(words) = told::row(app, many, at, true) else {
        return Outcome::Used;
    };
    let question = match words.why.as_str() {
        "" => app.say(Phrase::BlockRetype),
        why => why.to_owned(),
    };
    let text = many.typed(app, at);
    let on_answer = move |app: &mut App, text: String| {
        with(app, |many, app| many.retype(app, at, text));
        app.touch_input();
        Ok(Outcome::Close)
    };
    let keep_at = kept::TEXT.to_owned();
    let ask = Ask::new(
        app,
        words.name,
        question,
        &text,
        keep_at,
        Box::new(on_answer),
    );
    Outcome::Open(Box::new(ask))
}

/// Asks for the reason that these cells of the block get, if all of them want one: those of their indicators by digit.
fn reason(app: &mut App, many: &Many, cells: &[usize]) -> Option<Outcome> {
    let wanted = |at: &usize| match many.verdict(*at) {
        Some(Verdict::Waits(Wanted::Reason, it)) => Some(it.entry.clone()),
        _ => None,
    };
    let entries: Option<Vec<Entry>> = cells.iter().map(wanted).collect();
    let not_applicable = matches!(entries?.first()?, Entry::NotApplicable { .. });
    let whose: Vec<Cell> = cells.iter().filter_map(|it| many.cell(*it)).collect();
    let cells = cells.to_vec();
    let those = whose.clone();
    let give = move |app: &mut App, entry: Entry| {
        remember(app, &whose, &entry);
        with(app, |many, app| many.put(app, &cells, &entry));
        app.touch_input();
        Ok(Outcome::Close)
    };
    let asked = Asked {
        not_applicable,
        cells: those,
        place: kept::REASON.to_owned(),
        about: None,
        give: Arc::new(give),
    };
    Some(Outcome::Open(asked.question(app)))
}

/// Whose value stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Mine,
    Theirs,
    MineEverywhere,
    TheirsEverywhere,
}

/// Asks whose value stays in a cell, one of `n` in which a colleague was faster.
pub fn choose(app: &mut App, many: &Many, at: usize, n: usize) -> Outcome {
    let (Some(cell), Some(words)) = (many.cell(at), told::row(app, many, at, true)) else {
        return Outcome::Used;
    };
    let item = |label, right, value| Item {
        label,
        right,
        value,
    };
    let mut items = vec![
        item(
            app.say(Phrase::BlockTakeTheirs),
            told::met(app, cell),
            Choice::Theirs,
        ),
        item(app.say(Phrase::BlockTakeMine), words.becomes, Choice::Mine),
    ];
    if n > 1 {
        let all = |phrase| app.say_with(phrase, &args![n]);
        items.push(item(
            all(Phrase::BlockTakeTheirsAll),
            String::new(),
            Choice::TheirsEverywhere,
        ));
        items.push(item(
            all(Phrase::BlockTakeMineAll),
            String::new(),
            Choice::MineEverywhere,
        ));
    }
    let title = app.say_with(
        Phrase::ConflictTitle,
        &args![what = app.narrator().cell(cell)],
    );
    // What came later than the question is asked about anew.
    let asked = app.mirror.seen(Key::Value(cell));
    let met: Vec<(usize, Seen)> = (many.standing(app, Row::Met).into_iter())
        .filter_map(|at| Some((at, app.mirror.seen(Key::Value(many.cell(at)?)))))
        .collect();
    let on_pick = move |app: &mut App, choice: Choice| {
        if asked != app.mirror.seen(Key::Value(cell)) {
            return Outcome::Close;
        }
        with(app, |many, app| {
            let mine = matches!(choice, Choice::Mine | Choice::MineEverywhere);
            let everywhere = matches!(choice, Choice::MineEverywhere | Choice::TheirsEverywhere);
            let is_asked_about = |(other, seen): &&(usize, Seen)| {
                let now = many.cell(*other).map(|it| app.mirror.seen(Key::Value(it)));
                now == Some(*seen) && (everywhere || *other == at)
            };
            let cells: Vec<usize> = met.iter().filter(is_asked_about).map(|it| it.0).collect();
            for at in cells {
                many.choose(app, at, mine);
            }
            many.judge(app);
        });
        Outcome::Close
    };
    Outcome::Open(Box::new(
        Picker::new(title, items, 0, Box::new(on_pick)).by_digit(),
    ))
}
