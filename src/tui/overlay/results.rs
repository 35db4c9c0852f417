//! What a closed period came to, head by head, on a page: place, organisation, head, index, level, how much was filled.
//!
//! Owns the order of the list; the figures are those of the results as they were written.

use std::cmp::Reverse;

use super::card::Scores;
use super::page::{Content, Line, Page, Told, paragraph, still_loading};
use super::{card, evaluation, go};
use crate::analysis::roster::name_in;
use crate::analysis::scores::{PeriodScores, RowScore};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::text::collation_key;
use crate::locale::Phrase;
use crate::report::standing;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::screen::Screen;
use crate::tui::screen::monitoring::panes::no_periods;
use crate::tui::show::marked;
use crate::tui::status::Tone;
use crate::tui::text::{Align, fit, width as text_width};
use crate::tui::theme::Role;

/// Opens the results of the period under the cursor of the catalogue, else of the shown one.
pub fn open(app: &mut App) {
    let under = match app.screen {
        Screen::Catalogue => app.catalogue.under_cursor(),
        _ => None,
    };
    let period = match under {
        Some(Key::Period(id)) => Some(id),
        _ => app.monitoring.chosen.period,
    };
    let Some(period) = period else {
        let sentence = no_periods(app);
        return app.status.tell(Tone::Warning, sentence);
    };
    if !app.state().results.contains_key(&period) {
        let name = app.narrator().period(period);
        let sentence = app.say_with(
            Phrase::ResultsNotYet,
            &args![
                period = name,
                command = hints::named(app, CommandId::Readiness)
            ],
        );
        return app.status.tell(Tone::Warning, sentence);
    }
    let page = of(app, period);
    app.open(page);
}

/// The page for a period.
#[must_use]
pub fn of(app: &mut App, period: PeriodId) -> Box<dyn Overlay> {
    Scores::ready(app, &[period]);
    let page = Results {
        period,
        order: Order::default(),
        changed: false,
    };
    Box::new(Page::new(page, app))
}

/// In what order the heads stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// By place, those without one last.
    #[default]
    Place,
    /// As everywhere else.
    Name,
    /// Whose share is filled least, first.
    Filled,
}

impl Order {
    fn next(self) -> Order {
        match self {
            Order::Place => Order::Name,
            Order::Name => Order::Filled,
            Order::Filled => Order::Place,
        }
    }

    fn phrase(self) -> Phrase {
        match self {
            Order::Place => Phrase::OrderByPlaceTaken,
            Order::Name => Phrase::OrderByName,
            Order::Filled => Phrase::OrderByFilled,
        }
    }
}

/// What is on the page.
#[derive(Debug)]
struct Results {
    period: PeriodId,
    order: Order,
    changed: bool,
}

