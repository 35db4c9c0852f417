//! The act that personal data was destroyed, with the extract from the journal of events, as order № 179 of Roskomnadzor of 28.10.2022 wants
//! both. Owns what is in them and in which order; the name is in them and nowhere else afterwards.

use chrono::{DateTime, Utc};

use super::context::Context;
use crate::domain::people::Person;
use crate::domain::state::State;
use crate::locale::{Phrase, args, format};
use crate::service::clock;
use crate::service::link::Erased;

/// The lines of both papers. Without the name, which whoever erased knew and nothing else does any more, they say the number.
pub fn lines(
    context: &Context,
    state: &State,
    name: Option<&Person>,
    erased: &Erased,
) -> Vec<String> {
    let locale = &context.locale;
    let say = |phrase| locale.say(phrase);
    let narrator = context.narrator(state);
    let subject = match name {
        Some(name) => {
            let (name, id) = (name.full_name(), erased.person.0.to_string());
            locale.say_with(Phrase::CliErasePerson, &args![name, id])
        }
        None => narrator.person(erased.person),
    };
    let operator = (state.settings.as_ref()).map(|it| it.municipality.clone());
    let operator = operator
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| say(Phrase::ActBlank));
    // At a server the folder is the server's affair: its socket is what is known here.
    let store = context.server().unwrap_or_else(|| context.dir());
    let store = store.display().to_string();
    let (date, moment) = (date_of(erased.at.0), moment_of(erased.at.0));
    let author = narrator.user(erased_by(state, erased));
    let (seq, changes) = (erased.seq.0.to_string(), erased.changes);
    let (archives, unsaved) = (erased.archives.len(), erased.unsaved);
    let reason = erased.reason.as_str();
    let mut lines = vec![say(Phrase::ActTitle), say(Phrase::ActOrder), String::new()];
    lines.extend([
        locale.say_with(Phrase::ActOperator, &args![operator]),
        say(Phrase::ActAddress),
        locale.say_with(Phrase::ActSubject, &args![subject]),
        say(Phrase::ActCategories),
        locale.say_with(Phrase::ActSystem, &args![store]),
        say(Phrase::ActMethod),
        locale.say_with(Phrase::ActReason, &args![reason]),
        locale.say_with(Phrase::ActDate, &args![date]),
        locale.say_with(Phrase::ActAuthor, &args![author]),
        say(Phrase::ActPost),
        say(Phrase::ActSignature),
    ]);
    lines.extend(beyond(context, erased));
    let mut users = state.users.values();
    if users.any(|it| it.person == Some(erased.person)) {
        lines.push(say(Phrase::ActAccess));
    }
    lines.extend([String::new(), say(Phrase::ActExtract), String::new()]);
    lines.extend([
        locale.say_with(Phrase::ActEvent, &args![moment, seq, changes]),
        locale.say_with(Phrase::ActFiles, &args![archives, unsaved]),
        say(Phrase::ActKept),
    ]);
    lines
}

/// Archives that are not in reach; nothing if there are none.
pub fn beyond(context: &Context, erased: &Erased) -> Vec<String> {
    if erased.beyond.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![context.say(Phrase::ActBeyond)];
    for it in &erased.beyond {
        let line = match it.at.0 {
            0 => it.path.clone(),
            at => format!("{} · {}", it.path, moment_of(at)),
        };
        lines.push(format!("  {line}"));
    }
    lines
}

/// Who has erased: the author of the commit that emptied the record.
fn erased_by(state: &State, erased: &Erased) -> crate::domain::ids::UserId {
    let record = state.persons.get(&erased.person);
    record.map_or(crate::domain::ids::PROGRAM, |it| it.stamp.by)
}

fn local(at: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(at)
}

fn moment_of(at: i64) -> String {
    local(at).map_or_else(String::new, |it| format::date_time(it, clock::offset()))
}

fn date_of(at: i64) -> String {
    local(at).map_or_else(String::new, |it| {
        format::date(it.with_timezone(&clock::offset()).date_naive())
    })
}
