//! What can be noted of organisations now: asked of the rules themselves, with fields filled in so that only the state and the rights can
//! refuse. Of several only those are noted for whom it can be, and the others are named.

use super::noting::Noting;
use super::{letter, whom as named};
use crate::analysis::collecting::standings;
use crate::analysis::results::RECKON;
use crate::args;
use crate::domain::collection::{
    Collecting, CollectionDeed, CollectionEvent, CollectionStage, CollectionStep, ReceiptForm,
};
use crate::domain::command::Command;
use crate::domain::decide::{Actor, Deed, decide};
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::inline::layer;
use crate::tui::layer::Outcome;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::rights::may;
use crate::tui::status::Tone;

/// What can be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Запрос направлен.
    Request,
    /// Получено.
    Receive,
    /// Принято.
    Accept,
    /// Возвращено на доработку.
    Return,
    /// Напоминание направлено.
    Remind,
    /// Исправить запрос, который отмечен последним.
    Correct,
    /// Снять последнюю отметку.
    TakeBack,
    /// Текст напоминания: noted is nothing.
    Letter,
}

impl Move {
    const ALL: [Move; 8] = [
        Move::Request,
        Move::Receive,
        Move::Accept,
        Move::Return,
        Move::Remind,
        Move::Letter,
        Move::Correct,
        Move::TakeBack,
    ];

    /// A stable name: unfinished input is kept under it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Move::Request => "request",
            Move::Receive => "receive",
            Move::Accept => "accept",
            Move::Return => "return",
            Move::Remind => "remind",
            Move::Correct => "correct",
            Move::TakeBack => "back",
            Move::Letter => "letter",
        }
    }

    /// The one of that name.
    pub(super) fn named(name: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|it| it.name() == name)
    }

    pub(super) fn title(self) -> Phrase {
        match self {
            Move::Request => Phrase::CommandCollectRequested,
            Move::Receive => Phrase::CommandCollectReceived,
            Move::Accept => Phrase::MoveAccept,
            Move::Return => Phrase::MoveReturn,
            Move::Remind => Phrase::MoveRemind,
            Move::Correct => Phrase::MoveCorrect,
            Move::TakeBack => Phrase::MoveTakeBack,
            Move::Letter => Phrase::MoveLetter,
        }
    }

    /// What usually comes next where the collecting stands.
    fn after(stage: CollectionStage) -> Move {
        match stage {
            CollectionStage::NotRequested => Move::Request,
            CollectionStage::Requested | CollectionStage::Returned => Move::Receive,
            CollectionStage::Received => Move::Accept,
            CollectionStage::Accepted => Move::Return,
        }
    }

    /// As it would be asked for, with words that nothing can be said against but by where it stands.
    fn tried(self, app: &App, period: PeriodId, whom: OrganisationId) -> Result<(), Refusal> {
        let (number, on) = (String::new(), app.now.today);
        let there = app.state().collection(period, whom);
        let deed = match self {
            Move::Request => CollectionDeed::Requested { number },
            Move::Receive => CollectionDeed::Received {
                number,
                form: ReceiptForm::Paper,
            },
            Move::Accept => CollectionDeed::Accepted,
            Move::Return => CollectionDeed::Returned {
                reason: "а".to_owned(),
                until: None,
            },
            Move::Remind => CollectionDeed::Reminded { number },
            Move::Correct | Move::TakeBack => {
                let event = there.and_then(|it| match self {
                    Move::Correct => it.events.iter().rfind(|it| it.is_request()),
                    _ => it.taken_back().next(),
                });
                let Some(event) = event.cloned() else {
                    let key = Key::Collection(period, whom);
                    return Err(Refusal::WrongState { key });
                };
                let step = match self {
                    Move::Correct => CollectionStep::PutRight(event),
                    _ => CollectionStep::TakeBack(event),
                };
                return self.refused(app, period, whom, step);
            }
            // It is only read; whom it is for is known of all at once.
            Move::Letter => return Ok(()),
        };
        // The first request goes before all others.
        let first = there.filter(|it| it.request().is_none());
        let first = first.and_then(|it| it.events.first()).map(|it| it.on);
        let on = match self {
            Move::Request => first.unwrap_or(on),
            _ => on,
        };
        let step = CollectionStep::Note(CollectionEvent { on, deed });
        self.refused(app, period, whom, step)
    }

    fn refused(
        self,
        app: &App,
        period: PeriodId,
        whom: OrganisationId,
        step: CollectionStep,
    ) -> Result<(), Refusal> {
        let actor = Actor { user: app.user };
        let command = command(app, period, &[whom], step);
        match decide(app.mirror.confirmed(), &actor, &command, app.now, RECKON) {
            // Said already, word for word: that it stands there is nothing against it.
            Ok(_) | Err(Refusal::NoChange) => Ok(()),
            Err(refusal) => Err(refusal),
        }
    }

    /// Those of whom it can be noted now.
    ///
    /// # Errors
    /// If there is none: why the last one was refused.
    pub(super) fn possible(
        self,
        app: &App,
        period: PeriodId,
        whom: &[OrganisationId],
    ) -> Result<Vec<OrganisationId>, Refusal> {
        let mut refused = None;
        let key = |id| Key::Collection(period, id);
        let standings = match self {
            Move::Letter => standings(app.state(), period, app.now.today),
            _ => Vec::new(),
        };
        // What one letter says is put right by whoever has it in front of them.
        let is_of_many = self == Move::Correct && whom.len() > 1;
        let is_reminded = |id| {
            let of = standings.iter().find(|it| it.organisation == id);
            self != Move::Letter || of.is_some_and(|it| it.is_reminded())
        };
        let tried = |id| match is_of_many || !is_reminded(id) {
            true => Err(Refusal::WrongState { key: key(id) }),
            false => self.tried(app, period, id),
        };
        let can = |it: &&OrganisationId| match tried(**it) {
            Ok(()) => true,
            Err(refusal) => {
                refused = Some(refusal);
                false
            }
        };
        let possible: Vec<OrganisationId> = whom.iter().filter(can).copied().collect();
        match refused {
            Some(refusal) if possible.is_empty() => Err(refusal),
            _ => Ok(possible),
        }
    }
}

