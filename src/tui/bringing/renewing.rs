//! What the page shows after something was done elsewhere: only what that touched is judged anew, and much of it apart.
//!
//! Owns that whatever was changed under a line's hands is put aside, and that the cursor stays where it is.

use super::rows::Row;
use super::{APART, Answering, Bringing, height, rows};
use crate::analysis::batch::{Brings, Names, Touched, Unknown};
use crate::args;
use crate::domain::decide::Actor;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::incoming::{Pace, Patience, Weighing};
use crate::tui::msg::Effect;
use crate::tui::status::Tone;

impl Bringing {
    /// Asks anew what would come of it, as far as something was touched: much of it apart, while keys and news are heard.
    pub(super) fn renew_brings(&mut self, app: &mut App, touched: Touched) {
        let Some(got) = &mut self.got else { return };
        if touched == Touched::nothing() {
            return;
        }
        if touched == Touched::All {
            got.names = Names::of(app.state(), got.names.period);
        } else if self.pace.is_some() {
            let before = std::mem::replace(&mut self.missed, Touched::nothing());
            self.missed = before.and(touched);
            return;
        }
        let (state, about) = (app.mirror.confirmed(), (&got.batch, &got.meant));
        let is_much = got.batch.claims.len() >= APART;
        if is_much && got.brings.reach(state, about, &touched) >= APART {
            return self.weigh(app, touched);
        }
        let by = (Actor { user: app.user }, app.now);
        let moved = got.brings.again(state, by, about, &touched);
        self.show(app, moved);
    }

    /// Something was said of a name, or that was taken back: what stands under it is judged anew.
    pub(super) fn answer(&mut self, app: &mut App, name: &Unknown, answering: Answering) {
        self.renew_brings(app, Touched::Name(name.clone()));
        match (self.pace, answering) {
            (Some(_), answering) if self.missed == Touched::nothing() => {
                self.answering = Some(answering);
            }
            (None, Answering::Given { onward: true }) => self.go_on(app),
            _ => {}
        }
    }

    /// Esc while an answer is judged leaves that answer, and nothing else of what was said. Whether one was.
    pub(super) fn leave_answer(&mut self, app: &mut App) -> bool {
        let (Some(got), Some(answering)) = (&mut self.got, self.answering.take()) else {
            return false;
        };
        match answering {
            Answering::Given { .. } => {
                if let Some((_, before)) = got.before.pop() {
                    got.meant = before;
                }
            }
            Answering::TakenBack(name, said) => {
                let before = std::mem::replace(&mut got.meant, said);
                got.before.push((name, before));
            }
        }
        self.pace = None;
        self.patience = Patience::default();
        let missed = std::mem::replace(&mut self.missed, Touched::nothing());
        self.renew_brings(app, missed);
        true
    }

    /// On to the next name, and with none left to the values: the answer stays above, to be given anew.
    fn go_on(&mut self, app: &App) {
        let Some(got) = &self.got else { return };
        let next = |is: fn(&Row) -> bool| got.rows.iter().position(is);
        let next = next(|it| matches!(it, Row::Unknown(_))).or(next(|it| it.taken().is_some()));
        if let Some(next) = next {
            self.cursor.go(next, got.rows.len(), height(app));
        }
    }

    /// Has what was touched held against the records, apart. What was under way before is left.
    fn weigh(&mut self, app: &mut App, touched: Touched) {
        let Some(got) = &self.got else { return };
        let weighing = Weighing {
            about: (got.batch.clone(), got.meant.clone()),
            brings: got.brings.clone(),
            touched,
            state: app.mirror.confirmed().clone(),
            by: (Actor { user: app.user }, app.now),
        };
        self.pace = Some(Pace::Values(0, got.batch.claims.len()));
        self.missed = Touched::nothing();
        self.answering = None;
        self.patience = Patience::default();
        app.emit(Effect::Weigh {
            weighing: Box::new(weighing),
            awaited: self.patience.awaited(),
        });
    }

    /// Takes in what came of that, and what was done meanwhile.
    pub(super) fn weighed(&mut self, app: &mut App, came: Option<(Brings, Vec<usize>)>) {
        let Some(got) = &mut self.got else { return };
        self.pace = None;
        let answering = self.answering.take();
        let Some((brings, moved)) = came else {
            let fault = app.say(Phrase::IncomingBroke);
            got.batch.claims.clear();
            got.brings = Brings::default();
            if let Some(file) = got.batch.files.first_mut() {
                file.faults.push(fault);
            }
            return self.show(app, Vec::new());
        };
        got.brings = brings;
        self.show(app, moved);
        if let Some(Answering::Given { onward: true }) = answering {
            self.go_on(app);
        }
        let missed = std::mem::replace(&mut self.missed, Touched::nothing());
        self.renew_brings(app, missed);
    }

    /// The lines anew. The cursor stays on its line.
    fn show(&mut self, app: &mut App, moved: Vec<usize>) {
        let height = height(app);
        let Some(got) = &mut self.got else { return };
        let here = got.rows.get(self.cursor.at).cloned();
        let refused = got.refused();
        got.rows = rows::of(app, got);
        got.told &= refused == got.refused();
        let answered = got
            .brings
            .contested
            .keys()
            .find(|it| !got.contested.contains(*it));
        let contest = answered.map(|it| rows::told(app, got, &Row::Unknown(it.clone())).0);
        got.contested = got.brings.contested.keys().cloned().collect();
        // What was changed since the form was handed out, or since it is looked at, is taken by whoever says so.
        let asked = (0..got.batch.claims.len()).filter(|it| got.brings.is_asked(*it));
        got.aside.extend(asked.filter(|it| got.asked.insert(*it)));
        let moved = moved.into_iter().filter(|it| got.brings.is_asked(*it));
        let moved: Vec<usize> = moved.collect();
        got.aside.extend(&moved);
        got.leave_taught();
        let is_here = |it: &Row| here.as_ref().is_some_and(|here| it.is_of(here));
        let at = got.rows.iter().position(is_here);
        let len = got.rows.len();
        match (at, here) {
            (Some(at), _) => self.cursor.go(at, len, height),
            (None, Some(_)) => self.cursor.settle(len, height),
            // What is known already is to be seen, and is no question: Enter is not to open it.
            (None, None) => {
                let first = got
                    .rows
                    .iter()
                    .position(|it| !matches!(it, Row::Explained(..)));
                self.cursor.go(first.unwrap_or(0), len, height);
            }
        }
        if let Some(sentence) = contest {
            app.status.tell(Tone::Warning, sentence);
        } else if !(moved.is_empty() || self.by_self) {
            let sentence = app.say_with(Phrase::IncomingMeanwhile, &args![n = moved.len()]);
            app.status.tell(Tone::Warning, sentence);
        }
    }
}
