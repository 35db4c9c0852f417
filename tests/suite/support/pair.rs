//! Several people on stages over one engine: keys of each by turns, and every screen may be looked at.
//!
//! `play("orlova: 7⏎↑")` types as one of them; what they ask goes to the one state with the real rules, and the news to all. A line
//! that is [`Company::slow`] delivers nothing either way until it is let go; one that is [`Company::cut`] is lost, as when a server
//! ends, and what was asked meanwhile is asked again when it is [`Company::mend`]ed, under the same ids, as a session does it.

#![allow(dead_code, reason = "what one test does not need, another does")]

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use smotr::domain::ids::{Seq, StoreMark, UserId};
use smotr::domain::record::{CommandId, Commit};
use smotr::domain::state::State;
use smotr::service::core::{Asked, commit_for};
use smotr::service::link::{Answer, KeptSet, News, Present, Request, Trouble, Welcome, Writing};

use super::stage::Stage;
use super::world::{BELOVA, ORLOVA, World};

/// People at work.
pub struct Company {
    pub state: State,
    pub commits: Vec<Arc<Commit>>,
    kept: BTreeMap<UserId, KeptSet>,
    seats: Vec<Seat>,
    /// So many answers are lost on their way, though the command is carried out.
    pub lost_answers: usize,
}

struct Seat {
    name: &'static str,
    user: UserId,
    stage: Stage,
    inbox: VecDeque<News>,
    here: Option<Present>,
    slow: bool,
    cut: bool,
    /// Commands without an answer.
    asked: Vec<Request>,
}

impl Company {
    /// Орлова and Белова in the small world, each in «1.2» on the first row.
    pub fn two() -> Company {
        let mut company = Company::over(World::new());
        company.sit("orlova", ORLOVA);
        company.sit("belova", BELOVA);
        company.play("orlova: ⏎2⏎\nbelova: ⏎2⏎");
        company.rest();
        company
    }

    /// Nobody yet.
    pub fn over(world: World) -> Company {
        Company {
            state: world.state,
            commits: world.commits.into_iter().map(Arc::new).collect(),
            kept: BTreeMap::new(),
            seats: Vec::new(),
            lost_answers: 0,
        }
    }

    /// Somebody opens a window.
    pub fn sit(&mut self, name: &'static str, user: UserId) {
        let number = self.seats.len() as u128 + 1;
        let unsaved = self.kept.entry(user).or_default().iter().cloned().collect();
        let mut stage = Stage::numbered(self.state.clone(), user, unsaved, number << 64);
        stage.held = Some(Vec::new());
        self.seats.push(Seat {
            name,
            user,
            stage,
            inbox: VecDeque::new(),
            here: None,
            slow: false,
            cut: false,
            asked: Vec::new(),
        });
        self.resize(name, 120, 36);
    }

    /// Somebody's window is gone, with nothing said.
    pub fn kill(&mut self, name: &str) {
        self.seats.retain(|it| it.name != name);
        self.tell_who_is_here();
        self.pump();
    }

    pub fn resize(&mut self, name: &str, columns: u16, rows: u16) -> &mut Self {
        self.seat(name).stage.resize(columns, rows);
        self.pump();
        self
    }

    fn seat(&mut self, name: &str) -> &mut Seat {
        let found = self.seats.iter_mut().find(|it| it.name == name);
        found.unwrap_or_else(|| panic!("{name} is not here"))
    }

    /// The stage of somebody.
    pub fn at(&mut self, name: &str) -> &mut Stage {
        &mut self.seat(name).stage
    }

    /// Keys of several people: a line each, `name: keys`.
    pub fn play(&mut self, script: &str) -> &mut Self {
        for line in script.lines().map(str::trim).filter(|it| !it.is_empty()) {
            let (name, keys) = line.split_once(": ").expect("name: keys");
            let latest = self.seats.iter().map(|it| it.stage.now.at).max();
            for key in super::stage::parse(keys) {
                let stage = self.at(name);
                stage.now.at = stage.now.at.max(latest.unwrap_or_default());
                stage.key(key);
                self.pump();
            }
        }
        self
    }

    /// Everybody rests.
    pub fn rest(&mut self) -> &mut Self {
        for n in 0..self.seats.len() {
            self.seats[n].stage.rest();
            self.pump();
        }
        self
    }

    /// Nothing passes to or from somebody until it is let go.
    pub fn slow(&mut self, name: &str) -> &mut Self {
        self.seat(name).slow = true;
        self
    }

    pub fn let_go(&mut self, name: &str) -> &mut Self {
        self.seat(name).slow = false;
        self.pump();
        self
    }

    /// The server has ended, for somebody.
    pub fn cut(&mut self, name: &str) -> &mut Self {
        let seat = self.seat(name);
        seat.cut = true;
        seat.here = None;
        seat.inbox.clear();
        seat.stage.event_of(News::Lost);
        self.tell_who_is_here();
        self.pump();
        self
    }

    /// Somebody serves again: what had no answer is asked under the same id.
    pub fn mend(&mut self, name: &str) -> &mut Self {
        let user = self.seat(name).user;
        // Values do not come with it: they are asked for.
        let mut state = self.state.clone();
        let loaded: Vec<_> = state.loaded().collect();
        loaded.into_iter().for_each(|it| state.unload_shard(it));
        let welcome = Welcome {
            store: StoreMark(7),
            user,
            state,
            unsaved: self.kept.entry(user).or_default().iter().cloned().collect(),
            writing: Writing::Open,
        };
        let seat = self.seat(name);
        seat.cut = false;
        let asked = std::mem::take(&mut seat.asked);
        seat.stage.event_of(News::Again(Box::new(welcome)));
        let after = seat.stage.held.replace(asked).unwrap_or_default();
        seat.stage.held.as_mut().unwrap().extend(after);
        self.pump();
        self
    }

