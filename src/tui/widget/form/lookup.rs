//! A field whose value is found by typing: what fits is listed beneath it, Enter takes what is under the cursor.
//!
//! Knows what the things are called and under which token they are known; not what they are.

use crossterm::event::{KeyCode, KeyEvent};

use crate::domain::text::{fold, retype_russian};
use crate::tui::widget::line_edit::LineEdit;

/// Most things listed at once.
pub const LISTED: usize = 5;

/// Something to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// How the form's owner knows it again.
    pub token: String,
    /// What it is called.
    pub label: String,
    /// What else may be typed to find it, and stands on the right.
    pub more: String,
}

/// A field whose value is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lookup {
    edit: LineEdit,
    all: Vec<(Candidate, String)>,
    chosen: Vec<Candidate>,
    found: Vec<usize>,
    at: usize,
    many: bool,
    /// The beginning of the token of what is taken as typed, where that is allowed.
    free: Option<&'static str>,
    /// What stands beside the text as typed where it is offered below what fits.
    said: Option<String>,
    /// Comes last in every list: something new.
    new: Option<Candidate>,
    /// What was typed when something was taken last.
    typed: String,
}

impl Lookup {
    /// A field for one of these, or for several.
    #[must_use]
    pub fn new(all: Vec<Candidate>, many: bool) -> Lookup {
        let all = all
            .into_iter()
            .map(|it| {
                let folded = fold(&format!("{} {}", it.label, it.more));
                (it, folded)
            })
            .collect();
        Lookup {
            edit: LineEdit::default(),
            all,
            chosen: Vec::new(),
            found: Vec::new(),
            at: 0,
            many,
            free: None,
            said: None,
            new: None,
            typed: String::new(),
        }
    }

    /// Offers something new at the end of every list.
    #[must_use]
    pub fn or_new(mut self, new: Candidate) -> Lookup {
        self.new = Some(new);
        self
    }

    /// Adds things that may be found.
    pub fn add(&mut self, more: Vec<Candidate>) {
        for it in more {
            if self.by_token(&it.token).is_none() {
                let folded = fold(&format!("{} {}", it.label, it.more));
                self.all.push((it, folded));
            }
        }
    }

    /// Takes a thing out of those that may be found.
    pub fn leave_out(&mut self, token: &str) {
        self.all.retain(|(it, _)| it.token != token);
    }

    /// What was typed when something was taken last.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Lets text be taken as it is typed, under tokens that begin so.
    #[must_use]
    pub fn or_as_typed(mut self, prefix: &'static str) -> Lookup {
        self.free = Some(prefix);
        self
    }

    /// Offers the text as typed at the end of every list too: that something fits it does not mean that it is meant.
    #[must_use]
    pub fn offering_typed(mut self, said: String) -> Lookup {
        self.said = Some(said);
        self
    }

    /// What is being typed.
    #[must_use]
    pub fn query(&self) -> &LineEdit {
        &self.edit
    }

    /// What was taken.
    #[must_use]
    pub fn chosen(&self) -> &[Candidate] {
        &self.chosen
    }

    /// What fits the typed text, with the place of the cursor among it.
    #[must_use]
    pub fn found(&self) -> (Vec<&Candidate>, usize) {
        let found = self.found.iter().filter_map(|it| self.all.get(*it));
        let found = found.map(|it| &it.0).chain(self.offered_new());
        (found.collect(), self.at)
    }

    /// Whether what is typed may stand as it is, though it is nothing that is known.
    #[must_use]
    pub fn takes_text(&self) -> bool {
        self.free.is_some()
    }

    /// Whether it is for one thing and has it.
    #[must_use]
    pub fn is_full(&self) -> bool {
        !self.many && !self.chosen.is_empty()
    }

