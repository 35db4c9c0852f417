//! What a page of a section says and would bring, in sentences, line by line.

use crate::analysis::page_intake::{Asked, Becomes, Brought, Cited, Fate, Proposal};
use crate::args;
use crate::domain::ids::DocumentId;
use crate::domain::state::State;
use crate::exchange::section::page::{Doubt, Page, What, Why};
use crate::locale::{Args, Locale, Phrase};
use crate::report::section::cited;

/// Letters of a line that is told.
const LETTERS: usize = 160;

/// Who tells it.
pub struct Teller<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// Everything that is known.
    pub state: &'a State,
    /// The page.
    pub page: &'a Page,
    /// What it would bring.
    pub proposal: &'a Proposal,
}

impl Teller<'_> {
    /// Requirements with their citations, and what was not understood, in the order of the page.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut all: Vec<(usize, String)> = Vec::new();
        for it in &self.proposal.asked {
            all.push((it.line, self.requirement(it)));
            for cited in &it.cited {
                all.push((cited.line, format!("  {}", self.citation(cited))));
            }
        }
        for item in &self.page.items {
            let line = item.first;
            match &item.what {
                What::Unread(why) => {
                    let (text, why) = (short(&item.text), self.locale.say(said(*why)));
                    all.push((line, self.say(Phrase::PageUnread, &args![line, text, why])));
                }
                What::Citations(cited) => {
                    let doubts = cited.iter().flat_map(|it| &it.doubts);
                    all.extend(doubts.filter_map(|it| Some((line, self.doubt(line, it)?))));
                }
                What::Section { .. }
                | What::Stage(_)
                | What::Requirement { .. }
                | What::Nothing
                | What::Beside => {}
            }
        }
        all.sort_by_key(|it| it.0);
        all.into_iter().map(|it| it.1).collect()
    }

    /// How much was understood, and how much of it is new.
    #[must_use]
    pub fn sums(&self) -> Vec<String> {
        let it = self.proposal;
        let (requirements, documents) = (it.asked.len(), it.documents.len());
        let citations = it.asked.iter().map(|it| it.cited.len()).sum::<usize>();
        let empty = it.asked.iter().filter(|it| it.cited.is_empty()).count();
        let unread = self.page.unread().count();
        let mut lines = vec![self.say(
            Phrase::PageUnderstood,
            &args![requirements, citations, documents, empty, unread],
        )];
        for number in self.page.numbers_twice() {
            lines.push(self.say(Phrase::PageNumberTwice, &args![number]));
        }
        for (_, document) in it.open() {
            lines.push(Teller::question(self.locale, document));
            if let Fate::Perhaps(like) = &document.fate {
                lines.extend(Teller::candidates(self.locale, self.state, like));
            }
        }
        let new = it.count(|it| *it == Becomes::New);
        let pages = it.count(|it| matches!(it, Becomes::Pages { .. }));
        let there = it.count(|it| matches!(it, Becomes::There(_)));
        let (asked, documents) = (it.new_requirements(), it.new_documents());
        lines.push(self.say(
            Phrase::PageBrings,
            &args![asked, documents, new, pages, there],
        ));
        if !it.left.is_empty() {
            lines.push(self.say(Phrase::PageLeft, &args![n = it.left.len()]));
        }
        lines
    }

    /// Which document it is that may be one of the register.
    #[must_use]
    pub fn question(locale: &Locale, it: &Brought) -> String {
        let (line, document) = (it.line, cited::document(locale, &it.document));
        locale.say_with(Phrase::PagePerhaps, &args![line, document])
    }

    /// Those that it may be, with numbers.
    #[must_use]
    pub fn candidates(locale: &Locale, state: &State, like: &[DocumentId]) -> Vec<String> {
        let found = like.iter().filter_map(|id| state.documents.get(id));
        let numbered = (1_usize..).zip(found);
        numbered
            .map(|(number, it)| {
                let document = cited::document(locale, it);
                format!(
                    "  {}",
                    locale.say_with(Phrase::PageCandidate, &args![number, document])
                )
            })
            .collect()
    }

    fn say(&self, phrase: Phrase, all: &Args<'_>) -> String {
        self.locale.say_with(phrase, all)
    }

    fn requirement(&self, it: &Asked) -> String {
        let (line, words) = (it.line, it.words.as_str());
        let stage = self.locale.word(&it.stage);
        match it.known {
            Some(_) => self.say(Phrase::PageRequirement, &args![line, stage, words]),
            None => self.say(Phrase::PageRequirementNew, &args![line, stage, words]),
        }
    }

    fn citation(&self, it: &Cited) -> String {
        let brought = self.proposal.documents.get(it.document);
        let document = brought.map_or_else(String::new, |document| {
            cited::citation(self.locale, &document.document, &it.pages, &it.note)
        });
        let (line, fate) = (it.line, brought.map(|it| &it.fate));
        let what = match (&it.becomes, fate) {
            (Becomes::There(_), _) => self.locale.say(Phrase::PageThere),
            (Becomes::Twice, _) => self.locale.say(Phrase::PageTwice),
            (Becomes::Pages { were, .. }, _) if were.is_empty() => {
                self.locale.say(Phrase::PagePagesNew)
            }
            (Becomes::Pages { were, .. }, _) => {
                self.say(Phrase::PagePages, &args![were = were.as_str()])
            }
            (Becomes::New, Some(Fate::Known(_))) => self.locale.say(Phrase::PageNewOfKnown),
            (Becomes::New, Some(Fate::Perhaps(_))) => self.locale.say(Phrase::PageNewOfPerhaps),
            (Becomes::New, Some(Fate::New) | None) => self.locale.say(Phrase::PageNewOfNew),
        };
        self.say(Phrase::PageCitation, &args![line, document, what])
    }

    fn doubt(&self, line: usize, it: &Doubt) -> Option<String> {
        match it {
            Doubt::NoSuchDate(date) => {
                Some(self.say(Phrase::PageNoSuchDate, &args![line, date = date.as_str()]))
            }
            Doubt::NoKind => Some(self.say(Phrase::PageNoKind, &args![line])),
            Doubt::OpenQuote => Some(self.say(Phrase::PageOpenQuote, &args![line])),
            // Told of the document wherever it is shown.
            Doubt::Incomplete => None,
        }
    }
}

fn said(why: Why) -> Phrase {
    match why {
        Why::BeforeHeadings => Phrase::PageBeforeHeadings,
        Why::NoRequirement => Phrase::PageNoRequirement,
        Why::NoWords => Phrase::PageNoWords,
        Why::TooLong => Phrase::PageTooLong,
        Why::OtherSection => Phrase::PageOtherSection,
    }
}

fn short(text: &str) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
