//! One head under both editions, indicator by indicator: why the index would be another.

use super::{is_stale, list, needs_of, weights};
use crate::analysis::exact::Exact;
use crate::analysis::impact::{By, Impact, Moved, RowImpact};
use crate::analysis::scores::{Part, RowScore};
use crate::args;
use crate::domain::catalogue::{Indicator, SubjectKind};
use crate::domain::ids::{EditionId, OrganisationId, PeriodId, PersonId};
use crate::domain::number;
use crate::domain::record::Key;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::edition::numbered;
use crate::tui::layer::Outcome;
use crate::tui::overlay::card;
use crate::tui::overlay::page::{Content, Line, Told, paragraph};
use crate::tui::show;
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// Columns of «87,5 %».
const FIGURE: usize = 10;
/// Columns of «2/3 → 1/3».
const POINTS: usize = 15;
/// Columns of «12,5 → 10,0».
const GIVES: usize = 15;
/// Columns of «−2,5».
const BY: usize = 8;
/// Columns of the names «было» and «стало».
const LABEL: usize = 8;

/// What is on the page.
#[derive(Debug)]
pub(super) struct Explained {
    edition: EditionId,
    period: PeriodId,
    organisation: OrganisationId,
    person: Option<PersonId>,
    found: Option<(Impact, RowImpact, Vec<Moved>)>,
    /// In the order of the catalogue, not of what moves most.
    by_code: bool,
    changed: bool,
}

impl Explained {
    pub(super) fn new(
        app: &App,
        edition: EditionId,
        period: PeriodId,
        row: &RowImpact,
    ) -> Explained {
        let mut page = Explained {
            edition,
            period,
            organisation: row.organisation,
            person: row.person,
            found: None,
            by_code: false,
            changed: false,
        };
        page.compute(app);
        page
    }

    fn compute(&mut self, app: &App) {
        self.found = self.find(app);
    }

    fn find(&self, app: &App) -> Option<(Impact, RowImpact, Vec<Moved>)> {
        let by = By::Stored(self.edition);
        let impact = Impact::of(app.state(), self.period, by)?;
        let whom = (self.organisation, self.person);
        let mut rows = impact.rows.iter();
        let row = rows
            .find(|it| (it.organisation, it.person) == whom)?
            .clone();
        let mut moved = impact.explain(app.state(), by, &row);
        if self.by_code {
            let order: Vec<_> = (app.state().indicators_of(impact.to).into_iter())
                .map(|it| it.0)
                .collect();
            let place = |it: &Moved| order.iter().position(|id| *id == it.indicator);
            moved.sort_by_key(|it| place(it).unwrap_or(usize::MAX));
        }
        Some((impact, row, moved))
    }

    /// The index with level, place and «k из n», as one edition has them.
    fn outcome(&self, app: &App, impact: &Impact, row: &RowImpact, before: bool) -> String {
        let (was, would) = list::indices(app, impact, row);
        let (score, index) = match before {
            true => (&row.before, was),
            false => (&row.after, would),
        };
        let Some(score) = score else {
            return app.theme.glyphs.none.to_owned();
        };
        let levels = &impact.levels;
        let level = score.level.and_then(|it| match before {
            true => levels.title_before(it),
            false => levels.title_after(it),
        });
        let placed = match before {
            true => impact.placed.0,
            false => impact.placed.1,
        };
        let mut parts = vec![index];
        parts.extend(level.map(str::to_owned));
        if let Some(place) = score.place {
            parts.push(app.say_with(Phrase::PlaceOf, &args![place, n = placed]));
        }
        parts.push(filled(app, score));
        parts.join(&format!(" {} ", app.theme.glyphs.dot))
    }

    fn line(&self, app: &App, impact: &Impact, it: &Moved, name: usize) -> Line {
        let dots = app.theme.glyphs.ellipsis;
        let arrow = app.theme.glyphs.arrow;
        let state = app.state();
        let worded = |edition| {
            state
                .indicators
                .get(&(edition, it.indicator))
                .map(|it| &it.body)
        };
        let (old, new) = (worded(impact.from), worded(impact.to));
        let part = it.after.or(it.before);
        let figure = match (part, new.or(old)) {
            (Some(part), Some(indicator)) => show::figure(app, indicator, &part.figure),
            _ => String::new(),
        };
        let both = |before: String, after: String| match before == after {
            true => after,
            false => format!("{before} {arrow} {after}"),
        };
        let points = both(points(app, it.before), points(app, it.after));
        let gives = both(gives(app, it.before), gives(app, it.after));
        let by = match it.by == Exact::ZERO {
            true => String::new(),
            false => list::signed(it.by),
        };
        let role = match it.by == Exact::ZERO {
            true => Role::Dim,
            false => Role::Text,
        };
        let title = list::indicator(app, impact, it.indicator);
        let line = Line::new(fit(&title, name, Align::Left, dots), role)
            .and(fit(&figure, FIGURE, Align::Right, dots), role)
            .and(fit(&points, POINTS, Align::Right, dots), role)
            .and(fit(&gives, GIVES, Align::Right, dots), role)
            .and(fit(&by, BY, Align::Right, dots), role);
        match old.or(new).and_then(|it| self.subject(it)) {
            Some(subject) => line.opening(Key::Value(Cell {
                period: self.period,
                indicator: it.indicator,
                subject,
            })),
            None => line,
        }
    }

