//! Keys and keymaps: what is typed under either layout, what a file may say, what the lint finds, and what help shows of it.

mod any_file;
mod built_in;
mod loading;
mod names;
mod table;

use smotr::tui::command::table::CommandId;
use smotr::tui::keys::{BUILT_IN, Key, Keymap, Lookup, Problem, built_in, load, parse_sequence};

/// A sequence by the names of its keys.
fn keys(names: &str) -> Vec<Key> {
    parse_sequence(names).unwrap_or_else(|| panic!("no such keys: {names}"))
}

/// What one sequence does in a keymap; `None` unless it runs a command.
fn runs(keymap: &Keymap, names: &str) -> Option<CommandId> {
    match keymap.lookup(&keys(names)) {
        Lookup::Run(command) => Some(command),
        _ => None,
    }
}

fn all_keymaps() -> Vec<Keymap> {
    BUILT_IN
        .iter()
        .map(|(name, ..)| built_in(name).expect("a built-in keymap"))
        .collect()
}

/// The faults of a file with their lines; the file must have the wanted ones only.
#[track_caller]
fn check_faults(text: &str, want: &[(usize, Problem)]) -> Keymap {
    let loaded = load(text, "keymap.toml");
    let found: Vec<(usize, Problem)> = loaded
        .faults
        .into_iter()
        .map(|fault| (fault.line.unwrap_or(0), fault.problem))
        .collect();
    assert_eq!(found, want, "{text}");
    loaded.keymap
}
