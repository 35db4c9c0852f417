//! Sections, their rounds and the requirements of these.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::domain::command::Seen;
use crate::domain::cycle::{Round, RoundState, Section};
use crate::domain::evidence::Requirement;
use crate::domain::ids::{CitationId, RequirementId, RoundId, SectionId, Seq};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{CycleRefusal, Field, Refusal};

use super::KEEPING;
use crate::domain::decide::documents::REGISTERING;
use crate::domain::decide::sheet::Sheet;
use crate::domain::decide::terms::happened;
use crate::domain::decide::texts::{
    self, LONG_TEXT, MOST_ITEMS, NOTE_TEXT, NUMBER_TEXT, TITLE_TEXT,
};

/// Years that a round may be of.
const YEARS: std::ops::RangeInclusive<u16> = 2000..=2199;

/// Most directions of a section: more are no columns of a matrix.
const MOST_TRACKS: usize = 20;

/// Most points of a requirement.
const MOST_POINTS: u32 = 1_000;

/// Begins a section with its first round.
pub(super) fn found(
    sheet: &mut Sheet,
    section: &Section,
    year: u16,
    requirements: &[Requirement],
) -> Result<(), Refusal> {
    sheet.rights().need(KEEPING)?;
    sound_section(sheet, None, section)?;
    is_year(year)?;
    let record = Record::Section(section.clone());
    let id = sheet.create(Kind::Section, SectionId, Key::Section, record)?;
    let round = Round {
        section: id,
        year,
        state: RoundState::Open,
        copied_from: None,
    };
    let round = sheet.create(Kind::Round, RoundId, Key::Round, Record::Round(round))?;
    // Requirements of the time before there were rounds are those of the first.
    if sheet.state.requirements_of.of(round).next().is_some() {
        return Ok(());
    }
    texts::at_most(Field::Text, MOST_ITEMS, requirements.len())?;
    for it in requirements {
        let it = Requirement {
            round,
            ..it.clone()
        };
        sound_requirement(section, &it)?;
        let record = Record::Requirement(it);
        sheet.create(Kind::Requirement, RequirementId, Key::Requirement, record)?;
    }
    Ok(())
}

/// Changes a section.
pub(super) fn edit_section(
    sheet: &mut Sheet,
    id: SectionId,
    seen: Seq,
    section: &Section,
) -> Result<(), Refusal> {
    sheet.rights().need(KEEPING)?;
    sheet.check_revision(Key::Section(id), seen)?;
    sound_section(sheet, Some(id), section)?;
    sheet.put(Key::Section(id), Record::Section(section.clone()));
    Ok(())
}

/// Begins the next round with what the last one has.
pub(super) fn start(sheet: &mut Sheet, from: RoundId, year: u16) -> Result<(), Refusal> {
    sheet.rights().need(KEEPING)?;
    is_year(year)?;
    let state = sheet.state;
    let key = Key::Round(from);
    let last = state.rounds.get(&from).ok_or(Refusal::Missing { key })?;
    let mut rounds = state.rounds.values();
    if rounds.any(|it| it.section == last.section && it.year == year) {
        return Err(Refusal::Cycle(CycleRefusal::DuplicateRound { year }));
    }
    let round = Round {
        section: last.section,
        year,
        state: RoundState::Open,
        copied_from: Some(from),
    };
    let round = sheet.create(Kind::Round, RoundId, Key::Round, Record::Round(round))?;
    for old in state.requirements_of.of(from) {
        let Some(requirement) = state.requirements.get(&old) else {
            continue;
        };
        let requirement = Requirement {
            round,
            // What was given by hand was given for that year.
            points: None,
            ..requirement.body.clone()
        };
        let record = Record::Requirement(requirement);
        let new = sheet.create(Kind::Requirement, RequirementId, Key::Requirement, record)?;
        for citation in state.citations_of.of(old) {
            let Some(it) = state.citations.get(&citation).filter(|it| !it.retired) else {
                continue;
            };
            let mut it = it.body.clone();
            it.requirement = new;
            it.sent = None;
            let record = Record::Citation(it);
            sheet.create(Kind::Citation, CitationId, Key::Citation, record)?;
        }
    }
    Ok(())
}

/// Freezes a round.
pub(super) fn submit(
    sheet: &mut Sheet,
    id: RoundId,
    seen: Seq,
    (on, number): (NaiveDate, &str),
) -> Result<(), Refusal> {
    sheet.rights().need(KEEPING)?;
    sheet.check_revision(Key::Round(id), seen)?;
    let round = is_open(sheet, id)?;
    texts::full_line(Field::Number, number, NUMBER_TEXT)?;
    happened(sheet, on, None)?;
    let round = Round {
        state: RoundState::Submitted {
            on,
            number: number.to_owned(),
        },
        ..round
    };
    sheet.put(Key::Round(id), Record::Round(round));
    keep_documents(sheet, id);
    Ok(())
}

