//! What entering a batch would come to: names become cells, what is told becomes entries, and the proposal says the rest.
//!
//! Owns that nobody's later word is written over unseen: what stood in a cell when it was first shown is kept, and what others do meanwhile
//! is told beside it. Of what they do only the claims about the same organisation or person are judged anew: base quantities and lines that
//! contradict each other reach no further.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{Answers, Contested, Explained, Meant, Stands, is_same};
use super::brought::Before;
use super::given::{given, new_note};
use super::grounds::{Grounds, seen_now};
use super::matching::{Outcome, Unknown};
use super::places::Places;
use super::taken::spellings;
use super::{Batch, Touched, Whose};
use crate::analysis::proposal::{Becomes, Proposal, Proposed, Verdict};
use crate::domain::command::SetValue;
use crate::domain::decide::Actor;
use crate::domain::ids::Now;
use crate::domain::record::Key;
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
    /// Names of which somebody else has said another thing since they were answered: nobody knows them until they are answered anew.
    pub contested: BTreeMap<Unknown, Contested>,
    /// What the claims stand on.
    grounds: Grounds,
    /// The claims under each name that is none of the store's.
    under: BTreeMap<Unknown, Vec<usize>>,
    /// What is sent of each claim that changes something.
    pub(super) sets: Vec<Option<SetValue>>,
    /// The claim from which each knows what is below its line.
    pub(super) teachers: Vec<Option<usize>>,
    pub(super) file: [u8; 16],
    /// Which of the files were brought before.
    pub(super) before: Before,
}

/// The cell of a claim, or why it has none.
type Placed = Result<Cell, Box<Outcome>>;

/// In how many parts many claims are judged: whoever waits hears so often how far it is.
const PARTS: usize = 20;
/// So many claims are one part.
const FEW: usize = 500;

impl Brings {
    /// What comes of it if this person enters it now.
    #[must_use]
    pub fn of(state: &State, by: (Actor, Now), batch: &Batch, meant: &Meant) -> Brings {
        let mut brings = Brings::default();
        brings.again(state, by, (batch, meant), &Touched::All);
        brings
    }

    /// The first claim under a name.
    #[must_use]
    pub fn first_under(&self, name: &Unknown) -> Option<usize> {
        self.under.get(name)?.first().copied()
    }

    /// The same after something was changed: the claims under whose hands a cell was changed since it was last judged.
    pub fn again(
        &mut self,
        state: &State,
        by: (Actor, Now),
        about: (&Batch, &Meant),
        touched: &Touched,
    ) -> Vec<usize> {
        let moved = self.in_parts(state, by, about, touched, &mut |_, _| true);
        moved.unwrap_or_default()
    }

