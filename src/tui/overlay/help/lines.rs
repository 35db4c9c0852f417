//! The lines of help and of the palette: commands by how near they are, the keys of the layer on top, the signs.
//!
//! Owns their order and what they are found by; must not know how the list moves or is drawn.

use super::legend::legend;
use super::way::way;
use crate::args;
use crate::domain::text::fold;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Group, Place, Places};
use crate::tui::keys::key_table;
use crate::tui::screen::{Screen, sheet};

/// A line of the list.
#[derive(Clone, Debug)]
pub enum Row {
    /// A heading.
    Heading(String),
    /// A command, or what is only said.
    Entry(Entry),
}

/// What can be found in the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The command; `None` for what is only said: a key of a layer, a sign.
    pub command: Option<CommandId>,
    /// What it does or means.
    pub title: String,
    /// Its keys, or the sign; empty where the palette is the way to it.
    pub keys: String,
    /// What is searched: title, keys and id, folded.
    pub folded: String,
    /// How near it is to where the list was opened.
    pub rank: Rank,
    /// Where it works, if not here: «Enter — к руководителям».
    pub way: Option<String>,
}

/// How near a command is to where the person is; the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It applies in few places, and this is one.
    Here,
    /// It applies everywhere.
    Everywhere,
    /// Keys that everybody knows.
    Movement,
    /// What a sign means.
    Sign,
    /// It does not apply here.
    NotHere,
}

impl Rank {
    fn of(command: CommandId, place: Place) -> Rank {
        if !command.applies_in(place) {
            return Rank::NotHere;
        }
        match (command.places(), command.group()) {
            (Places::In(_), _) => Rank::Here,
            (_, Group::Movement) => Rank::Movement,
            _ => Rank::Everywhere,
        }
    }
}

/// The nearest first; within a rank in the order of the registry.
pub fn ordered(mut entries: Vec<(String, Entry)>) -> Vec<(String, Entry)> {
    entries.sort_by_key(|it| it.1.rank);
    entries
}

/// Every command with its heading, in the order of the registry.
pub fn entries(app: &App, place: Place) -> Vec<(String, Entry)> {
    key_table(&app.keymap, &app.locale)
        .into_iter()
        .flat_map(|section| {
            let group = section.title;
            section
                .rows
                .into_iter()
                .map(move |row| (group.clone(), row))
        })
        .map(|(group, row)| {
            let keys = row.keys.join(", ");
            let also = row.command.also().map(|it| app.say(it)).unwrap_or_default();
            let id = row.command.id();
            let folded = fold(&format!("{} {keys} {id} {also}", row.title));
            let entry = Entry {
                command: Some(row.command),
                title: row.title,
                keys,
                folded,
                rank: Rank::of(row.command, place),
                way: way(app, place, row.command),
            };
            (group, entry)
        })
        .collect()
}

/// What help says once above all commands without a key: how they are reached.
#[must_use]
pub fn by_palette(app: &App) -> String {
    let key = (app.keymap.hint(CommandId::Palette, &app.locale)).unwrap_or_default();
    app.say_with(Phrase::HelpByPalette, &args![key])
}

/// Something that is only said: a key of a layer with what it does, a sign with what it means.
fn said(keys: String, title: String, about: &str, rank: Rank) -> Entry {
    Entry {
        command: None,
        folded: fold(&format!("{title} {keys} {about}")),
        title,
        keys,
        rank,
        way: None,
    }
}

/// Keys of the layer on top, or of the pane that has the keys, which are in no keymap.
pub fn own_keys(app: &App, place: Place) -> Vec<Entry> {
    let own = match (app.layers().next_back(), place) {
        (Some(top), _) => top.keys(app),
        (None, Place::Rows) => vec![(app.say(Phrase::KeyDigits), app.say(Phrase::HelpDigitsEnter))],
        (None, Place::Directions | Place::Indicators) => {
            vec![(app.say(Phrase::KeyDigits), app.say(Phrase::HelpDigitsGo))]
        }
        _ => Vec::new(),
    };
    own.into_iter()
        .map(|(keys, title)| said(keys, title, "", Rank::Here))
        .collect()
}

/// What the signs on the screen mean; typing the heading finds them all.
pub fn signs(app: &App) -> Vec<Entry> {
    let heading = app.say(Phrase::HelpSigns);
    // On the sheet every cell has one, so that theirs come first.
    let of_cells = match app.screen {
        Screen::Sheet => sheet::sign::legend(app),
        _ => Vec::new(),
    };
    let others = legend(app)
        .into_iter()
        .map(|(sign, meaning)| (sign.to_owned(), meaning));
    let others: Vec<_> = others
        .filter(|(sign, _)| !of_cells.iter().any(|it| it.0.contains(sign.as_str())))
        .collect();
    (of_cells.into_iter().chain(others))
        .map(|(sign, meaning)| said(sign, meaning, &heading, Rank::Sign))
        .collect()
}
