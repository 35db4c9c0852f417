//! What of a record is hidden, kind by kind and field by field: a new field does not compile until somebody decides here.

use super::heads::account;
use super::{HIDDEN, Mask, Viewer, hide, hide_words, is_hidden};
use super::{collecting, cycle, results};
use crate::domain::alias::Alias;
use crate::domain::brought::BroughtFile;
use crate::domain::catalogue::Indicator;
use crate::domain::evidence::{Document, DocumentLevel, DocumentStatus};
use crate::domain::followup::{
    Assignment, AssignmentState, Decision, DecisionState, Executor, Prolongation, Recommendation,
    RecommendationState, Report, Sent,
};
use crate::domain::ids::{DocumentId, OrganisationId, PersonId};
use crate::domain::people::{
    Appointment, Organisation, OrganisationFlag, Person, StandingReason, User,
};
use crate::domain::period::{Period, Reference};
use crate::domain::record::{Key, Record};
use crate::domain::value::{Entry, Source, Value, ValueState};

impl Mask {
    /// The record as the viewer may see it. One under a key of another kind is none that anybody should see.
    #[must_use]
    pub fn record(&self, viewer: Viewer, key: Key, record: &Record) -> Record {
        let mut record = record.clone();
        match &mut record {
            // The municipality, the catalogue and the calendar are what the figures are about; the requirements are published; who
            // stands in for whom is told by numbers.
            Record::Settings(_)
            | Record::Edition(_)
            | Record::Direction(_)
            | Record::BaseQuantity(_)
            | Record::BaseValue(_)
            | Record::Requirement(_)
            | Record::Section(_)
            | Record::Rule(_)
            | Record::Deputy(_) => {}
            Record::Indicator(it) => indicator(it),
            Record::Period(it) => period(it),
            Record::Reference(Reference { number: _, source }) => hide(source),
            Record::Organisation(it) => self.of_organisation(key, it),
            Record::Person(it) => self.of_person(viewer, key, it),
            Record::Appointment(it) => self.appointment(it),
            Record::Value(it) => self.value(it),
            Record::Recommendation(it) => recommendation(it),
            Record::Decision(it) => decision(it),
            Record::Assignment(it) => assignment(it),
            Record::Report(it) => report(it),
            Record::Document(it) => self.document(key, it),
            Record::Citation(it) => cycle::citation(self, it),
            Record::Round(it) => cycle::round(it),
            Record::Goal(it) => cycle::goal(it),
            Record::AnalysisNote(it) => cycle::note(it),
            Record::Activity(it) => cycle::activity(it),
            Record::Review(it) => cycle::review(it),
            Record::User(it) => user(viewer, key, it),
            Record::Results(it) => self.results(it),
            Record::ResultRow(it) => match key {
                Key::ResultRow(_, id) => self.result_row(id, it),
                _ => self.result_row(OrganisationId(0), it),
            },
            Record::Correction(it) => self.correction(it),
            Record::Confirmation(it) => results::confirmation(it),
            Record::Objection(it) => results::objection(it),
            Record::Qualification(it) => self.qualification(it),
            Record::Attestation(it) => self.attestation(it),
            Record::Contract(it) => self.contract(it),
            Record::Candidate(it) => self.candidate(it),
            Record::Collection(it) => collecting::collection(it),
            // It is the name of a school in other words.
            Record::Alias(Alias { text, means: _ }) => hide(text),
            // «СШ 12, Дёмина.xlsx».
            Record::BroughtFile(BroughtFile {
                digest: _,
                name,
                values: _,
                form: _,
            }) => hide(name),
        }
        record
    }

