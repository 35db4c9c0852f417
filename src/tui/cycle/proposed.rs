//! The paper that is still to be made where the program has the data and no document cites them: what it will be called is proposed.

use std::collections::BTreeMap;

use super::names;
use crate::analysis::cycle::{Standing, periods_of};
use crate::args;
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus, Stage};
use crate::domain::ids::RequirementId;
use crate::domain::period::PeriodKind;
use crate::locale::Phrase;
use crate::tui::app::App;

/// The document that a requirement lacks, where it has data; `None` where there is nothing to make a paper of.
pub(super) fn of(app: &App, id: RequirementId) -> Option<Document> {
    let looked = app.cycle.looked.as_ref()?;
    let assessed = looked.assessment.requirement(id)?;
    (assessed.standing == Standing::Data).then_some(())?;
    Some(Document {
        kind: kind(assessed.stage),
        issuer: issuer(app),
        level: DocumentLevel::Municipal,
        date: None,
        number: String::new(),
        title: title(app, id, assessed.stage)?,
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    })
}

/// What such a paper usually is.
fn kind(stage: Stage) -> DocumentKind {
    match stage {
        Stage::Monitoring | Stage::Analysis | Stage::Effectiveness => DocumentKind::AnalyticalNote,
        Stage::Recommendations => DocumentKind::Letter,
        Stage::Goals | Stage::Indicators | Stage::Methods | Stage::Measures | Stage::Decisions => {
            DocumentKind::Order
        }
    }
}

/// Who issues most of the municipality's documents.
fn issuer(app: &App) -> String {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let own = app.state().documents.values();
    for it in own.filter(|it| it.level == DocumentLevel::Municipal && !it.issuer.is_empty()) {
        *uses.entry(it.issuer.as_str()).or_default() += 1;
    }
    let most = uses.into_iter().max_by_key(|it| it.1);
    most.map_or_else(String::new, |it| it.0.to_owned())
}

fn title(app: &App, id: RequirementId, stage: Stage) -> Option<String> {
    let state = app.state();
    let it = state.requirements.get(&id)?;
    let (round, section) = names::round(app, it.round)?;
    let of_year = periods_of(state, round.year);
    let year = of_year.iter().filter_map(|id| state.periods.get(id));
    let year = { year }
        .find(|it| it.kind == PeriodKind::SchoolYear)
        .map_or_else(|| round.year.to_string(), |it| it.name.clone());
    let phrase = match stage {
        Stage::Goals => Phrase::ProposedGoals,
        Stage::Indicators => Phrase::ProposedIndicators,
        Stage::Methods => Phrase::ProposedMethods,
        Stage::Monitoring => Phrase::ProposedMonitoring,
        Stage::Analysis => Phrase::ProposedAnalysis,
        Stage::Recommendations => Phrase::ProposedRecommendations,
        Stage::Measures => Phrase::ProposedMeasures,
        Stage::Decisions => Phrase::ProposedDecisions,
        Stage::Effectiveness => Phrase::ProposedEffectiveness,
    };
    let title = app.say_with(phrase, &args![year]);
    Some(match it.track {
        Some(track) => {
            let direction = names::track(app, section, track);
            app.say_with(Phrase::ProposedOfDirection, &args![title, direction])
        }
        None => title,
    })
}
