//! The interface on a stage: real update loop, real rules, no disk and no terminal. Keys in, state and screen out.
//!
//! `press("п12⏎")` types; `⏎ ⎋ ⇥ ⇤ ↑ ↓ ← → ⌫ ⌦ ␣` are Enter, Esc, Tab, Shift+Tab, the arrows, Backspace, Delete and Space;
//! `<F2>`, `<Ctrl+z>`, `<PgDn>`, `<Home>`, `<End>`, `<PgUp>` are named. After each key the engine's news are taken in, so that a
//! test always sees a stage that is idle; timers run out with [`Stage::rest`].

#![allow(dead_code, reason = "what one test does not need, another does")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use smotr::cli::{bring, incoming};
use smotr::domain::about::{self, About};
use smotr::domain::ids::{Now, PeriodId, Seq, StoreMark, Timestamp, UserId};
use smotr::domain::record::{Change, Commit, Key};
use smotr::domain::refusal::Refusal;
use smotr::domain::state::State;
use smotr::locale::{Lang, Locale};
use smotr::service::core::{Asked, commit_for};
use smotr::service::link::{
    Answer, JournalFilter, JournalLine, Kept, KeptSet, News, Request, Spot, Trouble, Welcome,
    Writing,
};
use smotr::tui::app::{App, Setup};
use smotr::tui::brought::Brought;
use smotr::tui::incoming::{Awaited, Came, Values, weigh};
use smotr::tui::keys::Keymap;
use smotr::tui::msg::{Effect, Event, Msg, Timer};
use smotr::tui::outgoing::{Out, Told};
use smotr::tui::render::render;
use smotr::tui::theme::Theme;

/// How many lines of the journal come at a time.
const PAGE: usize = 100;

/// The interface with an engine beside it.
pub struct Stage {
    pub app: App,
    /// The engine's state.
    pub state: State,
    /// All commits made here.
    pub commits: Vec<Arc<Commit>>,
    /// What the engine keeps of unfinished input.
    pub unsaved: Vec<Kept>,
    /// Texts handed to the terminal's clipboard.
    pub copied: Vec<String>,
    /// Records whose cards were opened, as the engine heard it.
    pub looked: Vec<Key>,
    /// Periods of which values were put into a file, in order.
    pub took: Vec<PeriodId>,
    /// What was to be written into files, in order.
    pub wanted: Vec<smotr::tui::outgoing::Wanted>,
    /// If set, files with values wait here; each as its writer asks whether it is still wanted.
    pub writing: Option<Vec<Awaited>>,
    /// Files written.
    pub files: Vec<(String, String)>,
    /// The person's home folder, where files lie that are named to be read.
    pub home: PathBuf,
    /// Whether the interface asked to leave.
    pub left: bool,
    /// If set, the disk refuses every command in this way.
    pub trouble: Option<Trouble>,
    /// So many commands are carried out by nobody knows whom: they are answered with «unknown».
    pub unknown: usize,
    /// If set, requests wait here instead of being answered.
    pub held: Option<Vec<Request>>,
    /// If set, what is to be held against the records waits here.
    pub weighing: Option<Vec<Effect>>,
    /// Where the interface has said that it is.
    pub here: Option<Spot>,
    timers: BTreeSet<Timer>,
    pub now: Now,
    user: UserId,
}

impl Stage {
    /// A stage on this state, at 80×24, in Russian, with the default keymap.
    pub fn new(state: State, user: UserId) -> Stage {
        Stage::with(
            state,
            user,
            (80, 24),
            Lang::Ru,
            Keymap::default(),
            Vec::new(),
        )
    }

    /// One of several windows: its commands and its unfinished input are counted from elsewhere.
    pub fn numbered(state: State, user: UserId, unsaved: Vec<Kept>, first: u128) -> Stage {
        let keymap = Keymap::default();
        Stage::begin(state, user, (80, 24), Lang::Ru, keymap, unsaved, first)
    }

    /// A stage with everything chosen.
    pub fn with(
        state: State,
        user: UserId,
        size: (u16, u16),
        lang: Lang,
        keymap: Keymap,
        unsaved: Vec<Kept>,
    ) -> Stage {
        Stage::begin(state, user, size, lang, keymap, unsaved, 1 << 64)
    }

