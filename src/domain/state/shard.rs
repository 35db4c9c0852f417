//! The numbers of one period: values, and the base quantities of organisations. Must not know who else holds it, nor whether it is loaded.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::stamped::Stamped;
use crate::domain::collection::{Collection, CollectionEvent};
use crate::domain::ids::{BaseQuantityId, IndicatorId, OrganisationId};
use crate::domain::period::BaseValue;
use crate::domain::results::{ResultCell, ResultDirection, ResultHead, ResultRow};
use crate::domain::rule::{Confirmation, RuleKind};
use crate::domain::value::{Entry, Source, Subject, Value, ValueState};

/// One indicator's values in a period.
pub type Column = BTreeMap<Subject, Stamped<Value>>;

/// Numbers of base quantities in a period.
pub type Bases = BTreeMap<(BaseQuantityId, OrganisationId), Stamped<BaseValue>>;

/// What a closed period came to, by organisation.
pub type ResultRows = BTreeMap<OrganisationId, Stamped<ResultRow>>;

/// How the numbers of a period are collected, by organisation.
pub type Collections = BTreeMap<OrganisationId, Stamped<Collection>>;

/// What was said of findings in a period, by cell and rule.
pub type Confirmations = BTreeMap<(IndicatorId, Subject, RuleKind), Stamped<Confirmation>>;

/// The numbers of one period: a column of values per indicator, the base quantities, what it came to when it was closed, and what was said
/// of its findings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    columns: BTreeMap<IndicatorId, Arc<Column>>,
    bases: Arc<Bases>,
    results: Arc<ResultRows>,
    collections: Arc<Collections>,
    confirmations: Arc<Confirmations>,
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

    /// The numbers of base quantities.
    #[must_use]
    pub fn bases(&self) -> &Bases {
        &self.bases
    }

    /// What the period came to when it was closed.
    #[must_use]
    pub fn results(&self) -> &ResultRows {
        &self.results
    }

    /// What was said of its findings.
    #[must_use]
    pub fn confirmations(&self) -> &Confirmations {
        &self.confirmations
    }

    /// How the numbers are collected.
    #[must_use]
    pub fn collections(&self) -> &Collections {
        &self.collections
    }

    /// Number of values.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.values().map(|it| it.len()).sum()
    }

    /// Whether there is no value at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// About how many bytes it takes, with what is written in it.
    #[must_use]
    pub fn weight(&self) -> usize {
        let values = self.columns.values().flat_map(|it| it.values());
        let texts: usize = values.map(|it| written(&it.body)).sum();
        let value = size_of::<(Subject, Stamped<Value>)>();
        let base = size_of::<((BaseQuantityId, OrganisationId), Stamped<BaseValue>)>();
        let results: usize = self.results.values().map(|it| outcome(&it.body)).sum();
        let said = size_of::<((IndicatorId, Subject, RuleKind), Stamped<Confirmation>)>();
        let notes = self.confirmations.values().map(|it| it.note.len() + said);
        let notes: usize = notes.sum();
        let events =
            (self.collections.values()).map(|it| it.events.len() * size_of::<CollectionEvent>());
        let collection = size_of::<(OrganisationId, Stamped<Collection>)>();
        let collected = events.sum::<usize>() + collection * self.collections.len();
        value * self.len() + base * self.bases.len() + texts + results + notes + collected
    }

    /// The same numbers with what is said of them told otherwise; `None` leaves a value as it is. Columns without one that is told
    /// otherwise are shared.
    #[must_use]
    pub fn retold(
        &self,
        tell: impl Fn(&Value) -> Option<Value>,
        tell_row: impl Fn(OrganisationId, &ResultRow) -> ResultRow,
        tell_collection: impl Fn(&mut Collection),
        tell_confirmation: impl Fn(&mut Confirmation),
    ) -> Shard {
        let mut shard = self.clone();
        if !shard.results.is_empty() {
            for (id, it) in Arc::make_mut(&mut shard.results) {
                it.body = tell_row(*id, &it.body);
            }
        }
        if !shard.confirmations.is_empty() {
            let all = Arc::make_mut(&mut shard.confirmations).values_mut();
            all.for_each(|it| tell_confirmation(&mut it.body));
        }
        if !shard.collections.is_empty() {
            for it in Arc::make_mut(&mut shard.collections).values_mut() {
                tell_collection(&mut it.body);
            }
        }
        for column in shard.columns.values_mut() {
            let told: Vec<_> = (column.iter())
                .filter_map(|(subject, it)| Some((*subject, it.stamp, tell(it)?)))
                .collect();
            if told.is_empty() {
                continue;
            }
            let column = Arc::make_mut(column);
            for (subject, stamp, body) in told {
                column.insert(subject, Stamped { body, stamp });
            }
        }
        shard
    }

    /// Puts a value in or takes it out. For [`State`](super::State) and for whoever loads a shard.
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

    /// Puts what the period came to for an organisation in or takes it out.
    pub fn set_result(&mut self, organisation: OrganisationId, row: Option<Stamped<ResultRow>>) {
        let results = Arc::make_mut(&mut self.results);
        match row {
            Some(row) => {
                results.insert(organisation, row);
            }
            None => {
                results.remove(&organisation);
            }
        }
    }

    /// Puts what was said of a finding in or takes it out.
    pub fn set_confirmation(
        &mut self,
        at: (IndicatorId, Subject, RuleKind),
        said: Option<Stamped<Confirmation>>,
    ) {
        let all = Arc::make_mut(&mut self.confirmations);
        match said {
            Some(said) => {
                all.insert(at, said);
            }
            None => {
                all.remove(&at);
            }
        }
    }

    /// Puts how the numbers of an organisation are collected in or takes it out.
    pub fn set_collection(
        &mut self,
        organisation: OrganisationId,
        it: Option<Stamped<Collection>>,
    ) {
        let collections = Arc::make_mut(&mut self.collections);
        match it {
            Some(it) => {
                collections.insert(organisation, it);
            }
            None => {
                collections.remove(&organisation);
            }
        }
    }

    /// Puts the number of a base quantity in or takes it out.
    pub fn set_base(
        &mut self,
        base: BaseQuantityId,
        organisation: OrganisationId,
        number: Option<Stamped<BaseValue>>,
    ) {
        let bases = Arc::make_mut(&mut self.bases);
        match number {
            Some(number) => {
                bases.insert((base, organisation), number);
            }
            None => {
                bases.remove(&(base, organisation));
            }
        }
    }
}

