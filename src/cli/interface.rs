//! `smotr` and `smotr WORDS`: the interface over an engine in this process.

use super::context::Context;
use super::exit::Exit;
use crate::locale::Phrase;
use crate::tui::terminal::is_terminal;

/// Makes sure that there is a terminal.
///
/// # Errors
/// [`Exit::Usage`]; the person has been told what works without one.
pub fn needs_terminal(context: &Context) -> Result<(), Exit> {
    if is_terminal() {
        return Ok(());
    }
    context
        .out
        .tell_line(&context.say(Phrase::CliNeedsTerminal));
    Err(Exit::Usage)
}

/// Runs the interface; words open the card that they find.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, _words: &[String]) -> Result<(), Exit> {
    needs_terminal(context)
}
