//! Who is meant: how several organisations are named in a line, and how they stand in the place of unfinished input.

use crate::args;
use crate::domain::ids::OrganisationId;
use crate::locale::Phrase;
use crate::tui::app::App;

/// Stands between the organisations of a place.
const AND: char = '+';
/// Organisations that are named; the others are counted.
const MOST_NAMED: usize = 6;

/// «СШ № 3, СШ № 7 и ещё 2».
pub(super) fn names(app: &App, whom: &[OrganisationId]) -> String {
    names_with(app, whom, |_| String::new())
}

/// The same with something said of each: «СШ № 3 (28 из 38), СШ № 7 (0 из 38)».
pub(super) fn names_with(
    app: &App,
    whom: &[OrganisationId],
    said: impl Fn(OrganisationId) -> String,
) -> String {
    let named: Vec<String> = (whom.iter().take(MOST_NAMED))
        .map(|it| format!("{}{}", app.narrator().organisation(*it), said(*it)))
        .collect();
    let names = named.join(", ");
    match whom.len() - named.len() {
        0 => names,
        n => app.say_with(Phrase::NamesAndMore, &args![names, n]),
    }
}

/// One by name, of more how many: the end of a title.
pub(super) fn title(app: &App, whom: &[OrganisationId]) -> String {
    match whom {
        [one] => app.narrator().organisation(*one),
        many => app.say_with(Phrase::CollectingMarked, &args![n = many.len()]),
    }
}

/// As they stand in a place.
pub(super) fn in_place(whom: &[OrganisationId]) -> String {
    let all: Vec<String> = whom.iter().map(|it| it.0.to_string()).collect();
    all.join(&AND.to_string())
}

/// Those of a place that are still there.
pub(super) fn of_place(app: &App, words: &str) -> Vec<OrganisationId> {
    (words.split(AND))
        .filter_map(|it| it.parse().ok().map(OrganisationId))
        .filter(|it| app.state().organisations.contains_key(it))
        .collect()
}
