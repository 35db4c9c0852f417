//! The engine's round: take what waits, write the group, take it in, answer and publish, then read, then keep house.
//!
//! A round reads only so much: what is left waits for the next one, behind the commands that have come meanwhile.

mod anew;
mod comers;
mod reading;
mod turns;

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
use super::{Ask, ClientId, MAX_GROUP, Rules};
use crate::domain::ids::UserId;
use crate::domain::record::Commit;
use crate::domain::state::{Recent, State};
use crate::service::access::Did;
use crate::service::clock::Clock;
use crate::service::link::{Answer, Kept, News, Request, Trouble, Writing};
use crate::service::turnstile::Pass;
use crate::service::unsaved::UnsavedFiles;
use turns::{Reading, Turns};

/// How long the queue must have been empty before the derived state follows the journal.
const PAUSE: Duration = Duration::from_millis(40);

/// What is read in one round: the values of a large municipality take some twenty milliseconds each to be told in masks.
const READINGS: usize = 4;

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
    /// Looked at, and not yet read.
    readings: Turns,
    /// What is looked for in the journal, a slice at a time.
    pub(super) searches: VecDeque<Search>,
}

/// What a round does besides reading.
#[derive(Default)]
struct Round {
    orders: Vec<Order>,
    /// What takes no time: words on where somebody is and what they are shown.
    words: Vec<Reading>,
    unsaved: BTreeMap<UserId, Typed>,
}

/// Unfinished input of one user. The passes are let go when it is kept.
#[derive(Default)]
struct Typed {
    words: Vec<Kept>,
    _passes: Vec<Pass>,
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
            readings: Turns::default(),
            searches: VecDeque::new(),
        }
    }

    /// Goes around until it is told to close, or until nobody is left who could tell.
    pub fn run(mut self, asks: &Receiver<Ask>) {
        while let Some(round) = self.gather(asks) {
            self.carry_out(&round.orders);
            self.part_with_retired();
            for Reading {
                client, request, ..
            } in round.words
            {
                self.read(client, request);
            }
            for _ in 0..READINGS {
                self.read_next();
            }
            // Nothing of a group is on its way now: what was let go is on disk, and comes back from there.
            self.recent.let_go(&mut self.state, |_| false);
            for (user, Typed { words, _passes }) in round.unsaved {
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
                    while self.read_next() {}
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

    /// All requests that wait, up to a full group and up to the first that is no request. Blocks while there is nothing, and nothing
    /// to read. `None` when nothing can come any more.
    fn gather(&mut self, asks: &Receiver<Ask>) -> Option<Round> {
        if self.waiting.is_empty() && self.readings.is_empty() {
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

    fn sort(&mut self, round: &mut Round, client: ClientId, request: Request, pass: Option<Pass>) {
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
            Request::KeepUnsaved(words) => {
                let typed = round.unsaved.entry(actor).or_default();
                typed.words.extend(words);
                typed._passes.extend(pass);
            }
            request => {
                let takes_time = matches!(
                    request,
                    Request::Shard(_)
                        | Request::History { .. }
                        | Request::Journal { .. }
                        | Request::Commits { .. }
                );
                let reading = Reading {
                    client,
                    request,
                    _pass: pass,
                };
                match takes_time {
                    true => self.readings.put(actor, reading),
                    false => round.words.push(reading),
                }
            }
        }
    }

    /// Reads what is to be read next. Whether there was anything.
    fn read_next(&mut self) -> bool {
        let Some(reading) = self.readings.next() else {
            return false;
        };
        self.read(reading.client, reading.request);
        true
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
            if let Some(period) = change.key.shard() {
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

    pub(super) fn set_writing(&mut self, writing: Writing) {
        if self.writing != writing {
            self.writing = writing;
            self.audience.tell_all(&News::Writing(writing));
        }
    }
}
