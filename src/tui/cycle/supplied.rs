//! A new section: 2.1 by the form that the program comes with, where the store has none yet, or any other by a form of its own.
//!
//! Must not know where the supplied form lies: it is asked for, and comes back.

use std::sync::Arc;

use super::section::{Sectioning, this_year};
use super::send;
use crate::domain::cycle::Section;
use crate::domain::cycle_command::CycleCommand;
use crate::domain::evidence::Requirement;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::layer::Outcome;
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::screen::Screen;
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::status::Tone;

/// The number of the section whose form the program comes with.
const SUPPLIED: &str = "2.1";

/// A section with what is asked in it.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionForm {
    /// The section.
    pub section: Section,
    /// Its requirements.
    pub requirements: Vec<Requirement>,
}

/// Reads the supplied form, in the directions of a state.
pub type FormReader = Arc<dyn Fn(&State) -> Box<Result<SectionForm, String>> + Send + Sync>;

/// Founds a section: which, is asked where the supplied one is not there yet.
pub fn found_section(app: &mut App) {
    if app.screen != Screen::Cycle {
        app.close_all();
        CycleScreen::open(app);
    }
    let known = app.state().sections.values().any(|it| it.code == SUPPLIED);
    if known {
        return layer::open(app, Sectioning::new());
    }
    let item = |phrase, value: bool| Item {
        label: app.say(phrase),
        right: String::new(),
        value,
    };
    let items = vec![
        item(Phrase::SectionSupplied, true),
        item(Phrase::SectionOther, false),
    ];
    let title = app.say(Phrase::CommandFoundSection);
    let on_pick = Box::new(|app: &mut App, is_supplied: bool| {
        if is_supplied {
            let state = Box::new(app.state().clone());
            app.emit(Effect::ReadSectionForm(state));
            return Outcome::Close;
        }
        Outcome::Replace(layer::layer(app, Sectioning::new()))
    });
    app.open(Box::new(Picker::new(title, items, 0, on_pick)));
}

/// The supplied form has come, or the word why it has not.
pub fn came(app: &mut App, form: Result<SectionForm, String>) {
    match form {
        Ok(SectionForm {
            section,
            requirements,
        }) => {
            let year = u16::try_from(this_year(app)).unwrap_or_default();
            // What is founded is what is shown.
            app.cycle.round = None;
            let command = CycleCommand::Found {
                section,
                year,
                requirements,
            };
            send(app, command);
        }
        Err(why) => app.status.tell(Tone::Error, why),
    }
}
