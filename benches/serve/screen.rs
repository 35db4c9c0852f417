//! The interface through the server, under a terminal.

use std::io::Read as _;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// The interface through the server, under a terminal.
pub struct Screen {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    drawn: Receiver<(Instant, Vec<u8>)>,
    pub begun: Instant,
    _master: Box<dyn portable_pty::MasterPty + Send>,
    _home: tempfile::TempDir,
}

impl Screen {
    /// Starts it and waits until its bottom line is out.
    pub fn start(socket: &Path) -> Screen {
        let size = PtySize {
            rows: 40,
            cols: 120,
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_smotr"));
        command.arg("--socket");
        command.arg(socket);
        command.env_clear();
        let home = tempfile::tempdir().unwrap();
        command.env("HOME", home.path());
        command.env("LANG", "ru_RU.UTF-8");
        command.env("TERM", "xterm-256color");
        let mut from = pair.master.try_clone_reader().unwrap();
        let begun = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (sender, drawn) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 16_384];
            while let Ok(n @ 1..) = from.read(&mut buffer) {
                let _ = sender.send((Instant::now(), buffer[..n].to_vec()));
            }
        });
        let screen = Screen {
            child,
            drawn,
            begun,
            _master: pair.master,
            _home: home,
        };
        let mut seen = Vec::new();
        while !String::from_utf8_lossy(&seen).contains("F10") {
            seen.extend(screen.drawn.recv().unwrap().1);
        }
        screen
    }

    /// Nothing drawn so far counts.
    pub fn forget(&self) {
        while self.drawn.try_recv().is_ok() {}
    }

    /// When something is drawn next.
    pub fn next(&mut self) -> Instant {
        self.drawn.recv_timeout(Duration::from_secs(5)).unwrap().0
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
