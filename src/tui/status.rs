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
    /// What a key was refused with, after what was said before it since.
    stands: Option<(Tone, String)>,
    saved: Option<Timestamp>,
}

impl Status {
    /// Says something until the next key.
    pub fn tell(&mut self, tone: Tone, sentence: String) {
        self.stands = None;
        self.message = Some((tone, sentence));
    }

    /// Says what became of a command, or what a colleague has done. What a later key was refused with stays beside it: whoever typed on
    /// would think that the key had not come. Of what is said before it the last one stays.
    pub fn answer(&mut self, tone: Tone, sentence: String, between: &str) {
        let refused = |it: &(Tone, String)| matches!(it.0, Tone::Warning | Tone::Error);
        if self.stands.is_none() {
            self.stands = self.message.take().filter(refused);
        }
        self.message = Some(match &self.stands {
            Some((later, said)) => (*later, format!("{sentence} {between} {said}")),
            None => (tone, sentence),
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
        self.stands = None;
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
