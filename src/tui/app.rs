//! All interface state, and [`App::update`]: a message in, effects out. No I/O, no clock, no randomness.
//!
//! Invariant: drawing is a function of this state; scroll, selection and layers change here only.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::FixedOffset;
use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use super::command::table::{CommandId as Action, Place};
use super::derived::Derived;
use super::draft::Drafts;
use super::entry::memory::Memory;
use super::find::Finder;
use super::keys::{Key as Chord, Keymap, Lookup};
use super::layer::{Outcome, Overlay};
use super::mirror::Mirror;
use super::msg::{Effect, Event, Msg, Timer};
use super::overlay::card::Scores;
use super::screen::Screen;
use super::screen::journal::JournalScreen;
use super::screen::monitoring::Monitoring;
use super::status::Status;
use super::theme::Theme;
use super::{answer, command};
use crate::domain::command::Command;
use crate::domain::ids::{Now, PeriodId, UserId};
use crate::domain::record::{CommandId, Key};
use crate::domain::state::State;
use crate::locale::Narrator;
use crate::locale::{Args, Locale, Phrase};
use crate::service::link::{News, Request, Welcome, Writing};

/// Milliseconds after the last key of an input until it is kept.
const KEEP_AFTER: u32 = 900;

/// What the interface begins with, apart from the state.
#[derive(Debug)]
pub struct Setup {
    /// Columns and rows.
    pub size: (u16, u16),
    /// The voice.
    pub locale: Arc<Locale>,
    /// Glyphs and colours.
    pub theme: Theme,
    /// Which key does what.
    pub keymap: Keymap,
    /// The moment.
    pub now: Now,
    /// The person's offset from UTC.
    pub offset: FixedOffset,
    /// Where command ids begin; the rest are counted up from it.
    pub first_command: u128,
}

/// What a command sent is about, to say what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The value of a cell, shown before it is confirmed.
    Cell,
    /// A form that stays open until the answer.
    Form,
    /// A command without a form.
    Direct,
    /// Taking back.
    Undo,
    /// Doing again.
    Redo,
}

/// All interface state.
#[derive(Debug)]
pub struct App {
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// The voice.
    pub locale: Arc<Locale>,
    /// Glyphs and colours.
    pub theme: Theme,
    /// Which key does what.
    pub keymap: Keymap,
    /// The moment of the message being handled.
    pub now: Now,
    /// The person's offset from UTC.
    pub offset: FixedOffset,
    /// Who this is.
    pub user: UserId,
    /// The state as seen here.
    pub mirror: Mirror,
    /// The screen below all layers.
    pub screen: Screen,
    /// The screen Мониторинг.
    pub monitoring: Monitoring,
    /// What is computed from the records of the shown period.
    pub derived: Option<Derived>,
    /// The screen Журнал.
    pub journal: JournalScreen,
    /// What the bottom line says.
    pub status: Status,
    /// Whether the store takes changes.
    pub writing: Writing,
    /// Input begun and not accepted.
    pub drafts: Drafts,
    /// The index of everything with a name.
    pub finder: Finder,
    /// Scores of the periods that cards have shown.
    pub scores: Scores,
    /// What entering remembers.
    pub entry: Memory,
    /// Commands on their way.
    pub waiting: BTreeMap<CommandId, (Waiting, Command)>,
    /// Places of unfinished input that is kept until its command is done.
    pub kept_until_done: BTreeMap<CommandId, String>,
    /// Commands of which nobody knows whether they were carried out; asked about again after a while.
    pub unknown: Vec<CommandId>,
    /// Whether the terminal sends another charset than UTF-8.
    pub foreign_bytes: bool,
    layers: Vec<Box<dyn Overlay>>,
    chord: Vec<Chord>,
    effects: Vec<Effect>,
    next_command: u128,
    keep_armed: bool,
}