/// The command that notes something of organisations, with what is seen of them now.
pub(super) fn command(
    app: &App,
    period: PeriodId,
    whom: &[OrganisationId],
    step: CollectionStep,
) -> Command {
    let seen = |id: &OrganisationId| (*id, app.mirror.seen(Key::Collection(period, *id)));
    Command::Collect(Collecting {
        period,
        organisations: whom.iter().map(seen).collect(),
        step,
    })
}

/// Opens the form of a move, or takes the last mark off at once: that can be undone.
pub(super) fn take(
    app: &mut App,
    period: PeriodId,
    whom: &[OrganisationId],
    step: Move,
) -> Outcome {
    // A letter is only read.
    let may_not = |app: &mut App| step != Move::Letter && !may(app, &Deed::Collect(whom.to_vec()));
    if whom.is_empty() || may_not(app) {
        return Outcome::Used;
    }
    let possible = match step.possible(app, period, whom) {
        Ok(possible) => possible,
        Err(refusal) => {
            let sentence = refused(app, step, &refusal);
            app.status.tell(Tone::Warning, sentence);
            return Outcome::Used;
        }
    };
    match step {
        Move::TakeBack => return take_back(app, period, &possible),
        Move::Letter => {
            let left = whom.len() - possible.len();
            return Outcome::Open(letter::page(app, period, possible, left));
        }
        _ => {}
    }
    let left = whom.iter().filter(|it| !possible.contains(it));
    let left = left.copied().collect();
    Outcome::Open(layer::layer(app, Noting::new(period, possible, left, step)))
}

/// What can be taken back of all of these: of one the last mark and the request, of many their last one, where it is the same.
fn taken_back(app: &App, period: PeriodId, whom: &[OrganisationId]) -> Vec<CollectionEvent> {
    let of = |id: &OrganisationId| app.state().collection(period, *id);
    match whom {
        [one] => of(one).map_or_else(Vec::new, |it| it.taken_back().cloned().collect()),
        many => {
            let last = |id: &OrganisationId| of(id).and_then(|it| it.events.last());
            let mut all = many.iter().map(last);
            let first = all.next().flatten();
            let same = first.filter(|first| all.all(|it| it == Some(first)));
            same.cloned().into_iter().collect()
        }
    }
}

