//! What a file of values would bring, in lines: where each value stands, which cell it is, and what would come of it.
//!
//! One wording for the command line and for the screen. Decides nothing.

use crate::analysis::batch::{Batch, Brings, Explained, Named, Names, Outcome, Spot, Unknown};
use crate::analysis::proposal::{Becomes, Verdict, Wanted};
use crate::args;
use crate::domain::alias::Means;
use crate::domain::catalogue::Measure;
use crate::domain::entry_text::EntryError;
use crate::domain::ids::{PeriodId, PersonId};
use crate::domain::value::{Cell, Entry};
use crate::locale::{Locale, Narrator, Phrase};

/// Whether nothing in a name could be one.
fn is_nameless(name: &str) -> bool {
    !name.contains(char::is_alphanumeric)
}

/// Characters of what stands in a cell that are told with what is wrong with it.
const GIVEN: usize = 40;

/// The beginning of what stands in a cell.
fn cut(given: &str) -> String {
    match given.char_indices().nth(GIVEN) {
        Some((end, _)) => format!("{}…", given.get(..end).unwrap_or_default()),
        None => given.to_owned(),
    }
}

/// The voice that tells a batch.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// The names of the state.
    pub narrator: &'a Narrator<'a>,
    /// What was read.
    pub batch: &'a Batch,
    /// What comes of it.
    pub brings: &'a Brings,
    /// What is called how.
    pub names: &'a Names,
}

/// A value of a file, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where it stands.
    pub place: String,
    /// Which cell it is; empty where that is not known.
    pub cell: String,
    /// What stands there.
    pub given: String,
    /// What would come of it.
    pub said: String,
    /// Whether it would change something.
    pub changes: bool,
}

