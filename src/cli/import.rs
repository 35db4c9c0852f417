//! `smotr import`: values out of files that schools send. What would change is shown first, and written only if that is asked for.
//!
//! Invariant: a file changes nothing by accident. What is refused is told with its place, a name that only looks like one that is known is
//! asked about, and what is written is one change that can be taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::context::Context;
use super::desk::Desk;
use super::exit::Exit;
use super::import_names::{meant, said, take_similar};
use super::progress::Bar;
use super::{answer, files, incoming, place};
use crate::analysis::batch::{Batch, Brings, File, Meant, Names, Outcome, Spot, Touched, Unknown};
use crate::analysis::roster::Roster;
use crate::domain::brought;
use crate::domain::command::Command;
use crate::domain::decide::Actor;
use crate::domain::ids::PeriodId;
use crate::domain::state::State;
use crate::exchange::values::{Against, read_into};
use crate::exchange::workbook::limits;
use crate::locale::{Phrase, Told, args};
use crate::report::brings::Teller;
use crate::service::clock;
use crate::tui::screen::monitoring::to_work_in;

/// Names that nobody knows of which each is told: a file of another town has thousands.
const NAMES_TOLD: usize = 50;
/// Names that are looked for among all that are alike.
const NAMES_ALIKE: usize = 1_000;

/// What is to be read, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Files, and folders of files.
    pub paths: Vec<PathBuf>,
    /// The period that is meant where a file names none.
    pub period: Option<String>,
    /// Names that are meant: «МБОУ СОШ 12=СШ № 12».
    pub meant: Vec<String>,
    /// Whose tables are that name nobody.
    pub organisation: Option<String>,
    /// Only print what names are remembered.
    pub names: bool,
    /// Every name that looks like a single one is that one.
    pub similar: bool,
    /// Read also the files of a folder that were brought in before.
    pub again: bool,
    /// Enter also what was changed since the form was handed out, or since the file was brought in before.
    pub over: bool,
    /// Write what can be written, though something is refused.
    pub skip_refused: bool,
    /// Write, and not only show.
    pub yes: bool,
}

/// Carries it out.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: &Wanted) -> Result<(), Exit> {
    let mut desk = Desk::open(context)?;
    let done = match wanted.names {
        true => remembered(context, &desk.state),
        false => import(context, &mut desk, wanted),
    };
    desk.close();
    done
}

/// Prints what names of files are remembered, each with what it means and who said so.
fn remembered(context: &mut Context, state: &State) -> Result<(), Exit> {
    let narrator = context.narrator(state);
    let say = |phrase, all: &crate::locale::Args<'_>| context.locale.say_with(phrase, all);
    let mut lines: Vec<String> = (state.aliases.values())
        .map(|it| {
            let (means, by) = (narrator.meaning(it.means), narrator.stamp(&it.stamp));
            let said = say(Phrase::RememberedName, &args![name = &it.text, means]);
            say(Phrase::CliImportName, &args![said, by])
        })
        .collect();
    lines.sort();
    if lines.is_empty() {
        lines.push(context.say(Phrase::RememberedNone));
    }
    lines.iter().try_for_each(|it| context.out.line(it))
}

fn import(context: &mut Context, desk: &mut Desk, wanted: &Wanted) -> Result<(), Exit> {
    let period = match &wanted.period {
        Some(name) => Some(place::period(context, &desk.state, name)?),
        None => to_work_in(&desk.state, clock::now().today),
    };
    let mut names = Names::of(&desk.state, period);
    let means = meant(context, &desk.state, &mut names, &wanted.meant)?;
    let batch = read(context, desk, &names, wanted)?;
    for period in periods(&batch) {
        desk.load(context, period)?;
    }
    let mut meant = said(context, (&desk.state, &batch), means)?;
    if let Some(words) = &wanted.organisation {
        let roster = Roster::of(&desk.state, period.unwrap_or(PeriodId(0)));
        let (organisation, _) = place::head(context, &desk.state, &roster, words)?;
        meant.organisation = Some(organisation);
    }
    let mut brings = brings(context, desk, &batch, &meant);
    if wanted.similar {
        for name in brings.unknown.iter().take(NAMES_ALIKE) {
            take_similar(&desk.state, &names, name, &mut meant);
        }
        brings = self::brings(context, desk, &batch, &meant);
    }
    if let Some(period) = period.filter(|_| !batch.claims.is_empty()) {
        let name = context.narrator(&desk.state).period(period);
        let said = context.locale.say_with(Phrase::BringsPeriod, &args![name]);
        context.out.line(&said)?;
    }
    let wrong = show(context, desk, &names, (&batch, &brings), wanted.over)?;
    let Some(command) = brings.command(&batch, |it| {
        brings.is_ready(it) || wanted.over && brings.is_asked(it)
    }) else {
        return match wrong {
            0 => context.out.line(&context.say(Phrase::CliImportNothing)),
            _ => Err(context.refuse(&refused(context, wrong))),
        };
    };
    if wrong > 0 && !wanted.skip_refused {
        return Err(context.refuse(&refused(context, wrong)));
    }
    if !wanted.yes {
        return context.out.line(&context.say(Phrase::CliImportNotYet));
    }
    write(context, desk, &command)
}

