//! What the commands of the cycle open: from the value under the cursor, from marked rows, from a direction, from a record.

use super::activity::{self, Acting, Ground};
use super::goal::Aiming;
use super::note::Analysing;
use super::review::Reviewing;
use crate::domain::activity::{Activity, ActivityState, ReviewOn};
use crate::domain::command::{Command, DocumentChoice};
use crate::domain::cycle_command::CycleCommand;
use crate::domain::decide::Deed;
use crate::domain::ids::{ActivityId, DirectionId, NoteId, PeriodId, RecommendationId};
use crate::domain::record::Key;
use crate::domain::value::Cell;
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::command::table::{CommandId, Place};
use crate::tui::followup::{Layer, meant, selected, target, tell};
use crate::tui::inline::layer;
use crate::tui::inline::purpose::Purpose;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::rights::may;
use crate::tui::screen::monitoring::lists::direction_ids;

fn show(app: &mut App, layer: Layer) {
    if let Some(layer) = layer {
        app.open(layer);
    }
}

/// The values that a command is about: of the marked rows, else of the row under the cursor.
fn cells(app: &App) -> Vec<Cell> {
    let rows = app.monitoring.acted_on();
    rows.into_iter().filter_map(|it| it.cell).collect()
}

fn direction_of(app: &App, cell: Cell) -> Option<DirectionId> {
    let found = app.state().indicator_in(cell.period, cell.indicator);
    found.map(|it| it.direction)
}

/// A note of analysis: about the value or the marked rows, from the lists about the direction as a whole.
pub fn analyse(app: &mut App) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let of_whole = matches!(app.place(), Place::Directions | Place::Indicators);
    if of_whole && app.monitoring.marks.is_empty() {
        let layer = match app.monitoring.chosen.direction {
            Some(direction) => note_layer(app, direction, period, Vec::new()),
            None => return tell(app, Phrase::ChooseDirection),
        };
        return show(app, layer);
    }
    if app.monitoring.marks_are_elsewhere() {
        return tell(app, Phrase::MarkedElsewhere);
    }
    let about = cells(app);
    let Some(direction) = about.first().and_then(|it| direction_of(app, *it)) else {
        return tell(app, Phrase::NothingToAnalyse);
    };
    let layer = note_layer(app, direction, period, about);
    show(app, layer);
}

fn note_layer(app: &mut App, direction: DirectionId, period: PeriodId, about: Vec<Cell>) -> Layer {
    let may = may(app, &Deed::WriteOf(direction));
    may.then(|| layer::layer(app, Analysing::new(direction, period, about)))
}

/// A measure: for the heads of the value or of the marked rows; from a recommendation or a note under the cursor.
pub fn act(app: &mut App) {
    if let Some(ground) = selected(app).and_then(|it| ground_of(app, it)) {
        let layer = act_on(app, ground);
        return show(app, layer);
    }
    if app.monitoring.marks_are_elsewhere() {
        return tell(app, Phrase::MarkedElsewhere);
    }
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let about = cells(app);
    let heads = target::acted_on(app).into_iter().map(|it| it.addressee);
    let ground = Ground {
        period,
        direction: about.first().and_then(|it| direction_of(app, *it)),
        heads: heads.collect(),
        about,
        notes: Vec::new(),
        recommendations: Vec::new(),
    };
    let layer = act_on(app, ground);
    show(app, layer);
}

/// What a measure begins with that follows from a record; `None` where none can.
#[must_use]
pub fn ground_of(app: &App, key: Key) -> Option<Ground> {
    let state = app.state();
    match key {
        Key::Recommendation(id) => {
            let it = state.recommendations.get(&id)?;
            Some(of_advice(app, id, it.period, it.ground, &it.addressees))
        }
        Key::AnalysisNote(id) => {
            let it = state.notes.get(&id)?;
            Some(Ground {
                period: it.period,
                direction: Some(it.direction),
                about: it.about.clone(),
                notes: vec![id],
                recommendations: Vec::new(),
                heads: Vec::new(),
            })
        }
        _ => None,
    }
}

