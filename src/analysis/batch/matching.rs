//! What entering a batch would come to: names become cells, what is told becomes entries, and the proposal says the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::given::{given, new_note};
use super::{Batch, Claim, Named, Names, Told, Whose, names, plain};
use crate::analysis::proposal::{Becomes, Proposal, Proposed, Verdict};
use crate::analysis::roster::Roster;
use crate::analysis::rows::{due, rows_in};
use crate::domain::alias::{Alias, Means};
use crate::domain::command::Command;
use crate::domain::command::Seen;
use crate::domain::decide::Actor;
use crate::domain::ids::{IndicatorId, Now, OrganisationId, PeriodId, PersonId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::staffing::Intake;
use crate::domain::state::State;
use crate::domain::value::{Cell, Source, Subject};

/// What a person has said of names that nobody knew: by the name as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meant {
    /// Organisations.
    pub organisations: BTreeMap<String, OrganisationId>,
    /// Indicators.
    pub indicators: BTreeMap<String, IndicatorId>,
}

/// A name that nobody knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// Of an organisation.
    Organisation(String),
    /// Of an indicator of a period.
    Indicator(PeriodId, String),
}

/// What comes of a claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The file says nothing that could be used: the sentence.
    Wrong(String),
    /// A name is not known.
    Unknown(Unknown),
    /// The organisation has had several heads, and the file does not say which of them is described.
    WhichHead(Cell),
    /// Nobody of this name headed the organisation in the period.
    NotHead(Cell, String),
    /// The cell would change, and it was changed since the form was handed out: whoever takes it says so.
    Since(Cell, Becomes),
    /// The cell, and what would come of it.
    Cell(Cell, Verdict),
}

/// What entering a batch would come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brings {
    /// What comes of each claim, in their order.
    pub outcomes: Vec<Outcome>,
    /// Names that nobody knows, each once, with what they look like.
    pub unknown: BTreeSet<Unknown>,
    proposal: Proposal,
    /// The line of the proposal that belongs to a claim.
    lines: Vec<Option<usize>>,
    file: [u8; 16],
}

impl Brings {
    /// What comes of it if this person enters it now.
    #[must_use]
    pub fn of(state: &State, (actor, now): (Actor, Now), batch: &Batch, meant: &Meant) -> Brings {
        let mut places = Places::new(state, meant);
        let mut brings = Brings {
            file: batch.digest(),
            ..Brings::default()
        };
        let mut proposed = Vec::new();
        for claim in &batch.claims {
            let found = places
                .cell(claim)
                .and_then(|cell| Ok((cell, given(state, cell, claim)?)));
            match found {
                Ok((cell, None)) => {
                    brings.lines.push(None);
                    brings.outcomes.push(Outcome::Cell(cell, Verdict::Same));
                }
                Ok((cell, Some(given))) => {
                    brings.lines.push(Some(proposed.len()));
                    brings.outcomes.push(Outcome::Cell(cell, Verdict::Same));
                    proposed.push(Proposed {
                        cell,
                        given,
                        note: new_note(state, cell, claim),
                        source: claim.source.clone().map(Source::Text),
                    });
                }
                Err(outcome) => {
                    if let Outcome::Unknown(name) = outcome.as_ref() {
                        brings.unknown.insert(name.clone());
                    }
                    brings.lines.push(None);
                    brings.outcomes.push(*outcome);
                }
            }
        }
        brings.proposal = Proposal::of(state, actor, now, &proposed);
        brings.settle();
        for (outcome, claim) in brings.outcomes.iter_mut().zip(&batch.claims) {
            if let (Outcome::Cell(cell, Verdict::Changes(becomes)), Some(seen)) =
                (&outcome, claim.handed_out)
                && seen != seen_now(state, *cell)
            {
                *outcome = Outcome::Since(*cell, becomes.clone());
            }
        }
        brings
    }

