//! About how many bytes news take while they wait: what they are made of and what is written in it, also where others hold the same.
//! What is shared now may be nobody else's before it is sent, and what somebody without names is told never was.

use crate::domain::record::{Change, Commit};
use crate::service::access::Told;
use crate::service::link::{Answer, Kept, Mention, News, Present, Welcome};
use crate::service::wire;

/// What every piece of news takes, and a line of a list.
const LINE: usize = 256;

/// A record of the state, with its place in a table and its texts.
const RECORD: usize = 512;

/// The weight of news. Each kind of them is decided upon here.
pub(super) fn weight(news: &News) -> usize {
    let more = match news {
        News::Committed(it) => commit(it),
        News::Answer { answer, .. } => match answer {
            Answer::Done(it) => commit(it),
            // A conflict carries the other version.
            Answer::Refused(it) => said(it),
            Answer::NotWritten(_) | Answer::Unknown => 0,
        },
        News::Shard { shard, .. } => shard.weight(),
        News::History { commits, .. } | News::Commits { commits, .. } => {
            commits.iter().map(|it| commit(it)).sum()
        }
        News::Journal { commits, .. } => commits.iter().map(|it| commit(&it.commit)).sum(),
        News::Mentions { found, .. } => match found {
            Ok(found) => {
                let excerpts = found.texts.iter().map(|it| it.excerpt.len());
                excerpts.map(|it| size_of::<Mention>() + it).sum()
            }
            Err(it) => said(it),
        },
        News::Erased(it) => said(it),
        News::Unsaved(words) => words.iter().map(Kept::weight).sum(),
        News::Here(windows) => size_of::<Present>() * windows.len(),
        News::AccessLog(Told::Page(page)) => LINE * page.lines.len(),
        News::Again(it) => state(it),
        News::Account { account, .. } => account.len(),
        News::AccessLog(Told::Denied | Told::Unreadable)
        | News::Unreadable(_)
        | News::Unkept
        | News::Writing(_)
        | News::Lost
        | News::Barred(_)
        | News::NoArchive(_) => 0,
    };
    LINE + more
}

fn commit(commit: &Commit) -> usize {
    LINE + size_of::<Change>() * commit.changes.len() + said(&commit.changes)
}

fn state(welcome: &Welcome) -> usize {
    let unsaved = welcome.unsaved.iter().map(Kept::weight);
    RECORD * welcome.state.keys().count() + unsaved.sum::<usize>()
}

/// What is written in it, as it would be sent: counted, not written.
fn said<T: serde::Serialize>(what: &T) -> usize {
    usize::try_from(wire::size(what)).unwrap_or(usize::MAX)
}