fn of_advice(
    app: &App,
    id: RecommendationId,
    period: PeriodId,
    ground: Option<Cell>,
    heads: &[crate::domain::followup::Addressee],
) -> Ground {
    Ground {
        period,
        direction: ground.and_then(|it| direction_of(app, it)),
        about: ground.into_iter().collect(),
        notes: Vec::<NoteId>::new(),
        recommendations: vec![id],
        heads: heads.to_vec(),
    }
}

/// The form of a new measure; `None` where the person may not write one, which was said.
pub fn act_on(app: &mut App, ground: Ground) -> Layer {
    let organisations = ground.heads.iter().map(|it| it.organisation).collect();
    let may = may(app, &Deed::Act(ground.direction, organisations));
    may.then(|| layer::layer(app, Acting::new(ground)))
}

/// A review of what is under the cursor, or of what follows the value.
pub fn review(app: &mut App) {
    let fits = |_: &App, key: Key| on(key).is_some();
    meant::about(app, Phrase::ReviewOfWhat, fits, |app, key| {
        match judged(app, key) {
            Some(on) => review_on(app, on),
            None => {
                tell(app, Phrase::NothingToReview);
                None
            }
        }
    });
}

fn on(key: Key) -> Option<ReviewOn> {
    match key {
        Key::Activity(id) => Some(ReviewOn::Activity(id)),
        Key::Recommendation(id) => Some(ReviewOn::Recommendation(id)),
        Key::Decision(id) => Some(ReviewOn::Decision(id)),
        _ => None,
    }
}

/// What a review of a record judges: of an assignment its decision, of a report what it is on.
fn judged(app: &App, key: Key) -> Option<ReviewOn> {
    let state = app.state();
    match key {
        Key::Assignment(id) => Some(ReviewOn::Decision(state.assignments.get(&id)?.decision)),
        Key::Review(id) => Some(state.reviews.get(&id)?.on),
        key => on(key),
    }
}

/// The form of a new review; `None` where the person may not write one, which was said.
pub fn review_on(app: &mut App, on: ReviewOn) -> Layer {
    may(app, &Deed::Review(on)).then(|| layer::layer(app, Reviewing::new(on)))
}

/// A goal of the direction that is chosen in a list.
pub fn aim(app: &mut App) {
    add(app, Phrase::GoalOfWhat, |app, direction| {
        may(app, &Deed::WriteOf(direction)).then(|| layer::layer(app, Aiming::new(direction)))
    });
}

/// Asks for a direction of the shown period, with the cursor on the chosen one, and opens what follows.
pub fn add(
    app: &mut App,
    question: Phrase,
    open: impl Fn(&mut App, DirectionId) -> Layer + Send + 'static,
) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    let all = direction_ids(app.state(), period);
    let chosen = app.monitoring.chosen.direction;
    let at = all.iter().position(|it| Some(*it) == chosen);
    let items = all.into_iter().filter_map(|id| {
        let it = app.state().direction_in(period, id)?;
        Some(Item {
            label: format!("{} {}", it.code, it.short),
            right: String::new(),
            value: id,
        })
    });
    let items: Vec<_> = items.collect();
    let title = app.say(question);
    let pick = Box::new(move |app: &mut App, id: DirectionId| {
        open(app, id).map_or(Outcome::Close, Outcome::Replace)
    });
    app.open(Box::new(Picker::new(title, items, at.unwrap_or(0), pick)));
}

/// A note of the direction that is chosen in a list.
pub fn analyse_direction(app: &mut App) {
    let Some(period) = app.monitoring.chosen.period else {
        return;
    };
    add(app, Phrase::NoteOfWhat, move |app, direction| {
        note_layer(app, direction, period, Vec::new())
    });
}

