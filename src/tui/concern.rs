//! What a colleague does to values that concern this person, in one line: what they have entered was replaced, sent back, approved or handed
//! in; to whoever approves, what was handed in. Must not know how a line is drawn.

use super::app::App;
use super::overlay::go;
use super::rights::can;
use super::status::Tone;
use crate::args;
use crate::domain::decide::Deed;
use crate::domain::ids::OrganisationId;
use crate::domain::record::{Cause, Change, Commit, Record};
use crate::domain::value::{Entry, Value, ValueState};
use crate::locale::Phrase;

/// Organisations that are named; the others are counted.
const MOST_NAMED: usize = 3;

/// Says once what a commit of somebody else did: «Кравцова: возвращено 4 значения (СШ № 5)». Of a single value that was told already, where
/// the person looks at it, nothing more is said.
pub fn tell(app: &mut App, commit: &Commit, is_told: bool) {
    if commit.actor == app.user {
        return;
    }
    let approves = can(app, &Deed::Approve);
    let found: Vec<(&Change, Deals)> = (commit.changes.iter())
        .filter_map(|it| Some((it, deals(app, it, approves)?)))
        .collect();
    let Some((_, first)) = found.first().filter(|_| found.len() > 1 || !is_told) else {
        return;
    };
    let (who, names) = (app.narrator().user(commit.actor), names(app, &found));
    let n = found.len();
    let phrase = match (&commit.cause, first) {
        (Cause::Undo(_), Deals::Stepped(state)) => {
            let state = app.locale.word(*state);
            let sentence = app.say_with(Phrase::ConcernsUndone, &args![who, n, state, names]);
            return say(app, sentence);
        }
        (_, Deals::Replaced) => Phrase::ConcernsReplaced,
        (_, Deals::Stepped(ValueState::Returned { .. })) => Phrase::ConcernsReturned,
        (_, Deals::Stepped(ValueState::Approved)) => Phrase::ConcernsApproved,
        (_, Deals::Stepped(_)) => Phrase::ConcernsSubmitted,
    };
    let sentence = app.say_with(phrase, &args![who, n, names]);
    say(app, sentence);
}

fn say(app: &mut App, sentence: String) {
    let dot = app.theme.glyphs.dot;
    app.status.answer(Tone::Plain, sentence, dot);
}

/// What became of a value.
enum Deals<'a> {
    /// Another entry stands there.
    Replaced,
    /// It went on its way, or back.
    Stepped(&'a ValueState),
}

/// What a change did to a value, where that concerns this person.
fn deals<'a>(app: &App, change: &'a Change, approves: bool) -> Option<Deals<'a>> {
    let (Some(Record::Value(before)), Some(Record::Value(after))) = (&change.before, &change.after)
    else {
        return None;
    };
    let is_own = |it: &Value| it.entered_by == app.user && it.entry != Entry::Empty;
    if before.entry != after.entry {
        return is_own(before).then_some(Deals::Replaced);
    }
    let is_for_me = approves && after.state == ValueState::Submitted;
    let is_stepped = before.state != after.state && after.state != ValueState::Entered;
    (is_stepped && (is_own(after) || is_for_me)).then_some(Deals::Stepped(&after.state))
}

/// «СШ № 5, СШ № 7 и ещё 2».
fn names(app: &App, found: &[(&Change, Deals)]) -> String {
    let mut whom: Vec<OrganisationId> = Vec::new();
    for (change, _) in found {
        let of = go::head_of(app.state(), change.key).map(|it| it.0);
        whom.extend(of.filter(|it| !whom.contains(it)));
    }
    let first = whom.iter().take(MOST_NAMED);
    let named: Vec<String> = first.map(|it| app.narrator().organisation(*it)).collect();
    let names = match named.is_empty() {
        true => app.say(Phrase::SubjectMunicipality),
        false => named.join(", "),
    };
    match whom.len() - named.len() {
        0 => names,
        n => app.say_with(Phrase::NamesAndMore, &args![names, n]),
    }
}
