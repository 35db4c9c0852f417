//! Deciding a group: each command on the state plus the commits of the group before it.
//!
//! Owns what a command of a group comes to; writes nothing and answers nobody.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use super::keeper::Keeper;
use super::{ClientId, Rules};
use crate::domain::command::Command;
use crate::domain::ids::{Now, UserId};
use crate::domain::record::{CommandId, Commit};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::service::core::Asked;
use crate::service::turnstile::Pass;

/// A command that waits for its answer.
pub(super) struct Order {
    /// Who asks, to be answered.
    pub client: ClientId,
    /// Who asks, to be judged.
    pub actor: UserId,
    /// The client's id of the command.
    pub id: CommandId,
    /// The command.
    pub command: Command,
    /// Let go with it.
    pub _pass: Option<Pass>,
}

/// What a command of the group comes to, once the group is durable.
pub(super) enum Verdict {
    /// The group's commit with this index.
    Commit(usize),
    /// It was answered before: by this commit.
    Known(Arc<Commit>),
    /// The rules say no.
    Refused(Refusal),
    /// Whether it was answered before cannot be read now.
    Unreadable,
    /// It cannot be looked up for want of room, and so cannot be written either.
    NoRoom,
    /// Something that the rules need cannot be read.
    InputUnreadable,
    /// The rules themselves failed.
    Broken,
}

/// A decided group.
pub(super) struct Group {
    /// Its commits, numbered on from the state.
    pub commits: Vec<Commit>,
    /// A verdict for each order, in their order.
    pub verdicts: Vec<Verdict>,
    /// The state with all commits but the last taken in; none for a group of one, which is the most common one by far
    /// and needs no copy.
    ahead: Option<State>,
    /// How many of the commits are in that state.
    taken: usize,
}

impl Group {
    /// Decides. The state itself only gains shards that had to be loaded.
    pub fn decide(
        state: &mut State,
        keeper: &mut Keeper,
        rules: Rules,
        orders: &[Order],
        now: Now,
    ) -> Group {
        let mut group = Group {
            commits: Vec::new(),
            verdicts: Vec::new(),
            ahead: None,
            taken: 0,
        };
        for order in orders {
            let verdict = group.verdict(state, keeper, rules, order, now);
            group.verdicts.push(verdict);
        }
        group
    }

    /// The state after the group, made of the state before it.
    pub fn take_in(self, state: &mut State) -> (Vec<Arc<Commit>>, Vec<Verdict>) {
        if let Some(ahead) = self.ahead {
            *state = ahead;
        }
        for commit in &self.commits {
            // Those that are in already change nothing.
            state.apply(commit);
        }
        let commits = self.commits.into_iter().map(Arc::new).collect();
        (commits, self.verdicts)
    }

    fn verdict(
        &mut self,
        state: &mut State,
        keeper: &mut Keeper,
        rules: Rules,
        order: &Order,
        now: Now,
    ) -> Verdict {
        let repeated = self.commits.iter().position(|it| it.command_id == order.id);
        if let Some(index) = repeated {
            return Verdict::Commit(index);
        }
        match keeper.answered(order.id) {
            Ok(Some(commit)) => return Verdict::Known(commit),
            Ok(None) => {}
            // What became a commit while this engine runs was found above without the derived state. Nothing is written here;
            // what an engine before this one answered is answered again when there is room.
            Err(error) if error.is_full() && !keeper.has_answered(order.id) => {
                return Verdict::NoRoom;
            }
            Err(_) => return Verdict::Unreadable,
        }
        self.catch_up(state);
        let asked = Asked {
            actor: order.actor,
            id: order.id,
            command: &order.command,
            now,
        };
        let mut loaded = Vec::new();
        loop {
            let commits = &self.commits;
            let view = self.ahead.as_ref().unwrap_or(state);
            let mut is_unreadable = false;
            let mut find = |seq| {
                if let Some(own) = commits.iter().find(|it| it.seq == seq) {
                    return Some(Arc::new(own.clone()));
                }
                let found = keeper.commit(seq);
                is_unreadable |= found.is_err();
                found.ok().flatten()
            };
            // What the rules have begun when they panic is theirs alone: they get the state to read.
            let decided = catch_unwind(AssertUnwindSafe(|| rules(view, asked, &mut find)));
            if is_unreadable {
                // What the rules made of it would be an answer about the disk, not about the command.
                return Verdict::InputUnreadable;
            }
            match decided {
                Ok(Ok(commit)) => {
                    self.commits.push(commit);
                    return Verdict::Commit(self.commits.len() - 1);
                }
                Ok(Err(Refusal::NotLoaded { period })) if !loaded.contains(&period) => {
                    loaded.push(period);
                    // Nothing of the group has touched that period: whoever touches one has it loaded first.
                    match keeper.shard(period) {
                        Ok(shard) => {
                            if let Some(ahead) = &mut self.ahead {
                                ahead.load_shard(period, Arc::clone(&shard));
                            }
                            state.load_shard(period, shard);
                        }
                        Err(_) => return Verdict::InputUnreadable,
                    }
                }
                Ok(Err(refusal)) => return Verdict::Refused(refusal),
                Err(_) => {
                    tracing::error!("the rules have panicked");
                    return Verdict::Broken;
                }
            }
        }
    }

    /// Takes the commits so far into a copy of the state, which costs as much as what they change.
    fn catch_up(&mut self, state: &State) {
        if !self.commits.is_empty() {
            let ahead = self.ahead.get_or_insert_with(|| state.clone());
            for commit in self.commits.iter().skip(self.taken) {
                ahead.apply(commit);
            }
            self.taken = self.commits.len();
        }
    }
}
