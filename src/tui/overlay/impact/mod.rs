//! «Что изменится»: what an edition would do to a period, on a page of its own. Nothing is stored.
//!
//! Owns the period and the order of the list; the figures are the analysis', made anew when something that they rest on changes.

mod explained;
mod found;
mod list;
mod summary;
pub mod weights;

use std::collections::BTreeSet;

use super::card;
use super::page::{Content, Line, Page, Told, still_loading};
use crate::analysis::impact::{By, FindingsImpact, Impact, RowImpact};
use crate::args;
use crate::domain::check::PERIODS_BACK;
use crate::domain::ids::{EditionId, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::locale::Phrase;
use crate::service::link::{News, Wanted};
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::edition::numbered;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::theme::Role;
use explained::Explained;
use list::Order;

/// The page for an edition, about the period shown on the screen Мониторинг; about the latest, where that one has the edition already.
#[must_use]
pub fn of(app: &mut App, edition: EditionId) -> Box<dyn Overlay> {
    let other = |it: &PeriodId| app.state().edition_of(*it) != Some(edition);
    let shown = app.monitoring.chosen.period.filter(other);
    let latest = || periods(app.state()).into_iter().rfind(other);
    let period = shown.or_else(latest).or(app.monitoring.chosen.period);
    about(app, edition, period)
}

/// The same page about a period.
#[must_use]
pub fn about(app: &App, edition: EditionId, period: Option<PeriodId>) -> Box<dyn Overlay> {
    let mut page = Changes {
        edition,
        period,
        order: Order::default(),
        impact: None,
        findings: None,
        changed: false,
    };
    page.compute(app);
    let page = Page::new(page, app);
    Box::new(page)
}

/// All periods in order of time, a year before its parts.
fn periods(state: &State) -> Vec<PeriodId> {
    let mut periods: Vec<_> = state.periods.iter().collect();
    periods.sort_by_key(|(id, it)| (it.kind, it.to, **id));
    periods.into_iter().map(|it| *it.0).collect()
}

/// Periods whose values have a part in what is told of one.
fn needs_of(state: &State, period: PeriodId) -> Vec<PeriodId> {
    let before = state.period_before(period);
    let years = [Some(period), before].into_iter().flatten();
    years
        .flat_map(|it| std::iter::once(it).chain(state.periods_within(it)))
        .chain(state.periods_back(period).take(PERIODS_BACK))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// What is on the page.
#[derive(Debug)]
struct Changes {
    edition: EditionId,
    period: Option<PeriodId>,
    order: Order,
    impact: Option<Impact>,
    /// What becomes of what the rules find; nothing while it is not known, and of a closed period.
    findings: Option<FindingsImpact>,
    changed: bool,
}

/// Whether figures may be others after these news.
fn is_stale(impact: Option<&Impact>, news: &News) -> bool {
    match news {
        News::Committed(commit) => match impact {
            Some(impact) => commit.changes.iter().any(|it| impact.rests_on(it.key)),
            None => true,
        },
        News::Shard { .. } | News::Unreadable(Wanted::Shard(_)) | News::Again(_) => true,
        _ => false,
    }
}

impl Changes {
    fn compute(&mut self, app: &App) {
        let (state, by) = (app.state(), By::Stored(self.edition));
        let is_open = |it: &PeriodId| {
            let state = state.periods.get(it).map(|it| it.state);
            state.is_some_and(|it| it != PeriodState::Closed)
        };
        self.impact = self.period.and_then(|it| Impact::of(state, it, by));
        let found = self.period.filter(is_open);
        let found = found.and_then(|it| FindingsImpact::of(state, it, by));
        self.findings = found.filter(|it| it.complete);
    }

    /// Shows the next period, or the one before.
    fn shift(&mut self, app: &mut App, forward: bool) {
        let all = periods(app.state());
        let at = self
            .period
            .and_then(|it| all.iter().position(|other| *other == it));
        let Some(at) = at else { return };
        let to = match forward {
            true => all.get(at + 1),
            false => at.checked_sub(1).and_then(|it| all.get(it)),
        };
        let Some(to) = to.copied() else { return };
        self.period = Some(to);
        let needs = needs_of(app.state(), to);
        app.mirror.show_also(needs.iter().copied());
        needs.into_iter().for_each(|it| app.want_shard(it));
        self.compute(app);
    }

    /// The head of a line.
    fn row(&self, app: &App, key: Key) -> Option<&RowImpact> {
        let rows = &self.impact.as_ref()?.rows;
        rows.iter().find(|it| list::key(app, it) == Some(key))
    }
}

impl Content for Changes {
    fn place(&self) -> Place {
        Place::Impact
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let needs = self.period.map(|it| needs_of(app.state(), it));
        needs.unwrap_or_default()
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let narrator = app.narrator();
        let to = numbered(app, self.edition);
        let Some(period) = self.period else {
            return Told {
                title: app.say(Phrase::CommandImpact),
                lines: vec![Line::new(no_periods(app), Role::Dim)],
            };
        };
        let from = app.state().edition_of(period).map(|it| numbered(app, it));
        let name = narrator.period(period);
        let title = app.say_with(
            Phrase::ImpactTitle,
            &args![from = from.unwrap_or_default(), to, period = name],
        );
        let Some(impact) = &self.impact else {
            let lines = vec![Line::new(app.say(Phrase::ImpactGone), Role::Warning)];
            return Told { title, lines };
        };
        let mut lines: Vec<Line> = Vec::new();
        lines.extend(still_loading(app, &self.needs(app)));
        lines.extend(summary::lines(app, impact, self.findings.as_ref(), width));
        lines.extend(list::lines(app, impact, self.order, width));
        Told { title, lines }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        let row = self.row(app, key).cloned();
        match (row, self.impact.as_ref()) {
            (Some(row), Some(impact)) => {
                let page = Explained::new(app, self.edition, impact.period, &row);
                Outcome::Open(Box::new(Page::new(page, app)))
            }
            _ => super::go::open(app, key),
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::Left | CommandId::PreviousPeriod => self.shift(app, false),
            CommandId::Right | CommandId::NextPeriod => self.shift(app, true),
            CommandId::Sort => self.order = self.order.next(),
            CommandId::Card => {
                let row = at.and_then(|key| self.row(app, key));
                let whom = row.map(|it| (it.organisation, it.person));
                return match whom {
                    Some((organisation, person)) => {
                        Outcome::Open(card::of(app, organisation, person))
                    }
                    None => Outcome::Used,
                };
            }
            CommandId::Impact => return Outcome::Used,
            _ => return Outcome::Pass,
        }
        self.changed = true;
        Outcome::Used
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        vec![("← →".to_owned(), app.say(Phrase::HintOtherPeriod))]
    }

    fn news(&mut self, news: &News, app: &mut App) -> bool {
        let stale = is_stale(self.impact.as_ref(), news);
        if stale {
            self.compute(app);
        }
        // Names are told, too, and rest on more than figures do.
        stale || matches!(news, News::Committed(_))
    }
}