impl App {
    /// The interface as it first appears, and what it asks for.
    #[must_use]
    pub fn new(setup: Setup, welcome: Welcome) -> (App, Vec<Effect>) {
        let mirror = Mirror::new(welcome.state, welcome.user);
        let mut app = App {
            size: setup.size,
            locale: setup.locale,
            theme: setup.theme,
            keymap: setup.keymap,
            now: setup.now,
            offset: setup.offset,
            user: welcome.user,
            mirror,
            screen: Screen::Monitoring,
            monitoring: Monitoring::default(),
            derived: None,
            journal: JournalScreen::default(),
            status: Status::default(),
            writing: welcome.writing,
            drafts: Drafts::new(welcome.unsaved),
            finder: Finder::default(),
            scores: Scores::default(),
            entry: Memory::default(),
            waiting: BTreeMap::new(),
            foreign_bytes: false,
            layers: Vec::new(),
            chord: Vec::new(),
            effects: Vec::new(),
            next_command: setup.first_command,
            keep_armed: false,
            unknown: Vec::new(),
            kept_until_done: BTreeMap::new(),
        };
        super::entry::unsaved::forget_accepted(&mut app);
        Monitoring::start(&mut app);
        let effects = std::mem::take(&mut app.effects);
        (app, effects)
    }

