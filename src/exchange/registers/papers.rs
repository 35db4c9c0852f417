//! Documents as the cells of a register name them: «приказ от 01.06.2026 № 259/1», and which of the store's documents a cell means.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::intake::Doubt;
use crate::domain::evidence::Document;
use crate::domain::ids::DocumentId;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::exchange::workbook::table::same;

use crate::locale::{Lang, Locale, Narrator, format};

struct Paper {
    id: DocumentId,
    told: String,
    date: Option<NaiveDate>,
    number: String,
}

fn told(narrator: &Narrator<'_>, it: &Document) -> String {
    // A cell is compared and typed by hand: no spaces that only look like spaces.
    narrator.requisites(it).replace('\u{a0}', " ")
}

/// The documents of a store with how they are called in a file, which is Russian in every language of the interface.
pub(super) struct Papers(Vec<Paper>);

impl Papers {
    pub(super) fn of(state: &State) -> Papers {
        let locale = Locale::new(Lang::Ru);
        let offset = *DateTime::<FixedOffset>::default().offset();
        let narrator = Narrator::new(&locale, state, offset);
        let papers = state.documents.iter().map(|(id, it)| Paper {
            id: *id,
            told: told(&narrator, it),
            date: it.date,
            number: fold(&it.number),
        });
        Papers(papers.collect())
    }

    /// How a document would be called that is not on record.
    pub(super) fn name(state: &State, document: &Document) -> String {
        let locale = Locale::new(Lang::Ru);
        let offset = *DateTime::<FixedOffset>::default().offset();
        told(&Narrator::new(&locale, state, offset), document)
    }

    /// How a document is called; nothing where there is none.
    pub(super) fn told(&self, id: Option<DocumentId>) -> String {
        let found = self.0.iter().find(|it| Some(it.id) == id);
        found.map(|it| it.told.clone()).unwrap_or_default()
    }

    /// All documents that are called so.
    pub(super) fn called(&self, text: &str) -> Vec<DocumentId> {
        let all = self.0.iter().filter(|it| same(&it.told, text));
        all.map(|it| it.id).collect()
    }

    /// The document that a cell names: by its whole name, else by its date and number in any order. What stands there already is meant
    /// wherever it is called so. Nothing is named by an empty cell.
    pub(super) fn find(
        &self,
        text: &str,
        stands: Option<DocumentId>,
    ) -> Result<Option<DocumentId>, Doubt> {
        if text.is_empty() {
            return Ok(stands);
        }
        let mut found = self.called(text);
        if let Some(stands) = stands.filter(|it| found.contains(it)) {
            return Ok(Some(stands));
        }
        if found.is_empty() {
            let words: Vec<String> = (fold(text).split([' ', ',', ';']))
                .map(|it| it.trim_end_matches('.').to_owned())
                .collect();
            let has = |word: &str| words.iter().any(|it| it == word);
            let meant = |it: &&Paper| {
                let day = it.date.is_some_and(|day| has(&format::date(day)));
                day && !it.number.is_empty() && has(&it.number)
            };
            found = (self.0.iter().filter(meant)).map(|it| it.id).collect();
        }
        match found.as_slice() {
            [one] => Ok(Some(*one)),
            [] => Err(Doubt::NoDocument),
            _ => Err(Doubt::SeveralDocuments),
        }
    }
}
