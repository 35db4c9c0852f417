//! What `smotr import` is told of names: `--name` for one, `--similar` for all that look like a single thing.
//!
//! Owns that a name is one that stands in the files, and is none of the store's own.

use super::context::Context;
use super::exit::Exit;
use crate::analysis::batch::{Batch, Meant, Named, Names, Unknown, plain};
use crate::domain::alias::Means;
use crate::domain::state::State;
use crate::locale::{Phrase, args};

/// What the person says of names, each as it was given and as it means; told to those who read.
pub(super) fn meant(
    context: &Context,
    state: &State,
    names: &mut Names,
    said: &[String],
) -> Result<Vec<(String, Means)>, Exit> {
    let mut meant = Vec::new();
    for said in said {
        let wrong =
            |phrase| Err(context.refuse_line(&context.locale.say_with(phrase, &args![said])));
        let Some((text, of)) = said.split_once('=') else {
            return wrong(Phrase::CliImportNoSign);
        };
        if plain(text).is_empty() {
            return wrong(Phrase::CliImportNameless);
        }
        let periods = names
            .period
            .into_iter()
            .chain(state.periods.keys().copied());
        let indicator = |text: &str| {
            let mut all = periods.clone().map(|it| names.indicator(it, text));
            all.find(|it| !matches!(it, Named::Unknown(_)))
        };
        let means = match (names.organisation(of), indicator(of)) {
            (Named::Known(id), _) => Means::Organisation(id),
            (_, Some(Named::Known(id))) => Means::Indicator(id),
            _ => return wrong(Phrase::CliImportMeansNothing),
        };
        let is_own = match means {
            Means::Organisation(_) => matches!(names.organisation(text), Named::Known(_)),
            Means::Indicator(_) => matches!(indicator(text), Some(Named::Known(_))),
        };
        if is_own {
            return wrong(Phrase::CliImportOwnName);
        }
        names.say(text, means);
        meant.push((text.trim().to_owned(), means));
    }
    Ok(meant)
}

/// The same for what is written: each is a name that stands in the files.
pub(super) fn said(
    context: &Context,
    (state, batch): (&State, &Batch),
    all: Vec<(String, Means)>,
) -> Result<Meant, Exit> {
    let there = batch.spellings();
    // What a file says that was left because it is in already is not known.
    let is_whole = batch.files.iter().all(|it| it.digest != [0; 16]);
    let mut meant = Meant::default();
    for (text, means) in all {
        let is = |it: &&Unknown| {
            let is_organisation = matches!(it, Unknown::Organisation(_));
            plain(it.text()) == plain(&text)
                && is_organisation == matches!(means, Means::Organisation(_))
        };
        let Some(name) = there.iter().find(is) else {
            if !is_whole {
                continue;
            }
            let said = text;
            let text = context
                .locale
                .say_with(Phrase::CliImportNameUnused, &args![said]);
            return Err(context.refuse_line(&text));
        };
        meant.say(state, name, Some(means));
    }
    Ok(meant)
}

/// Takes a name for what it looks like, where that is a single thing.
pub(super) fn take_similar(state: &State, names: &Names, name: &Unknown, meant: &mut Meant) {
    let means = match name {
        Unknown::File(_, text) | Unknown::Organisation(text) => {
            names.organisation_alike(text).map(Means::Organisation)
        }
        // What has a code before it is not like it for that.
        Unknown::Indicator(period, text) => match names.indicators_like(*period, text).as_slice() {
            [id] => Some(Means::Indicator(*id)),
            _ => None,
        },
    };
    if means.is_some() {
        meant.say(state, name, means);
    }
}
