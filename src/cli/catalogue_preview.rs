//! What an import of a catalogue would make of it, in lines: what is new, changed, retired, removed, and what is wrong with it then.
//!
//! Invariant: whatever the import does to the edition that it is compared with has a line, and what has none is no change.

use std::collections::BTreeSet;

use super::catalogue::latest_published;
use super::context::Context;
use super::exit::Exit;
use crate::analysis::results::RECKON;
use crate::domain::catalogue::Edition;
use crate::domain::command::Command;
use crate::domain::decide::{Actor, decide};
use crate::domain::ids::{EditionId, PROGRAM, Seq, Timestamp};
use crate::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::rule::RuleKind;
use crate::domain::soundness::{Problem, problems};
use crate::domain::state::State;
use crate::exchange::identity::{Found, Resolved};
use crate::locale::{Phrase, args};
use crate::service::clock;

/// What an import would do.
pub(super) struct Preview {
    /// All that is to be said of it.
    pub(super) lines: Vec<String>,
    /// The file says what is there already.
    pub(super) is_nothing: bool,
}

impl Preview {
    /// # Errors
    /// How the call ends, if the catalogue would not be taken in.
    pub(super) fn of(
        context: &Context,
        state: &State,
        resolved: &Resolved,
        command: &Command,
    ) -> Result<Preview, Exit> {
        let changes = match decide(
            state,
            &Actor { user: PROGRAM },
            command,
            clock::now(),
            RECKON,
        ) {
            Err(Refusal::NoChange) => Vec::new(),
            made => made.map_err(|it| context.refuse(&context.narrator(state).refusal(&it)))?,
        };
        let commit = Commit {
            seq: Seq(state.meta.seq.0 + 1),
            time: Timestamp(0),
            actor: PROGRAM,
            command_id: CommandId(0),
            cause: Cause::Do,
            changes,
        };
        let mut then = state.clone();
        then.apply(&commit);
        let made = (commit.changes.iter()).find_map(|it| match it.key {
            Key::Edition(id) | Key::Direction(id, _) | Key::Indicator(id, _) => Some(id),
            _ => None,
        });
        let into = resolved.draft.into.map(|(id, _)| id);
        let Some(id) = into.or(made) else {
            return Ok(Preview {
                lines: Vec::new(),
                is_nothing: commit.changes.is_empty(),
            });
        };
        let compared = Compared {
            context,
            state,
            then: &then,
            id,
            base: match state.editions.contains_key(&id) {
                true => Some(id),
                false => latest_published(state),
            },
            told: keys_of(id, resolved),
        };
        let told = compared.told();
        let is_nothing = told.is_empty();
        let mut lines = vec![counts(context, resolved, &told)];
        lines.extend(told.into_iter().map(|(_, line)| line));
        lines.extend(bases_kept(context, state, resolved));
        lines.extend(troubles(context, &then, id));
        Ok(Preview { lines, is_nothing })
    }
}

/// What becomes of a thing of the edition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Becomes {
    New,
    Changed,
    Retired,
    Gone,
}

/// A line, and of what it tells that becomes of which thing; of the order of all it is none.
type Line = (Option<(Key, Becomes)>, String);

/// What the file names, as the edition will have it.
fn keys_of(id: EditionId, resolved: &Resolved) -> BTreeSet<Key> {
    let directions = resolved.draft.directions.iter();
    let indicators = resolved.draft.indicators.iter();
    (directions.map(|it| Key::Direction(id, it.0)))
        .chain(indicators.map(|it| Key::Indicator(id, it.0)))
        .collect()
}

