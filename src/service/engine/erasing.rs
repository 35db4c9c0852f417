//! Erasing a person's data: the stop that the engine makes for it.
//!
//! Nobody's request is lost meanwhile: what comes waits in the queue, and all are told why. Owns the order «noted, committed, published,
//! finished, answered»; how it is finished the store knows, which does it whenever it is opened.

use std::sync::Arc;

use super::ClientId;
use super::answer::answer_of;
use super::aside::administers;
use super::group::{Group, Order};
use super::keeper::Written;
use super::mentions::look;
use super::work::Worker;
use crate::domain::command::Command;
use crate::domain::decide::{Actor, erasable};
use crate::domain::erasure::{Demand, Erasure};
use crate::domain::record::{Cause, Commit};
use crate::domain::refusal::Refusal;
use crate::service::archiver::Archiver;
use crate::service::link::{Answer, Erased, News, Trouble, Writing};
use crate::store::erasure::Task;

/// Whether an order is to be carried out by itself, with the engine stopped for it.
pub(super) fn is_erasing(order: &Order) -> bool {
    matches!(order.command, Command::Erase(_))
}

impl Worker {
    /// Carries out orders of which some erase: each of those by itself, what is before and behind it in groups as ever.
    pub(super) fn carry_out_apart(&mut self, orders: &[Order]) {
        for part in orders.chunk_by(|a, b| !is_erasing(a) && !is_erasing(b)) {
            match part {
                [order] if is_erasing(order) => self.erase(order),
                part => self.carry_out(part),
            }
        }
    }

    /// Carries out an erasing: to its end, before anything else is answered.
    fn erase(&mut self, order: &Order) {
        self.come_back();
        if self.keeper.is_lost() {
            self.set_writing(self.keeper.writing());
            return self.answer(order, Answer::NotWritten(Trouble::Lost));
        }
        if let Ok(Some(commit)) = self.keeper.answered(order.id) {
            self.tell_erased(order, &commit);
            self.answer(order, Answer::Done(commit));
            return;
        }
        self.set_writing(Writing::Stopped(Trouble::Busy));
        // An archive under way would say the name once more.
        let archiver = self.aside.take_archiver();
        let hold = archiver.as_ref().map(Archiver::hold);
        let answer = self.erase_now(order);
        drop(hold);
        self.aside.put_archiver(archiver);
        self.set_writing(self.keeper.writing());
        self.answer(order, answer);
    }

    fn erase_now(&mut self, order: &Order) -> Answer {
        let Command::Erase(demand) = &order.command else {
            return Answer::NotWritten(Trouble::Broken);
        };
        let actor = Actor { user: order.actor };
        let name = match erasable(&self.state, &actor, demand.person, (self.clock)().today) {
            Ok(name) => name.clone(),
            Err(refusal) => {
                // An administrator asks. What was finished later than it was answered is told once more: the act is made of it.
                if let Refusal::PersonErased { person } = refusal {
                    self.tell_done(order.client, |it| it.person == person);
                }
                return Answer::Refused(refusal);
            }
        };
        let erasure = Erasure::new(demand.person, &name, demand.keep.iter().copied());
        let Ok(found) = look(&self.keeper, &erasure) else {
            return Answer::NotWritten(Trouble::Unreadable);
        };
        let complete = Order {
            client: order.client,
            actor: order.actor,
            id: order.id,
            _pass: None,
            command: Command::Erase(Demand {
                also: found.touched(),
                ..demand.clone()
            }),
        };
        let now = (self.clock)();
        let orders = std::slice::from_ref(&complete);
        let mut group = Group::decide(&mut self.state, &mut self.keeper, self.rules, orders, now);
        let Some(commit) = group.commits.first().cloned() else {
            let verdict = group.verdicts.pop();
            return verdict.map_or(Answer::Unknown, |it| answer_of(it, &[]));
        };
        let task = Task::new(demand, name, &commit, self.aside.folder());
        match self.keeper.write_erasing(&task, &commit) {
            Written::Durable => {}
            Written::Refused(trouble) => return Answer::NotWritten(trouble),
            Written::TooLarge(refusal) => return Answer::Refused(refusal),
            Written::Unknown => {
                // If it is there after all, it is finished by this.
                self.come_back();
                return Answer::Unknown;
            }
        }
        let (commits, _) = group.take_in(&mut self.state);
        self.publish(&commits);
        self.keeper.shut();
        self.come_back();
        self.tell_unsaved();
        self.tell_erased(order, &commit);
        Answer::Done(Arc::new(commit))
    }

    /// What was done by this commit, to whoever asked for it: an administrator under their own name. The number of a command is no secret.
    fn tell_erased(&self, order: &Order, commit: &Commit) {
        let is_theirs = commit.cause == Cause::Erase && commit.actor == order.actor;
        if is_theirs && administers(&self.state, order.actor) {
            self.tell_done(order.client, |it| it.seq == commit.seq);
        }
    }

    /// What was done by the last erasing, if it is that one.
    fn tell_done(&self, client: ClientId, is_it: impl Fn(&Erased) -> bool) {
        if let Some(done) = self.keeper.erased().filter(|it| is_it(it)) {
            let news = News::Erased(Box::new(done.clone()));
            self.audience.tell(client, news);
        }
    }

    /// What is left of everybody's unfinished input: windows have it in memory, too.
    fn tell_unsaved(&self) {
        for (client, user) in self.audience.everybody() {
            let kept = self.unsaved.read(user);
            if !kept.is_empty() {
                self.audience.tell(client, News::Unsaved(kept));
            }
        }
    }
}