    /// Carries requests to the engine and news to everybody until nothing moves.
    fn pump(&mut self) {
        loop {
            let mut moved = false;
            for n in 0..self.seats.len() {
                let seat = &mut self.seats[n];
                if seat.slow {
                    continue;
                }
                let requests = seat.stage.held.replace(Vec::new()).unwrap_or_default();
                for request in requests {
                    moved = true;
                    self.carry(n, request);
                }
                while let Some(news) = self.seats[n].inbox.pop_front() {
                    moved = true;
                    if let News::Answer { id, .. } = &news {
                        let is_it = |it: &Request| matches!(it, Request::Command { id: of, .. } if of == id);
                        self.seats[n].asked.retain(|it| !is_it(it));
                    }
                    self.seats[n].stage.event_of(news);
                }
            }
            if !moved {
                return;
            }
        }
    }

    fn carry(&mut self, n: usize, request: Request) {
        let user = self.seats[n].user;
        if matches!(request, Request::Command { .. }) {
            let seat = &mut self.seats[n];
            if !seat.asked.contains(&request) {
                seat.asked.push(request.clone());
            }
        }
        if self.seats[n].cut {
            if let Request::KeepUnsaved(words) = request {
                // As at the person's own folder, which is merged by the same rule.
                let kept = self.kept.entry(user).or_default();
                for word in words {
                    kept.merge(word);
                }
            }
            return;
        }
        match request {
            Request::Command { id, command } => self.command(n, id, &command),
            Request::KeepUnsaved(words) => {
                let kept = self.kept.entry(user).or_default();
                let told = (words.into_iter())
                    .filter_map(|it| {
                        let slot = it.slot.clone();
                        kept.merge(it);
                        kept.get(&slot).cloned()
                    })
                    .collect();
                self.tell(News::Unsaved(told), |it| it.user == user);
            }
            Request::Here(spot) => {
                let since = self.seats[n].stage.now.at;
                self.seats[n].here = Some(Present { user, spot, since });
                self.tell_who_is_here();
            }
            // Behind what they were told already, as everything is.
            Request::Shard(period) => {
                if let Some(shard) = self.state.share_shard(period) {
                    let seq = self.state.meta.seq;
                    let news = News::Shard { period, seq, shard };
                    self.seats[n].inbox.push_back(news);
                }
            }
            read => {
                let seat = &mut self.seats[n];
                seat.stage.state = self.state.clone();
                seat.stage.commits = self.commits.clone();
                let held = seat.stage.held.take();
                seat.stage.serve(read);
                seat.stage.held = held;
            }
        }
    }

    fn command(&mut self, n: usize, id: CommandId, command: &smotr::domain::command::Command) {
        let seat = &self.seats[n];
        let known = self.commits.iter().find(|it| it.command_id == id).cloned();
        let asked = Asked {
            actor: seat.user,
            id,
            command,
            now: seat.stage.now,
        };
        let find = |seq: Seq| self.commits.iter().find(|it| it.seq == seq).cloned();
        let answer = match (known, commit_for(&self.state, asked, find)) {
            (Some(commit), _) => Answer::Done(commit),
            (None, Ok(commit)) => {
                let commit = Arc::new(commit);
                self.state.apply(&commit);
                self.commits.push(Arc::clone(&commit));
                self.tell(News::Committed(Arc::clone(&commit)), |_| true);
                Answer::Done(commit)
            }
            (None, Err(refusal)) => Answer::Refused(refusal),
        };
        if self.lost_answers > 0 {
            self.lost_answers -= 1;
            return;
        }
        self.seats[n].inbox.push_back(News::Answer { id, answer });
    }

    fn tell(&mut self, news: News, to: impl Fn(&Seat) -> bool) {
        for seat in self.seats.iter_mut().filter(|it| !it.cut && to(it)) {
            seat.inbox.push_back(news.clone());
        }
    }

    fn tell_who_is_here(&mut self) {
        let here: Vec<Option<Present>> = self.seats.iter().map(|it| it.here).collect();
        for (n, seat) in self.seats.iter_mut().enumerate() {
            let others = here.iter().enumerate().filter(|it| it.0 != n);
            let others = others.filter_map(|it| *it.1).collect();
            if seat.here.is_some() && !seat.cut {
                seat.inbox.push_back(News::Here(others));
            }
        }
    }

    /// Орлова closes somebody's access, or opens it again.
    pub fn retire(&mut self, id: UserId, retired: bool) {
        let seen = super::world::rev(&self.state, smotr::domain::record::Key::User(id));
        let user = smotr::domain::people::User {
            retired,
            ..self.state.users[&id].body.clone()
        };
        self.act_as(
            ORLOVA,
            &smotr::domain::command::Command::EditUser { id, seen, user },
        );
    }

    /// The disk refuses, for everybody.
    pub fn no_room(&mut self) {
        self.tell(News::Writing(Writing::Stopped(Trouble::Full)), |_| true);
        self.pump();
    }
}

impl Company {
    /// Somebody without a window changes the store.
    pub fn act_as(&mut self, user: UserId, command: &smotr::domain::command::Command) {
        let asked = Asked {
            actor: user,
            id: CommandId(u128::from(self.state.meta.seq.0)),
            command,
            now: self.seats[0].stage.now,
        };
        let commit = Arc::new(commit_for(&self.state, asked, |_| None).unwrap());
        self.state.apply(&commit);
        self.commits.push(Arc::clone(&commit));
        self.tell(News::Committed(commit), |_| true);
        self.pump();
    }
}
