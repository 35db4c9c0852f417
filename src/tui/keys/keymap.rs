//! The keymap: which sequence of keys runs which command, and back.
//!
//! Sequences stand in one ordered table. What a file binds is explicit; what the same keys give under the other layout is a derived twin, which
//! never takes the place of an explicit binding.
//! Invariant: no sequence of the table begins another, so that a command never has to wait.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use super::forbidden::begins_entry;
use super::key::{Code, Key};
use super::layout::Layout;
use crate::locale::{Lang, Locale};
use crate::tui::command::table::CommandId;

/// The longest sequence of keys.
pub const MOST_KEYS: usize = 3;

/// A sequence as a keymap writes it, keys apart by spaces: «п», «g g». `None` if a key is unknown, there is none, or there are more than
/// [`MOST_KEYS`].
#[must_use]
pub fn parse_sequence(text: &str) -> Option<Vec<Key>> {
    let keys: Option<Vec<Key>> = text.split_whitespace().map(Key::parse).collect();
    keys.filter(|it| (1..=MOST_KEYS).contains(&it.len()))
}

/// A sequence on the screen. Letters of a longer one stand bare, as its users know it: «Z Z».
#[must_use]
pub fn show_sequence(keys: &[Key], locale: &Locale) -> String {
    let shown: Vec<String> = keys
        .iter()
        .map(|key| match key.typed() {
            Some(c) if keys.len() > 1 && c != ' ' => c.to_string(),
            _ => key.show(locale),
        })
        .collect();
    shown.join(" ")
}

/// Where a binding is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) file: Arc<str>,
    pub(super) line: usize,
}

/// A line of a keymap file: `command` is `None` for a key that is to do nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Binding {
    pub(super) keys: Vec<Key>,
    pub(super) command: Option<CommandId>,
    pub(super) spot: Spot,
}

/// What a keymap is called: in Russian, and in English if its file says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) title_en: Option<String>,
}

/// What a sequence of keys means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Runs this command.
    Run(CommandId),
    /// Begins longer sequences: the keys still to come, and what they would run.
    Pending(Vec<(Vec<Key>, CommandId)>),
    /// One key, and nothing is bound to it.
    NotBound,
    /// A sequence was begun and this is no continuation: the keys it has swallowed.
    Cancelled(Vec<Key>),
}

/// A binding of a command, as help and hints show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The keys as the keymap has them.
    pub keys: Vec<Key>,
    /// The same keys under the other layout, where they are other letters and mean the same.
    pub twin: Option<Vec<Key>>,
}

impl Shown {
    /// With the twin: «п (g)»; in English «g (п)».
    #[must_use]
    pub fn full(&self, locale: &Locale) -> String {
        let (first, second) = self.in_order(locale);
        match second {
            Some(second) => format!(
                "{} ({})",
                show_sequence(first, locale),
                show_sequence(second, locale)
            ),
            None => show_sequence(first, locale),
        }
    }

    /// Without the twin: «п»; in English «g».
    #[must_use]
    pub fn short(&self, locale: &Locale) -> String {
        show_sequence(self.in_order(locale).0, locale)
    }

