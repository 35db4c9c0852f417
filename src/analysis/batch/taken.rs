//! What of a preview can be taken, how much of it there is, and the one command that enters what was chosen.
//!
//! Owns that a name is remembered only with what is entered under it, and that nothing is entered whose ground is left out.

use std::collections::BTreeMap;

use super::brings::Brings;
use super::matching::{Outcome, Unknown};
use super::places::spelt;
use super::{Batch, Claim, Whose, plain};
use crate::analysis::proposal::{Verdict, once_each};
use crate::domain::alias::Alias;
use crate::domain::command::Command;
use crate::domain::staffing::Intake;

impl Brings {
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
    pub fn command(&self, batch: &Batch, is_chosen: impl Fn(usize) -> bool) -> Option<Command> {
        let with_teacher = |at: usize| self.teacher(at).is_none_or(&is_chosen);
        let has_set = |at: usize| self.sets.get(at).is_some_and(Option::is_some);
        let is_entered = |at: usize| has_set(at) && is_chosen(at) && with_teacher(at);
        let chosen = self.sets.iter().enumerate();
        let chosen = chosen.filter(|it| is_entered(it.0));
        let chosen = chosen.filter_map(|(at, set)| Some((at, set.as_ref()?)));
        let (mut sets, mut names) = (Vec::new(), BTreeMap::new());
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
                let said = self.explained.get(&name).filter(|it| !it.remembered);
                names.extend(said.map(|it| ((plain(name.text()), it.means), it.seen)));
            }
        }
        let names = names.into_iter();
        let intake = Intake {
            file: self.file,
            values: once_each(sets.into_iter()),
            names: names
                .map(|((text, means), seen)| (seen, Alias { text, means }))
                .collect(),
            files: self.files(batch, is_entered),
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