impl Teller<'_> {
    /// The claim of this number, told; `None` where it says what is there.
    #[must_use]
    pub fn claim(&self, at: usize) -> Option<Told> {
        let claim = self.batch.claims.get(at)?;
        let outcome = self.brings.outcomes.get(at)?;
        let mut told = Told {
            place: self.place(claim.spot),
            cell: String::new(),
            given: cut(&claim.told.as_typed()),
            said: String::new(),
            changes: false,
        };
        match outcome {
            Outcome::Cell(_, Verdict::Same) => return None,
            // The sentence has its place.
            Outcome::Wrong(said) => {
                told.place.clear();
                told.said.clone_from(said);
            }
            Outcome::Unknown(name) => {
                told.cell = self.indicator(claim.period, &claim.indicator);
                told.said = self.unknown(name);
            }
            Outcome::WhichHead(cell, heads) => {
                told.cell = self.narrator.cell(*cell);
                let args = args![heads = self.persons(heads)];
                told.said = self.locale.say_with(Phrase::BringsWhichHead, &args);
            }
            Outcome::Namesakes(cell, name, heads) => {
                told.cell = self.narrator.cell(*cell);
                let args = args![name, heads = self.persons(heads)];
                told.said = self.locale.say_with(Phrase::BringsNamesakes, &args);
            }
            Outcome::Poorer(cell, becomes) => {
                told.cell = self.narrator.cell(*cell);
                let what = self.becomes(*cell, becomes);
                told.said = self.locale.say_with(Phrase::BringsPoorer, &args![what]);
            }
            Outcome::NotHead(cell, name) => {
                told.cell = self.narrator.cell(*cell);
                told.said = self.locale.say_with(Phrase::BringsNotHead, &args![name]);
            }
            Outcome::Since(cell, becomes, by) => {
                told.cell = self.narrator.cell(*cell);
                let what = self.becomes(*cell, becomes);
                told.said = match by.as_ref().map(|it| self.narrator.stamp(it)) {
                    Some(by) => self.locale.say_with(Phrase::BringsSince, &args![what, by]),
                    None => self.locale.say_with(Phrase::BringsSinceGone, &args![what]),
                };
            }
            Outcome::PutRight(cell, becomes) => {
                told.cell = self.narrator.cell(*cell);
                let what = self.becomes(*cell, becomes);
                told.said = self.locale.say_with(Phrase::BringsPutRight, &args![what]);
            }
            Outcome::Meanwhile {
                cell,
                becomes,
                first,
                by,
            } => {
                told.cell = self.narrator.cell(*cell);
                let what = self.becomes(*cell, becomes);
                let indicator = self.narrator.indicator_in(cell.period, cell.indicator);
                let empty = Entry::Empty;
                let first = first.as_ref().unwrap_or(&empty);
                let first = self.locale.entry_in_full(indicator.as_ref(), first);
                told.said = match by.as_ref().map(|it| self.narrator.stamp(it)) {
                    Some(by) => {
                        let args = args![what, first, by];
                        self.locale.say_with(Phrase::BringsMeanwhile, &args)
                    }
                    None => {
                        let args = args![what, first];
                        self.locale.say_with(Phrase::BringsMeanwhileGone, &args)
                    }
                };
            }
            Outcome::Cell(cell, verdict) => {
                told.cell = self.narrator.cell(*cell);
                told.changes = matches!(verdict, Verdict::Changes(_));
                told.said = self.verdict(*cell, verdict);
            }
        }
        Some(told)
    }

    /// Where a value stands.
    #[must_use]
    pub fn place(&self, spot: Spot) -> String {
        let (file, sheet) = self.batch.place(spot);
        match spot.column {
            Some(column) => self
                .locale
                .place_in_file(file, sheet, Some((spot.row, column))),
            None => self.locale.say_with(
                Phrase::ValuesLine,
                &args![file, line = (spot.row + 1).to_string()],
            ),
        }
    }

    fn indicator(
        &self,
        period: PeriodId,
        indicator: &Named<crate::domain::ids::IndicatorId>,
    ) -> String {
        match indicator {
            Named::Known(id) => self.narrator.indicator(period, *id),
            Named::Remembered(_, name) | Named::Unknown(name) => name.clone(),
        }
    }

    fn persons(&self, all: &[PersonId]) -> String {
        let names: Vec<String> = all.iter().map(|it| self.narrator.person(*it)).collect();
        names.join("; ")
    }

    /// A name that is none of the store's, and what it is taken for.
    #[must_use]
    pub fn explained(&self, name: &Unknown, it: Explained) -> String {
        let means = match (it.means, name) {
            (Means::Organisation(id), _) => self.narrator.organisation(id),
            (Means::Indicator(id), Unknown::Indicator(period, _)) => {
                self.narrator.indicator(*period, id)
            }
            (Means::Indicator(_), Unknown::Organisation(_) | Unknown::File(..)) => String::new(),
        };
        let phrase = match it.remembered {
            true => Phrase::BringsRemembered,
            false => Phrase::BringsMeans,
        };
        self.locale
            .say_with(phrase, &args![name = name.text(), means])
    }

    /// A name that nobody knows, and what it looks like; or what two persons take it for.
    #[must_use]
    pub fn unknown(&self, of_what: &Unknown) -> String {
        if let Some(it) = self.brings.contested.get(of_what) {
            let (name, by) = (of_what.text(), self.narrator.stamp(&it.by));
            let [mine, theirs] = [it.mine, it.theirs].map(|it| self.narrator.meaning(it));
            return (self.locale).say_with(Phrase::BringsContested, &args![name, mine, theirs, by]);
        }
        let organisations = of_what.organisations(self.names).into_iter();
        let indicators = of_what.indicators(self.names).into_iter();
        let (of, period) = match of_what {
            Unknown::Organisation(of) | Unknown::File(_, of) => (of, None),
            Unknown::Indicator(period, of) => (of, Some(*period)),
        };
        let like: Vec<String> = organisations
            .map(|it| self.narrator.organisation(it))
            .chain(indicators.map(|it| match period {
                Some(period) => self.narrator.indicator(period, it),
                None => String::new(),
            }))
            .collect();
        let (name, like) = (of.as_str(), like.join("; "));
        match (period, like.is_empty()) {
            (None, true) if matches!(of_what, Unknown::File(..)) => {
                self.locale.say(Phrase::BringsNoOwner)
            }
            (None, false) if matches!(of_what, Unknown::File(..)) => {
                (self.locale).say_with(Phrase::BringsLikeOwner, &args![like])
            }
            (None, _) if is_nameless(name) => self.locale.say(Phrase::BringsNameless),
            (None, true) => self
                .locale
                .say_with(Phrase::BringsNoOrganisation, &args![name]),
            (None, false) => self
                .locale
                .say_with(Phrase::BringsLikeOrganisation, &args![name, like]),
            (Some(_), true) => self
                .locale
                .say_with(Phrase::BringsNoIndicator, &args![name]),
            (Some(_), false) => self
                .locale
                .say_with(Phrase::BringsLikeIndicator, &args![name, like]),
        }
    }

    fn verdict(&self, cell: Cell, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Same => String::new(),
            Verdict::Changes(it) => self.becomes(cell, it),
            Verdict::Waits(wanted, it) => {
                let what = self.becomes(cell, it);
                let phrase = match wanted {
                    Wanted::Note => Phrase::BringsWantsNote,
                    Wanted::Reason => Phrase::BringsWantsReason,
                };
                self.locale.say_with(phrase, &args![what])
            }
            // Numbers of options are for keys: in a file their words stand.
            Verdict::Unread(EntryError::NoSuchOption { .. } | EntryError::SeveralOptions(_)) => {
                let indicator = self.narrator.indicator_in(cell.period, cell.indicator);
                let options = match indicator.map(|it| it.measure) {
                    Some(Measure::Choice { options }) => options.join(", "),
                    _ => String::new(),
                };
                (self.locale).say_with(Phrase::BringsNoOption, &args![options])
            }
            Verdict::Unread(error) => self.locale.entry_error(error).to_string(),
            Verdict::Refused(refusal) => self.narrator.refusal_of(cell, refusal).to_string(),
            Verdict::Contradicts(other) => {
                let place = self.batch.claims.get(*other).map(|it| self.place(it.spot));
                let place = place.unwrap_or_default();
                self.locale
                    .say_with(Phrase::BringsContradicts, &args![place])
            }
        }
    }

    fn becomes(&self, cell: Cell, it: &Becomes) -> String {
        let indicator = self.narrator.indicator_in(cell.period, cell.indicator);
        let entry = |entry: &Entry| self.locale.entry_in_full(indicator.as_ref(), entry);
        let now = entry(&it.entry);
        let was = it.was.as_ref().filter(|it| **it != Entry::Empty);
        let mut said = match was {
            Some(was) if *was == it.entry => self.locale.say_with(Phrase::BringsWords, &args![now]),
            Some(was) => {
                let was = entry(was);
                self.locale
                    .say_with(Phrase::BringsInstead, &args![now, was])
            }
            None => now,
        };
        if it.reopens {
            said.push_str(&self.locale.say(Phrase::BringsReopens));
        }
        let warnings = self.narrator.warnings(cell, &it.warnings);
        if !warnings.is_empty() {
            said.push_str(" · ");
            said.push_str(&warnings);
        }
        said
    }
}
