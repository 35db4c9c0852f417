//! All records in memory, with their indexes. [`State::apply`] cannot fail.
//!
//! Tables are behind `Arc`, so that a clone of the state is cheap: the engine and an embedded interface share what neither changed.
//! Values lie in one shard per period, which may not be loaded; a shard is a column per indicator.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use super::catalogue::{BaseQuantity, Direction, Edition, Indicator};
use super::evidence::{Citation, Document, Requirement};
use super::followup::{Assignment, Decision, Recommendation, Report, ReportOn};
use super::ids::{
    AppointmentId, AssignmentId, BaseQuantityId, CitationId, DecisionId, DirectionId, DocumentId,
    EditionId, IndicatorId, OrganisationId, PeriodId, PersonId, RecommendationId, ReportId,
    RequirementId, Seq, Timestamp, UserId,
};
use super::people::{Appointment, Organisation, Person, Settings, User};
use super::period::{BaseValue, Period, Reference};
use super::record::{Cause, Commit, Key, Kind, Record};
use super::value::{Cell, Subject, Value};

/// Takes the inside of a record; a record of another kind counts as none.
macro_rules! pick {
    ($record:expr, $kind:ident) => {
        match $record {
            Some(Record::$kind(body)) => Some(body),
            _ => None,
        }
    };
}

/// How many of a user's commits can be undone.
const UNDO_DEPTH: usize = 200;

/// Who changed a record last, when, and in which commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The commit: the record's revision.
    pub rev: Seq,
    /// The author.
    pub by: UserId,
    /// The moment.
    pub at: Timestamp,
}

/// A record with its stamp. Reads as the record itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped<T> {
    /// The record.
    pub body: T,
    /// Its stamp.
    pub stamp: Stamp,
}

impl<T> Deref for Stamped<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.body
    }
}

/// Records of one kind, in the order of their keys.
pub type Table<K, V> = Arc<BTreeMap<K, Stamped<V>>>;

/// Pairs that answer «which B belong to this A».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links<A, B>(Arc<BTreeSet<(A, B)>>);

impl<A, B> Default for Links<A, B> {
    fn default() -> Self {
        Links(Arc::new(BTreeSet::new()))
    }
}

/// The lowest id there is; the lower end of a range of pairs.
pub trait Lowest {
    /// Its value.
    const LOWEST: Self;
}

macro_rules! lowest { ($($name:ident)*) => {$(impl Lowest for $name { const LOWEST: Self = $name(0); })*} }
lowest! { AppointmentId AssignmentId CitationId DecisionId RecommendationId ReportId }

impl<A: Ord + Copy, B: Ord + Copy + Lowest> Links<A, B> {
    /// All B of this A, in order.
    pub fn of(&self, a: A) -> impl Iterator<Item = B> + '_ {
        self.0
            .range((a, B::LOWEST)..)
            .take_while(move |(it, _)| *it == a)
            .map(|(_, b)| *b)
    }

    fn set(&mut self, a: A, b: B, present: bool) {
        let set = Arc::make_mut(&mut self.0);
        if present {
            set.insert((a, b));
        } else {
            set.remove(&(a, b));
        }
    }
}

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

/// What one user can take back and do again: numbers of commits, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    /// Commits in effect.
    pub undo: Vec<Seq>,
    /// Undo commits that can be taken back.
    pub redo: Vec<Seq>,
}

/// What must be kept beside the records, because the records alone don't tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The last commit applied.
    pub seq: Seq,
    /// Highest id ever handed out, by kind; ids are never used twice.
    pub last_ids: BTreeMap<Kind, u32>,
    /// Undo stacks by user.
    pub undo: BTreeMap<UserId, UndoStack>,
}

impl Meta {
    /// Takes note of a commit: its number and the actor's undo stack. A new command forgets what could be done again.
    pub fn note(&mut self, seq: Seq, actor: UserId, cause: Cause) {
        self.seq = seq;
        let stack = self.undo.entry(actor).or_default();
        match cause {
            Cause::Do | Cause::Import(_) => {
                stack.undo.push(seq);
                stack.redo.clear();
            }
            Cause::Undo(target) => {
                stack.undo.retain(|it| *it != target);
                stack.redo.push(seq);
            }
            Cause::Redo(target) => {
                stack.redo.retain(|it| *it != target);
                stack.undo.push(seq);
            }
            Cause::Erase => {}
        }
        let excess = stack.undo.len().saturating_sub(UNDO_DEPTH);
        stack.undo.drain(..excess);
    }

