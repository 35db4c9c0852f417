//! The index of everything with a name, commands included, as this interface keeps it: built a part at a time after the
//! start, at the latest at the first search; renewed by commits.
//!
//! Must not know how hits are shown.

use crate::args;
use crate::domain::evidence::Document;
use crate::domain::record::{Commit, Key};
use crate::locale::Phrase;
use crate::search::{Builder, Entry, Found as Hits, Group, Index, Query, over};
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

/// How many entries are taken in at once: a few milliseconds of work, so that a key never waits for long.
const SLICE: usize = 100;

/// The index, and what was asked last.
#[derive(Debug, Default)]
pub struct Finder {
    names: Names,
    /// The last query.
    pub last: String,
}

/// How far the index is.
#[derive(Debug, Default)]
enum Names {
    /// Not begun.
    #[default]
    None,
    /// With these records to be taken in yet.
    Building(Vec<Key>, Builder<Found>),
    /// Finished.
    Ready(Index<Found>),
}

impl Finder {
    /// Takes the next part of the records in, while nobody searches yet. Whether there is more.
    pub fn prepare(app: &mut App) -> bool {
        Self::build(app, SLICE)
    }

    /// Everything may have another name: the index is made anew when it is needed.
    pub fn forget(&mut self) {
        self.names = Names::None;
    }

    /// Sees to it that there is an index.
    pub fn ready(app: &mut App) {
        Self::build(app, usize::MAX);
    }

    fn build(app: &mut App, most: usize) -> bool {
        let (mut rest, mut builder) = match std::mem::take(&mut app.finder.names) {
            Names::None => (over::keys(app.state()).collect(), commands(app)),
            Names::Building(rest, builder) => (rest, builder),
            ready @ Names::Ready(_) => {
                app.finder.names = ready;
                return false;
            }
        };
        let line = |it: &Document| document_line(app, it);
        for key in rest.split_off(rest.len().saturating_sub(most)) {
            if let Some(entry) = over::entry(app.state(), key, &line) {
                builder.put(entry.under(Found::Record));
            }
        }
        let more = !rest.is_empty();
        app.finder.names = if more {
            Names::Building(rest, builder)
        } else {
            Names::Ready(builder.finish())
        };
        more
    }

    /// Brings the index up to a commit that the state has applied.
    pub fn renew(app: &mut App, commit: &Commit) {
        let mut names = std::mem::take(&mut app.finder.names);
        let line = |it: &Document| document_line(app, it);
        match &mut names {
            Names::None => {}
            Names::Building(_, builder) => {
                for (key, entry) in over::changes(app.state(), commit, &line) {
                    match entry {
                        Some(entry) => builder.put(entry.under(Found::Record)),
                        None => builder.remove(&Found::Record(key)),
                    }
                }
            }
            Names::Ready(index) => {
                over::renew(index, app.state(), commit, &line, Found::Record);
            }
        }
        app.finder.names = names;
    }

    fn index(&self) -> Option<&Index<Found>> {
        match &self.names {
            Names::Ready(index) => Some(index),
            Names::None | Names::Building(..) => None,
        }
    }

    /// The best hits of what is typed. A number alone is an organisation's before anything else's.
    #[must_use]
    pub fn find(app: &App, typed: &str, limit: usize) -> Hits<Found> {
        let Some(index) = app.finder.index() else {
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
        let index = self.index()?;
        Some((index.get(id)?, index.marks(query, id)))
    }
}

/// An index with the commands of the interface in it.
fn commands(app: &App) -> Builder<Found> {
    let mut builder = Builder::default();
    for it in CommandId::ALL {
        builder.put(Entry {
            id: Found::Command(*it),
            group: Group::Command,
            primary: app.say(it.title()),
            secondary: match it.also() {
                Some(words) => format!("{} {}", it.id(), app.say(words)),
                None => it.id().to_owned(),
            },
            order: 0,
        });
    }
    builder
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
