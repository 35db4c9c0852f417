//! The loop: whatever happens goes into one channel; it is taken all at once, the state is brought up to date, the screen is
//! drawn once, and what the state asks for is done.
//!
//! It sleeps in the channel and wakes by nothing else; a deadline is set only while a timer is armed, and a timer is armed only
//! by the start, by keys and by what others did, while it waits to be drawn. It knows the terminal and a link, never the store and never a calendar: the moment is told by whoever starts it.

use std::collections::VecDeque;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::alone::KeepAlone;
use super::app::{App, Setup};
use super::backend::TermBackend;
use super::brought::{self, Brought, Reader};
use super::command::table::CommandId as Action;
use super::incoming::{self, Values};
use super::input::{self, InputEvent, Parser, escape_wait};
use super::msg::{Effect, Event, Msg, Timer};
pub use super::options::Options;
use super::pace::{Frame, Pace};
use super::render::render;
use super::status::Tone;
use super::terminal::{self, Terminal, Tty};
use super::timers::Timers;
use super::watchdog::{self, TerminalEvent};
use super::{clipboard, outgoing, save};
use crate::domain::ids::Now;
use crate::locale::Phrase;
use crate::service::link::{Link, News, Request, Welcome};

/// Messages taken in before the screen is drawn all the same, so that a flood cannot keep it from the person.
const AT_ONCE: usize = 2_000;

/// How the interface ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The person left; the terminal is as it was.
    Left,
    /// The terminal is gone. The watchdog ends the process within [`watchdog::GRACE`].
    HungUp,
    /// The process was told to end; likewise.
    Terminated,
}

/// What comes from outside.
enum Inbound {
    Input(InputEvent),
    Terminal(TerminalEvent),
    News(News),
    Brought(Box<Brought>),
    Values(Box<Values>),
    Outgoing(outgoing::Told),
}

/// Where everything arrives. Made before the link is opened, for the link needs a way to send news.
pub struct Inbox {
    send: Sender<Inbound>,
    receive: Receiver<Inbound>,
}

impl Default for Inbox {
    fn default() -> Inbox {
        let (send, receive) = mpsc::channel();
        Inbox { send, receive }
    }
}

impl Inbox {
    /// Takes news of a link, from any thread; never blocks. That the link is lost is news, too.
    pub fn news(&self) -> impl Fn(News) + Send + Sync + 'static {
        let send = self.send.clone();
        move |news| {
            // Where the interface has ended nobody wants the news.
            let _ = send.send(Inbound::News(news));
        }
    }
}

/// Runs the interface in this thread until the person leaves or the terminal is gone. `now` tells the moment.
///
/// Unfinished input has been handed to the link when this returns; close the link to have it on disk. At a hang-up or a request
/// to end, it is on disk already.
///
/// # Errors
/// If keyboard and screen are no terminal, or the system gives no thread.
pub fn run(
    options: Options,
    inbox: Inbox,
    link: &dyn Link,
    welcome: Welcome,
    now: &dyn Fn() -> Now,
) -> io::Result<End> {
    let Inbox { send, receive } = inbox;
    let terminal = Terminal::enter()?;
    // Before the size is asked for: a change in between would be missed.
    let keys = send.clone();
    input::spawn(
        terminal::keyboard(),
        Parser::new(options.charset, escape_wait(options.over_ssh)),
        move |it| keys.send(Inbound::Input(it)).is_ok(),
    )?;
    let (watched, aside) = (send.clone(), send);
    watchdog::spawn(terminal::keyboard(), move |it| {
        let _ = watched.send(Inbound::Terminal(it));
    })?;
    let size = terminal::size();
    let setup = Setup {
        size: (size.width, size.height),
        locale: options.locale,
        theme: options.theme,
        keymap: options.keymap,
        now: now(),
        offset: options.offset,
        first_command: options.first_command,
    };
    let (mut app, mut effects) = App::new(setup, welcome);
    let left = &options.keep_alone.left;
    let kept_alone = !left.is_empty();
    if kept_alone {
        app.drafts.bring(left);
        super::entry::unsaved::forget_accepted(&mut app);
        super::unfinished::greet(&mut app);
        effects.extend(app.update(Msg {
            now: now(),
            event: Event::Timer(Timer::KeepUnsaved),
        }));
    }
    let mut outside = Loop {
        app,
        terminal,
        backend: TermBackend::new(Tty, size),
        buffer: Buffer::empty(Rect::from((Position::ORIGIN, size))),
        timers: Timers::default(),
        link,
        link_lost: false,
        exports: options.exports,
        writing: None,
        tables: options.tables,
        catalogues: options.catalogues,
        section_form: options.section_form,
        incoming: options.incoming,
        values: options.values,
        send: aside,
        in_tmux: options.in_tmux,
        kept_alone,
        keep_alone: options.keep_alone,
        answers: VecDeque::new(),
        now,
        pace: Pace::default(),
        end: None,
    };
    outside.perform(effects);
    if let Some(note) = options.note {
        outside.app.status.tell(Tone::Warning, note);
    }
    outside.find(&options.words);
    outside.draw();
    Ok(outside.run(&receive))
}