    /// Takes note of an id in use.
    pub fn note_key(&mut self, key: Key) {
        if let Some(id) = key.own_id() {
            let last = self.last_ids.entry(key.kind()).or_default();
            *last = (*last).max(id);
        }
    }
}

/// All records in memory.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "each table is that of the records of its name")]
pub struct State {
    pub settings: Option<Stamped<Settings>>,
    pub editions: Table<EditionId, Edition>,
    pub directions: Table<(EditionId, DirectionId), Direction>,
    pub indicators: Table<(EditionId, IndicatorId), Indicator>,
    pub base_quantities: Table<BaseQuantityId, BaseQuantity>,
    pub base_values: Table<(PeriodId, BaseQuantityId, OrganisationId), BaseValue>,
    pub references: Table<(PeriodId, IndicatorId), Reference>,
    pub organisations: Table<OrganisationId, Organisation>,
    pub persons: Table<PersonId, Person>,
    pub appointments: Table<AppointmentId, Appointment>,
    pub periods: Table<PeriodId, Period>,
    pub recommendations: Table<RecommendationId, Recommendation>,
    pub decisions: Table<DecisionId, Decision>,
    pub assignments: Table<AssignmentId, Assignment>,
    pub reports: Table<ReportId, Report>,
    pub documents: Table<DocumentId, Document>,
    pub requirements: Table<RequirementId, Requirement>,
    pub citations: Table<CitationId, Citation>,
    pub users: Table<UserId, User>,
    /// Loaded shards; a period without an entry here is not loaded.
    shards: BTreeMap<PeriodId, Arc<Shard>>,
    /// Appointments of an organisation.
    pub appointments_of: Links<OrganisationId, AppointmentId>,
    /// Appointments of a person.
    pub appointments_by_person: Links<PersonId, AppointmentId>,
    /// Recommendations addressed to an organisation.
    pub recommendations_of: Links<OrganisationId, RecommendationId>,
    /// Decisions that follow a recommendation.
    pub decisions_after: Links<RecommendationId, DecisionId>,
    /// Decisions about a value.
    pub decisions_about: Links<Cell, DecisionId>,
    /// Assignments of a decision.
    pub assignments_of: Links<DecisionId, AssignmentId>,
    /// Reports on an assignment or a recommendation.
    pub reports_on: Links<ReportOn, ReportId>,
    /// Citations under a requirement.
    pub citations_of: Links<RequirementId, CitationId>,
    /// Where a document is used as evidence.
    pub citations_by_document: Links<DocumentId, CitationId>,
    /// Counters and undo stacks.
    pub meta: Meta,
}

impl State {
    /// The shard of a period, if it is loaded.
    #[must_use]
    pub fn shard(&self, period: PeriodId) -> Option<&Shard> {
        self.shards.get(&period).map(|it| &**it)
    }

    /// The shard of a period, to share it.
    #[must_use]
    pub fn share_shard(&self, period: PeriodId) -> Option<Arc<Shard>> {
        self.shards.get(&period).cloned()
    }

    /// Takes a loaded shard in. It must be as of [`Meta::seq`].
    pub fn load_shard(&mut self, period: PeriodId, shard: Arc<Shard>) {
        self.shards.insert(period, shard);
    }

    /// Lets a shard go.
    pub fn unload_shard(&mut self, period: PeriodId) {
        self.shards.remove(&period);
    }