    fn begin(
        state: State,
        user: UserId,
        size: (u16, u16),
        lang: Lang,
        keymap: Keymap,
        unsaved: Vec<Kept>,
        first_command: u128,
    ) -> Stage {
        let now = Now {
            at: Timestamp(1_779_537_600_000),
            today: NaiveDate::from_ymd_opt(2026, 5, 23).unwrap(),
        };
        let setup = Setup {
            size,
            locale: Arc::new(Locale::new(lang)),
            theme: Theme::default(),
            keymap,
            now,
            offset: FixedOffset::east_opt(3 * 3600).unwrap(),
            first_command,
        };
        let welcome = Welcome {
            store: StoreMark(7),
            user,
            state: state.clone(),
            unsaved: unsaved.clone(),
            writing: Writing::Open,
        };
        let (app, effects) = App::new(setup, welcome);
        let mut stage = Stage {
            app,
            state,
            commits: Vec::new(),
            unsaved,
            copied: Vec::new(),
            looked: Vec::new(),
            took: Vec::new(),
            wanted: Vec::new(),
            writing: None,
            files: Vec::new(),
            home: PathBuf::from("/nonexistent"),
            left: false,
            trouble: None,
            unknown: 0,
            held: None,
            weighing: None,
            here: None,
            timers: BTreeSet::new(),
            now,
            user,
        };
        stage.perform(effects);
        stage.rest();
        stage
    }

    /// The same store opened anew, with what the engine kept.
    pub fn reopen(self) -> Stage {
        let (size, lang) = (self.app.size, self.app.locale.lang());
        Stage::with(
            self.state,
            self.user,
            size,
            lang,
            self.app.keymap.clone(),
            self.unsaved,
        )
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.event(Event::Resize(columns, rows));
        self
    }

