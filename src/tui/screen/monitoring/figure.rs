//! What a cell comes to, in words, with what the figure is made of or why there is none. Knows no cursor and no lines.

use crate::analysis::exact::Exact;
use crate::analysis::measure::{Figure, How, Missing};
use crate::analysis::reader::{rolled_up, standing_reason};
use crate::analysis::roster;
use crate::args;
use crate::domain::catalogue::Indicator;
use crate::domain::number;
use crate::domain::period::PeriodKind;
use crate::domain::value::{Cell, Entry};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::show;

/// The figure with what it is made of.
pub(super) fn said(app: &App, cell: Cell, indicator: &Indicator, figure: &Figure) -> String {
    let state = app.state();
    let mut shown = show::cell_figure(app, indicator, cell, figure);
    let unit = indicator.unit.as_str();
    if matches!(figure, Figure::Number { .. }) && !unit.is_empty() && !unit.starts_with('%') {
        shown = format!("{shown} {unit}");
    }
    let exact = |it: Exact| number::format(it.rounded(indicator.decimals), indicator.decimals);
    match figure {
        Figure::Number {
            how: How::Parts {
                numerator,
                denominator,
            },
            ..
        } => {
            format!("{shown} ({})", app.locale.parts(*numerator, *denominator))
        }
        Figure::Number {
            how: How::RolledUp { .. },
            ..
        } => rolled(app, shown, figure),
        Figure::Number {
            how: How::PercentOnly,
            ..
        }
        | Figure::NotApplicable
        | Figure::NoData => match (entered(app, cell), standing_reason(state, cell)) {
            (Some(entry), _) => app.locale.entry(Some(indicator), entry),
            (None, Some(reason)) => app.say_with(Phrase::CellStanding, &args![reason]),
            (None, None) => shown,
        },
        Figure::Number {
            how: How::Delta { now, before, .. },
            ..
        } => {
            let parts = app.say_with(
                Phrase::DetailDelta,
                &args![now = exact(*now), before = exact(*before)],
            );
            format!("{shown} ({parts})")
        }
        Figure::Number {
            how: How::Benchmark { own, reference },
            ..
        } => {
            let reference = number::format(*reference, reference.normalize().scale());
            let own = number::format(own.rounded(1), 1);
            format!(
                "{shown} ({})",
                app.say_with(
                    Phrase::DetailBenchmark,
                    &args![own = own, reference = reference]
                )
            )
        }
        Figure::Uncomputed(missing) => app.say_with(
            Phrase::DetailNotComputed,
            &args![why = missing_text(app, cell, *missing)],
        ),
        Figure::Absent => app.say(Phrase::DetailNotEntered),
        _ => shown,
    }
}

/// Of a closed period it is said as its results have it, in the words of the evaluation sheet.
fn missing_text(app: &App, cell: Cell, missing: Missing) -> String {
    let narrator = app.narrator();
    let then = roster::recorded_cell(app.state(), cell).and_then(|it| it.lack.as_ref());
    if let Some(lack) = then {
        return narrator.lack(cell.period, lack);
    }
    match missing {
        Missing::NotLoaded(period) => {
            let phrase = if app.mirror.is_unreadable(period) {
                Phrase::MissingUnreadable
            } else {
                Phrase::MissingNotLoaded
            };
            app.say_with(phrase, &args![period = narrator.period(period)])
        }
        Missing::Reference => {
            let command = hints::named(app, CommandId::Reference);
            app.say_with(Phrase::MissingReference, &args![command = command])
        }
        known => (known.lack()).map_or_else(String::new, |it| narrator.lack(cell.period, &it)),
    }
}

/// What was entered in the cell itself.
fn entered(app: &App, cell: Cell) -> Option<&Entry> {
    let value = app.state().value(cell)?;
    (value.entry != Entry::Empty).then_some(&value.entry)
}

/// A figure made of sub-periods: «85,0 % (17 из 20) · расчётное: 3 из 4 кварталов».
fn rolled(app: &App, shown: String, figure: &Figure) -> String {
    let Figure::Number {
        how:
            How::RolledUp {
                kind,
                filled,
                of,
                parts,
            },
        ..
    } = *figure
    else {
        return shown;
    };
    let shown = match parts {
        Some((above, below)) => format!("{shown} ({})", app.locale.parts(above, below)),
        None => shown,
    };
    let phrase = match kind {
        PeriodKind::Quarter => Phrase::DetailOfQuarters,
        _ => Phrase::DetailOfHalves,
    };
    format!("{shown} · {}", app.say_with(phrase, &args![filled, of]))
}

/// Where a year's own value stands in place of what the sub-periods come to: what they would.
pub(super) fn typed_over(app: &App, cell: Cell, indicator: &Indicator) -> Option<String> {
    entered(app, cell)?;
    let figure = rolled_up(app.state(), cell).filter(Figure::is_filled)?;
    let shown = show::cell_figure(app, indicator, cell, &figure);
    let what = rolled(app, shown, &figure);
    Some(app.say_with(Phrase::DetailInsteadOf, &args![what]))
}
