//! Whether a period can be closed: how much of each organisation is there, then every cell that is not ready. Enter leads to the cell.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::collecting::{Standing, Wanted, standings};
use crate::analysis::readiness::{self, Line as Cell, Unready};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::table::Place;
use crate::tui::layer::Outcome;
use crate::tui::overlay::page::{Content, Line, Told, still_loading};
use crate::tui::overlay::{collecting, findings, go};
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;

/// Columns of a name beside what is said of it.
const NAME: usize = 26;
/// Columns below which it is not begun to say what is missing.
const LEAST_MISSING: usize = 12;
/// Organisations that are named in a line.
const MOST_NAMED: usize = 4;
/// Cells that are listed: whoever has more to do works on the screen of values.
const MOST: usize = 500;

/// The page.
#[derive(Debug)]
pub(super) struct Readiness {
    id: PeriodId,
}

impl Readiness {
    pub(super) fn new(id: PeriodId) -> Readiness {
        Readiness { id }
    }

    fn completeness(&self, app: &App, unready: &[Cell], width: usize, lines: &mut Vec<Line>) {
        let all = readiness::completeness(app.state(), self.id);
        let (whole, partly): (Vec<_>, Vec<_>) =
            all.iter().partition(|it| it.filled == it.applicable);
        let mut missing = missing(app, self.id, unready);
        let n = whole.len();
        let said = app.say_with(Phrase::PeriodWhole, &args![n = n, of = all.len()]);
        lines.push(Line::new(said, Role::Text));
        for it in partly {
            let name = match it.organisation {
                Some(id) => app.narrator().organisation(id),
                None => app.say(Phrase::SubjectMunicipality),
            };
            let mut line = Line::new(
                text::fit(&name, NAME, Align::Left, app.theme.glyphs.ellipsis),
                Role::Label,
            )
            .and(format!(" {}/{}", it.filled, it.applicable), Role::Text);
            if let Some(exception) = it.exception {
                let late = exception.until < app.now.today;
                let date = format::date(exception.until);
                let phrase = match late {
                    true => Phrase::PeriodExceptionOver,
                    false => Phrase::PeriodExceptionUntil,
                };
                let role = if late { Role::Warning } else { Role::Dim };
                line = line.and("  ", Role::Text);
                line = line.and(app.say_with(phrase, &args![date = date]), role);
            }
            let codes = missing.remove(&it.organisation).unwrap_or_default();
            let taken = text::width(line.text().trim_end());
            let room = width.saturating_sub(taken + 2);
            if !codes.is_empty() && room >= LEAST_MISSING {
                let said = app.say_with(Phrase::ReadinessMissing, &args![codes = codes.join(", ")]);
                let said = text::cut(&said, room, app.theme.glyphs.ellipsis);
                line = line.and(format!("  {said}"), Role::Dim);
            }
            lines.push(match it.organisation {
                Some(id) => line.opening(Key::Organisation(id)),
                None => line,
            });
        }
    }
}

/// Which indicators each organisation has nothing for, by their codes, each once.
fn missing<'a>(
    app: &'a App,
    period: PeriodId,
    unready: &[Cell],
) -> BTreeMap<Option<OrganisationId>, Vec<&'a str>> {
    let state = app.state();
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for it in unready.iter().filter(|it| it.why == Unready::Missing) {
        if let Some(indicator) = state.indicator_in(period, it.cell.indicator)
            && told.insert((it.organisation, it.cell.indicator))
        {
            let codes = all.entry(it.organisation).or_default();
            codes.push(indicator.code.as_str());
        }
    }
    all
}

fn why(it: Unready) -> Phrase {
    match it {
        Unready::Missing => Phrase::UnreadyMissing,
        Unready::Returned => Phrase::UnreadyReturned,
        Unready::Entered => Phrase::UnreadyEntered,
        Unready::Submitted => Phrase::UnreadySubmitted,
        Unready::Found => Phrase::UnreadyFound,
        Unready::Unusual => Phrase::UnreadyUnusual,
        Unready::Contradicted => Phrase::UnreadyContradicted,
        Unready::Reference => Phrase::UnreadyReference,
    }
}

fn cell(app: &App, it: &Cell) -> Line {
    let role = match it.why {
        Unready::Returned | Unready::Found | Unready::Unusual | Unready::Contradicted => {
            Role::Warning
        }
        _ => Role::Text,
    };
    let name = app.narrator().cell(it.cell);
    Line::new(
        text::fit(&name, NAME, Align::Left, app.theme.glyphs.ellipsis),
        Role::Label,
    )
    .and(" ", Role::Text)
    .and(app.say(why(it.why)), role)
    .opening(Key::Value(it.cell))
}

