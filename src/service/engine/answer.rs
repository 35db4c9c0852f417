//! What a verdict comes to as an answer, once it is known what became of the group; and a line of the journal as it travels.

use std::sync::Arc;

use super::group::Verdict;
use crate::domain::lead::lead_at;
use crate::domain::record::Commit;
use crate::service::link::{Answer, JournalLine, Trouble};
use crate::store::Line;

/// The answer of a verdict whose group is durable.
pub(super) fn answer_of(verdict: Verdict, commits: &[Arc<Commit>]) -> Answer {
    match verdict {
        Verdict::Commit(index) => commits
            .get(index)
            .map_or(Answer::Unknown, |it| Answer::Done(Arc::clone(it))),
        Verdict::Known(commit) => Answer::Done(commit),
        Verdict::Refused(refusal) => Answer::Refused(refusal),
        Verdict::Unreadable => Answer::Unknown,
        Verdict::NoRoom => Answer::NotWritten(Trouble::Full),
        Verdict::InputUnreadable => Answer::NotWritten(Trouble::Unreadable),
        Verdict::Broken => Answer::NotWritten(Trouble::Broken),
    }
}

/// The answer of a verdict whose group was taken back. A refusal may rest on a commit of the group, so it is taken back with it.
pub(super) fn answer_without(verdict: Verdict, trouble: Trouble) -> Answer {
    match verdict {
        Verdict::Known(commit) => Answer::Done(commit),
        Verdict::Unreadable => Answer::Unknown,
        Verdict::NoRoom => Answer::NotWritten(Trouble::Full),
        Verdict::InputUnreadable => Answer::NotWritten(Trouble::Unreadable),
        Verdict::Broken => Answer::NotWritten(Trouble::Broken),
        Verdict::Commit(_) | Verdict::Refused(_) => Answer::NotWritten(trouble),
    }
}

/// A line of the journal, with as many changes as are shown.
pub(super) fn line_of(line: Line) -> JournalLine {
    let mut commit = line.commit;
    // What speaks for the commit travels, wherever it stands in it: who has taken an edition out is not told by its first indicator.
    if let Some(at) = lead_at(&commit.changes).filter(|it| *it >= JournalLine::SHOWN) {
        commit.changes.swap(0, at);
    }
    commit.changes.truncate(JournalLine::SHOWN);
    JournalLine {
        commit: Arc::new(commit),
        changes: line.n_changes,
    }
}
