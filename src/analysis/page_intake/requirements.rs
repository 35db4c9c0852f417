//! The requirements of a page set beside those of a round: by stage and words, then by their place where the words are much alike.

use std::collections::BTreeSet;

use super::Said;
use crate::domain::evidence::{Requirement, Track};
use crate::domain::ids::{RequirementId, RoundId};
use crate::domain::state::State;
use crate::domain::text::fold;

/// Letters of a word by which its forms are one: «анализа» and «анализ».
const STEM: usize = 5;

/// For every requirement of the page the one of the round that it is.
pub(super) fn matched(state: &State, round: RoundId, said: &[Said]) -> Vec<Option<RequirementId>> {
    let mut free = of_round(state, round);
    let mut matched: Vec<Option<RequirementId>> = vec![None; said.len()];
    let mut take = |is: &dyn Fn(&Said, &Requirement) -> bool| {
        for (it, found) in said
            .iter()
            .zip(&mut matched)
            .filter(|(_, found)| found.is_none())
        {
            let at = free
                .iter()
                .position(|(_, other)| other.stage == it.stage && is(it, other));
            *found = at.map(|at| free.remove(at).0);
        }
    };
    take(&|it, other| words(&it.words) == words(&other.text));
    take(&|it, other| alike(&it.words, &other.text));
    // A stage that asks one thing asks it in whatever words.
    let alone = |it: &Said| said.iter().filter(|other| other.stage == it.stage).count() == 1;
    let asks_one = |other: &Requirement| {
        let all = of_round(state, round);
        all.iter().filter(|(_, it)| it.stage == other.stage).count() == 1
    };
    take(&|it, other| alone(it) && asks_one(other));
    matched
}

/// The direction of a requirement that is new: that of one with the same words in another stage, where this stage is asked of it.
pub(super) fn track(state: &State, round: RoundId, it: &Said) -> Option<Track> {
    let section = state.sections.get(&state.rounds.get(&round)?.section)?;
    let all = of_round(state, round);
    let same = all
        .iter()
        .find(|(_, other)| other.track.is_some() && words(&other.text) == words(&it.words));
    let track = same.and_then(|(_, it)| it.track)?;
    section.asks(it.stage, Some(track)).then_some(track)
}

fn of_round(state: &State, round: RoundId) -> Vec<(RequirementId, &Requirement)> {
    let ids = state.requirements_of.of(round);
    let found = ids.filter_map(|id| Some((id, &state.requirements.get(&id)?.body)));
    let mut all: Vec<(RequirementId, &Requirement)> = found.collect();
    all.sort_by_key(|(id, it)| (it.order, *id));
    all
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether two thirds of the words of both are the same.
fn alike(one: &str, other: &str) -> bool {
    let stems = |text: &str| -> BTreeSet<String> {
        let words = words(text).into_iter().filter(|it| it.chars().count() > 2);
        words.map(|it| it.chars().take(STEM).collect()).collect()
    };
    let (one, other) = (stems(one), stems(other));
    let (both, all) = (one.intersection(&other).count(), one.union(&other).count());
    all > 0 && both * 3 >= all * 2
}
