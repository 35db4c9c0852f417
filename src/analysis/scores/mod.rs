//! The index of every head in a period: directions, overall, level and place.
//!
//! Owns shares, weights and «k из n»; takes points as they come. Invariant: renewed for the keys of a commit equals computed anew.

mod corrected;
mod parts;
mod pass;
mod recorded;

use std::collections::BTreeSet;

use super::exact::Exact;
use super::indicator::{places, subjects};
use super::points;
use super::reader;
use super::roster::{self, Roster, Standing};
use crate::domain::ids::{DirectionId, EditionId, IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::state::State;
use crate::domain::value::Subject;
use pass::{Best, Pass, Planned};

pub use parts::{Part, Parts};
pub use pass::{level_of, shown_index};

/// The index of one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DirectionScore {
    /// The direction.
    pub direction: DirectionId,
    /// 0–100; `None` where nothing is filled.
    pub index: Option<Exact>,
    /// k: indicators that are filled and count towards the row.
    pub filled: u32,
    /// n: indicators that apply to the row. «н/п» is not among them.
    pub applicable: u32,
}

/// The index of one head, of a vacancy, or of the municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowScore {
    /// The organisation; `None` for the municipality.
    pub organisation: Option<OrganisationId>,
    /// Its head; `None` at a vacancy.
    pub person: Option<PersonId>,
    /// Whether the index stands by itself or is «справочно».
    pub standing: Standing,
    /// The directions of the edition, in order.
    pub directions: Vec<DirectionScore>,
    /// 0–100; `None` where nothing is filled.
    pub overall: Option<Exact>,
    /// k: indicators that are filled and count towards the row. A value that counts towards another head of the same organisation is
    /// not among them, but its indicator is in n: whoever left in winter does not have a whole index made of a sixth of the indicators.
    pub filled: u32,
    /// n: indicators that apply to the row.
    pub applicable: u32,
    /// Whether enough is filled for a level and a place.
    pub complete: bool,
    /// The level reached, by its place in the edition's list; only for a complete index that stands by itself.
    pub level: Option<usize>,
    /// The place among the heads, from 1; only for a complete index that stands by itself.
    pub place: Option<usize>,
}

/// All indices of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodScores {
    /// The period.
    pub period: PeriodId,
    /// Who headed what.
    pub roster: Roster,
    /// The heads in the order of the roster; within an organisation in order of time, a vacancy last.
    pub rows: Vec<RowScore>,
    /// The municipality's own indicators, if the edition has any that are due.
    pub municipality: Option<RowScore>,
    /// Best numbers of the indicators with a relative scale.
    best: Best,
    /// The periods whose values can have a part in these scores, with their editions and whether they were in memory.
    reach: Vec<(PeriodId, EditionId, bool)>,
}

impl PeriodScores {
    /// The scores of a period; without rows if there is no such period. Those of a closed one are read from its results.
    #[must_use]
    pub fn of(state: &State, period: PeriodId) -> PeriodScores {
        let Some(rows) = roster::recorded(state, period) else {
            return PeriodScores::anew(state, period);
        };
        let mut scores = PeriodScores {
            period,
            roster: Roster::of(state, period),
            rows: Vec::new(),
            municipality: (state.results.get(&period))
                .and_then(|it| it.municipality.as_ref())
                .map(|it| recorded::row(None, it)),
            best: Best::new(),
            reach: reach(state, period),
        };
        scores.rows = (scores.roster.organisations.iter())
            .filter_map(|it| Some((it.organisation, rows.get(&it.organisation)?)))
            .flat_map(|(id, row)| row.heads.iter().map(move |it| recorded::row(Some(id), it)))
            .collect();
        if let Some(pass) = Pass::new(state, period) {
            for relative in pass.relative() {
                scores.renew_best(state, &pass, relative);
            }
        }
        scores
    }

    /// The scores as they come out today, also of a closed period: by those who headed what then, with what was put right since.
    #[must_use]
    pub fn anew(state: &State, period: PeriodId) -> PeriodScores {
        let mut scores = PeriodScores {
            period,
            roster: Roster::of(state, period),
            rows: Vec::new(),
            municipality: None,
            best: Best::new(),
            reach: reach(state, period),
        };
        if let Some(pass) = Pass::new(state, period) {
            for relative in pass.relative() {
                scores.renew_best(state, &pass, relative);
            }
            scores.score_all(&pass);
        }
        scores
    }

    /// Brings the scores up to date after commits with these keys; the state is the one after them.
    /// Also notices when a shard in reach was loaded or let go.
    pub fn renew(&mut self, state: &State, changed: impl IntoIterator<Item = Key>) {
        let reach = reach(state, self.period);
        let (mut subjects, mut touched) = (BTreeSet::new(), BTreeSet::new());
        let mut all = false;
        let mut anew = reach != self.reach;
        let frozen = roster::recorded(state, self.period).is_some();
        for key in changed {
            match key {
                Key::Value(cell) if self.reaches(cell.period) => {
                    subjects.insert(cell.subject);
                    touched.insert(cell.indicator);
                }
                Key::Reference(period, indicator) if self.reaches(period) => {
                    all = true;
                    touched.insert(indicator);
                }
                Key::Edition(edition) | Key::Direction(edition, _) | Key::Indicator(edition, _) => {
                    anew |= reach.iter().any(|it| it.1 == edition);
                }
                Key::Period(_) | Key::Organisation(_) | Key::Appointment(_) => anew = true,
                Key::Results(period) | Key::ResultRow(period, _) => anew |= period == self.period,
                _ => {}
            }
        }
        // What is read from results is read quickly, and only the best numbers are reckoned.
        if anew || frozen && !touched.is_empty() {
            *self = PeriodScores::of(state, self.period);
            return;
        }
        if touched.is_empty() {
            return;
        }
        let Some(pass) = Pass::new(state, self.period) else {
            return;
        };
        for relative in pass.relative() {
            if reader::rests_on(state, (pass.edition, relative.id), &touched) {
                all |= self.renew_best(state, &pass, relative);
            }
        }
        if all {
            self.score_all(&pass);
        } else {
            self.score_some(&pass, &subjects);
        }
    }