/// What is not collected yet, once anything was noted at all: who has not sent, what was sent back, what is not taken, what is not entered.
const COLLECTED: [(Wanted, Phrase); 4] = [
    (Wanted::NotSent, Phrase::ReadyNotSent),
    (Wanted::Returned, Phrase::ReadyReturned),
    (Wanted::NotAccepted, Phrase::ReadyNotAccepted),
    (Wanted::NotEntered, Phrase::ReadyNotEntered),
];

/// Each with the first organisations; Enter leads to them.
fn collected(app: &App, period: PeriodId, width: usize) -> Vec<Line> {
    let all = standings(app.state(), period, app.now.today);
    if all.iter().all(|it| it.collection.is_none()) {
        return Vec::new();
    }
    let line = |(wanted, phrase): (Wanted, Phrase)| {
        // What was sent back is told by itself.
        let takes = |it: &&Standing| {
            let back = Wanted::Returned.takes(it) && wanted == Wanted::NotSent;
            wanted.takes(it) && !back
        };
        let found: Vec<&Standing> = all.iter().filter(takes).collect();
        let first = found.first()?.organisation;
        let names: Vec<String> = (found.iter().take(MOST_NAMED))
            .map(|it| app.narrator().organisation(it.organisation))
            .collect();
        let (n, names) = (found.len(), names.join(", "));
        let names = match n.saturating_sub(MOST_NAMED) {
            0 => names,
            more => app.say_with(Phrase::NamesAndMore, &args![names, n = more]),
        };
        let said = app.say_with(phrase, &args![n, names]);
        let said = text::cut(&said, width, app.theme.glyphs.ellipsis);
        Some(Line::new(said, Role::Warning).opening(Key::Collection(period, first)))
    };
    let lines: Vec<Line> = COLLECTED.into_iter().filter_map(line).collect();
    match lines.is_empty() {
        true => lines,
        false => [Line::default()].into_iter().chain(lines).collect(),
    }
}

/// Among which the organisation of a line is.
fn wanted_of(app: &App, period: PeriodId, id: OrganisationId) -> Wanted {
    let all = standings(app.state(), period, app.now.today);
    let it = all.into_iter().find(|it| it.organisation == id);
    let among = |it: &Standing| {
        let orders = [
            Wanted::Returned,
            Wanted::NotSent,
            Wanted::NotAccepted,
            Wanted::NotEntered,
        ];
        orders.into_iter().find(|wanted| wanted.takes(it))
    };
    it.as_ref().and_then(among).unwrap_or_default()
}

impl Content for Readiness {
    fn place(&self) -> Place {
        Place::Page
    }

    /// What a line leads to is looked at in the period that the page is about, whichever was shown before.
    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        if let Key::Collection(period, id) = key {
            let wanted = wanted_of(app, period, id);
            return Outcome::Open(collecting::on(app, period, id, wanted));
        }
        if app.monitoring.chosen.period != Some(self.id) {
            Monitoring::show_period(app, self.id);
        }
        go::open(app, key)
    }

    fn needs(&self, _: &App) -> Vec<PeriodId> {
        vec![self.id]
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let dot = app.theme.glyphs.dot;
        let name = app.narrator().period(self.id);
        let title = format!("{} {dot} {name}", app.say(Phrase::PeriodReadiness));
        if let Some(line) = still_loading(app, &[self.id]) {
            let lines = vec![line];
            return Told { title, lines };
        }
        let unready = readiness::unready(app.state(), self.id);
        let mut lines = Vec::new();
        let said = super::stepping::unready(app, self.id);
        let role = if said.is_some() {
            Role::Warning
        } else {
            Role::Good
        };
        let all_ready = || app.say(Phrase::PeriodAllReady);
        lines.push(Line::new(said.unwrap_or_else(all_ready), role));
        let is_shown = app.monitoring.chosen.period == Some(self.id);
        let open = findings::open_ones(app).filter(|_| is_shown);
        lines.extend(open.map(|it| Line::new(it, Role::Text)));
        lines.push(Line::default());
        self.completeness(app, &unready, width, &mut lines);
        lines.extend(collected(app, self.id, width));
        if !unready.is_empty() {
            lines.push(Line::default());
            lines.extend(unready.iter().take(MOST).map(|it| cell(app, it)));
        }
        if let Some(n) = unready.len().checked_sub(MOST).filter(|it| *it > 0) {
            let more = app.say_with(Phrase::PeriodAndMore, &args![n = n]);
            lines.push(Line::new(more, Role::Dim));
        }
        Told { title, lines }
    }
}
