//! What entering a batch would come to: names become cells, what is told becomes entries, and the proposal says the rest.
//!
//! Owns that nobody's later word is written over unseen: what stood in a cell when it was first shown is kept, and what others do meanwhile
//! is told beside it. Of what they do only the claims about the same organisation or person are judged anew: base quantities and lines that
//! contradict each other reach no further.

use std::collections::{BTreeMap, BTreeSet};

use super::brought::Before;
use super::given::{given, new_note};
use super::matching::{Explained, Meant, Outcome, Unknown};
use super::places::{Places, spelt};
use super::{Batch, Claim, Whose, plain};
use crate::analysis::proposal::{Becomes, Proposal, Proposed, Verdict, once_each};
use crate::domain::alias::{Alias, Means};
use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::decide::Actor;
use crate::domain::ids::Now;
use crate::domain::record::{Commit, Key};
use crate::domain::staffing::Intake;
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Source, Subject};

/// What entering a batch would come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brings {
    /// What comes of each claim, in their order.
    pub outcomes: Vec<Outcome>,
    /// Names that nobody knows, each once.
    pub unknown: BTreeSet<Unknown>,
    /// Names that are none of the store's and were explained by a person, now or before.
    pub explained: BTreeMap<Unknown, Explained>,
    /// What each claim stands on, where its cell is known.
    grounds: Vec<Option<Ground>>,
    /// What is sent of each claim that changes something.
    sets: Vec<Option<SetValue>>,
    /// The claim from which each knows what is below its line.
    teachers: Vec<Option<usize>>,
    file: [u8; 16],
    /// Which of the files were brought before.
    pub(super) before: Before,
}

/// The cell of a claim, and what was there.
#[derive(Clone, Debug, PartialEq)]
struct Ground {
    cell: Cell,
    /// When it was first shown: the revision and the entry. None while the values of the period are not here.
    first: Option<(Seen, Option<Entry>)>,
    /// When it was judged last.
    judged: Option<Seen>,
}

/// What a commit may have changed of a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// What is said of these.
    Subjects(BTreeSet<Subject>),
    /// What stands under names that nobody knew: something was said of one.
    Names,
    /// Anything.
    All,
}

impl Touched {
    /// What a commit touches.
    #[must_use]
    pub fn by(commit: &Commit) -> Touched {
        let mut subjects = BTreeSet::new();
        for change in &commit.changes {
            match change.key {
                Key::Value(cell) => drop(subjects.insert(cell.subject)),
                Key::BaseValue(_, _, id) => drop(subjects.insert(Subject::Organisation(id))),
                // What is made of values, or said beside them.
                Key::Recommendation(_)
                | Key::Decision(_)
                | Key::Assignment(_)
                | Key::Report(_)
                | Key::Document(_)
                | Key::Requirement(_)
                | Key::Citation(_)
                | Key::Objection(_)
                | Key::Confirmation(..)
                | Key::Collection(..)
                | Key::BroughtFile(_) => {}
                _ => return Touched::All,
            }
        }
        Touched::Subjects(subjects)
    }
}

impl Brings {
    /// What comes of it if this person enters it now.
    #[must_use]
    pub fn of(state: &State, by: (Actor, Now), batch: &Batch, meant: &Meant) -> Brings {
        let mut brings = Brings::placed(state, batch, meant);
        let all: Vec<usize> = (0..batch.claims.len()).collect();
        brings.judge(state, by, batch, &all);
        brings
    }

    /// The same after something was changed: the claims under whose hands a cell was changed since it was last judged.
    pub fn again(
        &mut self,
        state: &State,
        by: (Actor, Now),
        (batch, meant): (&Batch, &Meant),
        touched: &Touched,
    ) -> Vec<usize> {
        let which: Vec<usize> = match touched {
            Touched::Subjects(all) => self.about(all),
            Touched::Names => {
                let named = self.named(state, batch, meant);
                self.about(&named)
            }
            Touched::All => {
                let before = std::mem::replace(self, Brings::placed(state, batch, meant));
                for (ground, before) in self.grounds.iter_mut().zip(before.grounds) {
                    match (ground, before) {
                        (Some(ground), Some(before))
                            if ground.cell == before.cell && before.first.is_some() =>
                        {
                            *ground = before;
                        }
                        _ => {}
                    }
                }
                (0..batch.claims.len()).collect()
            }
        };
        let mut moved = Vec::new();
        for at in &which {
            if let Some(Some(ground)) = self.grounds.get_mut(*at) {
                let now = seen_now(state, ground.cell);
                if now.is_some() && ground.judged != now {
                    moved.push(*at);
                    ground.judged = now;
                }
            }
        }
        self.judge(state, by, batch, &which);
        moved
    }

