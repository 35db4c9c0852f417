//! What passes between an interface and the engine: requests one way, news the other.
//!
//! The same messages serve an engine in this process and one behind a socket; so they are plain data,
//! and nothing in them is shared by reference except shards and commits, which a socket sends whole.

mod kept;
mod mentions;
mod present;

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::access::{Asked, Told};
use crate::domain::command::Command;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId, Seq, StoreMark, UserId};
use crate::domain::record::{CommandId, Commit, Key};
use crate::domain::refusal::Refusal;
use crate::domain::state::{Shard, State};

pub use crate::store::erasure::Erased;
pub use kept::{Kept, KeptSet, Slot, Unsaved};
pub use mentions::{Mention, Mentions};
pub use present::{Present, Room, Spot};

/// What an interface asks of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Carry out a command. The id is made when the command leaves the editor; sent again, it gets its first answer.
    Command {
        /// The client's id of the command.
        id: CommandId,
        /// The command.
        command: Box<Command>,
    },
    /// Send the values of a period.
    Shard(PeriodId),
    /// A page of commits that changed one record, the latest first.
    History {
        /// Which record.
        key: Key,
        /// Only commits before this one; `None` begins at the end.
        before: Option<Seq>,
    },
    /// A page of the journal, the latest first.
    Journal {
        /// Whose, about whom or about what.
        filter: JournalFilter,
        /// Only commits before this one; `None` begins at the end.
        before: Option<Seq>,
    },
    /// Say where the name of a person is said, before it is erased. For administrators; answered by [`News::Mentions`].
    Mentions(PersonId),
    /// A page of whole commits, the earliest first: what an export is made of, besides the records.
    Commits {
        /// Only commits after this one.
        after: Seq,
    },
    /// Keep this unfinished input, and no longer what is gone; other slots stay as they are. Answered by [`News::Unsaved`].
    KeepUnsaved(Vec<Kept>),
    /// Take note that the card of a record was opened: it is shown from what the interface has already.
    Looked(Key),
    /// Send a page of the access log.
    AccessLog(Asked),
    /// This window is there now. All others are told by [`News::Here`]; it is stored nowhere.
    Here(Spot),
    /// Say whether the machine that serves the store has this account. Answered by [`News::Account`].
    Account(String),
    /// Take note that values of a period were put into a file: it is written from what whoever asks has already.
    Took(PeriodId),
}

/// Which commits the journal screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum JournalFilter {
    /// All.
    #[default]
    All,
    /// By this author.
    By(UserId),
    /// About this head.
    Person(PersonId),
    /// About this organisation.
    Organisation(OrganisationId),
    /// About this indicator.
    Indicator(IndicatorId),
}

/// What the engine tells an interface.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum News {
    /// The answer to a command.
    Answer {
        /// Which command.
        id: CommandId,
        /// The answer.
        answer: Answer,
    },
    /// A commit took effect, one's own or another's; in the order of numbers, without gaps.
    Committed(Arc<Commit>),
    /// The values of a period as of that commit.
    Shard {
        /// Which period.
        period: PeriodId,
        /// As of which commit.
        seq: Seq,
        /// The values.
        shard: Arc<Shard>,
    },
    /// A page of the history of a record.
    History {
        /// Which record.
        key: Key,
        /// Commits, the latest first; only the changes of this record are in them.
        commits: Vec<Arc<Commit>>,
        /// Whether there are older ones.
        more: bool,
    },
    /// A page of the journal.
    Journal {
        /// The filter asked with.
        filter: JournalFilter,
        /// The place asked with: only commits before this one.
        before: Option<Seq>,
        /// Commits, the latest first; large ones carry their first changes only.
        commits: Vec<JournalLine>,
        /// Whether there are older ones.
        more: bool,
    },
    /// Where the name of a person is said, or why that is not told.
    Mentions {
        /// Whose.
        person: PersonId,
        /// What was found.
        found: Result<Mentions, Refusal>,
    },
    /// A person's data is erased, to whoever asked for it; comes before the answer.
    Erased(Box<Erased>),
    /// A page of whole commits, the earliest first.
    Commits {
        /// The commits.
        commits: Vec<Arc<Commit>>,
        /// Whether there are later ones.
        more: bool,
    },
    /// What was asked for cannot be read now. It says nothing about writing.
    Unreadable(Wanted),
    /// This is kept of the person's unfinished input now, or gone; told to all their windows.
    Unsaved(Vec<Kept>),
    /// The unfinished input sent last is not on disk; what was kept before still is. Send it again.
    Unkept,
    /// All other windows that are here now; told to those who have said where they are.
    Here(Vec<Present>),
    /// The store stopped taking changes, or takes them again.
    Writing(Writing),
    /// Nobody answers at the other end. The link looks for somebody by itself; what was asked meanwhile is asked then.
    Lost,
    /// Whoever serves the store does not let us in any more. The link goes on asking, for that may be mended there.
    Barred(Bar),
    /// Somebody answers again, or this client has not kept up with what it was told: everything is as it is told here, and what came
    /// before is out of date. What was asked to read and did not come is to be asked again.
    Again(Box<Welcome>),
    /// A page of the access log, or why there is none.
    AccessLog(Told),
    /// There is no automatic archive of this day, for this; told to those who administer.
    NoArchive(Trouble),
    /// Whether somebody can come in under an account.
    Account {
        /// The account.
        account: String,
        /// Whether the machine that serves the store has it.
        known: bool,
    },
}

