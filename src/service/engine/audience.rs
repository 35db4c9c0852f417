//! Whoever has joined, and what each of them may see. Nothing reaches a client but through here, so that no way of telling can
//! forget to hide what is hidden.
//!
//! Owns who listens and what they see; not what is told, nor when.
//!
//! Invariant: whoever sees names gets what the engine has, shared and not copied; whoever does not gets masks of the same moment.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{ClientId, Listener};
use crate::domain::ids::UserId;
use crate::domain::mask::{HIDDEN, Mask, Viewer};
use crate::domain::record::{Commit, Key};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::service::link::{Answer, Erased, JournalLine, News, Welcome};

/// Everybody who has joined.
pub(super) struct Audience {
    clients: BTreeMap<ClientId, Client>,
    last: u64,
    /// What the numbers of masks are drawn by.
    seed: [u8; 16],
}

/// Somebody who has joined.
struct Client {
    user: UserId,
    sight: Sight,
    news: Listener,
}

/// What somebody sees.
enum Sight {
    /// All there is.
    All,
    /// Masks.
    Masks(Viewer, Arc<Mask>),
}

impl Audience {
    /// Nobody yet.
    pub fn new(seed: [u8; 16]) -> Audience {
        Audience {
            clients: BTreeMap::new(),
            last: 0,
            seed,
        }
    }

    /// Takes somebody in.
    pub fn join(&mut self, state: &State, user: UserId, news: Listener) -> ClientId {
        self.last += 1;
        let id = ClientId(self.last);
        let sight = self.sight(state, user);
        self.clients.insert(id, Client { user, sight, news });
        id
    }

    /// Lets somebody go; who it was.
    pub fn leave(&mut self, id: ClientId) -> Option<UserId> {
        self.clients.remove(&id).map(|it| it.user)
    }

    /// Lets everybody go; who they were.
    pub fn clear(&mut self) -> Vec<UserId> {
        let gone = std::mem::take(&mut self.clients);
        gone.into_values().map(|it| it.user).collect()
    }

    /// Who is here.
    pub fn everybody(&self) -> impl Iterator<Item = (ClientId, UserId)> + '_ {
        self.clients.iter().map(|(id, it)| (*id, it.user))
    }

    /// Who a client is.
    pub fn user(&self, id: ClientId) -> Option<UserId> {
        self.clients.get(&id).map(|it| it.user)
    }

    /// What a client begins with.
    pub fn welcome(&self, id: ClientId, welcome: Welcome) -> Welcome {
        match self.clients.get(&id) {
            Some(it) => it.sight.welcome(welcome),
            // Nobody who has not joined asks; were it so, they would see as little as anybody may.
            None => self.sight(&welcome.state, welcome.user).welcome(welcome),
        }
    }

    /// Tells one.
    pub fn tell(&self, id: ClientId, news: News) {
        if let Some(client) = self.clients.get(&id) {
            client.tell(news);
        }
    }

    /// Tells all.
    pub fn tell_all(&self, news: &News) {
        self.clients.values().for_each(|it| it.tell(news.clone()));
    }

    /// Tells all windows of a user.
    pub fn tell_user(&self, user: UserId, news: &News) {
        let own = self.clients.values().filter(|it| it.user == user);
        own.for_each(|it| it.tell(news.clone()));
    }

    /// Tells all what took effect and is in the state now. Those whose rights it changes, or whose masks, are to be told everything
    /// anew: these are they.
    pub fn tell_commits(&mut self, state: &State, commits: &[Arc<Commit>]) -> Vec<ClientId> {
        let keys = || commits.iter().flat_map(|it| &it.changes).map(|it| it.key);
        let is_moved = keys().any(|it| Mask::rests_on(it.kind()));
        let mut renewed: Option<Arc<Mask>> = None;
        let mut anew = Vec::new();
        let seed = self.seed;
        for (id, client) in &mut self.clients {
            let is_own = is_moved && keys().any(|it| it == Key::User(client.user));
            if is_own {
                client.sight = Sight::of(state, client.user, seed);
                anew.push(*id);
            } else if is_moved && let Sight::Masks(viewer, mask) = &mut client.sight {
                let now = renewed.get_or_insert_with(|| Arc::new(Mask::of(state, seed)));
                if now != mask {
                    (*viewer, *mask) = (Viewer::of(state, client.user), Arc::clone(now));
                    anew.push(*id);
                }
            }
            for commit in commits {
                client.tell(News::Committed(Arc::clone(commit)));
            }
        }
        anew
    }

    /// The state was read anew: what everybody may see is looked up in it. All of them are to be told everything.
    pub fn begin_anew(&mut self, state: &State) -> Vec<ClientId> {
        let seed = self.seed;
        for client in self.clients.values_mut() {
            client.sight = Sight::of(state, client.user, seed);
        }
        self.clients.keys().copied().collect()
    }

    /// Whoever is no longer admitted, or is no user any more, hears nothing more: with the listener gone, the connection ends. Who they
    /// were.
    pub fn part_with_retired(&mut self, state: &State) -> Vec<UserId> {
        let is_retired = |it: &Client| state.users.get(&it.user).is_none_or(|it| it.retired);
        let gone = self.clients.extract_if(.., |_, it| is_retired(it));
        gone.map(|(_, it)| it.user).collect()
    }

    fn sight(&self, state: &State, user: UserId) -> Sight {
        Sight::of(state, user, self.seed)
    }
}

