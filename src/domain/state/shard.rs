//! The values of one period. Must not know who else holds it, nor whether it is loaded.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::stamped::Stamped;
use crate::domain::ids::IndicatorId;
use crate::domain::value::{Cell, Subject, Value};

/// One indicator's values in a period.
pub type Column = BTreeMap<Subject, Stamped<Value>>;

/// The values of one period: a column per indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    columns: BTreeMap<IndicatorId, Arc<Column>>,
}

impl Shard {
    /// The column of an indicator, if it has any value.
    #[must_use]
    pub fn column(&self, indicator: IndicatorId) -> Option<&Column> {
        self.columns.get(&indicator).map(|it| &**it)
    }

    /// All columns, by indicator.
    pub fn columns(&self) -> impl Iterator<Item = (IndicatorId, &Column)> {
        self.columns.iter().map(|(id, column)| (*id, &**column))
    }

    /// Number of values.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.values().map(|it| it.len()).sum()
    }

    /// Whether there is no value at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts a value in or takes it out. For [`State`] and for whoever loads a shard.
    pub fn set(&mut self, indicator: IndicatorId, subject: Subject, value: Option<Stamped<Value>>) {
        let column = Arc::make_mut(self.columns.entry(indicator).or_default());
        match value {
            Some(value) => {
                column.insert(subject, value);
            }
            None => {
                column.remove(&subject);
            }
        }
        if column.is_empty() {
            self.columns.remove(&indicator);
        }
    }
}

/// A shard of values in any order; in the order of their keys it is made without searching, and each column as small as it can be.
impl FromIterator<(Cell, Stamped<Value>)> for Shard {
    fn from_iter<I: IntoIterator<Item = (Cell, Stamped<Value>)>>(values: I) -> Shard {
        let mut columns: BTreeMap<IndicatorId, Vec<(Subject, Stamped<Value>)>> = BTreeMap::new();
        for (cell, value) in values {
            let column = columns.entry(cell.indicator).or_default();
            column.push((cell.subject, value));
        }
        let column = |(id, values): (_, Vec<_>)| (id, Arc::new(values.into_iter().collect()));
        Shard {
            columns: columns.into_iter().map(column).collect(),
        }
    }
}
