//! A row of a block in words: what stands in the cell, what would, and why it would not. Must not know where they are drawn.

use super::{Many, Row, Skipped};
use crate::analysis::proposal::{Verdict, Wanted};
use crate::args;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::presence;
use crate::tui::theme::Role;

/// Names that are told of those that are not known.
const MOST_NAMED: usize = 3;

/// The words of a row.
pub struct Words {
    /// Whose cell it is.
    pub name: String,
    /// What stands there.
    pub was: String,
    /// What would.
    pub becomes: String,
    /// Why it would not, or what is to be minded; may be empty.
    pub why: String,
    /// How that looks.
    pub role: Role,
    /// The sign before the row.
    pub sign: &'static str,
}

/// What is said of a cell of the block; `whole` with the parts of a ratio.
pub fn row(app: &App, many: &Many, at: usize, whole: bool) -> Option<Words> {
    let cell = many.cell(at)?;
    let glyphs = app.theme.glyphs;
    let there = app.mirror.confirmed().value(cell).map(|it| &it.entry);
    let was = match there {
        None | Some(Entry::Empty) => glyphs.empty.to_owned(),
        Some(entry) => said(app, cell, entry, whole),
    };
    let becomes = match many.verdict(at)? {
        Verdict::Same => was.clone(),
        Verdict::Changes(it) | Verdict::Waits(_, it) => said(app, cell, &it.entry, whole),
        _ => many.typed(app, at),
    };
    let row = many.row(app, at);
    let chosen = many.is_chosen(at);
    let sign = match (chosen, row) {
        (false, _) => glyphs.none,
        (true, Row::Met) => glyphs.changed,
        (true, Row::Refused) => glyphs.failed,
        (true, Row::Waits | Row::Unusual) => glyphs.warning,
        (true, Row::Over | Row::New) => glyphs.done,
        (true, Row::Same) => " ",
    };
    let role = match (chosen, row) {
        (false, _) | (true, Row::Same) => Role::Dim,
        (true, Row::Met) => Role::Conflict,
        (true, Row::Refused) => Role::Error,
        (true, Row::Waits | Row::Unusual) => Role::Warning,
        (true, Row::Over | Row::New) => Role::Text,
    };
    Some(Words {
        name: app.narrator().cell(cell),
        was,
        becomes,
        why: why(app, many, at, cell),
        role,
        sign,
    })
}

fn said(app: &App, cell: Cell, entry: &Entry, whole: bool) -> String {
    match whole {
        true => super::super::said(app, cell, entry),
        false => app.narrator().entry(cell, entry),
    }
}

fn why(app: &App, many: &Many, at: usize, cell: Cell) -> String {
    let refusal = |it| app.narrator().refusal_of(cell, it).to_string();
    let out = || app.say(Phrase::BlockIsLeftOut);
    match many.verdict(at) {
        None => String::new(),
        Some(Verdict::Same) => app.say(Phrase::BlockSaysSame),
        Some(Verdict::Unread(error)) => app.locale.entry_error(error).to_string(),
        Some(Verdict::Refused(it)) => refusal(it),
        Some(Verdict::Contradicts(_)) => app.say(Phrase::BlockContradicts),
        Some(_) if !many.is_chosen(at) => out(),
        Some(_) if many.row(app, at) == Row::Met => met(app, cell),
        Some(Verdict::Waits(Wanted::Note, _)) => app.say(Phrase::BlockWaitsNote),
        Some(Verdict::Waits(Wanted::Reason, _)) => app.say(Phrase::BlockWaitsReason),
        Some(Verdict::Changes(it)) => {
            let warnings = app.narrator().warnings(cell, &it.warnings);
            let reopens = it.reopens.then(|| app.say(Phrase::BlockReopens));
            let all = [Some(warnings), reopens, noted(app, many, at)];
            let all: Vec<String> = (all.into_iter().flatten())
                .filter(|it| !it.is_empty())
                .collect();
            all.join(" ")
        }
    }
}

