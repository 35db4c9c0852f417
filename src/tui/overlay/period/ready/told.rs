//! How the page of readiness begins: whether the period can be closed, what would stay as it is, how much of each organisation is there, and
//! what is not collected yet.

use std::collections::{BTreeMap, BTreeSet};

use super::{MOST, Readiness};
use crate::analysis::collecting::{Standing, Wanted, standings};
use crate::analysis::readiness::{self, Line as Cell, Unready};
use crate::args;
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::period::PeriodState;
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::overlay::findings;
use crate::tui::overlay::page::Line;
use crate::tui::status::Tone;
use crate::tui::text::{self, Align};
use crate::tui::theme::Role;

/// Columns of a name beside what is said of it.
const NAME: usize = 26;
/// Columns below which it is not begun to say what is missing.
const LEAST_MISSING: usize = 12;
/// Organisations that are named in a line.
const MOST_NAMED: usize = 4;

/// Says why the period is not closed, and what to do.
pub(super) fn refused(app: &mut App, refusal: &Refusal) {
    let sentence = app.narrator().refusal(refusal).to_string();
    app.status.tell(Tone::Warning, sentence);
}

/// The keys of the page, with what they do here.
pub(super) fn hints(page: &Readiness, app: &App) -> Vec<(String, String)> {
    let words = [
        (CommandId::Open, Phrase::HintToValue),
        (CommandId::Filter, Phrase::HintOtherWay),
        (CommandId::Mark, Phrase::HintMark),
        (CommandId::Submit, Phrase::HintSubmit),
        (
            CommandId::Close,
            if page.is_narrowed() {
                Phrase::HintAll
            } else {
                Phrase::HintClose
            },
        ),
    ];
    let said = words.map(|(it, word)| (hints::key(app, it), app.say(word)));
    said.into_iter().filter(|it| !it.0.is_empty()).collect()
}

