//! A keymap from the text of a TOML file.
//!
//! ```toml
//! base = "vim"                # optional: the keymap that this file changes; "russian" if not said, "none" for a keymap of its own
//! title = "Мои клавиши"       # optional
//! unbound = ["suspend"]       # optional: commands left to the palette
//!
//! [keys]
//! "ц" = "card"                # takes «ц» from what the base has there
//! "g g" = "first"             # a sequence of up to three keys
//! "з" = "none"                # does nothing
//! ```
//!
//! A line that cannot be used is told and left out; the others count, so that one slip does not take a person's keys away.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::builtin::{BUILT_IN, built_in};
use super::fault::{Fault, Problem};
use super::forbidden::forbidden;
use super::keymap::{Binding, Keymap, Names, Spot, clash, parse_sequence};
use super::nearest::nearest;
use crate::tui::command::table::CommandId;

/// What a key is bound to that is to do nothing, and the base of a keymap that has none.
const NONE: &str = "none";

/// The base of a file that does not name one. A person who writes two lines means to change the keys they have, and a slip in the first
/// line must not leave them without a key to quit.
const DEFAULT_BASE: &str = "russian";

/// A keymap, and what of its file could not be used.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The keymap, without the lines at fault.
    pub keymap: Keymap,
    /// The faults, in the order of lines.
    pub faults: Vec<Fault>,
}

/// Reads a keymap. `file` is what faults call it; a keymap without a name is called after it.
#[must_use]
pub fn load(text: &str, file: &str) -> Loaded {
    let mut reader = Reader {
        text,
        file: file.into(),
        names: Names::default(),
        base: Some(DEFAULT_BASE),
        bindings: Vec::new(),
        unbound: BTreeSet::new(),
        faults: Vec::new(),
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let problem = if error.message().contains("duplicate key") {
            Problem::Repeated
        } else {
            Problem::NotToml
        };
        reader.fault(error.span().map_or(0, |span| span.start), problem);
    }
    reader.file(table.get_ref());
    reader.finish()
}

