//! Questions over a block: words for its rows, and whose value stays where a colleague was faster.

use super::preview::with;
use super::{Many, Row, kept, told};
use crate::analysis::proposal::{Verdict, Wanted};
use crate::args;
use crate::domain::decide::explains;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::layer::Outcome;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::picker::{Item, Picker};

/// Asks for words that these cells of the block get.
pub fn explain(app: &mut App, many: &Many, cells: Vec<usize>) -> Outcome {
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
    let reason = |at: &usize| matches!(many.verdict(*at), Some(Verdict::Waits(Wanted::Reason, _)));
    let (title, question) = match cells.iter().all(reason) {
        true => (
            title_of_reason(app, many, &cells),
            app.say(Phrase::EntryReasonQuestion),
        ),
        false => (title, app.say_with(Phrase::BlockNoteQuestion, &args![n])),
    };
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

/// «6.3 · СШ № 12: причина», or of what the words are a reason for several cells.
fn title_of_reason(app: &App, many: &Many, cells: &[usize]) -> String {
    let what = match cells {
        [one] => told::row(app, many, *one, true).map(|it| format!("{} {}", it.name, it.becomes)),
        _ => None,
    };
    let what = what.unwrap_or_else(|| app.say(many.given.what.title()));
    app.say_with(Phrase::EntryReasonTitle, &args![what])
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
    let on_pick = move |app: &mut App, choice: Choice| {
        if asked != app.mirror.seen(Key::Value(cell)) {
            return Outcome::Close;
        }
        with(app, |many, app| {
            let mine = matches!(choice, Choice::Mine | Choice::MineEverywhere);
            let everywhere = matches!(choice, Choice::MineEverywhere | Choice::TheirsEverywhere);
            let cells = match everywhere {
                true => many.standing(app, Row::Met),
                false => vec![at],
            };
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
