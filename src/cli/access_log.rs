//! `smotr access-log`: who came in, what they were shown, what they were refused; for administrators, wherever the store is served.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _};
use std::collections::BTreeSet;

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use crate::domain::about::{self, About};
use crate::domain::date::{Side, parse_date_on};
use crate::domain::ids::{IndicatorId, Timestamp, UserId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::locale::{Narrator, Phrase, Told as Said, args, format};
use crate::search::{Query, over};
use crate::service::access::{Asked, Did, Line, Page, Told, Why};
use crate::service::clock;
use crate::service::link::JournalFilter;
use crate::tui::text::{Align, fit, width};

/// Which lines are wanted, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The account of whoever did it.
    pub user: Option<String>,
    /// Words that find whom it was about.
    pub about: Option<String>,
    /// The first day.
    pub since: Option<String>,
    /// The last day.
    pub until: Option<String>,
    /// As the lines stand in the file.
    pub json: bool,
}

/// Prints the lines.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    let since = day(context, wanted.since.as_deref())?;
    let until = day(context, wanted.until.as_deref())?;
    let mut desk = Desk::open(context)?;
    let read = print(context, &mut desk, wanted, (since, until));
    desk.close();
    read
}

/// A day as it is typed everywhere: «23.05.2026», «вчера».
fn day(context: &Context, typed: Option<&str>) -> Result<Option<NaiveDate>, Exit> {
    let read = |typed| parse_date_on(typed, clock::now().today, Side::Past);
    let read = typed.map(read).transpose();
    read.map_err(|it| context.refuse(&context.locale.date_error(it)))
}

