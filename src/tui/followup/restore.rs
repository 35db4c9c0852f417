//! Which form unfinished input belongs to, found by the name of its place, wherever the person is.

use super::steps::Step;
use super::target::{self, Target};
use super::{decision, recommendation, registering, report, step_form};
use crate::domain::followup::ReportOn;
use crate::domain::ids::{
    AssignmentId, BaseQuantityId, DecisionId, DeputyId, DocumentId, IndicatorId, OrganisationId,
    PeriodId, RecommendationId, ReportId, UserId,
};
use crate::domain::record::{Key, Kind};
use crate::domain::value::{Cell, Subject};
use crate::tui::app::App;
use crate::tui::inline::purpose::Purpose;
use crate::tui::{edition, measures, overlay};

/// What the form of a place is for; `None` if the place is no form's, or what it was about is gone.
pub(super) fn purpose_of(app: &App, place: &str) -> Option<Box<dyn Purpose>> {
    if let Some(purpose) = crate::tui::entry::correct::purpose_of(place) {
        return Some(purpose);
    }
    let words: Vec<&str> = place.split(' ').collect();
    match words.as_slice() {
        ["recommendation", "new", rest] => {
            let (period, targets) = targets(rest)?;
            let writing = recommendation::Writing::new(app, period, targets);
            Some(Box::new(writing))
        }
        ["recommendation", id] => {
            let writing = recommendation::Writing::edit(app, RecommendationId(number(id)?))?;
            Some(Box::new(writing))
        }
        ["decision", "new", rest] => {
            let (period, targets) = targets(rest)?;
            let mut grounds: Vec<Cell> = targets.iter().filter_map(|it| it.cell).collect();
            if let Some((_, indicator)) = rest.split_once("/municipality.") {
                grounds.push(Cell {
                    period,
                    indicator: IndicatorId(number(indicator)?),
                    subject: Subject::Municipality,
                });
            }
            let deciding = decision::Deciding::new(app, period, targets, grounds);
            Some(Box::new(deciding))
        }
        ["decision", id] => {
            let deciding = decision::Deciding::edit(app, DecisionId(number(id)?))?;
            Some(Box::new(deciding))
        }
        ["report", "new", kind, id] => {
            let on = match *kind {
                "assignment" => ReportOn::Assignment(AssignmentId(number(id)?)),
                _ => ReportOn::Recommendation(RecommendationId(number(id)?)),
            };
            let key = match on {
                ReportOn::Assignment(id) => Key::Assignment(id),
                ReportOn::Recommendation(id) => Key::Recommendation(id),
            };
            app.state().stamp(key)?;
            Some(Box::new(report::Reporting::new(on)))
        }
        ["report", id] => {
            let reporting = report::Reporting::edit(app, ReportId(number(id)?))?;
            Some(Box::new(reporting))
        }
        ["document", "new"] => Some(Box::new(registering::Registering::default())),
        ["document", id] => {
            let registering = registering::Registering::edit(app, DocumentId(number(id)?))?;
            Some(Box::new(registering))
        }
        ["step", step, kind, id] => {
            let id = number(id)?;
            let key = match Kind::ALL.into_iter().find(|it| it.name() == *kind)? {
                Kind::Recommendation => Key::Recommendation(RecommendationId(id)),
                Kind::Decision => Key::Decision(DecisionId(id)),
                Kind::Assignment => Key::Assignment(AssignmentId(id)),
                _ => return None,
            };
            app.state().stamp(key)?;
            let step = Step::all(key).iter().find(|it| it.name() == *step)?;
            let stepping = step_form::Stepping::new(app, key, *step);
            Some(Box::new(stepping))
        }
        ["organisation", "new"] => Some(overlay::organisation::of_new()),
        ["organisation", id] => {
            overlay::organisation::edit::purpose_of(app, OrganisationId(number(id)?))
        }
        ["appointment", "org", id] => {
            overlay::organisation::of_appointment(app, OrganisationId(number(id)?))
        }
        ["person" | "quantity" | "career" | "appointment", ..] => {
            overlay::people::purpose_of(app, &words)
        }
        ["base", period, base, organisation] => {
            let base = BaseQuantityId(number(base)?);
            let organisation = OrganisationId(number(organisation)?);
            overlay::base::purpose_of(app, PeriodId(number(period)?), base, organisation)
        }
        ["reference", period, indicator] => {
            let indicator = IndicatorId(number(indicator)?);
            overlay::reference::purpose_of(app, PeriodId(number(period)?), indicator)
        }
        ["analysis" | "measure" | "review" | "goal", ..] => measures::purpose_of(app, &words),
        ["handing", rest @ ..] => overlay::collecting::of_handing(app, rest),
        ["collecting", rest @ ..] => overlay::collecting::purpose_of(app, rest),
        ["objection", rest @ ..] => overlay::objection::purpose_of(app, rest),
        ["period", "new"] => overlay::new_period::purpose_of(app),
        ["period", "edit", id] => overlay::period::purpose_of(app, PeriodId(number(id)?)),
        ["period", step, id] => overlay::period::of_step(app, step, PeriodId(number(id)?)),
        ["user", "new"] => Some(overlay::users::of_new()),
        ["user", id] => overlay::users::of_user(app, UserId(number(id)?)),
        ["deputy", "new"] => Some(overlay::users::of_naming()),
        ["deputy", id] => overlay::users::of_ending(app, DeputyId(number(id)?)),
        [
            "edition" | "direction" | "indicator" | "rule" | "publish",
            ..,
        ] => edition::purpose_of(app, words.as_slice()),
        ["cycle", rest @ ..] => crate::tui::cycle::purpose_of(app, rest),
        ["settings"] => Some(overlay::settings::purpose()),
        ["begin"] => overlay::begin::purpose_of(app),
        _ => None,
    }
}

/// The period of a place and the rows that it is about.
fn targets(rest: &str) -> Option<(PeriodId, Vec<Target>)> {
    let (period, whom) = rest.split_once('/')?;
    let period = PeriodId(number(period)?);
    Some((period, target::of_whom(whom, period)))
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}
