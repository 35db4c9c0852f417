//! A command asked of an engine by somebody who waits: sent, and once more under the same id where nobody knew.
//!
//! Knows nothing of what is done with the news that come in between.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::link::{Answer, Link, News, Request, Trouble};
use crate::domain::command::Command;
use crate::domain::record::CommandId;

/// How long whoever has lost the server waits for one: an upgrade takes a moment, a script does not wait for ever.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// Sends a command and waits for its answer; all other news go to `heard`. After [`Answer::Unknown`] the engine has opened the
/// store anew before it answers, so that asking once more under the same id tells what became of the command. A link that is lost
/// and not found again for so long gives [`Trouble::Unreached`]: nobody knows what became of the command.
pub fn ask(
    link: &impl Link,
    news: &Receiver<News>,
    id: CommandId,
    command: &Command,
    patience: Duration,
    mut heard: impl FnMut(News),
) -> Answer {
    let unreached = Answer::NotWritten(Trouble::Unreached);
    let mut is_lost = false;
    for _ in 0..2 {
        link.send(Request::Command {
            id,
            command: Box::new(command.clone()),
        });
        loop {
            let next = match is_lost {
                true => news.recv_timeout(patience),
                false => news.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(News::Answer { id: of, answer }) if of == id => {
                    if answer != Answer::Unknown {
                        return answer;
                    }
                    break;
                }
                // Whoever is there now will not let us in the next moment, either.
                Ok(News::Barred(_)) | Err(RecvTimeoutError::Timeout) => return unreached,
                Ok(other) => {
                    match other {
                        News::Lost => is_lost = true,
                        News::Again(_) => is_lost = false,
                        _ => {}
                    }
                    heard(other);
                }
                // The engine is gone.
                Err(RecvTimeoutError::Disconnected) => return Answer::Unknown,
            }
        }
    }
    Answer::Unknown
}