/// Why the one who serves the store lets nobody in from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bar {
    /// The account is not, or no longer, among the users.
    Stranger {
        /// The account.
        account: String,
    },
    /// The program there is of another version.
    Version {
        /// Its version.
        theirs: String,
    },
}

/// What an interface asked to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// The values of a period.
    Shard(PeriodId),
    /// A page of the history of a record.
    History(Key),
    /// A page of the journal.
    Journal(JournalFilter),
    /// Where the name of a person is said.
    Mentions(PersonId),
    /// A page of whole commits.
    Commits,
}

/// A line of the journal screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JournalLine {
    /// The commit, with at most [`JournalLine::SHOWN`] changes.
    pub commit: Arc<Commit>,
    /// How many changes it has in all.
    pub changes: usize,
}

impl JournalLine {
    /// Changes of a commit that travel to the screen.
    pub const SHOWN: usize = 20;
}

/// What became of a command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// Durable. The commit itself comes before, as [`News::Committed`].
    Done(Arc<Commit>),
    /// Not carried out; a conflict is a refusal that carries the other version.
    Refused(Refusal),
    /// The disk refused: nothing was changed, reading goes on.
    NotWritten(Trouble),
    /// The disk failed in such a way that nobody knows; ask again with the same id.
    Unknown,
}

/// Why nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// No room.
    Full,
    /// The store is open for reading only: damage, or a folder without rights.
    ReadOnly,
    /// An input/output error.
    Failed,
    /// Opened again after a failure, the disk no longer has what it had promised to keep. Nothing is written over what is left; it can be read.
    Lost,
    /// The journal is damaged: so many of its commits cannot be read. What is in memory and in the derived state can be read.
    Damaged {
        /// The first of them.
        first: u64,
        /// The last of them, if something behind it tells.
        last: Option<u64>,
    },
    /// What the change rests on cannot be read.
    Unreadable,
    /// The program itself failed at this command.
    Broken,
    /// Nobody answers at the other end of the link.
    Unreached,
    /// One change of more than a link carries.
    TooMuch,
    /// A person's data is being erased; what is asked waits.
    Busy,
}

/// Whether the store takes changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Writing {
    /// It does.
    Open,
    /// It does, and the disk will soon be full.
    Scarce {
        /// How much room is left, in MiB.
        mib: u32,
    },
    /// It does not.
    Stopped(Trouble),
}

impl Writing {
    /// Whether changes are taken.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Writing::Stopped(_))
    }
}

/// What an interface begins with: the state without values, what it may ask, and what it left unfinished.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Welcome {
    /// Which store it is.
    pub store: StoreMark,
    /// Who the kernel says this is.
    pub user: UserId,
    /// The state; shards as far as they are loaded.
    pub state: State,
    /// Input left unfinished in any window of the person, and what was lately.
    pub unsaved: Vec<Kept>,
    /// Whether the store takes changes.
    pub writing: Writing,
}

/// A way to an engine. News come through the sender given when the link was opened.
pub trait Link: Send {
    /// Hands a request over; never waits for the disk.
    fn send(&self, request: Request);
}
