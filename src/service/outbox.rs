//! What waits to be sent to one client: a queue with a limit between the engine, which never waits, and the thread that writes.
//!
//! Invariant: what comes out of it has no gap. Whoever does not keep up loses all that waits and is told the whole state anew,
//! over the same connection and as soon as they read again; until then nothing is kept for them.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::access::Told;
use super::link::{Kept, News, Present};

/// A new queue that takes news of about so many bytes: the engine's end and the writer's.
#[must_use]
pub fn outbox(most: usize) -> (Outbox, Inbox) {
    let shared = Arc::new(Shared::default());
    let inbox = Inbox(Arc::clone(&shared));
    (Outbox { shared, most }, inbox)
}

/// The engine's end; let go, the queue ends with what waits.
#[derive(Debug)]
pub struct Outbox {
    shared: Arc<Shared>,
    most: usize,
}

/// The writer's end.
#[derive(Debug)]
pub struct Inbox(Arc<Shared>);

/// What the writer is to do next.
#[derive(Debug)]
pub enum Next {
    /// Send this.
    News(News),
    /// Ask the engine for the whole state, as [`News::Again`].
    Renew,
}

#[derive(Debug, Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Queue {
    news: VecDeque<News>,
    weight: usize,
    flow: Flow,
    is_closed: bool,
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
    pub fn put(&self, news: News) {
        let mut queue = self.shared.queue();
        if queue.flow != Flow::Current {
            if !matches!(news, News::Again(_)) {
                return;
            }
            queue.flow = Flow::Current;
        } else if queue.weight >= self.most {
            tracing::info!("a client does not keep up and is told everything anew");
            *queue = Queue {
                flow: Flow::Behind,
                ..Queue::default()
            };
            self.shared.changed.notify_one();
            return;
        }
        queue.weight += weight(&news);
        queue.news.push_back(news);
        self.shared.changed.notify_one();
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        self.shared.queue().is_closed = true;
        self.shared.changed.notify_one();
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
        let news = queue.news.pop_front()?;
        queue.weight = queue.weight.saturating_sub(weight(&news));
        Some(Next::News(news))
    }
}

/// About how many bytes are kept for news that wait. What everybody shares counts little.
fn weight(news: &News) -> usize {
    const RECORD: usize = 256;
    match news {
        News::Committed(commit) => RECORD * (1 + commit.changes.len()),
        // Columns are shared with the engine until one of them changes.
        News::Shard { shard, .. } => RECORD + 2 * shard.len(),
        News::History { commits, .. } | News::Commits { commits, .. } => {
            let changes = commits.iter().map(|it| 1 + it.changes.len());
            RECORD * (1 + changes.sum::<usize>())
        }
        News::Journal { commits, .. } => {
            let changes = commits.iter().map(|it| 1 + it.commit.changes.len());
            RECORD * (1 + changes.sum::<usize>())
        }
        News::Unsaved(words) => RECORD + words.iter().map(Kept::weight).sum::<usize>(),
        News::Here(windows) => RECORD + size_of::<Present>() * windows.len(),
        News::AccessLog(Told::Page(page)) => RECORD * (1 + page.lines.len()),
        _ => RECORD,
    }
}
