//! Goals, notes of analysis, measures and reviews, written inline: from a value, from marked rows, from what they follow.
//!
//! Each form is a [`Purpose`] in a file of its own.

mod activity;
mod follows;
mod goal;
mod note;
mod offered;
mod open;
mod place;
mod review;
pub mod told;

pub use activity::Ground;
pub use goal::code;
pub use open::{
    act, act_on, aim, analyse, analyse_direction, editor, ground_of, on_page, review, review_on,
    step,
};
pub use review::key_of;

use super::app::App;
use super::inline::join;
use super::inline::purpose::{Purpose, SEEN};
use super::widget::form::{Field, Form};
use crate::domain::ids::Seq;
use crate::locale::Phrase;

/// The choice whether a record still counts.
const KEPT: &str = "kept";

/// Whether a record still counts, in the form of one that is there.
fn standing(app: &App, retired: bool) -> Field {
    let words = vec![app.say(Phrase::KeptYes), app.say(Phrase::KeptNo)];
    Field::choice(KEPT, app.say(Phrase::LabelKept), words, retired.into())
}

/// The field before which those of a new document stand, where the document is the last thing that is asked.
fn last(form: &Form) -> &'static str {
    before(form, KEPT)
}

/// The same before another field, where the form has it.
fn before(form: &Form, name: &'static str) -> &'static str {
    match form.field(name) {
        Some(_) => name,
        None => SEEN,
    }
}

/// Takes somebody else's version in; see [`join::join`]. The form rests on the revision that was shown.
fn joined(
    form: &mut Form,
    base: Option<&Form>,
    theirs: &Form,
    names: &[&str],
    (shown, app): (Seq, &App),
) -> bool {
    let told = join::join(form, base, theirs, names, app);
    form.set(SEEN, &shown.0.to_string());
    told
}

/// The form to which unfinished input of a place belongs, by the words of the place; `None` if it is none of these, or what it was about is
/// gone.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let (first, rest) = words.split_first()?;
    Some(match *first {
        "analysis" => Box::new(note::Analysing::of_place(app, rest)?),
        "measure" => Box::new(activity::Acting::of_place(app, rest)?),
        "review" => Box::new(review::Reviewing::of_place(app, rest)?),
        "goal" => Box::new(goal::Aiming::of_place(app, rest)?),
        _ => return None,
    })
}
