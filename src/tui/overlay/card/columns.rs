//! The periods as columns of the card, with the marks of breaks between them.

use std::collections::BTreeMap;

use crate::analysis::scores::PeriodScores;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::tui::app::App;
use crate::tui::overlay::page::Line;
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// Columns of a period, with the mark of a break before it.
pub(super) const PERIOD: usize = 10;
/// Cells of a bar.
pub(super) const BAR: usize = 8;
/// Columns of «5/6».
pub(super) const SHARE: usize = 7;

/// The periods as columns.
#[derive(Debug)]
pub struct Columns {
    /// The oldest first.
    pub(super) periods: Vec<PeriodId>,
    /// Whether something broke before each.
    pub(super) broken: Vec<bool>,
    /// Columns of the name.
    pub(super) name: usize,
}

impl Columns {
    /// The columns for these periods of an organisation.
    #[must_use]
    pub fn new(
        app: &App,
        scores: &BTreeMap<PeriodId, PeriodScores>,
        periods: &[PeriodId],
        organisation: OrganisationId,
        width: usize,
    ) -> Columns {
        let state = app.state();
        let head = |period: &PeriodId| {
            let to = state.periods.get(period)?.to;
            Some(
                scores
                    .get(period)?
                    .roster
                    .get(organisation)?
                    .head_on(to)
                    .person(),
            )
        };
        let breaks = |pair: &[PeriodId]| match pair {
            [then, now] => {
                let edition = state.edition_of(*then) != state.edition_of(*now);
                edition || matches!((head(then), head(now)), (Some(a), Some(b)) if a != b)
            }
            _ => false,
        };
        let broken = std::iter::once(false)
            .chain(periods.windows(2).map(breaks))
            .collect();
        let taken = periods.len() * PERIOD + 2 + BAR + SHARE;
        Columns {
            periods: periods.to_vec(),
            broken,
            name: width.saturating_sub(taken).clamp(12, 34),
        }
    }

    /// A row: a name, then a text per period with the marks of breaks.
    pub(super) fn row(
        &self,
        app: &App,
        name: Line,
        texts: &[(String, Role)],
        width: usize,
    ) -> Line {
        let mut line = name;
        for ((text, role), broken) in texts.iter().zip(&self.broken) {
            let mark = if *broken {
                app.theme.glyphs.break_mark
            } else {
                " "
            };
            let room = width.saturating_sub(3);
            line = line.and(format!(" {mark} "), Role::Warning).and(
                fit(text, room, Align::Right, app.theme.glyphs.ellipsis),
                *role,
            );
        }
        line
    }
}
