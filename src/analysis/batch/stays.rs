//! What files have brought since a name means something: when it turns out to mean another thing, that stays where it is.
//!
//! Which of it came by the name, and which by a name of the store's own, nobody has written down: whoever looks says so.

use std::collections::BTreeSet;

use crate::domain::alias::{Alias, Means};
use crate::domain::ids::Seq;
use crate::domain::state::{Column, Stamped, State};
use crate::domain::value::{Cell, Entry, Subject};

/// Cells of what a name means, as far as they are in memory, that are as a file has left them since the name means it.
#[must_use]
pub fn stays(state: &State, alias: &Stamped<Alias>) -> Vec<Cell> {
    let since = alias.stamp.rev;
    let files = state.brought_files.values().map(|it| it.stamp.rev);
    let files: BTreeSet<Seq> = files.filter(|it| *it >= since).collect();
    let subjects = match alias.means {
        Means::Organisation(id) => {
            let heads = state.appointments.values();
            let heads = heads.filter(|it| it.organisation == id);
            let heads = heads.map(|it| Subject::Person(it.person));
            Some(
                heads
                    .chain([Subject::Organisation(id)])
                    .collect::<BTreeSet<_>>(),
            )
        }
        Means::Indicator(_) => None,
    };
    let in_column = |column: &Column| -> Vec<Subject> {
        let is_left = |subject: &&Subject| {
            let value = column.get(subject);
            value.is_some_and(|it| files.contains(&it.stamp.rev) && it.entry != Entry::Empty)
        };
        match &subjects {
            Some(some) => some.iter().filter(is_left).copied().collect(),
            None => column.keys().filter(is_left).copied().collect(),
        }
    };
    let mut cells = Vec::new();
    for period in state.loaded() {
        let columns = state.shard(period).into_iter().flat_map(|it| it.columns());
        for (indicator, column) in columns {
            if matches!(alias.means, Means::Indicator(id) if id != indicator) {
                continue;
            }
            let cell = |subject| Cell {
                period,
                indicator,
                subject,
            };
            cells.extend(in_column(column).into_iter().map(cell));
        }
    }
    cells
}
