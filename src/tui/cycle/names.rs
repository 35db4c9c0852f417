//! What sections, their directions and requirements are called on the screen and in forms.
//!
//! Must not know what is shown where.

use crate::args;
use crate::domain::catalogue::Direction;
use crate::domain::cycle::{Round, RoundState, Section};
use crate::domain::evidence::{Stage, Track};
use crate::domain::ids::{CitationId, DirectionId, RequirementId, RoundId};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::widget::form::Candidate;

/// A direction as the last edition has it.
#[must_use]
pub fn direction(app: &App, id: DirectionId) -> Option<&Direction> {
    let mut all = app.state().directions.iter();
    all.rfind(|((_, it), _)| *it == id).map(|(_, it)| &it.body)
}

/// A round with its section.
#[must_use]
pub fn round(app: &App, id: RoundId) -> Option<(&Round, &Section)> {
    let round = &app.state().rounds.get(&id)?.body;
    let section = app.state().sections.get(&round.section)?;
    Some((round, &section.body))
}

/// What a section calls one of its directions: «Управление».
#[must_use]
pub fn track(app: &App, section: &Section, track: Track) -> String {
    let own = section.tracks.iter().find(|it| it.track == track);
    match (own.filter(|it| !it.title.is_empty()), track) {
        (Some(it), _) => it.title.clone(),
        (None, Track::Direction(id)) => {
            direction(app, id).map_or_else(String::new, |it| it.short.clone())
        }
        (None, Track::Own(n)) => n.to_string(),
    }
}

/// The same with the code of the direction, for the head of a column: «1 Управление».
#[must_use]
pub fn column(app: &App, section: &Section, of: Track) -> String {
    let name = track(app, section, of);
    match of {
        Track::Direction(id) => match direction(app, id) {
            Some(it) => format!("{} {name}", it.code),
            None => name,
        },
        Track::Own(_) => name,
    }
}

/// Of what requirements are that name no direction, or of which direction.
#[must_use]
pub fn track_or_common(app: &App, section: &Section, of: Option<Track>) -> String {
    match of {
        Some(it) => track(app, section, it),
        None => app.say(Phrase::CycleCommon),
    }
}

/// A stage as a row begins with it: the first letter is large.
#[must_use]
pub fn stage(app: &App, stage: Stage) -> String {
    app.say(match stage {
        Stage::Goals => Phrase::CycleRowGoals,
        Stage::Indicators => Phrase::CycleRowIndicators,
        Stage::Methods => Phrase::CycleRowMethods,
        Stage::Monitoring => Phrase::CycleRowMonitoring,
        Stage::Analysis => Phrase::CycleRowAnalysis,
        Stage::Recommendations => Phrase::CycleRowRecommendations,
        Stage::Measures => Phrase::CycleRowMeasures,
        Stage::Decisions => Phrase::CycleRowDecisions,
        Stage::Effectiveness => Phrase::CycleRowEffectiveness,
    })
}

/// «раздел 2.1, раунд 2026 года · заполняется».
#[must_use]
pub fn round_line(app: &App, round: &Round, section: &Section) -> String {
    let year = round.year.to_string();
    let state = match &round.state {
        RoundState::Open => app.locale.word(&round.state),
        RoundState::Submitted { on, number } => app.say_with(
            Phrase::CycleSubmittedAs,
            &args![date = format::date(*on), number = number.as_str()],
        ),
    };
    app.say_with(
        Phrase::CycleRoundLine,
        &args![code = section.code.as_str(), year, state],
    )
}

/// «7. Наличие показателей …»: a requirement by its place in the form and its words.
#[must_use]
pub fn requirement(app: &App, id: RequirementId) -> String {
    match app.state().requirements.get(&id) {
        Some(it) => format!("{}. {}", it.order, one_line(&it.text)),
        None => String::new(),
    }
}

/// A text without its line breaks.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// «приказ от 30.12.2020 № 353, стр. 3-10».
#[must_use]
pub fn citation(app: &App, id: CitationId) -> String {
    let Some(it) = app.state().citations.get(&id) else {
        return String::new();
    };
    let document = app.narrator().document(it.document);
    match it.pages.as_str() {
        "" => document,
        pages => format!("{document}, {}", app.say_with(Phrase::Pages, &args![pages])),
    }
}

/// Requirements of a round in the order of the form.
#[must_use]
pub fn in_order(app: &App, round: RoundId) -> Vec<RequirementId> {
    let state = app.state();
    let mut all: Vec<_> = (state.requirements_of.of(round))
        .filter_map(|id| Some((state.requirements.get(&id)?.order, id)))
        .collect();
    all.sort_unstable();
    all.into_iter().map(|it| it.1).collect()
}

/// Requirements of all rounds that can be changed, the latest round first, as a form finds them.
#[must_use]
pub fn candidates(app: &App) -> Vec<Candidate> {
    let mut open: Vec<_> = (app.state().rounds.iter())
        .filter(|(_, it)| it.state.is_open())
        .map(|(id, it)| (std::cmp::Reverse(it.year), it.section, *id))
        .collect();
    open.sort_unstable();
    let several = open.len() > 1;
    let of_round = |id: RoundId| {
        let of = round(app, id).map(|(round, section)| (round.year, section));
        in_order(app, id).into_iter().map(move |requirement| {
            let it = app.state().requirements.get(&requirement);
            let (year, section) = of.unzip();
            let more = it.zip(section).map(|(it, section)| {
                let track = track_or_common(app, section, it.track);
                let place = format!("{} · {track}", stage(app, it.stage));
                match year.filter(|_| several) {
                    Some(year) => format!("{} · {year} · {place}", section.code),
                    None => place,
                }
            });
            Candidate {
                token: requirement.0.to_string(),
                label: self::requirement(app, requirement),
                more: more.unwrap_or_default(),
            }
        })
    };
    open.into_iter().flat_map(|it| of_round(it.2)).collect()
}
