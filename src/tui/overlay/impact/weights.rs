//! What an indicator weighs under two editions, where that is not the same: an index may move though all points stay as they are.

use rust_decimal::Decimal;

use crate::args;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::number;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::theme::Role;

/// «вес показателя 20 → 40», a line beneath the indicator; `None` where both editions give it the same.
#[must_use]
pub fn own(app: &App, editions: (EditionId, EditionId), id: IndicatorId) -> Option<Line> {
    let (old, new) = worded(app, editions, id)?;
    let own = changed(app, Phrase::ImpactWeight, (old.weight, new.weight))?;
    Some(Line::new(format!("  {own}"), Role::Dim))
}

/// The same with the direction's: «вес показателя 20 → 40 · вес направления 30 → 35».
#[must_use]
pub fn all(app: &App, editions: (EditionId, EditionId), id: IndicatorId) -> Option<Line> {
    let (old, new) = worded(app, editions, id)?;
    let of_direction = |edition, it: &Indicator| {
        let direction = app.state().directions.get(&(edition, it.direction))?;
        Some(direction.weight)
    };
    let own = changed(app, Phrase::ImpactWeight, (old.weight, new.weight));
    let both = of_direction(editions.0, old).zip(of_direction(editions.1, new));
    let direction = both.and_then(|it| changed(app, Phrase::ImpactDirectionWeight, it));
    let said: Vec<String> = own.into_iter().chain(direction).collect();
    let dot = format!(" {} ", app.theme.glyphs.dot);
    (!said.is_empty()).then(|| Line::new(format!("  {}", said.join(&dot)), Role::Dim))
}

fn worded(
    app: &App,
    (from, to): (EditionId, EditionId),
    id: IndicatorId,
) -> Option<(&Indicator, &Indicator)> {
    let worded = |edition| (app.state().indicators.get(&(edition, id))).map(|it| &it.body);
    Some((worded(from)?, worded(to)?))
}

fn changed(app: &App, phrase: Phrase, (before, after): (Decimal, Decimal)) -> Option<String> {
    let text = |it: Decimal| number::format(it, it.normalize().scale());
    (before != after)
        .then(|| app.say_with(phrase, &args![before = text(before), after = text(after)]))
}
