//! Unfinished input (незаконченная запись): what was begun and not accepted, by the place it belongs to.
//!
//! Invariant: nothing that a person typed is lost. An editor that is left puts its input here; the whole set is handed to the
//! engine a second after the last key and comes back at the next start.

use std::collections::BTreeMap;

use crate::args;
use crate::domain::record::CommandId;
use crate::locale::Phrase;
use crate::service::link::Unsaved;
use crate::tui::app::App;
use crate::tui::command::table::CommandId as Action;

/// The name of the field that holds the command under which the input had left.
pub const SENT: &str = "sent as";

/// Input of editors that are closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drafts {
    kept: BTreeMap<String, Unsaved>,
    /// What the engine has; `None` after it could not keep what was sent.
    sent: Option<Vec<Unsaved>>,
}

impl Drafts {
    /// Begins with what the engine kept.
    #[must_use]
    pub fn new(unsaved: Vec<Unsaved>) -> Drafts {
        let kept = unsaved
            .iter()
            .map(|it| (it.place.clone(), it.clone()))
            .collect();
        Drafts {
            kept,
            sent: Some(unsaved),
        }
    }

    /// Keeps input; in the same place it replaces what was there.
    pub fn put(&mut self, unsaved: Unsaved) {
        self.kept.insert(unsaved.place.clone(), unsaved);
    }

    /// The input of a place.
    #[must_use]
    pub fn get(&self, place: &str) -> Option<&Unsaved> {
        self.kept.get(place)
    }

    /// Takes the input of a place out: its editor is open again, or it was accepted or dropped.
    pub fn take(&mut self, place: &str) -> Option<Unsaved> {
        self.kept.remove(place)
    }

    /// Takes out the input of a place that left under a command, which is done. What was typed there since stays. Whether it was there.
    pub fn take_sent(&mut self, place: &str, id: CommandId) -> bool {
        let id = id.0.to_string();
        let sent = |it: &Unsaved| it.fields.iter().any(|it| it.0 == SENT && it.1 == id);
        self.get(place).is_some_and(sent) && self.take(place).is_some()
    }

    /// All input, in the order of the names of its places.
    pub fn all(&self) -> impl Iterator<Item = &Unsaved> {
        self.kept.values()
    }

    /// How much there is.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether nothing is unfinished.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// What the engine should keep, with the input of editors that are open; `None` if it has just that.
    #[must_use]
    pub fn to_keep(&mut self, open: Vec<Unsaved>) -> Option<Vec<Unsaved>> {
        let mut all = self.kept.clone();
        all.extend(open.into_iter().map(|it| (it.place.clone(), it)));
        let all: Vec<Unsaved> = all.into_values().collect();
        let same = self.sent.as_ref().is_some_and(|sent| {
            all.len() == sent.len()
                && (all.iter().zip(sent)).all(|(a, b)| a.place == b.place && a.fields == b.fields)
        });
        if same {
            return None;
        }
        self.sent = Some(all.clone());
        Some(all)
    }

    /// The engine did not keep what was sent, or nobody knows: it is sent again the next time, changed or not.
    pub fn not_kept(&mut self) {
        self.sent = None;
    }
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
