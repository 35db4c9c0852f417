//! The state as this interface sees it: what the engine confirmed, with this person's edits on top that are still on their way.
//!
//! Only values of cells are shown before they are confirmed; edits of one cell leave one at a time. A refused edit is kept,
//! never dropped: the person chooses what becomes of it. Must not know how anything is drawn.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::ids::{PeriodId, Seq, Timestamp, UserId};
use crate::domain::record::{CommandId, Commit, Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::{Recent, Shard, Stamp, Stamped, State};
use crate::domain::value::{Cell, Value, ValueState};

/// A conflict of a cell: what the person typed, and what somebody else put there meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What was typed here.
    pub mine: SetValue,
    /// What is there; `None` if it was taken back.
    pub theirs: Option<Value>,
    /// By whom and when.
    pub stamp: Option<Stamp>,
    /// When it was typed here.
    pub typed: Timestamp,
}

/// Confirmed state and the overlay of pending edits.
#[derive(Clone, Debug)]
pub struct Mirror {
    base: State,
    /// Base with pending edits applied; the same as base while nothing is pending.
    shown: State,
    pending: BTreeMap<Cell, VecDeque<(CommandId, SetValue)>>,
    conflicts: BTreeMap<Cell, Conflict>,
    /// When the last edit of each cell on its way was typed.
    typed: BTreeMap<Cell, Timestamp>,
    /// What was typed, where the command carries somebody else's value and has it in the note.
    noted: BTreeMap<CommandId, SetValue>,
    /// Periods whose values were asked for and could not be read.
    unreadable: BTreeSet<PeriodId>,
    /// Periods on the screen: their values stay in memory.
    on_screen: BTreeSet<PeriodId>,
    recent: Recent,
    user: UserId,
}

impl Mirror {
    /// Begins with what the engine gave at the start.
    #[must_use]
    pub fn new(base: State, user: UserId) -> Mirror {
        Mirror {
            shown: base.clone(),
            base,
            pending: BTreeMap::new(),
            conflicts: BTreeMap::new(),
            typed: BTreeMap::new(),
            noted: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            on_screen: BTreeSet::new(),
            recent: Recent::default(),
            user,
        }
    }

