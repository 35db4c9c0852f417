//! The engine's round: take what waits, write the group, take it in, answer and publish, then read, then keep house.

mod anew;
mod reading;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::time::Duration;

use super::answer::{answer_of, answer_without};
use super::aside::Aside;
use super::audience::Audience;
use super::erasing::is_erasing;
use super::group::{Group, Order, Verdict};
use super::keeper::{Keeper, Written};
use super::mentions::Search;
use super::presence::Presence;
use super::{Ask, ClientId, Listener, MAX_GROUP, Rules, TurnedAway};
use crate::domain::ids::UserId;
use crate::domain::record::{Commit, Key};
use crate::domain::state::{Recent, State};
use crate::domain::value::Cell;
use crate::service::access::Did;
use crate::service::clock::Clock;
use crate::service::link::{Answer, Kept, News, Request, Trouble, Welcome, Writing};
use crate::service::turnstile::Pass;
use crate::service::unsaved::UnsavedFiles;

/// How long the queue must have been empty before the derived state follows the journal.
const PAUSE: Duration = Duration::from_millis(40);

/// Everything that the engine's thread has.
pub(super) struct Worker {
    pub(super) keeper: Keeper,
    pub(super) state: State,
    /// Which values to let go between groups.
    recent: Recent,
    writing: Writing,
    pub(super) audience: Audience,
    /// Let go with everything else.
    watchers: Vec<Sender<()>>,
    pub(super) unsaved: UnsavedFiles,
    pub(super) presence: Presence,
    pub(super) clock: Clock,
    pub(super) rules: Rules,
    pub(super) aside: Aside,
    /// Taken from the queue and not yet looked at.
    waiting: VecDeque<Ask>,
    /// What is looked for in the journal, a slice at a time.
    pub(super) searches: VecDeque<Search>,
}

/// What a round does besides writing: reading and keeping, after the answers.
#[derive(Default)]
struct Round {
    orders: Vec<Order>,
    reads: Vec<(ClientId, Request, Option<Pass>)>,
    unsaved: BTreeMap<UserId, Vec<Kept>>,
}

impl Worker {
    pub fn new(
        keeper: Keeper,
        state: State,
        recent: Recent,
        clock: Clock,
        rules: Rules,
        aside: Aside,
    ) -> Worker {
        Worker {
            unsaved: UnsavedFiles::of(keeper.dir()),
            presence: Presence::default(),
            writing: keeper.writing(),
            audience: Audience::new(keeper.seed()),
            keeper,
            state,
            recent,
            watchers: Vec::new(),
            clock,
            rules,
            aside,
            waiting: VecDeque::new(),
            searches: VecDeque::new(),
        }
    }

    /// Goes around until it is told to close, or until nobody is left who could tell.
    pub fn run(mut self, asks: &Receiver<Ask>) {
        while let Some(round) = self.gather(asks) {
            self.carry_out(&round.orders);
            self.part_with_retired();
            for (client, request, _pass) in round.reads {
                self.read(client, request);
            }
            // Nothing of a group is on its way now: what was let go is on disk, and comes back from there.
            self.recent.let_go(&mut self.state, |_| false);
            for (user, words) in round.unsaved {
                self.keep_unsaved(user, words);
            }
            self.tell_who_is_here();
            // One slice a round: who looks waits for those who write, and not for ever.
            self.search_on();
            match self.waiting.pop_front() {
                Some(Ask::Join {
                    account,
                    news,
                    reply,
                }) => {
                    let _ = reply.send(self.join(&account, news));
                }
                Some(Ask::Renew(client)) => self.tell_anew(client),
                Some(Ask::Leave(client)) => {
                    let gone = self.audience.leave(client);
                    self.note_left(gone);
                    self.presence.left(client);
                }
                Some(Ask::Tell(client, news)) => self.audience.tell(client, news),
                Some(Ask::NoArchive(trouble)) => self.no_archive(trouble),
                Some(Ask::Close(reply)) => {
                    // The listeners go first: whoever waits for the answer may wait for them, too.
                    let gone = self.audience.clear();
                    self.note_left(gone);
                    self.aside.end();
                    let _ = reply.send(self.keeper.close());
                    return;
                }
                Some(Ask::Watch(held)) => self.watchers.push(held),
                Some(request @ Ask::Request(..)) => self.waiting.push_front(request),
                None => {}
            }
        }
        self.aside.end();
        if let Err(error) = self.keeper.close() {
            tracing::warn!(%error, "not closed in order");
        }
    }

