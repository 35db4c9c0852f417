//! A program under a real pseudo-terminal, its screen read by an emulator.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::layout::Size;

/// More than anything takes here, on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the program has sent.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    ended: bool,
}

/// A running program and the terminal that it believes to have.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    stop: Arc<AtomicBool>,
    reader: JoinHandle<()>,
}

fn pty_size(size: Size) -> PtySize {
    PtySize {
        rows: size.height,
        cols: size.width,
        pixel_width: 0,
        pixel_height: 0,
    }
}

impl Session {
    pub fn start(command: CommandBuilder, size: Size) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let writer = pair.master.take_writer().unwrap();
        let mut from = pair.master.try_clone_reader().unwrap();
        let parser = vt100::Parser::new(
            size.height.try_into().unwrap(),
            size.width.try_into().unwrap(),
            0,
        );
        let seen = Arc::new((
            Mutex::new(Seen {
                parser,
                bytes: Vec::new(),
                ended: false,
            }),
            Condvar::new(),
        ));
        let stop = Arc::new(AtomicBool::new(false));
        let reader = std::thread::spawn({
            let (seen, stop) = (Arc::clone(&seen), Arc::clone(&stop));
            move || {
                let mut buffer = [0; 4_096];
                loop {
                    let n = from.read(&mut buffer).unwrap_or(0);
                    if stop.load(Ordering::SeqCst) {
                        return;
                    }
                    let mut it = seen.0.lock().unwrap();
                    it.parser.process(&buffer[..n]);
                    it.bytes.extend_from_slice(&buffer[..n]);
                    it.ended = n == 0;
                    seen.1.notify_all();
                    if n == 0 {
                        return;
                    }
                }
            }
        });
        Self {
            child,
            master: pair.master,
            writer,
            seen,
            stop,
            reader,
        }
    }

    pub fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.writer.write_all(bytes.as_ref()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn resize(&mut self, size: Size) {
        self.seen.0.lock().unwrap().parser.set_size(
            size.height.try_into().unwrap(),
            size.width.try_into().unwrap(),
        );
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Waits until the screen is as asked.
    pub fn wait(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let (seen, timeout) = self
            .seen
            .1
            .wait_timeout_while(seen, PATIENCE, |it| !holds(it.parser.screen()) && !it.ended)
            .unwrap();
        let screen = seen.parser.screen();
        assert!(
            holds(screen),
            "{what}: not seen (timed out: {}) on\n{}",
            timeout.timed_out(),
            screen.contents()
        );
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |it| it.contents().contains(text));
    }

    /// What the screen shows.
    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Everything that was sent so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// The settings of the line, to be compared.
    pub fn line(&self) -> String {
        format!("{:?}", self.master.get_termios())
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end; its exit code.
    pub fn end(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < until, "still running:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The window is closed, the line drops: every descriptor of the terminal's side goes. How long the program outlived it.
    pub fn hang_up(self) -> (Duration, u32) {
        let Self {
            mut child,
            master,
            writer,
            stop,
            reader,
            ..
        } = self;
        // The reader sleeps on a descriptor of its own. A byte that comes in by the other side wakes it.
        stop.store(true, Ordering::SeqCst);
        let noctty = i32::try_from(rustix::fs::OFlags::NOCTTY.bits()).unwrap();
        let mut slave = OpenOptions::new()
            .write(true)
            .custom_flags(noctty)
            .open(master.tty_name().unwrap())
            .unwrap();
        slave.write_all(b" ").unwrap();
        reader.join().unwrap();
        drop(slave);
        drop(writer);
        drop(master);
        let start = Instant::now();
        loop {
            if let Some(status) = child.try_wait().unwrap() {
                return (start.elapsed(), status.exit_code());
            }
            if start.elapsed() > PATIENCE {
                child.kill().unwrap();
                panic!("the program outlives its terminal");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}
