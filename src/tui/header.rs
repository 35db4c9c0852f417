//! The top line in words: program, period with its state or term, edition. Where it goes is the drawing's affair.

use crate::args;
use crate::domain::period::Period;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::text::width;

/// Columns that the mark of a demo and the gaps around the line may take.
const BESIDE: usize = 12;

/// The top line: program, period, deadline, edition.
#[must_use]
pub fn text(app: &App) -> String {
    let state = app.state();
    let Some(period) = app
        .monitoring
        .chosen
        .period
        .and_then(|it| state.periods.get(&it))
    else {
        return app.say(Phrase::AppName);
    };
    let edition = state
        .editions
        .get(&period.edition)
        .map_or(0, |it| it.number);
    let kind = app.locale.word(&period.kind);
    match period.deadline.filter(|_| period.state.takes_values()) {
        Some(deadline) => {
            let passed = deadline < app.now.today;
            let with = |phrase| {
                app.say_with(
                    phrase,
                    &args![
                        kind = kind.as_str(),
                        period = period.name.as_str(),
                        deadline = format::date(deadline),
                        edition = edition
                    ],
                )
            };
            if !passed {
                return with(Phrase::HeaderOpen);
            }
            // The period still takes values: only the words change. That it does is said where there is room for it.
            let whole = with_state(app, &kind, period, edition);
            let beside = width(&hints::screens(app)) + BESIDE;
            if width(&whole) + beside <= usize::from(app.size.0) {
                whole
            } else {
                with(Phrase::HeaderTermPassed)
            }
        }
        None => with_state(app, &kind, period, edition),
    }
}

fn with_state(app: &App, kind: &str, period: &Period, edition: u32) -> String {
    app.say_with(
        Phrase::HeaderState,
        &args![
            kind = kind,
            period = period.name.as_str(),
            state = period_state(app, period),
            edition = edition
        ],
    )
}

/// The state of a period; of one that still takes values after its term, both: «ввод открыт, срок прошёл 25.06.2026».
#[must_use]
pub fn period_state(app: &App, period: &Period) -> String {
    let state = app.locale.word(&period.state);
    let passed = (period.deadline)
        .filter(|it| period.state.takes_values() && *it < app.now.today)
        .map(format::date);
    match passed {
        Some(deadline) => app.say_with(Phrase::PeriodTermPassed, &args![state, deadline]),
        None => state,
    }
}
