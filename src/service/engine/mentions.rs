//! Where the name of a person is said in the journal. For whoever asks before an erasing it is looked for a slice at a time, between
//! rounds, so that nobody's commit waits for a journal of years; an erasing itself, for which all wait anyway, goes through it at once.

use std::collections::{BTreeMap, BTreeSet};

use super::ClientId;
use super::keeper::{Keeper, KeeperError};
use super::work::Worker;
use crate::domain::decide::{Actor, erasable};
use crate::domain::erasure::Erasure;
use crate::domain::ids::{PersonId, Seq};
use crate::domain::record::{Change, Key, Record};
use crate::service::access::Did;
use crate::service::link::{Mention, Mentions, News, Wanted};

/// Characters that are shown on either side of a name.
const AROUND: usize = 40;

/// Commits of one slice, at most.
const SLICE: usize = 50;

/// Changes after which a slice ends.
const SLICE_CHANGES: usize = 500;

/// A search that is under way.
pub(super) struct Search {
    client: ClientId,
    person: PersonId,
    erasure: Erasure,
    found: Found,
    /// The last commit that was looked through.
    after: Seq,
}

/// What the journal says of a person.
#[derive(Default)]
pub(super) struct Found {
    mentions: BTreeMap<Key, Mention>,
    /// Records of which some change is to go.
    touched: BTreeSet<Key>,
}

impl Found {
    /// Records of which some change is to go.
    pub fn touched(self) -> Vec<Key> {
        self.touched.into_iter().collect()
    }

    fn take(&mut self, erasure: &Erasure, change: &Change) {
        if erasure.touches(change) {
            self.touched.insert(change.key);
        }
        let said = |it: &Option<Record>| {
            let texts = it.as_ref().map(|it| erasure.said(change.key, it));
            texts.and_then(|it| it.into_iter().next())
        };
        let (before, after) = (said(&change.before), said(&change.after));
        let is_now = after.is_some();
        if let Some(text) = after.or(before) {
            let excerpt = excerpt(erasure, &text);
            let key = change.key;
            let mention = Mention {
                key,
                excerpt,
                is_now,
            };
            self.mentions.insert(key, mention);
        } else if let Some(mention) = self.mentions.get_mut(&change.key) {
            mention.is_now = false;
        }
    }
}

impl Worker {
    /// Begins to look where the name of a person is said, for an administrator. Whoever may not is told at once.
    pub(super) fn begin_search(&mut self, client: ClientId, person: PersonId) {
        let Some(user) = self.audience.user(client) else {
            return;
        };
        match erasable(&self.state, &Actor { user }, person, (self.clock)().today) {
            Ok(name) => {
                // Texts about the person are shown.
                self.aside.note(user, Did::Looked(Key::Person(person)));
                self.searches.push_back(Search {
                    client,
                    person,
                    erasure: Erasure::new(person, name, []),
                    found: Found::default(),
                    after: Seq(0),
                });
            }
            Err(refusal) => {
                self.aside.note(user, Did::refused(&refusal));
                let found = Err(refusal);
                self.audience.tell(client, News::Mentions { person, found });
            }
        }
    }

    /// Looks through the next slice for whoever has asked first, and answers at the end of the journal. Whether anything is left to look
    /// through.
    pub(super) fn search_on(&mut self) -> bool {
        let Some(mut search) = self.searches.pop_front() else {
            return false;
        };
        let Some(user) = self.audience.user(search.client) else {
            return !self.searches.is_empty();
        };
        let news = match self.look_on(&mut search) {
            Ok(true) => {
                self.searches.push_front(search);
                return true;
            }
            Ok(false) => {
                let today = (self.clock)().today;
                // Meanwhile it may have been erased.
                let may = erasable(&self.state, &Actor { user }, search.person, today);
                News::Mentions {
                    person: search.person,
                    found: may.map(|_| Mentions {
                        texts: search.found.mentions.into_values().collect(),
                    }),
                }
            }
            Err(error) => {
                tracing::warn!(%error, "the journal was not looked through");
                News::Unreadable(Wanted::Mentions(search.person))
            }
        };
        self.audience.tell(search.client, news);
        !self.searches.is_empty()
    }

    /// The next slice. Whether there is more.
    fn look_on(&mut self, search: &mut Search) -> Result<bool, KeeperError> {
        let (commits, more) = self.keeper.commits(search.after, SLICE, SLICE_CHANGES)?;
        for change in commits.iter().flat_map(|it| &it.changes) {
            search.found.take(&search.erasure, change);
        }
        search.after = commits.last().map_or(search.after, |it| it.seq);
        match more {
            false if search.after < self.state.meta.seq => Err(KeeperError::Short),
            more => Ok(more),
        }
    }
}

/// Goes through the whole journal at once.
pub(super) fn look(keeper: &Keeper, erasure: &Erasure) -> Result<Found, KeeperError> {
    let mut found = Found::default();
    keeper.each_commit(|commit| {
        for change in &commit.changes {
            found.take(erasure, change);
        }
        Ok(())
    })?;
    Ok(found)
}

/// The text around the first place that says the name.
fn excerpt(erasure: &Erasure, text: &str) -> String {
    let range = erasure.find(text).into_iter().next().unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let rest = text.get(range.start..).unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(AROUND);
    let said = text.get(range).unwrap_or_default().chars().count();
    let mut excerpt = String::new();
    if skipped > 0 {
        excerpt.push('…');
    }
    excerpt.extend(before.chars().skip(skipped));
    excerpt.extend(rest.chars().take(said + AROUND));
    if rest.chars().count() > said + AROUND {
        excerpt.push('…');
    }
    excerpt
}