    /// As [`Brings::again`], telling after each part of the claims how many of how many are judged; none where whoever hears it wants no
    /// more. What is left then is good for nothing.
    pub fn in_parts(
        &mut self,
        state: &State,
        by: (Actor, Now),
        (batch, meant): (&Batch, &Meant),
        touched: &Touched,
        go_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Option<Vec<usize>> {
        let which: Vec<usize> = match touched {
            Touched::Subjects(all) => self.grounds.about(all),
            Touched::Name(name) => {
                let moves = self.moves(state, (batch, meant), name);
                let about = self.about(&moves);
                for (at, place) in moves {
                    self.put_on(state, at, place);
                }
                self.list_names(state, meant, Some(name));
                self.grounds.about(&about)
            }
            Touched::All => {
                let grounds = std::mem::take(&mut self.grounds);
                *self = Brings::placed(state, batch, meant, grounds);
                (0..batch.claims.len()).collect()
            }
        };
        let moved = self.grounds.moved(state, &which);
        let (mut done, total) = (0, which.len());
        for part in self.parts(which) {
            if !go_on(done, total) {
                return None;
            }
            self.judge(state, by, batch, &part);
            done += part.len();
        }
        Some(moved)
    }

    /// Claims in parts of about the same size. What is about one subject stays together: it is held against each other.
    fn parts(&self, which: Vec<usize>) -> Vec<Vec<usize>> {
        let most = which.len().div_ceil(PARTS).max(FEW);
        let mut about: BTreeMap<Option<Subject>, Vec<usize>> = BTreeMap::new();
        for at in which {
            let subject = self.grounds.cell(at).map(|it| it.subject);
            about.entry(subject).or_default().push(at);
        }
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for all in about.into_values() {
            match parts.last_mut().filter(|it| it.len() + all.len() <= most) {
                Some(part) => part.extend(all),
                None => parts.push(all),
            }
        }
        parts.iter_mut().for_each(|it| it.sort_unstable());
        parts
    }

    /// Each claim with its cell, or with the reason why it has none; over what was shown before.
    fn placed(state: &State, batch: &Batch, meant: &Meant, shown: Grounds) -> Brings {
        let n = batch.claims.len();
        let mut brings = Brings {
            file: batch.digest(),
            before: Before::of(state, batch),
            sets: vec![None; n],
            teachers: vec![None; n],
            outcomes: vec![Outcome::Wrong(String::new()); n],
            grounds: shown.anew(n),
            ..Brings::default()
        };
        let mut places = Places::new(state, batch, meant);
        for (at, claim) in batch.claims.iter().enumerate() {
            brings.put_on(state, at, places.cell(claim));
            for name in spellings(batch, claim) {
                brings.under.entry(name).or_default().push(at);
            }
        }
        brings.list_names(state, meant, None);
        brings
    }

    /// How many claims are judged anew where this was touched, at most.
    #[must_use]
    pub fn reach(&self, state: &State, about: (&Batch, &Meant), touched: &Touched) -> usize {
        match touched {
            Touched::All => about.0.claims.len(),
            Touched::Subjects(all) => self.grounds.about(all).len(),
            Touched::Name(name) => {
                let moves = self.moves(state, about, name);
                moves.len() + self.grounds.about(&self.about(&moves)).len()
            }
        }
    }

    /// The claims that stand elsewhere now that something was said of a name, each with its place.
    fn moves(
        &self,
        state: &State,
        (batch, meant): (&Batch, &Meant),
        name: &Unknown,
    ) -> Vec<(usize, Placed)> {
        let under = self.under.iter().filter(|it| is_same(it.0, name));
        let mut which: BTreeSet<usize> = under.flat_map(|it| it.1).copied().collect();
        // Whose a table is that names nobody shows in all of its indicators.
        let files = which.iter().filter_map(|it| batch.claims.get(*it));
        let files = files.filter(|it| matches!(it.whose, Whose::OfFile { .. }));
        let files: BTreeSet<usize> = files.map(|it| it.spot.file).collect();
        let of_files = (self.under.iter())
            .filter(|it| matches!(it.0, Unknown::File(file, _) if files.contains(file)));
        which.extend(of_files.flat_map(|it| it.1));
        let mut places = Places::new(state, batch, meant);
        let placed = which.into_iter().filter_map(|at| {
            let place = places.cell(batch.claims.get(at)?);
            let stays = place.is_ok() && place.as_ref().ok().copied() == self.grounds.cell(at);
            (!stays).then_some((at, place))
        });
        placed.collect()
    }

    /// Whom claims are about that go to another place, and whom they were about.
    fn about(&self, moves: &[(usize, Placed)]) -> BTreeSet<Subject> {
        let cells = moves.iter().flat_map(|(at, place)| {
            let now = place.as_ref().ok().copied();
            [self.grounds.cell(*at), now].into_iter().flatten()
        });
        cells.map(|it| it.subject).collect()
    }

    /// Puts a claim on its cell; it waits there to be judged.
    fn put_on(&mut self, state: &State, at: usize, place: Placed) {
        let (outcome, cell) = match place {
            Ok(cell) => (Outcome::Cell(cell, Verdict::Same), Some(cell)),
            Err(outcome) => (*outcome, None),
        };
        self.put(at, outcome, None);
        self.grounds.put(state, at, cell);
    }

    /// What has become of the names: of all, or of the one of which something was said. Which of them nobody knows shows in the claims.
    fn list_names(&mut self, state: &State, meant: &Meant, only: Option<&Unknown>) {
        let answers = Answers::of(state, meant);
        let is_asked = |it: &Unknown| only.is_none_or(|name| is_same(it, name));
        for name in self.under.keys().filter(|it| is_asked(it)) {
            self.explained.remove(name);
            self.contested.remove(name);
            match answers.of_name(name) {
                Stands::For(it) => drop(self.explained.insert(name.clone(), it)),
                Stands::Contested(it) => drop(self.contested.insert(name.clone(), it)),
                Stands::Nothing => {}
            }
        }
        let outcomes = &self.outcomes;
        let waits = |name: &Unknown, at: usize| matches!(outcomes.get(at), Some(Outcome::Unknown(it)) if it == name);
        let unknown = self.under.iter();
        let unknown = unknown.filter(|(name, all)| all.iter().any(|at| waits(name, *at)));
        self.unknown = unknown.map(|it| it.0.clone()).collect();
    }

    /// Judges some of the claims: all that are about the same subjects, for they are held against each other.
    fn judge(&mut self, state: &State, (actor, now): (Actor, Now), batch: &Batch, which: &[usize]) {
        let (mut claims, mut proposed) = (Vec::new(), Vec::new());
        for at in which {
            let (Some(cell), Some(claim)) = (self.grounds.cell(*at), batch.claims.get(*at)) else {
                continue;
            };
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
        let (Some(cell), Some(claim)) = (self.grounds.cell(at), batch.claims.get(at)) else {
            return Outcome::Wrong(String::new());
        };
        let now = seen_now(state, cell);
        match self.grounds.before(state, cell) {
            Some(first) => Outcome::Meanwhile {
                cell,
                becomes,
                first: first.clone(),
                by: state.stamp(Key::Value(cell)),
            },
            _ if claim.handed_out.is_some_and(|it| Some(it) != now)
                && !Before::is_own(state, batch.files.get(claim.spot.file), now) =>
            {
                Outcome::Since(cell, becomes, state.stamp(Key::Value(cell)))
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
}
