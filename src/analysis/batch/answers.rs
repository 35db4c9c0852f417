//! What names of files mean that the store has not: what a person says of them now, beside what is remembered.
//!
//! Owns that an answer counts only against what was seen when it was given: where somebody else has said another thing since, the name
//! waits for another answer.

use std::collections::BTreeMap;

use super::matching::Unknown;
use super::{Named, plain};
use crate::domain::alias::{Alias, Means};
use crate::domain::command::Seen;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId};
use crate::domain::state::{Stamp, Stamped, State};

/// A name as it is compared, and whether it is an organisation's: one text may name an indicator, too.
type Name = (bool, String);

/// What a person has said of names that the store has not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    names: BTreeMap<Name, Said>,
    /// Whose the table of a file is that names nobody, by the file's place in the batch. Not kept: the next file called «форма» is another's.
    pub files: BTreeMap<usize, OrganisationId>,
    /// Whose such a table is in any other file.
    pub organisation: Option<OrganisationId>,
}

/// What was said of a name; none where it means nothing, whatever was said of it before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    means: Option<Means>,
    /// What was remembered of it then.
    seen: Seen,
}

/// What a name of a file that is none of the store's has been taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// For what.
    pub means: Means,
    /// Whether that was said before, and not now.
    pub remembered: bool,
    /// What was remembered of it when it was said.
    pub seen: Seen,
}

/// A name of which somebody else has said another thing since it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contested {
    /// What it was answered to mean.
    pub mine: Means,
    /// What is remembered by now.
    pub theirs: Means,
    /// Who said so and when.
    pub by: Stamp,
}

/// What comes of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// It stands for this.
    For(Explained),
    /// Two persons have said two things.
    Contested(Contested),
    /// For nothing.
    Nothing,
}

impl Meant {
    /// Takes a name for what it means, or for nothing, in the face of what the store remembers of it.
    pub fn say(&mut self, state: &State, name: &Unknown, means: Option<Means>) {
        if let Unknown::File(file, _) = name {
            match means {
                Some(Means::Organisation(id)) => drop(self.files.insert(*file, id)),
                _ => drop(self.files.remove(file)),
            }
            return;
        }
        let seen = remembered(state, name);
        let seen = seen.map_or(Seen::Absent, |it| Seen::At(it.stamp.rev));
        self.names.insert(of(name), Said { means, seen });
    }
}

/// What a person says, and what is remembered.
pub(super) struct Answers<'a> {
    meant: &'a Meant,
    remembered: BTreeMap<Name, &'a Stamped<Alias>>,
}

impl<'a> Answers<'a> {
    pub(super) fn of(state: &'a State, meant: &'a Meant) -> Answers<'a> {
        let all = state.aliases.values();
        Answers {
            meant,
            remembered: all.map(|it| (of_alias(it), it)).collect(),
        }
    }

    /// What a name stands for. One without letters and figures stands for nothing, whatever was said of it.
    pub(super) fn of_name(&self, name: &Unknown) -> Stands {
        if let Unknown::File(file, _) = name {
            let said = self.meant.files.get(file).copied();
            return said.map_or(Stands::Nothing, |it| {
                Stands::For(Explained {
                    means: Means::Organisation(it),
                    remembered: false,
                    seen: Seen::Absent,
                })
            });
        }
        let of = of(name);
        if of.1.is_empty() {
            return Stands::Nothing;
        }
        let there = self.remembered.get(&of).copied();
        let now = there.map_or(Seen::Absent, |it| Seen::At(it.stamp.rev));
        let explained = |means, remembered, seen| {
            Stands::For(Explained {
                means,
                remembered,
                seen,
            })
        };
        match (self.meant.names.get(&of), there) {
            (None, None) | (Some(Said { means: None, .. }), _) => Stands::Nothing,
            (None, Some(there)) => explained(there.means, true, now),
            (
                Some(Said {
                    means: Some(mine),
                    seen,
                }),
                Some(there),
            ) if there.means != *mine && *seen != now => Stands::Contested(Contested {
                mine: *mine,
                theirs: there.means,
                by: there.stamp,
            }),
            (
                Some(Said {
                    means: Some(mine), ..
                }),
                _,
            ) => explained(*mine, false, now),
        }
    }

    /// The organisation that a name stands for.
    ///
    /// # Errors
    /// The name.
    pub(super) fn organisation(
        &self,
        it: &Named<OrganisationId>,
    ) -> Result<OrganisationId, Unknown> {
        let name = match it {
            Named::Known(id) => return Ok(*id),
            Named::Remembered(_, name) | Named::Unknown(name) => {
                Unknown::Organisation(name.clone())
            }
        };
        match self.of_name(&name) {
            Stands::For(Explained {
                means: Means::Organisation(id),
                ..
            }) => Ok(id),
            _ => Err(name),
        }
    }

    /// The same of an indicator.
    ///
    /// # Errors
    /// The name.
    pub(super) fn indicator(
        &self,
        period: PeriodId,
        it: &Named<IndicatorId>,
    ) -> Result<IndicatorId, Unknown> {
        let name = match it {
            Named::Known(id) => return Ok(*id),
            Named::Remembered(_, name) | Named::Unknown(name) => {
                Unknown::Indicator(period, name.clone())
            }
        };
        match self.of_name(&name) {
            Stands::For(Explained {
                means: Means::Indicator(id),
                ..
            }) => Ok(id),
            _ => Err(name),
        }
    }
}

/// What is remembered of a name.
#[must_use]
pub fn remembered<'a>(state: &'a State, name: &Unknown) -> Option<&'a Stamped<Alias>> {
    let of = of(name);
    let mut all = state.aliases.values();
    all.find(|it| !matches!(name, Unknown::File(..)) && of_alias(it) == of)
}

/// Whether what is said of one name is said of the other.
pub(super) fn is_same(one: &Unknown, other: &Unknown) -> bool {
    match (one, other) {
        (Unknown::File(one, _), Unknown::File(other, _)) => one == other,
        (Unknown::File(..), _) | (_, Unknown::File(..)) => false,
        _ => of(one) == of(other),
    }
}

fn of(name: &Unknown) -> Name {
    (!matches!(name, Unknown::Indicator(..)), plain(name.text()))
}

fn of_alias(it: &Alias) -> Name {
    (matches!(it.means, Means::Organisation(_)), it.text.clone())
}
