//! What is wrong with a keymap, where, and the sentence that says it with the next step.

use std::sync::Arc;

use super::forbidden::Forbidden;
use super::key::Key;
use super::keymap::{MOST_KEYS, show_sequence};
use super::layout::Layout;
use crate::args;
use crate::locale::{Locale, Phrase};
use crate::tui::command::table::CommandId;

/// How a line of a keymap looks.
const EXAMPLE: &str = "\"п\" = \"search\"";

/// A fault of a keymap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was named.
    pub file: Arc<str>,
    /// The line, from 1; `None` if the fault is something that the file lacks.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not TOML.
    NotToml,
    /// A field that keymaps do not have.
    UnknownField {
        /// As written.
        field: String,
    },
    /// A field that holds something else than text (or, for `unbound`, a list of texts; for `keys`, a table).
    WrongKind {
        /// Which.
        field: String,
    },
    /// `base` names no keymap of ours.
    UnknownBase {
        /// As written.
        given: String,
    },
    /// No such key, or more of them than a sequence has.
    UnknownKey {
        /// As written.
        given: String,
    },
    /// No such command.
    UnknownCommand {
        /// As written.
        given: String,
        /// The one that was probably meant.
        nearest: Option<CommandId>,
    },
    /// Two lines of a file bind the same keys, or one begins the other.
    Conflict {
        /// The keys of this line.
        keys: Vec<Key>,
        /// The line that has them already.
        with: usize,
    },
    /// The same keys twice; TOML itself refuses it.
    Repeated,
    /// A key that must not be bound.
    Forbidden {
        /// Which.
        key: Key,
        /// Why.
        why: Forbidden,
    },
    /// A command that has keys and stands in `unbound`.
    BoundAndUnbound {
        /// Which.
        command: CommandId,
    },
    /// A command that has no key and does not stand in `unbound`.
    NoKey {
        /// Which.
        command: CommandId,
    },
    /// A command whose every key is a sign, which another layout has elsewhere, or an arrow with a modifier, which not every terminal sends;
    /// or the palette on nothing but Ctrl.
    OnlyFrail {
        /// Which.
        command: CommandId,
    },
    /// A command that no key reaches while this layout is on.
    OutOfReach {
        /// Which.
        command: CommandId,
        /// Which layout.
        layout: Layout,
        /// The keys that would have reached it, and what has them instead.
        taken: Option<(Vec<Key>, CommandId)>,
    },
}

impl Fault {
    /// The sentence, with file and line before it.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let said = self.problem.say(locale);
        match self.line {
            Some(line) => format!("{}:{line}: {said}", self.file),
            None => format!("{}: {said}", self.file),
        }
    }
}

impl Problem {
    /// The sentence alone.
    #[must_use]
    pub fn say(&self, locale: &Locale) -> String {
        let title = |command: CommandId| locale.say(command.title());
        match self {
            Problem::NotToml => locale.say_with(Phrase::KeymapNotToml, &args![example = EXAMPLE]),
            Problem::UnknownField { field } => {
                locale.say_with(Phrase::KeymapUnknownField, &args![field])
            }
            Problem::WrongKind { field } => locale.say_with(Phrase::KeymapWrongKind, &args![field]),
            Problem::UnknownBase { given } => {
                let known: Vec<&str> = super::BUILT_IN.iter().map(|(name, ..)| *name).collect();
                let known = known.join(", ");
                locale.say_with(Phrase::KeymapUnknownBase, &args![given, known])
            }
            Problem::UnknownKey { given } => {
                locale.say_with(Phrase::KeymapUnknownKey, &args![given, most = MOST_KEYS])
            }
            Problem::UnknownCommand {
                given,
                nearest: Some(nearest),
            } => locale.say_with(
                Phrase::KeymapUnknownCommandNear,
                &args![given, nearest = nearest.id(), title = title(*nearest)],
            ),
            Problem::UnknownCommand {
                given,
                nearest: None,
            } => locale.say_with(Phrase::KeymapUnknownCommand, &args![given]),
            Problem::Conflict { keys, with } => locale.say_with(
                Phrase::KeymapConflict,
                &args![keys = show_sequence(keys, locale), line = with.to_string()],
            ),
            Problem::Repeated => locale.say(Phrase::KeymapRepeated),
            Problem::Forbidden { key, why } => locale.say_with(
                Phrase::KeymapForbidden,
                &args![key = key.show(locale), why = locale.say(why.phrase())],
            ),
            Problem::BoundAndUnbound { command } => locale.say_with(
                Phrase::KeymapBoundAndUnbound,
                &args![command = command.id(), title = title(*command)],
            ),
            Problem::NoKey { command } => locale.say_with(
                Phrase::KeymapNoKey,
                &args![command = command.id(), title = title(*command)],
            ),
            Problem::OnlyFrail { command } => locale.say_with(
                Phrase::KeymapOnlyFrail,
                &args![command = command.id(), title = title(*command)],
            ),
            Problem::OutOfReach {
                command,
                layout,
                taken,
            } => {
                let command_id = command.id();
                let title_said = title(*command);
                let layout = locale.say(match layout {
                    Layout::Russian => Phrase::LayoutRussian,
                    Layout::Latin => Phrase::LayoutLatin,
                });
                match taken {
                    Some((keys, other)) => locale.say_with(
                        Phrase::KeymapOutOfReachTaken,
                        &args![
                            command = command_id,
                            title = title_said,
                            layout,
                            keys = show_sequence(keys, locale),
                            other = title(*other)
                        ],
                    ),
                    None => locale.say_with(
                        Phrase::KeymapOutOfReach,
                        &args![command = command_id, title = title_said, layout],
                    ),
                }
            }
        }
    }
}