    /// The rows of an organisation, in order of time.
    pub fn rows_of(&self, organisation: OrganisationId) -> impl Iterator<Item = &RowScore> {
        self.rows
            .iter()
            .filter(move |it| it.organisation == Some(organisation))
    }

    /// The score of a head; of a vacancy, if `person` is none.
    #[must_use]
    pub fn row(&self, organisation: OrganisationId, person: Option<PersonId>) -> Option<&RowScore> {
        self.rows_of(organisation).find(|it| it.person == person)
    }

    /// The score of whoever heads the organisation at the end of the period (or of its own days in it), a vacancy included.
    #[must_use]
    pub fn last_row(&self, organisation: OrganisationId) -> Option<&RowScore> {
        let staffed = self.roster.get(organisation)?;
        let person = staffed.head_on(staffed.days.1).person();
        // A vacancy that met no measuring day has no row; then whoever was there before it.
        self.row(organisation, person)
            .or_else(|| self.rows_of(organisation).last())
    }

    /// How many heads have a place.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.rows.iter().filter(|it| it.place.is_some()).count()
    }

    /// The best number of an indicator with a relative scale.
    #[must_use]
    pub fn best(&self, indicator: IndicatorId) -> Option<Exact> {
        self.best.get(&indicator).copied()
    }

    /// Whether they were made of the values that are in memory now: none in reach was loaded or let go since.
    #[must_use]
    pub fn is_of(&self, state: &State) -> bool {
        reach(state, self.period) == self.reach
    }

    /// Whether all values that can have a part in these scores were in memory.
    #[must_use]
    pub fn has_all(&self) -> bool {
        self.reach.iter().all(|it| it.2)
    }

    /// The periods whose values can have a part in these scores.
    pub fn periods(&self) -> impl Iterator<Item = PeriodId> {
        self.reach.iter().map(|it| it.0)
    }

    /// A period whose values have a part in these scores and were not in memory.
    #[must_use]
    pub fn lacking(&self) -> Option<PeriodId> {
        self.reach.iter().find(|it| !it.2).map(|it| it.0)
    }

    /// Whether values of a period can have a part in these scores.
    #[must_use]
    pub fn reaches(&self, period: PeriodId) -> bool {
        self.reach.iter().any(|it| it.0 == period)
    }

    /// Looks for the best number of an indicator again; says whether it is another one.
    fn renew_best(&mut self, state: &State, pass: &Pass, planned: &Planned) -> bool {
        let numbers = subjects(state, &self.roster, planned.indicator)
            .into_iter()
            .filter_map(|it| {
                pass.reader
                    .figure_of(planned.id, planned.indicator, it)
                    .number()
            });
        let best = points::best_of(planned.indicator.better, numbers);
        let before = match best {
            Some(best) => self.best.insert(planned.id, best),
            None => self.best.remove(&planned.id),
        };
        before != best
    }

    fn score_all(&mut self, pass: &Pass) {
        self.rows = pass.rows(&self.roster, &self.best);
        self.municipality = pass.municipality(&self.best);
        self.set_places();
    }

    fn score_some(&mut self, pass: &Pass, subjects: &BTreeSet<Subject>) {
        for row in &mut self.rows {
            let touched = row
                .organisation
                .is_some_and(|it| subjects.contains(&Subject::Organisation(it)))
                || row
                    .person
                    .is_some_and(|it| subjects.contains(&Subject::Person(it)));
            if let Some(staffed) = row
                .organisation
                .filter(|_| touched)
                .and_then(|it| self.roster.get(it))
            {
                *row = pass.row(staffed, row.person, &self.best);
            }
        }
        if subjects.contains(&Subject::Municipality) {
            self.municipality = pass.municipality(&self.best);
        }
        self.set_places();
    }

    fn set_places(&mut self) {
        let indices = self.rows.iter().map(|it| {
            it.overall
                .filter(|_| it.complete && it.standing == Standing::Full)
        });
        let places = places(indices, false);
        for (row, place) in self.rows.iter_mut().zip(places) {
            row.place = place;
        }
    }
}

/// The period and those before it, as far as changes look back, with the half-years and quarters of each.
fn reach(state: &State, period: PeriodId) -> Vec<(PeriodId, EditionId, bool)> {
    // The definitions of all editions: a period before may be measured by another one.
    let back = (state.indicators.keys())
        .map(|it| reader::looks_back(state, *it))
        .max();
    std::iter::successors(Some(period), |it| state.period_before(*it))
        .take(back.unwrap_or(0) + 1)
        .flat_map(|it| std::iter::once(it).chain(state.periods_within(it)))
        .filter_map(|it| Some((it, state.edition_of(it)?, state.shard(it).is_some())))
        .collect()
}
