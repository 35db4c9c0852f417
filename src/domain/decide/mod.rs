//! All rules: from what a person asks to what changes, or why not.
//!
//! [`decide`] is pure. It may refuse; what it returns can always be applied, and each change carries exactly what the
//! state holds now. Must not know who waits for the answer, how it is stored, or in which language a refusal is read.
//!
//! Invariant: a command changes a key once; a command that changes nothing is [`Refusal::NoChange`].

mod aliases;
mod allowed;
mod appointments;
mod approval;
mod assignments;
mod base_quantities;
mod bases;
mod begin;
mod brought;
mod careers;
mod closing;
mod collected;
mod collecting;
mod confirming;
mod corrections;
mod cycle;
mod deadline;
mod decisions;
mod deputies;
mod documents;
mod editions;
mod entry;
mod erase;
mod intake;
mod inverse;
mod inverse_of_results;
mod load;
mod names;
mod objections;
mod organisations;
mod period_steps;
mod periods;
mod persons;
mod publishing;
mod recommendations;
mod redo;
pub mod refs;
mod reports;
mod resting;
mod rights;
mod sheet;
mod sound;
mod taking;
mod terms;
mod texts;
mod users;
mod values;

pub use allowed::{Deed, allowed};
pub use begin::is_fresh;
pub use collected::collected;
pub use entry::{needs_note, takes};
pub use erase::erasable;
pub use inverse::decide_inverse;
pub use period_steps::editions_to_move_to;
pub use redo::{decide_redo, decide_undo};
pub use texts::{LONG_TEXT, MOST_ITEMS, MOST_NAMED, NOTE_TEXT, NUMBER_TEXT, TITLE_TEXT, explains};

use super::command::Command;
use super::ids::{Now, UserId};
use super::record::Change;
use super::refusal::Refusal;
use super::results::Reckon;
use super::state::State;
use sheet::Sheet;

/// Who asks. Roles and scope are those that the state gives the user; [`PROGRAM`](super::ids::PROGRAM) may do all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The user.
    pub user: UserId,
}

/// What a command changes, in the order of the commit.
///
/// Values that the command touches must be in memory; otherwise the answer is [`Refusal::NotLoaded`], and the caller
/// loads that period and asks again. `Undo` and `Redo` need the commit they are about: see [`decide_inverse`] and
/// [`decide_redo`].
///
/// What a period comes to when it is closed is no rule: `reckon` tells it.
///
/// # Errors
/// [`Refusal`] says why not; nothing is changed then.
pub fn decide(
    state: &State,
    actor: &Actor,
    command: &Command,
    now: Now,
    reckon: Reckon,
) -> Result<Vec<Change>, Refusal> {
    let decided = carry_out(Sheet::new(state, *actor, now), command, reckon);
    if names::sees(state, actor) {
        return decided;
    }
    names::guard(state, command, decided)
}

