//! The steps of a round, and of a citation, as a list to pick from; and which round is shown.

use super::{edit_record, is_frozen, names, rounds, tell};
use crate::domain::ids::RoundId;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::cycle::CycleScreen;

/// What can be done with what is under the cursor: a citation, else the round.
pub fn steps(app: &mut App) {
    let on_citation = matches!(app.cycle.under_cursor(), Some(Key::Citation(_)));
    let (title, commands): (String, Vec<CommandId>) = match on_citation {
        true => {
            let key = app.cycle.under_cursor();
            (
                key.map(|it| app.narrator().key(it)).unwrap_or_default(),
                vec![
                    CommandId::Edit,
                    CommandId::MoveCitation,
                    CommandId::CopyCitation,
                    CommandId::Retire,
                    CommandId::ReplaceDocument,
                ],
            )
        }
        false => {
            let key = app.cycle.round.map(Key::Round);
            (
                key.map(|it| app.narrator().key(it)).unwrap_or_default(),
                vec![
                    CommandId::SubmitRound,
                    CommandId::StartRound,
                    CommandId::EditSection,
                    CommandId::FoundSection,
                ],
            )
        }
    };
    let items = commands
        .into_iter()
        .map(|it| Item {
            label: app.say(it.title()),
            right: app.keymap.hint(it, &app.locale).unwrap_or_default(),
            value: it,
        })
        .collect();
    let picker = Picker::new(
        title,
        items,
        0,
        Box::new(|_, command| Outcome::CloseAndRun(command)),
    );
    app.open(Box::new(picker));
}

/// Lets the person choose a section and a round of it.
pub fn choose_round(app: &mut App) {
    let state = app.state();
    let mut all: Vec<(String, std::cmp::Reverse<u16>, RoundId)> = (state.rounds.iter())
        .filter_map(|(id, it)| {
            let code = state.sections.get(&it.section)?.code.clone();
            Some((code, std::cmp::Reverse(it.year), *id))
        })
        .collect();
    if all.is_empty() {
        return tell(app, Phrase::NoRoundHere);
    }
    all.sort();
    let at = all.iter().position(|it| Some(it.2) == app.cycle.round);
    let items = all
        .into_iter()
        .filter_map(|(_, _, id)| {
            let (round, section) = names::round(app, id)?;
            Some(Item {
                label: names::round_line(app, round, section),
                right: section.title.clone(),
                value: id,
            })
        })
        .collect();
    let title = app.say(Phrase::ChooseRound);
    let picker = Picker::new(
        title,
        items,
        at.unwrap_or(0),
        Box::new(|app, id| {
            CycleScreen::show_round(app, id);
            Outcome::Close
        }),
    );
    app.open(Box::new(picker));
}

/// Sends the round away: it is frozen.
pub fn submit_round(app: &mut App) {
    let Some(round) = app.cycle.round else {
        return tell(app, Phrase::NoRoundHere);
    };
    if !is_frozen(app)
        && let Some(form) = rounds::Submitting::round(app, round)
    {
        layer::open(app, form);
    }
}

/// Begins the next round of the section.
pub fn start_round(app: &mut App) {
    let Some(round) = app.cycle.round else {
        return tell(app, Phrase::NoRoundHere);
    };
    if let Some(form) = rounds::Starting::after(app, round) {
        layer::open(app, form);
    }
}

/// The form of the section of the shown round.
pub fn edit_section(app: &mut App) {
    let section = app.cycle.round.and_then(|it| app.state().rounds.get(&it));
    let Some(section) = section.map(|it| it.section) else {
        return tell(app, Phrase::NoRoundHere);
    };
    edit_record(app, Key::Section(section));
}
