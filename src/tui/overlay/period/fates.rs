//! What becomes of the values of a period that is moved to another edition: a page for each lot with its numbers by indicator or by
//! organisation, and behind each number the page of the values themselves. Nothing is stored.
//!
//! Owns which lot is shown and how it is arranged; who belongs to it is the analysis' to say.

use crate::analysis::exact::Exact;
use crate::analysis::impact::{By, Fate, Fated, Fates};
use crate::args;
use crate::domain::catalogue::Indicator;
use crate::domain::ids::{EditionId, IndicatorId, OrganisationId, PeriodId};
use crate::domain::number;
use crate::domain::record::Key;
use crate::domain::value::{Entry, Subject};
use crate::locale::Phrase;
use crate::service::link::News;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::edition::numbered;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::impact::weights;
use crate::tui::overlay::page::{Content, Line, Page, Told, still_loading};
use crate::tui::text::{Align, fit};
use crate::tui::theme::Role;

/// Columns of a number on the right.
const COUNT: usize = 8;
/// Columns of «87,5 %».
const VALUE: usize = 16;
/// The same where there is room for «н/п» with its reason.
const WIDE_VALUE: usize = 34;
/// Columns of «2/3 → 1/3».
const POINTS: usize = 15;

/// How many values have a fate, in words that name it.
pub(super) fn counted(app: &App, fate: Fate, n: usize) -> String {
    let phrase = match fate {
        Fate::Kept => Phrase::FateKept,
        Fate::Rescored => Phrase::FateRescored,
        Fate::Due => Phrase::FateDue,
        Fate::Dropped => Phrase::FateDropped,
    };
    app.say_with(phrase, &args![n])
}

/// The page of one lot.
pub(super) fn page(app: &App, id: PeriodId, edition: EditionId, fate: Fate) -> Box<dyn Overlay> {
    let mut lot = Lot {
        at: At { id, edition },
        fate,
        by_organisation: false,
        fates: None,
        changed: false,
    };
    lot.compute(app);
    Box::new(Page::new(lot, app))
}

/// Which period, and by which edition.
#[derive(Clone, Copy, Debug)]
struct At {
    id: PeriodId,
    edition: EditionId,
}

impl At {
    fn fates(self, app: &App) -> Option<Fates> {
        Fates::of(app.state(), self.id, By::Stored(self.edition))
    }

    /// The indicator as the new edition words it, else as the one that the period has.
    fn indicator(self, app: &App, id: IndicatorId) -> Option<&Indicator> {
        let state = app.state();
        let worded = |edition| state.indicators.get(&(edition, id)).map(|it| &it.body);
        worded(self.edition).or_else(|| worded(state.edition_of(self.id)?))
    }

    fn title(self, app: &App, what: &str) -> String {
        let from = app.state().edition_of(self.id).unwrap_or(EditionId(0));
        app.say_with(
            Phrase::FatesTitle,
            &args![
                what,
                period = app.narrator().period(self.id),
                from = numbered(app, from),
                to = numbered(app, self.edition)
            ],
        )
    }

    fn organisation(self, app: &App, id: Option<OrganisationId>) -> String {
        match id {
            Some(id) => app.narrator().organisation(id),
            None => app.say(Phrase::SubjectMunicipality),
        }
    }
}

/// Values of one indicator, or of one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Indicator(IndicatorId),
    Organisation(Option<OrganisationId>),
}

impl Group {
    fn has(self, it: &Fated) -> bool {
        match self {
            Group::Indicator(id) => it.cell.indicator == id,
            Group::Organisation(id) => it.organisation == id,
        }
    }

    fn name(self, app: &App, at: At) -> String {
        match self {
            Group::Indicator(id) => at
                .indicator(app, id)
                .map_or_else(String::new, |it| format!("{} {}", it.code, it.short)),
            Group::Organisation(id) => at.organisation(app, id),
        }
    }

    /// The record under which the group stands on the page.
    fn key(self, at: At) -> Key {
        match self {
            Group::Indicator(id) => Key::Indicator(at.edition, id),
            Group::Organisation(Some(id)) => Key::Organisation(id),
            Group::Organisation(None) => Key::Period(at.id),
        }
    }

    fn of_key(key: Key) -> Option<Group> {
        Some(match key {
            Key::Indicator(_, id) => Group::Indicator(id),
            Key::Organisation(id) => Group::Organisation(Some(id)),
            Key::Period(_) => Group::Organisation(None),
            _ => return None,
        })
    }
}

