//! What becomes of a command on the command line: the answer in words, and the exit code that goes with it.

use std::sync::Arc;

use super::context::Context;
use super::exit::Exit;
use crate::domain::record::Commit;
use crate::domain::refusal::Refusal;
use crate::locale::{Phrase, Told};
use crate::service::link::{Answer, Trouble};

/// The commit that a command has made. `refused` says why it was not carried out.
///
/// # Errors
/// How the call ends; the person has been told why.
pub fn done(
    context: &Context,
    answer: Answer,
    refused: impl FnOnce(&Refusal) -> Told,
) -> Result<Arc<Commit>, Exit> {
    match answer {
        Answer::Done(commit) => Ok(commit),
        Answer::Refused(refusal) => Err(context.refuse(&refused(&refusal))),
        Answer::NotWritten(trouble) => {
            context.out.tell(&not_written(context, trouble));
            Err(match trouble {
                // The store is as it was: it is this one change that the program cannot make.
                Trouble::Broken | Trouble::TooMuch => Exit::Refused,
                Trouble::Unreached => Exit::NoServer,
                _ => Exit::Unusable,
            })
        }
        Answer::Unknown => Err(context.refuse(
            &context
                .locale
                .told(Phrase::AnswerUnknown, Phrase::CliOutcomeUnknownNext),
        )),
    }
}

fn not_written(context: &Context, trouble: Trouble) -> Told {
    let (fact, next) = match trouble {
        Trouble::Full => (Phrase::TroubleFull, Phrase::CliTroubleFullNext),
        Trouble::ReadOnly => (Phrase::TroubleReadOnly, Phrase::TroubleReadOnlyNext),
        Trouble::Failed => (Phrase::CliTroubleFailed, Phrase::CliTroubleFailedNext),
        Trouble::Lost => (Phrase::TroubleLost, Phrase::TroubleLostNext),
        Trouble::Damaged { .. } => (Phrase::TroubleDamaged, Phrase::TroubleDamagedNext),
        Trouble::Unreadable => (Phrase::TroubleUnreadable, Phrase::TroubleReadOnlyNext),
        Trouble::Broken => (Phrase::TroubleBroken, Phrase::TroubleBrokenNext),
        Trouble::TooMuch => (Phrase::TroubleTooMuch, Phrase::TroubleTooMuchNext),
        Trouble::Busy => (Phrase::TroubleBusy, Phrase::TroubleBusyNext),
        Trouble::Unreached => (Phrase::CliOutcomeUnknown, Phrase::CliOutcomeUnknownNext),
    };
    context.locale.told(fact, next)
}
