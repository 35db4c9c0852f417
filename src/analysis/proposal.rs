//! What entering many cells at once would do: what changes, what is the same, what is refused and why, and what waits for words.
//! A block pasted into the sheet and a file of values are both told so before anything is written.
//!
//! Pure. Knows neither where the cells come from nor how a line is told; the rules are those of [`decide`], asked cell by cell.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::results::RECKON;
use crate::domain::bases;
use crate::domain::cell_text;
use crate::domain::check::{BaseGiven, Checks, Warning};
use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::decide::{Actor, collected, decide};
use crate::domain::entry_text::EntryError;
use crate::domain::ids::{BaseQuantityId, IndicatorId, Now, OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Source, Subject, ValueState};

/// One cell and what is to stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Which.
    pub cell: Cell,
    /// What is to stand there.
    pub given: Given,
    /// The note that goes with it; `None` keeps the one there is.
    pub note: Option<String>,
    /// Where the number comes from; `None` keeps what there is.
    pub source: Option<Source>,
}

/// What is to stand in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// As it would be typed.
    Text(String),
    /// An entry.
    Entry(Entry),
}

/// What would come of a proposed cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It says what is there already.
    Same,
    /// It would change the cell.
    Changes(Becomes),
    /// It would, if words were there that are obligatory.
    Waits(Wanted, Becomes),
    /// The text can't be read.
    Unread(EntryError),
    /// The rules refuse it.
    Refused(Refusal),
    /// Another line, by its place in the list, says something else of the same cell.
    Contradicts(usize),
}

/// What a cell becomes, and what it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Becomes {
    /// What stands there; `None` where nothing ever did.
    pub was: Option<Entry>,
    /// What would.
    pub entry: Entry,
    /// Whether it was handed in or approved, and would be neither.
    pub reopens: bool,
    /// What is unusual about it.
    pub warnings: Vec<Warning>,
}

/// Words that are obligatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A note.
    Note,
    /// The reason of «н/п» or «нет данных».
    Reason,
}

/// A proposed cell with its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What would come of it.
    pub verdict: Verdict,
    /// What is sent, where the verdict is that it changes.
    pub set: Option<SetValue>,
    /// The line, by its place in the list, from which it knows what is below its own: without that one it is not entered.
    pub taught_by: Option<usize>,
}

impl Line {
    fn of(verdict: Verdict) -> Line {
        Line {
            verdict,
            set: None,
            taught_by: None,
        }
    }
}

/// How many lines there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the verdict of that name")]
pub struct Counts {
    pub same: usize,
    pub changes: usize,
    pub waits: usize,
    pub refused: usize,
}

/// What comes of proposed cells: a line for each, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// The lines.
    pub lines: Vec<Line>,
}

impl Proposal {
    /// What comes of these cells if this person enters them now.
    ///
    /// A numerator alone is read with the base quantity that is known, or with one that another cell of the list brings.
    #[must_use]
    pub fn of(state: &State, actor: Actor, now: Now, cells: &[Proposed]) -> Proposal {
        let mut maker = Maker {
            state,
            actor,
            now,
            learnt: BTreeMap::new(),
            unheard: BTreeSet::new(),
            checks: BTreeMap::new(),
        };
        let mut lines = maker.lines(cells);
        // Nothing is learnt from a line that is not entered.
        let unheard = |at: &usize| (lines.get(*at)).is_some_and(|it| it.set.is_none());
        let unheard: BTreeSet<usize> = (lines.iter())
            .filter_map(|it| it.taught_by)
            .filter(unheard)
            .collect();
        if !unheard.is_empty() {
            maker.unheard = (lines.iter().enumerate())
                .filter(|(_, it)| it.set.is_none())
                .map(|it| it.0)
                .collect();
            maker.learnt.clear();
            lines = maker.lines(cells);
        }
        Proposal { lines }
    }

    /// How many lines there are of each sort.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for line in &self.lines {
            let count = match line.verdict {
                Verdict::Same => &mut counts.same,
                Verdict::Changes(_) => &mut counts.changes,
                Verdict::Waits(..) => &mut counts.waits,
                Verdict::Unread(_) | Verdict::Refused(_) | Verdict::Contradicts(_) => {
                    &mut counts.refused
                }
            };
            *count += 1;
        }
        counts
    }

    /// The cells that change, of the chosen lines.
    #[must_use]
    pub fn sets(&self, is_chosen: impl Fn(usize) -> bool) -> Vec<SetValue> {
        let chosen = self
            .lines
            .iter()
            .enumerate()
            .filter(|(at, line)| is_chosen(*at) && line.taught_by.is_none_or(&is_chosen));
        once_each(chosen.filter_map(|(_, line)| line.set.clone()))
    }

    /// The one command that enters the chosen lines; `None` where none of them changes anything.
    #[must_use]
    pub fn command(&self, is_chosen: impl Fn(usize) -> bool) -> Option<Command> {
        let sets = self.sets(is_chosen);
        (!sets.is_empty()).then_some(Command::SetValues(sets))
    }
}

