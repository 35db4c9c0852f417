//! The process that is broken: this test binary run again as somebody who works in a store and says aloud what is asked and answered.
//!
//! Owns its orders (the environment) and its words (lines of its output). The words of each recommendation are its writer's own, so that
//! one that is done twice is there twice.

use std::collections::VecDeque;
use std::fmt;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::str::FromStr;
use std::sync::{Arc, mpsc};

use smotr::domain::command::Command;
use smotr::domain::record::{CommandId, Key, Record};
use smotr::service::engine::Founding;
use smotr::service::identity;
use smotr::service::link::{Answer, News, Trouble};
use smotr::service::session::{Opening, Session, SessionError};

use crate::support::desk::Person;
use crate::support::world;

const FOLDER: &str = "SMOTR_FAULTS_FOLDER";
const SOCKET: &str = "SMOTR_FAULTS_SOCKET";
const NAME: &str = "SMOTR_FAULTS_NAME";
const ROUNDS: &str = "SMOTR_FAULTS_ROUNDS";
const AGAIN: &str = "SMOTR_FAULTS_AGAIN";
const PLANTED: &str = "SMOTR_FAULTS_PLANTED";

/// How often somebody asks again who hears that nobody knows.
const PATIENT: usize = 3;

/// A bug of the writer: it believes what was not promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    /// What was sent is taken for saved.
    Early,
    /// Whatever is answered is taken for saved.
    Believing,
    /// What had no answer is asked again under another number.
    Renumbering,
}

/// What became of a command, as the one who asked has heard it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Asked,
    /// As the commit with this number; 0 where the bug does not know it.
    Saved(u64),
    /// Not written: no room.
    Full,
    /// Not written, for another reason.
    Failed,
    Unknown,
}

/// A line that the writer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub id: CommandId,
    pub word: Word,
}

/// Before each line, so that it is told from what the test harness says.
const MARK: &str = "writer: ";
/// The last line of one who has left in order.
const LEFT: &str = "writer: left";

impl fmt::Display for Said {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{MARK}{} {} ", self.text, self.id.0)?;
        match self.word {
            Word::Asked => write!(to, "asked"),
            Word::Saved(seq) => write!(to, "saved {seq}"),
            Word::Full => write!(to, "full"),
            Word::Failed => write!(to, "failed"),
            Word::Unknown => write!(to, "unknown"),
        }
    }
}

impl FromStr for Said {
    type Err = ();

    /// Reads a line; the harness may have begun it.
    fn from_str(line: &str) -> Result<Said, ()> {
        let (_, line) = line.split_once(MARK).ok_or(())?;
        let words: Vec<&str> = line.split(' ').collect();
        let (text, id, word) = match words.as_slice() {
            [text, id, "asked"] => (text, id, Word::Asked),
            [text, id, "saved", seq] => (text, id, Word::Saved(seq.parse().map_err(drop)?)),
            [text, id, "full"] => (text, id, Word::Full),
            [text, id, "failed"] => (text, id, Word::Failed),
            [text, id, "unknown"] => (text, id, Word::Unknown),
            _ => return Err(()),
        };
        let id = CommandId(id.parse().map_err(drop)?);
        Ok(Said {
            text: (*text).to_owned(),
            id,
            word,
        })
    }
}

/// All whole lines of a writer.
pub fn said(output: &str) -> Vec<Said> {
    let whole = output.rsplit_once('\n').map_or("", |it| it.0);
    whole.lines().filter_map(|it| it.parse().ok()).collect()
}

/// Whether the writer has left in order.
pub fn has_left(output: &str) -> bool {
    output.contains(LEFT)
}

/// Where a writer works.
#[derive(Clone, Copy, Debug)]
pub enum At<'a> {
    Folder(&'a Path),
    Socket(&'a Path),
}

/// What a writer is told.
#[derive(Clone, Copy, Debug)]
pub struct Orders<'a> {
    pub at: At<'a>,
    pub name: &'a str,
    /// It leaves after so many rounds of asking.
    pub rounds: usize,
    /// What another life has left without an answer.
    pub again: &'a [Said],
    pub planted: Option<Planted>,
}

impl<'a> Orders<'a> {
    pub fn new(at: At<'a>, name: &'a str, rounds: usize) -> Orders<'a> {
        Orders {
            at,
            name,
            rounds,
            again: &[],
            planted: None,
        }
    }

    /// The process, behind another program that runs it, if there is one.
    pub fn process(&self, under: Option<Process>) -> Process {
        let own = std::env::current_exe().unwrap();
        let mut process = match under {
            Some(mut process) => {
                process.arg(own);
                process
            }
            None => Process::new(own),
        };
        process
            .args([
                "--exact",
                "faults::writer::child_that_writes",
                "--nocapture",
            ])
            .env(NAME, self.name)
            .env(ROUNDS, self.rounds.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        match self.at {
            At::Folder(path) => process.env(FOLDER, path),
            At::Socket(path) => process.env(SOCKET, path),
        };
        let again: Vec<String> = self.again.iter().map(Said::to_string).collect();
        process.env(AGAIN, again.join("\n"));
        if let Some(planted) = self.planted {
            process.env(PLANTED, format!("{planted:?}"));
        }
        process
    }
}

