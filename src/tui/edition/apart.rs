//! What is said where a year and its parts come to be measured by different editions. Which they are is the state's to know.

use crate::args;
use crate::domain::ids::{EditionId, PeriodId};
use crate::locale::Phrase;
use crate::tui::app::App;

/// The figures of a year are made of those of its parts: a line for each year that these periods, once they go over to the edition, leave
/// with parts of another; empty where there is none.
#[must_use]
pub fn apart(app: &App, edition: EditionId, moved: &[PeriodId]) -> String {
    let narrator = app.narrator();
    let found = app.state().apart(edition, moved).into_iter();
    let told = found.map(|(year, parts)| {
        let names: Vec<String> = parts.iter().map(|it| narrator.period(*it)).collect();
        let (year, names) = (narrator.period(year), names.join(", "));
        app.say_with(Phrase::PeriodsApart, &args![year, names])
    });
    told.collect::<Vec<_>>().join("\n")
}
