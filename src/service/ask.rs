//! A command asked of an engine by somebody who waits: sent, and once more under the same id where nobody knew.
//!
//! Knows nothing of what is done with the news that come in between.

use std::sync::mpsc::Receiver;

use super::link::{Answer, Link, News, Request};
use crate::domain::command::Command;
use crate::domain::record::CommandId;

/// Sends a command and waits for its answer; all other news go to `heard`. After [`Answer::Unknown`] the engine has opened the
/// store anew before it answers, so that asking once more under the same id tells what became of the command.
pub fn ask(
    link: &impl Link,
    news: &Receiver<News>,
    id: CommandId,
    command: &Command,
    mut heard: impl FnMut(News),
) -> Answer {
    for _ in 0..2 {
        link.send(Request::Command {
            id,
            command: Box::new(command.clone()),
        });
        loop {
            match news.recv() {
                Ok(News::Answer { id: of, answer }) if of == id => {
                    if answer != Answer::Unknown {
                        return answer;
                    }
                    break;
                }
                Ok(other) => heard(other),
                // The engine is gone.
                Err(_) => return Answer::Unknown,
            }
        }
    }
    Answer::Unknown
}
