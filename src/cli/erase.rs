//! `smotr erase`: a person's data is erased on lawful demand (152-ФЗ). First it is shown what says the name; a second call, which says that it
//! has seen this very list, does it. Owns who is meant and the confirmation; the act is in `act`.

use std::path::{Path, PathBuf};

use super::act;
use super::answer::done;
use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::paper::Paper;
use super::shell;
use crate::domain::command::Command;
use crate::domain::erasure::{Demand, Erasure};
use crate::domain::ids::PersonId;
use crate::domain::people::Person;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::locale::{Phrase, Told, args};
use crate::service::link::{Erased, Mention};

/// Persons that are named where several are meant.
const NAMED: usize = 8;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Words of a name, or a number.
    pub who: Vec<String>,
    /// Why.
    pub reason: String,
    /// Places in the list, from 1, that mean somebody else.
    pub keep: Vec<usize>,
    /// The code of the list that was shown.
    pub yes: Option<String>,
    /// Where the act is written; else it is printed.
    pub act: Option<PathBuf>,
}

/// Shows what would be erased, or erases it.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let done = carry_out(context, &mut desk, wanted);
    desk.close();
    for line in done? {
        context.out.line(&line)?;
    }
    Ok(())
}

fn carry_out(context: &Context, desk: &mut Desk, wanted: &Wanted) -> Result<Vec<String>, Exit> {
    let id = whom(context, &desk.state, &wanted.who.join(" "))?;
    let found = desk.mentions(id).ok_or_else(|| {
        let told = (context.locale).told(Phrase::UnreadableMentions, Phrase::TroubleReadOnlyNext);
        context.refuse(&told)
    })?;
    let mentions = match found {
        Ok(found) => found.texts,
        Err(refusal) => return erased_before(context, desk, wanted, id, &refusal),
    };
    let Some(name) = desk.state.persons.get(&id).map(|it| it.body.clone()) else {
        return Err(refused(
            context,
            &desk.state,
            &Refusal::Missing {
                key: Key::Person(id),
            },
        ));
    };
    if (Erasure::new(id, &name, []).text(&wanted.reason)).is_some() {
        return Err(refused(context, &desk.state, &Refusal::NameInReason));
    }
    let code = code_of(id, &mentions);
    match &wanted.yes {
        None => return Ok(shown(context, &desk.state, (id, &name), &mentions, wanted)),
        Some(yes) if *yes != code => {
            let told = (context.locale).told(Phrase::CliEraseChanged, Phrase::CliEraseChangedNext);
            return Err(context.refuse(&told));
        }
        Some(_) => {}
    }
    let mut keep = Vec::new();
    for place in &wanted.keep {
        let at = place.checked_sub(1).and_then(|it| mentions.get(it));
        keep.push(at.map(|it| it.key).ok_or_else(|| {
            let place = place.to_string();
            context.refuse_line(
                &context
                    .locale
                    .say_with(Phrase::CliEraseNoPlace, &args![place]),
            )
        })?);
    }
    // Before anything is erased: afterwards there would be no name to write.
    let paper = paper(context, wanted)?;
    let command = Command::Erase(Demand {
        person: id,
        reason: wanted.reason.clone(),
        keep,
        also: Vec::new(),
    });
    let (answer, erased) = desk.erase(&command);
    done(context, answer, |refusal| {
        context.narrator(&desk.state).refusal(refusal)
    })?;
    let Some(erased) = erased else {
        let told =
            (context.locale).told(Phrase::CliEraseUnfinished, Phrase::CliEraseUnfinishedNext);
        context.out.tell(&told);
        return Err(Exit::Unusable);
    };
    give(context, &desk.state, paper, Some(&name), &erased)
}

/// Says that it is done already. What the last erasing did, which may have come to its end after whoever asked for it had left, is told
/// once more to an administrator: then there is an act, with the number of the person.
fn erased_before(
    context: &Context,
    desk: &mut Desk,
    wanted: &Wanted,
    id: PersonId,
    refusal: &Refusal,
) -> Result<Vec<String>, Exit> {
    if let Refusal::PersonErased { .. } = refusal {
        let paper = paper(context, wanted)?;
        let (_, erased) = desk.erase(&Command::Erase(Demand {
            person: id,
            reason: wanted.reason.clone(),
            keep: Vec::new(),
            also: Vec::new(),
        }));
        if let Some(erased) = erased {
            return give(context, &desk.state, paper, None, &erased);
        }
    }
    Err(refused(context, &desk.state, refusal))
}

/// The file for the act, if there is to be one.
fn paper(context: &Context, wanted: &Wanted) -> Result<Option<Paper>, Exit> {
    let made = wanted.act.as_deref().map(Paper::new).transpose();
    made.map_err(|error| {
        let path = wanted.act.as_deref().unwrap_or(Path::new(""));
        let (path, why) = (path.display().to_string(), context.locale.io_error(&error));
        let text = (context.locale).say_with(Phrase::CliActNotWritten, &args![path, why]);
        context.refuse_line(&text)
    })
}

/// What was done, and the act: in its file, or behind that.
fn give(
    context: &Context,
    state: &State,
    paper: Option<Paper>,
    name: Option<&Person>,
    erased: &Erased,
) -> Result<Vec<String>, Exit> {
    let lines = act::lines(context, state, name, erased);
    let mut told = told(context, erased);
    match paper {
        Some(paper) => write(context, paper, &lines)?,
        None => {
            told.push(String::new());
            told.extend(lines);
        }
    }
    Ok(told)
}

