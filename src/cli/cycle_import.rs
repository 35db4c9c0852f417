//! `smotr cycle import`: a page of a section as it was understood, line by line; what it would bring; and written only when somebody says so.
//!
//! Invariant: nothing is stored before it is confirmed, and no line of the page goes untold.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use chrono::Datelike as _;

use super::context::Context;
use super::cycle::{Import, round};
use super::cycle_told::Teller;
use super::desk::Desk;
use super::exit::Exit;
use super::{answer, files};
use crate::analysis::page_intake::{Choice, Fate, Proposal};
use crate::domain::command::Command;
use crate::domain::cycle::Section;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::ids::{DocumentId, RoundId};
use crate::domain::state::State;
use crate::domain::text::{clean, fold};
use crate::exchange::section::page::{self, MOST_BYTES, Page, Refused};
use crate::locale::{Phrase, Told, args};
use crate::service::clock;

/// Carries it out.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Import) -> Result<(), Exit> {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let bytes = files::read(&wanted.file, most)
        .map_err(|error| context.refuse(&files::unread(&context.locale, &wanted.file, &error)))?;
    let page = page::read(&bytes, wanted.section.as_deref())
        .map_err(|why| refused(context, wanted, why))?;
    let mut desk = Desk::open(context)?;
    let done = import(context, &mut desk, wanted, (&page, files::digest(&bytes)));
    desk.close();
    done
}

/// What the page is to be set beside.
enum Target {
    /// A round of the store.
    Round(RoundId),
    /// A section that is not there yet.
    New(Section),
}

fn import(
    context: &mut Context,
    desk: &mut Desk,
    wanted: &Import,
    (page, digest): (&Page, [u8; 16]),
) -> Result<(), Exit> {
    let target = target(context, &desk.state, wanted, page)?;
    let said = page.said();
    let round = match &target {
        Target::Round(id) => *id,
        Target::New(_) => RoundId(0),
    };
    let mut choices = BTreeMap::new();
    let mut proposal = Proposal::of(&desk.state, round, &said, &choices);
    if wanted.similar {
        choices = likeliest(&proposal);
        proposal = Proposal::of(&desk.state, round, &said, &choices);
    }
    show(context, desk, (page, &proposal), &target)?;
    if !wanted.yes && choices.is_empty() {
        choices = chosen(context, &desk.state, &proposal);
        proposal = Proposal::of(&desk.state, round, &said, &choices);
    }
    let open = proposal.open().count();
    if open > 0 {
        let told = Told {
            fact: context
                .locale
                .say_with(Phrase::CliCycleOpen, &args![n = open]),
            next: context.say(Phrase::CliCycleOpenNext),
        };
        return Err(context.refuse(&told));
    }
    if matches!(target, Target::Round(_)) && proposal.intake(&desk.state, digest).is_none() {
        return context.out.line(&context.say(Phrase::CliImportNothing));
    }
    if !wanted.yes && !is_said(context, Phrase::CliCycleAsk) {
        return context.out.line(&context.say(Phrase::CliImportNotYet));
    }
    let round = match target {
        Target::Round(id) => id,
        Target::New(section) => found(context, desk, section)?,
    };
    let proposal = Proposal::of(&desk.state, round, &said, &choices);
    let Some(intake) = proposal.intake(&desk.state, digest) else {
        return context.out.line(&context.say(Phrase::CliImportNothing));
    };
    act(context, desk, CycleCommand::TakePage(intake))
}

/// The round that is open, or the section that the page begins.
fn target(context: &Context, state: &State, wanted: &Import, page: &Page) -> Result<Target, Exit> {
    let (code, title) = match (&wanted.section, page.section()) {
        (Some(code), Some((_, title))) => (Some(code.as_str()), title),
        (Some(code), None) => (Some(code.as_str()), ""),
        (None, Some((code, title))) => (Some(code), title),
        (None, None) => (None, ""),
    };
    let known = code.and_then(|code| state.sections.iter().find(|(_, it)| it.code == code));
    if let (None, Some(code)) = (known, code)
        && !title.is_empty()
    {
        return Ok(Target::New(Section {
            code: code.to_owned(),
            title: title.to_owned(),
            tracks: Vec::new(),
            retired: false,
        }));
    }
    let section = super::cycle::section(context, state, code)?;
    let no_round = || {
        context.refuse(&(context.locale).told(Phrase::CliNoOpenRound, Phrase::CliNoOpenRoundNext))
    };
    let round = round(state, section, None).ok_or_else(no_round)?;
    match state
        .rounds
        .get(&round)
        .is_some_and(|it| it.state.is_open())
    {
        true => Ok(Target::Round(round)),
        false => Err(no_round()),
    }
}

