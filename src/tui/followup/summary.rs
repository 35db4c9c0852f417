//! What a step or a report is about, in two lines above the form's fields; and what colleagues have written about the same meanwhile.

use crate::args;
use crate::domain::ids::Seq;
use crate::domain::record::{Key, Record};
use crate::domain::value::Cell;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::{measures, presence, text};

/// Columns of a text that a sentence quotes.
const QUOTED: usize = 60;

/// Two lines about a record: what is said in it, by when, where it stands.
#[must_use]
pub fn summary(app: &App, key: Key) -> Vec<String> {
    let narrator = app.narrator();
    let joined = |parts: Vec<String>| parts.join(" · ");
    let state = app.state();
    match key {
        Key::Recommendation(id) => (state.recommendations.get(&id).into_iter())
            .flat_map(|it| {
                let state = app.locale.word(&it.state);
                let term = narrator.term(it.due, &it.prolongations);
                [short(app, &it.text), joined(vec![term, state])]
            })
            .collect(),
        Key::Assignment(id) => (state.assignments.get(&id).into_iter())
            .flat_map(|it| {
                let state = app.locale.word(&it.state);
                let term = narrator.term(it.due, &it.prolongations);
                [short(app, &it.text), joined(vec![term, state])]
            })
            .collect(),
        Key::Decision(id) => (state.decisions.get(&id).into_iter())
            .map(|it| joined(vec![short(app, &it.title), app.locale.word(&it.state)]))
            .collect(),
        Key::Activity(id) => (state.activities.get(&id).into_iter())
            .map(|it| {
                let words = [app.locale.word(&it.kind), app.locale.word(&it.state)];
                let days = it.from.map(|from| format::days(from, it.to));
                joined(words.into_iter().chain(days).collect())
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The values that a record of follow-up is about.
#[must_use]
pub fn cells(app: &App, key: Key) -> Vec<Cell> {
    let state = app.state();
    let of_decision = |id| {
        let found = state.decisions.get(&id);
        found.map(|it| it.grounds.clone()).unwrap_or_default()
    };
    match key {
        Key::Recommendation(id) => {
            let found = state.recommendations.get(&id);
            found.and_then(|it| it.ground).into_iter().collect()
        }
        Key::Decision(id) => of_decision(id),
        Key::Assignment(id) => (state.assignments.get(&id))
            .map(|it| of_decision(it.decision))
            .unwrap_or_default(),
        Key::AnalysisNote(id) => (state.notes.get(&id))
            .map(|it| it.about.clone())
            .unwrap_or_default(),
        Key::Activity(id) => (state.activities.get(&id))
            .map(|it| it.about.clone())
            .unwrap_or_default(),
        Key::Review(id) => (state.reviews.get(&id))
            .map(|it| cells(app, measures::key_of(it.on)))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The last of these records that somebody else has made or changed after this moment of the store: «Белова, 12:40: об этом же уже
/// записано «…»».
pub fn recorded_since(app: &App, keys: impl Iterator<Item = Key>, since: Seq) -> Option<String> {
    let records = keys.filter_map(|it| app.mirror.confirmed().record(it));
    let news = records.filter(|it| it.1.rev > since && it.1.by != app.user);
    let (record, stamp) = news.max_by_key(|it| it.1.rev)?;
    let content = match record {
        Record::Recommendation(it) => it.text,
        Record::Decision(it) => it.title,
        Record::AnalysisNote(it) => it.findings,
        Record::Activity(it) => it.title,
        Record::Review(it) => app.locale.word(&it.verdict),
        _ => return None,
    };
    let flat = content.replace('\n', " ");
    let what = text::cut(&flat, QUOTED, app.theme.glyphs.ellipsis);
    let (who, time) = (
        app.narrator().user(stamp.by),
        presence::moment(app, stamp.at),
    );
    Some(app.say_with(Phrase::FormBeside, &args![who, time, what = what.as_ref()]))
}

/// The first lines of a text, as much as two lines of the screen hold.
fn short(app: &App, content: &str) -> String {
    let room = usize::from(app.size.0.saturating_sub(4)).max(20) * 2 - 10;
    let flat = content.replace('\n', " ");
    text::cut(&flat, room, app.theme.glyphs.ellipsis).into_owned()
}