    /// Takes things by their tokens; unknown ones are left out, unless they were typed.
    pub fn choose<'a>(&mut self, tokens: impl Iterator<Item = &'a str>) {
        self.chosen = tokens.filter_map(|it| self.by_token(it)).collect();
        self.edit.set("");
        self.found.clear();
    }

    /// Something new, while something is typed.
    fn offered_new(&self) -> Option<&Candidate> {
        (self.new.as_ref()).filter(|it| !self.edit.is_empty() && !self.chosen.contains(it))
    }

    fn by_token(&self, token: &str) -> Option<Candidate> {
        let known = self.all.iter().find(|it| it.0.token == token);
        let known = known.map(|it| it.0.clone());
        let new = || self.new.clone().filter(|it| it.token == token);
        known.or_else(new).or_else(|| {
            let label = token.strip_prefix(self.free?)?;
            Some(as_typed(token.to_owned(), label))
        })
    }

    /// Puts typed text back.
    pub fn type_in(&mut self, query: &str) {
        self.edit.set(query);
        self.narrow();
    }

    /// Pasted text.
    pub fn insert(&mut self, text: &str) {
        self.edit.insert(text);
        self.narrow();
    }

    /// What a key does; `false` leaves it to the form. Enter takes what is under the cursor, and is the form's if nothing is typed.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        match key.code {
            KeyCode::Up if self.at > 0 => self.at -= 1,
            KeyCode::Down if self.at + 1 < self.found().0.len() => self.at += 1,
            KeyCode::Up | KeyCode::Down => return false,
            KeyCode::Enter if self.edit.is_empty() => return false,
            KeyCode::Enter => self.take(),
            KeyCode::Backspace if self.edit.is_empty() => {
                self.chosen.pop();
            }
            _ if self.edit.key(key) => self.narrow(),
            _ => return false,
        }
        true
    }

    /// Takes what is under the cursor, else the text as typed where that is allowed.
    pub fn take(&mut self) {
        if self.at == 0
            && let Some((named, rest)) = self.named()
        {
            let named = named.into_iter().filter_map(|it| self.all.get(it));
            self.chosen.extend(named.map(|it| it.0.clone()));
            self.type_in(&rest);
            return;
        }
        let found = self.found().0.get(self.at).map(|it| (*it).clone());
        let taken = found.or_else(|| {
            let typed = self.edit.text();
            let prefix = self.free.filter(|_| !typed.trim().is_empty())?;
            Some(as_typed(format!("{prefix}{}", typed.trim()), typed.trim()))
        });
        let Some(taken) = taken else { return };
        if !self.many {
            self.chosen.clear();
        }
        if !self.chosen.contains(&taken) {
            self.chosen.push(taken);
        }
        self.typed = self.edit.text().trim().to_owned();
        self.edit.set("");
        self.found.clear();
        self.at = 0;
    }

    /// Takes what is half typed where it can mean only one thing: all that fits, what is called just so, or what the cursor was moved to.
    /// Something new is taken only with `or_new`. Whether nothing half typed is left.
    pub fn take_if_clear(&mut self, or_new: bool) -> bool {
        if self.edit.text().trim().is_empty() {
            return true;
        }
        if self.at == 0 && self.named().is_some() {
            self.take();
            return self.edit.text().trim().is_empty();
        }
        let typed = fold(self.edit.text().trim());
        let exact = (self.found.iter()).position(|it| {
            self.all
                .get(*it)
                .is_some_and(|it| fold(&it.0.label) == typed)
        });
        let clear = match (self.found.len(), self.offered_new()) {
            _ if self.at > 0 => true,
            (0, Some(_)) => or_new || self.said.is_some(),
            // The one that fits, or somebody new called like it.
            (1, Some(_)) => exact.is_some(),
            (0 | 1, None) => true,
            _ => exact.is_some(),
        };
        if clear {
            self.at = if self.at > 0 {
                self.at
            } else {
                exact.unwrap_or(0)
            };
            self.take();
        }
        self.edit.text().trim().is_empty()
    }

    fn narrow(&mut self) {
        self.at = 0;
        self.found.clear();
        let typed = self.edit.text();
        if typed.trim().is_empty() {
            return;
        }
        if let (Some(prefix), Some(said)) = (self.free, &self.said) {
            let more = said.clone();
            let typed = typed.trim();
            self.new = Some(Candidate {
                more,
                ..as_typed(format!("{prefix}{typed}"), typed)
            });
        }
        let found = self.fitting(&typed);
        self.found = if found.is_empty() {
            self.fitting(&retype_russian(&typed))
        } else {
            found
        };
        if let Some((named, _)) = self.named() {
            self.found = named.into_iter().take(LISTED).collect();
        }
    }

    /// Several things that are named one after another by the first words of what they are called, as codes are: «1.1, 1.3 2.4»; and what of
    /// the text names none. `None` where the text is not such a list: where a word may mean several things, or the text may stand as it is.
    fn named(&self) -> Option<(Vec<usize>, String)> {
        let typed = self.edit.text();
        let apart = |it: char| matches!(it, ',' | ';') || it.is_whitespace();
        let pieces: Vec<&str> = typed.split(apart).filter(|it| !it.is_empty()).collect();
        let is_text = self.free.is_some() || !self.many;
        if is_text || pieces.len() < 2 || !self.fitting(&typed).is_empty() {
            return None;
        }
        let (mut named, mut rest) = (Vec::new(), Vec::new());
        for piece in pieces {
            let first = fold(piece);
            let all = self.all.iter().enumerate();
            let mut found = all
                .filter(|(_, (_, folded))| folded.split(' ').next() == Some(&first))
                .map(|(at, (it, _))| (at, it));
            match (found.next(), found.next()) {
                (Some(_), Some(_)) => return None,
                (Some((at, it)), None) if named.contains(&at) || self.chosen.contains(it) => {}
                (Some((at, _)), None) => named.push(at),
                (None, _) => rest.push(piece),
            }
        }
        (!named.is_empty()).then(|| (named, rest.join(" ")))
    }

    fn fitting(&self, typed: &str) -> Vec<usize> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let fits = |folded: &String| words.iter().all(|word| folded.contains(word));
        let found = (self.all.iter().enumerate())
            .filter(|(_, (it, folded))| fits(folded) && !self.chosen.contains(it));
        let mut found: Vec<_> = found
            .map(|(at, (_, folded))| (nearness(&typed, &words, folded), at))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|it| it.1).take(LISTED).collect()
    }
}

/// What begins with the text comes first: of a person that is the surname. Then that in which every word begins one.
fn nearness(typed: &str, words: &[&str], folded: &str) -> u8 {
    let begins = |word: &&str| {
        let mut of = folded.split(|it: char| !it.is_alphanumeric());
        of.any(|it| it.starts_with(word))
    };
    match folded.starts_with(typed.trim()) {
        true => 0,
        false if words.iter().all(begins) => 1,
        false => 2,
    }
}

fn as_typed(token: String, label: &str) -> Candidate {
    Candidate {
        token,
        label: label.to_owned(),
        more: String::new(),
    }
}
