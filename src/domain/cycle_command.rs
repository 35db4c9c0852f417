//! What a person can ask for of the cycle: sections and rounds, requirements and what proves them, goals, analysis, activities, reviews.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::activity::{Activity, Review};
use super::command::{DocumentChoice, Seen};
use super::cycle::{AnalysisNote, Goal, Section};
use super::evidence::{Document, Requirement};
use super::ids::{
    ActivityId, CitationId, DocumentId, GoalId, NoteId, RequirementId, ReviewId, RoundId,
    SectionId, Seq,
};

/// What a person can ask for of the cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CycleCommand {
    /// Begins a section with its first round. Where the store has requirements of the time before there were rounds, it takes them over
    /// and makes none.
    Found {
        /// The section.
        section: Section,
        /// The year of the round.
        year: u16,
        /// The requirements of its form; their round follows.
        requirements: Vec<Requirement>,
    },
    /// Changes a section: its title, its directions and their cycles.
    EditSection {
        /// Which.
        id: SectionId,
        /// The revision seen.
        seen: Seq,
        /// All its fields.
        section: Section,
    },
    /// Begins the next round: requirements and citations in force are copied.
    StartRound {
        /// The round that is copied.
        from: RoundId,
        /// The year of the new one.
        year: u16,
    },
    /// Отправляет раунд: nothing of it is changed any more.
    SubmitRound {
        /// Which.
        id: RoundId,
        /// The revision seen.
        seen: Seq,
        /// The day it was sent.
        on: NaiveDate,
        /// Исходящий №.
        number: String,
    },
    /// Adds a requirement, or changes one: its words, its points, why it does not apply.
    PutRequirement {
        /// Which; `None` for a new one.
        id: Option<RequirementId>,
        /// What the person has seen.
        seen: Seen,
        /// All its fields.
        requirement: Requirement,
    },
    /// Cites documents for requirements; all or none.
    Cite(Vec<CitationDraft>),
    /// Changes what is said of a citation.
    EditCitation {
        /// Which.
        id: CitationId,
        /// The revision seen.
        seen: Seq,
        /// Pages.
        pages: String,
        /// Note.
        note: String,
    },
    /// Moves citations to another requirement, where they stand last; all or none.
    MoveCitations {
        /// Which, with the revisions seen.
        ids: Vec<(CitationId, Seq)>,
        /// Where to.
        to: RequirementId,
    },
    /// Copies citations to other requirements. What stands there already is not made twice.
    CopyCitations {
        /// Which.
        ids: Vec<CitationId>,
        /// Where to.
        to: Vec<RequirementId>,
    },
    /// Retires citations, or takes them up again; all or none.
    RetireCitations {
        /// Which, with the revisions seen.
        ids: Vec<(CitationId, Seq)>,
        /// Retired from now on, or not any more.
        retired: bool,
    },
    /// Names a document's successor in these citations; pages are those of the former document and go.
    ReplaceDocument {
        /// The former document.
        from: DocumentId,
        /// Its successor.
        to: DocumentChoice,
        /// Which citations, with the revisions seen.
        citations: Vec<(CitationId, Seq)>,
        /// Keep the pages that the citations say.
        keep_pages: bool,
        /// The former document is repealed by the successor from this day on; its revision seen.
        repealed: Option<(NaiveDate, Seq)>,
    },
    /// Takes in what a page of a section says, as one commit.
    TakePage(PageIntake),
    /// Adds a goal, or changes one.
    PutGoal {
        /// Which, with the revision seen; `None` for a new one.
        at: Option<(GoalId, Seq)>,
        /// All its fields; its document follows.
        goal: Goal,
        /// The document that sets it.
        document: Option<DocumentChoice>,
    },
    /// Adds a note of analysis, or changes one.
    PutNote {
        /// Which, with the revision seen; `None` for a new one.
        at: Option<(NoteId, Seq)>,
        /// All its fields; its document follows.
        note: AnalysisNote,
        /// The paper.
        document: Option<DocumentChoice>,
    },
    /// Adds an activity, or changes one.
    PutActivity {
        /// Which, with the revision seen; `None` for a new one.
        at: Option<(ActivityId, Seq)>,
        /// All its fields; its documents follow.
        activity: Activity,
        /// Its papers.
        documents: Vec<DocumentChoice>,
    },
    /// Adds a review, or changes one.
    PutReview {
        /// Which, with the revision seen; `None` for a new one.
        at: Option<(ReviewId, Seq)>,
        /// All its fields; its document follows.
        review: Review,
        /// The paper.
        document: Option<DocumentChoice>,
    },
}

/// A citation as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitationDraft {
    /// What is proven.
    pub requirement: RequirementId,
    /// By what.
    pub document: DocumentChoice,
    /// Pages.
    pub pages: String,
    /// Note.
    pub note: String,
}

/// What a page of a section brings into a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageIntake {
    /// The file that it comes from: the first 16 bytes of its SHA-256.
    pub file: [u8; 16],
    /// Which round.
    pub round: RoundId,
    /// The revision of the round that the person has seen.
    pub seen: Seq,
    /// Documents that join the register.
    pub documents: Vec<Document>,
    /// Requirements that the round does not have yet; their round follows.
    pub requirements: Vec<Requirement>,
    /// Citations that are new.
    pub citations: Vec<PageCitation>,
    /// Citations that stand there with other pages, with the revisions seen and the pages of the page.
    pub pages: Vec<(CitationId, Seq, String)>,
}

/// A citation of a page: of what is known, or of what the same page brings, by its place there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageCitation {
    /// What is proven.
    pub requirement: PageRef<RequirementId>,
    /// By what.
    pub document: PageRef<DocumentId>,
    /// Pages.
    pub pages: String,
    /// Note.
    pub note: String,
}

/// Something known, or something that the same page brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageRef<Id> {
    /// A record of the store.
    Known(Id),
    /// The one with this place among those that the page brings.
    New(u32),
}
