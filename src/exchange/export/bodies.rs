//! The fields of each record: people, periods, values, evidence. The catalogue and what follows from values are beside.

use super::json::Object;
use super::{career, catalogue, collection, cycle, followup, hex, results, subject};
use crate::domain::alias::{Alias, Means};
use crate::domain::brought::{BroughtFile, FormOf};
use crate::domain::evidence::{Document, DocumentStatus};
use crate::domain::people::{
    Appointment, Deputy, Organisation, OrganisationFlag, Person, Settings, StandingReason, User,
};
use crate::domain::period::{BaseValue, Exception, Period, PeriodDeed, PeriodEvent, Reference};
use crate::domain::record::Record;
use crate::domain::value::{Cell, Entry, Source, Value, ValueState};
use crate::exchange::names::Named;

/// The record's own fields.
pub(super) fn body(out: &mut Object<'_>, record: &Record) {
    match record {
        Record::Settings(Settings { municipality, demo }) => {
            out.text("municipality", municipality);
            out.truth("demo", *demo);
        }
        Record::Edition(it) => catalogue::edition(out, it),
        Record::Direction(it) => catalogue::direction(out, it),
        Record::Indicator(it) => catalogue::indicator(out, it),
        Record::BaseQuantity(it) => catalogue::base_quantity(out, it),
        Record::BaseValue(BaseValue { number }) => out.number("number", *number),
        Record::Reference(Reference { number, source }) => {
            out.number("number", *number);
            out.text("source", source);
        }
        Record::Organisation(it) => organisation(out, it),
        Record::Person(Person {
            surname,
            given,
            patronymic,
        }) => {
            out.text("surname", surname);
            out.text("given", given);
            out.text("patronymic", patronymic);
        }
        Record::Appointment(it) => appointment(out, it),
        Record::Period(it) => period(out, it),
        Record::Value(it) => value(out, it),
        Record::Recommendation(it) => followup::recommendation(out, it),
        Record::Decision(it) => followup::decision(out, it),
        Record::Assignment(it) => followup::assignment(out, it),
        Record::Report(it) => followup::report(out, it),
        Record::Document(it) => document(out, it),
        Record::Requirement(it) => cycle::requirement(out, it),
        Record::Citation(it) => cycle::citation(out, it),
        Record::Section(it) => cycle::section(out, it),
        Record::Round(it) => cycle::round(out, it),
        Record::Goal(it) => cycle::goal(out, it),
        Record::AnalysisNote(it) => cycle::note(out, it),
        Record::Activity(it) => cycle::activity(out, it),
        Record::Review(it) => cycle::review(out, it),
        Record::User(it) => user(out, it),
        Record::Deputy(it) => deputy(out, it),
        Record::Results(it) => results::results(out, it),
        Record::ResultRow(it) => results::row(out, it),
        Record::Correction(it) => results::correction(out, it),
        Record::Objection(it) => results::objection(out, it),
        Record::Qualification(it) => career::qualification(out, it),
        Record::Attestation(it) => career::attestation(out, it),
        Record::Contract(it) => career::contract(out, it),
        Record::Candidate(it) => career::candidate(out, it),
        Record::Rule(it) => catalogue::rule(out, it),
        Record::Confirmation(it) => results::confirmation(out, it),
        Record::Collection(it) => collection::collection(out, it),
        Record::Alias(it) => alias(out, it),
        Record::BroughtFile(BroughtFile {
            digest,
            name,
            values,
            form,
        }) => {
            out.text("digest", &hex(digest));
            out.text("name", name);
            out.whole("values", (*values).into());
            if let Some(FormOf {
                period,
                organisation,
            }) = form
            {
                out.whole("form_period", period.0.into());
                if let Some(id) = organisation {
                    out.whole("form_organisation", id.0.into());
                }
            }
        }
    }
}

