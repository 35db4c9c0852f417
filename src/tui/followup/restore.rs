//! Unfinished input of a form, found again by the name of its place: the form opens over it, wherever the person is.

use super::layer;
use super::steps::Step;
use super::target::{Target, WHOM};
use super::{Layer, decision, document, recommendation, report, step_form};
use crate::domain::followup::ReportOn;
use crate::domain::ids::{
    AssignmentId, BaseQuantityId, DecisionId, DocumentId, IndicatorId, OrganisationId, PeriodId,
    RecommendationId, ReportId,
};
use crate::domain::record::{Key, Kind};
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay;

/// The form to which the place belongs; `None` if it is none of a form, or what it was about is gone.
pub(super) fn form_of(app: &mut App, place: &str) -> Layer {
    let words: Vec<&str> = place.split(' ').collect();
    match words.as_slice() {
        ["recommendation", "new", rest] => {
            let (period, targets) = targets(app, place, rest)?;
            let writing = recommendation::Writing::new(app, period, targets);
            Some(layer::layer(app, writing))
        }
        ["recommendation", id] => {
            let writing = recommendation::Writing::edit(app, RecommendationId(number(id)?))?;
            Some(layer::layer(app, writing))
        }
        ["decision", "new", rest] => {
            let (period, targets) = targets(app, place, rest)?;
            let mut grounds: Vec<Cell> = targets.iter().filter_map(|it| it.cell).collect();
            if let Some((_, indicator)) = rest.split_once("/municipality.") {
                grounds.push(Cell {
                    period,
                    indicator: IndicatorId(number(indicator)?),
                    subject: Subject::Municipality,
                });
            }
            let deciding = decision::Deciding::new(app, period, targets, grounds);
            Some(layer::layer(app, deciding))
        }
        ["decision", id] => {
            let deciding = decision::Deciding::edit(app, DecisionId(number(id)?))?;
            Some(layer::layer(app, deciding))
        }
        ["report", "new", kind, id] => {
            let on = match *kind {
                "assignment" => ReportOn::Assignment(AssignmentId(number(id)?)),
                _ => ReportOn::Recommendation(RecommendationId(number(id)?)),
            };
            Some(layer::layer(app, report::Reporting::new(on)))
        }
        ["report", id] => {
            let reporting = report::Reporting::edit(app, ReportId(number(id)?))?;
            Some(layer::layer(app, reporting))
        }
        ["document", "new"] => Some(layer::layer(app, document::Registering::default())),
        ["document", id] => {
            let registering = document::Registering::edit(app, DocumentId(number(id)?))?;
            Some(layer::layer(app, registering))
        }
        ["step", step, kind, id] => {
            let id = number(id)?;
            let key = match Kind::ALL.into_iter().find(|it| it.name() == *kind)? {
                Kind::Recommendation => Key::Recommendation(RecommendationId(id)),
                Kind::Decision => Key::Decision(DecisionId(id)),
                Kind::Assignment => Key::Assignment(AssignmentId(id)),
                _ => return None,
            };
            let step = Step::all(key).iter().find(|it| it.name() == *step)?;
            let stepping = step_form::Stepping::new(app, key, *step);
            Some(layer::layer(app, stepping))
        }
        ["organisation", "new"] => Some(overlay::organisation::founding(app)),
        ["organisation", id] => overlay::organisation::edit::form(app, OrganisationId(number(id)?)),
        ["appointment", "org", id] => {
            let id = OrganisationId(number(id)?);
            app.state().organisations.get(&id)?;
            Some(overlay::organisation::appointing(app, id))
        }
        ["base", period, base, organisation] => {
            let base = BaseQuantityId(number(base)?);
            let organisation = OrganisationId(number(organisation)?);
            overlay::base::of(app, PeriodId(number(period)?), base, organisation)
        }
        ["reference", period, indicator] => {
            let indicator = IndicatorId(number(indicator)?);
            overlay::reference::of(app, PeriodId(number(period)?), indicator)
        }
        ["period", "new"] => overlay::new_period::form(app),
        ["settings"] => Some(overlay::settings::form(app)),
        _ => None,
    }
}

/// What the form of a place is for, in a few words; with the record that it is about, where there is one.
#[must_use]
pub fn name_of(app: &App, place: &str) -> String {
    let words: Vec<&str> = place.split(' ').collect();
    let narrator = app.narrator();
    let organisation = |it: &str| number(it).map(|it| narrator.organisation(OrganisationId(it)));
    let (phrase, about) = match words.as_slice() {
        ["recommendation", ..] => (Phrase::CommandRecommend, None),
        ["decision", ..] => (Phrase::CommandDecide, None),
        ["report", ..] => (Phrase::CommandReport, None),
        ["document", ..] => (Phrase::CommandAddDocument, None),
        ["step", ..] => (Phrase::CommandNextState, None),
        ["organisation", "new"] => (Phrase::CommandAddOrganisation, None),
        ["organisation", id] => (Phrase::CommandEditOrganisation, organisation(id)),
        ["appointment", "org", id] => (Phrase::CommandAppoint, organisation(id)),
        ["base", _, _, id] => (Phrase::CommandBaseQuantity, organisation(id)),
        ["reference", period, indicator] => {
            let ids = number(period).zip(number(indicator));
            let name =
                |(period, indicator)| narrator.indicator(PeriodId(period), IndicatorId(indicator));
            (Phrase::CommandReference, ids.map(name))
        }
        ["period", ..] => (Phrase::CommandAddPeriod, None),
        _ => (Phrase::CommandSettings, None),
    };
    let dot = app.theme.glyphs.dot;
    let what = app.say(phrase);
    about.map_or(what.clone(), |it| format!("{what} {dot} {it}"))
}

/// The period of a place and the rows that the kept input is about.
fn targets(app: &App, place: &str, rest: &str) -> Option<(PeriodId, Vec<Target>)> {
    let (period, _) = rest.split_once('/')?;
    let period = PeriodId(number(period)?);
    let kept = app.drafts.get(place)?;
    let whom = kept.fields.iter().find(|(name, _)| name == WHOM);
    let tokens = whom.map_or("", |(_, tokens)| tokens.as_str());
    let targets = tokens.lines().filter_map(|it| Target::of_token(it, period));
    Some((period, targets.collect()))
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}