    /// The verdicts, with contradictions told by the place of the other claim.
    fn settle(&mut self) {
        let mut claims = Vec::with_capacity(self.proposal.lines.len());
        for (at, line) in self.lines.iter().enumerate() {
            if line.is_some() {
                claims.push(at);
            }
        }
        for (outcome, line) in self.outcomes.iter_mut().zip(&self.lines) {
            let Some(judged) = line.and_then(|it| self.proposal.lines.get(it)) else {
                continue;
            };
            if let Outcome::Cell(_, verdict) = outcome {
                *verdict = match &judged.verdict {
                    Verdict::Contradicts(other) => {
                        Verdict::Contradicts(claims.get(*other).copied().unwrap_or(*other))
                    }
                    other => other.clone(),
                };
            }
        }
    }

    /// Whether a claim would change something, and nothing speaks against it.
    #[must_use]
    pub fn is_ready(&self, at: usize) -> bool {
        matches!(
            self.outcomes.get(at),
            Some(Outcome::Cell(_, Verdict::Changes(_)))
        )
    }

    /// Whether a claim would change what was changed since the form was handed out.
    #[must_use]
    pub fn is_since(&self, at: usize) -> bool {
        matches!(self.outcomes.get(at), Some(Outcome::Since(..)))
    }

    /// Claims that would change something.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.count(|it| matches!(it, Outcome::Cell(_, Verdict::Changes(_))))
    }

    /// Claims that say what is there.
    #[must_use]
    pub fn same(&self) -> usize {
        self.count(|it| matches!(it, Outcome::Cell(_, Verdict::Same)))
    }

    /// Claims that are not taken.
    #[must_use]
    pub fn refused(&self) -> usize {
        self.outcomes.len() - self.changes() - self.same()
    }

    fn count(&self, is_so: impl Fn(&Outcome) -> bool) -> usize {
        self.outcomes.iter().filter(|it| is_so(it)).count()
    }

    /// The one command that enters the chosen claims, with what was said of names; `None` where none of them changes anything.
    #[must_use]
    pub fn command(&self, meant: &Meant, is_chosen: impl Fn(usize) -> bool) -> Option<Command> {
        let lines = self.lines.iter().enumerate();
        let chosen: BTreeSet<usize> = lines
            .filter(|(at, _)| is_chosen(*at))
            .filter_map(|(_, line)| *line)
            .collect();
        let values = self.proposal.sets(|it| chosen.contains(&it));
        let intake = Intake {
            file: self.file,
            values,
            names: meant.aliases(),
            ..Intake::default()
        };
        (!intake.values.is_empty()).then_some(Command::TakeIn(intake))
    }
}

impl Meant {
    /// The same as it is kept.
    fn aliases(&self) -> Vec<Alias> {
        let organisations =
            (self.organisations.iter()).map(|(text, id)| (text, Means::Organisation(*id)));
        let indicators = (self.indicators.iter()).map(|(text, id)| (text, Means::Indicator(*id)));
        (organisations.chain(indicators))
            .map(|(text, means)| Alias {
                text: text.clone(),
                means,
            })
            .collect()
    }
}

/// Which cells there are, period by period as they are asked for.
struct Places<'a> {
    state: &'a State,
    meant: &'a Meant,
    rows: BTreeMap<PeriodId, Rows>,
}

/// The cells of an organisation under an indicator, each with the person it is about.
type Rows = BTreeMap<(OrganisationId, IndicatorId), Vec<(Option<PersonId>, Subject)>>;

