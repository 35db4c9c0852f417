//! `smotr keys`: the key table of a keymap; and which keymap a person has.

use std::fs;
use std::io::{self, ErrorKind};
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
    let text = text_of(path).map_err(|why| {
        context.out.tell_line(&why.say(context, path));
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

/// Why there is no text of a keymap.
enum Unread {
    /// No file has the name, nor is it that of a keymap that comes with the program.
    Absent,
    /// The line, from 1, whose bytes are no UTF-8: the file was saved in another charset.
    NotUtfEight(usize),
    /// What the system said.
    Failed(io::Error),
}

fn text_of(path: &Path) -> Result<String, Unread> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Unread::Absent,
        _ => Unread::Failed(error),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let read = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        Unread::NotUtfEight(read.filter(|byte| **byte == b'\n').count() + 1)
    })
}

impl Unread {
    fn say(&self, context: &Context, path: &Path) -> String {
        let given = path.display().to_string();
        let locale = &context.locale;
        match self {
            Unread::Absent => {
                let names = BUILT_IN.map(|(name, ..)| name).join(", ");
                locale.say_with(Phrase::CliNoKeymap, &args![given, names])
            }
            Unread::NotUtfEight(line) => {
                let line = line.to_string();
                locale.say_with(Phrase::CliKeymapNotUtfEight, &args![given, line])
            }
            Unread::Failed(error) => match error.kind() {
                ErrorKind::PermissionDenied => {
                    locale.say_with(Phrase::CliKeymapDenied, &args![given])
                }
                ErrorKind::IsADirectory => {
                    locale.say_with(Phrase::CliKeymapIsFolder, &args![given])
                }
                _ => {
                    let why = error.to_string();
                    locale.say_with(Phrase::CliKeymapUnread, &args![given, why])
                }
            },
        }
    }
}
