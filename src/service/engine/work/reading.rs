//! What clients ask to read: values, histories, the journal; each is noted in the access log before it goes out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::Worker;
use crate::domain::about::About;
use crate::domain::ids::{PeriodId, Seq};
use crate::domain::record::Key;
use crate::service::access::Did;
use crate::service::engine::ClientId;
use crate::service::engine::answer::line_of;
use crate::service::identity;
use crate::service::link::{JournalFilter, News, Request, Wanted};
use crate::store::Filter;

/// Lines of one page of history or journal, and commits of one page of an export.
const PAGE: usize = 200;

/// Changes after which a page of whole commits ends.
const PAGE_CHANGES: usize = 2_000;

impl Worker {
    /// Answers a request that changes nothing. What cannot be read is not made up: the client is told so,
    /// and nothing is said about writing, which goes on or not by itself.
    pub(super) fn read(&mut self, client: ClientId, request: Request) {
        let Some(user) = self.audience.user(client) else {
            return;
        };
        if let Some(did) = Did::asked(&request) {
            self.aside.note(user, did);
        }
        let wanted = match &request {
            Request::Shard(period) => Wanted::Shard(*period),
            Request::History { key, .. } => Wanted::History(*key),
            Request::Journal { filter, .. } => Wanted::Journal(*filter),
            Request::Commits { .. } => Wanted::Commits,
            Request::AccessLog(asked) => {
                let asked = asked.clone();
                self.aside.read_access(&self.state, user, client, asked);
                return;
            }
            Request::Mentions(person) => return self.begin_search(client, *person),
            Request::Account(account) => {
                let known = identity::is_known(account);
                let account = account.clone();
                return self.audience.tell(client, News::Account { account, known });
            }
            Request::Here(spot) => return self.moved(client, *spot),
            Request::Command { .. }
            | Request::KeepUnsaved(_)
            | Request::Looked(_)
            | Request::Took(_) => return,
        };
        // Reading changes nothing but what is kept in memory of what was read.
        let read = catch_unwind(AssertUnwindSafe(|| match request {
            Request::Shard(period) => self.shard(period),
            Request::History { key, before } => self.history(key, before),
            Request::Journal { filter, before } => self.journal(filter, before),
            Request::Commits { after } => self.commits(after),
            _ => None,
        }));
        let news = read.unwrap_or_else(|_| {
            tracing::error!("reading has panicked");
            None
        });
        self.audience
            .tell(client, news.unwrap_or(News::Unreadable(wanted)));
    }

    fn shard(&mut self, period: PeriodId) -> Option<News> {
        let shard = match self.state.share_shard(period) {
            Some(shard) => shard,
            None => {
                let shard = self.keeper.shard(period).ok()?;
                if self.state.periods.contains_key(&period) {
                    self.state.load_shard(period, Arc::clone(&shard));
                }
                shard
            }
        };
        if self.state.shard(period).is_some() {
            self.recent.used(period);
        }
        Some(News::Shard {
            period,
            seq: self.state.meta.seq,
            shard,
        })
    }

    fn commits(&mut self, after: Seq) -> Option<News> {
        let (commits, more) = self.keeper.commits(after, PAGE, PAGE_CHANGES).ok()?;
        Some(News::Commits { commits, more })
    }

    fn history(&mut self, key: Key, before: Option<Seq>) -> Option<News> {
        let (lines, more) = self.keeper.page(Filter::Key(key), before, PAGE).ok()?;
        let commits = lines.into_iter().map(|it| Arc::new(it.commit)).collect();
        Some(News::History { key, commits, more })
    }

    fn journal(&mut self, filter: JournalFilter, before: Option<Seq>) -> Option<News> {
        let wanted = match filter {
            JournalFilter::All => Filter::All,
            JournalFilter::By(user) => Filter::Actor(user),
            JournalFilter::Person(id) => Filter::About(About::Person(id)),
            JournalFilter::Organisation(id) => Filter::About(About::Organisation(id)),
            JournalFilter::Indicator(id) => Filter::About(About::Indicator(id)),
        };
        let (lines, more) = self.keeper.page(wanted, before, PAGE).ok()?;
        let commits = lines.into_iter().map(line_of).collect();
        Some(News::Journal {
            filter,
            before,
            commits,
            more,
        })
    }
}
