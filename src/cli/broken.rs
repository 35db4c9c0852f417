//! What is said and left behind when the program itself breaks, in whichever subcommand.
//! Owns the words and the place of the report; how the terminal is given back the terminal knows.

use std::sync::Arc;

use super::context::Context;
use crate::locale::{Locale, Phrase, args};
use crate::store;
use crate::tui::terminal::{PanicNote, install_panic_hook};

/// From here on, a fault of the program gives the terminal back, leaves a report and says so in two lines.
/// What breaks inside sled and is mended by the store is no such fault.
pub fn prepare(context: &Context) {
    let locale = Arc::clone(&context.locale);
    install_panic_hook(
        context.paths.state.clone(),
        store::is_guarded,
        move |note| lines(&locale, note),
    );
}

fn lines(locale: &Locale, note: &PanicNote) -> Vec<String> {
    let message = note.message.as_str();
    let report = match &note.report {
        Some(path) => {
            let path = path.display().to_string();
            locale.say_with(Phrase::CliBrokenReport, &args![path])
        }
        None => locale.say(Phrase::CliBrokenNoReport),
    };
    vec![locale.say_with(Phrase::CliBroken, &args![message]), report]
}
