//! A link, what comes through it, and the state that it tells: how a subcommand sees the store, whoever has it open.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::context::Context;
use super::exit::Exit;
use super::progress::Bar;
use crate::domain::command::Command;
use crate::domain::ids::{PeriodId, PersonId, Seq, StoreMark, UserId};
use crate::domain::record::{CommandId, Commit, Key};
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::service::access::{Asked, Told};
use crate::service::ask::{PATIENCE, ask};
use crate::service::engine::Founding;
use crate::service::link::{Answer, Erased, Link as _, Mentions, News, Request, Welcome};
use crate::service::session::{Opening, Session};

/// A place at the store.
pub struct Desk {
    link: Session,
    /// Who sits there.
    pub user: UserId,
    /// Which store it is.
    pub store: StoreMark,
    news: Receiver<News>,
    /// What the news have told so far.
    pub state: State,
}

/// Why what was asked for does not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It cannot be read.
    Unreadable,
    /// Nobody answers.
    Lost,
}

impl Silence {
    /// Tells the person; how the call ends.
    #[must_use]
    pub fn told(self, context: &Context) -> Exit {
        let told = |fact, next| context.locale.told(fact, next);
        match self {
            Silence::Unreadable => {
                context.refuse(&told(Phrase::TroubleFailed, Phrase::TroubleFailedNext))
            }
            Silence::Lost => silent(context),
        }
    }
}

/// Opens the store or joins whoever serves it: a server if there is one and no folder was named, else the folder's.
///
/// # Errors
/// How the call ends; the person has been told why.
pub fn connect(
    context: &Context,
    founding: Option<Founding>,
    news: impl Fn(News) + Send + Sync + 'static,
) -> Result<(Session, Welcome), Exit> {
    if let Some(socket) = context.server() {
        let joined = Session::join(socket, news);
        return joined.map_err(|error| context.session_failed(&error));
    }
    let mut bar = Bar::new(context.say(Phrase::CliReplayProgress));
    let opening = Opening::of(context.dir(), founding);
    let opened = Session::open(opening, news, &mut |it| bar.of_store(it));
    drop(bar);
    let (link, welcome, report) = opened.map_err(|error| context.session_failed(&error))?;
    context.report(&report);
    Ok((link, welcome))
}

/// Says that nobody answers at the other end any more.
fn silent(context: &Context) -> Exit {
    let told = (context.locale).told(Phrase::CliServerSilent, Phrase::CliNoServerNext);
    context.out.tell(&told);
    Exit::NoServer
}

impl Desk {
    /// Sits down at the store that there is.
    ///
    /// # Errors
    /// How the call ends; the person has been told why.
    pub fn open(context: &Context) -> Result<Desk, Exit> {
        Desk::sit_down(context, None)
    }

    /// Makes the store and sits down at it.
    ///
    /// # Errors
    /// How the call ends; the person has been told why.
    pub fn found(context: &Context, founding: Founding) -> Result<Desk, Exit> {
        Desk::sit_down(context, Some(founding))
    }

    fn sit_down(context: &Context, founding: Option<Founding>) -> Result<Desk, Exit> {
        let (sender, news) = mpsc::channel();
        let (link, welcome) = connect(context, founding, move |it| drop(sender.send(it)))?;
        Ok(Desk {
            link,
            user: welcome.user,
            store: welcome.store,
            news,
            state: welcome.state,
        })
    }

    /// Waits for the values of a period and of the one before, from which changes are computed, with those of their half-years and quarters.
    ///
    /// # Errors
    /// How the call ends; the person has been told that they cannot be read.
    pub fn load(&mut self, context: &Context, period: PeriodId) -> Result<(), Exit> {
        let before = self.state.period_before(period);
        let years = [Some(period), before].into_iter().flatten();
        let wanted: Vec<PeriodId> = years
            .flat_map(|it| std::iter::once(it).chain(self.state.periods_within(it)))
            .collect();
        for wanted in wanted {
            self.load_one(wanted).map_err(|it| it.told(context))?;
        }
        Ok(())
    }

    /// Lets it be known that somebody is shown what is known of a record.
    pub fn looked(&self, key: Key) {
        self.link.send(Request::Looked(key));
    }

    /// Lets it be known that values of a period are put into a file.
    pub fn took(&self, period: PeriodId) {
        self.link.send(Request::Took(period));
    }