/// Takes a mark back: at once where there is only one, for that can be undone.
fn take_back(app: &mut App, period: PeriodId, whom: &[OrganisationId]) -> Outcome {
    let events = taken_back(app, period, whom);
    let send = move |app: &mut App, whom: &[OrganisationId], event: CollectionEvent| {
        let command = command(app, period, whom, CollectionStep::TakeBack(event));
        app.send(command, Waiting::Direct);
    };
    match events.as_slice() {
        [] => {
            let sentence = app.say(Phrase::MoveTakeBackDiffers);
            app.status.tell(Tone::Warning, sentence);
            Outcome::Used
        }
        [one] => {
            send(app, whom, one.clone());
            Outcome::Used
        }
        several => {
            let items = several.iter().map(|it| Item {
                label: app.narrator().collection_event(it),
                right: String::new(),
                value: it.clone(),
            });
            let (items, whom) = (items.collect(), whom.to_vec());
            let title = app.say(Move::TakeBack.title());
            let on_pick = move |app: &mut App, event: CollectionEvent| {
                send(app, &whom, event);
                Outcome::Close
            };
            let picker = Picker::new(title, items, 0, Box::new(on_pick));
            Outcome::Open(Box::new(picker.by_digit()))
        }
    }
}

/// Why nothing of the kind can be noted.
fn refused(app: &App, step: Move, refusal: &Refusal) -> String {
    match refusal {
        Refusal::WrongState {
            key: Key::Collection(period, id),
        } if step == Move::Letter => letter::reminders(app, *period)
            .needless(*id)
            .unwrap_or_default(),
        Refusal::WrongState {
            key: Key::Collection(period, id),
        } => {
            let there = app.state().collection(*period, *id);
            let stage = there.map_or(CollectionStage::NotRequested, |it| it.stage());
            let (what, stage) = (app.say(step.title()), app.locale.word(&stage));
            let organisation = app.narrator().organisation(*id);
            match step {
                Move::Request => {
                    app.say_with(Phrase::MoveAskedAlready, &args![organisation, stage])
                }
                _ => app.say_with(Phrase::MoveNotNow, &args![organisation, stage, what]),
            }
        }
        refusal => app.narrator().refusal(refusal).to_string(),
    }
}

/// The list of what can be noted of these organisations; a digit picks.
pub(super) fn choose(app: &mut App, period: PeriodId, whom: Vec<OrganisationId>) -> Outcome {
    if whom.is_empty() || !may(app, &Deed::Collect(whom.clone())) {
        return Outcome::Used;
    }
    let found = Move::ALL.map(|it| (it, it.possible(app, period, &whom)));
    let of = whom.len();
    let mut items: Vec<Item<Move>> = (found.iter())
        .filter_map(|(step, possible)| {
            let n = possible.as_ref().ok()?.len();
            let right = match n == of {
                true => String::new(),
                false => app.say_with(Phrase::MoveOfHowMany, &args![n, of]),
            };
            let label = match (step, taken_back(app, period, &whom).as_slice()) {
                (Move::TakeBack, [one]) => {
                    let what = app.narrator().collection_event(one);
                    app.say_with(Phrase::MoveTakeBackOf, &args![what])
                }
                _ => app.say(step.title()),
            };
            Some(Item {
                label,
                right,
                value: *step,
            })
        })
        .collect();
    if items.is_empty() {
        let first = found
            .iter()
            .find_map(|(step, it)| Some((*step, it.as_ref().err()?)));
        if let Some((step, refusal)) = first {
            let sentence = refused(app, step, refusal);
            app.status.tell(Tone::Warning, sentence);
        }
        return Outcome::Used;
    }
    // Where there is no other request, the one there is stands in its place: the digits of what follows are known by heart.
    if !items.iter().any(|it| it.value == Move::Request)
        && let Some(at) = items.iter().position(|it| it.value == Move::Correct)
    {
        let correct = items.remove(at);
        items.insert(0, correct);
    }
    let first = whom
        .first()
        .and_then(|it| app.state().collection(period, *it));
    let next = Move::after(first.map_or(CollectionStage::NotRequested, |it| it.stage()));
    let at = items.iter().position(|it| it.value == next).unwrap_or(0);
    let title = named::title(app, &whom);
    let on_pick = move |app: &mut App, step: Move| match take(app, period, &whom, step) {
        Outcome::Open(next) => Outcome::Replace(next),
        _ => Outcome::Close,
    };
    Outcome::Open(Box::new(
        Picker::new(title, items, at, Box::new(on_pick)).by_digit(),
    ))
}