impl Results {
    fn scores<'a>(&self, app: &'a App) -> Option<&'a PeriodScores> {
        app.scores.by_period().get(&self.period)
    }

    /// The head of a line.
    fn head(&self, app: &App, key: Key) -> Option<(OrganisationId, Option<PersonId>)> {
        let rows = &self.scores(app)?.rows;
        let row = rows.iter().find(|it| key_of(app, it) == Some(key))?;
        Some((row.organisation?, row.person))
    }

    fn rows<'a>(&self, app: &App, scores: &'a PeriodScores) -> Vec<&'a RowScore> {
        let mut rows: Vec<&RowScore> = scores.rows.iter().collect();
        let name = |it: &&RowScore| {
            let id = it.organisation.unwrap_or(OrganisationId(0));
            collation_key(name_in(app.state(), self.period, id))
        };
        rows.sort_by_cached_key(name);
        match self.order {
            Order::Name => {}
            Order::Place => {
                rows.sort_by_key(|it| (it.place.unwrap_or(usize::MAX), Reverse(it.overall)))
            }
            // By cross-multiplication, as fractions are compared everywhere; of whom nothing is collected, nothing is wanting: they come last.
            Order::Filled => rows.sort_by(|a, b| {
                let one = u64::from(a.filled) * u64::from(b.applicable);
                let other = u64::from(b.filled) * u64::from(a.applicable);
                let nothing = |it: &RowScore| it.applicable == 0;
                nothing(a).cmp(&nothing(b)).then(one.cmp(&other))
            }),
        }
        rows
    }

    /// What the period came to as a whole, and by what act.
    fn heading(&self, app: &App, width: usize) -> Vec<Line> {
        let state = app.state();
        let Some(results) = state.results.get(&self.period) else {
            return Vec::new();
        };
        let said = app.say_with(
            Phrase::PeriodResults,
            &args![
                organisations = results.organisations,
                placed = results.placed
            ],
        );
        let label =
            [Phrase::LabelResults, Phrase::LabelApprovedBy].map(|it| text_width(&app.say(it)));
        let label = label.into_iter().max().unwrap_or(0) + 1;
        let mut lines = paragraph(
            &app.say(Phrase::LabelResults),
            label,
            &said,
            Role::Text,
            width,
        );
        let act = state
            .periods
            .get(&self.period)
            .and_then(|it| it.approved_by);
        if let Some(act) = act {
            let name = app.narrator().document(act);
            let caption = app.say(Phrase::LabelApprovedBy);
            lines.extend(paragraph(&caption, label, &name, Role::Text, width));
        }
        lines
    }
}

fn key_of(app: &App, row: &RowScore) -> Option<Key> {
    go::key_of_head(app.state(), row.organisation?, row.person)
}

impl Content for Results {
    fn place(&self) -> Place {
        Place::Results
    }

    fn needs(&self, app: &App) -> Vec<PeriodId> {
        let scores = self.scores(app);
        scores.map_or_else(|| vec![self.period], |it| it.periods().collect())
    }