fn alias(out: &mut Object<'_>, Alias { text, means }: &Alias) {
    out.text("text", text);
    match means {
        Means::Organisation(id) => out.whole("organisation", id.0.into()),
        Means::Indicator(id) => out.whole("indicator", id.0.into()),
    }
}

/// The coordinates of a cell.
pub(super) fn cell(out: &mut Object<'_>, cell: Cell) {
    let Cell {
        period,
        indicator,
        subject: whom,
    } = cell;
    out.whole("period", period.0.into());
    out.whole("indicator", indicator.0.into());
    subject(out, whom);
}

fn organisation(out: &mut Object<'_>, it: &Organisation) {
    let Organisation {
        kind,
        number,
        name,
        full_name,
        opened,
        closed,
        closed_by,
        merged_into,
        flags,
        standing,
    } = it;
    out.text("type", kind.name());
    out.id_opt("number", *number);
    out.text("name", name);
    out.text("full_name", full_name);
    out.date_opt("opened", *opened);
    out.date_opt("closed", *closed);
    out.id_opt("closed_by", closed_by.map(|it| it.0));
    out.id_opt("merged_into", merged_into.map(|it| it.0));
    out.objects("flags", flags, |out, it| {
        let OrganisationFlag {
            kind,
            from,
            to,
            note,
        } = it;
        out.text("type", kind.name());
        out.date("from", *from);
        out.date_opt("to", *to);
        out.text("note", note);
    });
    out.objects("standing", standing, |out, it| {
        let StandingReason {
            reason,
            indicators,
            from,
            to,
        } = it;
        out.text("reason", reason);
        out.ids("indicators", indicators.iter().map(|it| it.0));
        out.date_opt("from", *from);
        out.date_opt("to", *to);
    });
}

fn appointment(out: &mut Object<'_>, it: &Appointment) {
    let Appointment {
        person,
        organisation,
        kind,
        from,
        to,
        act,
        contract_until,
        end_reason,
    } = it;
    out.whole("person", person.0.into());
    out.whole("organisation", organisation.0.into());
    out.text("type", kind.name());
    out.date("from", *from);
    out.date_opt("to", *to);
    out.id_opt("act", act.map(|it| it.0));
    out.date_opt("contract_until", *contract_until);
    out.text("end_reason", end_reason);
}

fn period(out: &mut Object<'_>, it: &Period) {
    let Period {
        name,
        kind,
        from,
        to,
        deadline,
        locks,
        edition,
        state,
        exceptions,
        approved_by,
        events,
    } = it;
    out.text("name", name);
    out.text("type", kind.name());
    out.date("from", *from);
    out.date("to", *to);
    out.date_opt("deadline", *deadline);
    out.truth("locks", *locks);
    out.whole("edition", edition.0.into());
    out.text("state", state.name());
    out.objects("exceptions", exceptions, |out, it| {
        let Exception {
            organisation,
            until,
            reason,
        } = it;
        out.whole("organisation", organisation.0.into());
        out.date("until", *until);
        out.text("reason", reason);
    });
    out.id_opt("approved_by", approved_by.map(|it| it.0));
    out.objects("events", events, |out, it| {
        let PeriodEvent {
            deed: what,
            on,
            by,
            reason,
            act,
        } = it;
        deed(out, *what);
        out.date("on", *on);
        out.whole("by", by.0.into());
        out.text("reason", reason);
        out.id_opt("act", act.map(|it| it.0));
    });
}

fn deed(out: &mut Object<'_>, it: PeriodDeed) {
    let (name, from) = match it {
        PeriodDeed::Opened => ("opened", None),
        PeriodDeed::Reviewed => ("reviewed", None),
        PeriodDeed::Closed => ("closed", None),
        PeriodDeed::Reopened => ("reopened", None),
        PeriodDeed::Moved { from } => ("moved", Some(from)),
        PeriodDeed::Rescored { from } => ("rescored", Some(from)),
    };
    out.text("deed", name);
    out.id_opt("from_edition", from.map(|it| it.0));
}

