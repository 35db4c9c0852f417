//! What entering a batch would come to: names become cells, what is told becomes entries, and the proposal says the rest.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{Batch, Claim, Named, Names, Told, Whose};
use crate::analysis::proposal::{Given, Proposal, Proposed, Verdict};
use crate::analysis::roster::Roster;
use crate::analysis::rows::{due, rows_in};
use crate::domain::alias::{Alias, Means};
use crate::domain::bases;
use crate::domain::catalogue::Measure;
use crate::domain::check;
use crate::domain::command::Command;
use crate::domain::decide::Actor;
use crate::domain::ids::{IndicatorId, Now, OrganisationId, PeriodId, PersonId};
use crate::domain::number::parse_decimal;
use crate::domain::refusal::Refusal;
use crate::domain::staffing::Intake;
use crate::domain::state::State;
use crate::domain::text::fold;
use crate::domain::value::{Cell, Entry, Source, Subject};

/// Digits behind the comma that a share of a spreadsheet is true to.
const MOST_DIGITS: u32 = 12;

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
                        note: claim.note.clone(),
                        source: claim.source.clone().map(Source::Text),
                    });
                }
                Err(outcome) => {
                    if let Outcome::Unknown(name) = &outcome {
                        brings.unknown.insert(name.clone());
                    }
                    brings.lines.push(None);
                    brings.outcomes.push(outcome);
                }
            }
        }
        brings.proposal = Proposal::of(state, actor, now, &proposed);
        brings.settle();
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

    fn cell(&mut self, claim: &Claim) -> Result<Cell, Outcome> {
        if let Told::Wrong(said) = &claim.told {
            return Err(Outcome::Wrong(said.clone()));
        }
        let period = claim.period;
        let indicator = match &claim.indicator {
            Named::Known(id) => *id,
            Named::Unknown(name) => match self.meant.indicators.get(name) {
                Some(id) => *id,
                None => {
                    let unknown = Unknown::Indicator(period, name.clone());
                    return Err(Outcome::Unknown(unknown));
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
            Named::Unknown(name) => match self.meant.organisations.get(name) {
                Some(id) => *id,
                None => return Err(Outcome::Unknown(Unknown::Organisation(name.clone()))),
            },
        };
        let own = at(Subject::Organisation(organisation));
        let state = self.state;
        let rows = self
            .rows
            .entry(period)
            .or_insert_with(|| rows_of(state, period));
        let all = rows.get(&(organisation, indicator));
        let fitting: Vec<Subject> = match (all.map(Vec::as_slice), head) {
            (Some(all), Some(head)) if all.len() > 1 => {
                let is_named = |id: &Option<PersonId>| {
                    let person = id.and_then(|it| state.persons.get(&it));
                    let surname = person.map(|it| fold(&it.surname));
                    surname.is_some_and(|it| !it.is_empty() && fold(head).trim().starts_with(&it))
                };
                let named = all.iter().filter(|(person, _)| is_named(person));
                named.map(|it| it.1).collect()
            }
            (Some(all), _) => all.iter().map(|it| it.1).collect(),
            // What is not collected there is refused by the rules.
            (None, _) => vec![own.subject],
        };
        match fitting.as_slice() {
            [subject] => Ok(at(*subject)),
            _ => Err(Outcome::WhichHead(own)),
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

/// What is to stand in the cell, as an entry or as a text that is read by the entry rules; `None` where nothing is said of it.
fn given(state: &State, cell: Cell, claim: &Claim) -> Result<Option<Given>, Outcome> {
    let indicator = state.indicator_in(cell.period, cell.indicator);
    let is_ratio = indicator.is_some_and(|it| matches!(it.measure, Measure::Ratio { .. }));
    Ok(Some(match &claim.told {
        Told::Wrong(said) => return Err(Outcome::Wrong(said.clone())),
        Told::Below { denominator, said } => {
            let known = indicator.and_then(|it| bases::known_denominator(state, cell, it));
            return match parse_decimal(denominator) {
                Ok(given) if known == Some(given) => Ok(None),
                _ => Err(Outcome::Wrong(said.clone())),
            };
        }
        Told::Parts {
            numerator,
            denominator,
        } => Given::Text(match denominator {
            Some(denominator) => format!("{numerator}/{denominator}"),
            None => numerator.clone(),
        }),
        Told::Percent(percent) if is_ratio => as_shown(state, cell, *percent, true),
        Told::Percent(percent) => Given::Text(format!("{} %", plainly(*percent))),
        Told::Number { number, percents } if is_ratio => as_shown(state, cell, *number, *percents),
        Told::Number { number, .. } => Given::Text(plainly(*number)),
        Told::Text(text) => match text.strip_suffix('%').map(parse_decimal) {
            Some(Ok(percent)) if is_ratio => as_shown(state, cell, percent, true),
            _ => Given::Text(text.clone()),
        },
    }))
}

/// One number for a ratio. The figure that the ratio there comes to is that ratio; else a percent, unless it may be a count: then it is
/// read as if typed, above a line below which stands what is known.
fn as_shown(state: &State, cell: Cell, number: Decimal, is_percent: bool) -> Given {
    if let Some(entry) = state.value(cell).map(|it| &it.entry)
        && let Entry::Ratio { .. } = entry
        && let Some(indicator) = state.indicator_in(cell.period, cell.indicator)
        && let Some(figure) = check::figure(indicator, entry)
    {
        let number = number.normalize();
        let shown = figure.rounded_against(&indicator.scoring.edges(), indicator.decimals);
        // A spreadsheet that divides for itself has more digits than are shown.
        let more = number.scale() >= indicator.decimals && number.scale() <= MOST_DIGITS;
        if shown.normalize() == number || more && figure.rounded(number.scale()) == number {
            return Given::Entry(entry.clone());
        }
    }
    match is_percent || !number.is_integer() {
        true => Given::Text(format!("{} %", plainly(number))),
        false => Given::Text(plainly(number)),
    }
}

/// A number as it would be typed.
fn plainly(number: Decimal) -> String {
    crate::domain::number::format_typed(number)
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
