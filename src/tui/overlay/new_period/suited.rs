//! The edition that suits a new period: that of the year it lies in, else the latest that applies by its first day.
//!
//! Only suggests, and says what the rules would refuse; the rules themselves are the domain's.

use chrono::NaiveDate;

use crate::args;
use crate::domain::ids::EditionId;
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::widget::form::Form;

use super::{FROM, TO, editions, kind, side};

/// The edition by which the period that is typed is measured, as far as its days can be read: what belongs to a year is measured as the year.
pub(super) fn suited(app: &App, form: &Form) -> Option<EditionId> {
    let all = editions(app.state());
    let latest = all.first().copied();
    let day = |name| term::date_of(form, name, app, side(name)).ok();
    let (Some(from), Some(to)) = (day(FROM), day(TO)) else {
        return latest;
    };
    let fits =
        |it: &EditionId| all.contains(it) && applies_from(app, *it).is_none_or(|it| it <= from);
    let year = (app.state().periods.values())
        .filter(|_| !kind(form).is_year())
        .find(|it| it.kind.is_year() && it.from <= from && to <= it.to)
        .map(|it| it.edition);
    year.filter(fits)
        .or_else(|| all.iter().copied().find(fits))
        .or(latest)
}

/// That an edition does not apply yet on the first day of a period; `None` where it does.
pub(super) fn applies_later(app: &App, edition: EditionId, from: NaiveDate) -> Option<String> {
    let applies_from = applies_from(app, edition).filter(|it| from < *it)?;
    let edition = app.narrator().key(Key::Edition(edition));
    let (applies, from) = (format::date(applies_from), format::date(from));
    Some(app.say_with(Phrase::EditionAppliesLater, &args![edition, applies, from]))
}

fn applies_from(app: &App, edition: EditionId) -> Option<NaiveDate> {
    app.state().editions.get(&edition)?.applies_from
}