/// About how many bytes a row of results takes.
fn outcome(row: &ResultRow) -> usize {
    let heads = row.heads.iter().map(|it| {
        size_of::<ResultHead>()
            + it.cells.len() * size_of::<ResultCell>()
            + it.directions.len() * size_of::<ResultDirection>()
    });
    size_of::<(OrganisationId, Stamped<ResultRow>)>() + heads.sum::<usize>()
}

/// Bytes of the texts of a value.
fn written(value: &Value) -> usize {
    let of_entry = |it: &Entry| match it {
        Entry::NotApplicable { reason } | Entry::NoData { reason } => reason.len(),
        _ => 0,
    };
    let of_source = match &value.source {
        Some(Source::Text(text)) => text.len(),
        Some(Source::Document(_)) | None => 0,
    };
    let of_state = match &value.state {
        ValueState::Returned { reason } => reason.len(),
        _ => 0,
    };
    let assessed = value.self_assessment.as_deref().map_or(0, of_entry);
    value.note.len() + of_entry(&value.entry) + assessed + of_source + of_state
}

/// A shard in the making, for whoever has its records in the order of their keys: nothing is searched for, each column is as
/// small as it can be, and no more than one of them is held twice.
#[derive(Debug, Default)]
pub struct ShardMaker {
    made: Shard,
    bases: Vec<((BaseQuantityId, OrganisationId), Stamped<BaseValue>)>,
    results: Vec<(OrganisationId, Stamped<ResultRow>)>,
    collections: Vec<(OrganisationId, Stamped<Collection>)>,
    confirmations: Vec<((IndicatorId, Subject, RuleKind), Stamped<Confirmation>)>,
    indicator: Option<IndicatorId>,
    column: Vec<(Subject, Stamped<Value>)>,
}

impl ShardMaker {
    /// Takes the next number of a base quantity in.
    pub fn base(
        &mut self,
        base: BaseQuantityId,
        organisation: OrganisationId,
        it: Stamped<BaseValue>,
    ) {
        self.bases.push(((base, organisation), it));
    }

    /// Takes the next row of results in.
    pub fn result(&mut self, organisation: OrganisationId, it: Stamped<ResultRow>) {
        self.results.push((organisation, it));
    }

    /// Takes what was said of the next finding in.
    pub fn confirmation(
        &mut self,
        at: (IndicatorId, Subject, RuleKind),
        it: Stamped<Confirmation>,
    ) {
        self.confirmations.push((at, it));
    }

    /// Takes the next collection in.
    pub fn collection(&mut self, organisation: OrganisationId, it: Stamped<Collection>) {
        self.collections.push((organisation, it));
    }

    /// Takes the next value in.
    pub fn value(&mut self, indicator: IndicatorId, subject: Subject, it: Stamped<Value>) {
        if self.indicator != Some(indicator) {
            self.end_column();
            self.indicator = Some(indicator);
        }
        self.column.push((subject, it));
    }

    /// The shard.
    #[must_use]
    pub fn end(mut self) -> Shard {
        self.end_column();
        self.made.bases = Arc::new(self.bases.into_iter().collect());
        self.made.results = Arc::new(self.results.into_iter().collect());
        self.made.collections = Arc::new(self.collections.into_iter().collect());
        self.made.confirmations = Arc::new(self.confirmations.into_iter().collect());
        self.made
    }

    fn end_column(&mut self) {
        let Some(indicator) = self.indicator.take() else {
            return;
        };
        let column = self.column.drain(..).collect();
        self.made.columns.insert(indicator, Arc::new(column));
    }
}
