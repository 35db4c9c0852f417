//! What a shell and a reader of manuals want to know of the arguments: `smotr completions` and `smotr man`, and how a word is written in a
//! call that is printed to be repeated.

use clap_complete::Shell;

use super::arguments;
use super::context::Context;
use super::exit::Exit;

/// Shells that completions can be made for, as they are named on the command line.
pub const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "elvish", "powershell"];

/// Prints the completions for a shell.
///
/// # Errors
/// How the call ends.
pub fn completions(context: &mut Context, shell: &str) -> Result<(), Exit> {
    // The parser admits the names above alone.
    let shell: Shell = shell.parse().unwrap_or(Shell::Bash);
    let mut bytes = Vec::new();
    let mut command = arguments::command(&context.locale);
    clap_complete::generate(shell, &mut command, "smotr", &mut bytes);
    print(context, &bytes)
}

/// Prints the manual page.
///
/// # Errors
/// How the call ends.
pub fn man(context: &mut Context) -> Result<(), Exit> {
    let mut bytes = Vec::new();
    let command = context.locale.help(arguments::command(&context.locale));
    let rendered = clap_mangen::Man::new(command).render(&mut bytes);
    debug_assert!(rendered.is_ok(), "a vector takes everything");
    print(context, &bytes)
}

fn print(context: &mut Context, bytes: &[u8]) -> Result<(), Exit> {
    context.out.line(String::from_utf8_lossy(bytes).trim_end())
}

/// A word as a shell takes it for one: as it is, or in quotes.
#[must_use]
pub fn quoted(word: &str) -> String {
    let is_plain = |it: char| it.is_alphanumeric() || "/._-+@%:,".contains(it);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}