    /// Types keys; see the module for the notation.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            self.now.at.0 += 40;
            self.event(Event::Key(key));
        }
        self
    }

    /// One key.
    pub fn key(&mut self, key: KeyEvent) {
        self.now.at.0 += 40;
        self.event(Event::Key(key));
    }

    /// News come.
    pub fn event_of(&mut self, news: News) {
        self.event(Event::News(news));
    }

    /// Keys that come in one read; see [`Self::press`] for the notation.
    pub fn together(&mut self, keys: &str) -> &mut Self {
        self.event(Event::TogetherBegins);
        self.press(keys);
        self.event(Event::TogetherEnds);
        self
    }

    /// Types keys and lets the cursor rest.
    pub fn press_and_rest(&mut self, keys: &str) -> &mut Self {
        self.press(keys).rest()
    }

    /// Runs a command of the registry, as the palette does.
    pub fn act(&mut self, action: smotr::tui::command::table::CommandId) -> &mut Self {
        self.app.run(action);
        // A message that asks for nothing takes along what the command asked for.
        self.event(Event::NativeBytes);
        self
    }

    /// Pastes text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()));
        self
    }

    /// All timers run out.
    pub fn rest(&mut self) -> &mut Self {
        self.now.at.0 += 1_000;
        for timer in std::mem::take(&mut self.timers) {
            self.event(Event::Timer(timer));
        }
        self
    }

    /// Something happens.
    pub fn event(&mut self, event: Event) {
        let effects = self.app.update(Msg {
            now: self.now,
            event,
        });
        self.perform(effects);
    }

    /// Somebody else changes the store.
    pub fn other(
        &mut self,
        user: UserId,
        command: smotr::domain::command::Command,
    ) -> Result<(), Refusal> {
        let commit = self.carry_out(user, u128::from(self.state.meta.seq.0), &command)?;
        self.event(Event::News(News::Committed(commit)));
        Ok(())
    }

    /// Answers what was held back.
    pub fn let_go(&mut self) {
        let held = self.held.take().unwrap_or_default();
        for request in held {
            self.serve(request);
        }
    }

    /// Does what waited to be held against the records, as it was when that was asked.
    pub fn let_weigh(&mut self) {
        let waiting = self.weighing.take().unwrap_or_default();
        self.perform(waiting);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(request) => match &mut self.held {
                    Some(held) => held.push(request),
                    None => self.serve(request),
                },
                Effect::Arm(timer, _) => {
                    self.timers.insert(timer);
                }
                Effect::Copy(text) => self.copied.push(text),
                Effect::WriteFile { name, text } => {
                    self.files.push((name.clone(), text));
                    self.event(Event::Written(Ok(format!("выгрузка/{name}"))));
                }
                Effect::ReadSectionForm(state) => {
                    let form = bring::supplied_form(&self.app.locale, &state);
                    self.event(Event::SectionForm(Box::new(form)));
                }
                Effect::ReadCatalogue { path, state } => {
                    let read = bring::read(&self.app.locale, &self.home, &path, &state);
                    self.event(Event::Brought(Box::new(Brought { path, read })));
                }
                Effect::ListIncoming => {
                    let folder = incoming::list(&self.app.locale, &self.home.join("загрузка"));
                    self.event(Event::Incoming(Box::new(folder)));
                }
                Effect::ReadValues {
                    files,
                    against,
                    awaited,
                } => {
                    let (locale, folder) = (&self.app.locale, self.home.join("загрузка"));
                    let against = (StoreMark(7), &*against);
                    let batch = incoming::read(locale, &folder, against, &files, &mut |_| true);
                    let came = Came::Batch(batch);
                    self.event(Event::Values(Box::new(Values { awaited, came })));
                }
                effect @ Effect::Weigh { .. } if self.weighing.is_some() => {
                    self.weighing.as_mut().unwrap().push(effect);
                }
                Effect::Weigh { weighing, awaited } => {
                    let came = weigh(*weighing, &mut |_| true).unwrap();
                    self.event(Event::Values(Box::new(Values { awaited, came })));
                }
                Effect::Write {
                    wanted, awaited, ..
                } => {
                    self.wanted.push(wanted);
                    match &mut self.writing {
                        Some(writing) => writing.push(awaited),
                        None => {
                            let written = Told::Written(Ok(Out {
                                path: "выгрузка/файл".into(),
                                files: None,
                            }));
                            self.event(Event::Outgoing(written));
                        }
                    }
                }
                Effect::Repaint | Effect::Suspend => {}
                Effect::Quit => self.left = true,
            }
        }
    }

    fn carry_out(
        &mut self,
        user: UserId,
        id: u128,
        command: &smotr::domain::command::Command,
    ) -> Result<Arc<Commit>, Refusal> {
        let asked = Asked {
            actor: user,
            id: smotr::domain::record::CommandId(id),
            command,
            now: self.now,
        };
        let find = |seq: Seq| self.commits.iter().find(|it| it.seq == seq).cloned();
        let commit = Arc::new(commit_for(&self.state, asked, find)?);
        self.state.apply(&commit);
        self.commits.push(Arc::clone(&commit));
        Ok(commit)
    }

    /// Answers a request.
    pub fn serve(&mut self, request: Request) {
        match request {
            Request::Command { id, command } => {
                let answer = match self.trouble {
                    _ if self.unknown > 0 => {
                        self.unknown -= 1;
                        Answer::Unknown
                    }
                    Some(trouble) => Answer::NotWritten(trouble),
                    None => match self.carry_out(self.user, id.0, &command) {
                        Ok(commit) => {
                            self.event(Event::News(News::Committed(Arc::clone(&commit))));
                            Answer::Done(commit)
                        }
                        Err(refusal) => Answer::Refused(refusal),
                    },
                };
                self.event(Event::News(News::Answer { id, answer }));
            }
            Request::Shard(period) => {
                if let Some(shard) = self.state.share_shard(period) {
                    let seq = self.state.meta.seq;
                    self.event(Event::News(News::Shard { period, seq, shard }));
                }
            }
            Request::History { key, .. } => {
                let commits = self.of_key(key);
                self.event(Event::News(News::History {
                    key,
                    commits,
                    more: false,
                }));
            }
            Request::Journal { filter, before } => {
                let mut found: Vec<JournalLine> = (self.commits.iter().rev())
                    .filter(|it| before.is_none_or(|before| it.seq < before))
                    .filter_map(|it| line_of(it, filter))
                    .take(PAGE + 1)
                    .collect();
                let more = found.len() > PAGE;
                found.truncate(PAGE);
                self.event(Event::News(News::Journal {
                    filter,
                    before,
                    commits: found,
                    more,
                }));
            }
            Request::Looked(key) => self.looked.push(key),
            Request::Took(period) => self.took.push(period),
            // The machine of the story has the accounts of its users and of whoever is new.
            Request::Account(account) => {
                let known = !account.starts_with("nobody");
                self.event(Event::News(News::Account { account, known }));
            }
            Request::AccessLog(_) => {}
            Request::Mentions(_) => {}
            Request::Commits { .. } => {}
            Request::Here(spot) => self.here = Some(spot),
            Request::KeepUnsaved(words) => {
                let before = std::mem::take(&mut self.unsaved);
                let kept: KeptSet = before.into_iter().chain(words.clone()).collect();
                (self.unsaved).extend(kept.into_iter().filter(|it| it.fields.is_some()));
                self.event(Event::News(News::Unsaved(words)));
            }
        }
    }

    /// Commits of one record with its changes only, the latest first.
    fn of_key(&self, key: Key) -> Vec<Arc<Commit>> {
        (self.commits.iter().rev())
            .filter_map(|it| {
                let changes: Vec<_> = it
                    .changes
                    .iter()
                    .filter(|it| it.key == key)
                    .cloned()
                    .collect();
                (!changes.is_empty()).then(|| {
                    Arc::new(Commit {
                        changes,
                        ..(**it).clone()
                    })
                })
            })
            .collect()
    }

    /// What is drawn, with the place of the terminal's cursor.
    pub fn draw(&self) -> (Buffer, Option<Position>) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.app.size.0, self.app.size.1));
        let cursor = render(&self.app, &mut buffer);
        (buffer, cursor)
    }

    /// The screen as text, a line per row, without blanks at the ends.
    pub fn screen(&self) -> String {
        let (buffer, _) = self.draw();
        let area = buffer.area;
        (area.top()..area.bottom())
            .map(|y| {
                let mut line = String::new();
                let mut x = area.left();
                while x < area.right() {
                    let symbol = buffer[(x, y)].symbol();
                    line.push_str(symbol);
                    x += u16::try_from(smotr::tui::text::width(symbol))
                        .unwrap()
                        .max(1);
                }
                line.trim_end().to_owned() + "\n"
            })
            .collect()
    }

    /// Whether the screen shows this text; no-break spaces count as spaces.
    pub fn shows(&self, text: &str) -> bool {
        self.screen().replace('\u{a0}', " ").contains(text)
    }

    /// Fails with the whole screen if it does not show this text.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> &mut Self {
        assert!(
            self.shows(text),
            "«{text}» is not on the screen:\n{}",
            self.screen()
        );
        self
    }

    /// Fails with the whole screen if it shows this text.
    #[track_caller]
    pub fn expect_not(&mut self, text: &str) -> &mut Self {
        assert!(
            !self.shows(text),
            "«{text}» is on the screen:\n{}",
            self.screen()
        );
        self
    }

    /// What the bottom line says.
    pub fn said(&self) -> String {
        self.app
            .status
            .message()
            .map(|(_, text)| text.to_owned())
            .unwrap_or_default()
    }
}