    fn subject(&self, indicator: &Indicator) -> Option<Subject> {
        match indicator.level {
            SubjectKind::Organisation => Some(Subject::Organisation(self.organisation)),
            SubjectKind::Person => self.person.map(Subject::Person),
            SubjectKind::Municipality => None,
        }
    }
}

/// «внесено 12 из 14».
fn filled(app: &App, score: &RowScore) -> String {
    let share = app.say_with(
        Phrase::ShareOf,
        &args![k = score.filled, n = score.applicable],
    );
    app.say_with(Phrase::FilledShare, &args![share])
}

/// «2/3»; what has no points has none.
fn points(app: &App, part: Option<Part>) -> String {
    let none = || app.theme.glyphs.none.to_owned();
    let Some(part) = part else {
        return none();
    };
    let plain = |it: rust_decimal::Decimal| number::format(it, it.normalize().scale());
    match part.points {
        Some(points) => format!(
            "{}/{}",
            plain(points.rounded(2).normalize()),
            plain(part.max)
        ),
        None => none(),
    }
}

fn gives(app: &App, part: Option<Part>) -> String {
    match part.filter(|it| it.points.is_some()) {
        Some(part) => number::format(part.gives.rounded(1), 1),
        None => app.theme.glyphs.none.to_owned(),
    }
}

impl Content for Explained {
    fn place(&self) -> Place {
        Place::Impact
    }

    fn shows(&self, _: &App) -> Vec<Key> {
        let head = self.person.map(Key::Person);
        let school = Key::Organisation(self.organisation);
        [Some(school), head].into_iter().flatten().collect()
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        needs_of(app.state(), self.period)
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let narrator = app.narrator();
        let dot = app.theme.glyphs.dot;
        let head = match self.person {
            Some(id) => narrator.person(id),
            None => app.say(Phrase::Vacancy),
        };
        let name = narrator.organisation(self.organisation);
        let period = narrator.period(self.period);
        let title = format!("{name} {dot} {head} {dot} {period}");
        let Some((impact, row, moved)) = &self.found else {
            let said = match app.state().editions.contains_key(&self.edition) {
                true => Phrase::ImpactRowGone,
                false => Phrase::ImpactGone,
            };
            let lines = vec![Line::new(app.say(said), Role::Warning)];
            return Told { title, lines };
        };
        let mut lines = Vec::new();
        for (edition, before) in [(impact.from, true), (impact.to, false)] {
            let label = numbered(app, edition);
            let text = self.outcome(app, impact, row, before);
            lines.extend(paragraph(&label, LABEL, &text, Role::Text, width));
        }
        lines.push(Line::default());
        let name = width
            .saturating_sub(FIGURE + POINTS + GIVES + BY)
            .clamp(12, 60);
        let dots = app.theme.glyphs.ellipsis;
        let caption = |phrase, columns| fit(&app.say(phrase), columns, Align::Right, dots);
        let first = fit(&app.say(Phrase::ImpactIndicator), name, Align::Left, dots);
        lines.push(
            Line::new(first, Role::Label)
                .and(caption(Phrase::ImpactFigure, FIGURE), Role::Dim)
                .and(caption(Phrase::ImpactPoints, POINTS), Role::Dim)
                .and(caption(Phrase::ImpactGives, GIVES), Role::Dim)
                .and(caption(Phrase::ImpactBy, BY), Role::Dim),
        );
        for it in moved {
            lines.push(self.line(app, impact, it, name));
            if it.by != Exact::ZERO {
                lines.extend(weights::all(app, (impact.from, impact.to), it.indicator));
            }
        }
        Told { title, lines }
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, app: &mut App) -> Outcome {
        match command {
            CommandId::Card => Outcome::Open(card::of(app, self.organisation, self.person)),
            CommandId::Sort => {
                (self.by_code, self.changed) = (!self.by_code, true);
                self.compute(app);
                Outcome::Used
            }
            _ => Outcome::Pass,
        }
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn news(&mut self, news: &News, app: &mut App) -> bool {
        let stale = is_stale(self.found.as_ref().map(|it| &it.0), news);
        if stale {
            self.compute(app);
        }
        stale || matches!(news, News::Committed(_))
    }
}