    fn of_organisation(&self, key: Key, it: &mut Organisation) {
        let id = match key {
            Key::Organisation(id) => id,
            _ => OrganisationId(0),
        };
        let Organisation {
            kind: _,
            number,
            name,
            full_name,
            opened,
            closed,
            closed_by: _,
            merged_into: _,
            flags,
            standing,
        } = it;
        for OrganisationFlag {
            kind: _,
            from,
            to,
            note,
        } in flags
        {
            *from = self.calendar.first(*from);
            *to = to.map(|it| self.calendar.last(it).max(*from));
            hide(note);
        }
        for StandingReason {
            reason,
            indicators: _,
            from,
            to,
        } in standing
        {
            self.reason(reason);
            *from = from.map(|it| self.calendar.first(it));
            *to = to.map(|it| self.calendar.last(it));
        }
        *opened = opened.and_then(|it| self.calendar.opened(it));
        *closed = closed.map(|it| self.calendar.last(it));
        *number = Some(self.numbers.of(id));
        *name = self.organisation(id);
        full_name.clone_from(name);
    }

    fn of_person(&self, viewer: Viewer, key: Key, it: &mut Person) {
        let id = match key {
            Key::Person(id) if viewer.person == Some(id) => return,
            Key::Person(id) => id,
            _ => PersonId(0),
        };
        let Person {
            surname,
            given,
            patronymic,
        } = it;
        *surname = self.person(id);
        given.clear();
        patronymic.clear();
    }

    /// Hides what is said of a value; the figures stay.
    pub(super) fn value(&self, it: &mut Value) {
        let Value {
            entry,
            state,
            note,
            source,
            evidence: _,
            follow_up: _,
            self_assessment,
            entered_by: _,
        } = it;
        self.entry(entry);
        if let Some(entry) = self_assessment {
            self.entry(entry);
        }
        match state {
            ValueState::Returned { reason } => hide(reason),
            ValueState::Entered | ValueState::Submitted | ValueState::Approved => {}
        }
        hide(note);
        match source {
            Some(Source::Text(text)) => hide(text),
            Some(Source::Document(_)) | None => {}
        }
    }

    pub(super) fn entry(&self, it: &mut Entry) {
        match it {
            Entry::NotApplicable { reason } | Entry::NoData { reason } => self.reason(reason),
            Entry::Empty
            | Entry::Number(_)
            | Entry::Ratio { .. }
            | Entry::Percent(_)
            | Entry::Choice(_) => {}
        }
    }

    /// A reason for «н/п» stays where the catalogue has the words.
    pub(super) fn reason(&self, reason: &mut String) {
        if !self.reasons.contains(reason) {
            hide(reason);
        }
    }

    fn appointment(&self, it: &mut Appointment) {
        let Appointment {
            person: _,
            organisation: _,
            kind: _,
            from,
            to,
            act: _,
            contract_until,
            end_reason,
        } = it;
        *from = self.calendar.first(*from);
        *to = to.map(|it| self.calendar.last(it).max(*from));
        *contract_until = None;
        hide(end_reason);
    }

    /// Whether the requisites of a document are for everybody. What the catalogue rests on and what proves a requirement is, unless
    /// something was decided or reported by it, and so are acts of the federation; any other act may be about one organisation and name its
    /// head in the title.
    fn is_public(&self, key: Key, level: DocumentLevel) -> bool {
        let known = |id: &DocumentId| self.public.contains(id);
        match level {
            DocumentLevel::Federal => true,
            DocumentLevel::Regional | DocumentLevel::Municipal => {
                matches!(key, Key::Document(id) if known(&id))
            }
            DocumentLevel::Organisation => false,
        }
    }

    pub(super) fn document(&self, key: Key, it: &mut Document) {
        if self.is_public(key, it.level) {
            return;
        }
        let Document {
            kind: _,
            issuer,
            level: _,
            date,
            number,
            title,
            redaction,
            status,
            link,
        } = it;
        [issuer, number, title, link].into_iter().for_each(hide);
        match status {
            DocumentStatus::Repealed { by, on } => {
                hide(by);
                *on = None;
            }
            DocumentStatus::InForce => {}
        }
        *redaction = None;
        // Terms are reckoned from the day of an act. Without a text that is hidden nothing would tell that the day is none.
        *date = date.map(|it| self.calendar.of_act(it));
        if !is_hidden(it) {
            it.date = None;
        }
    }
}

