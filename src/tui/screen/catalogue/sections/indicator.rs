//! Everything about an indicator or a direction, every field in words.

use super::super::told::Told;
use super::tree;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId};
use crate::domain::period::PeriodKind;
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::overlay::scale;
use crate::tui::theme::Role;

/// A direction: its titles, its weight and what the weights of its indicators come to.
pub fn direction(told: &mut Told<'_>, edition: EditionId, id: DirectionId) {
    let app = told.app;
    let Some(it) = app.state().directions.get(&(edition, id)) else {
        return;
    };
    told.plain(&it.title, Role::Text);
    told.field(Phrase::FieldCode, &it.code);
    told.field(Phrase::FieldShort, &it.short);
    told.field(Phrase::FieldWeight, &format::number(it.weight.normalize()));
    let sum = tree::sum_of_indicators(app, edition, id);
    told.field(Phrase::WeightsOfIndicators, &sum.word);
    told.changed(Key::Direction(edition, id));
}

/// An indicator as an edition words it.
pub fn indicator(told: &mut Told<'_>, edition: EditionId, id: IndicatorId) {
    let (app, state) = (told.app, told.app.state());
    let Some(it) = state.indicators.get(&(edition, id)) else {
        return;
    };
    let locale = &app.locale;
    if it.retired {
        let word = app.say(Phrase::RowNotCollected);
        told.plain(&word, Role::Warning);
    }
    told.plain(&it.title, Role::Text);
    told.field(Phrase::FieldCode, &it.code);
    told.field(Phrase::FieldShort, &it.short);
    if let Some(direction) = state.directions.get(&(edition, it.direction)) {
        let text = format!("{} {}", direction.code, direction.title);
        let key = Key::Direction(edition, it.direction);
        told.link(Phrase::FieldDirection, &text, key);
    }
    told.field(Phrase::IndicatorAbout, &locale.word(&it.level));
    let lines = scale::told(app, edition, it, told.width);
    told.lines.extend(lines);
    bases(told, it);
    if !it.retired {
        let due: Vec<String> = (PeriodKind::ALL.iter())
            .filter(|kind| it.is_due(**kind))
            .map(|it| locale.word(it))
            .collect();
        told.field(Phrase::IndicatorDueIn, &due.join(", "));
    }
    told.field(Phrase::IndicatorRollUp, &locale.word(&it.roll_up));
    told.field(Phrase::IndicatorDecimals, &it.decimals.to_string());
    told.changed(Key::Indicator(edition, id));
    if it.wording.is_empty() {
        return;
    }
    told.heading(Phrase::IndicatorWording);
    for wording in &it.wording {
        let n = wording.points.normalize();
        let when = app.say_with(Phrase::WordingUpTo, &args![n]);
        told.item(&format!("{when}: {}", wording.text), None);
    }
}

/// The base quantities that its parts are.
fn bases(told: &mut Told<'_>, it: &Indicator) {
    let Measure::Ratio {
        numerator,
        denominator,
        ..
    } = &it.measure
    else {
        return;
    };
    for id in [numerator, denominator]
        .into_iter()
        .filter_map(|it| it.base)
    {
        if let Some(base) = told.app.state().base_quantities.get(&id) {
            let key = Key::BaseQuantity(id);
            told.link(Phrase::IndicatorBase, &base.title, key);
        }
    }
}
