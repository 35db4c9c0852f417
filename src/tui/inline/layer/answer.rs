//! What an answer does to the form that waits for it: it closes, shows the fault at its field, or shows two versions to choose from.

use crossterm::event::{KeyCode, KeyEvent};

use super::InlineForm;
use crate::domain::number::parse_decimal;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::state::Stamp;
use crate::locale::Phrase;
use crate::service::link::Answer;
use crate::tui::app::App;
use crate::tui::draft;
use crate::tui::inline::conflict::{Choice, Conflict};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::status::Tone;

impl InlineForm {
    /// Takes an answer in.
    pub(super) fn answered(&mut self, answer: &Answer, app: &mut App) -> Outcome {
        match answer {
            Answer::Done(commit) => {
                let mut sentence = app.narrator().commit(commit);
                if let Some(next) = self.purpose.next(app) {
                    sentence = format!("{sentence} {} {next}", app.theme.glyphs.dot);
                }
                app.status.tell(Tone::Good, sentence);
                app.touch_input();
                self.purpose.done(commit, app);
                return Outcome::Close;
            }
            Answer::Unknown => return Outcome::Used,
            // Whoever looked and changed nothing is done.
            Answer::Refused(Refusal::NoChange) if self.is_as_it_began() => {
                let told = app.narrator().refusal(&Refusal::NoChange).fact;
                app.status.tell(Tone::Plain, told);
                return Outcome::Close;
            }
            Answer::Refused(refusal) => {
                self.pending = None;
                if self.refused(refusal, app) {
                    app.status.forget();
                    return self.accept(app);
                }
            }
            Answer::NotWritten(_) => {
                self.said = app
                    .status
                    .message()
                    .map(|it| it.1.to_owned())
                    .unwrap_or_default();
            }
        }
        self.pending = None;
        // The sentence stands in the form, where it is not gone with the next key.
        app.status.forget();
        self.settle(app);
        Outcome::Used
    }

    /// Whether nothing is typed in it.
    pub(super) fn is_as_it_began(&self) -> bool {
        self.form.export() == self.pristine
    }

    /// Takes a refusal in. Whether what is typed is to be sent again at once: it rests on what is there now, or it has a fault that is said
    /// when it is sent.
    fn refused(&mut self, refusal: &Refusal, app: &App) -> bool {
        if let Refusal::Conflict { key, theirs, stamp } = refusal {
            let rested = self.form.export();
            let there = theirs.as_deref().zip(*stamp);
            match there {
                Some((theirs, stamp)) => {
                    if let Some(conflict) = self.question(*key, theirs, stamp, app) {
                        self.conflict = Some(conflict);
                        return false;
                    }
                    // They changed nothing that this form shows: there is nothing to choose from, and theirs stays.
                    (self.purpose).rest_on(*key, stamp.rev, &mut self.form);
                }
                None => self.purpose.rest_on_nothing(*key, &mut self.form),
            }
            let upon_theirs = there.is_some() && self.form.export() != rested;
            if upon_theirs || self.purpose.command(&self.form, app).is_err() {
                return true;
            }
        }
        let told = app.narrator().refusal(refusal).to_string();
        let field = match refusal {
            Refusal::IncompleteDocument { lacks: field }
            | Refusal::Empty { field }
            | Refusal::NoWords { field }
            | Refusal::TooLong { field, .. }
            | Refusal::TooManyDecimals {
                field: Some(field), ..
            }
            | Refusal::Unprintable { field }
            | Refusal::DateBefore { field, .. }
            | Refusal::DateAfter { field, .. } => self.purpose.field_of(*field),
            _ => None,
        };
        if !field.is_some_and(|it| self.form.fault(it, told.clone())) {
            self.said = told;
        }
        false
    }

    /// The question which of two versions stays; `None` where they differ in nothing that the form shows.
    fn question(&self, key: Key, theirs: &Record, stamp: Stamp, app: &App) -> Option<Conflict> {
        let versions = self.purpose.versions(theirs, &self.form, app);
        if versions.is_empty() {
            return None;
        }
        let typed = (self.purpose.own(&self.form, app)).unwrap_or_else(|| {
            let all = versions.iter();
            all.map(|(label, _, mine)| (label.clone(), mine.clone()))
                .collect()
        });
        // Of two numbers there is no both.
        let is_number = |text: &str| parse_decimal(text).is_ok();
        let has_words =
            (versions.iter()).any(|(_, theirs, mine)| !is_number(theirs) || !is_number(mine));
        let own = Stamp {
            rev: stamp.rev,
            by: app.user,
            at: self.touched,
        };
        Some(Conflict {
            key,
            theirs: theirs.clone(),
            who: app.narrator().stamp(&stamp),
            own: app.narrator().stamp(&own),
            versions,
            typed,
            rev: stamp.rev,
            joins: self.purpose.joins(theirs) && has_words,
            at: 0,
            top: 0,
        })
    }

    /// A key while two versions are shown.
    pub(super) fn key_in_conflict(&mut self, key: KeyEvent, app: &mut App) -> Outcome {
        let Some(conflict) = &mut self.conflict else {
            return Outcome::Pass;
        };
        match key.code {
            KeyCode::Esc => self.conflict = None,
            KeyCode::Enter => {
                let chosen = conflict.chosen();
                return chosen.map_or(Outcome::Used, |it| self.choose(it, app));
            }
            KeyCode::Char(_) if !key.modifiers.is_empty() => return Outcome::Pass,
            KeyCode::Char(digit) => {
                let chosen = conflict.by_digit(digit);
                return chosen.map_or(Outcome::Used, |it| self.choose(it, app));
            }
            KeyCode::F(_) => return Outcome::Pass,
            KeyCode::PageUp | KeyCode::PageDown | KeyCode::Home | KeyCode::End => {
                let room = self.room(app);
                if let Some(conflict) = &mut self.conflict {
                    conflict.turn(key.code, app, room);
                }
            }
            KeyCode::Up | KeyCode::Left | KeyCode::BackTab => conflict.step(true),
            KeyCode::Down | KeyCode::Right | KeyCode::Tab => conflict.step(false),
            _ => {}
        }
        self.settle(app);
        Outcome::Used
    }

    fn choose(&mut self, choice: Choice, app: &mut App) -> Outcome {
        let Some(conflict) = self.conflict.take() else {
            return Outcome::Used;
        };
        match choice {
            Choice::Mine => {
                let (theirs, shown) = (&conflict.theirs, conflict.rev);
                (self.purpose).over(theirs, shown, &mut self.form, app);
                (self.purpose).rest_on(conflict.key, conflict.rev, &mut self.form);
                self.accept(app)
            }
            Choice::Theirs => {
                let sentence = match self.unsaved(app) {
                    Some(mine) => {
                        app.drafts.put(mine);
                        draft::kept_beside_theirs(app)
                    }
                    None => app.say(Phrase::ConflictTheirsStay),
                };
                app.touch_input();
                app.status.tell(Tone::Good, sentence);
                Outcome::Close
            }
            Choice::Both => {
                let (theirs, shown) = (&conflict.theirs, conflict.rev);
                let told = self.purpose.join(theirs, shown, &mut self.form, app);
                let outcome = self.changed(app);
                self.said = app.say(match told {
                    true => Phrase::ConflictJoinedInPart,
                    false => Phrase::ConflictJoined,
                });
                self.settle(app);
                app.touch_input();
                outcome
            }
        }
    }
}
