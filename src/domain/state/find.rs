//! Any record by its key, and all keys there are.

use super::State;
use super::stamped::Stamp;
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, PeriodId};
use crate::domain::record::{Key, Record};
use crate::domain::value::Cell;

impl State {
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

    /// The record of an edition that was changed last, the edition itself or one of its directions and indicators. Its revision is that of
    /// the edition as a whole: whoever publishes, writes over or drops it has seen all of it.
    #[must_use]
    pub fn latest_of(&self, id: EditionId) -> Option<(Key, Stamp)> {
        // Of those of one commit the edition stands for all: it comes last.
        self.all_of(id).max_by_key(|(_, stamp)| stamp.rev)
    }

    /// The records of an edition with their stamps: rules, indicators, directions, the edition itself.
    pub fn all_of(&self, id: EditionId) -> impl Iterator<Item = (Key, Stamp)> {
        let own = (self.editions.get(&id)).map(|it| (Key::Edition(id), it.stamp));
        let ids = (id, DirectionId(0))..=(id, DirectionId(u32::MAX));
        let directions = (self.directions.range(ids))
            .map(move |((_, direction), it)| (Key::Direction(id, *direction), it.stamp));
        let ids = (id, IndicatorId(0))..=(id, IndicatorId(u32::MAX));
        let indicators = (self.indicators.range(ids))
            .map(move |((_, indicator), it)| (Key::Indicator(id, *indicator), it.stamp));
        let rules = (self.rules_of(id)).map(move |(kind, it)| (Key::Rule(id, kind), it.stamp));
        (rules.chain(indicators)).chain(directions).chain(own)
    }

    /// Whether anything was entered for a period: a value, the number of a base quantity, what an indicator is compared with. `None` when it
    /// is not loaded.
    #[must_use]
    pub fn has_entries(&self, period: PeriodId) -> Option<bool> {
        let shard = self.shard(period)?;
        let compared = (self.references.keys()).any(|(of, _)| *of == period);
        Some(compared || !shard.is_empty() || !shard.bases().is_empty())
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
            Key::BaseValue(p, b, o) => found!(self.base_value(p, b, o), BaseValue),
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
            Key::Deputy(id) => found!(self.deputies.get(&id), Deputy),
            Key::Results(id) => found!(self.results.get(&id), Results),
            Key::ResultRow(p, o) => found!(self.result_row(p, o), ResultRow),
            Key::Correction(cell) => found!(self.corrections.get(&cell), Correction),
            Key::Objection(id) => found!(self.objections.get(&id), Objection),
            Key::Qualification(id) => found!(self.qualifications.get(&id), Qualification),
            Key::Attestation(id) => found!(self.attestations.get(&id), Attestation),
            Key::Contract(id) => found!(self.contracts.get(&id), Contract),
            Key::Candidate(id) => found!(self.candidates.get(&id), Candidate),
            Key::Alias(id) => found!(self.aliases.get(&id), Alias),
            Key::BroughtFile(id) => found!(self.brought_files.get(&id), BroughtFile),
            Key::Section(id) => found!(self.sections.get(&id), Section),
            Key::Round(id) => found!(self.rounds.get(&id), Round),
            Key::Goal(id) => found!(self.goals.get(&id), Goal),
            Key::AnalysisNote(id) => found!(self.notes.get(&id), AnalysisNote),
            Key::Activity(id) => found!(self.activities.get(&id), Activity),
            Key::Review(id) => found!(self.reviews.get(&id), Review),
            Key::Collection(p, o) => found!(self.collection(p, o), Collection),
            Key::Rule(e, kind) => found!(self.rules.get(&(e, kind)), Rule),
            Key::Confirmation(cell, rule) => found!(self.confirmation(cell, rule), Confirmation),
        }
    }

    /// Keys of all records in memory, in the order of kinds and ids; of what lies in shards those of loaded periods only.
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
        let bases = self.shards.iter().flat_map(|(period, shard)| {
            let keys = shard.bases().keys();
            keys.map(move |(base, organisation)| Key::BaseValue(*period, *base, *organisation))
        });
        let rows = self.shards.iter().flat_map(|(period, shard)| {
            let organisations = shard.results().keys();
            organisations.map(move |it| Key::ResultRow(*period, *it))
        });
        let collections = self.shards.iter().flat_map(|(period, shard)| {
            let organisations = shard.collections().keys();
            organisations.map(move |it| Key::Collection(*period, *it))
        });
        let confirmed = self.shards.iter().flat_map(|(period, shard)| {
            let places = shard.confirmations().keys();
            places.map(move |(indicator, subject, rule)| {
                let cell = Cell {
                    period: *period,
                    indicator: *indicator,
                    subject: *subject,
                };
                Key::Confirmation(cell, *rule)
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
            .chain(bases)
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
            .chain(self.deputies.keys().map(|id| Key::Deputy(*id)))
            .chain(self.results.keys().map(|id| Key::Results(*id)))
            .chain(rows)
            .chain(self.corrections.keys().map(|it| Key::Correction(*it)))
            .chain(self.objections.keys().map(|id| Key::Objection(*id)))
            .chain(self.qualifications.keys().map(|id| Key::Qualification(*id)))
            .chain(self.attestations.keys().map(|id| Key::Attestation(*id)))
            .chain(self.contracts.keys().map(|id| Key::Contract(*id)))
            .chain(self.candidates.keys().map(|id| Key::Candidate(*id)))
            .chain(self.rules.keys().map(|(e, kind)| Key::Rule(*e, *kind)))
            .chain(confirmed)
            .chain(collections)
            .chain(self.aliases.keys().map(|id| Key::Alias(*id)))
            .chain(self.brought_files.keys().map(|id| Key::BroughtFile(*id)))
            .chain(self.sections.keys().map(|id| Key::Section(*id)))
            .chain(self.rounds.keys().map(|id| Key::Round(*id)))
            .chain(self.goals.keys().map(|id| Key::Goal(*id)))
            .chain(self.notes.keys().map(|id| Key::AnalysisNote(*id)))
            .chain(self.activities.keys().map(|id| Key::Activity(*id)))
            .chain(self.reviews.keys().map(|id| Key::Review(*id)))
    }
}