    /// The claims about these.
    fn about(&self, all: &BTreeSet<Subject>) -> Vec<usize> {
        let is = |it: &Ground| all.contains(&it.cell.subject);
        let grounds = self.grounds.iter().enumerate();
        let about = grounds.filter(|(_, it)| it.as_ref().is_some_and(is));
        about.map(|it| it.0).collect()
    }

    /// Each claim with its cell, or with the reason why it has none.
    fn placed(state: &State, batch: &Batch, meant: &Meant) -> Brings {
        let n = batch.claims.len();
        let mut brings = Brings {
            file: batch.digest(),
            before: Before::of(state, batch),
            sets: vec![None; n],
            teachers: vec![None; n],
            outcomes: vec![Outcome::Wrong(String::new()); n],
            grounds: vec![None; n],
            ..Brings::default()
        };
        brings.place(state, batch, meant, 0..n);
        brings
    }

    /// Finds the cells of what stands under names that are none of the store's: whom it is about, and whom it was about before.
    fn named(&mut self, state: &State, batch: &Batch, meant: &Meant) -> BTreeSet<Subject> {
        let all = batch.claims.iter().enumerate();
        let spelt = all.filter(|it| !spellings(batch, it.1).is_empty());
        let spelt: Vec<usize> = spelt.map(|it| it.0).collect();
        let subjects = |brings: &Brings| -> BTreeSet<Subject> {
            let grounds = spelt
                .iter()
                .filter_map(|it| brings.grounds.get(*it)?.as_ref());
            grounds.map(|it| it.cell.subject).collect()
        };
        let mut about = subjects(self);
        self.unknown.clear();
        self.explained.clear();
        self.place(state, batch, meant, spelt.iter().copied());
        about.extend(subjects(self));
        about
    }

    fn place(
        &mut self,
        state: &State,
        batch: &Batch,
        meant: &Meant,
        which: impl Iterator<Item = usize>,
    ) {
        let mut places = Places::new(state, batch, meant);
        for at in which {
            let Some(claim) = batch.claims.get(at) else {
                continue;
            };
            let (outcome, ground) = match places.cell(claim) {
                Ok(cell) => {
                    let there = || state.value(cell).map(|it| it.entry.clone());
                    let judged = seen_now(state, cell);
                    let ground = Ground {
                        cell,
                        first: judged.map(|it| (it, there())),
                        judged,
                    };
                    (Outcome::Cell(cell, Verdict::Same), Some(ground))
                }
                Err(outcome) => (*outcome, None),
            };
            if let Outcome::Unknown(name) = &outcome {
                self.unknown.insert(name.clone());
            }
            for name in spellings(batch, claim) {
                if let Some(explained) = explained(claim, &name, meant) {
                    self.explained.insert(name, explained);
                }
            }
            self.put(at, outcome, None);
            if let Some(it) = self.grounds.get_mut(at) {
                *it = ground;
            }
        }
    }

