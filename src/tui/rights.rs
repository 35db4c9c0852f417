//! Whoever may not do a thing is told before a form of it opens, with who may. Input that is kept opens all the same: it is the person's.

use super::app::App;
use super::status::Tone;
use crate::domain::decide::{Actor, Deed, allowed};

/// Whether the person may do this. Says why not, and who may.
pub fn may(app: &mut App, deed: &Deed) -> bool {
    let actor = Actor { user: app.user };
    match allowed(app.mirror.confirmed(), &actor, deed, app.now) {
        Ok(()) => true,
        Err(refusal) => {
            let sentence = app.narrator().refusal(&refusal).to_string();
            app.status.tell(Tone::Warning, sentence);
            false
        }
    }
}
