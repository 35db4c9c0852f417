//! What is refused of a period as a whole: that it is closed, late, not ready.

use super::{Narrator, Told};
use crate::domain::ids::PeriodId;
use crate::domain::mask;
use crate::domain::period::{PeriodEvent, PeriodState};
use crate::domain::record::Key;
use crate::domain::refusal::{Refusal, Who};
use crate::domain::results::Lack;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// What such a refusal says; anything else says that nothing can be done now.
    pub(super) fn refusal_of_period(&self, refusal: &Refusal) -> Told {
        match refusal {
            Refusal::PeriodClosed { period } => self.period_closed(*period),
            Refusal::DeadlinePassed {
                organisation,
                until,
                may,
                ..
            } => {
                let date = format::date(*until);
                let fact = match organisation {
                    Some(id) => self.with(
                        Phrase::RefusalDeadlinePassedOf,
                        &args![date, organisation = self.organisation(*id)],
                    ),
                    None => self.with(Phrase::RefusalDeadlinePassed, &args![date]),
                };
                let next = self.who_gives_time(may);
                Told { fact, next }
            }
            Refusal::PeriodOverlaps { with } => self.fact(
                Phrase::RefusalPeriodOverlaps,
                &args![period = with],
                Phrase::RefusalPeriodOverlapsNext,
            ),
            Refusal::MoveInstead { period } => self.fact(
                Phrase::RefusalMoveInstead,
                &args![period = self.period(*period)],
                Phrase::RefusalMoveInsteadNext,
            ),
            Refusal::Unready { period, things } => self.fact(
                Phrase::RefusalUnready,
                &args![period = self.period(*period), n = *things],
                Phrase::RefusalUnreadyNext,
            ),
            Refusal::Unconfirmed { period, things } => self.fact(
                Phrase::RefusalUnconfirmed,
                &args![period = self.period(*period), n = *things],
                Phrase::RefusalUnconfirmedNext,
            ),
            Refusal::StillOpen { period } => self.fact(
                Phrase::RefusalStillOpen,
                &args![period = self.period(*period)],
                Phrase::RefusalStillOpenNext,
            ),
            Refusal::ClosingStands { period } => {
                let step = self.locale.say(Phrase::PeriodReopen);
                Told {
                    fact: self.with(
                        Phrase::RefusalClosingStands,
                        &args![period = self.period(*period)],
                    ),
                    next: self.with(Phrase::RefusalClosingStandsNext, &args![step]),
                }
            }
            Refusal::ResultsDiffer { period, closed } => {
                let (fact, next) = match closed {
                    false => (
                        Phrase::RefusalResultsDiffer,
                        Phrase::RefusalResultsDifferNext,
                    ),
                    true => (Phrase::RefusalScoresDiffer, Phrase::RefusalScoresDifferNext),
                };
                self.fact(fact, &args![period = self.period(*period)], next)
            }
            Refusal::NoOtherEdition { period } => self.fact(
                Phrase::RefusalNoOtherEdition,
                &args![period = self.period(*period)],
                Phrase::RefusalNoOtherEditionNext,
            ),
            _ => (self.locale).told(Phrase::RefusalNoChange, Phrase::RefusalNoChangeNext),
        }
    }

    /// Why a step of a period is refused, in a clause that stands beside the step in a list. What has no clause says its fact.
    pub fn why_not(&self, refusal: &Refusal) -> String {
        let state_of = |id: &PeriodId| self.names.periods.get(id).map(|it| it.state);
        let phrase = match refusal {
            Refusal::Denied { needs, .. } => {
                let role = self.locale.word(needs);
                return self.with(Phrase::StepNeedsRole, &args![role]);
            }
            Refusal::PeriodClosed { period } if state_of(period) == Some(PeriodState::Planned) => {
                Phrase::StepNotOpenYet
            }
            Refusal::PeriodClosed { .. } => Phrase::StepPeriodClosed,
            Refusal::Unconfirmed { things, .. } => {
                return self.with(Phrase::StepBlocked, &args![n = *things]);
            }
            Refusal::StillOpen { .. } => Phrase::StepCloseFirst,
            Refusal::NoOtherEdition { .. } => Phrase::StepNoOtherEdition,
            Refusal::WrongState {
                key: Key::Period(id),
            } => match state_of(id) {
                Some(PeriodState::Open) => Phrase::StepOpenAlready,
                Some(PeriodState::Review) => Phrase::StepInReviewAlready,
                _ => return self.refusal(refusal).fact,
            },
            _ => return self.refusal(refusal).fact,
        };
        self.say(phrase)
    }

    /// Why a computed cell of a period has no figure: «нет значения «6.2»», in the words of its screen and its paper alike.
    pub fn lack(&self, period: PeriodId, it: &Lack) -> String {
        match it {
            Lack::Standing(reason) => {
                self.with(Phrase::CellStanding, &args![reason = reason.as_str()])
            }
            Lack::Input(id) => self.with(
                Phrase::MissingInput,
                &args![what = self.indicator(period, *id)],
            ),
            Lack::PeriodBefore => self.say(Phrase::MissingPeriodBefore),
            Lack::ValueBefore(id) => self.with(
                Phrase::MissingValueBefore,
                &args![period = self.period(*id)],
            ),
            Lack::Redefined { before, now } => self.with(
                Phrase::NotComparable,
                &args![before = *before, after = *now],
            ),
            Lack::Reference => self.say(Phrase::LackReference),
            Lack::ReferenceIsZero => self.say(Phrase::MissingReferenceZero),
        }
    }

    /// What was done with a period: «закрытие 30.06.2026, Громов П. Ф.: …».
    pub fn period_event(&self, it: &PeriodEvent) -> String {
        let who = self.user(it.by);
        let reason = match it.reason.as_str() {
            "" => String::new(),
            reason => format!(": {reason}"),
        };
        let what = self.locale.word(&it.deed);
        format!("{what} {}, {who}{reason}", format::date(it.on))
    }

    /// Who may give more time, by name where there is somebody whose name may be told.
    fn who_gives_time(&self, may: &Who) -> String {
        if may.is_nobody() || mask::is_masked(self.names) {
            return self.say(Phrase::RefusalDeadlinePassedRoleNext);
        }
        let (n, names) = (may.named.len() + may.more, self.names_of(may));
        self.with(Phrase::RefusalDeadlinePassedNext, &args![n, names])
    }

    fn period_closed(&self, id: PeriodId) -> Told {
        let state = self.names.periods.get(&id).map(|it| it.state);
        let period = self.period(id);
        match state {
            Some(PeriodState::Planned) => self.fact(
                Phrase::RefusalPeriodPlanned,
                &args![period],
                Phrase::RefusalPeriodPlannedNext,
            ),
            _ => self.fact(
                Phrase::RefusalPeriodClosed,
                &args![period],
                Phrase::RefusalPeriodClosedNext,
            ),
        }
    }
}
