//! What the page shows after something was done elsewhere: only what that touched is judged anew, and much of it apart.
//!
//! Owns that whatever was changed under a line's hands is put aside, and that the cursor stays where it is.

use super::rows::Row;
use super::{APART, Bringing, height, rows};
use crate::analysis::batch::{Brings, Names, Touched};
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
            if got.batch.claims.len() >= APART {
                return self.weigh(app);
            }
        }
        if self.pace.is_some() {
            let before = std::mem::replace(&mut self.missed, Touched::All);
            self.missed = before.and(touched);
            return;
        }
        let by = (Actor { user: app.user }, app.now);
        let about = (&got.batch, &got.meant);
        let moved = (got.brings).again(app.mirror.confirmed(), by, about, &touched);
        self.show(app, moved);
    }

    /// Has everything held against the records, apart. What was under way before is left.
    fn weigh(&mut self, app: &mut App) {
        let Some(got) = &self.got else { return };
        let weighing = Weighing {
            about: (got.batch.clone(), got.meant.clone()),
            brings: got.brings.clone(),
            state: app.mirror.confirmed().clone(),
            by: (Actor { user: app.user }, app.now),
        };
        self.pace = Some(Pace::Values(0, got.batch.claims.len()));
        self.missed = Touched::nothing();
        self.patience = Patience::default();
        app.emit(Effect::Weigh {
            files: self.files.clone(),
            weighing: Box::new(weighing),
            awaited: self.patience.awaited(),
        });
    }

    /// Takes in what came of that, and what was done meanwhile.
    pub(super) fn weighed(&mut self, app: &mut App, came: Option<(Brings, Vec<usize>)>) {
        let Some(got) = &mut self.got else { return };
        self.pace = None;
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
        let at = here.and_then(|here| got.rows.iter().position(|it| it.is_of(&here)));
        let len = got.rows.len();
        match at {
            Some(at) => self.cursor.go(at, len, height),
            None => self.cursor.settle(len, height),
        }
        if let Some(sentence) = contest {
            app.status.tell(Tone::Warning, sentence);
        } else if !moved.is_empty() {
            let sentence = app.say_with(Phrase::IncomingMeanwhile, &args![n = moved.len()]);
            app.status.tell(Tone::Warning, sentence);
        }
    }
}