fn print(
    context: &mut Context,
    desk: &mut Desk,
    wanted: &Wanted,
    (since, until): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<(), Exit> {
    let user = (wanted.user.as_deref()).map(|it| user(context, &desk.state, it));
    let about = (wanted.about.as_deref()).map(|it| whom(context, &desk.state, it));
    let about = about.transpose()?;
    let mut asked = Asked {
        since: since.map(midnight),
        until: (until.and_then(|it| it.succ_opt())).map(midnight),
        user: user.transpose()?,
        from: None,
    };
    let mut unreadable = 0;
    loop {
        let page = page(context, desk, &asked)?;
        unreadable += page.unreadable;
        for line in &page.lines {
            if about.is_some_and(|it| !is_about(&desk.state, line, it)) {
                continue;
            }
            let text = if wanted.json {
                line.json()
            } else {
                told(context, &desk.state, line)
            };
            context.out.line(&text)?;
        }
        asked.from = page.next;
        if asked.from.is_none() {
            break;
        }
    }
    if unreadable > 0 {
        let text = (context.locale).say_with(Phrase::LogUnreadable, &args![n = unreadable]);
        context.out.tell_line(&text);
    }
    Ok(())
}

fn page(context: &Context, desk: &mut Desk, asked: &Asked) -> Result<Page, Exit> {
    match desk.access_log(context, asked)? {
        Told::Page(page) => Ok(page),
        Told::Denied => {
            let told = context
                .locale
                .told(Phrase::LogDenied, Phrase::LogDeniedNext);
            Err(context.refuse(&told))
        }
        Told::Unreadable => {
            let told = (context.locale).told(Phrase::LogFailed, Phrase::LogFailedNext);
            context.out.tell(&told);
            Err(Exit::Unusable)
        }
    }
}

/// The beginning of a day where this machine stands.
fn midnight(day: NaiveDate) -> Timestamp {
    let at = day.and_time(NaiveTime::MIN);
    let moment = clock::offset().from_local_datetime(&at).earliest();
    Timestamp(moment.map_or(0, |it| it.timestamp_millis()))
}

fn user(context: &Context, state: &State, account: &str) -> Result<UserId, Exit> {
    state.user_by_account(account).ok_or_else(|| {
        let fact = (context.locale).say_with(Phrase::CliNoUser, &args![account]);
        let next = context.say(Phrase::CliNoUserNext);
        context.refuse(&Said { fact, next })
    })
}

/// The person or organisation that words find first.
fn whom(context: &Context, state: &State, words: &str) -> Result<About, Exit> {
    let narrator = context.narrator(state);
    let line = |document: &_| narrator.requisites(document);
    let index = over::index(state, &line);
    let found = index.find(&Query::new(words), 50);
    let about = found.hits.iter().find_map(|key| match key {
        Key::Person(id) => Some(About::Person(*id)),
        Key::Organisation(id) => Some(About::Organisation(*id)),
        _ => None,
    });
    about.ok_or_else(|| {
        let text = (context.locale).say_with(Phrase::CliNothingFound, &args![words]);
        context.refuse_line(&text)
    })
}

/// Whether a line is about them: by the record that was looked at, and by what that says of whom it is about.
fn is_about(state: &State, line: &Line, whom: About) -> bool {
    let key = match &line.did {
        Did::Looked(key) | Did::History(key) | Did::Refused { key: Some(key), .. } => *key,
        Did::Journal(JournalFilter::Person(id)) => Key::Person(*id),
        Did::Journal(JournalFilter::Organisation(id)) => Key::Organisation(*id),
        _ => return false,
    };
    let mut all = BTreeSet::new();
    about::of_key(key, &mut all);
    if let Some((record, _)) = state.record(key) {
        about::of_record(&record, &mut all);
    }
    all.contains(&whom)
}

/// «29.11.2026 18:24  Орлова        карточка · СШ № 12».
fn told(context: &Context, state: &State, line: &Line) -> String {
    let narrator = context.narrator(state);
    let when = DateTime::from_timestamp_millis(line.at.0)
        .map_or_else(String::new, |it| format::date_time(it, clock::offset()));
    let who = line.user.map_or_else(|| "—".into(), |it| narrator.user(it));
    let who = fit(&who, width(&who).max(14), Align::Left, "");
    let what = what(context, state, &narrator, &line.did);
    format!("{when}  {who}  {what}")
}

fn what(context: &Context, state: &State, narrator: &Narrator<'_>, did: &Did) -> String {
    let say = |phrase| context.say(phrase);
    let with = |phrase, args: &_| context.locale.say_with(phrase, args);
    match did {
        Did::Joined => say(Phrase::LogJoined),
        Did::Left => say(Phrase::LogLeft),
        Did::NotAdmitted { account: None } => say(Phrase::LogRetired),
        Did::NotAdmitted {
            account: Some(account),
        } => with(Phrase::LogStranger, &args![account]),
        Did::Crowded { uid } => with(Phrase::LogCrowded, &args![uid = uid.to_string()]),
        Did::OtherVersion { uid } => with(Phrase::LogVersion, &args![uid = uid.to_string()]),
        Did::Shard(period) => with(Phrase::LogShard, &args![period = narrator.period(*period)]),
        Did::Looked(key) => with(Phrase::LogLooked, &args![what = narrator.key(*key)]),
        Did::History(key) => with(Phrase::LogHistory, &args![what = narrator.key(*key)]),
        Did::Journal(filter) => {
            let what = match filter {
                JournalFilter::All => return say(Phrase::LogJournal),
                JournalFilter::By(user) => narrator.user(*user),
                JournalFilter::Person(id) => narrator.person(*id),
                JournalFilter::Organisation(id) => narrator.organisation(*id),
                JournalFilter::Indicator(id) => indicator(state, *id),
            };
            with(Phrase::LogJournalOf, &args![what])
        }
        Did::Exported => say(Phrase::LogExported),
        Did::Took(period) => with(Phrase::LogTook, &args![period = narrator.period(*period)]),
        Did::AccessLog => say(Phrase::LogRead),
        Did::Refused { why, key } => {
            let why = say(match why {
                Why::Rights => Phrase::LogNoRights,
                Why::Conflict => Phrase::LogConflict,
                Why::Closed => Phrase::LogClosed,
                Why::Rules => Phrase::LogRules,
            });
            match key {
                Some(key) => with(Phrase::LogRefusedAt, &args![why, what = narrator.key(*key)]),
                None => with(Phrase::LogRefused, &args![why]),
            }
        }
        Did::Skipped(n) => with(Phrase::LogSkipped, &args![n = *n]),
    }
}

/// The code of an indicator in the latest edition that has it.
fn indicator(state: &State, id: IndicatorId) -> String {
    let mut all = state.indicators.iter().rev();
    let found = all.find(|it| it.0.1 == id);
    found.map_or_else(String::new, |it| it.1.code.clone())
}
