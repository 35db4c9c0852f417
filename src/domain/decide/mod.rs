//! All rules: from what a person asks to what changes, or why not.
//!
//! [`decide`] is pure. It may refuse; what it returns can always be applied, and each change carries exactly what the
//! state holds now. Must not know who waits for the answer, how it is stored, or in which language a refusal is read.
//!
//! Invariant: a command changes a key once; a command that changes nothing is [`Refusal::NoChange`].

mod approval;
mod bases;
mod collected;
#[expect(
    dead_code,
    reason = "decisions and reports choose documents; they come next"
)]
mod documents;
mod entry;
mod inverse;
mod load;
mod refs;
mod rights;
#[expect(
    dead_code,
    reason = "dates are measured against today by what comes next"
)]
mod sheet;
mod texts;
mod values;

pub use collected::collected;
pub use entry::{needs_note, takes};
pub use inverse::decide_inverse;
pub use texts::{LONG_TEXT, NOTE_TEXT, NUMBER_TEXT, TITLE_TEXT};

use super::command::Command;
use super::ids::{Now, UserId};
use super::record::Change;
use super::refusal::Refusal;
use super::state::State;
use sheet::Sheet;

/// Who asks. Roles and scope are those that the state gives the user; [`PROGRAM`](super::ids::PROGRAM) may do all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The user.
    pub user: UserId,
}

/// What a command changes, in the order of the commit.
///
/// Values that the command touches must be in memory; otherwise the answer is [`Refusal::NotLoaded`], and the caller
/// loads that period and asks again. `Undo` and `Redo` need the commit they are about: see [`decide_inverse`].
///
/// # Errors
/// [`Refusal`] says why not; nothing is changed then.
pub fn decide(
    state: &State,
    actor: &Actor,
    command: &Command,
    now: Now,
) -> Result<Vec<Change>, Refusal> {
    let mut sheet = Sheet::new(state, *actor, now);
    match command {
        Command::SetValues(sets) => values::set(&mut sheet, sets)?,
        Command::DetailValue { cell, seen, detail } => {
            approval::detail(&mut sheet, *cell, *seen, detail)?;
        }
        Command::StepValues { cells, step } => approval::step(&mut sheet, cells, step)?,
        Command::SetBase {
            period,
            base,
            organisation,
            seen,
            number,
        } => bases::set_base(&mut sheet, (*period, *base, *organisation), *seen, *number)?,
        Command::SetReference {
            period,
            indicator,
            seen,
            number,
            source,
        } => bases::set_reference(&mut sheet, (*period, *indicator), *seen, *number, source)?,
        Command::AddDocument(document) => {
            documents::add(&mut sheet, document)?;
        }
        Command::EditDocument { id, seen, document } => {
            documents::edit(&mut sheet, *id, *seen, document)?;
        }
        Command::Load(records) => load::load(&mut sheet, records)?,
        Command::Undo => {
            let seq = state
                .undo_target(actor.user)
                .ok_or(Refusal::NothingToUndo)?;
            return Err(Refusal::TooOld { seq });
        }
        Command::Redo => {
            let seq = state
                .redo_target(actor.user)
                .ok_or(Refusal::NothingToRedo)?;
            return Err(Refusal::TooOld { seq });
        }
        _ => return Err(Refusal::NoChange),
    }
    sheet.finish()
}
