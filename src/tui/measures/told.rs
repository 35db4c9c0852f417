//! Records of the cycle in a few words: when a measure is, what a review found, which link a record lacks.

use crate::analysis::hanging::{Lack, lacks};
use crate::args;
use crate::domain::activity::{Activity, ActivityState, Measured, Review};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;

/// Kind and days of a measure, where it stands, and why it was cancelled.
#[must_use]
pub fn activity(app: &App, it: &Activity) -> Vec<String> {
    let mut parts = vec![app.locale.word(&it.state)];
    if let ActivityState::Cancelled { reason } = &it.state {
        parts.push(reason.clone());
    }
    parts.extend(it.from.map(|from| format::days(from, it.to)));
    parts.push(app.locale.word(&it.kind));
    parts
}

/// «6.2: 61,5 → 70,7, 2024/25 → 2025/26»; nothing where no number tells.
#[must_use]
pub fn effect(app: &App, it: &Review) -> Option<String> {
    let id = it.indicator?;
    let code = super::code(app.state(), id);
    let narrator = app.narrator();
    let number = |it: Measured| format::number(it.number);
    Some(match (it.before, it.after) {
        (Some(before), Some(after)) => app.say_with(
            Phrase::EffectBoth,
            &args![
                indicator = code,
                before = number(before),
                after = number(after),
                then = narrator.period(before.period),
                now = narrator.period(after.period)
            ],
        ),
        (Some(one), None) | (None, Some(one)) => app.say_with(
            Phrase::EffectOne,
            &args![
                indicator = code,
                number = number(one),
                period = narrator.period(one.period)
            ],
        ),
        (None, None) => code,
    })
}

/// What a review says in a line: verdict, numbers, what is done next.
#[must_use]
pub fn review(app: &App, it: &Review) -> Vec<String> {
    let verdict = app.locale.word(&it.verdict);
    let next = app.locale.word(&it.next);
    let effect = effect(app, it);
    std::iter::once(verdict)
        .chain(effect)
        .chain([next])
        .collect()
}

/// The links that a record lacks, in words: «без анализа эффективности».
#[must_use]
pub fn lacking(app: &App, key: Key) -> Vec<String> {
    let found = lacks(app.state(), key).into_iter();
    found.map(|it| app.say(lack(it))).collect()
}

/// A missing link in words.
#[must_use]
pub fn lack(it: Lack) -> Phrase {
    match it {
        Lack::Grounds => Phrase::LackGrounds,
        Lack::Targets => Phrase::LackTargets,
        Lack::Conclusions => Phrase::LackConclusions,
        Lack::Consequence => Phrase::LackConsequence,
        Lack::Decision => Phrase::LackDecision,
        Lack::Assignment => Phrase::LackAssignment,
        Lack::Ground => Phrase::LackGround,
        Lack::Participants => Phrase::LackParticipants,
        Lack::Review => Phrase::LackReview,
    }
}
