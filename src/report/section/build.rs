//! The section put into words, from the records of one round.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::cited::{capital, citation, document, one_line};
use super::{
    AssessedPart, AssessedRow, Assessment, Line, Listed, Listing, Paper, Part, Proof, Sum,
};
use crate::analysis::cycle::{Score, as_of, cited, standing};
use crate::args;
use crate::domain::cycle::RoundState;
use crate::domain::evidence::{Document, DocumentStatus, Requirement, Stage};
use crate::domain::ids::{DocumentId, RequirementId, RoundId};
use crate::domain::number;
use crate::domain::state::State;
use crate::locale::{Locale, Phrase, format};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The language. The form is an official one and is Russian: whoever prints it says so.
    pub locale: &'a Locale,
    /// Everything that is known.
    pub state: &'a State,
    /// The round.
    pub round: RoundId,
    /// Today.
    pub today: NaiveDate,
}

/// The section of a round; `None` where there is no such round.
#[must_use]
pub fn paper(of: &Asked<'_>) -> Option<Paper> {
    let round = of.state.rounds.get(&of.round)?;
    let section = of.state.sections.get(&round.section)?;
    let requirements: Vec<Numbered<'_>> = (1..)
        .zip(in_order(of.state, of.round))
        .map(|(number, (id, it))| Numbered { number, id, it })
        .collect();
    let title = of.say_with(
        Phrase::FormSectionTitle,
        &args![
            code = one_line(&section.code),
            title = one_line(&section.title)
        ],
    );
    let is_demo = of.state.settings.as_ref().is_some_and(|it| it.demo);
    Some(Paper {
        title,
        demo: is_demo.then(|| of.locale.say(Phrase::FormDemo)),
        above: of.above(round.year, &round.state),
        stages: of.stages(&requirements),
        assessment: of.assessment(&requirements),
        listing: of.listing(&requirements),
    })
}

struct Numbered<'a> {
    number: usize,
    id: RequirementId,
    it: &'a Requirement,
}

