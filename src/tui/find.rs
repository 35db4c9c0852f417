//! The index of everything with a name, commands included, as this interface keeps it: built at the first search, renewed by commits.
//!
//! Must not know how hits are shown.

use crate::args;
use crate::domain::evidence::Document;
use crate::domain::record::{Commit, Key};
use crate::locale::Phrase;
use crate::search::{Entry, Found as Hits, Group, Index, Query, over};
use crate::tui::app::App;
use crate::tui::command::table::CommandId;

/// What a search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// A record.
    Record(Key),
    /// A command of the interface.
    Command(CommandId),
}

/// The index, and what was asked last.
#[derive(Debug, Default)]
pub struct Finder {
    index: Option<Index<Found>>,
    /// The last query.
    pub last: String,
}

impl Finder {
    /// Sees to it that there is an index.
    pub fn ready(app: &mut App) {
        if app.finder.index.is_none() {
            app.finder.index = Some(build(app));
        }
    }

    /// Brings the index up to a commit that the state has applied.
    pub fn renew(app: &mut App, commit: &Commit) {
        let Some(mut index) = app.finder.index.take() else {
            return;
        };
        let line = |it: &Document| document_line(app, it);
        over::renew(&mut index, app.state(), commit, &line, Found::Record);
        app.finder.index = Some(index);
    }

    /// The best hits of what is typed. A number alone is an organisation's before anything else's.
    #[must_use]
    pub fn find(app: &App, typed: &str, limit: usize) -> Hits<Found> {
        let Some(index) = &app.finder.index else {
            return Hits {
                hits: Vec::new(),
                total: 0,
            };
        };
        let mut found = index.find(&Query::new(typed), limit);
        if let Ok(number) = typed.trim().parse::<u32>() {
            let mut first: Vec<_> = (app.state().organisations.iter())
                .filter(|(_, it)| it.number == Some(number))
                .map(|(id, it)| (it.closed.is_some(), it.kind, *id))
                .collect();
            first.sort_unstable();
            let first = first
                .into_iter()
                .map(|it| Found::Record(Key::Organisation(it.2)));
            let mut hits: Vec<Found> = first.collect();
            found.hits.retain(|it| !hits.contains(it));
            hits.append(&mut found.hits);
            hits.truncate(limit);
            found.hits = hits;
        }
        found
    }

    /// An entry with the places that a query has matched in its name.
    #[must_use]
    pub fn entry(
        &self,
        query: &Query,
        id: &Found,
    ) -> Option<(&Entry<Found>, Vec<std::ops::Range<usize>>)> {
        let index = self.index.as_ref()?;
        Some((index.get(id)?, index.marks(query, id)))
    }
}

fn build(app: &App) -> Index<Found> {
    let line = |it: &Document| document_line(app, it);
    let records = over::entries(app.state(), &line).map(|it| it.under(Found::Record));
    let commands = CommandId::ALL.iter().map(|it| Entry {
        id: Found::Command(*it),
        group: Group::Command,
        primary: app.say(it.title()),
        secondary: it.id().to_owned(),
        order: 0,
    });
    Index::build(records.chain(commands))
}

/// «приказ от 01.06.2026 № 259/1 «О мерах …»».
#[must_use]
pub fn document_line(app: &App, document: &Document) -> String {
    let requisites = app.narrator().requisites(document);
    let titled = document.date.is_some() || !document.number.is_empty();
    if document.title.is_empty() || !titled {
        return requisites;
    }
    let title = app.say_with(Phrase::Quoted, &args![text = document.title.as_str()]);
    format!("{requisites} {title}")
}