fn value(out: &mut Object<'_>, it: &Value) {
    let Value {
        entry: what,
        state,
        note,
        source,
        evidence,
        follow_up,
        self_assessment,
        entered_by,
    } = it;
    out.object("entry", |out| entry(out, what));
    match state {
        ValueState::Entered => out.text("state", "entered"),
        ValueState::Submitted => out.text("state", "submitted"),
        ValueState::Approved => out.text("state", "approved"),
        ValueState::Returned { reason } => {
            out.text("state", "returned");
            out.text("reason", reason);
        }
    }
    out.text("note", note);
    write_source(out, source.as_ref());
    out.id_opt("evidence", evidence.map(|it| it.0));
    out.truth("follow_up", *follow_up);
    match self_assessment {
        None => out.null("self_assessment"),
        Some(own) => out.object("self_assessment", |out| entry(out, own)),
    }
    out.whole("entered_by", entered_by.0.into());
}

/// What stands in a cell. `is` tells what it is: an empty cell is not 0, «н/п» is not «нет данных».
pub(super) fn entry(out: &mut Object<'_>, it: &Entry) {
    match it {
        Entry::Empty => out.text("is", "empty"),
        Entry::Number(number) => {
            out.text("is", "number");
            out.number("number", *number);
        }
        Entry::Ratio {
            numerator,
            denominator,
        } => {
            out.text("is", "ratio");
            out.number("numerator", *numerator);
            out.number("denominator", *denominator);
        }
        Entry::Percent(percent) => {
            out.text("is", "percent");
            out.number("percent", *percent);
        }
        Entry::Choice(option) => {
            out.text("is", "choice");
            out.whole("option", (*option).into());
        }
        Entry::NotApplicable { reason } => {
            out.text("is", "not_applicable");
            out.text("reason", reason);
        }
        Entry::NoData { reason } => {
            out.text("is", "no_data");
            out.text("reason", reason);
        }
    }
}

pub(super) fn document(out: &mut Object<'_>, it: &Document) {
    let Document {
        kind,
        issuer,
        level,
        date,
        number,
        title,
        redaction,
        status,
        link,
    } = it;
    out.text("type", kind.name());
    out.text("issuer", issuer);
    out.text("level", level.name());
    out.date_opt("date", *date);
    out.text("number", number);
    out.text("title", title);
    out.date_opt("redaction", *redaction);
    match status {
        DocumentStatus::InForce => out.text("status", "in_force"),
        DocumentStatus::Repealed { by, on } => {
            out.text("status", "repealed");
            out.text("repealed_by", by);
            out.date_opt("repealed_on", *on);
        }
    }
    out.text("link", link);
}

fn user(out: &mut Object<'_>, it: &User) {
    let User {
        account,
        person,
        roles,
        directions,
        organisations,
        retired,
        names,
    } = it;
    let roles: Vec<&str> = roles.iter().map(|it| it.name()).collect();
    out.text("account", account);
    out.id_opt("person", person.map(|it| it.0));
    out.texts("roles", &roles);
    out.ids("directions", directions.iter().map(|it| it.0));
    out.ids("organisations", organisations.iter().map(|it| it.0));
    out.truth("retired", *retired);
    out.truth("names", *names);
}

fn deputy(out: &mut Object<'_>, it: &Deputy) {
    let Deputy {
        user,
        head,
        from,
        to,
        named_by,
    } = it;
    out.whole("user", user.0.into());
    out.whole("head", head.0.into());
    out.date("from", *from);
    out.date("to", *to);
    out.whole("named_by", named_by.0.into());
}

/// Where a value comes from.
pub(super) fn write_source(out: &mut Object<'_>, source: Option<&Source>) {
    match source {
        None => out.null("source"),
        Some(Source::Text(text)) => out.object("source", |out| out.text("text", text)),
        Some(Source::Document(id)) => {
            out.object("source", |out| out.whole("document", id.0.into()))
        }
    }
}
