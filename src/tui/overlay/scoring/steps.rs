//! Steps back and forth within the editor. Typing in one field is one step.

use super::contents::{Contents, Spot};

/// How many steps are remembered.
const MOST: usize = 200;

/// What stood there before, and what was taken back.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    past: Vec<(Contents, Spot)>,
    future: Vec<(Contents, Spot)>,
    /// The field in which the last step was typing.
    typing: Option<Spot>,
}

impl Steps {
    /// Something is about to change as a whole.
    pub fn note(&mut self, contents: &Contents, spot: Spot) {
        self.typing = None;
        self.push(contents, spot);
    }

    /// A field is about to be typed in.
    pub fn note_typing(&mut self, contents: &Contents, spot: Spot) {
        if self.typing != Some(spot) {
            self.push(contents, spot);
            self.typing = Some(spot);
        }
    }

    /// The cursor has left the field.
    pub fn moved(&mut self) {
        self.typing = None;
    }

    /// Takes the last step back. Whether there was one.
    pub fn back(&mut self, contents: &mut Contents, spot: &mut Spot) -> bool {
        self.typing = None;
        exchange(&mut self.past, &mut self.future, contents, spot)
    }

    /// Does it again. Whether there was one.
    pub fn forth(&mut self, contents: &mut Contents, spot: &mut Spot) -> bool {
        self.typing = None;
        exchange(&mut self.future, &mut self.past, contents, spot)
    }

    fn push(&mut self, contents: &Contents, spot: Spot) {
        self.future.clear();
        self.past.push((contents.clone(), spot));
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }
}

fn exchange(
    from: &mut Vec<(Contents, Spot)>,
    to: &mut Vec<(Contents, Spot)>,
    contents: &mut Contents,
    spot: &mut Spot,
) -> bool {
    let Some((mut then, at)) = from.pop() else {
        return false;
    };
    // What is tried is no part of the scale.
    then.trial = contents.trial.clone();
    to.push((std::mem::replace(contents, then), *spot));
    *spot = at;
    true
}
