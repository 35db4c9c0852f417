//! Unfinished input (незаконченная запись): what was begun and not accepted, by the place it belongs to.
//!
//! Invariant: nothing that a person typed is lost. An editor that is left puts its input here; what changed is handed to the engine
//! a second after the last key and comes back at the next start. Other windows of the same person have input of their own in the
//! same places: each knows of the other's, and takes none of it away but by accepting it or throwing it away.

use std::collections::{BTreeMap, BTreeSet};

use crate::args;
use crate::domain::ids::Timestamp;
use crate::domain::record::CommandId;
use crate::locale::Phrase;
use crate::service::link::{Kept, KeptSet, Slot, Unsaved};
use crate::tui::app::App;
use crate::tui::command::table::CommandId as Action;

/// The name of the field that holds the command under which the input had left.
pub const SENT: &str = "sent as";

/// Input of editors that are closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    /// This window's number.
    window: u64,
    input: BTreeMap<Slot, Unsaved>,
    /// The last words that the engine has, or was sent.
    has: KeptSet,
    /// Slots of words that were sent and have not been heard back.
    on_the_way: BTreeSet<Slot>,
    /// Whether what is on the way is to be sent again.
    again: bool,
    /// Of several in one place, the one that the person has picked.
    picked: Option<Slot>,
}

impl Drafts {
    /// Begins with what the engine kept.
    #[must_use]
    pub fn new(window: u64, kept: Vec<Kept>) -> Drafts {
        let mut drafts = Drafts {
            window,
            ..Drafts::default()
        };
        drafts.hear(&kept);
        drafts
    }

    fn own(&self, place: &str) -> Slot {
        Slot {
            place: place.to_owned(),
            window: self.window,
        }
    }

    /// Keeps input; in the same place it replaces what this window had there.
    pub fn put(&mut self, unsaved: Unsaved) {
        self.input.insert(self.own(&unsaved.place), unsaved);
    }

    /// The input of a place: the one that was picked, else the latest.
    #[must_use]
    pub fn get(&self, place: &str) -> Option<&Unsaved> {
        self.input.get(&self.slot_of(place)?)
    }

    fn slot_of(&self, place: &str) -> Option<Slot> {
        let mut here = self.input.iter().filter(|it| it.0.place == place);
        let picked = here.clone().find(|it| Some(it.0) == self.picked.as_ref());
        let latest = || here.by_ref().max_by_key(|it| it.1.at);
        picked.or_else(latest).map(|it| it.0.clone())
    }

    /// The next who asks for the input of its place means this one.
    pub fn pick(&mut self, slot: Slot) {
        self.picked = Some(slot);
    }

    /// Takes the input of a place out: its editor is open again. Other windows' input in the same place stays.
    pub fn take(&mut self, place: &str) -> Option<Unsaved> {
        let slot = self.slot_of(place)?;
        self.picked = None;
        self.input.remove(&slot)
    }

    /// Takes out all input of a place: what belongs there was accepted or thrown away. Whether there was any.
    pub fn take_all(&mut self, place: &str) -> bool {
        let before = self.input.len();
        self.input.retain(|it, _| it.place != place);
        before > self.input.len()
    }

    /// Takes out one.
    pub fn take_slot(&mut self, slot: &Slot) -> Option<Unsaved> {
        self.input.remove(slot)
    }

    /// Takes out the input of a place that left under a command, which is done. What was typed there since stays. Whether it was there.
    pub fn take_sent(&mut self, place: &str, id: CommandId) -> bool {
        let id = id.0.to_string();
        let sent = |it: &Unsaved| it.fields.iter().any(|it| it.0 == SENT && it.1 == id);
        let before = self.input.len();
        (self.input).retain(|slot, it| slot.place != place || !sent(it));
        before > self.input.len()
    }

    /// All input, in the order of the names of its places.
    pub fn all(&self) -> impl Iterator<Item = (&Slot, &Unsaved)> {
        self.input.iter()
    }

    /// How much there is.
    #[must_use]
    pub fn len(&self) -> usize {
        self.input.len()
    }

