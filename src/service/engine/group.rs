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
use crate::domain::state::{Before, State};
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
    /// What there was before the commits that are in the state already: all but the last, since each command is decided on those
    /// before it.
    before: Before,
    /// How many of the commits are in the state.
    taken: usize,
}

impl Group {
    /// Decides. The state goes ahead with the commits, and gains shards that had to be loaded; nobody may be told of it until the
    /// group is durable, and where it does not become so, [`Group::take_back`] is a must.
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
            before: Before::default(),
            taken: 0,
        };
        for order in orders {
            let verdict = group.verdict(state, keeper, rules, order, now);
            group.verdicts.push(verdict);
        }
        group
    }

    /// Takes in what of the group is not yet in the state: it is durable.
    pub fn take_in(self, state: &mut State) -> (Vec<Arc<Commit>>, Vec<Verdict>) {
        for commit in &self.commits {
            // Those that are in already change nothing.
            state.apply(commit);
        }
        let commits = self.commits.into_iter().map(Arc::new).collect();
        (commits, self.verdicts)
    }

    /// The state as it was before the group: it is not durable, or nobody knows whether it is.
    pub fn take_back(self, state: &mut State) -> Vec<Verdict> {
        state.put_back(self.before);
        self.verdicts
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
            let view = &*state;
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
                        Ok(shard) => state.load_shard(period, shard),
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

    /// Takes the commits so far into the state: a copy of it would cost as much as all records of the kinds that they change.
    fn catch_up(&mut self, state: &mut State) {
        for commit in self.commits.iter().skip(self.taken) {
            state.apply_for_now(commit, &mut self.before);
        }
        self.taken = self.commits.len();
    }
}
