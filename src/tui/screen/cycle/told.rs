//! The words and signs of the screen: how a requirement stands, what the program's records say to it, what an expert would say.
//!
//! Must not know where anything is drawn.

use std::mem::discriminant;

use crate::analysis::cycle::{Assessed, Cell, Check, Count, Gap, Own, Standing};
use crate::args;
use crate::domain::ids::DirectionId;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::cycle::names;
use crate::tui::theme::Role;

/// The sign of a standing, and how it looks.
#[must_use]
pub fn sign(app: &App, standing: Standing) -> (&'static str, Role) {
    let glyphs = app.theme.glyphs;
    match standing {
        Standing::Proven => (glyphs.done, Role::Good),
        Standing::Incomplete => (glyphs.noted, Role::Warning),
        Standing::Data => (glyphs.running, Role::Pending),
        Standing::Repealed => (glyphs.failed, Role::Error),
        Standing::Missing => (glyphs.warning, Role::Error),
        Standing::Inapplicable => (glyphs.none, Role::Dim),
    }
}

/// The same in words.
#[must_use]
pub fn standing(app: &App, standing: Standing) -> String {
    app.say(match standing {
        Standing::Proven => Phrase::StandingProven,
        Standing::Incomplete => Phrase::StandingIncomplete,
        Standing::Data => Phrase::StandingData,
        Standing::Repealed => Phrase::StandingRepealed,
        Standing::Missing => Phrase::StandingMissing,
        Standing::Inapplicable => Phrase::StandingInapplicable,
    })
}

/// The sign of a cell of the matrix with its count, and how it looks.
#[must_use]
pub fn cell(app: &App, cell: &Cell) -> (String, Role) {
    let glyphs = app.theme.glyphs;
    match cell {
        Cell::Asked {
            requirements,
            worst,
            count,
        } => {
            let (sign, role) = sign(app, *worst);
            match requirements.len() {
                1 => (sign.to_owned(), role),
                _ => (format!("{sign} {}", counted(*count)), role),
            }
        }
        Cell::Nothing => (glyphs.empty.to_owned(), Role::Dim),
        Cell::NotApplicable => (glyphs.none.to_owned(), Role::Dim),
        Cell::Gap(_) => (glyphs.refused.to_owned(), Role::Warning),
    }
}

/// «4/5».
#[must_use]
pub fn counted(count: Count) -> String {
    format!("{}/{}", count.proven, count.asked)
}

/// A cell in words: «доказано», «форма здесь ничего не спрашивает», «есть показатели, нет цели».
#[must_use]
pub fn cell_in_words(app: &App, cell: &Cell) -> String {
    match cell {
        Cell::Asked {
            requirements,
            worst,
            count,
        } => {
            let worst = standing(app, *worst);
            match requirements.len() {
                1 => worst,
                _ => app.say_with(
                    Phrase::CellOfSeveral,
                    &args![k = count.proven, n = count.asked, worst],
                ),
            }
        }
        Cell::Nothing => app.say(Phrase::CellAsksNothing),
        Cell::NotApplicable => app.say(Phrase::CellLeftOut),
        Cell::Gap(Gap::NoGoal) => app.say(Phrase::GapNoGoal),
        Cell::Gap(Gap::NoIndicators) => app.say(Phrase::GapNoIndicators),
    }
}

/// What each sign of the matrix means, in the order of the legend.
#[must_use]
pub fn legend(app: &App) -> Vec<(String, Role, String)> {
    let standings = [
        Standing::Proven,
        Standing::Incomplete,
        Standing::Data,
        Standing::Repealed,
        Standing::Missing,
        Standing::Inapplicable,
    ];
    let of_standings = standings.into_iter().map(|it| {
        let (sign, role) = sign(app, it);
        (sign.to_owned(), role, standing(app, it))
    });
    let glyphs = app.theme.glyphs;
    let others = [
        (glyphs.empty, Role::Dim, Phrase::LegendNothing),
        (glyphs.refused, Role::Warning, Phrase::LegendGap),
    ];
    let others = others
        .into_iter()
        .map(|(sign, role, phrase)| (sign.to_owned(), role, app.say(phrase)));
    of_standings.chain(others).collect()
}

/// Whether nothing at all is said to a requirement that asks something.
#[must_use]
pub fn is_silent(assessed: &Assessed) -> bool {
    assessed.standing == Standing::Missing
}

/// «Д — указать документ».
#[must_use]
pub fn key_to_cite(app: &App) -> String {
    let key = hints::key(app, CommandId::Evidence);
    app.say_with(Phrase::KeyCites, &args![key])
}

/// What the program's records say to a requirement, as a line beneath it.
#[must_use]
pub fn own_line(app: &App, it: &Own, standing: Standing) -> (String, Role) {
    let what = own(app, it);
    match standing {
        Standing::Data => {
            let key = key_to_cite(app);
            let words = app.say_with(Phrase::DataWithoutDocument, &args![what]);
            (format!("{words} · {key}"), Role::Pending)
        }
        _ => (app.say_with(Phrase::InTheProgram, &args![what]), Role::Dim),
    }
}

