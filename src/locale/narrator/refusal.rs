//! Why a command was not carried out: what is the matter, then what to do. Every refusal has both.

use rust_decimal::Decimal;

use super::warning::measured;
use super::{Narrator, Told};
use crate::domain::catalogue::Measure;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Refusal;
use crate::domain::value::Cell;
use crate::locale::{Args, Phrase, Word, args, format};

impl Narrator<'_> {
    /// What a refusal of a cell's entry says: as [`Self::refusal`], with the bounds of the indicator in its unit.
    pub fn refusal_of(&self, cell: Cell, refusal: &Refusal) -> Told {
        let indicator = self.indicator_in(cell.period, cell.indicator);
        match (refusal, indicator) {
            (Refusal::OutOfRange { number, min, max }, Some(it))
                if max.is_some() && (*min, *max) == (it.bounds.hard_min, it.bounds.hard_max) =>
            {
                self.out_of_range(*number, *min, *max, |number| measured(&it, number))
            }
            _ => self.refusal(refusal),
        }
    }

    /// What a refusal says.
    pub fn refusal(&self, refusal: &Refusal) -> Told {
        match refusal {
            Refusal::Conflict { key, theirs, stamp } => {
                self.conflict(*key, theirs.as_deref(), stamp.as_ref())
            }
            Refusal::PeriodClosed { .. }
            | Refusal::DeadlinePassed { .. }
            | Refusal::PeriodOverlaps { .. }
            | Refusal::MoveInstead { .. }
            | Refusal::Unready { .. }
            | Refusal::Unconfirmed { .. }
            | Refusal::StillOpen { .. }
            | Refusal::ClosingStands { .. }
            | Refusal::ResultsDiffer { .. }
            | Refusal::NoOtherEdition { .. } => self.refusal_of_period(refusal),
            Refusal::Cycle(it) => self.refusal_of_the_cycle(it),
            Refusal::NotLoaded { period } => self.fact(
                Phrase::RefusalNotLoaded,
                &args![period = self.period(*period)],
                Phrase::RefusalNotLoadedNext,
            ),
            Refusal::Denied {
                needs,
                outside,
                may,
            } => self.denied(*needs, *outside, may),
            Refusal::UnderReview { cell, may } => Told {
                fact: self.with(
                    Phrase::RefusalUnderReview,
                    &args![subject = self.cell(*cell)],
                ),
                next: self.who_may_approve(may),
            },
            Refusal::OwnEntry { cell, may } => Told {
                fact: self.with(Phrase::RefusalOwnEntry, &args![subject = self.cell(*cell)]),
                next: self.who_may_approve(may),
            },
            Refusal::AlreadyStoodIn { by } => self.stood_in(*by),
            Refusal::NotHead { user } => self.fact(
                Phrase::RefusalNotHead,
                &args![account = self.account(*user)],
                Phrase::RefusalNotHeadNext,
            ),
            Refusal::OwnDeputy => self
                .locale
                .told(Phrase::RefusalOwnDeputy, Phrase::RefusalOwnDeputyNext),
            Refusal::Retired { user } => {
                let account = self.account(*user);
                Told {
                    fact: self.with(Phrase::RefusalRetired, &args![account = &account]),
                    next: self.with(Phrase::RefusalRetiredNext, &args![account]),
                }
            }
            Refusal::Missing { key } => {
                self.about(Phrase::RefusalMissing, *key, Phrase::RefusalMissingNext)
            }
            Refusal::Taken { key } => {
                self.about(Phrase::RefusalTaken, *key, Phrase::RefusalTakenNext)
            }
            Refusal::WrongKind { key } => {
                self.about(Phrase::RefusalWrongKind, *key, Phrase::RefusalWrongKindNext)
            }
            Refusal::InUse { key, by: by_key } => {
                let (subject, by) = (self.key(*key), self.key(*by_key));
                let next = match (key, by_key) {
                    (Key::Edition(_), Key::Period(_)) => Phrase::RefusalInUseByPeriodNext,
                    _ => Phrase::RefusalInUseNext,
                };
                self.fact(Phrase::RefusalInUse, &args![subject, by], next)
            }
            Refusal::WrongMeasure { cell } => self.wrong_measure(*cell),
            Refusal::Computed { cell } => self.computed(*cell),
            Refusal::NotCollected { cell } => self.about_cell(
                Phrase::RefusalNotCollected,
                *cell,
                Phrase::RefusalNotCollectedNext,
            ),
            Refusal::ZeroDenominator => self.locale.told(
                Phrase::RefusalZeroDenominator,
                Phrase::RefusalZeroDenominatorNext,
            ),
            Refusal::NotWhole { number } => self.fact(
                Phrase::RefusalNotWhole,
                &args![number = shown(*number)],
                Phrase::RefusalNotWholeNext,
            ),
            Refusal::OutOfRange { number, min, max } => {
                self.out_of_range(*number, *min, *max, shown)
            }
            Refusal::PartExceedsWhole {
                numerator,
                denominator,
            } => self.fact(
                Phrase::RefusalPartExceedsWhole,
                &args![part = shown(*numerator), whole = shown(*denominator)],
                Phrase::RefusalPartExceedsWholeNext,
            ),
            Refusal::NoSuchOption { options } => Told {
                fact: self.say(Phrase::RefusalNoSuchOption),
                next: self.with(Phrase::RefusalNoSuchOptionNext, &args![n = *options]),
            },
            Refusal::ReasonRequired => self.locale.told(
                Phrase::RefusalReasonRequired,
                Phrase::RefusalReasonRequiredNext,
            ),
            Refusal::NoteRequired { cell } => self.about_cell(
                Phrase::RefusalNoteRequired,
                *cell,
                Phrase::RefusalNoteRequiredNext,
            ),
            Refusal::Empty { field } => self.fact(
                Phrase::RefusalEmpty,
                &args![field = self.locale.word(field)],
                Phrase::RefusalEmptyNext,
            ),
            Refusal::NoWords { field } => self.fact(
                Phrase::RefusalNoWords,
                &args![field = self.locale.word(field)],
                Phrase::RefusalNoWordsNext,
            ),
            Refusal::TooLong { field, max, given } => Told {
                fact: self.with(
                    Phrase::RefusalTooLong,
                    &args![field = self.locale.word(field), given = *given, max = *max],
                ),
                next: self.with(
                    Phrase::RefusalTooLongNext,
                    &args![n = given.saturating_sub(*max)],
                ),
            },
            Refusal::TooMany { field, max, given } => self.fact(
                Phrase::RefusalTooMany,
                &args![field = self.locale.word(field), given = *given, max = *max],
                Phrase::RefusalTooManyNext,
            ),
            Refusal::TooManyDecimals { max, .. } => Told {
                fact: self.say(Phrase::RefusalTooManyDecimals),
                next: self.with(Phrase::RefusalTooManyDecimalsNext, &args![n = *max]),
            },
            Refusal::Unprintable { field } => self.fact(
                Phrase::RefusalUnprintable,
                &args![field = self.locale.word(field)],
                Phrase::RefusalUnprintableNext,
            ),
            Refusal::DateBefore {
                field,
                given,
                earliest,
            } => Told {
                fact: self.with(
                    Phrase::RefusalDateBefore,
                    &args![
                        field = self.locale.word(field),
                        given = format::date(*given)
                    ],
                ),
                next: self.with(
                    Phrase::RefusalDateBeforeNext,
                    &args![earliest = format::date(*earliest)],
                ),
            },
            Refusal::DateAfter {
                field,
                given,
                latest,
            } => Told {
                fact: self.with(
                    Phrase::RefusalDateAfter,
                    &args![
                        field = self.locale.word(field),
                        given = format::date(*given)
                    ],
                ),
                next: self.with(
                    Phrase::RefusalDateAfterNext,
                    &args![latest = format::date(*latest)],
                ),
            },
            Refusal::WrongState { key } => self.wrong_state(*key),
            Refusal::NothingToSubmit { cell } => self.about_cell(
                Phrase::RefusalNothingToSubmit,
                *cell,
                Phrase::RefusalNothingToSubmitNext,
            ),
            Refusal::IncompleteDocument { lacks } => self.fact(
                Phrase::RefusalIncompleteDocument,
                &args![field = self.locale.word(lacks)],
                Phrase::RefusalIncompleteDocumentNext,
            ),
            Refusal::DuplicateNumber {
                kind: _,
                number,
                holder,
            } => self.fact(
                Phrase::RefusalDuplicateNumber,
                &args![
                    number = number.to_string(),
                    holder = self.organisation(*holder)
                ],
                Phrase::RefusalDuplicateNumberNext,
            ),
            Refusal::Overlapping {
                by: _,
                person,
                from,
                to,
            } => self.overlapping(*person, *from, *to),
            Refusal::OrganisationClosed {
                organisation,
                closed,
            } => self.organisation_closed(*organisation, *closed),
            Refusal::NeverHeaded {
                person,
                organisation,
                period,
            } => self.never_headed(*person, *organisation, *period),
            Refusal::MergedInCircle { into } => self.merged_in_circle(*into),
            Refusal::OwnMentor => {
                (self.locale).told(Phrase::RefusalOwnMentor, Phrase::RefusalOwnMentorNext)
            }
            Refusal::Fixed { field, by } => self.fixed(*field, *by),
            Refusal::DuplicatePeriod { name } => self.fact(
                Phrase::RefusalDuplicatePeriod,
                &args![name],
                Phrase::RefusalDuplicatePeriodNext,
            ),
            Refusal::NamesHidden => {
                (self.locale).told(Phrase::RefusalNamesHidden, Phrase::RefusalNamesHiddenNext)
            }
            Refusal::AdministratorSeesNames => self.locale.told(
                Phrase::RefusalAdministratorSeesNames,
                Phrase::RefusalAdministratorSeesNamesNext,
            ),
            Refusal::LastAdministrator => self.locale.told(
                Phrase::RefusalLastAdministrator,
                Phrase::RefusalLastAdministratorNext,
            ),
            Refusal::EditionPublished
            | Refusal::EditionUnfit { .. }
            | Refusal::RetireInstead { .. }
            | Refusal::PeriodHasValues { .. } => self.catalogue_refusal(refusal),
            Refusal::NothingToUndo => self.locale.told(
                Phrase::RefusalNothingToUndo,
                Phrase::RefusalNothingToUndoNext,
            ),
            Refusal::NothingToRedo => self.locale.told(
                Phrase::RefusalNothingToRedo,
                Phrase::RefusalNothingToRedoNext,
            ),
            Refusal::TooOld { seq } => self.fact(
                Phrase::RefusalTooOld,
                &args![seq = seq.0.to_string()],
                Phrase::RefusalTooOldNext,
            ),
            Refusal::Erased { seq } => self.fact(
                Phrase::RefusalErased,
                &args![seq = seq.0.to_string()],
                Phrase::RefusalErasedNext,
            ),
            Refusal::PersonErased { person } => self.fact(
                Phrase::RefusalPersonErased,
                &args![person = self.person(*person)],
                Phrase::RefusalPersonErasedNext,
            ),
            Refusal::PersonUses { user } => {
                let account = self.account(*user);
                let args = args![account];
                let fact = self.with(Phrase::RefusalPersonUses, &args);
                let next = self.with(Phrase::RefusalPersonUsesNext, &args);
                Told { fact, next }
            }
            Refusal::NameInReason => self
                .locale
                .told(Phrase::RefusalNameInReason, Phrase::RefusalNameInReasonNext),
            Refusal::TooLarge {
                key: Some(key),
                limit,
            } => self.fact(
                Phrase::RefusalTooLarge,
                &args![subject = self.key(*key), limit = *limit / 1024],
                Phrase::RefusalTooLargeNext,
            ),
            Refusal::TooLarge { key: None, .. } => self
                .locale
                .told(Phrase::RefusalTooMuch, Phrase::RefusalTooMuchNext),
            Refusal::NoChange => self
                .locale
                .told(Phrase::RefusalNoChange, Phrase::RefusalNoChangeNext),
        }
    }

    pub(super) fn fact(&self, fact: Phrase, args: &Args<'_>, next: Phrase) -> Told {
        Told {
            fact: self.with(fact, args),
            next: self.say(next),
        }
    }

    fn about(&self, fact: Phrase, key: Key, next: Phrase) -> Told {
        self.fact(fact, &args![subject = self.key(key)], next)
    }

    fn about_cell(&self, fact: Phrase, cell: Cell, next: Phrase) -> Told {
        self.about(fact, Key::Value(cell), next)
    }

    fn wrong_measure(&self, cell: Cell) -> Told {
        let Some(indicator) = self.indicator_in(cell.period, cell.indicator) else {
            return self.about_cell(
                Phrase::RefusalNotCollected,
                cell,
                Phrase::RefusalNotCollectedNext,
            );
        };
        let next = match indicator.measure {
            // A delta and a benchmark with an input of their own take a number.
            Measure::Number { .. } | Measure::Delta { .. } | Measure::Benchmark { .. } => {
                Phrase::RefusalNumberNext
            }
            Measure::Ratio { .. } => Phrase::RefusalRatioNext,
            Measure::Choice { .. } => Phrase::RefusalChoiceNext,
        };
        let measure = match indicator.measure {
            Measure::Delta { .. } | Measure::Benchmark { .. } => Phrase::MeasureNumber,
            other => other.phrase(),
        };
        self.fact(
            Phrase::RefusalWrongMeasure,
            &args![subject = self.cell(cell), measure = self.say(measure)],
            next,
        )
    }

    fn computed(&self, cell: Cell) -> Told {
        let input = self
            .indicator_in(cell.period, cell.indicator)
            .and_then(|it| it.measure.computed_from());
        let next = match input {
            Some(input) => self.with(
                Phrase::RefusalComputedFromNext,
                &args![indicator = self.indicator(cell.period, input)],
            ),
            None => self.say(Phrase::RefusalComputedNext),
        };
        Told {
            fact: self.with(Phrase::RefusalComputed, &args![subject = self.cell(cell)]),
            next,
        }
    }

    fn out_of_range(
        &self,
        number: Decimal,
        min: Option<Decimal>,
        max: Option<Decimal>,
        shown: impl Fn(Decimal) -> String,
    ) -> Told {
        let next = Phrase::RefusalOutOfRangeNext;
        let number = shown(number);
        match (min.map(&shown), max.map(&shown)) {
            (Some(min), Some(max)) => {
                self.fact(Phrase::RefusalOutOfRange, &args![number, min, max], next)
            }
            (Some(min), None) => self.fact(Phrase::RefusalBelowMin, &args![number, min], next),
            (None, Some(max)) => self.fact(Phrase::RefusalAboveMax, &args![number, max], next),
            (None, None) => self
                .locale
                .told(Phrase::NumberUnreadable, Phrase::RefusalNumberNext),
        }
    }

    fn wrong_state(&self, key: Key) -> Told {
        let state = self.record(key).and_then(|record| match record {
            Record::Value(it) => Some(it.state.phrase()),
            Record::Recommendation(it) => Some(it.state.phrase()),
            Record::Decision(it) => Some(it.state.phrase()),
            Record::Assignment(it) => Some(it.state.phrase()),
            Record::Period(it) => Some(it.state.phrase()),
            Record::Edition(it) => Some(it.state.phrase()),
            _ => None,
        });
        let subject = self.key(key);
        let next = Phrase::RefusalWrongStateNext;
        match state {
            Some(state) => self.fact(
                Phrase::RefusalWrongState,
                &args![subject, state = self.say(state)],
                next,
            ),
            None => self.fact(Phrase::RefusalWrongStep, &args![subject], next),
        }
    }
}

fn shown(number: Decimal) -> String {
    format::number(number.normalize())
}