    /// Judges some of the claims: all that are about the same subjects, for they are held against each other.
    fn judge(&mut self, state: &State, (actor, now): (Actor, Now), batch: &Batch, which: &[usize]) {
        let (mut claims, mut proposed) = (Vec::new(), Vec::new());
        for at in which {
            let (Some(Some(ground)), Some(claim)) = (self.grounds.get(*at), batch.claims.get(*at))
            else {
                continue;
            };
            let cell = ground.cell;
            let outcome = match given(state, cell, claim) {
                Ok(Some(given)) => {
                    claims.push(*at);
                    proposed.push(Proposed {
                        cell,
                        given,
                        note: new_note(state, cell, claim),
                        source: claim.source.clone().map(Source::Text),
                    });
                    continue;
                }
                Ok(None) => Outcome::Cell(cell, Verdict::Same),
                Err(outcome) => *outcome,
            };
            self.put(*at, outcome, None);
        }
        let lines = Proposal::of(state, actor, now, &proposed).lines;
        // What two lines say alike is one change: that of the first of them.
        let mut first: BTreeMap<Cell, usize> = BTreeMap::new();
        let firsts: Vec<usize> = (proposed.iter().zip(&lines).enumerate())
            .map(|(n, (it, line))| match line.set {
                Some(_) => *first.entry(it.cell).or_insert(n),
                None => n,
            })
            .collect();
        let claim_of = |n: usize| claims.get(n).copied();
        for (n, ((at, it), line)) in claims.iter().zip(proposed).zip(lines).enumerate() {
            let first = firsts.get(n).copied();
            let (verdict, set) = (line.verdict, line.set.filter(|_| first == Some(n)));
            let outcome = match verdict {
                // The place of the other claim.
                Verdict::Contradicts(other) => {
                    let other = claim_of(other).unwrap_or(other);
                    Outcome::Cell(it.cell, Verdict::Contradicts(other))
                }
                Verdict::Changes(_) if set.is_none() => Outcome::Cell(it.cell, Verdict::Same),
                Verdict::Changes(becomes) => self.changed(state, batch, *at, becomes),
                other => Outcome::Cell(it.cell, other),
            };
            self.put(*at, outcome, set);
            let teacher = line.taught_by.and_then(|it| firsts.get(it).copied());
            if let Some(there) = self.teachers.get_mut(*at) {
                *there = teacher.filter(|it| *it != n).and_then(claim_of);
            }
        }
    }

    /// A claim that changes its cell, with what others did to that cell since it was handed out or shown.
    fn changed(&self, state: &State, batch: &Batch, at: usize, becomes: Becomes) -> Outcome {
        let (Some(Some(ground)), Some(claim)) = (self.grounds.get(at), batch.claims.get(at)) else {
            return Outcome::Wrong(String::new());
        };
        let cell = ground.cell;
        let now = seen_now(state, cell);
        match &ground.first {
            Some((seen, first)) if Some(*seen) != now => Outcome::Meanwhile {
                cell,
                becomes,
                first: first.clone(),
                by: state.stamp(Key::Value(cell)),
            },
            _ if claim.handed_out.is_some_and(|it| Some(it) != now) => {
                Outcome::Since(cell, becomes)
            }
            _ if self.before.is_newer(claim.spot.file, now) => Outcome::PutRight(cell, becomes),
            _ if matches!(
                (&becomes.was, &becomes.entry),
                (Some(Entry::Ratio { .. }), Entry::Percent(_))
            ) =>
            {
                Outcome::Poorer(cell, becomes)
            }
            _ => Outcome::Cell(cell, Verdict::Changes(becomes)),
        }
    }

    fn put(&mut self, at: usize, outcome: Outcome, set: Option<SetValue>) {
        if let (Some(there), Some(sent)) = (self.outcomes.get_mut(at), self.sets.get_mut(at)) {
            (*there, *sent) = (outcome, set);
        }
        if let Some(it) = self.teachers.get_mut(at) {
            *it = None;
        }
    }

    /// Whether a claim would change something, and nothing speaks against it.
    #[must_use]
    pub fn is_ready(&self, at: usize) -> bool {
        matches!(
            self.outcomes.get(at),
            Some(Outcome::Cell(_, Verdict::Changes(_)))
        )
    }

    /// Whether a claim would change what was changed since the form was handed out, since the file was brought or while it was looked at, or
    /// would take away the parts of a ratio: it is taken by whoever says so.
    #[must_use]
    pub fn is_asked(&self, at: usize) -> bool {
        matches!(
            self.outcomes.get(at),
            Some(
                Outcome::Since(..)
                    | Outcome::PutRight(..)
                    | Outcome::Meanwhile { .. }
                    | Outcome::Poorer(..)
            )
        )
    }

