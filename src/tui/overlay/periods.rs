//! The choice of the period, the latest first, each with its state.

use super::picker::{Item, Picker};
use crate::domain::ids::PeriodId;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::header;
use crate::tui::layer::Outcome;
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;

/// Lets the person choose the period.
pub fn open(app: &mut App) {
    let state = app.state();
    let mut periods: Vec<_> = state.periods.iter().collect();
    periods.sort_by_key(|(id, it)| (std::cmp::Reverse((it.to, it.from)), **id));
    let items: Vec<Item<PeriodId>> = (periods.into_iter())
        .map(|(id, it)| Item {
            label: format!("{} {}", it.name, app.locale.word(&it.kind)),
            right: header::period_state(app, it),
            value: *id,
        })
        .collect();
    if items.is_empty() {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    }
    let shown = app.monitoring.chosen.period;
    let at = items
        .iter()
        .position(|it| Some(it.value) == shown)
        .unwrap_or(0);
    let title = app.say(Phrase::CommandChoosePeriod);
    let picker = Picker::new(
        title,
        items,
        at,
        Box::new(|app, period| {
            Monitoring::show_period(app, period);
            // The catalogue shows no period: whoever chooses one there means to look at it.
            if app.screen == Screen::Catalogue {
                app.screen = Screen::Monitoring;
            }
            Outcome::Close
        }),
    );
    app.open(Box::new(picker));
}