fn write(context: &mut Context, desk: &mut Desk, command: &Command) -> Result<(), Exit> {
    let bar = Bar::working(context.say(Phrase::CliImportWriting));
    let answer = desk.act(command);
    drop(bar);
    let commit = answer::done(context, answer, |refusal| {
        context.narrator(&desk.state).refusal(refusal)
    })?;
    let said = context.narrator(&desk.state).commit(&commit);
    context.out.line(&said)
}

fn brings(context: &Context, desk: &Desk, batch: &Batch, meant: &Meant) -> Brings {
    let by = (Actor { user: desk.user }, clock::now());
    let mut bar = Bar::new(context.say(Phrase::CliImportWeighing));
    let mut told = |done: usize, total: usize| {
        bar.at(done as u64, total as u64);
        true
    };
    let mut brings = Brings::default();
    let about = (batch, meant);
    brings.in_parts(&desk.state, by, about, &Touched::All, &mut told);
    brings
}

/// The periods that the values are of.
fn periods(batch: &Batch) -> BTreeSet<PeriodId> {
    batch
        .claims
        .iter()
        .map(|it| it.period)
        .filter(|it| it.0 > 0)
        .collect()
}

/// Reads the files, one after another. What of a folder was brought in before is told and left.
fn read(context: &Context, desk: &Desk, names: &Names, wanted: &Wanted) -> Result<Batch, Exit> {
    let mut all = Vec::new();
    for path in &wanted.paths {
        all.extend(files_of(context, path)?);
    }
    let sizes = all
        .iter()
        .map(|(it, _)| fs::metadata(it).map_or(0, |it| it.len()));
    let total: u64 = sizes.sum();
    let mut bar = match all.as_slice() {
        [_] => Bar::working(context.say(Phrase::CliImportReading)),
        _ => Bar::new(context.say(Phrase::CliImportReading)),
    };
    let (mut batch, mut done) = (Batch::default(), 0);
    for (path, in_folder) in &all {
        let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX);
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_string_lossy();
        let bytes = match files::read(path, most) {
            Ok(bytes) => bytes,
            // One that can't be read does not keep the others from it.
            Err(error) if all.len() > 1 => {
                let file = incoming::unread(&context.locale, (path, &name), &error);
                batch.files.push(file);
                continue;
            }
            Err(error) => {
                return Err(context.refuse(&files::unread(&context.locale, path, &error)));
            }
        };
        done += bytes.len() as u64;
        bar.at(done, total);
        let digest = files::digest(&bytes);
        let before = brought::last(&desk.state, digest);
        if let Some(stamp) = before.filter(|_| *in_folder && !wanted.again) {
            let brought = context.narrator(&desk.state).brought(&stamp);
            let (file, phrase) = (name.as_ref(), Phrase::CliImportSkipped);
            batch.files.push(File {
                name: name.to_string(),
                notes: vec![context.locale.say_with(phrase, &args![file, brought])],
                ..File::default()
            });
            continue;
        }
        let against = Against {
            state: &desk.state,
            names,
            store: desk.store,
            locale: &context.locale,
        };
        read_into(&mut batch, against, (&name, digest), &bytes);
    }
    Ok(batch)
}

/// A file, or all files of a folder that may hold values, by their names; each with whether it is one of a folder.
fn files_of(context: &Context, path: &Path) -> Result<Vec<(PathBuf, bool)>, Exit> {
    let is_folder = fs::metadata(path).is_ok_and(|it| it.is_dir());
    if !is_folder {
        return Ok(vec![(path.to_owned(), false)]);
    }
    let unread = |error| context.refuse(&files::unread(&context.locale, path, &error));
    let found = incoming::files_in(path).map_err(unread)?;
    if found.is_empty() {
        let path = files::full(path);
        let text = context
            .locale
            .say_with(Phrase::CliImportEmptyFolder, &args![path]);
        return Err(context.refuse_line(&text));
    }
    Ok(found.into_iter().map(|it| (it, true)).collect())
}