impl<'a> Places<'a> {
    fn new(state: &'a State, meant: &'a Meant) -> Places<'a> {
        Places {
            state,
            meant,
            rows: BTreeMap::new(),
        }
    }

    fn cell(&mut self, claim: &Claim) -> Result<Cell, Box<Outcome>> {
        if let Told::Wrong(said) = &claim.told {
            return Err(Box::new(Outcome::Wrong(said.clone())));
        }
        let period = claim.period;
        let indicator = match &claim.indicator {
            Named::Known(id) => *id,
            Named::Unknown(name) => match self.meant.indicators.get(&plain(name)) {
                Some(id) => *id,
                None => {
                    let unknown = Unknown::Indicator(period, name.clone());
                    return Err(Box::new(Outcome::Unknown(unknown)));
                }
            },
        };
        let at = |subject| Cell {
            period,
            indicator,
            subject,
        };
        let (organisation, head) = match &claim.whose {
            Whose::Subject(subject) => return Ok(at(*subject)),
            Whose::Municipality => return Ok(at(Subject::Municipality)),
            Whose::Organisation { organisation, head } => (organisation, head),
        };
        let organisation = match organisation {
            Named::Known(id) => *id,
            Named::Unknown(name) => match self.meant.organisations.get(&plain(name)) {
                Some(id) => *id,
                None => {
                    let unknown = Unknown::Organisation(name.clone());
                    return Err(Box::new(Outcome::Unknown(unknown)));
                }
            },
        };
        let own = at(Subject::Organisation(organisation));
        let state = self.state;
        let rows = self
            .rows
            .entry(period)
            .or_insert_with(|| rows_of(state, period));
        let all = rows.get(&(organisation, indicator));
        let is_named = |id: &Option<PersonId>, head: &str| match id {
            Some(id) => {
                (state.persons.get(id)).is_some_and(|it| names::is_named(head, &it.surname))
            }
            // What is the organisation's own is so whoever headed it.
            None => true,
        };
        let fitting: Vec<Subject> = match (all.map(Vec::as_slice), head) {
            (Some(all), Some(head)) => {
                let named = all.iter().filter(|(person, _)| is_named(person, head));
                let named: Vec<Subject> = named.map(|it| it.1).collect();
                if named.is_empty() && !all.is_empty() {
                    return Err(Box::new(Outcome::NotHead(own, head.clone())));
                }
                named
            }
            (Some(all), _) => all.iter().map(|it| it.1).collect(),
            // What is not collected there is refused by the rules.
            (None, _) => vec![own.subject],
        };
        match fitting.as_slice() {
            [subject] => Ok(at(*subject)),
            _ => Err(Box::new(Outcome::WhichHead(own))),
        }
    }
}

fn rows_of(state: &State, period: PeriodId) -> Rows {
    let roster = Roster::of(state, period);
    let mut rows = Rows::new();
    let Some(of) = state.periods.get(&period) else {
        return rows;
    };
    for (indicator, _) in due(state, of) {
        for row in rows_in(state, &roster, indicator) {
            if let (Some(organisation), Some(subject)) = (row.organisation, row.subject) {
                let person = match subject {
                    Subject::Person(id) => Some(id),
                    _ => None,
                };
                let of = rows.entry((organisation, indicator)).or_default();
                of.push((person, subject));
            }
        }
    }
    rows
}

/// What stands under a cell now.
fn seen_now(state: &State, cell: Cell) -> Seen {
    (state.stamp(Key::Value(cell))).map_or(Seen::Absent, |it| Seen::At(it.rev))
}

impl Unknown {
    /// What it looks like: organisations or indicators, the likeliest first.
    #[must_use]
    pub fn organisations(&self, names: &Names) -> Vec<OrganisationId> {
        match self {
            Unknown::Organisation(name) => names.organisations_like(name),
            Unknown::Indicator(..) => Vec::new(),
        }
    }

    /// The same of an indicator.
    #[must_use]
    pub fn indicators(&self, names: &Names) -> Vec<IndicatorId> {
        match self {
            Unknown::Organisation(_) => Vec::new(),
            Unknown::Indicator(period, name) => names.indicators_like(*period, name),
        }
    }
}

impl Outcome {
    /// What the rules refuse it for, where they do.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Outcome::Cell(_, Verdict::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}