    /// The claim from which this one knows what is below its line: without that one it is not entered.
    #[must_use]
    pub fn teacher(&self, at: usize) -> Option<usize> {
        self.teachers.get(at).copied().flatten()
    }

    /// Claims that would change something.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.count(|it| matches!(it, Outcome::Cell(_, Verdict::Changes(_))))
    }

    /// Claims that say what is there.
    #[must_use]
    pub fn same(&self) -> usize {
        self.count(|it| matches!(it, Outcome::Cell(_, Verdict::Same)))
    }

    /// Claims that are not taken.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.outcomes.len() - self.changes() - self.same()
    }

    fn count(&self, is_so: impl Fn(&Outcome) -> bool) -> usize {
        self.outcomes.iter().filter(|it| is_so(it)).count()
    }

    /// The one command that enters the chosen claims, with what was said of the names that they stand under; `None` where none of them
    /// changes anything.
    #[must_use]
    pub fn command(
        &self,
        batch: &Batch,
        meant: &Meant,
        is_chosen: impl Fn(usize) -> bool,
    ) -> Option<Command> {
        let with_teacher = |at: usize| self.teacher(at).is_none_or(&is_chosen);
        let chosen = self.sets.iter().enumerate();
        let chosen = chosen.filter(|it| is_chosen(it.0) && with_teacher(it.0));
        let chosen = chosen.filter_map(|(at, set)| Some((at, set.as_ref()?)));
        let (mut sets, mut names) = (Vec::new(), BTreeSet::new());
        for (at, set) in chosen {
            sets.push(set.clone());
            let Some(claim) = batch.claims.get(at) else {
                continue;
            };
            for name in spellings(batch, claim) {
                // The name of a file is no name of a school, and what was said before is not said anew.
                if matches!(name, Unknown::File(..)) {
                    continue;
                }
                let now = explained(claim, &name, meant).filter(|it| !it.remembered);
                names.extend(now.map(|it| (plain(name.text()), it.means)));
            }
        }
        let names = names.into_iter();
        let intake = Intake {
            file: self.file,
            values: once_each(sets.into_iter()),
            names: names.map(|(text, means)| Alias { text, means }).collect(),
            files: self.files(batch, |at| {
                is_chosen(at) && self.sets.get(at).is_some_and(Option::is_some)
            }),
            ..Intake::default()
        };
        (!intake.values.is_empty()).then_some(Command::TakeIn(intake))
    }
}

/// The names of a claim that are none of the store's.
pub(super) fn spellings(batch: &Batch, claim: &Claim) -> Vec<Unknown> {
    let indicator = spelt(&claim.indicator).map(str::to_owned);
    let indicator = indicator.map(|it| Unknown::Indicator(claim.period, it));
    let organisation = match &claim.whose {
        Whose::Organisation { organisation, .. } => {
            spelt(organisation).map(|it| Unknown::Organisation(it.to_owned()))
        }
        Whose::OfFile { .. } => {
            let name = batch.place(claim.spot).0.to_owned();
            Some(Unknown::File(claim.spot.file, name))
        }
        _ => None,
    };
    indicator.into_iter().chain(organisation).collect()
}

/// What a name of a claim was taken for.
fn explained(claim: &Claim, name: &Unknown, meant: &Meant) -> Option<Explained> {
    let means = match (name, &claim.whose) {
        (Unknown::Indicator(..), _) => Means::Indicator(meant.of_indicator(&claim.indicator)?),
        (Unknown::File(file, _), _) => Means::Organisation(*meant.files.get(file)?),
        (Unknown::Organisation(_), Whose::Organisation { organisation, .. }) => {
            Means::Organisation(meant.of_organisation(organisation)?)
        }
        _ => return None,
    };
    Some(Explained {
        means,
        remembered: !meant.says(name),
    })
}

/// What stands under a cell now; none where the values of the period are not here.
fn seen_now(state: &State, cell: Cell) -> Option<Seen> {
    state.shard(cell.period)?;
    let stamp = state.stamp(Key::Value(cell));
    Some(stamp.map_or(Seen::Absent, |it| Seen::At(it.rev)))
}