/// What two lines say alike is done once.
pub(super) fn once_each(sets: impl Iterator<Item = SetValue>) -> Vec<SetValue> {
    let mut there = BTreeSet::new();
    sets.filter(|it| there.insert(it.cell)).collect()
}

/// Whose number of what, and when.
type Whose = (PeriodId, BaseQuantityId, OrganisationId);

struct Maker<'a> {
    state: &'a State,
    actor: Actor,
    now: Now,
    /// The base quantities that the list itself brings, each with the line that does.
    learnt: BTreeMap<Whose, (Decimal, usize)>,
    /// Lines from which nothing is learnt.
    unheard: BTreeSet<usize>,
    /// What the cells of an indicator are held against: found once for all lines about it.
    checks: BTreeMap<(PeriodId, IndicatorId), Option<Checks<'a>>>,
}

impl Maker<'_> {
    fn lines(&mut self, cells: &[Proposed]) -> Vec<Line> {
        let each = cells.iter().enumerate();
        let mut lines: Vec<Line> = each.map(|(at, it)| self.line(at, it)).collect();
        // By now everything that is said of base quantities has been read, wherever in the list it stands.
        for (at, (line, it)) in lines.iter_mut().zip(cells).enumerate() {
            if matches!(
                line.verdict,
                Verdict::Unread(EntryError::DenominatorUnknown { .. })
            ) {
                *line = self.line(at, it);
            }
        }
        contradictions(cells, &mut lines);
        lines
    }

    fn line(&mut self, at: usize, proposed: &Proposed) -> Line {
        match self.entry(proposed) {
            Ok((entry, taught_by)) => Line {
                taught_by,
                ..self.judged(at, proposed, entry)
            },
            Err(verdict) => Line::of(verdict),
        }
    }

    /// What is to stand there, read, and the line without which it could not be.
    fn entry(&self, proposed: &Proposed) -> Result<(Entry, Option<usize>), Verdict> {
        let cell = proposed.cell;
        let text = match &proposed.given {
            Given::Entry(entry) => return Ok((entry.clone(), None)),
            Given::Text(text) => text,
        };
        if text.trim().is_empty() {
            return Ok((Entry::Empty, None));
        }
        // Whether the cell is there at all comes before what the text means.
        collected(self.state, cell).map_err(Verdict::Refused)?;
        let (known, teacher) = self.denominator(cell).unzip();
        let read = cell_text::read_beside(self.state, cell, text, known);
        let needs = || cell_text::read(self.state, cell, text).is_err();
        let read = self.with_reason(cell, read.map_err(Verdict::Unread)?);
        Ok((read, teacher.filter(|_| needs())))
    }

    /// «н/д» over «нет данных: не сдали» says nothing new: the reason there is holds.
    fn with_reason(&self, cell: Cell, read: Entry) -> Entry {
        let there = self.state.value(cell).map(|it| &it.entry);
        match (&read, there) {
            (Entry::NotApplicable { reason }, Some(there @ Entry::NotApplicable { .. }))
            | (Entry::NoData { reason }, Some(there @ Entry::NoData { .. }))
                if reason.is_empty() =>
            {
                there.clone()
            }
            _ => read,
        }
    }

    /// What the list says is below the line, and which of its lines does.
    fn denominator(&self, cell: Cell) -> Option<(Decimal, usize)> {
        let indicator = self.state.indicator_in(cell.period, cell.indicator)?;
        let [below, _] = bases::of(indicator);
        let Subject::Organisation(organisation) = cell.subject else {
            return None;
        };
        let whose = (cell.period, below?, organisation);
        self.learnt.get(&whose).copied()
    }

    fn judged(&mut self, at: usize, proposed: &Proposed, entry: Entry) -> Line {
        let cell = proposed.cell;
        // A gap over a gap asks for nothing, whatever is collected there.
        let is_gap = entry == Entry::Empty && self.state.value(cell).is_none();
        if is_gap && proposed.note.is_none() && self.state.shard(cell.period).is_some() {
            return Line::of(Verdict::Same);
        }
        let seen = (self.state.stamp(Key::Value(cell))).map_or(Seen::Absent, |it| Seen::At(it.rev));
        let set = SetValue {
            cell,
            seen,
            entry: entry.clone(),
            note: proposed.note.clone(),
            source: proposed.source.clone(),
        };
        let command = Command::SetValues(vec![set.clone()]);
        let decided = decide(self.state, &self.actor, &command, self.now, RECKON);
        let verdict = match decided {
            Ok(_) => Verdict::Changes(self.becomes(at, cell, entry)),
            Err(Refusal::NoChange) => Verdict::Same,
            // Whatever the rules say by now, nothing of it is new.
            Err(_) if self.stands(proposed, &entry) => Verdict::Same,
            Err(Refusal::NoteRequired { .. }) => {
                Verdict::Waits(Wanted::Note, self.becomes(at, cell, entry))
            }
            Err(Refusal::ReasonRequired) => {
                Verdict::Waits(Wanted::Reason, self.becomes(at, cell, entry))
            }
            Err(refusal) => Verdict::Refused(refusal),
        };
        let set = matches!(verdict, Verdict::Changes(_)).then_some(set);
        Line {
            set,
            ..Line::of(verdict)
        }
    }

    /// Whether all that is proposed is what stands there.
    fn stands(&self, proposed: &Proposed, entry: &Entry) -> bool {
        let there = self.state.value(proposed.cell);
        there.is_some_and(|it| {
            let noted = proposed.note.as_ref().is_none_or(|note| *note == it.note);
            let source = proposed.source.is_none() || proposed.source == it.source;
            it.entry == *entry && noted && source
        })
    }

    fn becomes(&mut self, at: usize, cell: Cell, entry: Entry) -> Becomes {
        let there = self.state.value(cell);
        let (period, indicator) = (cell.period, cell.indicator);
        let checks = self.checks.entry((period, indicator));
        let checks = checks.or_insert_with(|| Checks::of(self.state, period, indicator));
        let mut warnings =
            (checks.as_ref()).map_or_else(Vec::new, |it| it.warnings(cell.subject, &entry));
        warnings.extend(self.learn(at, cell, &entry));
        Becomes {
            was: there.map(|it| it.entry.clone()),
            reopens: there
                .is_some_and(|it| matches!(it.state, ValueState::Submitted | ValueState::Approved)),
            entry,
            warnings,
        }
    }

    /// Takes in what an entry says of base quantities that nobody knew; a warning where the list itself says otherwise elsewhere.
    fn learn(&mut self, at: usize, cell: Cell, entry: &Entry) -> Vec<Warning> {
        if self.unheard.contains(&at) {
            return Vec::new();
        }
        let Some(indicator) = self.state.indicator_in(cell.period, cell.indicator) else {
            return Vec::new();
        };
        let mut warnings = Vec::new();
        for (base, organisation, given) in bases::given(indicator, cell, entry) {
            if (self.state.base_value(cell.period, base, organisation)).is_some() {
                continue;
            }
            let whose = (cell.period, base, organisation);
            let (known, _) = *self.learnt.entry(whose).or_insert((given, at));
            if known != given {
                let first = BaseGiven { base, known, given };
                let second = None;
                warnings.push(Warning::BaseDiffers { first, second });
            }
        }
        warnings
    }
}