/// Whether what becomes of values may be another after these news.
fn is_stale(news: &News) -> bool {
    matches!(
        news,
        News::Committed(_) | News::Shard { .. } | News::Unreadable(_) | News::Again(_)
    )
}

/// A lot: how many values of each indicator, or of each organisation.
#[derive(Debug)]
struct Lot {
    at: At,
    fate: Fate,
    by_organisation: bool,
    fates: Option<Fates>,
    changed: bool,
}

impl Lot {
    fn compute(&mut self, app: &App) {
        self.fates = self.at.fates(app);
    }

    /// Shows the next lot that has anything, or the one before.
    fn shift(&mut self, forward: bool) {
        let has = |fate: &Fate| {
            let fates = self.fates.as_ref();
            *fate == self.fate || fates.is_some_and(|it| it.count(*fate) > 0)
        };
        let all: Vec<Fate> = Fate::ALL.into_iter().filter(has).collect();
        let at = all.iter().position(|it| *it == self.fate).unwrap_or(0);
        let to = match forward {
            true => at + 1,
            false => at.wrapping_sub(1),
        };
        if let Some(to) = all.get(to) {
            self.fate = *to;
        }
    }

    fn groups(&self, fates: &Fates) -> Vec<(Group, usize)> {
        match self.by_organisation {
            true => (fates.by_organisation(self.fate).into_iter())
                .map(|(id, n)| (Group::Organisation(id), n))
                .collect(),
            false => (fates.by_indicator(self.fate).into_iter())
                .map(|(id, n)| (Group::Indicator(id), n))
                .collect(),
        }
    }
}

impl Content for Lot {
    fn place(&self) -> Place {
        Place::Impact
    }

    fn needs(&self, _: &App) -> Vec<PeriodId> {
        vec![self.at.id]
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let Some(fates) = &self.fates else {
            return Told {
                title: app.say(Phrase::CommandImpact),
                lines: vec![Line::new(app.say(Phrase::ImpactGone), Role::Warning)],
            };
        };
        let dots = app.theme.glyphs.ellipsis;
        let n = fates.count(self.fate);
        let title = self.at.title(app, &counted(app, self.fate, n));
        let mut lines: Vec<Line> = still_loading(app, &[self.at.id]).into_iter().collect();
        let name = width.saturating_sub(COUNT).clamp(12, 72);
        let caption = match self.by_organisation {
            true => Phrase::CaptionOrganisation,
            false => Phrase::ImpactIndicator,
        };
        let caption = fit(&app.say(caption), name, Align::Left, dots);
        let values = fit(&app.say(Phrase::FateValues), COUNT, Align::Right, dots);
        lines.push(Line::new(caption, Role::Label).and(values, Role::Dim));
        for (group, n) in self.groups(fates) {
            let text = fit(&group.name(app, self.at), name, Align::Left, dots);
            let count = fit(&n.to_string(), COUNT, Align::Right, dots);
            let line = Line::new(text, Role::Text).and(count, Role::Text);
            lines.push(line.opening(group.key(self.at)));
            if let (Group::Indicator(id), Some(from)) = (group, app.state().edition_of(self.at.id))
            {
                lines.extend(weights::own(app, (from, self.at.edition), id));
            }
        }
        Told { title, lines }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        match Group::of_key(key) {
            Some(group) => {
                let values = Values {
                    at: self.at,
                    fate: self.fate,
                    group,
                };
                Outcome::Open(Box::new(Page::new(values, app)))
            }
            None => Outcome::Used,
        }
    }

    fn command(&mut self, command: CommandId, _: Option<Key>, _: &mut App) -> Outcome {
        match command {
            CommandId::Left | CommandId::PreviousPeriod => self.shift(false),
            CommandId::Right | CommandId::NextPeriod => self.shift(true),
            CommandId::Sort => self.by_organisation = !self.by_organisation,
            CommandId::Card | CommandId::Impact => return Outcome::Used,
            _ => return Outcome::Pass,
        }
        self.changed = true;
        Outcome::Used
    }

    fn take_changed(&mut self) -> bool {
        std::mem::take(&mut self.changed)
    }

