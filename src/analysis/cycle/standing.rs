//! How a requirement stands by the documents that are cited for it, and how many points that is.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::evidence::{Citation, Document, DocumentLevel, DocumentStatus, Requirement};
use crate::domain::ids::{CitationId, RequirementId};
use crate::domain::state::State;

/// How a requirement stands. In the order in which a cell of several shows them: the one that asks most of somebody first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Nothing proves it, and there are no data either.
    Missing,
    /// «Есть данные, нет документа».
    Data,
    /// Only documents that are no longer in force.
    Repealed,
    /// Proven, by a document with incomplete requisites.
    Incomplete,
    /// Proven.
    Proven,
    /// It does not apply here.
    Inapplicable,
}

impl Standing {
    /// All of them.
    pub const ALL: [Standing; 6] = [
        Standing::Missing,
        Standing::Data,
        Standing::Repealed,
        Standing::Incomplete,
        Standing::Proven,
        Standing::Inapplicable,
    ];

    /// Whether a document proves it.
    #[must_use]
    pub fn is_proven(self) -> bool {
        matches!(self, Standing::Proven | Standing::Incomplete)
    }
}

/// The document of a citation: of one in a round that was sent as it was then.
#[must_use]
pub fn document_of<'a>(state: &'a State, citation: &'a Citation) -> Option<&'a Document> {
    match &citation.sent {
        Some(sent) => Some(sent),
        None => state.documents.get(&citation.document).map(|it| &it.body),
    }
}

/// The citations of a requirement that count, with their documents, in order: those of a round that was sent as they were then.
#[must_use]
pub fn cited(state: &State, id: RequirementId) -> Vec<(CitationId, &Citation, &Document)> {
    let all = state.citations_of.of(id).filter_map(|id| {
        let citation = state.citations.get(&id).filter(|it| !it.retired)?;
        Some((id, &citation.body, document_of(state, &citation.body)?))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(id, it, _)| (it.order, *id));
    all
}

/// Whether a document is in force on a day.
#[must_use]
pub fn in_force(document: &Document, today: NaiveDate) -> bool {
    match &document.status {
        DocumentStatus::InForce => true,
        DocumentStatus::Repealed { on, .. } => on.is_some_and(|on| on > today),
    }
}

/// How a requirement stands; `has_data`: whether the program's own records say something to it.
#[must_use]
pub fn standing(state: &State, id: RequirementId, has_data: bool, today: NaiveDate) -> Standing {
    let requirement = state.requirements.get(&id);
    if requirement.is_some_and(|it| !it.inapplicable.is_empty()) {
        return Standing::Inapplicable;
    }
    let cited = cited(state, id);
    let valid = || cited.iter().filter(|(_, _, it)| in_force(it, today));
    if valid().any(|(_, _, it)| !it.is_incomplete()) {
        Standing::Proven
    } else if valid().next().is_some() {
        Standing::Incomplete
    } else if !cited.is_empty() {
        Standing::Repealed
    } else if has_data {
        Standing::Data
    } else {
        Standing::Missing
    }
}

/// Whether a requirement is proven by documents of another level alone: regional ones where a municipal one is asked.
#[must_use]
pub fn is_of_other_level(state: &State, id: RequirementId, today: NaiveDate) -> bool {
    let asked = state.requirements.get(&id).map(|it| it.asked);
    let is_higher = |it: &Document| {
        matches!(it.level, DocumentLevel::Federal | DocumentLevel::Regional)
            && Some(it.level) != asked
    };
    let cited = cited(state, id);
    let mut valid = cited.iter().filter(|(_, _, it)| in_force(it, today));
    let first = valid.next();
    first.is_some_and(|(_, _, it)| is_higher(it)) && valid.all(|(_, _, it)| is_higher(it))
}

/// Points, of how many. What does not apply leaves both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Points.
    pub got: Decimal,
    /// The most there are.
    pub max: Decimal,
}

impl Score {
    /// Of a requirement: the points given by hand, else all where it is proven and none where it is not.
    #[must_use]
    pub fn of(requirement: &Requirement, standing: Standing) -> Score {
        if standing == Standing::Inapplicable {
            return Score::default();
        }
        let max = requirement.max_points;
        let reckoned = match standing.is_proven() {
            true => max,
            false => Decimal::ZERO,
        };
        Score {
            got: requirement.points.unwrap_or(reckoned),
            max,
        }
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Score>>(all: I) -> Score {
        all.fold(Score::default(), |sum, it| Score {
            got: sum.got + it.got,
            max: sum.max + it.max,
        })
    }
}

/// How many requirements are proven, of how many that apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Proven, with or without complete requisites.
    pub proven: usize,
    /// Asked.
    pub asked: usize,
}

impl Count {
    /// Of so many.
    #[must_use]
    pub fn of(all: impl Iterator<Item = Standing>) -> Count {
        all.filter(|it| *it != Standing::Inapplicable)
            .fold(Count::default(), |count, it| Count {
                proven: count.proven + usize::from(it.is_proven()),
                asked: count.asked + 1,
            })
    }
}
