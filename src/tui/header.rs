//! The top line in words: program, period with its state or term, edition. Where it goes is the drawing's affair.

use crate::args;
use crate::domain::period::{Period, PeriodState};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::text::width;
use crate::tui::theme::Role;

/// Columns between the line and the screens.
pub const GAP: usize = 3;

/// What stands before the line: that this is a demo, that names are hidden. A column is left after each.
#[must_use]
pub fn marks(app: &App) -> Vec<(String, Role)> {
    let state = app.state();
    let demo = state.settings.as_ref().is_some_and(|it| it.demo);
    let masked = state.users.get(&app.user).is_some_and(|it| !it.names);
    let demo = demo.then(|| (format!(" {} ", app.say(Phrase::DemoMark)), Role::Banner));
    let masked = masked.then(|| {
        let mark = format!("{} ·", app.say(Phrase::HeaderNamesHidden));
        (mark, Role::Header)
    });
    demo.into_iter().chain(masked).collect()
}

/// The top line: program, period with its state or term, edition; in fewer words where there is little room.
#[must_use]
pub fn text(app: &App) -> String {
    let Some(period) = shown(app) else {
        return app.say(Phrase::AppName);
    };
    let before: usize = marks(app).iter().map(|it| width(&it.0) + 1).sum();
    let room = usize::from(app.size.0).saturating_sub(before + 2);
    let state = term(app, period).unwrap_or_else(|| period_state(app, period));
    // The period may still take values after its term: that it does is said where there is room for it and for the names of the screens.
    // Where there is little, these are shortened first, then the line; the keys of the screens go last.
    let (whole, line) = (in_full(app), with_state(app, period, &state));
    let name = period.name.as_str();
    let bare = app.say_with(
        Phrase::HeaderBare,
        &args![
            kind = app.locale.word(&period.kind),
            period = name,
            state = state.as_str()
        ],
    );
    let short = app.say_with(Phrase::HeaderShort, &args![period = name, state]);
    let [names, shortened, keys] = hints::screens(app).map(|it| width(&it) + GAP);
    let forms = [
        (&whole, names),
        (&line, names),
        (&line, shortened),
        (&line, keys),
        (&bare, keys),
        (&short, keys),
        (&line, 0),
    ];
    let fits = |(title, beside): &&(&String, usize)| width(title) + beside <= room;
    let chosen = forms.iter().find(fits);
    chosen.map_or(&short, |it| it.0).clone()
}

/// The top line whole, whatever the width of the window: for paper.
#[must_use]
pub fn in_full(app: &App) -> String {
    let Some(period) = shown(app) else {
        return app.say(Phrase::AppName);
    };
    let passed = period.deadline.is_some_and(|it| it < app.now.today);
    let term = term(app, period).filter(|_| !passed);
    let state = term.unwrap_or_else(|| match is_locked(app, period) {
        true => app.say(Phrase::PeriodLocked),
        false => period_state(app, period),
    });
    with_state(app, period, &state)
}

fn shown(app: &App) -> Option<&Period> {
    let period = app.monitoring.chosen.period?;
    app.state().periods.get(&period).map(|it| &it.body)
}

/// Until when a period takes values, that its term has passed or that it is on review; `None` where it takes none.
fn term(app: &App, period: &Period) -> Option<String> {
    if is_locked(app, period) {
        return Some(app.say(Phrase::PeriodLocked));
    }
    // What is entered is looked through: that is more than a term.
    if period.state == PeriodState::Review {
        return Some(app.say(Phrase::HeaderReview));
    }
    let deadline = period.deadline.filter(|_| period.state.takes_values())?;
    let phrase = match deadline < app.now.today {
        true => Phrase::HeaderTermPassed,
        false => Phrase::HeaderTerm,
    };
    Some(app.say_with(phrase, &args![deadline = format::date(deadline)]))
}

fn with_state(app: &App, period: &Period, state: &str) -> String {
    let edition = app.state().editions.get(&period.edition);
    app.say_with(
        Phrase::HeaderState,
        &args![
            kind = app.locale.word(&period.kind),
            period = period.name.as_str(),
            state,
            edition = edition.map_or(0, |it| it.number)
        ],
    )
}

/// Whether the term of a period has passed and nothing is entered any more, but for those who have more time.
#[must_use]
pub fn is_locked(app: &App, period: &Period) -> bool {
    let passed = (period.locked_after(None)).is_some_and(|it| it < app.now.today);
    passed && period.state.takes_values()
}

/// The state of a period; of one whose term has passed, both: «срок прошёл 25.06.2026, ввод открыт», or that nothing is entered any more,
/// with those who have more time.
#[must_use]
pub fn period_state(app: &App, period: &Period) -> String {
    if is_locked(app, period) {
        let later = (period.exceptions.iter()).filter(|it| it.until >= app.now.today);
        let names: Vec<String> = later
            .map(|it| app.narrator().organisation(it.organisation))
            .collect();
        let locked = match names.is_empty() {
            true => app.say(Phrase::PeriodLocked),
            false => app.say_with(Phrase::PeriodLockedBut, &args![names = names.join(", ")]),
        };
        // On review is more than past its term: both are told.
        return match period.state {
            PeriodState::Open => locked,
            state => format!("{}; {locked}", app.locale.word(&state)),
        };
    }
    let state = app.locale.word(&period.state);
    let passed = (period.deadline)
        .filter(|it| period.state.takes_values() && *it < app.now.today)
        .map(format::date);
    match passed {
        Some(deadline) => app.say_with(Phrase::PeriodTermPassed, &args![state, deadline]),
        None => state,
    }
}