/// Lines about one cell that do not all say the same: none is taken.
fn contradictions(cells: &[Proposed], lines: &mut [Line]) {
    let mut about: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
    for (at, it) in cells.iter().enumerate() {
        about.entry(it.cell).or_default().push(at);
    }
    for all in about.values() {
        let Some((first, rest)) = all.split_first() else {
            continue;
        };
        let differs = |at: &&usize| !say_the_same(cells, lines, *first, **at);
        let Some(other) = rest.iter().find(differs).copied() else {
            continue;
        };
        for at in all {
            if let Some(line) = lines.get_mut(*at) {
                let against = if *at == *first { other } else { *first };
                *line = Line::of(Verdict::Contradicts(against));
            }
        }
    }
}

fn say_the_same(cells: &[Proposed], lines: &[Line], one: usize, other: usize) -> bool {
    let (Some(one), Some(other)) = (
        cells.get(one).zip(lines.get(one)),
        cells.get(other).zip(lines.get(other)),
    ) else {
        return false;
    };
    let entry = |line: &Line| match &line.verdict {
        Verdict::Changes(it) | Verdict::Waits(_, it) => Some(it.entry.clone()),
        _ => None,
    };
    let both_there = one.1.verdict == Verdict::Same && other.1.verdict == Verdict::Same;
    let same_entry = both_there || entry(one.1).is_some() && entry(one.1) == entry(other.1);
    let same_words = (&one.0.note, &one.0.source) == (&other.0.note, &other.0.source);
    one.0 == other.0 || same_entry && same_words
}
