//! What the bottom line says: the answer to the last key, and when something was saved last.

use crate::domain::ids::Timestamp;

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It was done.
    Good,
    /// A fact.
    Plain,
    /// Mind this.
    Warning,
    /// It was not done.
    Error,
}

/// The bottom line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    message: Option<(Tone, String)>,
    saved: Option<Timestamp>,
}

impl Status {
    /// Says something until the next key.
    pub fn tell(&mut self, tone: Tone, sentence: String) {
        self.message = Some((tone, sentence));
    }

    /// Says what became of a command. What a later key was refused with stays beside it: whoever typed on would think that the key
    /// had not come.
    pub fn answer(&mut self, tone: Tone, sentence: String, between: &str) {
        self.message = Some(match self.message.take() {
            Some((later @ (Tone::Warning | Tone::Error), said)) => {
                (later, format!("{sentence} {between} {said}"))
            }
            _ => (tone, sentence),
        });
    }

    /// What is being said.
    #[must_use]
    pub fn message(&self) -> Option<(Tone, &str)> {
        self.message
            .as_ref()
            .map(|(tone, text)| (*tone, text.as_str()))
    }

    /// A key was pressed: the last message has been read.
    pub fn forget(&mut self) {
        self.message = None;
    }

    /// Something became durable.
    pub fn saved(&mut self, at: Timestamp) {
        self.saved = Some(at);
    }

    /// When something became durable last.
    #[must_use]
    pub fn saved_at(&self) -> Option<Timestamp> {
        self.saved
    }
}
