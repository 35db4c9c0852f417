//! Names of what the cycle is made of: «раздел 2.1», «позиция 7 раздела 2.1», «анализ · Условия · 2025/26».

use super::names::inside;
use super::{Narrator, Told};
use crate::domain::activity::ReviewOn;
use crate::domain::cycle::Section;
use crate::domain::ids::{DirectionId, RequirementId, RoundId, SectionId};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::CycleRefusal;
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// What a record of the cycle is called; `None` where there is none.
    pub(super) fn of_the_cycle(&self, key: Key) -> Option<String> {
        Some(match key {
            Key::Requirement(id) => self.requirement(id)?,
            Key::Citation(_) => {
                let document = self.document(inside!(self, key, Citation)?.document);
                self.with(Phrase::NameCitation, &args![document])
            }
            Key::Section(id) => {
                self.with(Phrase::NameSection, &args![code = self.section(id)?.code])
            }
            Key::Round(id) => self.round(id)?,
            Key::Goal(_) => {
                let direction = self.direction_latest(inside!(self, key, Goal)?.direction);
                self.with(Phrase::NameGoal, &args![direction])
            }
            Key::AnalysisNote(_) => {
                let it = inside!(self, key, AnalysisNote)?;
                let direction = self.direction_latest(it.direction);
                let period = self.period(it.period);
                self.with(Phrase::NameNote, &args![direction, period])
            }
            Key::Activity(_) => {
                let title = inside!(self, key, Activity)?.title;
                self.with(Phrase::NameActivity, &args![title])
            }
            Key::Review(_) => {
                let what = match inside!(self, key, Review)?.on {
                    ReviewOn::Activity(id) => Key::Activity(id),
                    ReviewOn::Recommendation(id) => Key::Recommendation(id),
                    ReviewOn::Decision(id) => Key::Decision(id),
                };
                self.with(Phrase::NameReview, &args![what = self.key(what)])
            }
            _ => return None,
        })
    }

    /// «позиция 7 раздела 2.1».
    pub(super) fn requirement(&self, id: RequirementId) -> Option<String> {
        let it = inside!(self, Key::Requirement(id), Requirement)?;
        let round = inside!(self, Key::Round(it.round), Round);
        let section = round.and_then(|it| self.section(it.section));
        let section = section.map_or_else(String::new, |it| it.code);
        let order = it.order;
        Some(match section.is_empty() {
            true => self.with(Phrase::NameRequirementAlone, &args![order]),
            false => self.with(Phrase::NameRequirement, &args![order, section]),
        })
    }

    /// «раздел 2.1, оценочный раунд 2026 года».
    fn round(&self, id: RoundId) -> Option<String> {
        let it = inside!(self, Key::Round(id), Round)?;
        let (code, year) = (self.section(it.section)?.code, it.year.to_string());
        Some(self.with(Phrase::NameRound, &args![code, year]))
    }

    fn section(&self, id: SectionId) -> Option<Section> {
        inside!(self, Key::Section(id), Section)
    }

    /// A direction as the last edition has it.
    pub fn direction_latest(&self, id: DirectionId) -> String {
        let mut all = self.names.directions.iter();
        let last = all.rfind(|((_, it), _)| *it == id);
        last.map_or_else(String::new, |(_, it)| it.short.clone())
    }

    /// Why something of the cycle was not carried out.
    pub(super) fn refusal_of_the_cycle(&self, refusal: &CycleRefusal) -> Told {
        match refusal {
            CycleRefusal::Submitted { round, on } => self.fact(
                Phrase::RefusalRoundSubmitted,
                &args![
                    round = self.key(Key::Round(*round)),
                    date = format::date(*on)
                ],
                Phrase::RefusalRoundSubmittedNext,
            ),
            CycleRefusal::DuplicateSection { code } => self.fact(
                Phrase::RefusalDuplicateSection,
                &args![code],
                Phrase::RefusalDuplicateSectionNext,
            ),
            CycleRefusal::DuplicateRound { year } => self.fact(
                Phrase::RefusalDuplicateRound,
                &args![year = year.to_string()],
                Phrase::RefusalDuplicateRoundNext,
            ),
            CycleRefusal::CitedAlready { by } => self.fact(
                Phrase::RefusalCitedAlready,
                &args![citation = self.key(Key::Citation(*by))],
                Phrase::RefusalCitedAlreadyNext,
            ),
            CycleRefusal::KnownAct { document } => self.fact(
                Phrase::RefusalKnownAct,
                &args![document = self.document(*document)],
                Phrase::RefusalKnownActNext,
            ),
            CycleRefusal::NotAsked => self
                .locale
                .told(Phrase::RefusalNotAsked, Phrase::RefusalNotAskedNext),
            CycleRefusal::SamePeriod => self
                .locale
                .told(Phrase::RefusalSamePeriod, Phrase::RefusalSamePeriodNext),
        }
    }
}
