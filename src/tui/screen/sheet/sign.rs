//! The signs of a cell, and the words that go with them, without colour: behind its value how it stands, before it that something asks for
//! attention. Neither hides the other: whoever approves looks for what is on review, whoever mends for what is found.

use std::collections::BTreeSet;

use crate::analysis::measure::Figure;
use crate::domain::period::PeriodState;
use crate::domain::rule::RuleKind;
use crate::domain::value::{Cell, Entry, ValueState};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::entry::editor::place_of;
use crate::tui::theme::{Glyphs, Role};

/// How a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Two people have changed it at once.
    Conflict,
    /// Typed and refused, or set aside: the input waits.
    Refused,
    /// Sent and not yet confirmed.
    Pending,
    /// A colleague has changed it since one was there.
    Fresh,
    /// Возвращено на доработку.
    Returned,
    /// Put right after the period was closed.
    Corrected,
    /// A long way from what the others have.
    Outlier,
    /// A finding or a concern: a jump, a missing note.
    Attention,
    /// На проверке.
    Submitted,
    /// Утверждено.
    Approved,
    /// Of a ratio only the percent is known.
    PercentOnly,
    /// With a note.
    Noted,
    /// Comes from other cells, or from sub-periods.
    Computed,
    /// Введено.
    Entered,
    /// «н/п».
    NotApplicable,
    /// «нет данных».
    NoData,
    /// The period takes no values.
    Closed,
    /// Пусто.
    Empty,
    /// Nothing is collected here.
    NotCollected,
}

impl Sign {
    /// All, in the order of the legend.
    pub const ALL: &[Sign] = &[
        Sign::Empty,
        Sign::Entered,
        Sign::Pending,
        Sign::Submitted,
        Sign::Approved,
        Sign::Returned,
        Sign::Refused,
        Sign::Conflict,
        Sign::Fresh,
        Sign::Corrected,
        Sign::Outlier,
        Sign::Attention,
        Sign::Noted,
        Sign::NotApplicable,
        Sign::NoData,
        Sign::PercentOnly,
        Sign::Computed,
        Sign::NotCollected,
        Sign::Closed,
    ];

    /// Its glyph, beside the value; a space where the value says it itself.
    #[must_use]
    pub fn glyph(self, glyphs: &Glyphs) -> &'static str {
        match self {
            Sign::Conflict => glyphs.changed,
            Sign::Refused => glyphs.refused,
            Sign::Pending => glyphs.pending,
            Sign::Fresh => glyphs.fresh,
            Sign::Returned => glyphs.failed,
            Sign::Corrected => glyphs.corrected,
            Sign::Outlier => glyphs.outlier,
            Sign::Attention => glyphs.warning,
            Sign::Submitted => glyphs.submitted,
            Sign::Approved => glyphs.done,
            Sign::PercentOnly => glyphs.percent_only,
            Sign::Noted => glyphs.noted,
            Sign::Computed => glyphs.same,
            Sign::Closed => glyphs.closed,
            Sign::Entered
            | Sign::NotApplicable
            | Sign::NoData
            | Sign::Empty
            | Sign::NotCollected => " ",
        }
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> Phrase {
        match self {
            Sign::Conflict => Phrase::GridSignConflict,
            Sign::Refused => Phrase::GridSignRefused,
            Sign::Pending => Phrase::GridSignPending,
            Sign::Fresh => Phrase::GridSignFresh,
            Sign::Returned => Phrase::GridSignReturned,
            Sign::Corrected => Phrase::GridSignCorrected,
            Sign::Outlier => Phrase::GridSignOutlier,
            Sign::Attention => Phrase::GridSignAttention,
            Sign::Submitted => Phrase::GridSignSubmitted,
            Sign::Approved => Phrase::GridSignApproved,
            Sign::PercentOnly => Phrase::GridSignPercentOnly,
            Sign::Noted => Phrase::GridSignNoted,
            Sign::Computed => Phrase::GridSignComputed,
            Sign::Entered => Phrase::GridSignEntered,
            Sign::NotApplicable => Phrase::GridSignNotApplicable,
            Sign::NoData => Phrase::GridSignNoData,
            Sign::Closed => Phrase::GridSignClosed,
            Sign::Empty => Phrase::GridSignEmpty,
            Sign::NotCollected => Phrase::GridSignNotCollected,
        }
    }

    /// How the value beside it looks, where colours are.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Sign::Conflict | Sign::Fresh => Role::Conflict,
            Sign::Refused | Sign::Returned => Role::Error,
            Sign::Pending => Role::Pending,
            Sign::Corrected | Sign::Outlier => Role::Warning,
            Sign::Computed | Sign::NotApplicable | Sign::NoData | Sign::Closed => Role::Dim,
            // What most cells are costs no change of look: a page of them goes over a slow line.
            Sign::Empty
            | Sign::NotCollected
            | Sign::Attention
            | Sign::Submitted
            | Sign::Approved
            | Sign::PercentOnly
            | Sign::Noted
            | Sign::Entered => Role::Text,
        }
    }
}

