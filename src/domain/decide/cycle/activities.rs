//! Activities and reviews: by a methodist within their scope, or the head of department.

use crate::domain::activity::{Activity, ActivityState, Review, ReviewOn};
use crate::domain::command::DocumentChoice;
use crate::domain::ids::{ActivityId, DirectionId, DocumentId, OrganisationId, ReviewId, Seq};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::refusal::{CycleRefusal, Field, Refusal};

use super::goals::{is_direction, paper, short};
use crate::domain::decide::documents;
use crate::domain::decide::recommendations;
use crate::domain::decide::rights::{LEADING, Part, Rights};
use crate::domain::decide::sheet::Sheet;
use crate::domain::decide::terms::{self, happened, not_before};
use crate::domain::decide::texts::{
    self, LONG_TEXT, MOST_ITEMS, MOST_NAMED, NOTE_TEXT, TITLE_TEXT,
};

/// Who leads an activity: a methodist for whose direction it is, or the head of department. Its participants are many organisations, and
/// one of them within scope is enough.
pub(in crate::domain::decide) fn lead_activity(
    rights: &Rights,
    it: &Activity,
) -> Result<(), Refusal> {
    let organisations = it.participants.iter().map(|it| it.organisation);
    lead_measure(rights, it.direction, organisations.collect())
}

/// The same of one that is yet to be written.
pub(in crate::domain::decide) fn lead_measure(
    rights: &Rights,
    direction: Option<DirectionId>,
    organisations: Vec<OrganisationId>,
) -> Result<(), Refusal> {
    let direction = direction.map(|it| Part::Direction(Some(it)));
    let takes_part = !organisations.is_empty();
    let participants = takes_part.then_some(Part::Organisations(organisations));
    let parts: Vec<Part> = direction.into_iter().chain(participants).collect();
    rights.need_for(&LEADING, &parts)
}

/// Who judges whether something helped: whoever leads it. A decision is judged by methodists and by the head.
pub(in crate::domain::decide) fn lead_review(rights: &Rights, it: &Review) -> Result<(), Refusal> {
    lead_review_on(rights, it.on)
}

/// The same of a review that is yet to be written.
pub(in crate::domain::decide) fn lead_review_on(
    rights: &Rights,
    on: ReviewOn,
) -> Result<(), Refusal> {
    let state = rights.state;
    match on {
        ReviewOn::Activity(id) => match state.activities.get(&id) {
            Some(it) => lead_activity(rights, it),
            None => rights.need(LEADING),
        },
        ReviewOn::Recommendation(id) => match state.recommendations.get(&id) {
            Some(it) => recommendations::lead(rights, it),
            None => rights.need(LEADING),
        },
        ReviewOn::Decision(_) => rights.need(LEADING),
    }
}

/// Adds an activity or changes one.
pub(super) fn put_activity(
    sheet: &mut Sheet,
    at: Option<(ActivityId, Seq)>,
    activity: &Activity,
    papers: &[DocumentChoice],
) -> Result<(), Refusal> {
    if let Some((id, seen)) = at {
        let key = Key::Activity(id);
        sheet.check_revision(key, seen)?;
        let there = sheet.state.activities.get(&id);
        lead_activity(&sheet.rights(), there.ok_or(Refusal::Missing { key })?)?;
    }
    lead_activity(&sheet.rights(), activity)?;
    sound_activity(sheet, activity)?;
    texts::at_most(Field::Document, MOST_ITEMS, papers.len())?;
    let mut documents: Vec<DocumentId> = Vec::new();
    for choice in papers {
        let id = documents::choose_ground(sheet, choice)?;
        if !documents.contains(&id) {
            documents.push(id);
        }
    }
    let record = Record::Activity(Activity {
        documents,
        ..activity.clone()
    });
    match at {
        Some((id, _)) => sheet.put(Key::Activity(id), record),
        None => {
            sheet.create(Kind::Activity, ActivityId, Key::Activity, record)?;
        }
    }
    Ok(())
}

fn sound_activity(sheet: &Sheet, it: &Activity) -> Result<(), Refusal> {
    texts::name(Field::Title, &it.title, TITLE_TEXT)?;
    sheet.period(it.period)?;
    it.direction.map_or(Ok(()), |id| is_direction(sheet, id))?;
    if let Some(from) = it.from {
        not_before(Field::To, it.to, from)?;
    }
    match &it.state {
        ActivityState::Planned => {}
        // What was held has a day that has come.
        ActivityState::Held => {
            let field = Field::From;
            let from = it.from.ok_or(Refusal::Empty { field })?;
            happened(sheet, from, None)?;
        }
        ActivityState::Cancelled { reason } => {
            texts::full_lines(Field::Reason, reason, NOTE_TEXT)?;
        }
    }
    texts::at_most(Field::Participants, MOST_NAMED, it.participants.len())?;
    for participant in &it.participants {
        terms::addressee(sheet, participant)?;
    }
    short(Field::Participants, &it.others)?;
    texts::lines(Field::Outcome, &it.outcome, LONG_TEXT)?;
    for given in [it.notes.len(), it.recommendations.len(), it.about.len()] {
        texts::at_most(Field::Ground, MOST_ITEMS, given)?;
    }
    for id in &it.notes {
        sheet.must_exist(Key::AnalysisNote(*id))?;
    }
    for id in &it.recommendations {
        sheet.must_exist(Key::Recommendation(*id))?;
    }
    it.about.iter().try_for_each(|it| terms::ground(sheet, *it))
}

/// Adds a review or changes one.
pub(super) fn put_review(
    sheet: &mut Sheet,
    at: Option<(ReviewId, Seq)>,
    review: &Review,
    document: Option<&DocumentChoice>,
) -> Result<(), Refusal> {
    if let Some((id, seen)) = at {
        let key = Key::Review(id);
        sheet.check_revision(key, seen)?;
        let there = sheet.state.reviews.get(&id);
        lead_review(&sheet.rights(), there.ok_or(Refusal::Missing { key })?)?;
    }
    lead_review(&sheet.rights(), review)?;
    sheet.must_exist(match review.on {
        ReviewOn::Activity(id) => Key::Activity(id),
        ReviewOn::Recommendation(id) => Key::Recommendation(id),
        ReviewOn::Decision(id) => Key::Decision(id),
    })?;
    texts::lines(Field::Text, &review.text, LONG_TEXT)?;
    happened(sheet, review.date, None)?;
    measured(sheet, review)?;
    let record = Record::Review(Review {
        document: paper(sheet, document)?,
        ..review.clone()
    });
    match at {
        Some((id, _)) => sheet.put(Key::Review(id), record),
        None => {
            sheet.create(Kind::Review, ReviewId, Key::Review, record)?;
        }
    }
    Ok(())
}

/// An effect is a difference between two periods of which the second came later.
fn measured(sheet: &Sheet, it: &Review) -> Result<(), Refusal> {
    if let Some(id) = it.indicator
        && !sheet.state.indicators.keys().any(|(_, known)| *known == id)
    {
        let key = Key::Indicator(crate::domain::ids::EditionId(0), id);
        return Err(Refusal::Missing { key });
    }
    for measured in [it.before, it.after].into_iter().flatten() {
        sheet.period(measured.period)?;
    }
    let (Some(before), Some(after)) = (it.before, it.after) else {
        return Ok(());
    };
    let (first, second) = (sheet.period(before.period)?, sheet.period(after.period)?);
    match second.to > first.to {
        true => Ok(()),
        false => Err(Refusal::Cycle(CycleRefusal::SamePeriod)),
    }
}
