//! Whether a keymap serves a person: every command reachable, with the Russian layout on and with the Latin one.
//!
//! What is wrong with a single line is found by loading; here is what is wrong with the whole.

use super::fault::{Fault, Problem};
use super::key::{Code, Key};
use super::keymap::{Keymap, twin};
use super::layout::Layout;
use crate::tui::command::table::CommandId;

/// The faults of a keymap as a whole, in the order of the commands. Empty for a good one.
#[must_use]
pub fn lint(keymap: &Keymap) -> Vec<Fault> {
    let mut faults = Vec::new();
    for &command in CommandId::ALL {
        let first = keymap.bindings_of(command).next().map(|(_, it)| &it.spot);
        let listed = keymap.unbound().contains(&command);
        // The palette is the way to whatever has no key, so it needs one itself.
        let excused = listed && command != CommandId::Palette;
        let problems = match (first.is_some(), excused) {
            (false, false) => vec![Problem::NoKey { command }],
            (false, true) => Vec::new(),
            (true, true) => vec![Problem::BoundAndUnbound { command }],
            (true, false) => reach(keymap, command),
        };
        faults.extend(problems.into_iter().map(|problem| Fault {
            file: first.map_or_else(|| keymap.file().clone(), |spot| spot.file.clone()),
            line: first.map(|spot| spot.line),
            problem,
        }));
    }
    faults
}

/// How a command that has keys can be reached.
fn reach(keymap: &Keymap, command: CommandId) -> Vec<Problem> {
    let mut problems = Vec::new();
    let bindings: Vec<_> = keymap.bindings_of(command).collect();
    let frail = bindings
        .iter()
        .all(|(_, it)| it.keys.iter().any(|key| is_frail(*key, command)));
    let stands_in = (command.stands_in()).is_some_and(|it| reach(keymap, it).is_empty());
    if frail && !stands_in {
        problems.push(Problem::OnlyFrail { command });
    }
    for layout in Layout::ALL {
        let reached = bindings
            .iter()
            .flat_map(|(index, _)| keymap.ways(*index))
            .any(|keys| keys.iter().all(|key| layout.can_type(*key)));
        if !reached {
            let taken = bindings.iter().find_map(|(_, it)| {
                let keys = twin(&it.keys, layout);
                keymap
                    .sequences()
                    .find(|(other, _)| super::keymap::clash(other, &keys))
                    .map(|(other, by)| (other.to_vec(), by))
            });
            problems.push(Problem::OutOfReach {
                command,
                layout,
                taken,
            });
        }
    }
    problems
}

/// A sign stands elsewhere under another layout; an arrow with a modifier is not sent by every terminal. Nor is Ctrl with a Russian letter,
/// which the palette makes up for, so the palette itself needs more.
fn is_frail(key: Key, command: CommandId) -> bool {
    match key.code {
        Code::Char(_) if (key.ctrl || key.alt) && command == CommandId::Palette => true,
        Code::Char(c) => !c.is_alphanumeric() && c != ' ',
        Code::Up | Code::Down | Code::Left | Code::Right | Code::Home | Code::End => {
            key.shift || key.ctrl || key.alt
        }
        _ => false,
    }
}
