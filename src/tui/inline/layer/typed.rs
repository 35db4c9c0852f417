//! What a form makes of what is typed into it: words that find something, and numbers of papers that come with their dates.
//!
//! Must not know what any form is for.

use super::InlineForm;
use crate::domain::date::numbered;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::inline::purpose::Fault;
use crate::tui::widget::form::Kind;

impl InlineForm {
    /// Words that find nothing say so while they are typed, where the field has no remark of its own and takes no text as it is.
    pub(super) fn tell_what_is_not_found(&mut self, app: &App) {
        let nothing = app.say(Phrase::FormNothingFound);
        for field in &mut self.form.fields {
            let Kind::Lookup(lookup) = &field.kind else {
                continue;
            };
            let finds = lookup.takes_text() || !lookup.found().0.is_empty();
            let in_vain = !lookup.query().is_empty() && !finds;
            if in_vain && field.remark.is_empty() {
                field.remark.clone_from(&nothing);
            } else if !in_vain && field.remark == nothing {
                field.remark.clear();
            }
        }
    }

    /// A word typed to find something must have found it.
    pub(super) fn nothing_half_typed(&mut self, app: &App) -> Result<(), Fault> {
        for field in &mut self.form.fields {
            let Kind::Lookup(lookup) = &mut field.kind else {
                continue;
            };
            // What is no longer asked need not be found.
            if !field.shown {
                continue;
            }
            // Something new is never recorded unseen: its fields have not been shown yet.
            if !lookup.take_if_clear(false) {
                let phrase = match lookup.found().0.is_empty() {
                    true => Phrase::FormNothingFound,
                    false => Phrase::FormSeveralFound,
                };
                return Err(Fault::new(field.name.clone(), app.say(phrase)));
            }
        }
        self.renew(app);
        Ok(())
    }

    /// «312 от 30.06.2026» in the field of a number is a number and its date: the date goes into its own field, if nobody has put another one
    /// there. Not while it is typed: more may follow.
    pub(super) fn part_numbers(&mut self, typing: Option<&str>) {
        let fields = self.form.fields.iter();
        let parted = fields.filter_map(|it| Some((it.name.clone(), it.dated?)));
        let parted = parted.filter(|(name, _)| Some(name.as_str()) != typing);
        for (name, date) in parted.collect::<Vec<_>>() {
            let Some((number, day)) = numbered(&self.form.text(&name)) else {
                continue;
            };
            let (stands, day) = (self.form.text(date), format::date(day));
            let began = self.pristine.iter().find(|it| it.0 == date);
            let untouched =
                began.is_none_or(|it| it.1 == stands) && self.purpose.record().is_none();
            if stands.is_empty() || stands == day || untouched {
                self.form.set(&name, &number);
                self.form.set(date, &day);
            }
        }
    }
}