/// The state, and everything around it.
struct Loop<'a> {
    app: App,
    terminal: Terminal,
    backend: TermBackend<Tty>,
    buffer: Buffer,
    timers: Timers,
    link: &'a dyn Link,
    link_lost: bool,
    exports: PathBuf,
    writing: Option<JoinHandle<()>>,
    tables: outgoing::Writer,
    catalogues: Reader,
    section_form: super::cycle::FormReader,
    incoming: incoming::Lister,
    values: incoming::Reader,
    /// A way back in for what is done aside.
    send: Sender<Inbound>,
    in_tmux: bool,
    keep_alone: KeepAlone,
    /// What was kept without the engine is to be handed to it, and let go when it says that it has it.
    kept_alone: bool,
    /// What effects were answered by, to be taken in after them.
    answers: VecDeque<Event>,
    now: &'a dyn Fn() -> Now,
    pace: Pace,
    end: Option<End>,
}

impl Loop<'_> {
    fn run(mut self, receive: &Receiver<Inbound>) -> End {
        loop {
            let first = match self.timers.next() {
                None => receive.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => receive.recv_timeout(wait),
            };
            match first {
                Ok(inbound) => self.take(inbound),
                Err(RecvTimeoutError::Timeout) => {}
                // The threads of the keyboard and of the watchdog have ended: as good as no terminal.
                Err(RecvTimeoutError::Disconnected) => self.hang_up(),
            }
            for inbound in receive.try_iter().take(AT_ONCE) {
                if self.end.is_some() {
                    break;
                }
                self.take(inbound);
            }
            for timer in self.timers.due() {
                match timer {
                    Timer::Frame => self.pace.due(),
                    timer => {
                        self.pace.own();
                        self.update(Event::Timer(timer));
                    }
                }
            }
            if self.end.is_none() {
                match self.pace.frame((self.now)().at) {
                    Frame::Now => self.draw(),
                    Frame::After(wait) => {
                        let wait = Duration::from_millis(wait.into());
                        self.timers.arm(Timer::Frame, wait);
                    }
                    Frame::Nothing => {}
                }
            }
            if let Some(end) = self.end {
                // Anything else of the screen is the shell's again.
                self.terminal.leave();
                // Whoever writes a file takes its half away, and is waited for if there is time.
                self.app.underway = None;
                if let (Some(writing), End::Left) = (self.writing.take(), end) {
                    let _ = writing.join();
                }
                return end;
            }
        }
    }

    fn take(&mut self, inbound: Inbound) {
        match &inbound {
            Inbound::News(news) => self.pace.heard(news, self.app.user),
            _ => self.pace.own(),
        }
        match inbound {
            Inbound::Input(InputEvent::Key(key)) => self.update(Event::Key(key)),
            Inbound::Input(InputEvent::Paste(text)) => self.update(Event::Paste(text)),
            Inbound::Input(InputEvent::Burst(text)) => self.update(Event::Burst(text)),
            Inbound::Input(InputEvent::TogetherBegins) => self.update(Event::TogetherBegins),
            Inbound::Input(InputEvent::TogetherEnds) => self.update(Event::TogetherEnds),
            Inbound::Input(InputEvent::ForeignBytes) => self.update(Event::ForeignBytes),
            Inbound::Input(InputEvent::NativeBytes) => self.update(Event::NativeBytes),
            Inbound::Input(InputEvent::HangUp) | Inbound::Terminal(TerminalEvent::HangUp) => {
                self.hang_up();
            }
            Inbound::Terminal(TerminalEvent::Terminate) => {
                self.end = Some(End::Terminated);
                self.update(Event::HangUp);
            }
            Inbound::Outgoing(told) => self.update(Event::Outgoing(told)),
            Inbound::Brought(brought) => self.update(Event::Brought(brought)),
            Inbound::Values(values) => self.update(Event::Values(values)),
            Inbound::Terminal(TerminalEvent::Resized) => self.resized(),
            Inbound::Terminal(TerminalEvent::Suspend) => self.suspend(),
            Inbound::Terminal(TerminalEvent::Resumed) => match self.terminal.reenter() {
                Ok(()) => self.resumed(),
                Err(_) => self.hang_up(),
            },
            Inbound::News(news) => {
                match &news {
                    News::Lost => self.link_lost = true,
                    News::Again(_) => self.link_lost = false,
                    News::Unsaved(words) if self.kept_alone => {
                        self.kept_alone = !(self.keep_alone.taken)(words);
                    }
                    _ => {}
                }
                self.update(Event::News(news));
            }
        }
    }

    /// Takes an event in, does what the state asks for, and takes in what that was answered by.
    fn update(&mut self, event: Event) {
        self.answers.push_back(event);
        while let Some(event) = self.answers.pop_front() {
            let now = (self.now)();
            let effects = self.app.update(Msg { now, event });
            self.perform(effects);
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(request) => self.send(request),
                Effect::Arm(timer, after) => {
                    self.timers.arm(timer, Duration::from_millis(after.into()));
                }
                Effect::Copy(text) => self.copy(&text),
                Effect::WriteFile { name, text } => {
                    let written = save::save(&self.exports, &name, &text)
                        .map(|path| path.display().to_string())
                        .map_err(|error| self.app.locale.io_error(&error));
                    self.answers.push_back(Event::Written(written));
                }
                Effect::ReadSectionForm(state) => {
                    let form = (self.section_form)(&state);
                    self.answers.push_back(Event::SectionForm(form));
                }
                Effect::ReadCatalogue { path, state } => {
                    // A large file takes a while: keys, news and the end of the terminal do not wait for it.
                    let (read, back) = (Arc::clone(&self.catalogues), self.send.clone());
                    let broke = self.app.say(Phrase::BeginReaderBroke);
                    brought::read_apart(read, (path, state), broke, move |it| {
                        let _ = back.send(Inbound::Brought(Box::new(it)));
                    });
                }
                Effect::ListIncoming => {
                    let folder = (self.incoming)();
                    self.answers.push_back(Event::Incoming(Box::new(folder)));
                }
                Effect::ReadValues {
                    files,
                    against,
                    awaited,
                } => {
                    let (read, back) = (Arc::clone(&self.values), self.send.clone());
                    let broke = self.app.say(Phrase::IncomingBroke);
                    incoming::read_apart(read, (files, against), awaited, broke, move |it| {
                        let _ = back.send(Inbound::Values(Box::new(it)));
                    });
                }
                Effect::Weigh { weighing, awaited } => {
                    let back = self.send.clone();
                    incoming::weigh_apart(weighing, awaited, move |it| {
                        let _ = back.send(Inbound::Values(Box::new(it)));
                    });
                }
                Effect::Write {
                    wanted,
                    state,
                    awaited,
                } => {
                    let (write, back) = (Arc::clone(&self.tables), self.send.clone());
                    let asked = (wanted, state, (self.now)());
                    let broke = self.app.say(Phrase::TroubleFailed);
                    self.writing = outgoing::write_apart(write, asked, awaited, broke, move |it| {
                        let _ = back.send(Inbound::Outgoing(it));
                    });
                }
                Effect::Repaint => self.backend.repaint(),
                Effect::Suspend => self.suspend(),
                Effect::Quit => self.end = self.end.or(Some(End::Left)),
            }
        }
    }

    fn send(&mut self, request: Request) {
        match request {
            Request::KeepUnsaved(inputs) if self.link_lost => {
                self.kept_alone = true;
                (self.keep_alone.keep)(&inputs);
            }
            Request::KeepUnsaved(inputs) if self.is_cut_off() => {
                // The engine may stand before a disk that does not answer, and the watchdog will not wait for it. It gets
                // the same all the same, lest it writes an older one over this when the disk comes back.
                (self.keep_alone.keep)(&inputs);
                self.link.send(Request::KeepUnsaved(inputs));
            }
            request => self.link.send(request),
        }
    }

    /// Whether the watchdog counts the time: the terminal is gone, or the process was told to end.
    fn is_cut_off(&self) -> bool {
        matches!(self.end, Some(End::HungUp | End::Terminated))
    }

    fn copy(&mut self, text: &str) {
        match clipboard::copy(text, self.in_tmux) {
            Ok(bytes) if self.backend.writer_mut().write_all(&bytes).is_err() => self.hang_up(),
            Ok(_) => {}
            Err(error) => self.answers.push_back(Event::NotCopied(error)),
        }
    }

    /// The input is kept; not a byte goes to a terminal that is not there.
    fn hang_up(&mut self) {
        if self.end == Some(End::HungUp) {
            return;
        }
        self.end = Some(End::HungUp);
        self.terminal.abandon();
        self.update(Event::HangUp);
    }

    fn resized(&mut self) {
        let size = terminal::size();
        self.backend.resize(size);
        self.update(Event::Resize(size.width, size.height));
    }

    fn suspend(&mut self) {
        match self.terminal.suspend() {
            Ok(true) => self.resumed(),
            Ok(false) => self.answers.push_back(Event::NotSuspended),
            Err(_) => self.hang_up(),
        }
    }

    /// Others may have had the terminal: nothing is known of its size and of its picture.
    fn resumed(&mut self) {
        self.resized();
        self.backend.repaint();
        self.update(Event::Resumed);
    }

    fn draw(&mut self) {
        let (width, height) = self.app.size;
        self.buffer.resize(Rect::new(0, 0, width, height));
        self.buffer.reset();
        let cursor = render(&self.app, &mut self.buffer);
        // A terminal that takes no picture is gone; the watchdog's word of it may still be on its way.
        if self.backend.show(&self.buffer, cursor).is_err() {
            self.hang_up();
        }
    }

    /// Opens what words find, as if they had been typed into the search box.
    fn find(&mut self, words: &[String]) {
        if words.is_empty() {
            return;
        }
        self.app.run(Action::Search);
        self.update(Event::Paste(words.join(" ")));
        let enter = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        self.update(Event::Key(enter));
    }
}
