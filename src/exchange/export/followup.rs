//! The fields of recommendations, decisions, assignments and reports.

use super::bodies::cell;
use super::json::Object;
use crate::domain::followup::{
    Addressee, Assignment, AssignmentState, Decision, DecisionState, Due, Executor, Prolongation,
    Recommendation, RecommendationState, Report, ReportOn, Sent,
};

pub(super) fn recommendation(out: &mut Object<'_>, it: &Recommendation) {
    let Recommendation {
        addressees,
        period,
        ground,
        text,
        expected,
        due: term,
        prolongations,
        state,
        sent,
        closed_on,
    } = it;
    out.objects("addressees", addressees, addressee);
    out.whole("period", period.0.into());
    match ground {
        Some(ground) => out.object("ground", |out| cell(out, *ground)),
        None => out.null("ground"),
    }
    out.text("text", text);
    out.text("expected", expected);
    out.object("due", |out| due(out, *term));
    out.objects("prolongations", prolongations, prolongation);
    let name = match state {
        RecommendationState::Draft => "draft",
        RecommendationState::Sent => "sent",
        RecommendationState::Controlled => "controlled",
        RecommendationState::Done => "done",
        RecommendationState::PartlyDone => "partly_done",
        RecommendationState::NotDone => "not_done",
        RecommendationState::Released { .. } => "released",
    };
    out.text("state", name);
    if let RecommendationState::Released { reason } = state {
        out.text("reason", reason);
    }
    match sent {
        Some(Sent { number, date }) => out.object("sent", |out| {
            out.text("number", number);
            out.date("date", *date);
        }),
        None => out.null("sent"),
    }
    out.date_opt("closed_on", *closed_on);
}

pub(super) fn decision(out: &mut Object<'_>, it: &Decision) {
    let Decision {
        title,
        period,
        grounds,
        recommendations,
        reason,
        document,
        control,
        state,
    } = it;
    out.text("title", title);
    out.whole("period", period.0.into());
    out.objects("grounds", grounds, |out, ground| cell(out, *ground));
    out.ids("recommendations", recommendations.iter().map(|it| it.0));
    out.text("reason", reason);
    out.id_opt("document", document.map(|it| it.0));
    out.text("control", control);
    let name = match state {
        DecisionState::Draft => "draft",
        DecisionState::Signed => "signed",
        DecisionState::InExecution => "in_execution",
        DecisionState::Executed => "executed",
        DecisionState::Cancelled { .. } => "cancelled",
    };
    out.text("state", name);
    if let DecisionState::Cancelled { by } = state {
        out.text("cancelled_by", by);
    }
}

pub(super) fn assignment(out: &mut Object<'_>, it: &Assignment) {
    let Assignment {
        decision,
        number,
        text,
        executors,
        due: term,
        prolongations,
        state,
    } = it;
    out.whole("decision", decision.0.into());
    out.text("number", number);
    out.text("text", text);
    out.objects("executors", executors, executor);
    out.object("due", |out| due(out, *term));
    out.objects("prolongations", prolongations, prolongation);
    match state {
        AssignmentState::Controlled => out.text("state", "controlled"),
        AssignmentState::DoneInTime { on } => {
            out.text("state", "done_in_time");
            out.date("done_on", *on);
        }
        AssignmentState::DoneLate { on } => {
            out.text("state", "done_late");
            out.date("done_on", *on);
        }
        AssignmentState::NotDone => out.text("state", "not_done"),
        AssignmentState::Released { reason, by } => {
            out.text("state", "released");
            out.text("reason", reason);
            out.whole("released_by", by.0.into());
        }
    }
}

pub(super) fn report(out: &mut Object<'_>, it: &Report) {
    let Report {
        on,
        executor,
        date,
        number,
        text,
        document,
    } = it;
    match on {
        ReportOn::Assignment(id) => out.whole("assignment", id.0.into()),
        ReportOn::Recommendation(id) => out.whole("recommendation", id.0.into()),
    }
    out.id_opt("executor", executor.map(u32::from));
    out.date("date", *date);
    out.text("number", number);
    out.text("text", text);
    out.id_opt("document", document.map(|it| it.0));
}

pub(super) fn addressee(out: &mut Object<'_>, it: &Addressee) {
    let Addressee {
        organisation,
        person,
    } = it;
    out.whole("organisation", organisation.0.into());
    out.id_opt("person", person.map(|it| it.0));
}

fn executor(out: &mut Object<'_>, it: &Executor) {
    match it {
        Executor::Head(head) => {
            out.text("is", "head");
            addressee(out, head);
        }
        Executor::User(id) => {
            out.text("is", "user");
            out.whole("user", id.0.into());
        }
        Executor::Post(text) => {
            out.text("is", "post");
            out.text("post", text);
        }
        Executor::Group(organisations) => {
            out.text("is", "group");
            out.ids("organisations", organisations.iter().map(|it| it.0));
        }
    }
}

fn due(out: &mut Object<'_>, it: Due) {
    match it {
        Due::On(date) => {
            out.text("is", "on");
            out.date("date", date);
        }
        Due::Quarterly(day) => {
            out.text("is", "quarterly");
            out.whole("day", day.into());
        }
        Due::Monthly(day) => {
            out.text("is", "monthly");
            out.whole("day", day.into());
        }
        Due::Standing => out.text("is", "standing"),
    }
}

fn prolongation(out: &mut Object<'_>, it: &Prolongation) {
    let Prolongation { to, ground, by, on } = it;
    out.date("to", *to);
    out.text("ground", ground);
    out.whole("by", by.0.into());
    out.date("on", *on);
}
