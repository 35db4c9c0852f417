//! The key table of a keymap as data, and as text: what help shows, what the README holds, what `smotr keys` prints.

use super::keymap::Keymap;
use crate::locale::{Locale, Phrase};
use crate::tui::command::table::{CommandId, Group};
use crate::tui::text::{Align, fit, width};

/// A group of commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which group.
    pub group: Group,
    /// Its heading.
    pub title: String,
    /// Its commands, in the order of the registry.
    pub rows: Vec<Row>,
}

/// A command with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The command.
    pub command: CommandId,
    /// What it does.
    pub title: String,
    /// Its keys with their twins: «п (g)»; empty if the palette is the way to it.
    pub keys: Vec<String>,
}

/// The key table of a keymap: every command, in groups.
#[must_use]
pub fn key_table(keymap: &Keymap, locale: &Locale) -> Vec<Section> {
    let rows = |group: Group| {
        CommandId::ALL
            .iter()
            .filter(|command| command.group() == group)
            .map(|command| Row {
                command: *command,
                title: locale.say(command.title()),
                keys: keymap
                    .keys_of(*command)
                    .iter()
                    .map(|shown| shown.full(locale))
                    .collect(),
            })
            .collect()
    };
    Group::ALL
        .iter()
        .map(|group| Section {
            group: *group,
            title: locale.say(group.title()),
            rows: rows(*group),
        })
        .collect()
}

/// The key table as Markdown: one table, a row in bold per group. Ends with a line break.
#[must_use]
pub fn markdown(keymap: &Keymap, locale: &Locale) -> String {
    let mut out = format!(
        "| {} | {} |\n|---|---|\n",
        locale.say(Phrase::KeysHeadingKeys),
        locale.say(Phrase::KeysHeadingCommand)
    );
    for section in key_table(keymap, locale) {
        out.push_str(&format!("| **{}** | |\n", section.title));
        for row in section.rows {
            let keys: Vec<String> = match row.keys.is_empty() {
                true => vec![by_palette(keymap, locale)],
                false => row.keys.iter().map(|keys| code(keys)).collect(),
            };
            out.push_str(&format!("| {} | {} |\n", keys.join(", "), row.title));
        }
    }
    out
}

/// The key table as plain text: a heading per group, keys in a column of their own. Ends with a line break.
#[must_use]
pub fn plain(keymap: &Keymap, locale: &Locale) -> String {
    let sections = key_table(keymap, locale);
    let keys = |row: &Row| match row.keys.is_empty() {
        true => by_palette(keymap, locale),
        false => row.keys.join(", "),
    };
    let column = sections
        .iter()
        .flat_map(|section| &section.rows)
        .map(|row| width(&keys(row)))
        .max()
        .unwrap_or(0);
    let mut out = keymap.title(locale.lang()).to_owned();
    out.push('\n');
    for section in &sections {
        out.push_str(&format!("\n{}\n", section.title));
        for row in &section.rows {
            let keys = fit(&keys(row), column, Align::Left, "");
            out.push_str(&format!("  {keys}  {}\n", row.title));
        }
    }
    out
}

/// How a command without a key is reached: «Ctrl+K, по названию».
fn by_palette(keymap: &Keymap, locale: &Locale) -> String {
    let key = keymap.hint(CommandId::Palette, locale).unwrap_or_default();
    locale.say_with(Phrase::KeysByPalette, &crate::args![key])
}

/// Code of Markdown in a cell of a table.
fn code(text: &str) -> String {
    let text = text.replace('|', "\\|");
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}
