//! What is wrong with an edition of the catalogue, and why something is not done to it.

use super::{Narrator, Told};
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::domain::soundness::{Problem, Trouble};
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// What is wrong, in one line that does not name the record: «Веса показателей в сумме 95, а не 100.»
    pub fn trouble(&self, it: &Problem) -> String {
        let number = |it: &rust_decimal::Decimal| format::number(it.normalize());
        match &it.what {
            Trouble::Empty => self.say(match it.key {
                Key::Direction(..) => Phrase::TroubleNoIndicator,
                _ => Phrase::TroubleNoDirection,
            }),
            Trouble::Blank => self.with(
                Phrase::TroubleBlank,
                &args![field = self.locale.word(&it.part)],
            ),
            Trouble::CodeTwice { other } => self.with(
                Phrase::TroubleCodeTwice,
                &args![other = self.title_of(*other)],
            ),
            Trouble::WeightSum { sum } => {
                let phrase = match it.key {
                    Key::Direction(..) => Phrase::TroubleWeightSum,
                    _ => Phrase::TroubleDirectionSum,
                };
                self.with(phrase, &args![sum = number(sum)])
            }
            Trouble::NoWeight => self.say(Phrase::TroubleNoWeight),
            Trouble::DirectionRetired => self.say(Phrase::TroubleDirectionRetired),
            Trouble::DirectionMissing => self.say(Phrase::TroubleDirectionMissing),
            Trouble::Scoring(misfit) => self.scoring_misfit(misfit),
            Trouble::Printed => self.say(Phrase::TroublePrinted),
            Trouble::Swapped(it) => self.swapped(it),
            Trouble::OfItself => self.say(Phrase::TroubleOfItself),
            Trouble::Circle { all } => {
                let edition = edition_of(it.key);
                let codes = all
                    .iter()
                    .chain(all.first())
                    .map(|id| self.code_of(edition, *id));
                let way = codes.collect::<Vec<_>>().join(" ← ");
                self.with(Phrase::TroubleCircle, &args![way])
            }
            Trouble::InputMissing { input } => self.with(
                Phrase::TroubleInputMissing,
                &args![input = self.input(it.key, *input)],
            ),
            Trouble::InputWithoutNumber { input } => self.with(
                Phrase::TroubleInputWithoutNumber,
                &args![input = self.input(it.key, *input)],
            ),
            Trouble::InputOfAnother { input } => self.with(
                Phrase::TroubleInputOfAnother,
                &args![input = self.input(it.key, *input)],
            ),
            Trouble::BaseMissing => self.say(Phrase::TroubleBaseMissing),
            Trouble::BoundsCrossed { min, max } => self.with(
                Phrase::TroubleBoundsCrossed,
                &args![min = number(min), max = number(max)],
            ),
            Trouble::UsualOutside { bound } => {
                self.with(Phrase::TroubleUsualOutside, &args![bound = number(bound)])
            }
            Trouble::LevelsOpen => self.say(Phrase::TroubleLevelsOpen),
            Trouble::LevelsUnordered { level } => {
                self.with(Phrase::TroubleLevelsUnordered, &args![level = level + 1])
            }
            Trouble::OutOfRange { number: it, max } => self.with(
                Phrase::TroubleOutOfRange,
                &args![number = number(it), max = number(max)],
            ),
            Trouble::SharesAddedUp => self.say(Phrase::TroubleSharesAddedUp),
            Trouble::NoParts => self.say(Phrase::TroubleNoParts),
            Trouble::NoAct => self.say(Phrase::TroubleNoAct),
            Trouble::NoAppliesFrom => self.say(Phrase::TroubleNoAppliesFrom),
            Trouble::DatesCrossed => self.say(Phrase::TroubleDatesCrossed),
            Trouble::AppliesBackwards => self.say(Phrase::TroubleAppliesBackwards),
            Trouble::AdoptedOtherwise { signed } => self.with(
                Phrase::TroubleAdoptedOtherwise,
                &args![signed = format::date(*signed)],
            ),
            Trouble::RuleOff => self.say(Phrase::TroubleRuleOff),
            Trouble::FindsNothing => self.say(Phrase::TroubleFindsNothing),
            Trouble::FindsTooMuch => self.say(Phrase::TroubleFindsTooMuch),
            Trouble::WordingWithoutPoints { points } => {
                let points: Vec<_> = points.iter().map(number).collect();
                let points = points.join(", ");
                self.with(Phrase::TroubleWordingWithoutPoints, &args![points])
            }
        }
    }

    /// A record of the catalogue as a list of it would have it: «6.2 Первая и высшая категория».
    pub fn title_of(&self, key: Key) -> String {
        let named = |code: String, short: String| format!("{code} {short}").trim().to_owned();
        match self.record(key) {
            Some(crate::domain::record::Record::Direction(it)) => named(it.code, it.short),
            Some(crate::domain::record::Record::Indicator(it)) => named(it.code, it.short),
            _ => self.key(key),
        }
    }

    fn input(&self, key: Key, input: IndicatorId) -> String {
        self.code_of(edition_of(key), input)
    }

    /// The code of an indicator in an edition; where it is not in this one, as the latest that has it calls it.
    fn code_of(&self, edition: Option<EditionId>, id: IndicatorId) -> String {
        let here = edition.and_then(|it| self.names.indicators.get(&(it, id)));
        let anywhere = || self.names.indicators.iter().rfind(|((_, it), _)| *it == id);
        here.or_else(|| anywhere().map(|(_, it)| it))
            .map_or_else(|| id.0.to_string(), |it| it.code.clone())
    }

    /// Why something is not done to the catalogue.
    pub(super) fn catalogue_refusal(&self, refusal: &Refusal) -> Told {
        match refusal {
            Refusal::EditionUnfit { at, faults, .. } => self.fact(
                Phrase::RefusalEditionUnfit,
                &args![at = self.title_of(*at), faults = *faults],
                Phrase::RefusalEditionUnfitNext,
            ),
            Refusal::RetireInstead { key, by } => {
                let (subject, by) = (self.title_of(*key), self.key(*by));
                self.fact(
                    Phrase::RefusalRetireInstead,
                    &args![subject, by],
                    Phrase::RefusalRetireInsteadNext,
                )
            }
            Refusal::PeriodHasValues { period } => self.fact(
                Phrase::RefusalPeriodHasValues,
                &args![period = self.period(*period)],
                Phrase::RefusalPeriodHasValuesNext,
            ),
            _ => self.locale.told(
                Phrase::RefusalEditionPublished,
                Phrase::RefusalEditionPublishedNext,
            ),
        }
    }
}

fn edition_of(key: Key) -> Option<EditionId> {
    match key {
        Key::Edition(id) | Key::Direction(id, _) | Key::Indicator(id, _) => Some(id),
        _ => None,
    }
}