    /// All requests that wait, up to a full group and up to the first that is no request. Blocks while there is nothing.
    /// `None` when nothing can come any more.
    fn gather(&mut self, asks: &Receiver<Ask>) -> Option<Round> {
        if self.waiting.is_empty() {
            let first = self.wait(asks)?;
            self.waiting.push_back(first);
        }
        while self.waiting.len() < 2 * MAX_GROUP {
            match asks.try_recv() {
                Ok(ask) => self.waiting.push_back(ask),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        let mut round = Round::default();
        while round.orders.len() < MAX_GROUP
            && let Some(ask) = self.waiting.pop_front()
        {
            match ask {
                Ask::Request(client, request, pass) => {
                    self.sort(&mut round, client, request, pass);
                }
                other => {
                    self.waiting.push_front(other);
                    break;
                }
            }
        }
        Some(round)
    }

    /// The next that comes. While the derived state is behind, a pause is used for it; after that nothing wakes this thread.
    fn wait(&mut self, asks: &Receiver<Ask>) -> Option<Ask> {
        let mut is_settled = false;
        loop {
            let behind = (self.keeper.is_behind() && !is_settled).then_some(PAUSE);
            let to_tell = self.when_to_tell_who_is_here();
            let Some(pause) = behind.into_iter().chain(to_tell).min() else {
                break;
            };
            match asks.recv_timeout(pause) {
                Ok(ask) => return Some(ask),
                Err(RecvTimeoutError::Timeout) if to_tell == Some(pause) => {
                    self.tell_who_is_here();
                }
                // Once for a pause: what cannot be settled now waits for the next request.
                Err(RecvTimeoutError::Timeout) => {
                    self.keeper.settle();
                    is_settled = true;
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        while !self.searches.is_empty() {
            match asks.try_recv() {
                Ok(ask) => return Some(ask),
                Err(TryRecvError::Empty) => self.search_on(),
                Err(TryRecvError::Disconnected) => return None,
            };
        }
        while self.keeper.is_checking() {
            match asks.try_recv() {
                Ok(ask) => return Some(ask),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => return None,
            }
            if !self.check() {
                break;
            }
        }
        asks.recv().ok()
    }

    fn sort(&self, round: &mut Round, client: ClientId, request: Request, pass: Option<Pass>) {
        let Some(actor) = self.audience.user(client) else {
            return;
        };
        match request {
            Request::Command { id, command } => round.orders.push(Order {
                client,
                actor,
                id,
                command: *command,
                _pass: pass,
            }),
            Request::KeepUnsaved(words) => round.unsaved.entry(actor).or_default().extend(words),
            read => round.reads.push((client, read, pass)),
        }
    }

    /// Carries out commands as one group; where a limit of the store forbids that, each alone, so that only the one is refused
    /// that is too large by itself.
    pub(super) fn carry_out(&mut self, orders: &[Order]) {
        if orders.is_empty() {
            return;
        }
        if orders.iter().any(is_erasing) {
            return self.carry_out_apart(orders);
        }
        self.come_back();
        if self.keeper.is_lost() {
            // Said once for all: to look up what was answered would be to ask the disk that lost it.
            self.set_writing(self.keeper.writing());
            for order in orders {
                self.answer(order, Answer::NotWritten(Trouble::Lost));
            }
            return;
        }
        let now = (self.clock)();
        let group = Group::decide(&mut self.state, &mut self.keeper, self.rules, orders, now);
        let written = if group.commits.is_empty() {
            Written::Durable
        } else {
            self.keeper.write(&group.commits)
        };
        match written {
            Written::Durable => {
                let has_commits = !group.commits.is_empty();
                let (commits, verdicts) = group.take_in(&mut self.state);
                if has_commits {
                    self.aside.committed(now.today);
                    self.set_writing(self.keeper.writing());
                } else if verdicts.iter().any(|it| matches!(it, Verdict::NoRoom)) {
                    self.set_writing(Writing::Stopped(Trouble::Full));
                }
                for commit in &commits {
                    self.note_used(commit);
                }
                self.publish(&commits);
                for (order, verdict) in orders.iter().zip(verdicts) {
                    self.answer(order, answer_of(verdict, &commits));
                }
            }
            Written::Refused(trouble) => {
                self.set_writing(Writing::Stopped(trouble));
                let verdicts = group.take_back(&mut self.state);
                for (order, verdict) in orders.iter().zip(verdicts) {
                    self.answer(order, answer_without(verdict, trouble));
                }
            }
            // A matter between this command and the store: nobody else's writing stops for it.
            Written::TooLarge(refusal) => {
                group.take_back(&mut self.state);
                match orders {
                    [order] => self.answer(order, Answer::Refused(refusal)),
                    orders => {
                        for order in orders {
                            self.carry_out(std::slice::from_ref(order));
                        }
                    }
                }
            }
            Written::Unknown => {
                group.take_back(&mut self.state);
                // First the disk's word on what there is, so that whoever asks again is told.
                self.come_back();
                self.set_writing(self.keeper.writing());
                for order in orders {
                    self.answer(order, Answer::Unknown);
                }
            }
        }
    }

    fn join(&mut self, account: &str, news: Listener) -> Result<(ClientId, Welcome), TurnedAway> {
        let known = self.state.user_by_account(account);
        let is_admitted = |it: &UserId| self.state.users.get(it).is_some_and(|it| !it.retired);
        let Some(user) = known.filter(is_admitted) else {
            self.aside.not_admitted(known, account);
            let former = known.is_some();
            return Err(TurnedAway { former });
        };
        self.aside.note(user, Did::Joined);
        let id = self.audience.join(&self.state, user, news);
        if let Some(it) = self.aside.news_for(&self.state, user) {
            self.audience.tell(id, it);
        }
        let welcome = self.audience.welcome(id, self.welcome(user));
        Ok((id, welcome))
    }

    /// Everything as it is now; the audience hides of it what is hidden from whom it is told to.
    fn welcome(&self, user: UserId) -> Welcome {
        Welcome {
            user,
            state: self.state.clone(),
            unsaved: self.unsaved.read(user),
            writing: self.writing,
        }
    }

    /// Keeps unfinished input and tells all windows of the person what is kept now: whoever sent it knows that it is on disk.
    fn keep_unsaved(&self, user: UserId, words: Vec<Kept>) {
        let kept = self.unsaved.merge(user, words);
        if let Err(error) = &kept {
            tracing::warn!(%error, "unfinished input is not kept");
        }
        let news = kept.map_or(News::Unkept, News::Unsaved);
        self.audience.tell_user(user, &news);
    }

    fn note_used(&mut self, commit: &Commit) {
        for change in &commit.changes {
            // What lies in the shards.
            if let Key::Value(Cell { period, .. }) | Key::BaseValue(period, ..) = change.key {
                self.recent.used(period);
            }
        }
    }

    pub(super) fn answer(&self, order: &Order, answer: Answer) {
        if let Answer::Refused(refusal) = &answer {
            self.aside.note(order.actor, Did::refused(refusal));
        }
        let id = order.id;
        self.audience
            .tell(order.client, News::Answer { id, answer });
    }

    /// Publishes what is in the state now. Whose rights it changes begins again, without being cut off.
    pub(super) fn publish(&mut self, commits: &[Arc<Commit>]) {
        for client in self.audience.tell_commits(&self.state, commits) {
            self.tell_anew(client);
        }
    }

    /// Tells one everything as it is now. To whoever is let go nothing is told any more.
    fn tell_anew(&self, client: ClientId) {
        let is_admitted = |it: &UserId| self.state.users.get(it).is_some_and(|it| !it.retired);
        if let Some(user) = self.audience.user(client).filter(is_admitted) {
            let again = News::Again(Box::new(self.welcome(user)));
            self.audience.tell(client, again);
        }
    }

    /// Whoever is no longer admitted hears nothing more.
    fn part_with_retired(&mut self) {
        let gone = self.audience.part_with_retired(&self.state);
        let audience = &self.audience;
        self.presence.keep(|it| audience.user(it).is_some());
        self.note_left(gone);
    }

    fn note_left(&self, gone: impl IntoIterator<Item = UserId>) {
        for user in gone {
            self.aside.note(user, Did::Left);
        }
    }

    /// There is no archive of this day: those who administer hear of it, now or when they come.
    fn no_archive(&mut self, trouble: Trouble) {
        self.aside.no_archive(trouble);
        for (client, user) in self.audience.everybody() {
            if let Some(news) = self.aside.news_for(&self.state, user) {
                self.audience.tell(client, news);
            }
        }
    }

    pub(super) fn set_writing(&mut self, writing: Writing) {
        if self.writing != writing {
            self.writing = writing;
            self.audience.tell_all(&News::Writing(writing));
        }
    }
}