/// What the program's records say to a requirement.
#[must_use]
pub fn own(app: &App, it: &Own) -> String {
    match *it {
        Own::Goals {
            goals,
            with_grounds,
            with_targets,
        } => app.say_with(
            Phrase::OwnGoals,
            &args![n = goals, grounds = with_grounds, targets = with_targets],
        ),
        Own::Indicators { indicators } => {
            app.say_with(Phrase::OwnIndicators, &args![n = indicators])
        }
        Own::Methods {
            described,
            indicators,
        } => app.say_with(Phrase::OwnMethods, &args![k = described, n = indicators]),
        Own::Monitoring(filling) => app.say_with(
            Phrase::OwnMonitoring,
            &args![k = filling.entered, n = filling.due],
        ),
        Own::Notes {
            notes,
            with_conclusions,
        } => app.say_with(Phrase::OwnNotes, &args![n = notes, k = with_conclusions]),
        Own::Recommendations {
            recommendations,
            organisations,
        } => app.say_with(
            Phrase::OwnRecommendations,
            &args![n = recommendations, k = organisations],
        ),
        Own::Activities {
            kind,
            held,
            organisations,
        } => app.say_with(
            Phrase::OwnActivities,
            &args![kind = app.locale.word(&kind), n = held, k = organisations],
        ),
        Own::Decisions {
            decisions,
            assignments,
            done,
            overdue,
        } => app.say_with(
            Phrase::OwnDecisions,
            &args![n = decisions, assignments, done, overdue],
        ),
        Own::Reviews { reviews, compared } => {
            app.say_with(Phrase::OwnReviews, &args![n = reviews, k = compared])
        }
    }
}

/// Checks of a kind together: the first of each kind, with how many there are.
#[must_use]
pub fn grouped<'a>(checks: impl Iterator<Item = &'a Check>) -> Vec<(Check, usize)> {
    let mut groups: Vec<(Check, usize)> = Vec::new();
    for check in checks {
        match groups.iter_mut().find(|it| is_alike(&it.0, check)) {
            Some(group) => group.1 += 1,
            None => groups.push((*check, 1)),
        }
    }
    groups
}

/// Whether two checks say the same of two records.
#[must_use]
pub fn is_alike(one: &Check, other: &Check) -> bool {
    discriminant(one) == discriminant(other)
}

/// What an expert would say, of so many records; of one it is said which.
#[must_use]
pub fn check(app: &App, check: &Check, n: usize) -> (String, Role) {
    let sentence = kind_of_check(app, check);
    let words = match n {
        1 => {
            let what = about(app, check);
            app.say_with(Phrase::CheckOfOne, &args![sentence, what])
        }
        n => app.say_with(Phrase::CheckOfMany, &args![sentence, n]),
    };
    (words, Role::Warning)
}

/// The record that a check is about.
#[must_use]
pub fn about(app: &App, check: &Check) -> String {
    match *check {
        Check::IndicatorsWithoutGoal(_, id) => direction(app, id),
        Check::Repealed(id, _) | Check::Incomplete(id, _) => names::citation(app, id),
        Check::OneForAll(id, n) => {
            let document = app.narrator().document(id);
            app.say_with(Phrase::OneForAllOf, &args![document, n])
        }
        Check::OtherLevel(id) => names::requirement(app, id),
        check => app.narrator().key(check.key()),
    }
}

fn direction(app: &App, id: DirectionId) -> String {
    names::direction(app, id).map_or_else(String::new, |it| it.short.clone())
}

/// What is the matter, whatever record it is about.
#[must_use]
pub fn kind_of_check(app: &App, check: &Check) -> String {
    app.say(match check {
        Check::GoalWithoutGrounds(_) => Phrase::CheckGoalWithoutGrounds,
        Check::GoalWithoutIndicator(_) => Phrase::CheckGoalWithoutIndicator,
        Check::IndicatorsWithoutGoal(..) => Phrase::CheckIndicatorsWithoutGoal,
        Check::IndicatorWithoutMethod(..) => Phrase::CheckIndicatorWithoutMethod,
        Check::MonitoringNotFixed(_) => Phrase::CheckMonitoringNotFixed,
        Check::AnalysisWithoutConclusions(_) => Phrase::CheckAnalysisWithoutConclusions,
        Check::RecommendationWithoutAddressee(_) => Phrase::CheckRecommendationWithoutAddressee,
        Check::ActivityNotDerived(_) => Phrase::CheckActivityNotDerived,
        Check::DecisionIncomplete(_) => Phrase::CheckDecisionIncomplete,
        Check::AssignmentWithoutExecutor(_) => Phrase::CheckAssignmentWithoutExecutor,
        Check::ReviewWithoutEffect(_) => Phrase::CheckReviewWithoutEffect,
        Check::NotReviewed(_) => Phrase::CheckNotReviewed,
        Check::Repealed(..) => Phrase::CheckRepealed,
        Check::Incomplete(..) => Phrase::CheckIncomplete,
        Check::NoLink(_) => Phrase::CheckNoLink,
        Check::OtherLevel(_) => Phrase::CheckOtherLevel,
        Check::OneForAll(..) => Phrase::CheckOneForAll,
    })
}
