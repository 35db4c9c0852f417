//! `smotr keys`: the key table of a keymap; and which keymap a person has.

use std::fs;
use std::path::Path;

use super::context::Context;
use super::exit::Exit;
use crate::locale::{Phrase, args};
use crate::tui::keys::{BUILT_IN, Keymap, built_in, load, plain};

/// Prints the table.
///
/// # Errors
/// How the call ends.
pub fn run(context: &mut Context, wanted: Option<&str>) -> Result<(), Exit> {
    let (keymap, _) = keymap(context, wanted)?;
    let table = plain(&keymap, &context.locale);
    context.out.line(table.trim_end())
}

/// The keymap of that name or in that file; without either the person's own, else the default. Its faults are told, and the first
/// is given, too: on the interface's screen what was told before is not to be seen.
///
/// # Errors
/// How the call ends.
pub fn keymap(context: &Context, wanted: Option<&str>) -> Result<(Keymap, Option<String>), Exit> {
    match wanted {
        Some(name) => match built_in(name) {
            Some(keymap) => Ok((keymap, None)),
            None => from_file(context, Path::new(name)),
        },
        None => {
            let own = context.paths.config.join("keymap.toml");
            if own.exists() {
                from_file(context, &own)
            } else {
                Ok((Keymap::default(), None))
            }
        }
    }
}

fn from_file(context: &Context, path: &Path) -> Result<(Keymap, Option<String>), Exit> {
    let text = fs::read_to_string(path).map_err(|_| {
        let given = path.display().to_string();
        let names = BUILT_IN.map(|(name, ..)| name).join(", ");
        let text = context
            .locale
            .say_with(Phrase::CliNoKeymap, &args![given, names]);
        context.out.tell_line(&text);
        Exit::Usage
    })?;
    let loaded = load(&text, &path.display().to_string());
    for fault in &loaded.faults {
        context.out.tell_line(&fault.say(&context.locale));
    }
    let more = loaded.faults.len().saturating_sub(1);
    let first = loaded.faults.first().map(|fault| {
        let first = fault.say(&context.locale);
        if more == 0 {
            return first;
        }
        // A line of the screen holds one of them; the others are counted, and the command that lists them all is named.
        context
            .locale
            .say_with(Phrase::KeymapFaultAndMore, &args![first, n = more])
    });
    Ok((loaded.keymap, first))
}
