//! Where a message goes: [`App::update`] takes it in and gives what is to be done. No I/O, no clock, no randomness.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};

use super::App;
use crate::domain::record::Cause;
use crate::service::link::News;
use crate::tui::command::table::CommandId as Action;
use crate::tui::find::Finder;
use crate::tui::keys::{Key as Chord, Lookup};
use crate::tui::layer::Outcome;
use crate::tui::layout::layout;
use crate::tui::msg::{Effect, Event, Msg, Timer};
use crate::tui::overlay::card::Scores;
use crate::tui::screen::attention::AttentionScreen;
use crate::tui::screen::catalogue::Catalogue;
use crate::tui::screen::cycle::CycleScreen;
use crate::tui::screen::journal::JournalScreen;
use crate::tui::screen::measures::MeasuresScreen;
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::sheet::SheetScreen;
use crate::tui::{answer, bringing, command, concern, cycle, entry, presence, underway};

/// Milliseconds between two parts of what is made ready: keys that wait are taken in between.
const PREPARE_NEXT: u32 = 1;

impl App {
    /// Takes a message in and gives what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        self.now = msg.now;
        match msg.event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key),
            Event::Key(_) => {}
            Event::Paste(text) | Event::Burst(text) => self.paste(&text),
            Event::TogetherBegins => self.together.begin(),
            Event::TogetherEnds => self.told_together(),
            Event::ForeignBytes => self.foreign_bytes = true,
            Event::NativeBytes => self.foreign_bytes = false,
            Event::Resize(columns, rows) => {
                self.size = (columns, rows);
                self.resettle();
            }
            Event::News(news) => self.news(&news),
            Event::Timer(Timer::Follow) => {
                Monitoring::follow(self);
                SheetScreen::follow(self);
                Catalogue::follow(self);
                MeasuresScreen::follow(self);
                AttentionScreen::follow(self);
            }
            Event::Timer(Timer::KeepUnsaved) => {
                self.keep_armed = false;
                self.keep_unsaved();
            }
            Event::Timer(Timer::Here) => presence::tell(self),
            // The loop draws by itself.
            Event::Timer(Timer::Frame) => {}
            Event::Timer(Timer::AskAgain) => answer::ask_again(self),
            Event::Timer(Timer::Prepare) => {
                if Finder::prepare(self) || Monitoring::prepare(self) {
                    self.emit(Effect::Arm(Timer::Prepare, PREPARE_NEXT));
                }
            }
            Event::Resumed => self.emit(Effect::Repaint),
            Event::Timer(Timer::Underway) => underway::show(self),
            Event::Outgoing(told) => underway::told(self, told),
            Event::Written(outcome) => answer::written(self, outcome),
            Event::Brought(brought) => self.tell_brought(&brought),
            Event::Incoming(folder) => bringing::listed(self, *folder),
            Event::Values(values) => self.tell_values(&values),
            Event::SectionForm(form) => cycle::came(self, *form),
            Event::NotSuspended => answer::not_suspended(self),
            Event::NotCopied(why) => answer::not_copied(self, why),
            Event::HangUp => {
                // What was sent last may still wait in a queue that nobody will read to its end.
                self.drafts.not_kept();
                self.quit();
            }
        }
        AttentionScreen::settle(self);
        presence::rest(self);
        std::mem::take(&mut self.effects)
    }

    fn resettle(&mut self) {
        Monitoring::resized(self);
        SheetScreen::resized(self);
        Catalogue::resized(self);
        CycleScreen::resized(self);
        JournalScreen::resettle(self);
        MeasuresScreen::again(self);
        AttentionScreen::resized(self);
        self.renew_layers();
    }

    fn key(&mut self, key: KeyEvent) {
        if layout(self.size, false).is_none() || self.is_shut() {
            return self.key_unseen(key);
        }
        let takes_text = self.layers.last().is_some_and(|it| it.takes_text());
        if !takes_text && self.together.leaves_out(key) {
            return;
        }
        self.status.forget();
        self.carry_out(key);
        self.together.said(self.status.message().map(|it| it.0));
    }

    /// A key in a window that shows nothing it could be about: only what concerns the window itself is done.
    fn key_unseen(&mut self, key: KeyEvent) {
        self.chord.clear();
        let Some(chord) = Chord::from_event(key) else {
            return;
        };
        if let Lookup::Run(action @ (Action::Quit | Action::Redraw | Action::Suspend)) =
            self.keymap.lookup(&[chord])
        {
            command::run::run(self, action);
        }
    }

    fn carry_out(&mut self, key: KeyEvent) {
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

    /// Carries a command of the keymap out: the top layer first, then the program.
    pub fn run(&mut self, action: Action) {
        let takes_text = self.layers.last().is_some_and(|it| it.takes_text());
        if action == Action::Close && !takes_text && underway::stop(self) {
            return;
        }
        if !self.layers.is_empty() {
            match self.with_top(|layer, app| layer.command(action, app)) {
                (Outcome::Pass, _) => {}
                (outcome, at) => return self.settle(outcome, at),
            }
        }
        command::run::run(self, action);
    }

    fn paste(&mut self, text: &str) {
        if layout(self.size, false).is_none() || self.is_shut() {
            return;
        }
        self.status.forget();
        if self.layers.is_empty() {
            return self.screen.paste(self, text);
        }
        let (outcome, at) = self.with_top(|layer, app| layer.paste(text, app));
        self.settle(outcome, at);
    }

    fn news(&mut self, news: &News) {
        if self.is_shut() && !self.is_heard_while_shut(news) {
            if let News::Answer { id, answer } = news {
                answer::answered_while_shut(self, *id, answer);
            }
            return;
        }
        match news {
            News::Committed(commit) => {
                self.mirror.commit(commit);
                self.presence.committed(commit, self.user);
                let keys: Vec<_> = commit.changes.iter().map(|it| it.key).collect();
                Scores::renew(self, &keys);
                Monitoring::renew(self, &keys);
                Catalogue::renew(self, &keys);
                MeasuresScreen::again(self);
                CycleScreen::renew(self, &keys);
                if commit.cause == Cause::Erase {
                    JournalScreen::erased(self);
                } else {
                    JournalScreen::committed(self, commit);
                }
                Finder::renew(self, commit);
                let is_told = presence::say_changed(self, commit);
                concern::tell(self, commit, is_told);
                self.shut_if_let_go();
            }
            News::Shard { period, seq, shard } => {
                if self.mirror.load(*period, *seq, Arc::clone(shard)) {
                    Scores::renew(self, &[]);
                    Monitoring::loaded(self, *period);
                    Catalogue::again(self);
                    MeasuresScreen::again(self);
                    CycleScreen::again(self);
                    entry::unsaved::forget_accepted(self);
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
            // A layer hears of its own; the access log and an export are asked for elsewhere.
            News::History { .. }
            | News::AccessLog(_)
            | News::Commits { .. }
            | News::Mentions { .. }
            | News::Account { .. }
            | News::Erased(_) => {}
            News::NoArchive(trouble) => answer::no_archive(self, *trouble),
            News::Unsaved(words) => self.hear_unsaved(words),
            News::Unkept => answer::unkept(self),
            News::Unreadable(wanted) => answer::unreadable(self, *wanted),
            News::Writing(writing) => answer::writing(self, *writing),
            News::Here(others) => self.presence.hear(others),
            News::Barred(bar) => answer::barred(self, bar),
            News::Lost => answer::unreached(self),
            News::Again(welcome) => answer::again(self, welcome),
        }
        self.tell_layers(news);
        self.tell_aside(news);
    }
}