/// A commit as a line of the journal: with the changes that the filter lets through, and how many there were.
fn line_of(commit: &Arc<Commit>, filter: JournalFilter) -> Option<JournalLine> {
    let wanted = match filter {
        JournalFilter::All => None,
        JournalFilter::By(user) => return (commit.actor == user).then(|| whole(commit)),
        JournalFilter::Person(id) => Some(About::Person(id)),
        JournalFilter::Organisation(id) => Some(About::Organisation(id)),
        JournalFilter::Indicator(id) => Some(About::Indicator(id)),
    };
    let Some(wanted) = wanted else {
        return Some(whole(commit));
    };
    let concerns = |change: &Change| {
        let mut about = BTreeSet::new();
        about::of_key(change.key, &mut about);
        for record in change.before.iter().chain(&change.after) {
            about::of_record(record, &mut about);
        }
        about.contains(&wanted)
    };
    let changes: Vec<Change> = (commit.changes.iter())
        .filter(|it| concerns(it))
        .cloned()
        .collect();
    (!changes.is_empty()).then(|| JournalLine {
        changes: changes.len(),
        commit: Arc::new(Commit {
            changes,
            ..(**commit).clone()
        }),
    })
}

fn whole(commit: &Arc<Commit>) -> JournalLine {
    JournalLine {
        commit: Arc::clone(commit),
        changes: commit.changes.len(),
    }
}

/// Reads the notation of keys.
pub fn parse(keys: &str) -> Vec<KeyEvent> {
    let mut out = Vec::new();
    let mut chars = keys.chars();
    while let Some(c) = chars.next() {
        let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
        out.push(match c {
            '⏎' => plain(KeyCode::Enter),
            '⎋' => plain(KeyCode::Esc),
            '⇥' => plain(KeyCode::Tab),
            '⇤' => KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT),
            '↑' => plain(KeyCode::Up),
            '↓' => plain(KeyCode::Down),
            '←' => plain(KeyCode::Left),
            '→' => plain(KeyCode::Right),
            '⌫' => plain(KeyCode::Backspace),
            '⌦' => plain(KeyCode::Delete),
            '␣' => plain(KeyCode::Char(' ')),
            '<' => {
                let name: String = chars.by_ref().take_while(|it| *it != '>').collect();
                named(&name)
            }
            c => KeyEvent::new(
                KeyCode::Char(c),
                if c.is_uppercase() {
                    KeyModifiers::SHIFT
                } else {
                    KeyModifiers::NONE
                },
            ),
        });
    }
    out
}

fn named(name: &str) -> KeyEvent {
    let (modifiers, rest) = match (name.strip_prefix("Ctrl+"), name.strip_prefix("Alt+")) {
        (Some(rest), _) => (KeyModifiers::CONTROL, rest),
        (_, Some(rest)) => (KeyModifiers::ALT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match rest {
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Ins" => KeyCode::Insert,
        "Enter" => KeyCode::Enter,
        "↑" => KeyCode::Up,
        "↓" => KeyCode::Down,
        other => match other.strip_prefix('F').and_then(|it| it.parse().ok()) {
            Some(n) => KeyCode::F(n),
            None => KeyCode::Char(other.chars().next().expect("a key between < and >")),
        },
    };
    KeyEvent::new(code, modifiers)
}