/// The small world, whose Орлова is whoever runs the tests: that is whom the kernel names.
pub fn founding() -> Founding {
    Arc::new(|_| {
        let mut records = world::records();
        for (key, record) in &mut records {
            if let (Key::User(world::ORLOVA), Record::User(user)) = (&*key, record) {
                user.account = identity::account();
            }
        }
        Ok(records)
    })
}

/// Somebody at the store of a folder, which is made if there is none.
pub fn sit_down(at: At<'_>) -> Result<Person<Session>, SessionError> {
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let (session, welcome) = match at {
        At::Folder(dir) => {
            let opening = Opening::of(dir.to_owned(), Some(founding()));
            let opened = Session::open(opening, tell, &mut |_| {})?;
            (opened.0, opened.1)
        }
        At::Socket(path) => Session::join(path.to_owned(), tell)?,
    };
    Ok(Person::over(session, news, welcome))
}

/// A recommendation in these words, with more words beside them: frames of many lengths.
pub fn advice(text: &str) -> Command {
    let length = text.bytes().map(usize::from).sum::<usize>() * 37 % 1_400;
    world::recommend(text, &"и".repeat(1 + length))
}

/// What is asked and has no answer yet.
struct Writer {
    person: Person<Session>,
    asked: VecDeque<Said>,
    planted: Option<Planted>,
}

impl Writer {
    fn ask(&mut self, text: String, id: CommandId) {
        let mut said = Said {
            text,
            id,
            word: Word::Asked,
        };
        println!("{said}");
        self.person.send_as(id, advice(&said.text));
        if self.planted == Some(Planted::Early) {
            said.word = Word::Saved(0);
            println!("{said}");
        }
        self.asked.push_back(said);
    }

    /// Until everything is answered.
    fn hear(&mut self) {
        let mut tries = 0;
        while !self.asked.is_empty() {
            let (id, answer) = match self.person.hear() {
                News::Answer { id, answer } => (id, answer),
                News::Again(_) if self.planted == Some(Planted::Renumbering) => {
                    for it in &self.asked {
                        self.person.send(advice(&it.text));
                    }
                    continue;
                }
                _ => continue,
            };
            let Some(at) = self.asked.iter().position(|it| it.id == id) else {
                continue;
            };
            let word = match answer {
                Answer::Done(commit) => Word::Saved(commit.seq.0),
                _ if self.planted == Some(Planted::Believing) => Word::Saved(0),
                Answer::Unknown => Word::Unknown,
                Answer::NotWritten(Trouble::Full) => Word::Full,
                Answer::NotWritten(_) => Word::Failed,
                Answer::Refused(refusal) => panic!("{refusal:?}"),
            };
            self.asked[at].word = word;
            println!("{}", self.asked[at]);
            tries += usize::from(word == Word::Unknown);
            if word == Word::Unknown && tries <= PATIENT {
                self.person.send_as(id, advice(&self.asked[at].text));
            } else {
                self.asked.remove(at);
            }
        }
    }
}

/// Not a test by itself: the process that the others break.
#[test]
fn child_that_writes() {
    let folder = std::env::var(FOLDER).ok();
    let socket = std::env::var(SOCKET).ok();
    let at = match (&folder, &socket) {
        (Some(folder), _) => At::Folder(Path::new(folder)),
        (_, Some(socket)) => At::Socket(Path::new(socket)),
        _ => return,
    };
    let name = std::env::var(NAME).unwrap();
    let rounds: usize = std::env::var(ROUNDS).unwrap().parse().unwrap();
    let bugs = [Planted::Early, Planted::Believing, Planted::Renumbering];
    let planted = std::env::var(PLANTED).ok();
    let planted = planted.and_then(|name| bugs.into_iter().find(|it| format!("{it:?}") == name));
    let mut writer = Writer {
        person: sit_down(at).unwrap(),
        asked: VecDeque::new(),
        planted,
    };
    for again in std::env::var(AGAIN).unwrap_or_default().lines() {
        let again: Said = again.parse().unwrap();
        let id = match planted {
            Some(Planted::Renumbering) => CommandId(fastrand::u128(..)),
            _ => again.id,
        };
        writer.ask(again.text, id);
    }
    writer.hear();
    for round in 0..rounds {
        // Now and then several at once, which become one group.
        for number in 0..[1, 1, 3][round % 3] {
            let id = CommandId(fastrand::u128(..));
            writer.ask(format!("Рекомендация-{name}-{round}-{number}"), id);
        }
        writer.hear();
    }
    writer.person.port.close().unwrap();
    println!("{LEFT}");
}
