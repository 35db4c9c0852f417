//! What waits to be sent to one client: a queue with a limit between the engine, which never waits, and the thread that writes.
//!
//! Invariant: what comes out of it has no gap. Whoever does not keep up loses all that waits and is told the whole state anew,
//! over the same connection and as soon as they read again; until then nothing is kept for them. Nobody who does read comes to that by
//! asking for much: while much waits for a client, nothing more is taken from it.

mod weight;

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::link::News;
use weight::weight;

/// A new queue that takes news of about so many bytes: the engine's end and the writer's.
#[must_use]
pub fn outbox(most: usize) -> (Outbox, Inbox) {
    let shared = Arc::new(Shared {
        queue: Mutex::default(),
        changed: Condvar::new(),
        eased: Condvar::new(),
        most,
    });
    let inbox = Inbox(Arc::clone(&shared));
    (Outbox(shared), inbox)
}

/// The engine's end; let go, the queue ends with what waits.
#[derive(Debug)]
pub struct Outbox(Arc<Shared>);

/// The writer's end.
#[derive(Debug)]
pub struct Inbox(Arc<Shared>);

/// For whoever takes what the client asks.
#[derive(Debug)]
pub struct Backlog(Arc<Shared>);

/// What the writer is to do next.
#[derive(Debug)]
pub enum Next {
    /// Send this.
    News(News),
    /// Ask the engine for the whole state, as [`News::Again`].
    Renew,
}

#[derive(Debug)]
struct Shared {
    queue: Mutex<Queue>,
    /// There is something for the writer.
    changed: Condvar,
    /// Less waits than before.
    eased: Condvar,
    most: usize,
}

#[derive(Debug, Default)]
struct Queue {
    /// With the weight of each.
    news: VecDeque<(usize, News)>,
    weight: usize,
    flow: Flow,
    is_closed: bool,
    /// Nobody writes any more.
    is_left: bool,
}

/// Whether the client knows what it is told from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Flow {
    #[default]
    Current,
    /// What waited was dropped.
    Behind,
    /// And the whole state has been asked for.
    Asked,
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Outbox {
    /// Takes news; never waits.
    pub fn put(&self, mut news: News) {
        if let News::Again(welcome) = &mut news {
            // Values are sent when they are asked for; meanwhile the engine may let go of them.
            let loaded: Vec<_> = welcome.state.loaded().collect();
            loaded
                .into_iter()
                .for_each(|it| welcome.state.unload_shard(it));
        }
        let weight = weight(&news);
        let mut queue = self.0.queue();
        if queue.flow != Flow::Current {
            if !matches!(news, News::Again(_)) {
                return;
            }
            queue.flow = Flow::Current;
        } else if queue.weight >= self.0.most {
            tracing::info!("a client does not keep up and is told everything anew");
            queue.news.clear();
            queue.weight = 0;
            queue.flow = Flow::Behind;
            self.0.changed.notify_one();
            self.0.eased.notify_one();
            return;
        }
        queue.weight += weight;
        queue.news.push_back((weight, news));
        self.0.changed.notify_one();
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        self.0.queue().is_closed = true;
        self.0.changed.notify_one();
    }
}

impl Inbox {
    /// Waits for what is to be done next; `None` when the engine has let its end go and nothing waits any more.
    #[must_use]
    pub fn next(&self) -> Option<Next> {
        let is_idle =
            |it: &mut Queue| it.news.is_empty() && it.flow != Flow::Behind && !it.is_closed;
        let waited = self.0.changed.wait_while(self.0.queue(), is_idle);
        let mut queue = waited.unwrap_or_else(PoisonError::into_inner);
        if queue.flow == Flow::Behind {
            queue.flow = Flow::Asked;
            return Some(Next::Renew);
        }
        let (weight, news) = queue.news.pop_front()?;
        queue.weight -= weight;
        self.0.eased.notify_one();
        Some(Next::News(news))
    }

    /// How much waits here, for whoever takes what the client asks.
    #[must_use]
    pub fn backlog(&self) -> Backlog {
        Backlog(Arc::clone(&self.0))
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        self.0.queue().is_left = true;
        self.0.eased.notify_one();
    }
}

impl Backlog {
    /// Waits while more than a quarter of the limit waits to be sent, as long as somebody sends it.
    pub fn wait(&self) {
        let most = self.0.most / 4;
        let is_much = |it: &mut Queue| it.weight > most && !it.is_left;
        let waited = self.0.eased.wait_while(self.0.queue(), is_much);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }
}
