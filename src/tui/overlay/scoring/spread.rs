//! How the values of the shown period lie on the rows of a scale: on the one being made, and on the one that the period has now.

use super::contents::Method;
use super::reading::Reading;
use crate::analysis::exact::Exact;
use crate::analysis::measure::Figure;
use crate::analysis::points;
use crate::analysis::spread::Present;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, Scoring};
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::scale::{Values, rows_of};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::theme::Role;

/// The values of a period.
#[derive(Clone, Debug, Default)]
pub struct Spread {
    /// What stands there; empty where nothing can be compared.
    figures: Vec<Figure>,
    /// The indicator as the period has it, and the number of its edition.
    former: Option<(Indicator, u32, Present)>,
    /// The best value, for a relative scale.
    pub best: Option<Exact>,
    /// Why there are no values, or whose they are.
    told: String,
}

/// How many values each row has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By row as typed, or by option: a blank row is none.
    pub rows: Vec<usize>,
    /// All that are entered.
    pub all: usize,
}

impl Spread {
    /// The values of an indicator in the period that is shown.
    #[must_use]
    pub fn of(app: &App, id: IndicatorId, base: &Indicator) -> Spread {
        let state = app.state();
        let said = |told: String| Spread {
            told,
            ..Spread::default()
        };
        let Some((period, record)) = period(app) else {
            return Spread::default();
        };
        let name = record.name.as_str();
        let Some(former) = state.indicator_in(period, id) else {
            return said(app.say_with(Phrase::ScoringNotInPeriod, &args![period = name]));
        };
        if state.shard(period).is_none() {
            return said(app.say(Phrase::ValuesLoading));
        }
        if !is_same_figure(former, base) {
            return said(app.say_with(Phrase::ScoringOtherMeasure, &args![period = name]));
        }
        let Some(present) = Present::of(state, period, id) else {
            return Spread::default();
        };
        let figures: Vec<Figure> = (present.figures.iter().map(|it| it.1))
            .filter(Figure::is_filled)
            .collect();
        let numbers = figures.iter().filter_map(Figure::number);
        let best = points::best_of(former.better, numbers);
        let number = state
            .editions
            .get(&record.edition)
            .map_or(0, |it| it.number);
        Spread {
            told: app.say_with(
                Phrase::ScoringSpread,
                &args![period = name, n = figures.len()],
            ),
            figures,
            former: Some((former.body.clone(), number, present)),
            best,
        }
    }

    /// How they lie on the rows of what is being made.
    #[must_use]
    pub fn counts(&self, reading: &Reading, method: Method, rows: usize) -> Counts {
        let mut counts = Counts {
            rows: vec![0; rows],
            all: self.figures.len(),
        };
        let mut add = |row: Option<usize>| {
            if let Some(count) = row.and_then(|it| counts.rows.get_mut(it)) {
                *count += 1;
            }
        };
        for figure in &self.figures {
            match (method, figure, &reading.table) {
                (Method::Options, Figure::Choice(option), _) => add(Some(usize::from(*option))),
                (Method::Bands, Figure::Number { value, .. }, Some(table)) => {
                    let rows = table.rows_at(value.rounded(Exact::KEPT));
                    if let [row] = rows.as_slice() {
                        add(reading.places.get(*row).copied());
                    }
                }
                _ => {}
            }
        }
        counts
    }

    /// In words: whose values, how many of them have no row or other points than now, and how they lie on the scale of the period.
    #[must_use]
    pub fn lines(&self, app: &App, reading: &Reading, counts: &Counts) -> Vec<(String, Role)> {
        let Some((former, number, present)) = &self.former else {
            let told = (!self.told.is_empty()).then(|| (self.told.clone(), Role::Dim));
            return told.into_iter().collect();
        };
        let mut first = self.told.clone();
        let draft = reading.draft.as_ref().ok();
        let (mut without, mut moved) = (0, 0);
        for figure in &self.figures {
            let now = points::points(former, figure, self.best);
            match draft.map(|it| points::points(it, figure, self.best)) {
                Some(Some(points)) if Some(points) != now => moved += 1,
                Some(None) | None => without += 1,
                _ => {}
            }
        }
        if reading.table.is_some() && without > 0 {
            without = counts.all - counts.rows.iter().sum::<usize>();
        }
        if without > 0 && !self.figures.is_empty() {
            let told = app.say_with(Phrase::ScoringWithout, &args![n = without]);
            first = format!("{first}; {told}");
        }
        if moved > 0 {
            let told = app.say_with(Phrase::ScoringMoved, &args![n = moved]);
            first = format!("{first}; {told}");
        }
        let mut out = vec![(first, Role::Text)];
        out.extend(
            draft
                .and_then(|it| self.renamed(app, former, it))
                .map(|it| (it, Role::Warning)),
        );
        let changed = draft.is_none_or(|it| it.scoring != former.scoring);
        if changed && !self.figures.is_empty() {
            let rows = self.of_former(app, former, present);
            let said = args![number = *number, rows];
            out.push((app.say_with(Phrase::ScoringFormer, &said), Role::Dim));
        }
        out
    }