/// The wording of the catalogue is for everybody; whoever answers for collecting it may be called by name.
fn indicator(it: &mut Indicator) {
    let Indicator {
        direction: _,
        code: _,
        title: _,
        short: _,
        unit: _,
        level: _,
        measure: _,
        scoring: _,
        weight: _,
        periodicity: _,
        roll_up: _,
        measured_on: _,
        bounds: _,
        decimals: _,
        better: _,
        source: _,
        method: _,
        responsible,
        note: _,
        evidence_required: _,
        kinds: _,
        na_reasons: _,
        wording: _,
        origin: _,
        origin_note: _,
        retired: _,
        order: _,
        jump: _,
        instruction: _,
    } = it;
    hide(responsible);
}

/// The calendar is for everybody; why something was done with it is in words of somebody.
fn period(it: &mut Period) {
    let Period {
        name: _,
        kind: _,
        from: _,
        to: _,
        deadline: _,
        locks: _,
        edition: _,
        state: _,
        exceptions,
        approved_by: _,
        events,
    } = it;
    (exceptions.iter_mut()).for_each(|it| hide(&mut it.reason));
    (events.iter_mut()).for_each(|it| hide(&mut it.reason));
}

fn recommendation(it: &mut Recommendation) {
    let Recommendation {
        addressees: _,
        period: _,
        ground: _,
        text,
        expected,
        due: _,
        prolongations,
        state,
        sent,
        closed_on: _,
    } = it;
    hide(text);
    hide(expected);
    prolonged(prolongations);
    match state {
        RecommendationState::Released { reason } => hide(reason),
        RecommendationState::Draft
        | RecommendationState::Sent
        | RecommendationState::Controlled
        | RecommendationState::Done
        | RecommendationState::PartlyDone
        | RecommendationState::NotDone => {}
    }
    if let Some(Sent { number, date: _ }) = sent {
        hide(number);
    }
}

fn prolonged(all: &mut [Prolongation]) {
    for it in all {
        let Prolongation {
            to: _,
            ground,
            by: _,
            on: _,
        } = it;
        hide(ground);
    }
}

fn decision(it: &mut Decision) {
    let Decision {
        title,
        period: _,
        grounds: _,
        recommendations: _,
        reason,
        document: _,
        control,
        state,
    } = it;
    [title, reason, control].into_iter().for_each(hide);
    match state {
        DecisionState::Cancelled { by } => hide(by),
        DecisionState::Draft
        | DecisionState::Signed
        | DecisionState::InExecution
        | DecisionState::Executed => {}
    }
}

fn assignment(it: &mut Assignment) {
    let Assignment {
        decision: _,
        number,
        text,
        executors,
        due: _,
        prolongations,
        state,
    } = it;
    hide_words(number);
    hide(text);
    for executor in executors {
        match executor {
            Executor::Post(post) => hide(post),
            Executor::Head(_) | Executor::User(_) | Executor::Group(_) => {}
        }
    }
    prolonged(prolongations);
    match state {
        AssignmentState::Released { reason, by: _ } => hide(reason),
        AssignmentState::Controlled
        | AssignmentState::DoneInTime { .. }
        | AssignmentState::DoneLate { .. }
        | AssignmentState::NotDone => {}
    }
}

fn report(it: &mut Report) {
    let Report {
        on: _,
        executor: _,
        date: _,
        number,
        text,
        document: _,
    } = it;
    hide(number);
    hide(text);
}

fn user(viewer: Viewer, key: Key, it: &mut User) {
    let User {
        account: name,
        person: _,
        roles: _,
        directions: _,
        organisations: _,
        retired: _,
        names: _,
    } = it;
    match key {
        Key::User(id) if viewer.user == id => {}
        Key::User(id) => *name = account(id),
        _ => HIDDEN.clone_into(name),
    }
}
