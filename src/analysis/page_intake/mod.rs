//! What a page of a section would bring into a round: which of its requirements, documents and citations are there already, which are new,
//! and what a person has to say before.
//!
//! Pure: shown before anything is written, and shown again with every answer. Must not know what a file is: a page comes here as it was
//! understood. What stands in the round and not on the page stays as it is.

mod documents;
mod requirements;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cycle::cited;
use crate::domain::cycle_command::{PageCitation, PageIntake, PageRef};
use crate::domain::evidence::{Document, DocumentLevel, Requirement, Stage, Track};
use crate::domain::ids::{CitationId, DocumentId, RequirementId, RoundId, Seq};
use crate::domain::state::State;

pub use documents::{Brought, Fate};

/// A requirement of a page with what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The line that it stands on.
    pub line: usize,
    /// Its stage.
    pub stage: Stage,
    /// Its words.
    pub words: String,
    /// What proves it.
    pub cited: Vec<SaidCitation>,
}

/// A citation of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidCitation {
    /// The line that it stands on.
    pub line: usize,
    /// The document as it is described there.
    pub document: Document,
    /// Pages.
    pub pages: String,
    /// Note.
    pub note: String,
}

/// What a person says of a document that may be one of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It is this one.
    Known(DocumentId),
    /// It is another one.
    New,
}

/// What would become of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Into which round.
    pub round: RoundId,
    /// Documents of the page, each once.
    pub documents: Vec<Brought>,
    /// Requirements of the page, in its order.
    pub asked: Vec<Asked>,
    /// Citations of the round that the page does not have; they stay.
    pub left: Vec<CitationId>,
}

/// A requirement of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The line that it stands on.
    pub line: usize,
    /// Its stage.
    pub stage: Stage,
    /// Its words on the page.
    pub words: String,
    /// The one of the round that it is; `None`: it is new.
    pub known: Option<RequirementId>,
    /// The direction of a new one, where one of another stage has the same words.
    pub track: Option<Track>,
    /// What proves it.
    pub cited: Vec<Cited>,
}

/// A citation of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The line that it stands on.
    pub line: usize,
    /// Which of the documents of the page.
    pub document: usize,
    /// Pages.
    pub pages: String,
    /// Note.
    pub note: String,
    /// What becomes of it.
    pub becomes: Becomes,
}

/// What becomes of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It is new.
    New,
    /// It stands there.
    There(CitationId),
    /// It stands there with other pages, and takes those of the page.
    Pages {
        /// Which.
        id: CitationId,
        /// Its revision.
        seen: Seq,
        /// The pages that stand there.
        were: String,
    },
    /// The page says it twice under one requirement.
    Twice,
}

impl Proposal {
    /// What would become of a page, with what a person has said of its documents by their places in [`Proposal::documents`].
    #[must_use]
    pub fn of(
        state: &State,
        round: RoundId,
        said: &[Said],
        choices: &BTreeMap<usize, Choice>,
    ) -> Proposal {
        let (documents, places) = documents::of(state, said, choices);
        let matched = requirements::matched(state, round, said);
        let mut places = places.into_iter();
        let mut asked = Vec::new();
        for (it, known) in said.iter().zip(matched) {
            let own = places.by_ref().take(it.cited.len());
            let mut cited: Vec<Cited> = (it.cited.iter().zip(own))
                .map(|(it, document)| Cited {
                    line: it.line,
                    document,
                    pages: it.pages.clone(),
                    note: it.note.clone(),
                    becomes: Becomes::New,
                })
                .collect();
            become_of(state, known, &documents, &mut cited);
            asked.push(Asked {
                line: it.line,
                stage: it.stage,
                words: it.words.clone(),
                known,
                track: match known {
                    Some(_) => None,
                    None => requirements::track(state, round, it),
                },
                cited,
            });
        }
        let left = left(state, round, &asked);
        Proposal {
            round,
            documents,
            asked,
            left,
        }
    }

    /// Documents of which a person has to say whether they are those of the register, by their places.
    pub fn open(&self) -> impl Iterator<Item = (usize, &Brought)> {
        let all = self.documents.iter().enumerate();
        all.filter(|(_, it)| matches!(it.fate, Fate::Perhaps(_)))
    }

    /// How many documents are new.
    #[must_use]
    pub fn new_documents(&self) -> usize {
        self.documents
            .iter()
            .filter(|it| it.fate == Fate::New)
            .count()
    }

    /// How many requirements are new.
    #[must_use]
    pub fn new_requirements(&self) -> usize {
        self.asked.iter().filter(|it| it.known.is_none()).count()
    }

    /// How many citations become so.
    #[must_use]
    pub fn count(&self, is: impl Fn(&Becomes) -> bool) -> usize {
        let cited = self.asked.iter().flat_map(|it| &it.cited);
        cited.filter(|it| is(&it.becomes)).count()
    }

