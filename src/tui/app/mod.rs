//! All interface state. No I/O, no clock, no randomness.
//!
//! Invariant: drawing is a function of this state; scroll, selection and layers change here only, by [`App::update`].

mod aside;
mod keep;
mod layers;
mod shut;
mod together;
mod update;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::FixedOffset;

use crate::domain::command::Command;
use crate::domain::ids::{Now, PeriodId, UserId};
use crate::domain::record::CommandId;
use crate::domain::state::State;
use crate::locale::{Args, Locale, Narrator, Phrase};
use crate::service::link::{Bar, Request, Trouble, Welcome, Writing};
use crate::tui::command::table::Place;
use crate::tui::derived::{Derived, Nearby};
use crate::tui::draft::Drafts;
use crate::tui::entry;
use crate::tui::entry::memory::Memory;
use crate::tui::find::Finder;
use crate::tui::keys::{Key as Chord, Keymap};
use crate::tui::layer::Overlay;
use crate::tui::mirror::Mirror;
use crate::tui::msg::{Effect, Timer};
use crate::tui::overlay::card::Scores;
use crate::tui::presence::{self, Presence};
use crate::tui::screen::Screen;
use crate::tui::screen::attention::AttentionScreen;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::measures::MeasuresScreen;
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::sheet::SheetScreen;
use crate::tui::status::Status;
use crate::tui::theme::Theme;
use crate::tui::underway::Underway;
use together::Together;

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
    /// The screen of values to which Esc leads back from the catalogue and the journal.
    pub home: Screen,
    /// The screen Мониторинг.
    pub monitoring: Monitoring,
    /// What is computed from the records of the shown period.
    pub derived: Option<Derived>,
    /// The same of periods beside the shown one.
    pub nearby: Nearby,
    /// The screen Ввод.
    pub sheet: SheetScreen,
    /// The screen Цикл.
    pub cycle: CycleScreen,
    /// The screen Каталог.
    pub catalogue: Catalogue,
    /// The screen Журнал.
    pub journal: JournalScreen,
    /// The screen Меры.
    pub measures: MeasuresScreen,
    /// The screen Требует внимания.
    pub attention: AttentionScreen,
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
    /// The file that is being written.
    pub underway: Option<Underway>,
    /// Who else is here, and what they have changed.
    pub presence: Presence,
    /// Why the link is not let in, while it is not.
    pub barred: Option<Bar>,
    /// Commands on their way.
    pub waiting: BTreeMap<CommandId, (Waiting, Command)>,
    /// Places of unfinished input that is kept until its command is done.
    pub kept_until_done: BTreeMap<CommandId, String>,
    /// Commands of which nobody knows whether they were carried out; asked about again after a while.
    pub unknown: Vec<CommandId>,
    /// Whether edits on their way were kept because the link was lost; they are forgotten when they are done.
    pub kept_over_loss: bool,
    /// The person was told what has not been sent, and may leave all the same.
    pub asked_to_leave: bool,
    /// Whether the terminal sends another charset than UTF-8.
    pub foreign_bytes: bool,
    layers: Vec<Box<dyn Overlay>>,
    /// The screen over which the lowest layer was opened.
    layers_over: Screen,
    aside: Option<aside::Aside>,
    chord: Vec<Chord>,
    together: Together,
    effects: Vec<Effect>,
    next_command: u128,
    keep_armed: bool,
}

/// Milliseconds after the start, and after another period was chosen, until what may be asked for next begins to be made ready: the frame
/// and its values go before.
const PREPARE_AFTER: u32 = 300;

/// A number of this window, as random as its command ids.
fn window_of(first_command: u128) -> u64 {
    u64::try_from(first_command >> 64).unwrap_or_default()
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
            home: Screen::Monitoring,
            monitoring: Monitoring::default(),
            derived: None,
            nearby: Nearby::default(),
            sheet: SheetScreen::default(),
            cycle: CycleScreen::default(),
            catalogue: Catalogue::default(),
            journal: JournalScreen::default(),
            measures: MeasuresScreen::default(),
            attention: AttentionScreen::default(),
            status: Status::default(),
            writing: welcome.writing,
            drafts: Drafts::new(window_of(setup.first_command), welcome.unsaved),
            finder: Finder::default(),
            scores: Scores::default(),
            entry: Memory::default(),
            underway: None,
            presence: Presence::default(),
            barred: None,
            waiting: BTreeMap::new(),
            kept_over_loss: false,
            asked_to_leave: false,
            foreign_bytes: false,
            layers: Vec::new(),
            layers_over: Screen::Monitoring,
            aside: None,
            chord: Vec::new(),
            together: Together::default(),
            effects: Vec::new(),
            next_command: setup.first_command,
            keep_armed: false,
            unknown: Vec::new(),
            kept_until_done: BTreeMap::new(),
        };
        entry::unsaved::forget_accepted(&mut app);
        Monitoring::start(&mut app);
        super::unfinished::greet(&mut app);
        super::overlay::begin::greet(&mut app);
        app.prepare_soon();
        AttentionScreen::stale(&mut app);
        presence::rest(&mut app);
        let effects = std::mem::take(&mut app.effects);
        (app, effects)
    }

    /// The state to show.
    #[must_use]
    pub fn state(&self) -> &State {
        self.mirror.state()
    }

    /// Whether nobody answers at the other end of the link.
    #[must_use]
    pub fn is_unreached(&self) -> bool {
        self.writing == Writing::Stopped(Trouble::Unreached)
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

    /// What may be asked for next is made ready when nobody presses a key for a moment.
    pub fn prepare_soon(&mut self) {
        self.emit(Effect::Arm(Timer::Prepare, PREPARE_AFTER));
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

    /// Keys of a sequence that is not finished.
    #[must_use]
    pub fn chord(&self) -> &[Chord] {
        &self.chord
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
        if self.mirror.wants(period) {
            self.emit(Effect::Send(Request::Shard(period)));
        }
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
}
