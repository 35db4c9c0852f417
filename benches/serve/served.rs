//! A server in a process of its own, so that what it takes can be read from `/proc`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use smotr::service::socket::NAME;

/// A second of the scheduler's clock.
const TICKS: f64 = 100.0;

/// A server in a process of its own; killed when it is let go.
pub struct Served(Child, pub PathBuf);

impl Served {
    pub fn start(dir: &Path, limits: &str) -> Served {
        let path = dir.join(NAME);
        let _ = fs::remove_file(&path);
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--serve", limits]).arg(dir);
        let child = command.stdout(Stdio::null()).spawn().unwrap();
        while !path.exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
        Served(child, path)
    }

    /// Waits until it has nothing to do: the check of the journal and the archive of the day are over.
    pub fn rest(&self) {
        let mut before = self.spent().0;
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let now = self.spent().0;
            if now - before < 0.02 {
                return;
            }
            before = now;
        }
    }

    /// A line of its status, as a number.
    pub fn status(&self, name: &str) -> u64 {
        let text = fs::read_to_string(format!("/proc/{}/status", self.0.id())).unwrap();
        let line = text.lines().find(|it| it.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// Seconds of the processor, and how often its threads were woken, by the name of the thread.
    pub fn spent(&self) -> (f64, Vec<(String, u64)>) {
        let process = format!("/proc/{}", self.0.id());
        let text = fs::read_to_string(format!("{process}/stat")).unwrap();
        let (_, rest) = text.rsplit_once(')').unwrap();
        let fields: Vec<&str> = rest.split_whitespace().collect();
        let ticks: f64 = [11, 12]
            .iter()
            .map(|it| fields[*it].parse::<f64>().unwrap())
            .sum();
        let tasks = fs::read_dir(format!("{process}/task")).unwrap();
        let woken = tasks.filter_map(|it| {
            let status = fs::read_to_string(it.ok()?.path().join("status")).ok()?;
            let of = |name: &str| {
                let line = status.lines().find(|it| it.starts_with(name))?;
                Some(line.split_once(':')?.1.trim().to_owned())
            };
            Some((of("Name")?, of("voluntary_ctxt_switches")?.parse().ok()?))
        });
        (ticks / TICKS, woken.collect())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
