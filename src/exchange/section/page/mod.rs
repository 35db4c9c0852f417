//! A page of the section read: which line is a heading, a requirement, a citation, and which could not be understood and why.
//!
//! Invariant: no line is lost. Every line that is not blank is in exactly one [`Item`], whatever it was taken for. Must not know what is in
//! the store: what of it is new is somebody else's question.

mod act;
mod cut;
mod empty;
mod heading;
mod kinds;
mod lines;
mod marks;
mod pages;
mod quotes;
mod requisites;
mod words;

use crate::analysis::page_intake::{Said, SaidCitation};
use crate::domain::evidence::{Document, Stage};
use crate::domain::same_act::{act_number, complete, same_act};
use crate::domain::text::clean_multiline;
use crate::exchange::letters::decoded;

pub use kinds::level_of;

/// Bytes of a page; a real one has twenty thousand.
pub const MOST_BYTES: usize = 4 << 20;
/// Lines of a page.
pub const MOST_LINES: usize = 20_000;
/// Characters of a line, and of what goes on over several.
pub const MOST_CHARS: usize = 4_000;
/// Lines over which one citation goes on.
pub const MOST_JOINED: usize = 12;

/// A page as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Everything that stands on it, in its order.
    pub items: Vec<Item>,
}

/// What stands on one line, or goes on over several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The first line, counted from 1.
    pub first: usize,
    /// The last one.
    pub last: usize,
    /// The words, without the spaces around them.
    pub text: String,
    /// What they were taken for.
    pub what: What,
}

/// What a line was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The heading of the section.
    Section {
        /// `2.1`.
        code: String,
        /// Its title.
        title: String,
    },
    /// The heading of a stage of the cycle.
    Stage(Stage),
    /// A requirement of that stage.
    Requirement {
        /// The stage.
        stage: Stage,
        /// Its words, without bullet and number.
        words: String,
    },
    /// What proves the requirement above it: documents, one or several.
    Citations(Vec<Cited>),
    /// Said in words: nothing proves the requirement above it.
    Nothing,
    /// Around the section, and none of it: when it was printed, its table of points, its list of documents.
    Beside,
    /// Not understood.
    Unread(Why),
}

/// A document as it is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The document, as far as it is described.
    pub document: Document,
    /// Pages: `4-17, 62-64`; may be empty.
    pub pages: String,
    /// What else stands there; may be empty.
    pub note: String,
    /// What was guessed, or could not be read.
    pub doubts: Vec<Doubt>,
}

/// What a person should look at in a citation that was understood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// There is no such day; the date is left out.
    NoSuchDate(String),
    /// It begins with no kind of document: taken for something that was done.
    NoKind,
    /// Date, number or title is missing.
    Incomplete,
    /// A quote is opened and not closed.
    OpenQuote,
}

/// Why a line was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It stands before any heading.
    BeforeHeadings,
    /// A citation with no requirement above it.
    NoRequirement,
    /// There is no word in it.
    NoWords,
    /// It is longer than [`MOST_CHARS`].
    TooLong,
    /// It belongs to another section.
    OtherSection,
}

/// Why a file is no page of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// More than is read.
    TooLarge,
    /// No text: a file of a text processor, a picture, a packed file.
    NotText,
    /// A text in which no stage of the cycle is named.
    NotASection,
    /// The section that was asked for is not on it.
    NoSuchSection,
}

/// A requirement of the page with what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// The line that it stands on.
    pub line: usize,
    /// Its stage.
    pub stage: Stage,
    /// Its words.
    pub words: &'a str,
    /// What proves it, each with its line.
    pub cited: Vec<(usize, &'a Cited)>,
}

/// Reads a page; of a page with several sections the one that is asked for, else the first.
///
/// # Errors
/// [`Refused`].
pub fn read(bytes: &[u8], section: Option<&str>) -> Result<Page, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(Refused::TooLarge);
    }
    if FOREIGN.iter().any(|it| bytes.starts_with(it)) {
        return Err(Refused::NotText);
    }
    let text = decoded(bytes).ok_or(Refused::NotText)?;
    read_text(&text, section)
}