    fn prepare(&mut self, app: &mut App) {
        Scores::ready(app, &[self.period]);
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let title = format!(
            "{} {} {}",
            app.say(Phrase::CommandResults),
            app.theme.glyphs.dot,
            app.narrator().period(self.period)
        );
        let mut lines: Vec<Line> = still_loading(app, &self.needs(app)).into_iter().collect();
        // Reopened while the page stood there: what is reckoned now is nobody's result.
        if !app.state().results.contains_key(&self.period) {
            let period = app.narrator().period(self.period);
            let sentence = app.say_with(
                Phrase::ResultsNotYet,
                &args![period, command = hints::named(app, CommandId::Readiness)],
            );
            lines.push(Line::new(sentence, Role::Dim));
            return Told { title, lines };
        }
        lines.extend(self.heading(app, width));
        if let Some(scores) = self.scores(app) {
            let rows = self.rows(app, scores);
            let order = app.say(self.order.phrase());
            let heading = app.say_with(Phrase::ResultsHeads, &args![n = rows.len(), order]);
            lines.push(Line::default());
            lines.push(Line::new(heading, Role::Label));
            let rows: Vec<Row> = (rows.into_iter())
                .map(|it| Row::new(app, scores, it))
                .collect();
            let widths = Widths::of(width, &rows);
            lines.push(captions(app, &widths));
            lines.extend(rows.iter().map(|it| it.line(app, &widths)));
        }
        Told { title, lines }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        match self.head(app, key) {
            Some((organisation, person)) => {
                Outcome::Open(evaluation::of(app, organisation, person, self.period))
            }
            None => go::open(app, key),
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        let head = at.and_then(|it| self.head(app, it));
        match (command, head) {
            (CommandId::Sort, _) => {
                self.order = self.order.next();
                self.changed = true;
            }
            (CommandId::Card, Some((organisation, person))) => {
                return Outcome::Open(card::of(app, organisation, person));
            }
            (CommandId::EvaluationSheet, Some((organisation, person))) => {
                return Outcome::Open(evaluation::of(app, organisation, person, self.period));
            }
            (CommandId::Results | CommandId::Card | CommandId::EvaluationSheet, _) => {}
            _ => return Outcome::Pass,
        }
        Outcome::Used
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }
}

/// Columns of a line.
struct Widths {
    organisation: usize,
    head: usize,
    level: usize,
}

const PLACE: usize = 5;
/// «≠100,0».
const INDEX: usize = 6;
/// «внесено», «36/36».
const FILLED: usize = 8;

impl Widths {
    /// As wide as what stands in them: why somebody has no level is said in more words than a level has.
    fn of(width: usize, told: &[Row]) -> Widths {
        let rest = width.saturating_sub(PLACE + INDEX + FILLED + 5);
        let longest = |text: fn(&Row) -> &str| told.iter().map(|it| text_width(text(it))).max();
        let organisation = longest(|it| &it.organisation).unwrap_or(0).max(6);
        let head = longest(|it| &it.head).unwrap_or(0).max(12);
        let organisation = organisation.min(rest / 3);
        let head = head.min(rest / 3);
        Widths {
            organisation,
            head,
            level: rest - organisation - head,
        }
    }
}

/// What a line says.
struct Row {
    opens: Option<Key>,
    place: String,
    organisation: String,
    head: String,
    index: String,
    level: String,
    filled: String,
    /// How place and level look.
    role: Role,
}

impl Row {
    fn new(app: &App, scores: &PeriodScores, row: &RowScore) -> Row {
        let (state, glyphs) = (app.state(), app.theme.glyphs);
        let none = || glyphs.none.to_owned();
        let name = (row.organisation).map_or("", |it| name_in(state, scores.period, it));
        let head = match row.person {
            Some(id) => app.narrator().person(id),
            None => app.say(Phrase::Vacancy),
        };
        let index = (row.overall).map_or_else(none, |it| standing::index(state, scores.period, it));
        let right = app.scores.put_right(state, scores.period, row);
        Row {
            opens: key_of(app, row),
            place: row.place.map_or_else(none, |it| it.to_string()),
            organisation: name.to_owned(),
            head,
            index: marked(app, index, row.overall, right.map(|it| it.overall)),
            level: standing::level_or_why(&app.locale, state, scores.period, row),
            filled: format!("{}/{}", row.filled, row.applicable),
            role: match row.level {
                Some(_) => Role::Text,
                None => Role::Dim,
            },
        }
    }

    fn line(&self, app: &App, widths: &Widths) -> Line {
        let put = |text: &str, columns, align| fit(text, columns, align, app.theme.glyphs.ellipsis);
        let line = Line::new(put(&self.place, PLACE, Align::Right), self.role)
            .and(" ", Role::Text)
            .and(
                put(&self.organisation, widths.organisation, Align::Left),
                Role::Text,
            )
            .and(" ", Role::Text)
            .and(put(&self.head, widths.head, Align::Left), Role::Text)
            .and(" ", Role::Text)
            .and(put(&self.index, INDEX, Align::Right), Role::Text)
            .and("  ", Role::Text)
            .and(put(&self.level, widths.level, Align::Left), self.role)
            .and(put(&self.filled, FILLED, Align::Right), Role::Dim);
        match self.opens {
            Some(key) => line.opening(key),
            None => line,
        }
    }
}

fn captions(app: &App, widths: &Widths) -> Line {
    let caption =
        |phrase, columns, align| fit(&app.say(phrase), columns, align, app.theme.glyphs.ellipsis);
    let text = format!(
        "{} {} {} {}  {}{}",
        caption(Phrase::ImpactPlace, PLACE, Align::Right),
        caption(
            Phrase::CaptionOrganisation,
            widths.organisation,
            Align::Left
        ),
        caption(Phrase::CaptionHead, widths.head, Align::Left),
        caption(Phrase::CaptionIndex, INDEX, Align::Right),
        caption(Phrase::CaptionLevel, widths.level, Align::Left),
        caption(Phrase::ImpactFilled, FILLED, Align::Right),
    );
    Line::new(text, Role::Dim)
}