/// Prints what was understood and what would change.
fn show(
    context: &mut Context,
    desk: &Desk,
    (page, proposal): (&Page, &Proposal),
    target: &Target,
) -> Result<(), Exit> {
    let narrator = context.narrator(&desk.state);
    let teller = Teller {
        locale: &context.locale,
        state: &desk.state,
        page,
        proposal,
    };
    let head = match target {
        Target::Round(id) => narrator.key(crate::domain::record::Key::Round(*id)),
        Target::New(section) => {
            let (code, year) = (&section.code, this_year().to_string());
            context
                .locale
                .say_with(Phrase::CliCycleFounds, &args![code, year])
        }
    };
    let mut lines = vec![head];
    lines.extend(teller.lines());
    lines.extend(teller.sums());
    lines.iter().try_for_each(|it| context.out.line(it))?;
    // Whoever is asked has read it.
    context.out.finish()
}

/// For every document in doubt the first that it is like.
fn likeliest(proposal: &Proposal) -> BTreeMap<usize, Choice> {
    let first = |fate: &Fate| match fate {
        Fate::Perhaps(like) => like.first().copied().map(Choice::Known),
        Fate::Known(_) | Fate::New => None,
    };
    let all = proposal.open();
    all.filter_map(|(at, it)| Some((at, first(&it.fate)?)))
        .collect()
}

/// What somebody says of the documents in doubt; nothing where nobody can be asked.
fn chosen(context: &Context, state: &State, proposal: &Proposal) -> BTreeMap<usize, Choice> {
    let mut choices = BTreeMap::new();
    if !is_asked() {
        return choices;
    }
    for (at, it) in proposal.open() {
        let Fate::Perhaps(like) = &it.fate else {
            continue;
        };
        context
            .out
            .tell_line(&Teller::question(&context.locale, it));
        for line in Teller::candidates(&context.locale, state, like) {
            context.out.tell_line(&line);
        }
        let Some(choice) = choice(&asked(context, Phrase::CliCycleWhich), like) else {
            return choices;
        };
        choices.insert(at, choice);
    }
    choices
}

fn choice(said: &str, like: &[DocumentId]) -> Option<Choice> {
    match said.parse::<usize>().ok()? {
        0 => Some(Choice::New),
        number => like.get(number - 1).copied().map(Choice::Known),
    }
}

/// Begins the section.
fn found(context: &mut Context, desk: &mut Desk, section: Section) -> Result<RoundId, Exit> {
    let code = section.code.clone();
    let command = CycleCommand::Found {
        section,
        year: this_year(),
        requirements: Vec::new(),
    };
    act(context, desk, command)?;
    let section = super::cycle::section(context, &desk.state, Some(&code))?;
    let told = || (context.locale).told(Phrase::CliNoOpenRound, Phrase::CliNoOpenRoundNext);
    round(&desk.state, section, None).ok_or_else(|| context.refuse(&told()))
}

fn act(context: &mut Context, desk: &mut Desk, command: CycleCommand) -> Result<(), Exit> {
    let answer = desk.act(&Command::Cycle(Box::new(command)));
    let commit = answer::done(context, answer, |refusal| {
        context.narrator(&desk.state).refusal(refusal)
    })?;
    let said = context.narrator(&desk.state).commit(&commit);
    context.out.line(&said)
}

fn this_year() -> u16 {
    u16::try_from(clock::now().today.year()).unwrap_or_default()
}

/// Whether somebody is there to be asked.
fn is_asked() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// What somebody answers at a terminal; nothing where nobody can be asked.
fn asked(context: &Context, phrase: Phrase) -> String {
    if !is_asked() {
        return String::new();
    }
    let mut err = io::stderr();
    let _ = write!(err, "{} ", context.say(phrase));
    let mut line = String::new();
    let _ = io::stdin().lock().read_line(&mut line);
    clean(line.trim())
}

fn is_said(context: &Context, phrase: Phrase) -> bool {
    let said = fold(&asked(context, phrase));
    // The key of «д» gives «l» in the Latin layout.
    matches!(said.trim(), "д" | "да" | "y" | "yes" | "l" | "lf")
}

fn refused(context: &Context, wanted: &Import, why: Refused) -> Exit {
    let file = files::full(&wanted.file);
    let (fact, next) = match why {
        Refused::Empty => (Phrase::PageEmpty, Phrase::PageEmptyNext),
        Refused::TooLarge => (Phrase::PageTooLarge, Phrase::PageTooLargeNext),
        Refused::NotText => (Phrase::PageNotText, Phrase::PageNotTextNext),
        Refused::NotASection => (Phrase::PageNotASection, Phrase::PageNotASectionNext),
        Refused::NoSuchSection => (Phrase::PageNoSuchSection, Phrase::PageNoSuchSectionNext),
    };
    context.refuse(&Told {
        fact: context.locale.say_with(fact, &args![file]),
        next: context.say(next),
    })
}