impl Asked<'_> {
    fn say_with(&self, phrase: Phrase, all: &crate::locale::Args<'_>) -> String {
        self.locale.say_with(phrase, all)
    }

    fn above(&self, year: u16, state: &RoundState) -> Vec<String> {
        let date = format::date(self.as_of());
        let year = year.to_string();
        let mut above = vec![self.say_with(Phrase::FormRound, &args![year, date])];
        if let RoundState::Submitted { on, number } = state {
            let (date, number) = (format::date(*on), one_line(number));
            above.push(self.say_with(Phrase::FormSubmitted, &args![date, number]));
        }
        above
    }

    fn stages(&self, requirements: &[Numbered<'_>]) -> Vec<Part> {
        by_stage(requirements, |stage, own| {
            let (heading, lead) = heading(stage);
            Part {
                heading: self.locale.say(heading),
                lead: lead.map(|it| self.locale.say(it)).unwrap_or_default(),
                asked: own.iter().map(|it| self.line(it)).collect(),
            }
        })
    }

    fn line(&self, it: &Numbered<'_>) -> Line {
        let proofs = cited(self.state, it.id)
            .into_iter()
            .map(|(_, cited, document)| Proof {
                line: citation(self.locale, document, &cited.pages, &cited.note),
                link: web(&document.link),
            });
        let cited: Vec<Proof> = proofs.collect();
        let reason = one_line(&it.it.inapplicable);
        let said = match (reason.is_empty(), cited.is_empty()) {
            (false, _) => self.say_with(Phrase::FormInapplicable, &args![reason]),
            (true, true) => self.locale.say(Phrase::FormNothing),
            (true, false) => String::new(),
        };
        Line {
            number: it.number,
            words: one_line(&it.it.text),
            cited,
            said,
        }
    }

    fn assessment(&self, requirements: &[Numbered<'_>]) -> Assessment {
        let mut total: Vec<Score> = Vec::new();
        let parts = by_stage(requirements, |stage, own| {
            let scores: Vec<Score> = own.iter().map(|it| self.score(it)).collect();
            let sum: Score = scores.iter().copied().sum();
            total.push(sum);
            let rows = own
                .iter()
                .zip(&scores)
                .map(|(it, score)| self.row(it, *score));
            let rows: Vec<AssessedRow> = rows.collect();
            AssessedPart {
                title: capital(&self.locale.word(&stage)),
                rows,
                sum: self.sum(Phrase::FormStageSum, sum),
            }
        });
        Assessment {
            heading: self.locale.say(Phrase::FormAssessment),
            columns: [
                Phrase::FormColumnNumber,
                Phrase::FormColumnRequirement,
                Phrase::FormColumnMost,
                Phrase::FormColumnPoints,
            ]
            .map(|it| self.locale.say(it)),
            parts,
            total: self.sum(Phrase::FormTotal, total.into_iter().sum()),
        }
    }

    fn score(&self, it: &Numbered<'_>) -> Score {
        let standing = standing(self.state, it.id, false, self.as_of());
        Score::of(it.it, standing)
    }

    fn as_of(&self) -> NaiveDate {
        as_of(self.state, self.round, self.today)
    }

    fn row(&self, it: &Numbered<'_>, score: Score) -> AssessedRow {
        let applies = it.it.inapplicable.is_empty();
        let shown = |number: Decimal| match applies {
            true => points_of(number),
            false => self.locale.say(Phrase::FormNoPoints),
        };
        AssessedRow {
            number: it.number,
            words: one_line(&it.it.text),
            max: shown(score.max),
            points: shown(score.got),
        }
    }

    fn sum(&self, label: Phrase, score: Score) -> Sum {
        Sum {
            label: self.locale.say(label),
            max: points_of(score.max),
            points: points_of(score.got),
        }
    }

    /// Every document that is cited, by its day and number; what has no day stands last.
    fn listing(&self, requirements: &[Numbered<'_>]) -> Listing {
        let mut uses: BTreeMap<DocumentId, (&Document, Vec<usize>)> = BTreeMap::new();
        for it in requirements {
            for (_, cited, document) in cited(self.state, it.id) {
                let (_, numbers) =
                    (uses.entry(cited.document)).or_insert_with(|| (document, Vec::new()));
                if numbers.last() != Some(&it.number) {
                    numbers.push(it.number);
                }
            }
        }
        let mut all: Vec<(&Document, Vec<usize>)> = uses.into_values().collect();
        all.sort_by_key(|(it, numbers)| {
            (
                it.date.is_none(),
                it.date,
                it.number.clone(),
                numbers.first().copied(),
            )
        });
        let rows: Vec<Listed> = (1..)
            .zip(&all)
            .map(|(number, (it, numbers))| {
                let uses: Vec<String> = numbers.iter().map(ToString::to_string).collect();
                Listed {
                    number,
                    line: document(self.locale, it),
                    link: web(&it.link),
                    uses: uses.join(", "),
                    remarks: self.remarks(it),
                }
            })
            .collect();
        Listing {
            heading: self.locale.say(Phrase::FormDocuments),
            columns: [
                Phrase::FormColumnNumber,
                Phrase::FormColumnDocument,
                Phrase::FormColumnUses,
                Phrase::FormColumnRemarks,
            ]
            .map(|it| self.locale.say(it)),
            none: match rows.is_empty() {
                true => self.locale.say(Phrase::FormNoDocuments),
                false => String::new(),
            },
            rows,
        }
    }

    fn remarks(&self, it: &Document) -> String {
        let repealed = match &it.status {
            DocumentStatus::InForce => None,
            DocumentStatus::Repealed { by, on } => {
                let by = one_line(by);
                let word = match by.is_empty() {
                    true => self.locale.say(Phrase::DocumentRepealed),
                    false => self.say_with(Phrase::DocumentRepealedBy, &args![by]),
                };
                Some(match on {
                    Some(date) => self.say_with(
                        Phrase::FormSince,
                        &args![what = word, date = format::date(*date)],
                    ),
                    None => word,
                })
            }
        };
        let incomplete = it
            .is_incomplete()
            .then(|| self.locale.say(Phrase::DocumentIncomplete));
        let all: Vec<String> = repealed.into_iter().chain(incomplete).collect();
        all.join("; ")
    }
}

/// The requirements of a round in the order of the form: stage by stage.
fn in_order(state: &State, round: RoundId) -> Vec<(RequirementId, &Requirement)> {
    let ids = state.requirements_of.of(round);
    let found = ids.filter_map(|id| Some((id, &state.requirements.get(&id)?.body)));
    let mut all: Vec<(RequirementId, &Requirement)> = found.collect();
    all.sort_by_key(|(id, it)| (it.stage, it.order, *id));
    all
}

/// What is made of each stage that has requirements.
fn by_stage<'a, Made>(
    requirements: &[Numbered<'a>],
    mut make: impl FnMut(Stage, &[Numbered<'a>]) -> Made,
) -> Vec<Made> {
    requirements
        .chunk_by(|one, other| one.it.stage == other.it.stage)
        .filter_map(|own| Some(make(own.first()?.it.stage, own)))
        .collect()
}

/// The heading of a stage in the official form, and what stands under it.
fn heading(stage: Stage) -> (Phrase, Option<Phrase>) {
    match stage {
        Stage::Goals => (Phrase::FormGoals, None),
        Stage::Indicators => (Phrase::FormIndicators, None),
        Stage::Methods => (Phrase::FormMethods, None),
        Stage::Monitoring => (Phrase::FormMonitoring, Some(Phrase::FormMonitoringLead)),
        Stage::Analysis => (Phrase::FormAnalysis, None),
        Stage::Recommendations => (Phrase::FormRecommendations, None),
        Stage::Measures => (Phrase::FormMeasures, None),
        Stage::Decisions => (Phrase::FormDecisions, None),
        Stage::Effectiveness => (Phrase::FormEffectiveness, None),
    }
}

fn points_of(number: Decimal) -> String {
    let number = number.normalize();
    number::format(number, number.scale())
}

/// An address that may be followed.
fn web(link: &str) -> String {
    let link = link.trim();
    let is_web = link.starts_with("http://") || link.starts_with("https://");
    let is_one = is_web && !link.contains(|it: char| it.is_whitespace() || it.is_control());
    if is_one {
        link.to_owned()
    } else {
        String::new()
    }
}