/// The form of a record of the cycle; `None` where it is none of these.
#[must_use]
pub fn purpose(app: &App, key: Key) -> Option<(Deed, Box<dyn Purpose>)> {
    let state = app.state();
    Some(match key {
        Key::Goal(id) => {
            let deed = Deed::WriteOf(state.goals.get(&id)?.direction);
            (deed, Box::new(Aiming::edit(app, id)?))
        }
        Key::AnalysisNote(id) => {
            let deed = Deed::WriteOf(state.notes.get(&id)?.direction);
            (deed, Box::new(Analysing::edit(app, id)?))
        }
        Key::Activity(id) => (Deed::RewriteActivity(id), Box::new(Acting::edit(app, id)?)),
        Key::Review(id) => {
            let deed = Deed::Review(state.reviews.get(&id)?.on);
            (deed, Box::new(Reviewing::edit(app, id)?))
        }
        _ => return None,
    })
}

/// The form of a record of the cycle as a layer. The outer `None`: it is none of these; the inner one: the person may not write on it,
/// which was said.
pub fn editor(app: &mut App, key: Key) -> Option<Layer> {
    let (deed, purpose) = purpose(app, key)?;
    Some(may(app, &deed).then(|| layer::boxed(app, purpose)))
}

/// The next state of a measure: held or cancelled, or planned again. `None`: the record is no measure.
pub fn step(app: &mut App, key: Key) -> Option<Layer> {
    let Key::Activity(id) = key else {
        return None;
    };
    let state = app.state().activities.get(&id)?.state.clone();
    if !may(app, &Deed::RewriteActivity(id)) {
        return Some(None);
    }
    let to: &[(Step, Phrase)] = match state {
        ActivityState::Planned => &[
            (Step::Hold, Phrase::StepHold),
            (Step::Cancel, Phrase::StepCancelActivity),
        ],
        ActivityState::Held | ActivityState::Cancelled { .. } => {
            &[(Step::Plan, Phrase::StepPlanAgain)]
        }
    };
    let items = to.iter().map(|(step, phrase)| Item {
        label: app.say(*phrase),
        right: String::new(),
        value: *step,
    });
    let items: Vec<_> = items.collect();
    let title = app.narrator().key(key);
    let pick = Box::new(move |app: &mut App, step: Step| {
        take(app, id, step).map_or(Outcome::Close, Outcome::Replace)
    });
    let picker: Box<dyn Overlay> = Box::new(Picker::new(title, items, 0, pick));
    Some(Some(picker))
}

/// A step of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Hold,
    Cancel,
    Plan,
}

/// Takes a step. What it asks for is asked in the form; where it asks for nothing it is sent.
fn take(app: &mut App, id: ActivityId, step: Step) -> Layer {
    let found = app.state().activities.get(&id)?;
    let (seen, it) = (found.stamp.rev, found.body.clone());
    let has_been = it.from.is_some_and(|it| it <= app.now.today);
    let state = match step {
        Step::Hold if has_been => ActivityState::Held,
        Step::Plan => ActivityState::Planned,
        Step::Hold | Step::Cancel => {
            let (held, field) = match step {
                Step::Hold => (true, activity::FROM),
                _ => (false, activity::REASON),
            };
            let purpose = Box::new(Acting::stepping(app, id, held)?);
            return Some(layer::boxed_at(app, purpose, Some(field)));
        }
    };
    let documents = it.documents.iter().map(|it| DocumentChoice::Known(*it));
    let command = CycleCommand::PutActivity {
        at: Some((id, seen)),
        documents: documents.collect(),
        activity: Activity { state, ..it },
    };
    app.send(Command::Cycle(Box::new(command)), Waiting::Direct);
    None
}

/// What a command of the keymap opens on a page about records: of these the first that the command can be about. `None`: the command is
/// none of the cycle's, or can be about none of them.
pub fn on_page(app: &mut App, command: CommandId, among: &[Key]) -> Option<Layer> {
    let mut keys = among.iter().copied();
    match command {
        CommandId::Act => {
            let ground = keys.find_map(|it| ground_of(app, it))?;
            Some(act_on(app, ground))
        }
        CommandId::Review => {
            let on = keys.find_map(|it| judged(app, it))?;
            Some(review_on(app, on))
        }
        CommandId::NextState => {
            let key = keys.find(|it| matches!(it, Key::Activity(_)))?;
            step(app, key)
        }
        CommandId::Edit => editor(app, keys.next_back()?),
        _ => None,
    }
}
