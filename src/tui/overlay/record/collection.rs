//! The collecting of an organisation as a page: everything that happened, the latest last, and what is still missing.

use super::Writer;
use crate::analysis::collecting;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;

impl Writer<'_> {
    pub(super) fn collection(&mut self, period: PeriodId, id: OrganisationId) {
        let (app, narrator) = (self.app, self.app.narrator());
        let name = narrator.organisation(id);
        self.link(Phrase::KindOrganisation, &name, Key::Organisation(id));
        self.field(Phrase::FieldPeriod, &narrator.period(period));
        let key = Key::Collection(period, id);
        match app.state().collection(period, id) {
            Some(it) => {
                self.field(Phrase::LabelState, &app.locale.word(&it.stage()));
                self.heading(Phrase::HeadingCollected);
                for event in &it.events {
                    self.item(&narrator.collection_event(event), key);
                }
            }
            None => self.field(Phrase::LabelState, &app.say(Phrase::NothingNotedYet)),
        }
        let missing = collecting::missing(app.state(), period).remove(&id);
        if let Some(missing) = missing {
            self.heading(Phrase::HeadingMissing);
            for indicator in missing {
                let what = narrator.indicator(period, indicator);
                let title = app.state().indicator_in(period, indicator);
                let title = title.map_or("", |it| it.short.as_str());
                let cell = Cell {
                    period,
                    indicator,
                    subject: Subject::Organisation(id),
                };
                self.item(&format!("{what} {title}"), Key::Value(cell));
            }
        }
        self.changed(key);
    }
}