/// How much the file holds, and how much of the edition it changes by being read.
fn counts(context: &Context, resolved: &Resolved, told: &[Line]) -> String {
    let of = |wanted: Becomes| {
        let indicators = told.iter().filter_map(|(it, _)| *it);
        indicators
            .filter(|(key, becomes)| matches!(key, Key::Indicator(..)) && *becomes == wanted)
            .count()
    };
    let by_name = |it: &&Found| matches!(it, Found::Title | Found::Code);
    let found = resolved.found.iter().filter(by_name).count();
    let out = (resolved.draft.indicators.iter())
        .filter(|it| it.1.retired)
        .count();
    let all = resolved.draft.indicators.len() - out;
    context.locale.say_with(
        Phrase::CliCatalogueCounts,
        &args![
            all,
            out,
            new = of(Becomes::New),
            retired = of(Becomes::Retired),
            gone = of(Becomes::Gone),
            found
        ],
    )
}

/// The edition as it would be, beside the one that it is compared with: its own earlier text, else the latest published one.
struct Compared<'a> {
    context: &'a Context,
    state: &'a State,
    then: &'a State,
    id: EditionId,
    base: Option<EditionId>,
    /// What the file names.
    told: BTreeSet<Key>,
}

impl Compared<'_> {
    /// A line for each thing that is not as it was.
    fn told(&self) -> Vec<Line> {
        let whole = std::iter::once(Key::Edition(self.id)).filter(|_| self.base.is_some());
        let bases = (self.then.base_quantities.keys()).copied();
        let [directions, indicators] = keys(self.then, self.id);
        let all = whole
            .chain(directions)
            .chain(bases.map(Key::BaseQuantity))
            .chain(indicators)
            .chain(RuleKind::ALL.map(|kind| Key::Rule(self.id, kind)));
        let mut out: Vec<_> = all.filter_map(|key| self.line(key)).collect();
        if let Some(base) = self.base {
            for was in keys(self.state, base).into_iter().flatten() {
                let key = self.of_edition(was, self.id);
                if self.then.record(key).is_none() {
                    let name = self.context.narrator(self.state).title_of(was);
                    let line =
                        (self.context.locale).say_with(Phrase::CliCatalogueGone, &args![name]);
                    out.push((Some((key, Becomes::Gone)), line));
                }
            }
            if self.is_in_another_order(base) {
                out.push((None, self.context.say(Phrase::CliCatalogueOrder)));
            }
        }
        out
    }

    fn line(&self, key: Key) -> Option<Line> {
        let (before, after) = (self.before(key), record(self.then, key));
        if same(before.as_ref(), after.as_ref()) {
            return None;
        }
        let narrator = self.context.narrator(self.then);
        let name = narrator.title_of(key);
        let locale = &self.context.locale;
        let is_own = matches!(key, Key::Direction(..) | Key::Indicator(..));
        let is_lacking = is_own && !self.told.contains(&key);
        let retires = is_retired(after.as_ref()) && !is_retired(before.as_ref());
        let is_new = before.is_none();
        let what = match is_new {
            true => String::new(),
            false => narrator.difference(&Change { key, before, after }),
        };
        let (becomes, line) = match (is_new, retires) {
            (true, _) => (
                Becomes::New,
                locale.say_with(Phrase::CliCatalogueNew, &args![name, what]),
            ),
            (_, true) if is_lacking => (
                Becomes::Retired,
                locale.say_with(Phrase::CliCatalogueLacking, &args![name]),
            ),
            (_, true) => (
                Becomes::Retired,
                locale.say_with(Phrase::CliCatalogueRetired, &args![name, what]),
            ),
            _ => (
                Becomes::Changed,
                locale.say_with(Phrase::CliCatalogueChanged, &args![name, what]),
            ),
        };
        Some((Some((key, becomes)), line))
    }

    /// The same thing in another edition.
    fn of_edition(&self, key: Key, edition: EditionId) -> Key {
        match key {
            Key::Direction(_, it) => Key::Direction(edition, it),
            Key::Indicator(_, it) => Key::Indicator(edition, it),
            Key::Rule(_, it) => Key::Rule(edition, it),
            other => other,
        }
    }

    fn before(&self, key: Key) -> Option<Record> {
        match key {
            Key::BaseQuantity(_) => record(self.state, key),
            // Beside no edition the usual is what there was.
            Key::Rule(_, kind) if self.base.is_none() => Some(Record::Rule(kind.usual())),
            Key::Edition(_) => edition_before(self.state, self.then, self.base?, self.id),
            _ => {
                let was = self.of_edition(key, self.base?);
                record(self.state, was)
            }
        }
    }

    /// Whether what is in both stands in another order: the numbers of the places say nothing, since a file counts them anew.
    fn is_in_another_order(&self, base: EditionId) -> bool {
        let was = keys(self.state, base).map(|it| {
            let mut was: Vec<Key> = it.iter().map(|it| self.of_edition(*it, self.id)).collect();
            was.retain(|it| self.then.record(*it).is_some());
            was
        });
        let is = keys(self.then, self.id);
        was.into_iter().zip(is).any(|(was, mut is)| {
            is.retain(|it| was.contains(it));
            was != is
        })
    }
}

