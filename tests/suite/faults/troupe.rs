//! Three processes that write at the same time and say what they were promised; each can be killed and begin another life.

use std::io::{BufRead as _, BufReader};
use std::process::Child;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::writer::{At, Orders, Planted, Said, Word};
use crate::support::desk::PATIENCE;

pub const WRITERS: usize = 3;

/// One of them.
struct Writer {
    child: Child,
    hears: Option<JoinHandle<()>>,
}

/// All of them, and all that they have said.
pub struct Troupe<'a> {
    at: At<'a>,
    planted: Option<Planted>,
    writers: Vec<Writer>,
    tell: Sender<(usize, Said)>,
    hear: Receiver<(usize, Said)>,
    said: Vec<(usize, Said)>,
    lives: usize,
}

impl<'a> Troupe<'a> {
    /// They begin.
    pub fn start(at: At<'a>, planted: Option<Planted>) -> Troupe<'a> {
        let (tell, hear) = mpsc::channel();
        let mut troupe = Troupe {
            at,
            planted,
            writers: Vec::new(),
            tell,
            hear,
            said: Vec::new(),
            lives: 0,
        };
        for of in 0..WRITERS {
            let writer = troupe.begin(of, &[]);
            troupe.writers.push(writer);
        }
        troupe
    }

    fn begin(&mut self, of: usize, again: &[Said]) -> Writer {
        self.lives += 1;
        let name = format!("{of}-{}", self.lives);
        let orders = Orders {
            again,
            planted: self.planted,
            ..Orders::new(self.at, &name, usize::MAX)
        };
        let mut child = orders.process(None).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let tell = self.tell.clone();
        let hears = std::thread::spawn(move || {
            for said in lines.map_while(Result::ok).filter_map(|it| it.parse().ok()) {
                let _ = tell.send((of, said));
            }
        });
        let hears = Some(hears);
        Writer { child, hears }
    }

    /// The next line. Others may go on for ever while one does not: patience is with what is waited for.
    fn next(&mut self, begun: Instant) -> (usize, Said) {
        let left = PATIENCE.saturating_sub(begun.elapsed());
        assert!(!left.is_zero(), "somebody does not go on");
        let line = self.hear.recv_timeout(left).expect("nobody goes on");
        self.said.push(line.clone());
        line
    }

    /// Until each of them has got something saved from now on.
    pub fn all_work(&mut self) {
        // What was said until now counts as before.
        self.said.extend(self.hear.try_iter());
        let (begun, mut seen) = (Instant::now(), [false; WRITERS]);
        while seen.contains(&false) {
            let (of, said) = self.next(begun);
            seen[of] |= matches!(said.word, Word::Saved(_));
        }
    }

    /// Which of them this process is, if it is one.
    pub fn of_process(&self, number: u32) -> Option<usize> {
        let mut writers = self.writers.iter();
        writers.position(|it| it.child.id() == number)
    }

    /// Until another than this one, which was killed, has got something saved; how long that took.
    pub fn goes_on_without(&mut self, killed: usize) -> Duration {
        let begun = Instant::now();
        loop {
            let (of, said) = self.next(begun);
            if of != killed && matches!(said.word, Word::Saved(_)) {
                return begun.elapsed();
            }
        }
    }

    /// Kills one.
    pub fn kill(&mut self, of: usize) {
        let writer = &mut self.writers[of];
        writer.child.kill().unwrap();
        writer.child.wait().unwrap();
        if let Some(hears) = writer.hears.take() {
            hears.join().unwrap();
        }
        self.said.extend(self.hear.try_iter());
    }

    /// Begins another life of one that was killed. As any client would, it asks again what had no answer.
    pub fn revive(&mut self, of: usize) {
        let own = self.said.iter().filter(|it| it.0 == of).map(|it| &it.1);
        let mut open: Vec<Said> = Vec::new();
        for said in own {
            match said.word {
                // Whoever is killed twice before the answer has asked twice.
                Word::Asked if open.iter().any(|it| it.text == said.text) => {}
                Word::Asked => open.push(said.clone()),
                _ => open.retain(|it| it.text != said.text),
            }
        }
        self.writers[of] = self.begin(of, &open);
    }

    /// Kills all; what they have said.
    pub fn end(mut self) -> Vec<Said> {
        for of in 0..WRITERS {
            self.kill(of);
        }
        let said = std::mem::take(&mut self.said);
        said.into_iter().map(|it| it.1).collect()
    }
}

impl Drop for Troupe<'_> {
    fn drop(&mut self) {
        for writer in &mut self.writers {
            let _ = writer.child.kill();
            let _ = writer.child.wait();
        }
    }
}