impl Client {
    fn tell(&self, news: News) {
        (self.news)(self.sight.news(news));
    }
}

impl Sight {
    fn of(state: &State, user: UserId, seed: [u8; 16]) -> Sight {
        match state.users.get(&user) {
            Some(it) if it.names => Sight::All,
            _ => Sight::Masks(Viewer::of(state, user), Arc::new(Mask::of(state, seed))),
        }
    }

    /// The news as they are seen. Each kind of them is decided upon here.
    fn news(&self, news: News) -> News {
        let Sight::Masks(viewer, mask) = self else {
            return news;
        };
        let commit = |it: &Arc<Commit>| Arc::new(mask.commit(*viewer, it));
        match news {
            News::Answer { id, answer } => {
                let answer = match answer {
                    Answer::Done(it) => Answer::Done(commit(&it)),
                    Answer::Refused(it) => Answer::Refused(mask.refusal(*viewer, it)),
                    it @ (Answer::NotWritten(_) | Answer::Unknown) => it,
                };
                News::Answer { id, answer }
            }
            News::Committed(it) => News::Committed(commit(&it)),
            News::Shard { period, seq, shard } => News::Shard {
                period,
                seq,
                shard: Arc::new(mask.shard(&shard)),
            },
            News::History { key, commits, more } => News::History {
                key,
                commits: commits.iter().map(commit).collect(),
                more,
            },
            News::Journal {
                filter,
                before,
                commits,
                more,
            } => News::Journal {
                filter,
                before,
                commits: (commits.into_iter())
                    .map(|it| JournalLine {
                        commit: commit(&it.commit),
                        changes: it.changes,
                    })
                    .collect(),
                more,
            },
            // Whoever is told these administers, and erases no name without seeing it; rights may have changed in between.
            News::Mentions { person, found } => News::Mentions {
                person,
                found: Err(found.err().map_or(Refusal::NamesHidden, |it| {
                    mask.refusal(*viewer, it)
                })),
            },
            News::Erased(it) => News::Erased(Box::new(Erased {
                reason: HIDDEN.to_owned(),
                ..*it
            })),
            News::Commits { commits, more } => News::Commits {
                commits: commits.iter().map(commit).collect(),
                more,
            },
            News::Again(it) => News::Again(Box::new(self.welcome(*it))),
            // What a person has begun to write is their own.
            it @ (News::Unsaved(_)
            // By ids, and for those who administer.
            | News::AccessLog(_)
            | News::NoArchive(_)
            | News::Account { .. }
            // Where somebody is is told by ids, too.
            | News::Here(_)
            | News::Barred(_)
            | News::Unreadable(_)
            | News::Unkept
            | News::Writing(_)
            | News::Lost) => it,
        }
    }

    /// The welcome as it is seen. Unfinished input is the client's own.
    fn welcome(&self, welcome: Welcome) -> Welcome {
        match self {
            Sight::All => welcome,
            Sight::Masks(viewer, mask) => Welcome {
                state: mask.state(*viewer, &welcome.state),
                ..welcome
            },
        }
    }
}