/// Writes down at each citation of a round what its document is today.
fn keep_documents(sheet: &mut Sheet, round: RoundId) {
    let state = sheet.state;
    let requirements = state.requirements_of.of(round);
    let citations = requirements.flat_map(|it| state.citations_of.of(it));
    for id in citations {
        if let Some(citation) = state.citations.get(&id)
            && let Some(document) = state.documents.get(&citation.document)
        {
            let mut citation = citation.body.clone();
            citation.sent = Some(Box::new(document.body.clone()));
            sheet.put(Key::Citation(id), Record::Citation(citation));
        }
    }
}

/// Adds a requirement or changes one.
pub(super) fn put_requirement(
    sheet: &mut Sheet,
    id: Option<RequirementId>,
    seen: Seen,
    requirement: &Requirement,
) -> Result<(), Refusal> {
    let stands = id.and_then(|id| sheet.state.requirements.get(&id));
    // Points and what does not apply are said by whoever fills the section in; the form itself is kept.
    let answered = stands.is_some_and(|it| {
        let it = Requirement {
            points: requirement.points,
            inapplicable: requirement.inapplicable.clone(),
            ..it.body.clone()
        };
        it == *requirement
    });
    match answered {
        true => sheet.rights().need_for(&REGISTERING, &[])?,
        false => sheet.rights().need(KEEPING)?,
    }
    match (id, seen) {
        (Some(id), Seen::At(seen)) => sheet.check_revision(Key::Requirement(id), seen)?,
        (Some(id), Seen::Absent) => sheet.check_seen(Key::Requirement(id), seen)?,
        (None, _) => {}
    }
    if let Some(it) = stands {
        is_open(sheet, it.round)?;
    }
    let round = is_open(sheet, requirement.round)?;
    let key = Key::Section(round.section);
    let section = sheet.state.sections.get(&round.section);
    sound_requirement(section.ok_or(Refusal::Missing { key })?, requirement)?;
    let record = Record::Requirement(requirement.clone());
    match id {
        Some(id) => sheet.put(Key::Requirement(id), record),
        None => {
            sheet.create(Kind::Requirement, RequirementId, Key::Requirement, record)?;
        }
    }
    Ok(())
}

/// The round, if it can still be changed.
pub(super) fn is_open(sheet: &Sheet, id: RoundId) -> Result<Round, Refusal> {
    let key = Key::Round(id);
    let round = sheet
        .state
        .rounds
        .get(&id)
        .ok_or(Refusal::Missing { key })?;
    match round.state {
        RoundState::Open => Ok(round.body.clone()),
        RoundState::Submitted { on, .. } => {
            Err(Refusal::Cycle(CycleRefusal::Submitted { round: id, on }))
        }
    }
}

fn is_year(year: u16) -> Result<(), Refusal> {
    match YEARS.contains(&year) {
        true => Ok(()),
        false => Err(Refusal::OutOfRange {
            number: year.into(),
            min: Some(Decimal::from(*YEARS.start())),
            max: Some(Decimal::from(*YEARS.end())),
        }),
    }
}

fn sound_section(sheet: &Sheet, id: Option<SectionId>, it: &Section) -> Result<(), Refusal> {
    texts::full_line(Field::Number, &it.code, NUMBER_TEXT)?;
    texts::name(Field::Title, &it.title, TITLE_TEXT)?;
    texts::at_most(Field::Directions, MOST_TRACKS, it.tracks.len())?;
    for track in &it.tracks {
        texts::line(Field::Title, &track.title, TITLE_TEXT)?;
    }
    let mut others = sheet.state.sections.iter();
    if others.any(|(other, there)| Some(*other) != id && there.code == it.code) {
        let code = it.code.clone();
        return Err(Refusal::Cycle(CycleRefusal::DuplicateSection { code }));
    }
    Ok(())
}

pub(super) fn sound_requirement(section: &Section, it: &Requirement) -> Result<(), Refusal> {
    texts::full_lines(Field::Text, &it.text, LONG_TEXT)?;
    texts::line(Field::Inapplicable, &it.inapplicable, NOTE_TEXT)?;
    if !section.asks(it.stage, it.track) {
        return Err(Refusal::Cycle(CycleRefusal::NotAsked));
    }
    let most = Decimal::from(MOST_POINTS);
    within(it.max_points, Decimal::new(1, 2), most)?;
    match it.points {
        Some(points) => within(points, Decimal::ZERO, it.max_points),
        None => Ok(()),
    }
}

fn within(number: Decimal, min: Decimal, max: Decimal) -> Result<(), Refusal> {
    match (min..=max).contains(&number) {
        true => Ok(()),
        false => Err(Refusal::OutOfRange {
            number,
            min: Some(min),
            max: Some(max),
        }),
    }
}