/// How a cell stands; `figure` is what it comes to. What asks for attention stands beside it: [`alarm`].
#[must_use]
pub fn of(app: &App, cell: Option<Cell>, figure: &Figure) -> Sign {
    let Some(cell) = cell else {
        return Sign::NotCollected;
    };
    if app.mirror.conflict(cell).is_some() {
        return Sign::Conflict;
    }
    if app.mirror.is_pending(cell) {
        return Sign::Pending;
    }
    if !app.drafts.is_empty() && app.drafts.get(&place_of(cell)).is_some() {
        return Sign::Refused;
    }
    match state_of(app, cell) {
        Some(Sign::Entered) | None => kind_of(app, cell, figure),
        Some(state) => state,
    }
}

/// What stands before the value, whatever its state: that a colleague has changed it, until somebody looks, or what is found about it.
#[must_use]
pub fn alarm(app: &App, cell: Cell) -> Option<Sign> {
    let fresh = (app.presence.changed(cell)).map(|_| Sign::Fresh);
    fresh.or_else(|| found(app, cell))
}

/// That something is found about a cell, or asks for attention.
fn found(app: &App, cell: Cell) -> Option<Sign> {
    let derived = app.derived.as_ref()?;
    let mut open = derived.found(cell).iter().filter(|it| it.is_open());
    let first = open.next();
    let mut all = first.into_iter().chain(open);
    match first {
        Some(_) if all.any(|it| it.rule == RuleKind::Outlier) => Some(Sign::Outlier),
        Some(_) => Some(Sign::Attention),
        None => (!derived.concerns(cell).is_empty()).then_some(Sign::Attention),
    }
}

/// All that a cell is at once: what [`of`] shows, what it hides, and what stands beside it.
#[must_use]
pub fn all(app: &App, cell: Option<Cell>, figure: &Figure) -> BTreeSet<Sign> {
    let mut all = BTreeSet::from([of(app, cell, figure)]);
    if let Some(cell) = cell {
        all.extend(state_of(app, cell));
        all.extend(alarm(app, cell));
        all.extend(found(app, cell));
        all.insert(kind_of(app, cell, figure));
        let value = app.state().value(cell);
        if value.is_some_and(|it| !it.note.is_empty()) {
            all.insert(Sign::Noted);
        }
    }
    all
}

/// How far a value is on its way; `None` where nothing is entered.
fn state_of(app: &App, cell: Cell) -> Option<Sign> {
    let state = app.state();
    let value = state.value(cell)?;
    Some(match value.state {
        ValueState::Returned { .. } => Sign::Returned,
        ValueState::Approved if state.corrections.contains_key(&cell) => Sign::Corrected,
        ValueState::Approved => Sign::Approved,
        ValueState::Submitted => Sign::Submitted,
        ValueState::Entered if value.entry.is_filled() => Sign::Entered,
        ValueState::Entered => return None,
    })
}

/// What sort of value stands there.
fn kind_of(app: &App, cell: Cell, figure: &Figure) -> Sign {
    let state = app.state();
    let value = state.value(cell);
    let computed = state
        .indicator_in(cell.period, cell.indicator)
        .is_some_and(|it| it.measure.computed_from().is_some());
    match (value.map(|it| &it.entry), figure) {
        (_, Figure::NotCollected) => Sign::NotCollected,
        (Some(Entry::Percent(_)), _) => Sign::PercentOnly,
        (Some(Entry::NotApplicable { .. }), _) => Sign::NotApplicable,
        (Some(Entry::NoData { .. }), _) => Sign::NoData,
        (Some(Entry::Empty) | None, it) if computed || it.is_filled() => Sign::Computed,
        (_, Figure::NotApplicable) => Sign::NotApplicable,
        (Some(Entry::Empty) | None, _) if !takes_values(app, cell) && was_open(app, cell) => {
            Sign::Closed
        }
        _ if value.is_some_and(|it| !it.note.is_empty()) => Sign::Noted,
        (Some(Entry::Empty) | None, _) => Sign::Empty,
        (Some(_), _) => Sign::Entered,
    }
}

/// Whether the period has been open: what it does not take yet is not closed.
fn was_open(app: &App, cell: Cell) -> bool {
    let period = app.state().periods.get(&cell.period);
    period.is_some_and(|it| it.state != PeriodState::Planned)
}

/// The legend: each sign on its side of a value, or how a value without one looks, with its word.
#[must_use]
pub fn legend(app: &App) -> Vec<(String, String)> {
    let glyphs = app.theme.glyphs;
    let shown = |sign: Sign| match sign {
        Sign::Entered => "12".to_owned(),
        Sign::NotApplicable => app.say(Phrase::CellNotApplicable),
        Sign::NoData => app.say(Phrase::GridNoDataShort),
        Sign::Empty => glyphs.empty.to_owned(),
        Sign::NotCollected => glyphs.none.to_owned(),
        Sign::Fresh | Sign::Outlier | Sign::Attention => format!("{}12", sign.glyph(glyphs)),
        Sign::Pending
        | Sign::Submitted
        | Sign::Approved
        | Sign::Returned
        | Sign::Refused
        | Sign::Conflict
        | Sign::Corrected
        | Sign::Noted
        | Sign::PercentOnly
        | Sign::Computed => format!("12{}", sign.glyph(glyphs)),
        Sign::Closed => sign.glyph(glyphs).to_owned(),
    };
    let all = Sign::ALL.iter().map(|it| (shown(*it), app.say(it.word())));
    all.collect()
}

fn takes_values(app: &App, cell: Cell) -> bool {
    let period = app.state().periods.get(&cell.period);
    period.is_some_and(|it| it.state.takes_values())
}
