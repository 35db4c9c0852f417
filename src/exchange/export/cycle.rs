//! The fields of the cycle: sections with their rounds, requirements and citations, goals, notes of analysis, activities, reviews.

use super::bodies::{cell, document as of_document};
use super::followup::addressee;
use super::json::Object;
use crate::domain::activity::{Activity, ActivityState, Measured, Review, ReviewOn};
use crate::domain::cycle::{AnalysisNote, Goal, Round, RoundState, Section, SectionTrack, Target};
use crate::domain::evidence::{Citation, Requirement, Track};
use crate::exchange::names::Named;

pub(super) fn section(out: &mut Object<'_>, it: &Section) {
    let Section {
        code,
        title,
        tracks,
        retired,
    } = it;
    out.text("code", code);
    out.text("title", title);
    out.objects("tracks", tracks, |out, it| {
        let SectionTrack {
            track: which,
            title,
            stages,
        } = it;
        track(out, Some(*which));
        out.text("title", title);
        let names: Vec<&str> = stages.iter().map(|it| it.name()).collect();
        out.texts("stages", &names);
    });
    out.truth("retired", *retired);
}

fn track(out: &mut Object<'_>, track: Option<Track>) {
    match track {
        Some(Track::Direction(id)) => out.whole("direction", id.0.into()),
        Some(Track::Own(number)) => out.whole("track", number.into()),
        None => out.null("direction"),
    }
}

pub(super) fn round(out: &mut Object<'_>, it: &Round) {
    let Round {
        section,
        year,
        state,
        copied_from,
    } = it;
    out.whole("section", section.0.into());
    out.whole("year", (*year).into());
    match state {
        RoundState::Open => out.text("state", "open"),
        RoundState::Submitted { on, number } => {
            out.text("state", "submitted");
            out.date("on", *on);
            out.text("number", number);
        }
    }
    out.id_opt("copied_from", copied_from.map(|it| it.0));
}

pub(super) fn requirement(out: &mut Object<'_>, it: &Requirement) {
    let Requirement {
        round,
        stage,
        track: which,
        text,
        order,
        max_points,
        points,
        asked,
        inapplicable,
    } = it;
    out.whole("round", round.0.into());
    out.text("stage", stage.name());
    track(out, *which);
    out.text("text", text);
    out.whole("order", (*order).into());
    out.number("max_points", *max_points);
    out.number_opt("points", *points);
    out.text("asked", asked.name());
    out.text("inapplicable", inapplicable);
}

pub(super) fn citation(out: &mut Object<'_>, it: &Citation) {
    let Citation {
        requirement,
        document,
        pages,
        note,
        order,
        retired,
        sent,
    } = it;
    out.whole("requirement", requirement.0.into());
    out.whole("document", document.0.into());
    out.text("pages", pages);
    out.text("note", note);
    out.whole("order", (*order).into());
    out.truth("retired", *retired);
    if let Some(sent) = sent {
        out.object("sent", |out| of_document(out, sent));
    }
}

pub(super) fn goal(out: &mut Object<'_>, it: &Goal) {
    let Goal {
        direction,
        text,
        grounds,
        targets,
        document,
        retired,
    } = it;
    out.whole("direction", direction.0.into());
    out.text("text", text);
    out.text("grounds", grounds);
    out.objects("targets", targets, |out, it| {
        let Target {
            indicator,
            number,
            year,
        } = it;
        out.whole("indicator", indicator.0.into());
        out.number("number", *number);
        out.whole("year", (*year).into());
    });
    out.id_opt("document", document.map(|it| it.0));
    out.truth("retired", *retired);
}

pub(super) fn note(out: &mut Object<'_>, it: &AnalysisNote) {
    let AnalysisNote {
        direction,
        period,
        on,
        about,
        findings,
        causes,
        conclusions,
        document,
        retired,
    } = it;
    out.whole("direction", direction.0.into());
    out.whole("period", period.0.into());
    out.date("on", *on);
    out.objects("about", about, |out, it| cell(out, *it));
    out.text("findings", findings);
    out.text("causes", causes);
    out.text("conclusions", conclusions);
    out.id_opt("document", document.map(|it| it.0));
    out.truth("retired", *retired);
}

pub(super) fn activity(out: &mut Object<'_>, it: &Activity) {
    let Activity {
        kind,
        title,
        period,
        direction,
        from,
        to,
        state,
        participants,
        others,
        outcome,
        documents,
        notes,
        recommendations,
        about,
    } = it;
    out.text("activity", kind.name());
    out.text("title", title);
    out.whole("period", period.0.into());
    out.id_opt("direction", direction.map(|it| it.0));
    out.date_opt("from", *from);
    out.date_opt("to", *to);
    match state {
        ActivityState::Planned => out.text("state", "planned"),
        ActivityState::Held => out.text("state", "held"),
        ActivityState::Cancelled { reason } => {
            out.text("state", "cancelled");
            out.text("reason", reason);
        }
    }
    out.objects("participants", participants, addressee);
    out.text("others", others);
    out.text("outcome", outcome);
    out.ids("documents", documents.iter().map(|it| it.0));
    out.ids("notes", notes.iter().map(|it| it.0));
    out.ids("recommendations", recommendations.iter().map(|it| it.0));
    out.objects("about", about, |out, it| cell(out, *it));
}

pub(super) fn review(out: &mut Object<'_>, it: &Review) {
    let Review {
        on,
        indicator,
        before,
        after,
        verdict,
        next,
        text,
        date,
        document,
    } = it;
    match on {
        ReviewOn::Activity(id) => out.whole("activity", id.0.into()),
        ReviewOn::Recommendation(id) => out.whole("recommendation", id.0.into()),
        ReviewOn::Decision(id) => out.whole("decision", id.0.into()),
    }
    out.id_opt("indicator", indicator.map(|it| it.0));
    for (name, measured) in [("before", before), ("after", after)] {
        match measured {
            Some(Measured { period, number }) => out.object(name, |out| {
                out.whole("period", period.0.into());
                out.number("number", *number);
            }),
            None => out.null(name),
        }
    }
    out.text("verdict", verdict.name());
    out.text("next", next.name());
    out.text("text", text);
    out.date("date", *date);
    out.id_opt("document", document.map(|it| it.0));
}