    fn hints(&self, app: &App) -> Vec<(String, String)> {
        let other = match self.by_organisation {
            true => Phrase::HintByIndicator,
            false => Phrase::HintByOrganisation,
        };
        vec![
            (hints::key(app, CommandId::Sort), app.say(other)),
            ("← →".to_owned(), app.say(Phrase::HintOtherLot)),
        ]
    }

    fn news(&mut self, news: &News, app: &mut App) -> bool {
        let stale = is_stale(news);
        if stale {
            self.compute(app);
        }
        stale
    }
}

/// The values behind a number.
#[derive(Debug)]
struct Values {
    at: At,
    fate: Fate,
    group: Group,
}

impl Values {
    /// What tells a line from the others: whose value, or of which indicator.
    fn name(&self, app: &App, it: &Fated) -> String {
        let narrator = app.narrator();
        let person = match it.cell.subject {
            Subject::Person(id) => Some(narrator.person(id)),
            _ => None,
        };
        let first = match self.group {
            Group::Indicator(_) => self.at.organisation(app, it.organisation),
            Group::Organisation(_) => Group::Indicator(it.cell.indicator).name(app, self.at),
        };
        [Some(first), person]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn line(&self, app: &App, it: &Fated, (name, value): (usize, usize)) -> Line {
        let glyphs = app.theme.glyphs;
        let dots = glyphs.ellipsis;
        // A value is shown as the edition understands it by which it was entered.
        let entry = app.state().value(it.cell).map(|it| &it.entry);
        let entry = entry.filter(|it| **it != Entry::Empty);
        let text = entry.map_or_else(
            || glyphs.none.to_owned(),
            |entry| app.narrator().entry(it.cell, entry),
        );
        let (before, after) = (points(app, it.before), points(app, it.after));
        let points = match it.fate {
            Fate::Kept => after,
            Fate::Rescored => format!("{before} {} {after}", glyphs.arrow),
            Fate::Due => String::new(),
            Fate::Dropped => before,
        };
        let role = match it.fate {
            Fate::Kept => Role::Dim,
            _ => Role::Text,
        };
        Line::new(
            fit(&self.name(app, it), name, Align::Left, dots),
            Role::Text,
        )
        .and(fit(&text, value, Align::Right, dots), Role::Text)
        .and(fit(&points, POINTS, Align::Right, dots), role)
        .opening(Key::Value(it.cell))
    }
}

/// «2/3»; a dash where there are none.
fn points(app: &App, it: Option<(Exact, Exact)>) -> String {
    let plain = |it: Exact| {
        let it = it.rounded(1).normalize();
        number::format(it, it.scale())
    };
    it.map_or_else(
        || app.theme.glyphs.none.to_owned(),
        |(points, most)| format!("{}/{}", plain(points), plain(most)),
    )
}

impl Content for Values {
    fn place(&self) -> Place {
        Place::Page
    }

    fn needs(&self, _: &App) -> Vec<PeriodId> {
        vec![self.at.id]
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let fates = self.at.fates(app).unwrap_or_default();
        let dots = app.theme.glyphs.ellipsis;
        let mut found: Vec<&Fated> = (fates.with(self.fate))
            .filter(|it| self.group.has(it))
            .collect();
        if let Group::Indicator(_) = self.group {
            let order = fates.by_organisation(self.fate);
            let place = |it: &&Fated| order.iter().position(|(id, _)| *id == it.organisation);
            found.sort_by_cached_key(place);
        }
        let what = counted(app, self.fate, found.len());
        let title = self.at.title(app, &what);
        let mut lines = vec![Line::new(self.group.name(app, self.at), Role::Label)];
        lines.extend(still_loading(app, &[self.at.id]));
        let value = if width >= 110 { WIDE_VALUE } else { VALUE };
        let name = width.saturating_sub(value + POINTS).clamp(12, 60);
        let caption = |phrase, columns| fit(&app.say(phrase), columns, Align::Right, dots);
        let first = match self.group {
            Group::Indicator(_) => Phrase::CaptionOrganisation,
            Group::Organisation(_) => Phrase::ImpactIndicator,
        };
        let first = fit(&app.say(first), name, Align::Left, dots);
        lines.push(
            Line::new(first, Role::Dim)
                .and(caption(Phrase::ImpactFigure, value), Role::Dim)
                .and(caption(Phrase::ImpactPoints, POINTS), Role::Dim),
        );
        lines.extend(
            found
                .into_iter()
                .map(|it| self.line(app, it, (name, value))),
        );
        Told { title, lines }
    }
}