    /// Periods whose values are in memory.
    pub fn loaded(&self) -> impl Iterator<Item = PeriodId> + '_ {
        self.shards.keys().copied()
    }

    /// The value of a cell; `None` when absent or not loaded.
    #[must_use]
    pub fn value(&self, cell: Cell) -> Option<&Stamped<Value>> {
        self.shard(cell.period)?
            .column(cell.indicator)?
            .get(&cell.subject)
    }

    /// The edition of a period.
    #[must_use]
    pub fn edition_of(&self, period: PeriodId) -> Option<EditionId> {
        self.periods.get(&period).map(|it| it.edition)
    }

    /// The period of the same length that ended last before this one began.
    #[must_use]
    pub fn period_before(&self, period: PeriodId) -> Option<PeriodId> {
        let now = self.periods.get(&period)?;
        (self.periods.iter())
            .filter(|(_, it)| it.kind == now.kind && it.to < now.from)
            .max_by_key(|(id, it)| (it.to, **id))
            .map(|(id, _)| *id)
    }

    /// An indicator as the period's edition words it.
    #[must_use]
    pub fn indicator_in(
        &self,
        period: PeriodId,
        indicator: IndicatorId,
    ) -> Option<&Stamped<Indicator>> {
        self.indicators.get(&(self.edition_of(period)?, indicator))
    }

    /// A direction as the period's edition words it.
    #[must_use]
    pub fn direction_in(
        &self,
        period: PeriodId,
        direction: DirectionId,
    ) -> Option<&Stamped<Direction>> {
        self.directions.get(&(self.edition_of(period)?, direction))
    }

    /// Whether nothing was ever committed.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.meta.seq == Seq(0)
    }

    /// The next free number of a kind.
    #[must_use]
    pub fn next_id(&self, kind: Kind) -> u32 {
        self.meta
            .last_ids
            .get(&kind)
            .copied()
            .unwrap_or(0)
            .saturating_add(1)
    }

    /// The user with this account.
    #[must_use]
    pub fn user_by_account(&self, account: &str) -> Option<UserId> {
        self.users
            .iter()
            .find(|(_, user)| user.account == account)
            .map(|(id, _)| *id)
    }

    /// What the user would take back next.
    #[must_use]
    pub fn undo_target(&self, user: UserId) -> Option<Seq> {
        self.meta.undo.get(&user)?.undo.last().copied()
    }

    /// What the user would do again next.
    #[must_use]
    pub fn redo_target(&self, user: UserId) -> Option<Seq> {
        self.meta.undo.get(&user)?.redo.last().copied()
    }

    /// Takes a commit in. Replaying one that is in already changes nothing.
    pub fn apply(&mut self, commit: &Commit) {
        if commit.seq <= self.meta.seq {
            return;
        }
        let stamp = Stamp {
            rev: commit.seq,
            by: commit.actor,
            at: commit.time,
        };
        for change in &commit.changes {
            // A new period has no values anywhere yet: its empty shard is the whole of it.
            if let (Key::Period(id), None, Some(_)) = (change.key, &change.before, &change.after) {
                self.shards.entry(id).or_default();
            }
            self.put(change.key, change.after.clone(), stamp);
        }
        self.meta.note(commit.seq, commit.actor, commit.cause);
    }

    /// Puts one record in its table with a stamp, or takes it out. For `apply` and for whoever loads the records;
    /// a record under a key of another kind is left out.
    pub fn put(&mut self, key: Key, record: Option<Record>, stamp: Stamp) {
        self.meta.note_key(key);
        self.set_links(key, false);
        match (key, record) {
            (Key::Settings, Some(Record::Settings(body))) => {
                self.settings = Some(Stamped { body, stamp })
            }
            (Key::Settings, None) => self.settings = None,
            (Key::Edition(id), it) => set(&mut self.editions, id, pick!(it, Edition), stamp),
            (Key::Direction(e, id), it) => {
                set(&mut self.directions, (e, id), pick!(it, Direction), stamp)
            }
            (Key::Indicator(e, id), it) => {
                set(&mut self.indicators, (e, id), pick!(it, Indicator), stamp)
            }
            (Key::BaseQuantity(id), it) => set(
                &mut self.base_quantities,
                id,
                pick!(it, BaseQuantity),
                stamp,
            ),
            (Key::BaseValue(p, b, o), it) => set(
                &mut self.base_values,
                (p, b, o),
                pick!(it, BaseValue),
                stamp,
            ),
            (Key::Reference(p, i), it) => {
                set(&mut self.references, (p, i), pick!(it, Reference), stamp)
            }
            (Key::Organisation(id), it) => {
                set(&mut self.organisations, id, pick!(it, Organisation), stamp)
            }
            (Key::Person(id), it) => set(&mut self.persons, id, pick!(it, Person), stamp),
            (Key::Appointment(id), it) => {
                set(&mut self.appointments, id, pick!(it, Appointment), stamp)
            }
            (Key::Period(id), it) => set(&mut self.periods, id, pick!(it, Period), stamp),
            (Key::Value(cell), it) => self.put_value(cell, pick!(it, Value), stamp),
            (Key::Recommendation(id), it) => set(
                &mut self.recommendations,
                id,
                pick!(it, Recommendation),
                stamp,
            ),
            (Key::Decision(id), it) => set(&mut self.decisions, id, pick!(it, Decision), stamp),
            (Key::Assignment(id), it) => {
                set(&mut self.assignments, id, pick!(it, Assignment), stamp)
            }
            (Key::Report(id), it) => set(&mut self.reports, id, pick!(it, Report), stamp),
            (Key::Document(id), it) => set(&mut self.documents, id, pick!(it, Document), stamp),
            (Key::Requirement(id), it) => {
                set(&mut self.requirements, id, pick!(it, Requirement), stamp)
            }
            (Key::Citation(id), it) => set(&mut self.citations, id, pick!(it, Citation), stamp),
            (Key::User(id), it) => set(&mut self.users, id, pick!(it, User), stamp),
            (Key::Settings, Some(_)) => {}
        }
        self.set_links(key, true);
    }

    fn put_value(&mut self, cell: Cell, value: Option<Value>, stamp: Stamp) {
        if let Some(shard) = self.shards.get_mut(&cell.period) {
            Arc::make_mut(shard).set(
                cell.indicator,
                cell.subject,
                value.map(|body| Stamped { body, stamp }),
            );
        }
    }

    /// Adds or removes the links that the record now under the key makes.
    fn set_links(&mut self, key: Key, present: bool) {
        match key {
            Key::Appointment(id) => {
                if let Some(it) = self.appointments.get(&id) {
                    self.appointments_of.set(it.body.organisation, id, present);
                    self.appointments_by_person.set(it.body.person, id, present);
                }
            }
            Key::Recommendation(id) => {
                if let Some(it) = self.recommendations.get(&id) {
                    for addressee in &it.body.addressees {
                        self.recommendations_of
                            .set(addressee.organisation, id, present);
                    }
                }
            }
            Key::Decision(id) => {
                if let Some(it) = self.decisions.get(&id) {
                    for after in &it.body.recommendations {
                        self.decisions_after.set(*after, id, present);
                    }
                    for cell in &it.body.grounds {
                        self.decisions_about.set(*cell, id, present);
                    }
                }
            }
            Key::Assignment(id) => {
                if let Some(it) = self.assignments.get(&id) {
                    self.assignments_of.set(it.body.decision, id, present);
                }
            }
            Key::Report(id) => {
                if let Some(it) = self.reports.get(&id) {
                    self.reports_on.set(it.body.on, id, present);
                }
            }
            Key::Citation(id) => {
                if let Some(it) = self.citations.get(&id) {
                    self.citations_of.set(it.body.requirement, id, present);
                    self.citations_by_document
                        .set(it.body.document, id, present);
                }
            }
            _ => {}
        }
    }

    /// The stamp of the record under a key; `None` when absent or in a shard that is not loaded.
    #[must_use]
    pub fn stamp(&self, key: Key) -> Option<Stamp> {
        self.record_with(key, |_| ()).map(|(_, stamp)| stamp)
    }

    /// The record under a key with its stamp; `None` when absent or in a shard that is not loaded.
    #[must_use]
    pub fn record(&self, key: Key) -> Option<(Record, Stamp)> {
        self.record_with(key, |make| make())
    }

    /// Finds a record; `keep` decides whether it is copied.
    fn record_with<R>(
        &self,
        key: Key,
        keep: impl FnOnce(&dyn Fn() -> Record) -> R,
    ) -> Option<(R, Stamp)> {
        macro_rules! found {
            ($entry:expr, $kind:ident) => {{
                let it = $entry?;
                Some((keep(&|| Record::$kind(it.body.clone())), it.stamp))
            }};
        }
        match key {
            Key::Settings => found!(self.settings.as_ref(), Settings),
            Key::Edition(id) => found!(self.editions.get(&id), Edition),
            Key::Direction(e, id) => found!(self.directions.get(&(e, id)), Direction),
            Key::Indicator(e, id) => found!(self.indicators.get(&(e, id)), Indicator),
            Key::BaseQuantity(id) => found!(self.base_quantities.get(&id), BaseQuantity),
            Key::BaseValue(p, b, o) => found!(self.base_values.get(&(p, b, o)), BaseValue),
            Key::Reference(p, i) => found!(self.references.get(&(p, i)), Reference),
            Key::Organisation(id) => found!(self.organisations.get(&id), Organisation),
            Key::Person(id) => found!(self.persons.get(&id), Person),
            Key::Appointment(id) => found!(self.appointments.get(&id), Appointment),
            Key::Period(id) => found!(self.periods.get(&id), Period),
            Key::Value(cell) => found!(self.value(cell), Value),
            Key::Recommendation(id) => found!(self.recommendations.get(&id), Recommendation),
            Key::Decision(id) => found!(self.decisions.get(&id), Decision),
            Key::Assignment(id) => found!(self.assignments.get(&id), Assignment),
            Key::Report(id) => found!(self.reports.get(&id), Report),
            Key::Document(id) => found!(self.documents.get(&id), Document),
            Key::Requirement(id) => found!(self.requirements.get(&id), Requirement),
            Key::Citation(id) => found!(self.citations.get(&id), Citation),
            Key::User(id) => found!(self.users.get(&id), User),
        }
    }

    /// Keys of all records in memory, in the order of kinds and ids; values of loaded periods only.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        let values = self.shards.iter().flat_map(|(period, shard)| {
            shard.columns().flat_map(move |(indicator, column)| {
                column.keys().map(move |subject| {
                    Key::Value(Cell {
                        period: *period,
                        indicator,
                        subject: *subject,
                    })
                })
            })
        });
        (self.settings.iter().map(|_| Key::Settings))
            .chain(self.editions.keys().map(|id| Key::Edition(*id)))
            .chain(
                self.directions
                    .keys()
                    .map(|(e, id)| Key::Direction(*e, *id)),
            )
            .chain(
                self.indicators
                    .keys()
                    .map(|(e, id)| Key::Indicator(*e, *id)),
            )
            .chain(self.base_quantities.keys().map(|id| Key::BaseQuantity(*id)))
            .chain(
                self.base_values
                    .keys()
                    .map(|(p, b, o)| Key::BaseValue(*p, *b, *o)),
            )
            .chain(self.references.keys().map(|(p, i)| Key::Reference(*p, *i)))
            .chain(self.organisations.keys().map(|id| Key::Organisation(*id)))
            .chain(self.persons.keys().map(|id| Key::Person(*id)))
            .chain(self.appointments.keys().map(|id| Key::Appointment(*id)))
            .chain(self.periods.keys().map(|id| Key::Period(*id)))
            .chain(values)
            .chain(
                self.recommendations
                    .keys()
                    .map(|id| Key::Recommendation(*id)),
            )
            .chain(self.decisions.keys().map(|id| Key::Decision(*id)))
            .chain(self.assignments.keys().map(|id| Key::Assignment(*id)))
            .chain(self.reports.keys().map(|id| Key::Report(*id)))
            .chain(self.documents.keys().map(|id| Key::Document(*id)))
            .chain(self.requirements.keys().map(|id| Key::Requirement(*id)))
            .chain(self.citations.keys().map(|id| Key::Citation(*id)))
            .chain(self.users.keys().map(|id| Key::User(*id)))
    }
}

/// Puts a record in a table or takes it out.
fn set<K: Ord + Clone, V: Clone>(table: &mut Table<K, V>, key: K, body: Option<V>, stamp: Stamp) {
    let table = Arc::make_mut(table);
    match body {
        Some(body) => {
            table.insert(key, Stamped { body, stamp });
        }
        None => {
            table.remove(&key);
        }
    }
}