    /// The command that brings it all, for a file of this digest; `None` where it brings nothing, or a document is still asked about.
    #[must_use]
    pub fn intake(&self, state: &State, file: [u8; 16]) -> Option<PageIntake> {
        if self.open().next().is_some() {
            return None;
        }
        let mut intake = PageIntake {
            file,
            round: self.round,
            seen: state.rounds.get(&self.round)?.stamp.rev,
            documents: Vec::new(),
            requirements: Vec::new(),
            citations: Vec::new(),
            pages: Vec::new(),
        };
        let mut documents = Vec::new();
        for it in &self.documents {
            documents.push(match it.fate {
                Fate::Known(id) => PageRef::Known(id),
                Fate::New | Fate::Perhaps(_) => {
                    intake.documents.push(it.document.clone());
                    PageRef::New(place(intake.documents.len()))
                }
            });
        }
        let mut order = last_order(state, self.round);
        for it in &self.asked {
            let requirement = match it.known {
                Some(id) => PageRef::Known(id),
                None => {
                    order = order.saturating_add(1);
                    intake.requirements.push(it.requirement(self.round, order));
                    PageRef::New(place(intake.requirements.len()))
                }
            };
            for cited in &it.cited {
                match &cited.becomes {
                    Becomes::New => intake.citations.push(PageCitation {
                        requirement,
                        document: *documents.get(cited.document)?,
                        pages: cited.pages.clone(),
                        note: cited.note.clone(),
                    }),
                    Becomes::Pages { id, seen, .. } => {
                        intake.pages.push((*id, *seen, cited.pages.clone()))
                    }
                    Becomes::There(_) | Becomes::Twice => {}
                }
            }
        }
        let brings = !(intake.documents.is_empty()
            && intake.requirements.is_empty()
            && intake.citations.is_empty()
            && intake.pages.is_empty());
        brings.then_some(intake)
    }
}

impl Asked {
    fn requirement(&self, round: RoundId, order: u32) -> Requirement {
        Requirement {
            round,
            stage: self.stage,
            track: self.track,
            text: self.words.clone(),
            order,
            max_points: Decimal::ONE,
            points: None,
            asked: DocumentLevel::Municipal,
            inapplicable: String::new(),
        }
    }
}

/// The place of the last of so many.
fn place(count: usize) -> u32 {
    u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX)
}

fn last_order(state: &State, round: RoundId) -> u32 {
    let ids = state.requirements_of.of(round);
    let orders = ids.filter_map(|id| state.requirements.get(&id).map(|it| it.order));
    orders.max().unwrap_or(0)
}

/// Sets each citation beside what stands under the requirement: first those with the same pages, then those of the same document.
fn become_of(
    state: &State,
    known: Option<RequirementId>,
    documents: &[Brought],
    all: &mut [Cited],
) {
    let standing = known.map(|id| cited(state, id)).unwrap_or_default();
    let mut free: Vec<(CitationId, DocumentId, String)> = (standing.iter())
        .map(|(id, it, _)| (*id, it.document, it.pages.clone()))
        .collect();
    let document = |it: &Cited| match documents.get(it.document).map(|it| &it.fate) {
        Some(Fate::Known(id)) => Some(*id),
        _ => None,
    };
    let mut seen: Vec<(usize, String)> = Vec::new();
    for it in all.iter_mut() {
        let same = (it.document, it.pages.clone());
        if seen.contains(&same) {
            it.becomes = Becomes::Twice;
            continue;
        }
        seen.push(same);
        let there = free
            .iter()
            .position(|(_, other, pages)| Some(*other) == document(it) && *pages == it.pages);
        if let Some(at) = there {
            it.becomes = Becomes::There(free.remove(at).0);
        }
    }
    for it in all.iter_mut().filter(|it| it.becomes == Becomes::New) {
        let Some(at) = free
            .iter()
            .position(|(_, other, _)| Some(*other) == document(it))
        else {
            continue;
        };
        let (id, _, were) = free.remove(at);
        // A page that names no pages says nothing against those that stand there.
        it.becomes = match (it.pages.is_empty(), state.citations.get(&id)) {
            (false, Some(row)) => Becomes::Pages {
                id,
                seen: row.stamp.rev,
                were,
            },
            _ => Becomes::There(id),
        };
    }
}

/// What the round has under its requirements and the page has not.
fn left(state: &State, round: RoundId, asked: &[Asked]) -> Vec<CitationId> {
    let on_page: Vec<CitationId> = (asked.iter().flat_map(|it| &it.cited))
        .filter_map(|it| match &it.becomes {
            Becomes::There(id) | Becomes::Pages { id, .. } => Some(*id),
            Becomes::New | Becomes::Twice => None,
        })
        .collect();
    let requirements = state.requirements_of.of(round);
    let standing = requirements.flat_map(|id| cited(state, id)).map(|it| it.0);
    standing.filter(|id| !on_page.contains(id)).collect()
}
