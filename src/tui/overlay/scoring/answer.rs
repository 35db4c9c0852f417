//! What is sent, and what the answer does: the editor closes, says what is wrong, or shows two versions to choose from.

use crossterm::event::{KeyCode, KeyEvent};

use super::ScoringEditor;
use super::contents::Contents;
use super::reading::Reading;
use super::{areas, place_of};
use crate::args;
use crate::domain::catalogue::{Indicator, Scoring};
use crate::domain::command::{Command, Seen};
use crate::domain::record::Record;
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamp;
use crate::locale::Phrase;
use crate::service::link::Answer;
use crate::tui::app::{App, Waiting};
use crate::tui::draft;
use crate::tui::inline::conflict::{Choice, Conflict};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;
use crate::tui::theme::Role;

impl ScoringEditor {
    /// Sends what is typed, or says what keeps it from being sent.
    pub(super) fn accept(&mut self, app: &mut App) -> Outcome {
        if let Some(why) = &self.read_only {
            app.status.tell(Tone::Warning, why.clone());
            return Outcome::Used;
        }
        if self.pending.is_some() {
            return Outcome::Used;
        }
        self.said.clear();
        match Reading::of(app, &self.base, &self.contents).draft {
            Err((spot, sentence)) => {
                self.go(spot);
                self.said = vec![(sentence, Role::Error)];
            }
            Ok(draft) if draft == self.base && self.rested.is_some() => {
                let sentence = app.say(Phrase::ScoringUnchanged);
                app.status.tell(Tone::Plain, sentence);
                app.touch_input();
                return Outcome::Close;
            }
            Ok(draft) => {
                let command = Command::PutIndicator {
                    edition: self.edition,
                    id: Some(self.id),
                    seen: Seen::At(self.seen),
                    indicator: Box::new(draft),
                };
                let fields = self.contents.export();
                let again = self.left.take().filter(|(_, was)| *was == fields);
                let id = again.map_or_else(|| app.command_id(), |(id, _)| id);
                self.pending = Some(id);
                app.send_as(id, command, Waiting::Form);
                app.kept_until_done
                    .insert(id, place_of(self.edition, self.id));
            }
        }
        self.tell(app);
        Outcome::Used
    }

    /// Esc: what is typed is kept.
    pub(super) fn leave(&mut self, app: &mut App) -> Outcome {
        if let Some(unsaved) = self.unsaved(app) {
            app.drafts.put(unsaved);
            let sentence = match self.pending {
                Some(_) => app.say(Phrase::FormLeftWriting),
                None => draft::kept(app),
            };
            app.status.tell(Tone::Plain, sentence);
        }
        app.touch_input();
        Outcome::Close
    }

    /// What is typed goes only when that is confirmed.
    pub(super) fn ask_to_discard(&mut self, app: &mut App) -> Outcome {
        if self.unsaved(app).is_none() {
            return Outcome::Close;
        }
        self.discarding = true;
        self.said = vec![(app.say(Phrase::FormDiscardQuestion), Role::Warning)];
        self.tell(app);
        Outcome::Used
    }

    /// A key while the question is open.
    pub(super) fn key_in_discarding(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        match key.code {
            KeyCode::Enter => {
                app.drafts.take(&place_of(self.edition, self.id));
                app.touch_input();
                let sentence = app.say(Phrase::FormDiscarded);
                app.status.tell(Tone::Plain, sentence);
                return Outcome::Close;
            }
            KeyCode::Esc => {
                self.discarding = false;
                self.said.clear();
                self.tell(app);
            }
            _ => {}
        }
        Outcome::Used
    }

    /// Takes an answer in.
    pub(super) fn answered(&mut self, answer: &Answer, app: &mut App) -> Outcome {
        match answer {
            Answer::Done(commit) => {
                let mut sentence = app.narrator().commit(commit);
                if self.is_printed(app) {
                    let printed = app.say(Phrase::ScoringKeptPrinted);
                    sentence = format!("{sentence} {} {printed}", app.theme.glyphs.dot);
                }
                app.status.tell(Tone::Good, sentence);
                app.touch_input();
                return Outcome::Close;
            }
            Answer::Unknown => return Outcome::Used,
            Answer::NotWritten(_) => {
                let sentence = app.status.message().map(|it| it.1.to_owned());
                self.said = vec![(sentence.unwrap_or_default(), Role::Error)];
            }
            Answer::Refused(refusal) => {
                self.pending = None;
                if self.refused(refusal, app) {
                    app.status.forget();
                    return self.accept(app);
                }
            }
        }
        self.pending = None;
        // The sentence stands in the editor, where it is not gone with the next key.
        app.status.forget();
        self.tell(app);
        Outcome::Used
    }

    /// Whether it was stored as the document prints it.
    fn is_printed(&self, app: &App) -> bool {
        let there = app
            .mirror
            .confirmed()
            .indicators
            .get(&(self.edition, self.id));
        there.is_some_and(|it| matches!(it.scoring, Scoring::Printed(_)))
    }

