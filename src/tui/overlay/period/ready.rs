//! Whether a period can be closed: how much of each organisation is there, then every cell that is not ready; all, or what lacks in one way or
//! in one direction. Enter leads to the cell.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::collecting::{Standing, Wanted, standings};
use crate::analysis::readiness::{self, Line as Cell, Unready};
use crate::args;
use crate::domain::ids::{DirectionId, OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::entry::ground;
use crate::tui::layer::Outcome;
use crate::tui::overlay::page::{Content, Line, Page, Told, still_loading};
use crate::tui::overlay::{collecting, findings, go};
use crate::tui::screen::monitoring::Monitoring;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::status::Tone;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;

/// Columns of a name beside what is said of it.
const NAME: usize = 26;
/// Columns below which it is not begun to say what is missing.
const LEAST_MISSING: usize = 12;
/// Organisations that are named in a line.
const MOST_NAMED: usize = 4;
/// Cells that are listed; what lacks in one way in one direction is fewer also where there are 700 organisations.
const MOST: usize = 5_000;
/// Why cells are not ready, in the order in which one is looked at after another.
const WAYS: [Unready; 8] = [
    Unready::Missing,
    Unready::Returned,
    Unready::Entered,
    Unready::Submitted,
    Unready::Found,
    Unready::Unusual,
    Unready::Contradicted,
    Unready::Reference,
];

/// The page.
#[derive(Debug)]
pub(super) struct Readiness {
    id: PeriodId,
    /// Only what lacks in this way.
    way: Option<Unready>,
    /// Only of this direction.
    direction: Option<DirectionId>,
    changed: bool,
}

/// Opens the page of the shown period.
pub fn open(app: &mut App) {
    let Some(id) = app.monitoring.chosen.period else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    super::wanted(app, id);
    let page = Page::new(Readiness::new(id), app);
    app.open(Box::new(page));
}

impl Readiness {
    pub(super) fn new(id: PeriodId) -> Readiness {
        Readiness {
            id,
            way: None,
            direction: None,
            changed: false,
        }
    }

    fn direction_of(&self, app: &App, it: &Cell) -> Option<DirectionId> {
        let indicator = app.state().indicator_in(self.id, it.cell.indicator);
        indicator.map(|it| it.direction)
    }

    /// The cells that are shown.
    fn shown<'a>(&self, app: &App, unready: &'a [Cell]) -> Vec<&'a Cell> {
        let takes = |it: &&Cell| {
            self.way.is_none_or(|way| it.why == way)
                && (self.direction.is_none() || self.direction_of(app, it) == self.direction)
        };
        unready.iter().filter(takes).collect()
    }

    /// The next way in which anything lacks, after which all are shown again.
    fn next_way(&self, unready: &[Cell]) -> Option<Unready> {
        let is_there = |way: &Unready| unready.iter().any(|it| it.why == *way);
        let mut there = WAYS.into_iter().filter(is_there);
        match self.way {
            None => there.next(),
            Some(way) => there.skip_while(|it| *it != way).nth(1),
        }
    }

    /// The next direction in which anything lacks, or the one before, after which all are shown again.
    fn next_direction(&self, app: &App, unready: &[Cell], back: bool) -> Option<DirectionId> {
        let state = app.state();
        let there: BTreeSet<_> = (unready.iter())
            .filter_map(|it| self.direction_of(app, it))
            .collect();
        let mut all: Vec<DirectionId> = (state.directions_of(state.edition_of(self.id)?).iter())
            .map(|it| it.0)
            .filter(|it| there.contains(it))
            .collect();
        if back {
            all.reverse();
        }
        match self.direction {
            None => all.first().copied(),
            Some(id) => all.into_iter().skip_while(|it| *it != id).nth(1),
        }
    }

    /// What of it is shown, where that is not all.
    fn only(&self, app: &App) -> Option<String> {
        let way = self.way.map(|it| app.say(why(it)));
        let direction = self.direction.and_then(|id| {
            let it = app.state().direction_in(self.id, id)?;
            Some(format!("{} {}", it.code, it.short))
        });
        let parts: Vec<String> = way.into_iter().chain(direction).collect();
        let what = parts.join(", ");
        (!parts.is_empty()).then(|| app.say_with(Phrase::ReadinessOnly, &args![what]))
    }

    /// What may be read first: how many cells are not ready and why, and what the rules have found.
    fn heading(&self, app: &App, unready: &[Cell], width: usize) -> Vec<Line> {
        let said = super::stepping::counted(app, unready);
        let role = if said.is_some() {
            Role::Warning
        } else {
            Role::Good
        };
        let said = said.unwrap_or_else(|| app.say(Phrase::PeriodAllReady));
        let is_shown = app.monitoring.chosen.period == Some(self.id);
        let open = findings::open_ones(app).filter(|_| is_shown);
        let told = [(Some(said), role), (open, Role::Text)];
        let told = told.into_iter().filter_map(|(it, role)| Some((it?, role)));
        let lines = told.chain(self.only(app).map(|it| (it, Role::Dim)));
        let wrapped = lines.flat_map(|(it, role)| {
            let lines = text::wrap(&it, width).into_iter();
            lines.map(|it| Line::new(it, role)).collect::<Vec<_>>()
        });
        wrapped.chain([Line::default()]).collect()
    }

    fn completeness(&self, app: &App, unready: &[Cell], width: usize, lines: &mut Vec<Line>) {
        let all = readiness::completeness(app.state(), self.id);
        let (whole, partly): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.filling.is_whole());
        let mut missing = missing(app, self.id, unready);
        // What is asked of the municipality itself is no organisation's.
        let count = |all: &mut dyn Iterator<Item = &readiness::Completeness<'_>>| {
            all.filter(|it| it.organisation.is_some()).count()
        };
        let (n, of) = (count(&mut whole.into_iter()), count(&mut all.iter()));
        let said = app.say_with(Phrase::PeriodWhole, &args![n, of]);
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
            .and(
                format!(" {}/{}", it.filling.entered, it.filling.due),
                Role::Text,
            );
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
const COLLECTED: [(Wanted, Phrase); 5] = [
    (Wanted::NotRequested, Phrase::ReadyNotRequested),
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
            Wanted::NotRequested,
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
        Place::Readiness
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
        match key {
            Key::Value(cell) => {
                ground::show(app, cell);
                Outcome::Aside
            }
            key => go::open(app, key),
        }
    }

    fn needs(&self, _: &App) -> Vec<PeriodId> {
        vec![self.id]
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        let unready = || readiness::unready(app.state(), self.id);
        match command {
            CommandId::Filter => self.way = self.next_way(&unready()),
            CommandId::NextDirection => {
                self.direction = self.next_direction(app, &unready(), false);
            }
            CommandId::PreviousDirection => {
                self.direction = self.next_direction(app, &unready(), true);
            }
            CommandId::Readiness => return Outcome::Used,
            _ => return Outcome::Pass,
        }
        self.changed = true;
        Outcome::Used
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
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
        let mut lines = self.heading(app, &unready, width);
        // Whoever looks for cells of one kind has no use for the organisations.
        if self.way.is_none() && self.direction.is_none() {
            self.completeness(app, &unready, width, &mut lines);
            lines.extend(collected(app, self.id, width));
            if !unready.is_empty() {
                lines.push(Line::default());
            }
        }
        let shown = self.shown(app, &unready);
        lines.extend(shown.iter().take(MOST).map(|it| cell(app, it)));
        if let Some(n) = shown.len().checked_sub(MOST).filter(|it| *it > 0) {
            let filter = hints::key(app, CommandId::Filter);
            let next = hints::key(app, CommandId::NextDirection);
            let more = app.say_with(Phrase::ReadinessAndMore, &args![n, filter, next]);
            let more = text::wrap(&more, width);
            lines.extend(more.into_iter().map(|it| Line::new(it, Role::Dim)));
        }
        Told { title, lines }
    }
}
