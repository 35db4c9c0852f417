//! How a record of the cycle reads in its list: name, what is good to know beside it, and where it stands or what it lacks.

use crate::analysis::measures::Part;
use crate::analysis::related;
use crate::args;
use crate::domain::followup::AssignmentState;
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::measures::{self, told};
use crate::tui::screen::catalogue::section::{Column, Row};
use crate::tui::theme::Role;

const GOALS: &[Column] = &[
    Column::words(Phrase::SectionGoals, 0).cut_to(16),
    Column::words(Phrase::LabelDirection, 1),
    Column::words(Phrase::LabelTargets, 2).cut_to(12),
];
const NOTES: &[Column] = &[
    Column::words(Phrase::LabelFindings, 0).cut_to(16),
    Column::words(Phrase::LabelDirection, 1),
    Column::words(Phrase::LabelDate, 2),
];
const ADVICE: &[Column] = &[
    Column::words(Phrase::LabelRecommendation, 0).cut_to(16),
    Column::words(Phrase::CaptionWhom, 1).cut_to(8),
    Column::words(Phrase::LabelDue, 2),
];
const ACTIVITIES: &[Column] = &[
    Column::words(Phrase::LabelActivityTitle, 0).cut_to(16),
    Column::words(Phrase::LabelActivityKind, 2).cut_to(12),
    Column::words(Phrase::CaptionWhen, 1),
    Column::numbers(Phrase::CaptionTakePart, 3),
];
const DECISIONS: &[Column] = &[
    Column::words(Phrase::LabelDecisionTitle, 0).cut_to(16),
    Column::words(Phrase::LabelAct, 2).cut_to(12),
    Column::words(Phrase::CaptionAssignments, 1),
];
const REVIEWS: &[Column] = &[
    Column::words(Phrase::CaptionReviewed, 0).cut_to(16),
    Column::words(Phrase::CaptionBeforeAfter, 1).cut_to(12),
    Column::words(Phrase::LabelNextStep, 2),
];

/// The columns of a list.
#[must_use]
pub fn columns(part: Part) -> &'static [Column] {
    match part {
        Part::Goals => GOALS,
        Part::Analysis => NOTES,
        Part::Recommendations => ADVICE,
        Part::Activities => ACTIVITIES,
        Part::Decisions => DECISIONS,
        Part::Reviews => REVIEWS,
    }
}

/// The name of a list.
#[must_use]
pub fn title(part: Part) -> Phrase {
    match part {
        Part::Goals => Phrase::SectionGoals,
        Part::Analysis => Phrase::SectionAnalysis,
        Part::Recommendations => Phrase::SectionRecommendations,
        Part::Activities => Phrase::SectionActivities,
        Part::Decisions => Phrase::SectionDecisions,
        Part::Reviews => Phrase::SectionReviews,
    }
}

/// What is said of a list without records, with the key that comes next.
#[must_use]
pub fn empty(app: &App, part: Part) -> String {
    let key = |command| hints::key(app, command);
    match part {
        Part::Goals => app.say_with(Phrase::NoGoals, &args![key = key(CommandId::Add)]),
        Part::Analysis => app.say_with(Phrase::NoNotes, &args![key = key(CommandId::Analyse)]),
        Part::Recommendations => {
            app.say_with(Phrase::NoAdvice, &args![key = key(CommandId::Recommend)])
        }
        Part::Activities => app.say_with(Phrase::NoActivities, &args![key = key(CommandId::Act)]),
        Part::Decisions => app.say_with(Phrase::NoDecisions, &args![key = key(CommandId::Decide)]),
        Part::Reviews => app.say_with(Phrase::NoReviews, &args![key = key(CommandId::Review)]),
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row of a record; `None` where it is gone.
#[must_use]
pub fn row(app: &App, key: Key) -> Option<Row> {
    let (state, narrator) = (app.state(), app.narrator());
    let (cells, word) = match key {
        Key::Goal(id) => {
            let it = state.goals.get(&id)?;
            let targets = it.targets.iter();
            let targets = targets.map(|it| measures::code(state, it.indicator));
            let targets: Vec<String> = targets.collect();
            let direction = narrator.direction_latest(it.direction);
            let word = app.say(match it.retired {
                true => Phrase::KeptNo,
                false => Phrase::KeptYes,
            });
            (vec![flat(&it.text), direction, targets.join(", ")], word)
        }
        Key::AnalysisNote(id) => {
            let it = state.notes.get(&id)?;
            let direction = narrator.direction_latest(it.direction);
            let word = app.say(match it.retired {
                true => Phrase::KeptNo,
                false => Phrase::KeptYes,
            });
            (
                vec![flat(&it.findings), direction, format::date(it.on)],
                word,
            )
        }
        Key::Recommendation(id) => {
            let it = state.recommendations.get(&id)?;
            let due = narrator.term(it.due, &it.prolongations);
            let late = related::recommendation_overdue(state, id, app.now.today);
            let word = match late {
                Some(n) => app.say_with(Phrase::OverdueBy, &args![n]),
                None => app.locale.word(&it.state),
            };
            (
                vec![flat(&it.text), narrator.addressees(&it.addressees), due],
                word,
            )
        }
        Key::Activity(id) => {
            let it = state.activities.get(&id)?;
            let days = it.from.map(|from| format::days(from, it.to));
            let cells = vec![
                it.title.clone(),
                app.locale.word(&it.kind),
                days.unwrap_or_default(),
                match it.participants.len() {
                    0 => String::new(),
                    n => n.to_string(),
                },
            ];
            (cells, app.locale.word(&it.state))
        }
        Key::Decision(id) => {
            let it = state.decisions.get(&id)?;
            let act = it.document.map(|it| narrator.document(it));
            let all: Vec<_> = (state.assignments_of.of(id))
                .filter_map(|it| state.assignments.get(&it))
                .collect();
            let open = |it: &AssignmentState| matches!(it, AssignmentState::Controlled);
            let done = all.iter().filter(|it| !open(&it.state)).count();
            let assignments = match all.len() {
                0 => String::new(),
                n => app.say_with(Phrase::DoneOf, &args![k = done, n]),
            };
            let cells = vec![it.title.clone(), act.unwrap_or_default(), assignments];
            (cells, app.locale.word(&it.state))
        }
        Key::Review(id) => {
            let it = state.reviews.get(&id)?;
            let on = narrator.key(measures::key_of(it.on));
            let effect = told::effect(app, it).unwrap_or_default();
            let next = app.locale.word(&it.next);
            (vec![on, effect, next], app.locale.word(&it.verdict))
        }
        _ => return None,
    };
    let glyphs = app.theme.glyphs;
    let row = Row::new(key, cells);
    let dropped = crate::analysis::measures::standing(state, key)
        == Some(crate::analysis::measures::Standing::Dropped);
    // What is missing is what one looks for; of the rest is said where it stands.
    Some(match told::lacking(app, key).into_iter().next() {
        Some(lack) => row.in_state(glyphs.warning, lack, Role::Warning),
        None => row.in_state(" ", word, Role::Dim).dimmed(dropped),
    })
}