    /// Whether what another version has of the scoring is neither what was seen nor what is typed.
    pub(super) fn differs_from(&self, theirs: &Indicator, app: &App) -> bool {
        let theirs = Contents::of(theirs, &app.locale).compared();
        let seen = self.rested.as_ref() == Some(&theirs);
        !seen && self.contents.compared() != theirs
    }

    /// Takes a refusal in. Whether what is typed is to be sent again at once: the scoring was not changed meanwhile.
    fn refused(&mut self, refusal: &Refusal, app: &App) -> bool {
        if let Refusal::Conflict { theirs, stamp, .. } = refusal
            && let (Some(Record::Indicator(theirs)), Some(stamp)) = (theirs.as_deref(), *stamp)
        {
            if self.differs_from(theirs, app) {
                self.conflict = Some(self.question(theirs, stamp, app));
                return false;
            }
            self.rest_on(theirs, stamp, app);
            return true;
        }
        let told = app.narrator().refusal(refusal).to_string();
        self.said = vec![(told, Role::Error)];
        false
    }

    /// Everything but the scoring is theirs from now on.
    fn rest_on(&mut self, theirs: &Indicator, stamp: Stamp, app: &App) {
        self.base = theirs.clone();
        self.seen = stamp.rev;
        self.rested = Some(Contents::of(theirs, &app.locale).compared());
    }

    fn question(&self, theirs: &Indicator, stamp: Stamp, app: &App) -> Conflict {
        let own = Stamp {
            rev: stamp.rev,
            by: app.user,
            at: self.touched,
        };
        let label = app.say(Phrase::FieldScoring);
        let told = |it: &Contents| told(app, it);
        let mine = told(&self.contents);
        Conflict {
            key: self.key_of(),
            theirs: Record::Indicator(theirs.clone()),
            who: app.narrator().stamp(&stamp),
            own: app.narrator().stamp(&own),
            typed: vec![(label.clone(), mine.clone())],
            versions: vec![(label, told(&Contents::of(theirs, &app.locale)), mine)],
            rev: stamp.rev,
            joins: false,
            at: 0,
            top: 0,
        }
    }

    /// A key while two versions are shown.
    pub(super) fn key_in_conflict(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let room = areas::conflict_room(app);
        let Some(conflict) = &mut self.conflict else {
            return Outcome::Pass;
        };
        let chosen = match key.code {
            KeyCode::Enter => conflict.chosen(),
            KeyCode::Char(_) if !key.modifiers.is_empty() => return Outcome::Pass,
            KeyCode::Char(digit) => conflict.by_digit(digit),
            KeyCode::F(_) => return Outcome::Pass,
            KeyCode::Esc => {
                self.conflict = None;
                None
            }
            KeyCode::PageUp | KeyCode::PageDown | KeyCode::Home | KeyCode::End => {
                conflict.turn(key.code, app, room);
                None
            }
            KeyCode::Up | KeyCode::Left | KeyCode::BackTab => {
                conflict.step(true);
                None
            }
            KeyCode::Down | KeyCode::Right | KeyCode::Tab => {
                conflict.step(false);
                None
            }
            _ => None,
        };
        let outcome = chosen.map_or(Outcome::Used, |it| self.choose(it, app));
        self.tell(app);
        outcome
    }

    fn choose(&mut self, choice: Choice, app: &mut App) -> Outcome {
        let Some(conflict) = self.conflict.take() else {
            return Outcome::Used;
        };
        let (Record::Indicator(theirs), Choice::Mine) = (&conflict.theirs, choice) else {
            let sentence = match self.unsaved(app) {
                Some(mine) => {
                    app.drafts.put(mine);
                    draft::kept_beside_theirs(app)
                }
                None => app.say(Phrase::ConflictTheirsStay),
            };
            app.touch_input();
            app.status.tell(Tone::Good, sentence);
            return Outcome::Close;
        };
        let stamp = Stamp {
            rev: conflict.rev,
            by: app.user,
            at: app.now.at,
        };
        self.rest_on(&theirs.clone(), stamp, app);
        self.accept(app)
    }
}

/// The scoring in a line: «по шкале: до 40 → 0; 40–59 → 1».
fn told(app: &App, it: &Contents) -> String {
    let way = app.say(super::told::way(it.method));
    let arrow = app.theme.glyphs.arrow;
    let texts = |fields: &[crate::tui::widget::line_edit::LineEdit]| -> Vec<String> {
        fields
            .iter()
            .map(|it| it.text().trim().to_owned())
            .collect()
    };
    let typed: Vec<String> = match (it.lines(), it.method) {
        (Some(lines), _) => (lines.iter())
            .map(|it| texts(it).join(&format!(" {arrow} ")))
            .collect(),
        (None, super::contents::Method::PerUnit) => texts(&it.per_unit),
        (None, super::contents::Method::Direct) => vec![it.most.text(), app.locale.word(&it.note)],
        (None, _) => Vec::new(),
    };
    match typed.is_empty() {
        true => way,
        false => app.say_with(Phrase::ScoringVersion, &args![way, rows = typed.join("; ")]),
    }
}
