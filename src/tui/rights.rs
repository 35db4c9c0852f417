//! Whoever may not do a thing is told before a form of it opens, with who may. Input that is kept opens all the same: it is the person's.

use super::app::App;
use super::status::Tone;
use crate::domain::decide::{Actor, Deed, allowed};
use crate::domain::refusal::Refusal;

/// Whether the person may do this, without a word.
#[must_use]
pub fn can(app: &App, deed: &Deed) -> bool {
    asked(app, deed).is_ok()
}

fn asked(app: &App, deed: &Deed) -> Result<(), Refusal> {
    let actor = Actor { user: app.user };
    allowed(app.mirror.confirmed(), &actor, deed, app.now)
}

/// Whether the person may do this. Says why not, and who may.
pub fn may(app: &mut App, deed: &Deed) -> bool {
    match asked(app, deed) {
        Ok(()) => true,
        Err(refusal) => {
            let sentence = app.narrator().refusal(&refusal).to_string();
            app.status.tell(Tone::Warning, sentence);
            false
        }
    }
}
