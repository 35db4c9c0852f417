//! Whether somebody may do a thing at all, asked before a word of it is typed: whoever may not is told at the door, and not after an
//! hour of writing. The command itself is judged by its own rules all the same, which say nothing else of rights than is said here.

use super::periods::GIVING_TIME;
use super::rights::{LEADING, Part};
use super::sheet::Sheet;
use super::{
    Actor, assignments, careers, collecting, cycle, deadline, documents, names, objections,
    recommendations,
};
use crate::domain::activity::ReviewOn;
use crate::domain::followup::ReportOn;
use crate::domain::ids::{
    ActivityId, DirectionId, IndicatorId, Now, OrganisationId, PeriodId, RecommendationId, ReportId,
};
use crate::domain::people::Role;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Subject};

/// What somebody is about to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Enter into a cell, or say something of its value.
    Enter(Cell),
    /// Approve values or return them.
    Approve,
    /// Enter a base quantity of an organisation.
    Base(OrganisationId),
    /// Enter what an indicator is compared with.
    Refer(PeriodId, IndicatorId),
    /// Write recommendations, each to an organisation about a value.
    Recommend(Vec<(OrganisationId, Option<Cell>)>),
    /// Write on a recommendation.
    Rewrite(RecommendationId),
    /// Write a decision.
    Decide,
    /// Write a report.
    Report(ReportOn),
    /// Write on a report.
    RewriteReport(ReportId),
    /// Enter a document into the register.
    Register,
    /// Change the deadline of a period, or give an organisation more time.
    GiveTime,
    /// Put a value of a closed period right.
    Correct,
    /// Take down an objection of an organisation, to a value where it is one.
    Object(OrganisationId, Option<Cell>),
    /// Answer an objection.
    AnswerObjection,
    /// Note what comes from organisations.
    Collect(Vec<OrganisationId>),
    /// Change organisations, appointments, periods or settings.
    Administer,
    /// Write of a direction as a whole: a goal, a note of analysis.
    WriteOf(DirectionId),
    /// Write a measure of a direction, where it is of one, with heads of these organisations taking part.
    Act(Option<DirectionId>, Vec<OrganisationId>),
    /// Write on a measure.
    RewriteActivity(ActivityId),
    /// Judge whether something helped.
    Review(ReviewOn),
    /// Write down qualifications, attestations, contracts and the reserve.
    KeepCareers,
}

/// Refuses what the person may not do. What does not exist is refused by the command.
///
/// # Errors
/// `Denied`, or `NamesHidden` where the deed is made of texts and the person sees masks.
pub fn allowed(state: &State, actor: &Actor, deed: &Deed, now: Now) -> Result<(), Refusal> {
    let sheet = Sheet::new(state, *actor, now);
    let rights = sheet.rights();
    let needs_names = match deed {
        Deed::Enter(cell) => {
            rights.may_enter(*cell)?;
            deadline::takes_cell(&sheet, *cell)?;
            deadline::is_not_reviewed(&sheet, *cell)?;
            false
        }
        Deed::Approve => {
            rights.need_one(Role::Head)?;
            false
        }
        Deed::Base(organisation) => {
            let parts = [Part::Organisations(vec![*organisation])];
            rights.need_for(&[Role::Methodist], &parts)?;
            false
        }
        Deed::Refer(period, indicator) => {
            rights.may_enter(Cell {
                period: *period,
                indicator: *indicator,
                subject: Subject::Municipality,
            })?;
            false
        }
        Deed::Recommend(all) => {
            for (organisation, ground) in all {
                let direction = ground.map(|it| rights.direction(it));
                let whom = Part::Organisations(vec![*organisation]);
                let parts: Vec<Part> = [whom].into_iter().chain(direction).collect();
                rights.need_for(&LEADING, &parts)?;
            }
            true
        }
        Deed::Rewrite(id) => {
            recommendations::may_lead(&sheet, recommendations::find(&sheet, *id)?)?;
            true
        }
        Deed::Decide => {
            rights.need_one(Role::Head)?;
            true
        }
        Deed::Report(on) => {
            may_report(&sheet, *on)?;
            true
        }
        Deed::RewriteReport(id) => {
            let key = Key::Report(*id);
            let report = state.reports.get(id).ok_or(Refusal::Missing { key })?;
            may_report(&sheet, report.on)?;
            true
        }
        Deed::Register => {
            rights.need_for(&documents::REGISTERING, &[])?;
            true
        }
        Deed::GiveTime => {
            rights.need(GIVING_TIME)?;
            true
        }
        Deed::Object(organisation, cell) => {
            objections::lead_of(&rights, *organisation, *cell)?;
            true
        }
        Deed::AnswerObjection => {
            rights.need_one(Role::Head)?;
            true
        }
        Deed::Collect(organisations) => {
            for it in organisations {
                collecting::lead(&rights, *it)?;
            }
            true
        }
        Deed::Correct => {
            rights.need_one(Role::Head)?;
            true
        }
        Deed::Administer => {
            rights.need_one(Role::Administrator)?;
            true
        }
        Deed::WriteOf(direction) => {
            cycle::lead_direction(&rights, Some(*direction))?;
            true
        }
        Deed::Act(direction, organisations) => {
            cycle::lead_measure(&rights, *direction, organisations.clone())?;
            true
        }
        Deed::RewriteActivity(id) => {
            let key = Key::Activity(*id);
            let there = state.activities.get(id).ok_or(Refusal::Missing { key })?;
            cycle::lead_activity(&rights, there)?;
            true
        }
        Deed::Review(on) => {
            cycle::lead_review_on(&rights, *on)?;
            true
        }
        Deed::KeepCareers => {
            careers::may_keep(&rights)?;
            true
        }
    };
    match needs_names && !names::sees(state, actor) {
        true => Err(Refusal::NamesHidden),
        false => Ok(()),
    }
}

fn may_report(sheet: &Sheet, on: ReportOn) -> Result<(), Refusal> {
    match on {
        ReportOn::Assignment(id) => assignments::may_lead(sheet, assignments::find(sheet, id)?),
        ReportOn::Recommendation(id) => {
            recommendations::may_lead(sheet, recommendations::find(sheet, id)?)
        }
    }
}