    /// Takes a message in and gives what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        self.now = msg.now;
        match msg.event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key),
            Event::Key(_) => {}
            Event::Paste(text) | Event::Burst(text) => self.paste(&text),
            Event::ForeignBytes => self.foreign_bytes = true,
            Event::NativeBytes => self.foreign_bytes = false,
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.resettle();
            }
            Event::News(news) => self.news(&news),
            Event::Timer(Timer::Follow) => Monitoring::follow(self),
            Event::Timer(Timer::KeepUnsaved) => {
                self.keep_armed = false;
                self.keep_unsaved();
            }
            Event::Timer(Timer::AskAgain) => answer::ask_again(self),
            Event::Resumed => self.emit(Effect::Repaint),
            Event::Written(outcome) => answer::written(self, outcome),
            Event::NotSuspended => answer::not_suspended(self),
            Event::NotCopied(why) => answer::not_copied(self, why),
            Event::LinkLost => answer::link_lost(self),
            Event::HangUp => self.quit(),
        }
        std::mem::take(&mut self.effects)
    }

    /// The state to show.
    #[must_use]
    pub fn state(&self) -> &State {
        self.mirror.state()
    }

    /// A phrase in the person's language.
    #[must_use]
    pub fn say(&self, phrase: Phrase) -> String {
        self.locale.say(phrase)
    }

    /// A phrase with its arguments.
    #[must_use]
    pub fn say_with(&self, phrase: Phrase, args: &Args<'_>) -> String {
        self.locale.say_with(phrase, args)
    }

    /// Asks for something to be done after this message.
    pub fn emit(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Where the person is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.layers
            .last()
            .map_or_else(|| self.screen.place(self), |it| it.place())
    }

    /// The layers, the lowest first.
    pub fn layers(&self) -> impl DoubleEndedIterator<Item = &dyn Overlay> {
        self.layers.iter().map(|it| &**it)
    }

    /// The record under the cursor of the top layer; `None` below all layers, or where the cursor is on no record.
    #[must_use]
    pub fn under_cursor(&self) -> Option<Key> {
        self.layers.last().and_then(|it| it.under_cursor())
    }

    /// Lets the layers make ready anew what depends on the window's size and on the period.
    pub fn renew_layers(&mut self) {
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            layer.renew(self);
        }
        self.layers = layers;
    }

    /// Keys of a sequence that is not finished.
    #[must_use]
    pub fn chord(&self) -> &[Chord] {
        &self.chord
    }

    /// Puts a layer above all others.
    pub fn open(&mut self, layer: Box<dyn Overlay>) {
        self.layers.push(layer);
    }

    /// Takes all layers away, e.g. to show something on the screen itself. What was typed in them is kept.
    pub fn close_all(&mut self) {
        for layer in std::mem::take(&mut self.layers) {
            self.keep_input_of(&*layer);
        }
    }

    /// Sends a command; the answer comes as news.
    pub fn send(&mut self, command: Command, waiting: Waiting) -> CommandId {
        let id = self.command_id();
        self.send_as(id, command, waiting);
        id
    }

    /// Sends a command under an id made before.
    pub fn send_as(&mut self, id: CommandId, command: Command, waiting: Waiting) {
        self.waiting.insert(id, (waiting, command.clone()));
        self.emit(Effect::Send(Request::Command {
            id,
            command: Box::new(command),
        }));
    }

    /// A new command id.
    pub fn command_id(&mut self) -> CommandId {
        let id = CommandId(self.next_command);
        self.next_command = self.next_command.wrapping_add(1);
        id
    }

    /// Asks for the values of a period unless they are here.
    pub fn want_shard(&mut self, period: PeriodId) {
        if self.mirror.confirmed().shard(period).is_none() {
            self.emit(Effect::Send(Request::Shard(period)));
        }
    }

    /// Notes that unfinished input changed; it is kept soon.
    pub fn touch_input(&mut self) {
        // An armed timer is left alone: whoever types without a pause is kept up with, too.
        if !std::mem::replace(&mut self.keep_armed, true) {
            self.emit(Effect::Arm(Timer::KeepUnsaved, KEEP_AFTER));
        }
    }

    /// Leaves: what is typed is kept first.
    pub fn quit(&mut self) {
        self.close_all();
        super::entry::keep_waiting(self);
        self.keep_unsaved();
        self.emit(Effect::Quit);
    }

    /// Names records, for the state shown.
    #[must_use]
    pub fn narrator(&self) -> Narrator<'_> {
        let narrator = Narrator::new(&self.locale, self.state(), self.offset);
        match self.monitoring.chosen.period {
            Some(period) => narrator.in_period(period),
            None => narrator,
        }
    }

    fn keep_input_of(&mut self, layer: &dyn Overlay) {
        if let Some(unsaved) = layer.unsaved(self) {
            self.drafts.put(unsaved);
            self.touch_input();
        }
    }

    fn keep_unsaved(&mut self) {
        let open: Vec<_> = self
            .layers
            .iter()
            .filter_map(|it| it.unsaved(self))
            .collect();
        if let Some(all) = self.drafts.to_keep(open) {
            self.emit(Effect::Send(Request::KeepUnsaved(all)));
        }
    }

    fn resettle(&mut self) {
        Monitoring::resized(self);
        JournalScreen::resettle(self);
        self.renew_layers();
    }

    fn key(&mut self, key: KeyEvent) {
        self.status.forget();
        if key.code == KeyCode::Enter {
            self.foreign_bytes = false;
        }
        if self.layers.last().is_some_and(|it| it.takes_text()) {
            match self.with_top(|layer, app| layer.key(key, app)) {
                (Outcome::Pass, _) => {}
                (outcome, at) => return self.settle(outcome, at),
            }
        }
        let Some(chord) = Chord::from_event(key) else {
            return;
        };
        self.chord.push(chord);
        match self.keymap.lookup(&self.chord) {
            Lookup::Run(action) => {
                self.chord.clear();
                self.run(action);
            }
            Lookup::Pending(_) => {}
            Lookup::NotBound | Lookup::Cancelled(_) => {
                self.chord.clear();
                self.unbound(key);
            }
        }
    }

    /// A key that the keymap does not know: for the top layer, or for the screen (digits).
    fn unbound(&mut self, key: KeyEvent) {
        if self.layers.is_empty() {
            return self.screen.key(self, key);
        }
        if !self.layers.last().is_some_and(|it| it.takes_text()) {
            let (outcome, at) = self.with_top(|layer, app| layer.key(key, app));
            self.settle(outcome, at);
        }
    }

    /// Carries a command out at once, for whoever has no key: the palette of a script, a test.
    pub fn run_now(&mut self, action: Action) -> Vec<Effect> {
        self.run(action);
        std::mem::take(&mut self.effects)
    }

    /// Carries a command of the keymap out: the top layer first, then the program.
    pub fn run(&mut self, action: Action) {
        if !self.layers.is_empty() {
            match self.with_top(|layer, app| layer.command(action, app)) {
                (Outcome::Pass, _) => {}
                (outcome, at) => return self.settle(outcome, at),
            }
        }
        command::run::run(self, action);
    }

    fn paste(&mut self, text: &str) {
        self.status.forget();
        if self.layers.is_empty() {
            return self.screen.paste(self, text);
        }
        let (outcome, at) = self.with_top(|layer, app| layer.paste(text, app));
        self.settle(outcome, at);
    }

    fn news(&mut self, news: &News) {
        match news {
            News::Committed(commit) => {
                self.mirror.commit(commit);
                let keys: Vec<_> = commit.changes.iter().map(|it| it.key).collect();
                Monitoring::renew(self, &keys);
                JournalScreen::committed(self, commit);
                Finder::renew(self, commit);
                Scores::renew(self, &keys);
            }
            News::Shard { period, seq, shard } => {
                if self.mirror.load(*period, *seq, Arc::clone(shard)) {
                    Monitoring::loaded(self);
                    Scores::renew(self, &[]);
                } else {
                    self.want_shard(*period);
                }
            }
            News::Answer { id, answer } => answer::answered(self, *id, answer),
            News::Journal {
                filter,
                before,
                commits,
                more,
            } => JournalScreen::page(self, *filter, *before, commits, *more),
            News::History { .. } => {}
            News::Unkept => answer::unkept(self),
            News::Unreadable(wanted) => answer::unreadable(self, *wanted),
            News::Writing(writing) => self.writing = *writing,
        }
        for at in 0..self.layers.len() {
            let mut above = self.layers.split_off(at);
            if above.is_empty() {
                return;
            }
            let mut layer = above.remove(0);
            let outcome = layer.news(news, self);
            let stays = self.after(layer, outcome);
            self.layers.extend(above);
            if !stays {
                return;
            }
        }
    }

    /// Hands something to the top layer, which is out of the stack meanwhile.
    fn with_top(
        &mut self,
        f: impl FnOnce(&mut Box<dyn Overlay>, &mut App) -> Outcome,
    ) -> (Outcome, usize) {
        let Some(mut top) = self.layers.pop() else {
            return (Outcome::Pass, 0);
        };
        let depth = self.layers.len();
        let outcome = f(&mut top, self);
        // A layer that closed everything below it stands alone now.
        let at = depth.min(self.layers.len());
        self.layers.insert(at, top);
        (outcome, at)
    }

    /// Does what the layer at a place asked for. What it has opened itself stays above.
    fn settle(&mut self, outcome: Outcome, at: usize) {
        if at >= self.layers.len() {
            return;
        }
        let mut above = self.layers.split_off(at);
        let layer = above.remove(0);
        self.after(layer, outcome);
        self.layers.extend(above);
    }

    /// Does what a layer asked for, with the layer out of the stack. Whether it stays.
    fn after(&mut self, layer: Box<dyn Overlay>, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Used | Outcome::Pass => {
                if layer.takes_text() {
                    self.touch_input();
                }
                self.layers.push(layer);
                true
            }
            Outcome::Open(next) => {
                self.layers.push(layer);
                self.layers.push(next);
                true
            }
            Outcome::Close => false,
            Outcome::Replace(next) => {
                self.layers.push(next);
                false
            }
            Outcome::CloseAndRun(action) => {
                self.run(action);
                false
            }
        }
    }
}