    /// Waits for a page of the access log.
    ///
    /// # Errors
    /// How the call ends; the person has been told that nobody answers.
    pub fn access_log(&mut self, context: &Context, asked: &Asked) -> Result<Told, Exit> {
        self.link.send(Request::AccessLog(asked.clone()));
        loop {
            match self.hear() {
                Ok(News::AccessLog(told)) => return Ok(told),
                // What was on its way is not told any more: everything is told anew.
                Ok(News::Again(_)) => self.link.send(Request::AccessLog(asked.clone())),
                Ok(_) => {}
                Err(_) => return Err(silent(context)),
            }
        }
    }

    /// Waits for the values of all periods.
    ///
    /// # Errors
    /// [`Silence`].
    pub fn load_all(&mut self) -> Result<(), Silence> {
        // Whoever is told everything anew in between has to begin again.
        while let Some(period) = self.not_loaded() {
            self.load_one(period)?;
        }
        Ok(())
    }

    fn not_loaded(&self) -> Option<PeriodId> {
        let mut periods = self.state.periods.keys().copied();
        periods.find(|it| self.state.shard(*it).is_none())
    }

    fn load_one(&mut self, wanted: PeriodId) -> Result<(), Silence> {
        self.link.send(Request::Shard(wanted));
        loop {
            match self.hear()? {
                News::Shard { period, shard, .. } if period == wanted => {
                    self.state.load_shard(period, shard);
                    return Ok(());
                }
                // Told anew: what was asked before may not be answered any more.
                News::Again(_) => self.link.send(Request::Shard(wanted)),
                _ => {}
            }
        }
    }

    /// A page of the whole journal after a commit, and whether there is more of it.
    ///
    /// # Errors
    /// [`Silence`].
    pub fn commits(&mut self, after: Seq) -> Result<(Vec<Arc<Commit>>, bool), Silence> {
        self.link.send(Request::Commits { after });
        loop {
            match self.hear()? {
                News::Commits { mut commits, more } => {
                    // An answer that came twice begins before this one.
                    commits.retain(|it| it.seq > after);
                    return Ok((commits, more));
                }
                News::Again(_) => self.link.send(Request::Commits { after }),
                _ => {}
            }
        }
    }

    /// The next piece of news, taken into the state.
    fn hear(&mut self) -> Result<News, Silence> {
        match self.news.recv() {
            Err(_) | Ok(News::Unreadable(_)) => Err(Silence::Unreadable),
            Ok(News::Lost) => Err(Silence::Lost),
            Ok(news) => {
                take_in(&mut self.state, &news);
                Ok(news)
            }
        }
    }

    /// Sends a command and waits for its answer.
    pub fn act(&mut self, command: &Command) -> Answer {
        let id = CommandId(fastrand::u128(..));
        let state = &mut self.state;
        ask(&self.link, &self.news, id, command, PATIENCE, |news| {
            take_in(state, &news);
        })
    }

    /// Asks where the name of a person is said; `None` if that cannot be read.
    pub fn mentions(&mut self, person: PersonId) -> Option<Result<Mentions, Refusal>> {
        self.link.send(Request::Mentions(person));
        loop {
            match self.hear().ok()? {
                News::Mentions { found, .. } => return Some(found),
                News::Again(_) => self.link.send(Request::Mentions(person)),
                _ => {}
            }
        }
    }

    /// Sends a command that erases, and waits for its answer; with it what was done, if it has come to its end.
    pub fn erase(&mut self, command: &Command) -> (Answer, Option<Erased>) {
        let id = CommandId(fastrand::u128(..));
        let (state, mut erased) = (&mut self.state, None);
        let answer = ask(
            &self.link,
            &self.news,
            id,
            command,
            PATIENCE,
            |news| match news {
                News::Committed(commit) => {
                    state.apply(&commit);
                }
                News::Again(welcome) => *state = welcome.state,
                News::Erased(it) => erased = Some(*it),
                _ => {}
            },
        );
        (answer, erased)
    }

    /// Leaves; what the news have told stays.
    pub fn close(self) -> State {
        if let Err(error) = self.link.close() {
            // What was answered is durable all the same, and whatever broke has told so.
            tracing::warn!(%error, "not closed in order");
        }
        self.state
    }
}

/// Follows what the news tell of the state.
fn take_in(state: &mut State, news: &News) {
    match news {
        News::Committed(commit) => state.apply(commit),
        // Whoever has the store now, or what one may do in it, is another: everything is told anew.
        News::Again(welcome) => *state = welcome.state.clone(),
        _ => {}
    }
}
