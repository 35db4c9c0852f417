//! A record as a row of facets: the same row for every record of a kind, so that two of them can be laid side by side.
//!
//! Every record is taken apart without `..`: a new field asks here how it is told.

mod career;
mod catalogue;
mod collection;
mod cycle;
mod evidence;
mod followup;
mod people;
mod results;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Narrator;
use crate::domain::alias::Means;
use crate::domain::ids::DocumentId;
use crate::domain::period::{BaseValue, Reference};
use crate::domain::record::{Key, Record};
use crate::locale::{Phrase, Word, args, format};

/// Characters of a free text that a sentence quotes.
const QUOTED: usize = 60;

/// One thing that can be said about a record.
pub(in crate::locale::narrator) struct Facet {
    /// What it is; `None` where the text speaks for itself.
    pub(in crate::locale::narrator) label: Option<Phrase>,
    /// How it reads; empty when there is nothing.
    pub(in crate::locale::narrator) text: String,
    /// What tells two apart: the text, or all of a thing whose text would be too long.
    pub(in crate::locale::narrator) exact: String,
    /// Whether a sentence about a new record says it.
    pub(in crate::locale::narrator) headline: bool,
    /// Whether the text is told when it changes, or only that it did.
    pub(in crate::locale::narrator) told: bool,
}

impl Facet {
    fn new(label: Option<Phrase>, text: String) -> Self {
        Self {
            label,
            exact: text.clone(),
            text,
            headline: false,
            told: true,
        }
    }

    /// Told apart by all of a thing, of which the text says the most telling.
    fn exactly(self, thing: &impl std::fmt::Debug) -> Self {
        Self {
            exact: format!("{thing:?}"),
            ..self
        }
    }

    /// Also said of a new record.
    fn headline(self) -> Self {
        Self {
            headline: true,
            ..self
        }
    }
}

/// A facet with a label.
fn field(label: Phrase, text: impl Into<String>) -> Facet {
    Facet::new(Some(label), text.into())
}

/// A facet that speaks for itself.
fn plain(text: impl Into<String>) -> Facet {
    Facet::new(None, text.into())
}

/// A facet of which only a change is told.
fn silent(label: Phrase, thing: &impl std::fmt::Debug) -> Facet {
    Facet {
        label: Some(label),
        text: String::new(),
        exact: format!("{thing:?}"),
        headline: false,
        told: false,
    }
}

fn day(date: &Option<NaiveDate>) -> String {
    date.map(format::date).unwrap_or_default()
}

fn number(value: &Decimal) -> String {
    format::number(value.normalize())
}

impl Narrator<'_> {
    /// The facets of a record.
    pub(in crate::locale::narrator) fn facets(&self, key: Key, record: &Record) -> Vec<Facet> {
        match record {
            Record::Settings(it) => self.settings(it),
            Record::Edition(it) => self.edition(it),
            Record::Direction(it) => self.direction(it),
            Record::Indicator(it) => self.indicator_facets(it),
            Record::BaseQuantity(it) => self.base_quantity(it),
            Record::BaseValue(BaseValue { number: value }) => vec![plain(number(value)).headline()],
            Record::Reference(Reference {
                number: value,
                source,
            }) => {
                vec![
                    plain(number(value)).headline(),
                    field(Phrase::FieldSource, source),
                ]
            }
            Record::Organisation(it) => self.organisation_facets(it),
            Record::Person(it) => self.person_facets(it),
            Record::Appointment(it) => self.appointment(it),
            Record::Period(it) => self.period_facets(it),
            Record::Value(it) => self.value(key, it),
            Record::Recommendation(it) => self.recommendation(it),
            Record::Decision(it) => self.decision_facets(it),
            Record::Assignment(it) => self.assignment_facets(it),
            Record::Report(it) => self.report(it),
            Record::Document(it) => self.document_facets(it),
            Record::Requirement(it) => self.requirement_facets(it),
            Record::Citation(it) => self.citation(it),
            Record::Section(it) => self.section_facets(it),
            Record::Round(it) => self.round_facets(it),
            Record::Goal(it) => self.goal(it),
            Record::AnalysisNote(it) => self.analysis_note(it),
            Record::Activity(it) => self.activity_facets(it),
            Record::Review(it) => self.review(it),
            Record::User(it) => self.user_facets(it),
            Record::Deputy(it) => self.deputy(it),
            Record::Results(it) => self.results(it),
            Record::ResultRow(it) => self.result_row(it),
            Record::Correction(it) => self.correction(key, it),
            Record::Objection(it) => self.objection(it),
            Record::Qualification(it) => self.qualification(it),
            Record::Attestation(it) => self.attestation(it),
            Record::Contract(it) => self.contract(it),
            Record::Candidate(it) => self.candidate(it),
            Record::Rule(it) => self.rule(it),
            Record::Confirmation(it) => self.confirmation(it),
            Record::Collection(it) => self.collection(it),
            Record::BroughtFile(it) => {
                let values = self.with(Phrase::CountValues, &args![n = it.values]);
                vec![plain(values).exactly(it).headline()]
            }
            Record::Alias(it) => vec![plain(self.meaning(it.means)).exactly(&it.means).headline()],
        }
    }

    /// «название из файлов «мбоу сош 12»».
    pub(super) fn alias(&self, name: &str) -> String {
        self.with(Phrase::NameAlias, &args![name])
    }

    /// «внесённый файл «свод.csv»».
    pub(super) fn brought_file(&self, name: &str) -> String {
        self.with(Phrase::NameBroughtFile, &args![name])
    }

    /// What a name in files means.
    /// What a name means: the organisation, or the indicator as the last edition has it.
    #[must_use]
    pub fn meaning(&self, means: Means) -> String {
        match means {
            Means::Organisation(id) => self.organisation(id),
            Means::Indicator(id) => {
                let mut all = self.names.indicators.iter();
                let last = all.rfind(|((_, it), _)| *it == id);
                last.map_or_else(String::new, |(_, it)| format!("{} {}", it.code, it.short))
            }
        }
    }

    /// The beginning of a free text in quotation marks; nothing for an empty one.
    fn excerpt(&self, text: &str) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(QUOTED) {
            _ if line.is_empty() => String::new(),
            None => self.quoted(&line),
            Some((cut, _)) => self.quoted(&format!(
                "{}…",
                line.get(..cut).unwrap_or_default().trim_end()
            )),
        }
    }

    /// A free text: an excerpt is shown, the whole is compared.
    fn text(&self, label: Phrase, text: &str) -> Facet {
        Facet {
            exact: text.to_owned(),
            ..field(label, self.excerpt(text))
        }
    }

    fn yes(&self, it: bool) -> String {
        self.say(if it { Phrase::Yes } else { Phrase::No })
    }

    fn list<T>(&self, items: &[T], name: impl Fn(&T) -> String) -> String {
        items.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    fn paper(&self, id: &Option<DocumentId>) -> String {
        id.map(|id| self.document(id)).unwrap_or_default()
    }

    /// A state with what it carries: «снята с контроля: школа закрыта».
    fn state(&self, state: &impl Word, carries: &str) -> String {
        match carries {
            "" => self.locale.word(state),
            text => format!("{}: {text}", self.locale.word(state)),
        }
    }
}
