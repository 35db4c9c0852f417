//! What a form of the cycle is about, in a word of the place of its unfinished input: cells, records, heads, from which it opens again.

use crate::domain::followup::Addressee;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::value::{Cell, Subject};

/// Between the things of a word.
const AND: char = '+';
/// A word without things.
const NONE: &str = "-";

fn word(all: impl Iterator<Item = String>) -> String {
    let mut all: Vec<String> = all.collect();
    // In whatever order they were marked.
    all.sort_unstable();
    match all.is_empty() {
        true => NONE.to_owned(),
        false => all.join(&AND.to_string()),
    }
}

fn things<T>(word: &str, of: impl Fn(&str) -> Option<T>) -> Vec<T> {
    word.split(AND).filter_map(of).collect()
}

/// Cells of one period.
#[must_use]
pub fn of_cells(cells: &[Cell]) -> String {
    word(cells.iter().map(|it| {
        let subject = match it.subject {
            Subject::Organisation(id) => format!("o{}", id.0),
            Subject::Person(id) => format!("p{}", id.0),
            Subject::Municipality => "m".to_owned(),
        };
        format!("{}.{subject}", it.indicator.0)
    }))
}

/// The cells of a word, in a period.
#[must_use]
pub fn cells(word: &str, period: PeriodId) -> Vec<Cell> {
    things(word, |it| {
        let (indicator, subject) = it.split_once('.')?;
        let subject = match (subject.strip_prefix('o'), subject.strip_prefix('p')) {
            (Some(id), _) => Subject::Organisation(OrganisationId(id.parse().ok()?)),
            (_, Some(id)) => Subject::Person(PersonId(id.parse().ok()?)),
            _ => Subject::Municipality,
        };
        Some(Cell {
            period,
            indicator: IndicatorId(indicator.parse().ok()?),
            subject,
        })
    })
}

/// Heads of organisations.
#[must_use]
pub fn of_heads(heads: &[Addressee]) -> String {
    word(heads.iter().map(|it| {
        let person = it.person.map_or(0, |it| it.0);
        format!("{}.{person}", it.organisation.0)
    }))
}

/// The heads of a word.
#[must_use]
pub fn heads(word: &str) -> Vec<Addressee> {
    things(word, |it| {
        let (organisation, person) = it.split_once('.')?;
        let person: u32 = person.parse().ok()?;
        Some(Addressee {
            organisation: OrganisationId(organisation.parse().ok()?),
            person: (person > 0).then_some(PersonId(person)),
        })
    })
}

/// Records of one kind.
#[must_use]
pub fn of_ids(ids: impl Iterator<Item = u32>) -> String {
    word(ids.map(|it| it.to_string()))
}

/// The records of a word.
#[must_use]
pub fn ids(word: &str) -> Vec<u32> {
    things(word, |it| it.parse().ok())
}