    /// Whoever reads English looks for Latin letters; in Russian the keymap's own come first.
    fn in_order(&self, locale: &Locale) -> (&[Key], Option<&[Key]>) {
        match &self.twin {
            Some(twin) if locale.lang() == Lang::En && twin.iter().all(is_latin) => {
                (twin, Some(&self.keys))
            }
            twin => (&self.keys, twin.as_deref()),
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    /// Which binding.
    binding: usize,
    derived: bool,
}

/// Which key does what. One table for all places.
#[derive(Clone, Debug)]
pub struct Keymap {
    names: Names,
    file: Arc<str>,
    bindings: Vec<Binding>,
    unbound: BTreeSet<CommandId>,
    table: BTreeMap<Vec<Key>, Slot>,
}

impl Keymap {
    /// `bindings` must not begin one another; loading sees to it.
    pub(super) fn new(
        names: Names,
        file: Arc<str>,
        bindings: Vec<Binding>,
        unbound: BTreeSet<CommandId>,
    ) -> Keymap {
        let mut table = BTreeMap::new();
        for (index, binding) in bindings.iter().enumerate() {
            let slot = Slot {
                binding: index,
                derived: false,
            };
            table.entry(binding.keys.clone()).or_insert(slot);
        }
        for (index, binding) in bindings.iter().enumerate() {
            for layout in Layout::ALL {
                let twin = twin(&binding.keys, layout);
                if binding.command.is_some()
                    && !twin.first().copied().is_some_and(begins_entry)
                    && !clashes(&table, &twin)
                {
                    let slot = Slot {
                        binding: index,
                        derived: true,
                    };
                    table.insert(twin, slot);
                }
            }
        }
        Keymap {
            names,
            file,
            bindings,
            unbound,
            table,
        }
    }

    /// The name by which a file or an option chooses it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.names.name
    }

    /// What it is called on the screen.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        let Names {
            name,
            title,
            title_en,
        } = &self.names;
        let own = match lang {
            Lang::Ru => title.as_ref(),
            Lang::En => title_en.as_ref().or(title.as_ref()),
        };
        own.unwrap_or(name)
    }

    /// What these keys, pressed one after another, mean: as typed, then under the other layout.
    #[must_use]
    pub fn lookup(&self, keys: &[Key]) -> Lookup {
        if let Some(slot) = self.table.get(keys)
            && let Some(command) = self.command(*slot)
        {
            return Lookup::Run(command);
        }
        let pending: Vec<(Vec<Key>, CommandId)> = continuing(&self.table, keys)
            .filter_map(|(sequence, slot)| {
                let rest = sequence.get(keys.len()..).filter(|it| !it.is_empty())?;
                Some((rest.to_vec(), self.command(*slot)?))
            })
            .collect();
        match (pending.is_empty(), keys.len()) {
            (false, _) => Lookup::Pending(pending),
            (true, 0 | 1) => Lookup::NotBound,
            (true, _) => Lookup::Cancelled(keys.to_vec()),
        }
    }

    /// The keys of a command, in the order of the file.
    #[must_use]
    pub fn keys_of(&self, command: CommandId) -> Vec<Shown> {
        self.bindings_of(command)
            .map(|(index, binding)| Shown {
                keys: binding.keys.clone(),
                twin: self.shown_twin(index, binding),
            })
            .collect()
    }

    /// The first key of a command, for a hint: «п». `None` if it has none.
    #[must_use]
    pub fn hint(&self, command: CommandId, locale: &Locale) -> Option<String> {
        self.keys_of(command)
            .first()
            .map(|shown| shown.short(locale))
    }

    /// Commands that the keymap leaves to the palette on purpose.
    #[must_use]
    pub fn unbound(&self) -> &BTreeSet<CommandId> {
        &self.unbound
    }

    /// Every sequence that runs a command, twins included.
    pub fn sequences(&self) -> impl Iterator<Item = (&[Key], CommandId)> {
        self.table
            .iter()
            .filter_map(|(keys, slot)| Some((keys.as_slice(), self.command(*slot)?)))
    }

    pub(super) fn file(&self) -> &Arc<str> {
        &self.file
    }

    pub(super) fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    pub(super) fn bindings_of(
        &self,
        command: CommandId,
    ) -> impl Iterator<Item = (usize, &Binding)> {
        self.bindings
            .iter()
            .enumerate()
            .filter(move |(_, it)| it.command == Some(command))
    }

    /// Every sequence that runs this binding.
    pub(super) fn ways(&self, index: usize) -> impl Iterator<Item = &[Key]> {
        self.table
            .iter()
            .filter(move |(_, slot)| slot.binding == index)
            .map(|(keys, _)| keys.as_slice())
    }

    fn command(&self, slot: Slot) -> Option<CommandId> {
        self.bindings.get(slot.binding)?.command
    }

    /// Where a derived twin is worth showing: with Ctrl the key cap is named, whatever the layout.
    fn shown_twin(&self, index: usize, binding: &Binding) -> Option<Vec<Key>> {
        if binding.keys.iter().any(|key| key.ctrl) {
            return None;
        }
        self.table
            .iter()
            .find(|(_, slot)| slot.derived && slot.binding == index)
            .map(|(keys, _)| keys.clone())
    }
}

/// The sequence under another layout.
pub(super) fn twin(keys: &[Key], layout: Layout) -> Vec<Key> {
    keys.iter().map(|key| layout.twin(*key)).collect()
}

/// Whether one of two sequences begins the other, or they are the same.
pub(super) fn clash(a: &[Key], b: &[Key]) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

/// The part of the table that begins with these keys.
fn continuing<'t>(
    table: &'t BTreeMap<Vec<Key>, Slot>,
    keys: &[Key],
) -> impl Iterator<Item = (&'t Vec<Key>, &'t Slot)> {
    table
        .range::<[Key], _>((Bound::Included(keys), Bound::Unbounded))
        .take_while(move |(sequence, _)| sequence.starts_with(keys))
}

fn clashes(table: &BTreeMap<Vec<Key>, Slot>, keys: &[Key]) -> bool {
    let begun = (1..=keys.len())
        .filter_map(|n| keys.get(..n))
        .any(|beginning| table.contains_key(beginning));
    begun || continuing(table, keys).next().is_some()
}

/// Whether a key is found on a Latin keyboard: a letter or a sign of it, or a key without a letter.
fn is_latin(key: &Key) -> bool {
    !matches!(key.code, Code::Char(c) if !c.is_ascii())
}