    /// Whether nothing is unfinished.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.input.is_empty()
    }

    /// What the engine should hear now, with the input of editors that are open; nothing if it has just that.
    #[must_use]
    pub fn to_keep(&mut self, open: Vec<Unsaved>, now: Timestamp) -> Vec<Kept> {
        let mut wanted = self.input.clone();
        wanted.extend(open.into_iter().map(|it| (self.own(&it.place), it)));
        let mut words: Vec<Kept> = Vec::new();
        for (slot, input) in &wanted {
            let had = self.has.get(slot);
            if had.and_then(|it| it.fields.as_ref()) != Some(&input.fields) {
                words.push(Kept {
                    slot: slot.clone(),
                    at: after(had, input.at),
                    fields: Some(input.fields.clone()),
                });
            }
        }
        for had in self.has.iter().filter(|it| it.fields.is_some()) {
            if !wanted.contains_key(&had.slot) {
                words.push(Kept {
                    slot: had.slot.clone(),
                    at: after(Some(had), now),
                    fields: None,
                });
            }
        }
        for word in &words {
            self.has.merge(word.clone());
        }
        if std::mem::take(&mut self.again) {
            let unheard = self.on_the_way.iter().filter_map(|it| self.has.get(it));
            let new = |it: &&Kept| !words.iter().any(|word| word.slot == it.slot);
            let unheard: Vec<Kept> = unheard.filter(new).cloned().collect();
            words.extend(unheard);
        }
        (self.on_the_way).extend(words.iter().map(|it| it.slot.clone()));
        words
    }

    /// The engine has this now. What other windows have typed appears, what they have accepted or thrown away goes; what was typed
    /// here and not sent yet stays.
    pub fn hear(&mut self, words: &[Kept]) {
        for word in words {
            let was = self.has.get(&word.slot).cloned();
            if !self.has.merge(word.clone()) {
                if was.as_ref() == Some(word) {
                    self.on_the_way.remove(&word.slot);
                }
                continue;
            }
            self.on_the_way.remove(&word.slot);
            let had = was.and_then(|it| it.fields);
            let here = self.input.get(&word.slot).map(|it| &it.fields);
            if here == had.as_ref() {
                match word.unsaved() {
                    Some(input) => self.input.insert(word.slot.clone(), input),
                    None => self.input.remove(&word.slot),
                };
            }
        }
    }

    /// What was kept without the engine and never handed over: the engine is to hear it, and decides by its time whether it stands.
    pub fn bring(&mut self, left: &[Kept]) {
        self.hear(left);
        self.on_the_way
            .extend(left.iter().map(|it| it.slot.clone()));
        self.again = true;
    }

    /// The engine did not keep what was sent, or nobody knows: it is sent again the next time, changed or not.
    pub fn not_kept(&mut self) {
        self.again = true;
    }
}

/// The moment of a word that is to stand against the one before.
fn after(had: Option<&Kept>, at: Timestamp) -> Timestamp {
    had.map_or(at, |it| Timestamp(at.0.max(it.at.0.saturating_add(1))))
}

/// What is said when somebody else's version stays: one's own is kept, and the list of what is unfinished has it.
#[must_use]
pub fn kept_beside_theirs(app: &App) -> String {
    let stays = app.say(Phrase::ConflictTheirsStay);
    format!("{stays} {}", kept_in_list(app))
}

/// What is said when a form is left with something typed: the keys that bring it back and drop it.
#[must_use]
pub fn kept(app: &App) -> String {
    let key = |action| app.keymap.hint(action, &app.locale);
    match (key(Action::RestoreUnsaved), key(Action::DropUnsaved)) {
        (Some(back), Some(drop)) => app.say_with(Phrase::FormKeptKeys, &args![back, drop]),
        _ => app.say(Phrase::FormKept),
    }
}

/// How much is unfinished, for the corner of the bottom line, from many words to few: «незаконченных: 2 (й)», «й 2».
#[must_use]
pub fn count(app: &App) -> [String; 2] {
    let n = app.drafts.len();
    match app.keymap.hint(Action::RestoreUnsaved, &app.locale) {
        Some(key) => {
            let short = format!("{key} {n}");
            [app.say_with(Phrase::UnsavedCountKey, &args![n, key]), short]
        }
        None => [
            app.say_with(Phrase::UnsavedCount, &args![n]),
            format!("{} {n}", app.theme.glyphs.unsaved),
        ],
    }
}

/// Where kept input is found again: «Набранное — в незаконченных записях (й).».
#[must_use]
pub fn kept_in_list(app: &App) -> String {
    match app.keymap.hint(Action::RestoreUnsaved, &app.locale) {
        Some(key) => app.say_with(Phrase::KeptInListKey, &args![key]),
        None => app.say(Phrase::KeptInList),
    }
}