struct Reader<'t> {
    text: &'t str,
    file: Arc<str>,
    names: Names,
    base: Option<&'static str>,
    bindings: Vec<Binding>,
    unbound: BTreeSet<CommandId>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn file(&mut self, table: &DeTable<'_>) {
        for (field, value) in table {
            let name: &str = field.get_ref();
            let kind_fits = match (name, value.get_ref()) {
                ("name", DeValue::String(it)) => {
                    self.names.name = it.to_string();
                    true
                }
                ("title", DeValue::String(it)) => {
                    self.names.title = Some(it.to_string());
                    true
                }
                ("title-en", DeValue::String(it)) => {
                    self.names.title_en = Some(it.to_string());
                    true
                }
                ("base", DeValue::String(it)) => {
                    self.choose_base(it, value.span().start);
                    true
                }
                ("unbound", DeValue::Array(items)) => {
                    for item in items.iter() {
                        self.unbind(item);
                    }
                    true
                }
                ("keys", DeValue::Table(keys)) => {
                    self.keys(keys);
                    true
                }
                ("name" | "title" | "title-en" | "base" | "unbound" | "keys", _) => false,
                _ => {
                    let problem = Problem::UnknownField {
                        field: name.to_owned(),
                    };
                    self.fault(field.span().start, problem);
                    true
                }
            };
            if !kind_fits {
                let field = name.to_owned();
                self.fault(value.span().start, Problem::WrongKind { field });
            }
        }
    }

    fn choose_base(&mut self, given: &str, at: usize) {
        match BUILT_IN.iter().find(|(name, ..)| *name == given) {
            Some((name, ..)) => self.base = Some(name),
            None if given == NONE => self.base = None,
            None => {
                let given = given.to_owned();
                self.fault(at, Problem::UnknownBase { given });
            }
        }
    }

    fn unbind(&mut self, item: &Spanned<DeValue<'_>>) {
        let at = item.span().start;
        match item.get_ref() {
            DeValue::String(id) => {
                if let Some(command) = self.command(id, at) {
                    self.unbound.insert(command);
                }
            }
            _ => {
                let field = "unbound".to_owned();
                self.fault(at, Problem::WrongKind { field });
            }
        }
    }

    /// The table is ordered by name; the file's own order is that in which hints choose and conflicts are told.
    fn keys(&mut self, keys: &DeTable<'_>) {
        let mut lines: Vec<(&Spanned<Cow<'_, str>>, &Spanned<DeValue<'_>>)> = keys.iter().collect();
        lines.sort_by_key(|(keys, _)| keys.span().start);
        for (keys, command) in lines {
            self.key_line(keys, command);
        }
    }

    fn key_line(&mut self, keys: &Spanned<Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let at = keys.span().start;
        let given = keys.get_ref().to_string();
        let DeValue::String(id) = value.get_ref() else {
            return self.fault(at, Problem::WrongKind { field: given });
        };
        let Some(keys) = parse_sequence(&given) else {
            return self.fault(at, Problem::UnknownKey { given });
        };
        let command = match id.as_ref() {
            NONE => None,
            id => match self.command(id, value.span().start) {
                Some(command) => Some(command),
                None => return,
            },
        };
        let bad = keys
            .iter()
            .enumerate()
            .find_map(|(place, key)| match forbidden(*key, command) {
                // Only the first key of a sequence can be taken for the beginning of an entry.
                Some(super::Forbidden::BeginsEntry) if place > 0 => None,
                why => why.map(|why| Problem::Forbidden { key: *key, why }),
            });
        if let Some(problem) = bad {
            return self.fault(at, problem);
        }
        if let Some(other) = self.bindings.iter().find(|it| clash(&it.keys, &keys)) {
            let with = other.spot.line;
            return self.fault(at, Problem::Conflict { keys, with });
        }
        let spot = Spot {
            file: self.file.clone(),
            line: self.line(at),
        };
        self.bindings.push(Binding {
            keys,
            command,
            spot,
        });
    }

    fn command(&mut self, id: &str, at: usize) -> Option<CommandId> {
        let command = CommandId::from_id(id);
        if command.is_none() {
            let near = nearest(id, CommandId::ALL.iter().map(|it| it.id()));
            let problem = Problem::UnknownCommand {
                given: id.to_owned(),
                nearest: near.and_then(CommandId::from_id),
            };
            self.fault(at, problem);
        }
        command
    }

    /// What this file binds comes first, then what it leaves of its base.
    fn finish(mut self) -> Loaded {
        let bound: BTreeSet<CommandId> = self.bindings.iter().filter_map(|it| it.command).collect();
        for &command in self.unbound.intersection(&bound) {
            let line = self
                .bindings
                .iter()
                .find(|it| it.command == Some(command))
                .map(|it| it.spot.line);
            self.faults.push(Fault {
                file: self.file.clone(),
                line,
                problem: Problem::BoundAndUnbound { command },
            });
        }
        if let Some(base) = self.base.and_then(built_in) {
            let kept = base
                .bindings()
                .iter()
                .filter(|it| !self.bindings.iter().any(|own| clash(&own.keys, &it.keys)))
                .filter(|it| {
                    it.command
                        .is_none_or(|command| !self.unbound.contains(&command))
                })
                .cloned()
                .collect::<Vec<_>>();
            self.bindings.extend(kept);
            self.unbound
                .extend(base.unbound().difference(&bound).copied());
            if self.names.name.is_empty() {
                base.name().clone_into(&mut self.names.name);
            }
        }
        if self.names.name.is_empty() {
            self.names.name = self.file.to_string();
        }
        self.faults.sort_by_key(|fault| fault.line);
        // The parser may stumble over one slip more than once.
        self.faults.dedup();
        Loaded {
            keymap: Keymap::new(self.names, self.file, self.bindings, self.unbound),
            faults: self.faults,
        }
    }

    fn fault(&mut self, at: usize, problem: Problem) {
        let line = Some(self.line(at));
        self.faults.push(Fault {
            file: self.file.clone(),
            line,
            problem,
        });
    }

    /// The line, from 1, in which a byte of the text stands.
    fn line(&self, at: usize) -> usize {
        let before = self.text.bytes().take(at);
        before.filter(|byte| *byte == b'\n').count() + 1
    }
}
