//! A client without a screen: asks, and takes note of when it hears.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use smotr::domain::command::{Command as Change, RecommendationDraft};
use smotr::domain::followup::{Addressee, Due};
use smotr::domain::ids::PeriodId;
use smotr::domain::record::CommandId;
use smotr::domain::state::State;
use smotr::service::link::{Answer, Link as _, News, Request, Welcome};
use smotr::service::remote::{self, Sending};

pub struct Client {
    pub link: Sending,
    pub news: Receiver<(Instant, News)>,
    pub state: State,
}

impl Client {
    pub fn join(path: &Path) -> Client {
        let (link, news, welcome) = join(path);
        Client {
            link,
            news,
            state: welcome.state,
        }
    }

    /// A commit, from the asking to the answer.
    pub fn commit(&self) -> Duration {
        let begun = Instant::now();
        let id = self.send();
        loop {
            match self.news.recv().unwrap().1 {
                News::Answer { id: of, answer } if of == id => {
                    assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
                    return begun.elapsed();
                }
                _ => {}
            }
        }
    }

    pub fn send(&self) -> CommandId {
        let id = CommandId(fastrand::u128(..));
        let command = Box::new(advice(&self.state));
        self.link.send(Request::Command { id, command });
        id
    }
}

pub fn join(path: &Path) -> (Sending, Receiver<(Instant, News)>, Welcome) {
    let (link, receiving, welcome) = remote::connect(path).unwrap();
    let (sender, news) = mpsc::channel();
    std::thread::spawn(move || receiving.run(|it| drop(sender.send((Instant::now(), it)))));
    (link, news, welcome)
}

pub fn advice(state: &State) -> Change {
    let mut serving = state
        .appointments
        .values()
        .filter(|it| it.body.to.is_none());
    let head = &serving.next().unwrap().body;
    let open = |it: &&PeriodId| state.periods[it].body.state.takes_values();
    Change::Recommend(vec![RecommendationDraft {
        addressees: vec![Addressee {
            person: Some(head.person),
            organisation: head.organisation,
        }],
        period: *state.periods.keys().find(open).unwrap(),
        ground: None,
        text: "Провести проверку".to_owned(),
        expected: "Итог".to_owned(),
        due: Due::On(chrono::NaiveDate::from_ymd_opt(2030, 9, 1).unwrap()),
    }])
}