fn refused(context: &Context, state: &State, refusal: &Refusal) -> Exit {
    context.refuse(&context.narrator(state).refusal(refusal))
}

/// The person who is meant: by number, or by words that each begin a part of the name.
fn whom(context: &Context, state: &State, words: &str) -> Result<PersonId, Exit> {
    if let Ok(number) = words.trim_start_matches('№').trim().parse() {
        return Ok(PersonId(number));
    }
    let wanted = fold(words);
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let is_meant = |it: &Person| {
        let name = fold(&it.full_name());
        let parts: Vec<&str> = name.split_whitespace().collect();
        wanted
            .iter()
            .all(|word| parts.iter().any(|it| it.starts_with(word)))
    };
    let mut meant = state
        .persons
        .iter()
        .filter(|(_, it)| is_meant(it))
        .map(|it| *it.0);
    let (first, others) = (meant.next(), meant.collect::<Vec<_>>());
    match first {
        Some(one) if others.is_empty() => Ok(one),
        None => {
            let text = context
                .locale
                .say_with(Phrase::CliNothingFound, &args![words]);
            Err(context.refuse_line(&text))
        }
        Some(one) => {
            let example = one.0.to_string();
            let all = [one].into_iter().chain(others);
            let name = |id: PersonId| {
                let name = state.persons.get(&id).map(|it| it.full_name());
                let (name, id) = (name.unwrap_or_default(), id.0.to_string());
                context
                    .locale
                    .say_with(Phrase::CliErasePerson, &args![name, id])
            };
            let found: Vec<String> = all.take(NAMED).map(name).collect();
            let found = found.join("; ");
            let text = context
                .locale
                .say_with(Phrase::CliEraseAmbiguous, &args![words, found, example]);
            Err(context.refuse_line(&text))
        }
    }
}

/// What would be erased, and the call that does it.
fn shown(
    context: &Context,
    state: &State,
    (id, name): (PersonId, &Person),
    mentions: &[Mention],
    wanted: &Wanted,
) -> Vec<String> {
    let locale = &context.locale;
    let narrator = context.narrator(state);
    let (number, full) = (id.0.to_string(), name.full_name());
    let person = locale.say_with(Phrase::CliErasePerson, &args![name = full, id = &number]);
    let mut lines = vec![
        locale.say_with(Phrase::CliEraseWho, &args![person]),
        locale.say(Phrase::CliEraseWhere),
    ];
    if mentions.is_empty() {
        lines.push(locale.say(Phrase::CliEraseNoTexts));
    } else {
        lines.push(locale.say_with(Phrase::CliEraseTexts, &args![n = mentions.len()]));
        for (place, it) in (1..).zip(mentions) {
            let place: usize = place;
            let (what, text) = (narrator.key(it.key), it.excerpt.as_str());
            let phrase = if it.is_now {
                Phrase::CliEraseText
            } else {
                Phrase::CliEraseFormer
            };
            lines.push(locale.say_with(phrase, &args![place = place.to_string(), what, text]));
        }
        lines.push(locale.say(Phrase::CliEraseKeep));
    }
    lines.push(locale.say(Phrase::CliEraseCall));
    let reason = shell::quoted(&wanted.reason);
    let code = code_of(id, mentions);
    let of = |option, path: &Path| {
        let path = shell::quoted(&path.display().to_string());
        format!(" {option} {path}")
    };
    let place = match (&context.socket, &context.data) {
        (Some(socket), _) => of("--socket", socket),
        (None, Some(data)) => of("--data", data),
        (None, None) => String::new(),
    };
    let act = (wanted.act.as_deref()).map_or_else(String::new, |it| of("--act", it));
    lines.push(format!(
        "  smotr{place} erase {number} --reason {reason}{act} --yes {code}"
    ));
    lines
}

/// Stands for a list: whoever says it has seen this one and no other.
fn code_of(id: PersonId, mentions: &[Mention]) -> String {
    let mut sum: u32 = 0x811C_9DC5;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    };
    add(&id.0.to_be_bytes());
    for it in mentions {
        add(&it.key.to_bytes());
        add(it.excerpt.as_bytes());
        add(&[u8::from(it.is_now)]);
    }
    format!("{:06x}", sum & 0x00FF_FFFF)
}

/// What was done, and what is left to somebody.
fn told(context: &Context, erased: &Erased) -> Vec<String> {
    let locale = &context.locale;
    let id = erased.person.0.to_string();
    let (changes, archives) = (erased.changes, erased.archives.len());
    let mut lines = vec![locale.say_with(Phrase::CliErased, &args![id, changes, archives])];
    if !erased.removed.is_empty() {
        let files = erased.removed.join(", ");
        lines.push(locale.say_with(Phrase::CliEraseRemoved, &args![files]));
    }
    lines.extend(act::beyond(context, erased));
    lines
}

fn write(context: &Context, paper: Paper, lines: &[String]) -> Result<(), Exit> {
    let path = paper.path().display().to_string();
    paper.write(&(lines.join("\n") + "\n")).map_err(|error| {
        // The name is nowhere else any more.
        for line in lines {
            context.out.tell_line(line);
        }
        let why = context.locale.io_error(&error);
        let fact = (context.locale).say_with(Phrase::CliActNotWritten, &args![path, why]);
        let next = context.say(Phrase::CliActNotWrittenNext);
        context.refuse(&Told { fact, next })
    })
}