/// Shows what would change; how much is refused.
fn show(
    context: &mut Context,
    desk: &Desk,
    names: &Names,
    (batch, brings): (&Batch, &Brings),
    over: bool,
) -> Result<usize, Exit> {
    let mut lines = Vec::new();
    let mut wrong = 0;
    let mut unknown: BTreeMap<&Unknown, (Spot, usize)> = BTreeMap::new();
    let (mut is_like, mut is_named, mut is_whose) = (false, false, false);
    let narrator = context.narrator(&desk.state);
    let teller = Teller {
        locale: &context.locale,
        narrator: &narrator,
        batch,
        brings,
        names,
    };
    let say = |phrase, all: &crate::locale::Args<'_>| context.locale.say_with(phrase, all);
    for (period, organisation, files) in batch.twice() {
        let whose = organisation.map_or_else(
            || context.say(Phrase::SubjectMunicipality),
            |it| narrator.organisation(it),
        );
        let period = narrator.period(period);
        let files = files.join("; ");
        lines.push(say(Phrase::BringsTwice, &args![whose, period, files]));
    }
    for file in &batch.files {
        lines.extend(narrator.brought_before(&file.name, file.digest));
        lines.extend(file.notes.iter().cloned());
    }
    let explained = brings.explained.iter();
    lines.extend(explained.map(|(name, it)| teller.explained(name, *it)));
    for at in 0..batch.claims.len() {
        if let Some(Outcome::Unknown(name)) = brings.outcomes.get(at) {
            // A school is told once, and not for each of its values.
            let here = batch.claims.get(at).map(|it| it.spot).unwrap_or_default();
            unknown.entry(name).or_insert((here, 0)).1 += 1;
            wrong += 1;
            continue;
        }
        let Some(told) = teller.claim(at) else {
            continue;
        };
        let is_taken = |at: usize| brings.is_ready(at) || over && brings.is_asked(at);
        // What knows from another line what is below its own goes with that one.
        let is_taken = is_taken(at) && brings.teacher(at).is_none_or(is_taken);
        wrong += usize::from(!is_taken);
        let (place, cell, said) = (&told.place, &told.cell, &told.said);
        let given = &told.given;
        // What waits for a decision is not wrong: it is told as what it would come to.
        lines.push(match (is_taken || brings.is_asked(at), place.is_empty()) {
            (true, _) => say(Phrase::BringsLine, &args![place, cell, said]),
            (false, true) => said.clone(),
            (false, false) => say(Phrase::BringsRefused, &args![place, cell, given, said]),
        });
    }
    let more = unknown.len().saturating_sub(NAMES_TOLD);
    // As they stand in the files: whoever mends them goes from above down.
    let mut unknown: Vec<(&Unknown, (Spot, usize))> = unknown.into_iter().collect();
    unknown.sort_by_key(|(_, (spot, _))| *spot);
    for (name, (spot, n)) in unknown.into_iter().take(NAMES_TOLD) {
        let (place, said) = (teller.place(spot), teller.unknown(name));
        lines.push(say(Phrase::BringsUnknown, &args![place, said, n]));
        if let Unknown::File(..) = name {
            is_whose = true;
            continue;
        }
        is_named = true;
        is_like |= !(name.organisations(names).is_empty() && name.indicators(names).is_empty());
    }
    if more > 0 {
        lines.push(say(Phrase::CliImportMoreNames, &args![n = more]));
    }
    for file in &batch.files {
        wrong += file.faults.len();
        lines.extend(file.faults.iter().cloned());
    }
    let same = brings.same();
    if same > 0 {
        lines.push(say(Phrase::BringsSame, &args![n = same]));
    }
    let changes = brings.changes();
    if changes > 0 {
        lines.push(say(Phrase::BringsChanges, &args![n = changes]));
    }
    if is_whose {
        lines.push(context.say(Phrase::CliImportWhose));
    }
    if !over && (0..batch.claims.len()).any(|it| brings.is_asked(it)) {
        lines.push(context.say(Phrase::CliImportOver));
    }
    if is_named {
        lines.push(context.say(Phrase::CliImportMeant));
    }
    if is_like {
        lines.push(context.say(Phrase::CliImportSimilar));
    }
    for line in lines {
        context.out.line(&line)?;
    }
    Ok(wrong)
}

fn refused(context: &Context, n: usize) -> Told {
    Told {
        fact: context.locale.say_with(Phrase::CliImportRefused, &args![n]),
        next: context.say(Phrase::CliImportRefusedNext),
    }
}
