//! What a commit or an answer may have changed of a preview: only that is judged anew.

use std::collections::BTreeSet;

use super::matching::Unknown;
use crate::domain::record::{Commit, Key};
use crate::domain::value::Subject;

/// What a commit or an answer may have changed of a preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// What is said of these.
    Subjects(BTreeSet<Subject>),
    /// What stands under a name: something was said of it.
    Name(Unknown),
    /// Anything.
    All,
}

impl Touched {
    /// Nothing at all.
    #[must_use]
    pub fn nothing() -> Touched {
        Touched::Subjects(BTreeSet::new())
    }

    /// Both.
    #[must_use]
    pub fn and(self, other: Touched) -> Touched {
        match (self, other) {
            (Touched::Subjects(mut all), Touched::Subjects(more)) => {
                all.extend(more);
                Touched::Subjects(all)
            }
            _ => Touched::All,
        }
    }

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