    /// The state to show.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.shown
    }

    /// What the engine confirmed.
    #[must_use]
    pub fn confirmed(&self) -> &State {
        &self.base
    }

    /// Whether an edit of the cell is still on its way.
    #[must_use]
    pub fn is_pending(&self, cell: Cell) -> bool {
        self.pending.contains_key(&cell)
    }

    /// How many cells have an edit on its way.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.pending.len()
    }

    /// Whether anything is on its way.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// The conflict of a cell, if there is one.
    #[must_use]
    pub fn conflict(&self, cell: Cell) -> Option<&Conflict> {
        self.conflicts.get(&cell)
    }

    /// Takes a conflict away, once the person has chosen.
    pub fn settle(&mut self, cell: Cell) -> Option<Conflict> {
        self.conflicts.remove(&cell)
    }

    /// What the person has seen in a cell: the confirmed revision.
    #[must_use]
    pub fn seen(&self, key: Key) -> Seen {
        self.base
            .stamp(key)
            .map_or(Seen::Absent, |it| Seen::At(it.rev))
    }

    /// What an edit rests on that was begun when this was seen: nobody writes over what a colleague has put there since. What the
    /// person has put there themselves, perhaps in another window, is no conflict.
    #[must_use]
    pub fn rests_on(&self, cell: Cell, begun: Seen) -> Seen {
        match self.base.stamp(Key::Value(cell)) {
            Some(stamp) if stamp.by == self.user => Seen::At(stamp.rev),
            _ => begun,
        }
    }

    /// Whether somebody else was faster than an edit begun when this was seen, or than those before it that are still on their way.
    #[must_use]
    pub fn overtakes(&self, cell: Cell, begun: Seen) -> bool {
        let first = self.pending.get(&cell).and_then(VecDeque::front);
        let begun = first.map_or(begun, |it| it.1.seen);
        self.rests_on(cell, begun) != self.seen(Key::Value(cell))
    }

    /// An edit that has met a colleague's value before it left: it waits for the person to choose.
    pub fn met(&mut self, mine: SetValue, typed: Timestamp) {
        let there = self.base.value(mine.cell);
        let conflict = Conflict {
            theirs: there.map(|it| it.body.clone()),
            stamp: there.map(|it| it.stamp),
            mine,
            typed,
        };
        self.conflicts.insert(conflict.mine.cell, conflict);
    }

    /// Begins anew with what the engine has now. Edits on their way and conflicts stay.
    pub fn renew(&mut self, base: State, user: UserId) {
        self.base = base;
        self.user = user;
        self.unreadable.clear();
        self.recent = Recent::default();
        self.compare();
        self.refresh();
    }

    /// Takes a commit of the engine in.
    pub fn commit(&mut self, commit: &Commit) {
        self.base.apply(commit);
        self.compare();
        self.refresh();
    }

    /// Others went on: what the person chooses between is what is there now. What is in no memory is looked at when it comes.
    fn compare(&mut self) {
        for (cell, conflict) in &mut self.conflicts {
            if self.base.shard(cell.period).is_some() {
                let now = self.base.value(*cell);
                conflict.theirs = now.map(|it| it.body.clone());
                conflict.stamp = now.map(|it| it.stamp);
            }
        }
    }

    /// Whether the values of a period are to be asked for: they are not here. What is asked for again is no longer unreadable.
    pub fn wants(&mut self, period: PeriodId) -> bool {
        self.recent.used(period);
        self.unreadable.remove(&period);
        self.base.shard(period).is_none()
    }

    /// These periods are on the screen from now on, and no others: their values stay in memory whatever comes.
    pub fn show(&mut self, periods: impl IntoIterator<Item = PeriodId>) {
        self.on_screen = periods.into_iter().collect();
    }

    /// These periods are on the screen as well, until others are shown.
    pub fn show_also(&mut self, periods: impl IntoIterator<Item = PeriodId>) {
        self.on_screen.extend(periods);
    }

    /// Lets go of values used long ago, where there are too many. An edit on its way and a conflict need theirs.
    fn let_go(&mut self) {
        let edited = self.pending.keys().chain(self.conflicts.keys());
        let mut stays: BTreeSet<PeriodId> = edited.map(|it| it.period).collect();
        stays.extend(&self.on_screen);
        self.recent.let_go(&mut self.base, |it| stays.contains(&it));
    }

    /// The values of a period could not be read.
    pub fn not_read(&mut self, period: PeriodId) {
        self.unreadable.insert(period);
    }

    /// Whether the values of a period were asked for and could not be read.
    #[must_use]
    pub fn is_unreadable(&self, period: PeriodId) -> bool {
        self.unreadable.contains(&period)
    }

    /// Takes a shard in, unless commits came after it was cut; then it must be asked for again.
    #[must_use]
    pub fn load(&mut self, period: PeriodId, seq: Seq, shard: Arc<Shard>) -> bool {
        if seq != self.base.meta.seq {
            return false;
        }
        self.unreadable.remove(&period);
        self.base.load_shard(period, shard);
        self.let_go();
        self.compare();
        self.refresh();
        true
    }

    /// Shows an edit at once. Gives the command to send now, if none of the cell's edits is on its way.
    pub fn edit(
        &mut self,
        id: CommandId,
        edit: SetValue,
        typed: Timestamp,
    ) -> Option<(CommandId, Command)> {
        let cell = edit.cell;
        self.typed.insert(cell, typed);
        // Whoever types anew over what others have put there has chosen.
        self.conflicts.remove(&cell);
        let queue = self.pending.entry(cell).or_default();
        queue.push_back((id, edit));
        let first = queue.len() == 1;
        self.refresh();
        first.then(|| self.next_of(cell)).flatten()
    }

    /// An edit carries somebody else's value and has what was typed in its note: should it be refused, this comes back.
    pub fn stands_for(&mut self, id: CommandId, mine: SetValue) {
        self.noted.insert(id, mine);
    }

    /// The edit was carried out: the commit came before. Gives the cell's next edit to send.
    pub fn done(&mut self, id: CommandId) -> Option<(CommandId, Command)> {
        let (cell, _) = self.take(id)?;
        self.noted.remove(&id);
        self.refresh();
        self.next_of(cell)
    }

    /// The edit was refused. What was typed comes back; a conflict is also kept for the person to choose.
    /// Later edits of the same cell are given back with it, for they rest on what was refused.
    pub fn refused(&mut self, id: CommandId, refusal: &Refusal) -> Option<SetValue> {
        let (cell, edit) = self.take(id)?;
        let edit = self.noted.remove(&id).unwrap_or(edit);
        let later = self.pending.remove(&cell).into_iter().flatten();
        let last = later.fold(edit, |before, (_, it)| upon(before, it));
        if let Refusal::Conflict { theirs, stamp, .. } = refusal {
            let theirs = theirs.as_deref().and_then(|it| match it {
                Record::Value(value) => Some(value.clone()),
                _ => None,
            });
            self.conflicts.insert(
                cell,
                Conflict {
                    mine: last.clone(),
                    theirs,
                    stamp: *stamp,
                    typed: self.typed.get(&cell).copied().unwrap_or_default(),
                },
            );
        }
        self.refresh();
        Some(last)
    }

    /// What was typed and nobody has confirmed: the last edit of each cell on its way, and one's own side of each conflict.
    #[must_use]
    pub fn unconfirmed(&self) -> Vec<SetValue> {
        let pending = (self.pending.values())
            .filter_map(|queue| queue.iter().map(|it| it.1.clone()).reduce(upon));
        let conflicts = self.conflicts.values().map(|it| it.mine.clone());
        pending.chain(conflicts).collect()
    }

    fn take(&mut self, id: CommandId) -> Option<(Cell, SetValue)> {
        let cell = *self
            .pending
            .iter()
            .find(|(_, queue)| queue.front().is_some_and(|it| it.0 == id))?
            .0;
        let queue = self.pending.get_mut(&cell)?;
        let (_, edit) = queue.pop_front()?;
        if queue.is_empty() {
            self.pending.remove(&cell);
        }
        Some((cell, edit))
    }

    /// The first edit of a cell as a command on the revision confirmed now.
    fn next_of(&self, cell: Cell) -> Option<(CommandId, Command)> {
        let (id, edit) = self.pending.get(&cell)?.front()?;
        Some((*id, Command::SetValues(vec![edit.clone()])))
    }

    /// Applies what is pending on top of what is confirmed. Later edits of a cell rest on the revision of the earlier ones, never on what
    /// somebody else has put upon those.
    fn refresh(&mut self) {
        self.shown = self.base.clone();
        for (cell, queue) in &mut self.pending {
            let stamp = self.base.stamp(Key::Value(*cell));
            if let Some(own) = stamp.filter(|it| it.by == self.user) {
                for (_, later) in queue.iter_mut().skip(1) {
                    later.seen = Seen::At(own.rev);
                }
            }
            let Some((_, last)) = queue.back() else {
                continue;
            };
            let Some(shard) = self.shown.share_shard(cell.period) else {
                continue;
            };
            let mut shard = (*shard).clone();
            let was = self.base.value(*cell);
            let mut value = was.map_or_else(
                || Value::entered(last.entry.clone(), self.user),
                |it| it.body.clone(),
            );
            // Whoever adds a note to a value has not entered it.
            if value.entry != last.entry {
                value.entry = last.entry.clone();
                value.state = ValueState::Entered;
                value.entered_by = self.user;
            }
            if let Some(note) = &last.note {
                value.note.clone_from(note);
            }
            let stamp = was.map_or(
                Stamp {
                    rev: Seq(0),
                    by: self.user,
                    at: Default::default(),
                },
                |it| it.stamp,
            );
            shard.set(
                cell.indicator,
                cell.subject,
                Some(Stamped { body: value, stamp }),
            );
            self.shown.load_shard(cell.period, Arc::new(shard));
        }
    }
}

/// Two edits of a cell as one: a later value stands for an earlier one, a note given with either was given.
fn upon(before: SetValue, later: SetValue) -> SetValue {
    SetValue {
        note: later.note.or(before.note),
        source: later.source.or(before.source),
        ..later
    }
}
