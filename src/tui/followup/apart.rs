//! Recommendations and decisions about a value that is under no cursor of the screens of values: a list has led to it.

use super::target::Target;
use super::{Layer, decision, recommendation, subject};
use crate::domain::decide::Deed;
use crate::domain::followup::Addressee;
use crate::domain::ids::{OrganisationId, PersonId, RecommendationId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::layer::Outcome;
use crate::tui::rights::{can, may};

/// Whether a record is a draft that the person may write on: it opens as it is written.
#[must_use]
pub fn is_written_on(app: &App, key: Key) -> bool {
    let deed = subject::rewriting(key).filter(|_| super::is_draft(app, key));
    deed.is_some_and(|it| can(app, &it))
}

fn outcome(layer: Layer) -> Outcome {
    layer.map_or(Outcome::Used, Outcome::Open)
}

fn target(cell: Cell, whom: Option<(OrganisationId, Option<PersonId>)>) -> Option<Target> {
    let (organisation, person) = whom?;
    Some(Target {
        addressee: Addressee {
            organisation,
            person,
        },
        indicator: cell.indicator,
        cell: Some(cell),
    })
}

/// The form of a recommendation about a value, to whoever it counts towards.
pub fn recommend(
    app: &mut App,
    cell: Cell,
    whom: Option<(OrganisationId, Option<PersonId>)>,
) -> Outcome {
    let Some(target) = target(cell, whom) else {
        super::tell(app, Phrase::NobodyToRecommend);
        return Outcome::Used;
    };
    let deed = Deed::Recommend(vec![(target.addressee.organisation, target.cell)]);
    let writing =
        may(app, &deed).then(|| recommendation::Writing::new(app, cell.period, vec![target]));
    outcome(writing.map(|it| layer::layer(app, it)))
}

/// The form of a decision about a value.
pub fn decide(
    app: &mut App,
    cell: Cell,
    whom: Option<(OrganisationId, Option<PersonId>)>,
) -> Outcome {
    let targets = target(cell, whom).into_iter().collect();
    let deciding = may(app, &Deed::Decide)
        .then(|| decision::Deciding::new(app, cell.period, targets, vec![cell]));
    outcome(deciding.map(|it| layer::layer(app, it)))
}

/// The form of a decision that follows a recommendation: about its value, to its addressees.
pub fn decide_after(app: &mut App, id: RecommendationId) -> Outcome {
    let found = app.state().recommendations.get(&id);
    let Some(it) = found.map(|it| it.body.clone()) else {
        return Outcome::Used;
    };
    if !may(app, &Deed::Decide) {
        return Outcome::Used;
    }
    let to = |it: &Addressee| (it.organisation, it.person);
    let targets = it.ground.into_iter().flat_map(|cell| {
        let all = it.addressees.iter();
        all.filter_map(move |it| target(cell, Some(to(it))))
    });
    let (targets, grounds) = (targets.collect(), it.ground.into_iter().collect());
    let mut deciding = decision::Deciding::new(app, it.period, targets, grounds);
    deciding.offer(&[id]);
    Outcome::Open(layer::layer(app, deciding))
}