    /// That an option which has values is another one now: what is stored is its number.
    fn renamed(&self, app: &App, former: &Indicator, draft: &Indicator) -> Option<String> {
        let (Measure::Choice { options: then }, Measure::Choice { options: now }) =
            (&former.measure, &draft.measure)
        else {
            return None;
        };
        let used = |n: usize| {
            let chosen = |it: &&Figure| matches!(it, Figure::Choice(it) if usize::from(*it) == n);
            self.figures.iter().any(|it| chosen(&it))
        };
        let (n, was) =
            (then.iter().enumerate()).find(|(n, it)| used(*n) && now.get(*n) != Some(it))?;
        let is = now.get(n).map_or(app.theme.glyphs.none, String::as_str);
        let sign = app.theme.glyphs.warning;
        let said = args![option = n + 1, was, is];
        Some(format!(
            "{sign} {}",
            app.say_with(Phrase::ScoringOptionMoved, &said)
        ))
    }

    /// «менее 40: 3 · от 40 до 60: 5».
    fn of_former(&self, app: &App, former: &Indicator, present: &Present) -> String {
        let names: Vec<String> = match (&former.scoring, &former.measure, Values::of(former)) {
            (Scoring::Bands(bands), _, Some(values)) => (rows_of(bands, &values).into_iter())
                .filter_map(|it| it.interval.ok().map(|it| app.locale.interval(&it)))
                .collect(),
            (Scoring::Options(_), Measure::Choice { options }, _) => options.clone(),
            _ => Vec::new(),
        };
        let laid = present.under(&former.scoring);
        let mut rows: Vec<(String, usize)> = (names.into_iter().zip(&laid.steps))
            .map(|(name, here)| (name, here.len()))
            .collect();
        if rows.is_empty() {
            rows = self.by_points(app, former);
        }
        let dot = format!(" {} ", app.theme.glyphs.dot);
        let rows: Vec<String> = (rows.into_iter())
            .map(|(name, count)| format!("{name}: {count}"))
            .collect();
        rows.join(&dot)
    }

    /// A scale without steps by the points that it gives: «3 балла: 5 · 2 балла: 1».
    fn by_points(&self, app: &App, former: &Indicator) -> Vec<(String, usize)> {
        let mut all: Vec<Exact> = (self.figures.iter())
            .filter_map(|it| points::points(former, it, self.best))
            .collect();
        all.sort_unstable();
        let mut rows: Vec<(String, usize)> = Vec::new();
        for points in all {
            let n = points.rounded(2).normalize();
            let name = app.say_with(Phrase::CountPoints, &args![n]);
            match rows.last_mut().filter(|it| it.0 == name) {
                Some((_, count)) => *count += 1,
                None => rows.push((name, 1)),
            }
        }
        rows
    }
}

/// The period that is shown.
#[must_use]
pub fn period(app: &App) -> Option<(PeriodId, &crate::domain::period::Period)> {
    let id = app.monitoring.chosen.period?;
    Some((id, app.state().periods.get(&id)?))
}

/// Whether the two count the same thing; the names of options may differ.
fn is_same_figure(one: &Indicator, other: &Indicator) -> bool {
    match (&one.measure, &other.measure) {
        (Measure::Choice { .. }, Measure::Choice { .. }) => one.level == other.level,
        (now, then) => now == then && one.unit == other.unit && one.level == other.level,
    }
}