/// What a cell lacks, in a few words.
pub(super) fn why(it: Unready) -> Phrase {
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

/// What stays as it is where the period is closed all the same: «не внесено — 12, не утверждено — 3»; `None` where there is nothing of it.
pub fn stays(app: &App, lines: &[Cell]) -> Option<String> {
    let said = Unready::ALL.into_iter().filter(|it| !it.blocks());
    let said: Vec<String> = said
        .filter_map(|way| {
            let n = lines.iter().filter(|it| it.why == way).count();
            (n > 0).then(|| counted(app, &app.say(why(way)), n))
        })
        .collect();
    let what = said.join(", ");
    (!said.is_empty()).then(|| app.say_with(Phrase::ReadinessStays, &args![what]))
}

/// «не внесено — 12».
fn counted(app: &App, what: &str, number: usize) -> String {
    app.say_with(Phrase::ReadinessCounted, &args![what, number])
}

impl Readiness {
    /// Everything that the page says, once it is known what is not ready.
    pub(super) fn lines(&self, app: &App, width: usize) -> Vec<Line> {
        let mut lines = self.heading(app, width);
        let shown = self.shown(app);
        let (first, rest): (Vec<&Cell>, Vec<&Cell>) = match self.is_narrowed() {
            true => (Vec::new(), shown),
            false => shown.into_iter().partition(|it| it.why.blocks()),
        };
        // Whoever looks for cells of one kind has no use for the organisations.
        if !self.is_narrowed() {
            if !first.is_empty() {
                lines.extend(self.cells(app, &first, width));
                lines.push(Line::default());
            }
            self.completeness(app, width, &mut lines);
            lines.extend(collected(app, self.id, width));
            if !rest.is_empty() {
                lines.push(Line::default());
            }
        }
        let [filter, next] =
            [CommandId::Filter, CommandId::NextDirection].map(|it| hints::key(app, it));
        let listed = rest.get(..MOST).unwrap_or(&rest);
        lines.extend(self.cells(app, listed, width));
        let said = match rest.len() - listed.len() {
            0 if rest.is_empty() && self.is_narrowed() => {
                app.say_with(Phrase::ReadinessNone, &args![filter])
            }
            0 => return lines,
            n => app.say_with(Phrase::ReadinessAndMore, &args![n, filter, next]),
        };
        lines.extend(wrapped(&said, Role::Dim, width));
        lines
    }

    /// What may be read first: whether the period can be closed, what would stay as it is, and what the rules have found.
    fn heading(&self, app: &App, width: usize) -> Vec<Line> {
        let is_shown = app.monitoring.chosen.period == Some(self.id);
        let stays = stays(app, self.all());
        let ready = || app.say(Phrase::PeriodAllReady);
        let role = if stays.is_some() {
            Role::Text
        } else {
            Role::Good
        };
        let told = [
            self.verdict(app),
            Some((stays.unwrap_or_else(ready), role)),
            (findings::open_ones(app).filter(|_| is_shown)).map(|it| (it, Role::Text)),
            self.only(app).map(|it| (it, Role::Dim)),
        ];
        let lines = told.into_iter().flatten();
        let lines = lines.flat_map(|(it, role)| wrapped(&it, role, width));
        lines.chain([Line::default()]).collect()
    }

    /// Whether the period can be closed, and by which command; else why not.
    fn verdict(&self, app: &App) -> Option<(String, Role)> {
        let period = app.state().periods.get(&self.id)?;
        if matches!(period.state, PeriodState::Planned | PeriodState::Closed) {
            let refusal = Refusal::PeriodClosed { period: self.id };
            return Some((app.narrator().refusal(&refusal).fact.clone(), Role::Dim));
        }
        Some(match self.found.as_ref()?.blocking {
            Ok(0) => {
                let command = hints::named(app, CommandId::ClosePeriod);
                (
                    app.say_with(Phrase::ReadinessCan, &args![command]),
                    Role::Good,
                )
            }
            Ok(n) => (
                app.say_with(Phrase::ReadinessBlocked, &args![n]),
                Role::Warning,
            ),
            Err(_) => (app.say(Phrase::ValuesLoading), Role::Dim),
        })
    }

    /// What of it is shown, where that is not all, with how many.
    fn only(&self, app: &App) -> Option<String> {
        let way = self.way.map(|it| app.say(why(it)));
        let direction = self.direction.and_then(|id| {
            let it = app.state().direction_in(self.id, id)?;
            Some(format!("{} {}", it.code, it.short))
        });
        let parts: Vec<String> = way.into_iter().chain(direction).collect();
        let what = counted(app, &parts.join(", "), self.shown(app).len());
        (!parts.is_empty()).then(|| app.say_with(Phrase::ReadinessOnly, &args![what]))
    }

    fn completeness(&self, app: &App, width: usize, lines: &mut Vec<Line>) {
        let all = readiness::completeness(app.state(), self.id);
        let (whole, partly): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.filling.is_whole());
        let mut missing = self.missing(app);
        // What is asked of the municipality itself is no organisation's.
        let count = |all: &mut dyn Iterator<Item = &readiness::Completeness<'_>>| {
            all.filter(|it| it.organisation.is_some()).count()
        };
        let (n, of) = (count(&mut whole.into_iter()), count(&mut all.iter()));
        let said = app.say_with(Phrase::PeriodWhole, &args![n, of]);
        lines.push(Line::new(said, Role::Text));
        let widest = |of: fn(&readiness::Completeness<'_>) -> usize| {
            let digits = partly.iter().map(|it| of(it).to_string().len());
            digits.max().unwrap_or_default()
        };
        let (entered, due) = (widest(|it| it.filling.entered), widest(|it| it.filling.due));
        for it in partly {
            let name = match it.organisation {
                Some(id) => app.narrator().organisation(id),
                None => app.say(Phrase::SubjectMunicipality),
            };
            let of = format!(" {:>entered$}/{:<due$}", it.filling.entered, it.filling.due);
            let mut line = Line::new(
                text::fit(&name, NAME, Align::Left, app.theme.glyphs.ellipsis),
                Role::Label,
            )
            .and(of, Role::Text);
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
            let taken = text::width(&line.text());
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

    /// Which indicators each organisation has nothing for, by their codes, each once.
    fn missing<'a>(&self, app: &'a App) -> BTreeMap<Option<OrganisationId>, Vec<&'a str>> {
        let state = app.state();
        let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut told = BTreeSet::new();
        for it in self.all().iter().filter(|it| it.why == Unready::Missing) {
            if let Some(indicator) = state.indicator_in(self.id, it.cell.indicator)
                && told.insert((it.organisation, it.cell.indicator))
            {
                let codes = all.entry(it.organisation).or_default();
                codes.push(indicator.code.as_str());
            }
        }
        all
    }
}

fn wrapped(said: &str, role: Role, width: usize) -> Vec<Line> {
    let lines = text::wrap(said, width).into_iter();
    lines.map(|it| Line::new(it, role)).collect()
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