/// The same for a text.
///
/// # Errors
/// [`Refused`].
pub fn read_text(text: &str, section: Option<&str>) -> Result<Page, Refused> {
    // The mark in front is no letter of the text.
    let text = clean_multiline(text.strip_prefix('\u{feff}').unwrap_or(text));
    if text.lines().count() > MOST_LINES {
        return Err(Refused::TooLarge);
    }
    if text.trim().is_empty() {
        return Err(Refused::Empty);
    }
    let page = Page {
        items: lines::items(&text, section),
    };
    let is_stage = |it: &Item| matches!(it.what, What::Stage(_) | What::Requirement { .. });
    if page.items.iter().any(is_stage) {
        return Ok(page);
    }
    let is_other = |it: &Item| it.what == What::Unread(Why::OtherSection);
    Err(match page.items.iter().any(is_other) {
        true => Refused::NoSuchSection,
        false => Refused::NotASection,
    })
}

/// How files begin that are no text: packages, old Word, PDF, RTF, archives, pictures.
const FOREIGN: [&[u8]; 10] = [
    b"PK\x03\x04",
    b"\xD0\xCF\x11\xE0",
    b"%PDF",
    b"{\\rtf",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"\x7FELF",
];

impl Page {
    /// Code and title of the section, where the page has them.
    #[must_use]
    pub fn section(&self) -> Option<(&str, &str)> {
        self.items.iter().find_map(|it| match &it.what {
            What::Section { code, title } => Some((code.as_str(), title.as_str())),
            _ => None,
        })
    }

    /// The requirements in the order of the page. Where documents stand under a heading alone, the heading is what they prove.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked<'_>> {
        let mut all: Vec<Asked<'_>> = Vec::new();
        let mut heading = None;
        for it in &self.items {
            match &it.what {
                What::Stage(stage) => {
                    heading = Some(Asked {
                        line: it.first,
                        stage: *stage,
                        words: it.text.trim_end_matches(':'),
                        cited: Vec::new(),
                    });
                }
                What::Requirement { stage, words } => {
                    heading = None;
                    all.push(Asked {
                        line: it.first,
                        stage: *stage,
                        words,
                        cited: Vec::new(),
                    });
                }
                What::Citations(cited) => {
                    all.extend(heading.take());
                    if let Some(asked) = all.last_mut() {
                        asked
                            .cited
                            .extend(cited.iter().map(|cited| (it.first, cited)));
                    }
                }
                What::Section { .. } | What::Nothing | What::Beside | What::Unread(_) => {}
            }
        }
        all
    }

    /// The page as it is set beside a round.
    #[must_use]
    pub fn said(&self) -> Vec<Said> {
        let asked = self.asked().into_iter();
        let said = asked.map(|it| Said {
            line: it.line,
            stage: it.stage,
            words: it.words.to_owned(),
            cited: (it.cited.iter())
                .map(|(line, it)| SaidCitation {
                    line: *line,
                    document: it.document.clone(),
                    pages: it.pages.clone(),
                    note: it.note.clone(),
                })
                .collect(),
        });
        said.collect()
    }

    /// Every document once, as it is first described; what a later line knows more of it is added.
    #[must_use]
    pub fn documents(&self) -> Vec<Document> {
        let mut all: Vec<Document> = Vec::new();
        let cited = self.asked().into_iter().flat_map(|it| it.cited);
        for (_, Cited { document, .. }) in cited {
            match all.iter_mut().find(|it| same_act(it, document)) {
                Some(known) => complete(known, document),
                None => all.push(document.clone()),
            }
        }
        all
    }

    /// Numbers that two documents of the page have, each once.
    #[must_use]
    pub fn numbers_twice(&self) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        let mut twice: Vec<String> = Vec::new();
        for it in self.documents() {
            let number = act_number(&it.number);
            if number.is_empty() {
                continue;
            }
            if seen.contains(&number) && !twice.iter().any(|it| act_number(it) == number) {
                twice.push(it.number);
            }
            seen.push(number);
        }
        twice
    }

    /// Lines that were not understood, with the reason.
    pub fn unread(&self) -> impl Iterator<Item = (&Item, Why)> {
        self.items.iter().filter_map(|it| match it.what {
            What::Unread(why) => Some((it, why)),
            _ => None,
        })
    }
}
