//! What goes on beside the engine, on threads of its own: the automatic archives and the access log.
//! Owns when each is told; neither is ever waited for.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Weak};

use chrono::NaiveDate;

use super::{Ask, ClientId, Setup};
use crate::domain::ids::UserId;
use crate::domain::people::Role;
use crate::domain::state::State;
use crate::service::access::{self, Access, AccessLog, Asked, Did, Told, Why};
use crate::service::archiver::Archiver;
use crate::service::link::{News, Trouble};

/// The threads beside the engine.
pub(super) struct Aside {
    archiver: Option<Archiver>,
    /// Where the archives lie, if that is set.
    folder: Option<PathBuf>,
    /// The day of the last commit for which an archive was looked for.
    day: Option<NaiveDate>,
    /// Why there is no archive of the day, for those who come later.
    no_archive: Option<Trouble>,
    log: Option<AccessLog>,
    access: Access,
    /// Whoever answers through it does not keep the engine going.
    queue: Weak<Sender<Ask>>,
}

impl Aside {
    /// Begins what is set, and looks whether an archive is due.
    pub fn of(setup: &Setup, queue: &Arc<Sender<Ask>>) -> Aside {
        let queue = Arc::downgrade(queue);
        let (mut archiver, mut log) = (None, None);
        if let Some(config) = &setup.config {
            let (disk, dir) = (Arc::clone(&setup.disk), setup.dir.clone());
            let (limits, clock) = (config.access, setup.clock);
            log = AccessLog::start(disk, dir.join(access::DIR), limits, clock);
            archiver = config.archives.clone().and_then(|how| {
                let to = queue.clone();
                let tell = move |trouble| ask(&to, Ask::NoArchive(trouble));
                Archiver::start(Arc::clone(&setup.disk), dir, how, tell)
            });
        }
        if let Some(archiver) = &archiver {
            archiver.day((setup.clock)().today);
        }
        let access = log
            .as_ref()
            .map_or_else(|| Access::none(setup.clock), AccessLog::way);
        let archives = setup.config.as_ref().and_then(|it| it.archives.as_ref());
        let folder = archives.map(|it| it.folder.clone());
        Aside {
            archiver,
            folder,
            day: None,
            no_archive: None,
            log,
            access,
            queue,
        }
    }

    /// Where the archives lie, if that is set.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Whoever makes archives, for somebody who needs them to himself for a while.
    pub fn take_archiver(&mut self) -> Option<Archiver> {
        self.archiver.take()
    }

    /// Gives it back.
    pub fn put_archiver(&mut self, archiver: Option<Archiver>) {
        self.archiver = archiver;
    }

    /// A way to the access log.
    pub fn access(&self) -> Access {
        self.access.clone()
    }

    /// Notes what somebody did.
    pub fn note(&self, user: UserId, did: Did) {
        self.access.note(Some(user), did);
    }

    /// Notes that somebody was not let in: under their number if they have one, else under their account.
    pub fn not_admitted(&self, user: Option<UserId>, account: &str) {
        let did = match user {
            Some(_) => Did::NotAdmitted { account: None },
            None => Did::stranger(account),
        };
        self.access.note(user, did);
    }

    /// Something was committed on this day.
    pub fn committed(&mut self, today: NaiveDate) {
        if self.day != Some(today)
            && let Some(archiver) = &self.archiver
        {
            archiver.day(today);
            self.no_archive = None;
        }
        self.day = Some(today);
    }

    /// There is no archive of the day.
    pub fn no_archive(&mut self, trouble: Trouble) {
        self.no_archive = Some(trouble);
    }

    /// What somebody who has just come ought to know.
    pub fn news_for(&self, state: &State, user: UserId) -> Option<News> {
        let trouble = self.no_archive.filter(|_| administers(state, user))?;
        Some(News::NoArchive(trouble))
    }

    /// Has a page of the access log read for a client; it comes as [`Ask::Tell`].
    pub fn read_access(&self, state: &State, user: UserId, client: ClientId, asked: Asked) {
        let to = self.queue.clone();
        let reply = move |told| ask(&to, Ask::Tell(client, News::AccessLog(told)));
        if administers(state, user) {
            self.note(user, Did::AccessLog);
            self.access.read(asked, reply);
        } else {
            let (why, key) = (Why::Rights, None);
            self.note(user, Did::Refused { why, key });
            reply(Told::Denied);
        }
    }

    /// Ends both: an archive under way is given up, what was noted is written.
    pub fn end(&mut self) {
        self.archiver = None;
        self.log = None;
    }
}

fn ask(queue: &Weak<Sender<Ask>>, ask: Ask) {
    if let Some(queue) = queue.upgrade() {
        let _ = queue.send(ask);
    }
}

/// Whether somebody administers the store.
pub(super) fn administers(state: &State, user: UserId) -> bool {
    let user = state.users.get(&user);
    user.is_some_and(|it| !it.retired && it.roles.contains(&Role::Administrator))
}