fn carry_out(
    mut sheet: Sheet<'_>,
    command: &Command,
    reckon: Reckon,
) -> Result<Vec<Change>, Refusal> {
    let (state, actor, now) = (sheet.state, sheet.actor, sheet.now);
    match command {
        Command::SetValues(sets) => values::set(&mut sheet, sets)?,
        Command::DetailValue { cell, seen, detail } => {
            approval::detail(&mut sheet, *cell, *seen, detail)?;
        }
        Command::StepValues { cells, step } => approval::step(&mut sheet, cells, step)?,
        Command::Confirm(it) => confirming::confirm(&mut sheet, it)?,
        Command::Unconfirm(all) => confirming::take_back(&mut sheet, all)?,
        Command::SetBase {
            period,
            base,
            organisation,
            seen,
            number,
            values,
        } => {
            let place = (*period, *base, *organisation);
            bases::set_base(&mut sheet, place, *seen, *number)?;
            values::set(&mut sheet, values)?;
        }
        Command::SetReference {
            period,
            indicator,
            seen,
            reference,
        } => {
            let reference = reference.as_ref();
            bases::set_reference(&mut sheet, (*period, *indicator), *seen, reference)?;
        }
        Command::AddDocument(document) => {
            documents::add(&mut sheet, document)?;
        }
        Command::EditDocument { id, seen, document } => {
            documents::edit(&mut sheet, *id, *seen, document)?;
        }
        Command::Load(records) => load::load(&mut sheet, records)?,
        Command::Erase(demand) => return erase::erase(state, &actor, demand, now),
        Command::Undo => {
            let seq = state
                .undo_target(actor.user)
                .ok_or(Refusal::NothingToUndo)?;
            return Err(Refusal::TooOld { seq });
        }
        Command::Redo => {
            let seq = state
                .redo_target(actor.user)
                .ok_or(Refusal::NothingToRedo)?;
            return Err(Refusal::TooOld { seq });
        }
        Command::Recommend(drafts) => recommendations::recommend(&mut sheet, drafts)?,
        Command::EditRecommendation { id, seen, draft } => {
            recommendations::edit(&mut sheet, *id, *seen, draft)?;
        }
        Command::StepRecommendations { ids, step } => {
            recommendations::step(&mut sheet, ids, step)?;
        }
        Command::Decide(draft) => decisions::decide(&mut sheet, draft)?,
        Command::EditDecision { id, seen, draft } => {
            decisions::edit(&mut sheet, *id, *seen, draft)?;
        }
        Command::StepDecision { id, seen, step } => {
            decisions::step(&mut sheet, *id, *seen, step)?;
        }
        Command::StepAssignment { id, seen, step } => {
            assignments::step(&mut sheet, *id, *seen, step)?;
        }
        Command::Report(draft) => reports::report(&mut sheet, draft)?,
        Command::EditReport { id, seen, draft } => reports::edit(&mut sheet, *id, *seen, draft)?,
        Command::AddUser { user, person } => users::add(&mut sheet, user, person.as_ref())?,
        Command::EditUser { id, seen, user } => users::edit(&mut sheet, *id, *seen, user)?,
        Command::NameDeputy {
            user,
            head,
            from,
            to,
        } => deputies::name(&mut sheet, *user, *head, (*from, *to))?,
        Command::EndDeputy { id, seen, to } => deputies::end(&mut sheet, *id, *seen, *to)?,
        Command::AddOrganisation { organisation, head } => {
            organisations::add(&mut sheet, organisation, head.as_ref())?;
        }
        Command::EditOrganisation {
            id,
            seen,
            organisation,
        } => organisations::edit(&mut sheet, *id, *seen, organisation)?,
        Command::Appoint {
            organisation,
            head,
            from,
            reason,
            seen,
            absent,
        } => {
            let head = head.as_ref();
            let present = (seen.as_slice(), *absent);
            organisations::appoint(&mut sheet, *organisation, head, *from, reason, present)?;
        }
        Command::AddEdition { from, edition, act } => {
            editions::add(&mut sheet, *from, edition, act.as_ref())?;
        }
        Command::EditEdition {
            id,
            seen,
            edition,
            act,
        } => editions::edit(&mut sheet, *id, *seen, edition, act.as_ref())?,
        Command::DropEdition { id, seen } => editions::drop(&mut sheet, *id, *seen)?,
        Command::PutDirection {
            edition,
            id,
            seen,
            direction,
        } => editions::put_direction(&mut sheet, *edition, *id, *seen, direction)?,
        Command::PutIndicator {
            edition,
            id,
            seen,
            indicator,
        } => editions::put_indicator(&mut sheet, *edition, *id, *seen, indicator)?,
        Command::PutRule(it) => editions::put_rule(&mut sheet, it)?,
        Command::RetireItem { key, seen, retired } => {
            editions::retire(&mut sheet, *key, *seen, *retired)?;
        }
        Command::RemoveItem { key, seen } => editions::remove(&mut sheet, *key, *seen)?,
        Command::ArrangeItem { key, seen, after } => {
            editions::arrange(&mut sheet, *key, *seen, *after)?;
        }
        Command::PublishEdition { id, seen, periods } => {
            publishing::publish(&mut sheet, *id, *seen, periods)?;
        }
        Command::TakeCatalogue(draft) => taking::take(&mut sheet, draft)?,
        Command::CloseOrganisation {
            id,
            seen,
            organisation,
            closing,
        } => closing::close(&mut sheet, (*id, *seen), organisation, closing)?,
        Command::AddAppointment(draft) => appointments::add(&mut sheet, draft)?,
        Command::EditAppointment { id, seen, draft } => {
            appointments::edit(&mut sheet, *id, *seen, draft)?;
        }
        Command::RemoveAppointment { id, seen } => {
            appointments::remove(&mut sheet, *id, *seen)?;
        }
        Command::EditPerson { id, seen, person } => {
            persons::rename(&mut sheet, *id, *seen, person)?;
        }
        Command::SetCareer { at, draft } => careers::set(&mut sheet, *at, draft.as_ref())?,
        Command::TakeIn(intake) => intake::take_in(&mut sheet, intake)?,
        Command::AddBaseQuantity(quantity) => base_quantities::add(&mut sheet, quantity)?,
        Command::EditBaseQuantity { id, seen, quantity } => {
            base_quantities::edit(&mut sheet, *id, *seen, quantity)?;
        }
        Command::AddPeriod(period) => periods::add(&mut sheet, std::slice::from_ref(period))?,
        Command::AddPeriods(all) => periods::add(&mut sheet, all)?,
        Command::EditPeriod { id, seen, period } => {
            periods::edit(&mut sheet, *id, *seen, period)?;
        }
        Command::StepPeriod { id, seen, step } => {
            period_steps::step(&mut sheet, *id, *seen, step, reckon)?;
        }
        Command::MovePeriod(to) => period_steps::move_to(&mut sheet, to)?,
        Command::Rescore(by) => period_steps::rescore(&mut sheet, by, reckon)?,
        Command::ApproveResults { id, seen, act } => {
            period_steps::approve(&mut sheet, *id, *seen, act)?;
        }
        Command::CorrectValue {
            set,
            reason,
            document,
        } => corrections::correct(&mut sheet, set, reason, document)?,
        Command::AddObjection(it) => objections::add(&mut sheet, it)?,
        Command::EditObjection {
            id,
            seen,
            objection,
        } => objections::edit(&mut sheet, *id, *seen, objection)?,
        Command::AnswerObjection { id, seen, answer } => {
            objections::answer(&mut sheet, *id, *seen, answer)?;
        }
        Command::Cycle(it) => cycle::carry_out(&mut sheet, it)?,
        Command::PutAlias(it) => aliases::put(&mut sheet, *it)?,
        Command::Collect(it) => collecting::collect(&mut sheet, it)?,
        Command::Begin(beginning) => begin::begin(&mut sheet, beginning)?,
        Command::EditSettings { seen, settings } => {
            periods::settings(&mut sheet, *seen, settings)?;
        }
    }
    sheet.finish()
}