/// The note that goes with it.
fn noted(app: &App, many: &Many, at: usize) -> Option<String> {
    let note = many.given.cells.get(at)?.note.clone()?;
    (!note.is_empty()).then(|| app.say_with(Phrase::Quoted, &args![text = note]))
}

/// That a colleague was faster.
pub fn met(app: &App, cell: Cell) -> String {
    let state = app.mirror.confirmed();
    let there = state.value(cell).map(|it| &it.entry);
    let value = there.map_or_else(
        || app.say(Phrase::CellAbsent),
        |it| app.narrator().entry(cell, it),
    );
    let (who, time) = state
        .stamp(Key::Value(cell))
        .map_or_else(Default::default, |it| {
            (app.narrator().user(it.by), presence::moment(app, it.at))
        });
    app.say_with(Phrase::BlockMet, &args![who, time, value])
}

/// How many rows there are of each sort: «изменится: 58 · отклонено: 2».
pub fn summary(app: &App, many: &Many) -> String {
    let counts = many.counts();
    let left_out = many.given.left_out.len();
    let (reopened, returned) = many.handed_in(app);
    let met = many.standing(app, Row::Met).len();
    let all = [
        (Phrase::BlockMetCount, met),
        (Phrase::BlockOver, many.over()),
        (Phrase::BlockReopened, reopened),
        (Phrase::BlockReturned, returned),
        (Phrase::BlockWaits, counts.waits),
        (Phrase::BlockRefused, counts.refused),
        (Phrase::BlockLeftOut, left_out),
        (Phrase::BlockSame, counts.same),
    ];
    let first = app.say_with(Phrase::BlockChanges, &args![n = counts.changes]);
    let rest = all.iter().filter(|it| it.1 > 0);
    let rest = rest.map(|(phrase, n)| app.say_with(*phrase, &args![n = *n]));
    let skipped = skipped(app, many.given.skipped);
    let unkept =
        (many.unkept > 0).then(|| app.say_with(Phrase::BlockUnkept, &args![n = many.unkept]));
    let parts: Vec<String> = (by_names(app, many.given.by_names).into_iter())
        .chain(unknown(app, &many.given.unknown))
        .chain(std::iter::once(first))
        .chain(rest)
        .chain(skipped)
        .chain(unkept)
        .collect();
    parts.join(&format!(" {} ", app.theme.glyphs.dot))
}

/// By what the table was laid, where it says so itself.
fn by_names(app: &App, by_names: [bool; 2]) -> Option<String> {
    let phrase = match by_names {
        [false, false] => return None,
        [true, true] => Phrase::BlockByBoth,
        [true, false] => Phrase::BlockByRows,
        [false, true] => Phrase::BlockByColumns,
    };
    Some(app.say(phrase))
}

/// Names that nobody knows, the first few of them.
pub fn unknown(app: &App, names: &[String]) -> Option<String> {
    let first = names.get(..MOST_NAMED).unwrap_or(names);
    let quoted: Vec<String> = (first.iter())
        .map(|it| app.say_with(Phrase::Quoted, &args![text = it.as_str()]))
        .collect();
    let said = quoted.join(", ");
    let said = match names.len() - first.len() {
        0 => said,
        n => app.say_with(Phrase::NamesAndMore, &args![names = said, n]),
    };
    (!names.is_empty()).then(|| app.say_with(Phrase::BlockUnknown, &args![names = said]))
}

/// What is no cell of the block.
pub fn skipped(app: &App, skipped: Skipped) -> Vec<String> {
    let all = [
        (Phrase::BlockNothing, skipped.nothing),
        (Phrase::BlockComputed, skipped.computed),
        (Phrase::BlockBlank, skipped.blank),
        (Phrase::BlockBeyond, skipped.beyond),
        (Phrase::BlockNameless, skipped.nameless),
        (Phrase::BlockSeveral, skipped.several),
        (Phrase::BlockLost, skipped.lost),
    ];
    let some = all.into_iter().filter(|it| it.1 > 0);
    some.map(|(phrase, n)| app.say_with(phrase, &args![n]))
        .collect()
}
