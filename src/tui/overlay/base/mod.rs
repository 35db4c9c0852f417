//! The way to a base quantity of an organisation in a period: which one is meant, and whether the period takes changes.
//!
//! The form itself is in `putting`; what the forms of a period's other numbers need as well is here.

mod putting;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::picker::{Item, Picker};
use crate::domain::bases;
use crate::domain::catalogue::Indicator;
use crate::domain::decide::Deed;
use crate::domain::ids::{BaseQuantityId, IndicatorId, OrganisationId, PeriodId};
use crate::domain::number::parse_decimal;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{Fault, Purpose};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::go;
use crate::tui::rights::may;
use crate::tui::screen::monitoring::lists::{direction_ids, indicator_ids};
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;
use crate::tui::widget::form::Form;
use putting::Putting;

/// Opens the form of the base quantity of the indicator and the organisation under the cursor.
pub fn open(app: &mut App) {
    let Some((organisation, _)) = go::head(app) else {
        return go::nobody_here(app);
    };
    let indicator = go::indicator(app);
    if let Some(layer) = form(app, organisation, indicator) {
        app.open(layer);
    }
}

/// The form of the base quantity on which an indicator rests; a list to pick from where that is not one. `None` where there is nothing to
/// change, which was said.
#[must_use]
pub fn form(
    app: &mut App,
    organisation: OrganisationId,
    indicator: Option<IndicatorId>,
) -> Option<Box<dyn Overlay>> {
    let period = open_period(app)?;
    in_memory(app, period)?;
    if !may(app, &Deed::Base(organisation)) {
        return None;
    }
    let state = app.state();
    let of = |it: &Indicator| bases::of(it).into_iter().flatten().collect::<Vec<_>>();
    let of_indicator = indicator.and_then(|it| state.indicator_in(period, it));
    let mut found = of_indicator.map(|it| of(it)).unwrap_or_default();
    if found.is_empty() {
        found = (in_order(state, period).iter())
            .filter_map(|it| state.indicator_in(period, *it))
            .flat_map(|it| of(it))
            .collect();
    }
    let mut seen = BTreeSet::new();
    found.retain(|it| state.base_quantities.contains_key(it) && seen.insert(*it));
    let putting = move |base| Putting {
        period,
        base,
        organisation,
    };
    match found.as_slice() {
        [] => {
            let sentence = app.say(Phrase::NoBaseQuantities);
            app.status.tell(Tone::Warning, sentence);
            None
        }
        [only] => Some(layer::layer(app, putting(*only))),
        _ => {
            let items = (found.into_iter())
                .map(|base| Item {
                    label: putting(base).quantity(app),
                    right: putting(base).stands_as(app),
                    value: base,
                })
                .collect();
            let title = putting::title_of(app, organisation);
            let pick = Box::new(move |app: &mut App, base| {
                Outcome::Replace(layer::layer(app, putting(base)))
            });
            Some(Box::new(Picker::new(title, items, 0, pick)))
        }
    }
}

/// What the form of a quantity is for, to which kept input belongs; `None` if one of them is gone.
#[must_use]
pub fn purpose_of(
    app: &App,
    period: PeriodId,
    base: BaseQuantityId,
    organisation: OrganisationId,
) -> Option<Box<dyn Purpose>> {
    let state = app.state();
    let there = state.periods.contains_key(&period)
        && state.base_quantities.contains_key(&base)
        && state.organisations.contains_key(&organisation);
    if !there {
        return None;
    }
    let putting = Putting {
        period,
        base,
        organisation,
    };
    Some(Box::new(putting))
}

/// A period whose numbers are not in memory has none to show, which is not the same as having none: they are asked for.
fn in_memory(app: &mut App, period: PeriodId) -> Option<()> {
    if app.state().shard(period).is_some() {
        return Some(());
    }
    app.want_shard(period);
    let sentence = app.say(Phrase::ValuesLoading);
    app.status.tell(Tone::Warning, sentence);
    None
}

/// The shown period if it takes values; else says that it does not, or that there is none.
pub(super) fn open_period(app: &mut App) -> Option<PeriodId> {
    let Some(period) = app.monitoring.chosen.period else {
        let sentence = no_periods(app);
        app.status.tell(Tone::Warning, sentence);
        return None;
    };
    let takes = (app.state().periods.get(&period)).is_some_and(|it| it.state.takes_values());
    if !takes {
        let told = app.narrator().refusal(&Refusal::PeriodClosed { period });
        app.status.tell(Tone::Warning, told.to_string());
        return None;
    }
    Some(period)
}

/// A number typed into a field.
///
/// # Errors
/// What is wrong with it, at the field.
pub(super) fn number_of(form: &Form, name: &str, app: &App) -> Result<Decimal, Fault> {
    parse_decimal(&form.text(name))
        .map_err(|it| Fault::new(name, app.locale.number_error(it).to_string()))
}

/// Indicators of a period in the order of their codes.
pub(super) fn in_order(state: &State, period: PeriodId) -> Vec<IndicatorId> {
    (direction_ids(state, period).into_iter())
        .flat_map(|it| indicator_ids(state, period, it))
        .collect()
}
