//! Where a command works that does not work here: the key that leads there, in words.
//!
//! Knows which place is how far from which; must not know what a command does.

use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place, Places};

/// «Enter — к руководителям»: the next step from a place to where a command applies; `None` where it applies already, or where no single key
/// leads nearer.
#[must_use]
pub fn way(app: &App, from: Place, command: CommandId) -> Option<String> {
    if command.applies_in(from) {
        return None;
    }
    let (through, to) = step(from, command.places())?;
    let key = app.keymap.hint(through, &app.locale)?;
    Some(format!("{key} — {}", app.say(to)))
}

/// The command that leads nearer, and what it leads to.
fn step(from: Place, works: Places) -> Option<(CommandId, Phrase)> {
    use CommandId as C;
    let applies = |place: Place| works.contains(place);
    let in_panes = [
        Place::Rows,
        Place::Detail,
        Place::Indicators,
        Place::Directions,
    ]
    .into_iter()
    .any(applies);
    match from {
        Place::Directions | Place::Indicators if applies(Place::Rows) => {
            Some((C::Open, Phrase::WayRows))
        }
        Place::Detail if applies(Place::Rows) => Some((C::Close, Phrase::WayRows)),
        Place::Rows if applies(Place::Detail) => Some((C::NextPane, Phrase::WayDetail)),
        Place::Directions | Place::Indicators if applies(Place::Detail) => {
            Some((C::PreviousPane, Phrase::WayDetail))
        }
        Place::Rows | Place::Detail if in_panes => Some((C::Close, Phrase::WayLists)),
        Place::Measures | Place::Cycle | Place::Catalogue | Place::Journal | Place::Attention
            if in_panes =>
        {
            Some((C::ScreenMonitoring, Phrase::WayMonitoring))
        }
        Place::Directions
        | Place::Indicators
        | Place::Rows
        | Place::Detail
        | Place::Cycle
        | Place::Catalogue
        | Place::Measures
        | Place::Journal
        | Place::Attention => [
            (Place::Card, C::Card, Phrase::WayCard),
            (Place::Chain, C::Chain, Phrase::WayChain),
            (Place::Catalogue, C::ScreenCatalogue, Phrase::WayCatalogue),
            (Place::Cycle, C::ScreenCycle, Phrase::WayCycle),
            (Place::Journal, C::ScreenJournal, Phrase::WayJournal),
            (Place::Attention, C::ScreenAttention, Phrase::WayAttention),
        ]
        .into_iter()
        .find(|(place, _, _)| applies(*place) && *place != from)
        .map(|(_, command, to)| (command, to)),
        _ => Some((C::Close, Phrase::WayBack)),
    }
}
