//! The access log: what the engine served, and to whom, as JSON Lines in the store's folder. Ids stand in it, never names or texts.
//!
//! A line is handed over and forgotten: a thread of its own writes it, behind the answer. Nothing is synced, so that a power cut may
//! cost the last lines; a kill costs what waited in memory while the thread was busy. Where lines come faster than they are written, or
//! where there is no room for them, some are lost, and a line says how many. Nobody's work waits for this log or stops because of it.
//!
//! Invariant: it never wakes by itself, and takes only so many lines of one user in an hour: whoever would push others' lines out of it
//! needs days, and shows in it all the while.

mod files;
mod line;
mod measure;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::thread;
use std::time::Duration;

use super::clock::Clock;
use super::config;
use crate::domain::ids::{Now, UserId};
use crate::store::disk::Disk;
use files::Files;
use measure::Measure;

pub use files::DIR;
pub use line::{Asked, Did, Line, Page, Place, Told, Why};

/// Lines that may wait to be written.
const MOST_WAITING: usize = 4_096;

/// How long an end waits for the last lines.
const LAST: Duration = Duration::from_secs(2);

/// Where an answer goes.
type Reply = Box<dyn FnOnce(Told) + Send>;

enum Job {
    Note(Now, Line),
    Read(Asked, Reply),
    End,
}

/// A way to the log; the one that leads nowhere is [`Access::none`].
#[derive(Clone)]
pub struct Access {
    queue: Option<SyncSender<Job>>,
    lost: Arc<AtomicU64>,
    clock: Clock,
}

/// The thread that writes. Dropped, it has written what was noted so far.
pub struct AccessLog {
    way: Access,
    is_ending: Arc<AtomicBool>,
    ended: Receiver<()>,
}

impl Access {
    /// A way to no log.
    #[must_use]
    pub fn none(clock: Clock) -> Access {
        Access {
            queue: None,
            lost: Arc::default(),
            clock,
        }
    }

    /// Notes that somebody did something, now.
    pub fn note(&self, user: Option<UserId>, did: Did) {
        let Some(queue) = &self.queue else {
            return;
        };
        let now = (self.clock)();
        let at = now.at;
        if (queue.try_send(Job::Note(now, Line { at, user, did }))).is_err() {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Reads a page of it; the reply is called on another thread, or at once if nothing can be read.
    pub fn read(&self, asked: Asked, reply: impl FnOnce(Told) + Send + 'static) {
        let job = Job::Read(asked, Box::new(reply));
        let refused = match &self.queue {
            Some(queue) => queue.try_send(job).err().map(|it| match it {
                mpsc::TrySendError::Full(job) | mpsc::TrySendError::Disconnected(job) => job,
            }),
            None => Some(job),
        };
        if let Some(Job::Read(_, reply)) = refused {
            reply(Told::Unreadable);
        }
    }
}

impl AccessLog {
    /// Begins. Nothing is touched before the first line; without a thread there is no log.
    #[must_use]
    pub fn start(
        disk: Arc<dyn Disk>,
        dir: PathBuf,
        limits: config::Access,
        clock: Clock,
    ) -> Option<AccessLog> {
        let (queue, jobs) = mpsc::sync_channel(MOST_WAITING);
        let (end, ended) = mpsc::channel::<()>();
        let lost = Arc::<AtomicU64>::default();
        let way = Access {
            queue: Some(queue),
            lost: Arc::clone(&lost),
            clock,
        };
        let files = Files::new(disk, dir, limits);
        let is_ending = Arc::<AtomicBool>::default();
        let ending = Arc::clone(&is_ending);
        let spawned = thread::Builder::new()
            .name("access log".into())
            .spawn(move || {
                let _end = end;
                write(files, &jobs, &lost, &ending);
            });
        match spawned {
            Ok(_) => Some(AccessLog {
                way,
                is_ending,
                ended,
            }),
            Err(error) => {
                tracing::error!(%error, "no thread for the access log");
                None
            }
        }
    }

    /// A way to it.
    #[must_use]
    pub fn way(&self) -> Access {
        self.way.clone()
    }
}

impl Drop for AccessLog {
    fn drop(&mut self) {
        if let Some(queue) = self.way.queue.take() {
            // Others may still hold a way to it: it is told to end. One whose queue is full does not wait, and sees it when that is empty.
            self.is_ending.store(true, Ordering::SeqCst);
            let _ = queue.try_send(Job::End);
            let _ = self.ended.recv_timeout(LAST);
        }
    }
}

fn write(mut files: Files, jobs: &Receiver<Job>, lost: &AtomicU64, ending: &AtomicBool) {
    let (mut measure, mut last) = (Measure::default(), None);
    loop {
        let job = match jobs.try_recv() {
            Ok(job) => job,
            Err(TryRecvError::Disconnected) => break,
            // Nobody has anything to note: what there is goes to the file.
            Err(TryRecvError::Empty) => {
                files.flush();
                if ending.load(Ordering::SeqCst) {
                    break;
                }
                match jobs.recv() {
                    Ok(job) => job,
                    Err(_) => break,
                }
            }
        };
        match job {
            Job::Note(now, line) => {
                files.lose(lost.swap(0, Ordering::Relaxed));
                for line in measure.turn(now.at) {
                    files.write(now, &line);
                }
                if measure.takes(&line) {
                    files.write(now, &line);
                }
                last = Some(now);
            }
            Job::Read(asked, reply) => {
                files.flush();
                reply(files.read(&asked));
            }
            Job::End => break,
        }
    }
    files.lose(lost.swap(0, Ordering::Relaxed));
    if let Some(now) = last {
        for line in measure.end(now.at) {
            files.write(now, &line);
        }
    }
    files.flush();
}