/// A record as it stands, or as it holds where an edition says nothing of a rule.
fn record(state: &State, key: Key) -> Option<Record> {
    match key {
        Key::Rule(edition, kind) => Some(Record::Rule(state.rule(edition, kind))),
        key => state.record(key).map(|it| it.0),
    }
}

/// The directions and the indicators of an edition, in their order.
fn keys(state: &State, id: EditionId) -> [Vec<Key>; 2] {
    let directions = state.directions_of(id).into_iter();
    let indicators = state.indicators_of(id).into_iter();
    [
        directions.map(|it| Key::Direction(id, it.0)).collect(),
        indicators.map(|it| Key::Indicator(id, it.0)).collect(),
    ]
}

/// Base quantities that the file has otherwise: they stay as they are, since other editions and numbers rest on them.
fn bases_kept(context: &Context, state: &State, resolved: &Resolved) -> Vec<String> {
    let other = resolved.draft.bases.iter().filter_map(|(id, it)| {
        let kept = state.base_quantities.get(id)?;
        (kept.body != *it).then(|| kept.title.clone())
    });
    let said =
        |title: String| (context.locale).say_with(Phrase::CliCatalogueBaseKept, &args![title]);
    other.map(said).collect()
}

/// What an edition was, as far as it is of interest: that a new one has another number and is a working one is no difference.
fn edition_before(state: &State, then: &State, base: EditionId, id: EditionId) -> Option<Record> {
    let (was, is) = (state.editions.get(&base)?, then.editions.get(&id)?);
    let was_like = Edition {
        number: is.number,
        state: is.state,
        based_on: is.based_on,
        ..was.body.clone()
    };
    Some(Record::Edition(was_like))
}

/// Whether two records say the same; in which place they stand is no change of what they say.
fn same(one: Option<&Record>, other: Option<&Record>) -> bool {
    let placed = |it: Option<&Record>| match it.cloned() {
        Some(Record::Indicator(mut it)) => {
            it.order = 0;
            Some(Record::Indicator(it))
        }
        Some(Record::Direction(mut it)) => {
            it.order = 0;
            Some(Record::Direction(it))
        }
        other => other,
    };
    placed(one) == placed(other)
}

fn is_retired(it: Option<&Record>) -> bool {
    match it {
        Some(Record::Indicator(it)) => it.retired,
        Some(Record::Direction(it)) => it.retired,
        _ => false,
    }
}

/// What is wrong with an edition, a line each: what keeps it from being published first.
pub(super) fn troubles(context: &Context, state: &State, id: EditionId) -> Vec<String> {
    let narrator = context.narrator(state);
    let line = |it: &Problem| {
        let phrase = match it.is_fault() {
            true => Phrase::CliCatalogueFault,
            false => Phrase::CliCatalogueRemark,
        };
        let (name, what) = (narrator.title_of(it.key), narrator.trouble(it));
        context.locale.say_with(phrase, &args![name, what])
    };
    problems(state, id).iter().map(line).collect()
}
