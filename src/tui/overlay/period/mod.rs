//! What is done with a period as a whole: the list of steps, the form of each, what is said of it, and whether it can be closed.
//!
//! Knows no rule: whether a step can be taken now is asked of the rules themselves.

mod edit;
mod fates;
mod ready;
mod stepping;

use crate::analysis::results::RECKON;
use crate::domain::command::{Command, DocumentChoice, PeriodStep, Rebinding};
use crate::domain::decide::{Actor, decide, editions_to_move_to};
use crate::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use crate::domain::ids::{EditionId, PeriodId, Seq};
use crate::domain::record::Key;
use crate::domain::refusal::Refusal;
use crate::locale::Phrase;
use crate::tui::app::{App, Waiting};
use crate::tui::inline::layer;
use crate::tui::inline::purpose::Purpose;
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::page::Page;
use crate::tui::overlay::picker::{Item, Picker};
use crate::tui::status::Tone;

pub use edit::{form, given, purpose_of, takes_changes};
pub use ready::{close, open as readiness};

/// Something that can be done with a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Открыть ввод.
    Open,
    /// Закончить ввод и проверить.
    Review,
    /// The list of what is not ready.
    Ready,
    /// Закрыть.
    Close,
    /// Утвердить итоги актом.
    Approve,
    /// Перевести на другую редакцию.
    Move,
    /// Пересчитать итоги.
    Rescore,
    /// Открыть снова.
    Reopen,
}

/// What a step may need.
struct Input {
    edition: EditionId,
    reason: String,
    act: Option<DocumentChoice>,
    unready: bool,
}

impl Doing {
    /// All, in the order in which they follow each other.
    const ALL: [Doing; 8] = [
        Doing::Open,
        Doing::Review,
        Doing::Ready,
        Doing::Close,
        Doing::Approve,
        Doing::Move,
        Doing::Rescore,
        Doing::Reopen,
    ];

    /// A stable name: unfinished input is kept under it.
    fn name(self) -> &'static str {
        match self {
            Doing::Open => "open",
            Doing::Review => "review",
            Doing::Ready => "ready",
            Doing::Close => "close",
            Doing::Approve => "approve",
            Doing::Move => "move",
            Doing::Rescore => "rescore",
            Doing::Reopen => "reopen",
        }
    }

    /// The verb.
    fn title(self) -> Phrase {
        match self {
            Doing::Open => Phrase::PeriodOpenEntry,
            Doing::Review => Phrase::PeriodToReview,
            Doing::Ready => Phrase::PeriodReadiness,
            Doing::Close => Phrase::PeriodClose,
            Doing::Approve => Phrase::PeriodApprove,
            Doing::Move => Phrase::PeriodMove,
            Doing::Rescore => Phrase::PeriodRescore,
            Doing::Reopen => Phrase::PeriodReopen,
        }
    }

    /// What it will do, in a few words.
    fn effect(self) -> Phrase {
        match self {
            Doing::Open => Phrase::PeriodOpenEntryDoes,
            Doing::Review => Phrase::PeriodToReviewDoes,
            Doing::Ready => Phrase::PeriodReadinessDoes,
            Doing::Close => Phrase::PeriodCloseDoes,
            Doing::Approve => Phrase::PeriodApproveDoes,
            Doing::Move => Phrase::PeriodMoveDoes,
            Doing::Rescore => Phrase::PeriodRescoreDoes,
            Doing::Reopen => Phrase::PeriodReopenDoes,
        }
    }

    /// The command; `None` for what only shows something.
    fn command(self, id: PeriodId, seen: Seq, input: Input) -> Option<Command> {
        let Input {
            edition,
            reason,
            act,
            unready,
        } = input;
        let step = |step| Command::StepPeriod { id, seen, step };
        let rebinding = |reason, act| Rebinding {
            id,
            seen,
            edition,
            reason,
            act,
        };
        Some(match self {
            Doing::Open => step(PeriodStep::Open),
            Doing::Review => step(PeriodStep::Review),
            Doing::Ready => return None,
            Doing::Close => step(PeriodStep::Close { unready }),
            Doing::Reopen => step(PeriodStep::Reopen { reason }),
            Doing::Approve => Command::ApproveResults {
                id,
                seen,
                act: act?,
            },
            Doing::Move => Command::MovePeriod(rebinding(reason, act)),
            Doing::Rescore => Command::Rescore(rebinding(reason, act)),
        })
    }

    /// Why it cannot be done now, whatever is typed.
    fn tried(self, app: &App, id: PeriodId) -> Result<(), Refusal> {
        let (state, key) = (app.state(), Key::Period(id));
        let missing = || Refusal::Missing { key };
        let period = state.periods.get(&id).ok_or_else(missing)?;
        let edition = match self {
            Doing::Move => editions_to_move_to(state, id).first().copied(),
            _ => Some(period.edition),
        };
        let input = Input {
            // Rights and the period's state come first: by the edition that it has they are asked as well as by another.
            edition: edition.unwrap_or(period.edition),
            reason: "а".to_owned(),
            act: Some(DocumentChoice::New(any_act())),
            unready: true,
        };
        let Some(command) = self.command(id, period.stamp.rev, input) else {
            return Ok(());
        };
        match decide(state, &Actor { user: app.user }, &command, app.now, RECKON) {
            // Numbers that are not here are here once the form is; by its own edition nothing may have changed, by another one it will.
            Ok(_) | Err(Refusal::NotLoaded { .. } | Refusal::NoChange) if edition.is_none() => {
                Err(Refusal::NoOtherEdition { period: id })
            }
            Ok(_) | Err(Refusal::NotLoaded { .. }) => Ok(()),
            Err(Refusal::NoChange) if self == Doing::Rescore => Ok(()),
            Err(refusal) => Err(refusal),
        }
    }
}

fn any_act() -> Document {
    Document {
        kind: DocumentKind::Order,
        issuer: String::new(),
        level: DocumentLevel::Municipal,
        date: Some(chrono::NaiveDate::MIN),
        number: "1".to_owned(),
        title: String::new(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }
}

/// The list of what can be done with a period; what cannot be done now stands in it and says why.
pub fn steps(app: &mut App, id: PeriodId) {
    let Some(period) = app.state().periods.get(&id) else {
        return;
    };
    // What is closed anew, or scored anew, needs its numbers, and those that it is compared with.
    let title = period.name.clone();
    wanted(app, id);
    let tried: Vec<_> = (Doing::ALL.iter())
        .map(|it| (*it, it.tried(app, id)))
        .collect();
    let now = |done: &Result<(), Refusal>| done.is_ok();
    let (can, cannot): (Vec<_>, Vec<_>) = tried.iter().partition(|(_, done)| now(done));
    let items = (can.into_iter().chain(cannot))
        .map(|(doing, done)| Item {
            label: app.say(doing.title()),
            right: match done {
                Ok(()) => app.say(doing.effect()),
                Err(why) => app.narrator().why_not(why),
            },
            value: *doing,
        })
        .collect();
    let pick = move |app: &mut App, doing: Doing| match doing.tried(app, id) {
        Ok(()) => taken(app, id, doing),
        Err(why) => {
            let sentence = app.narrator().refusal(&why).to_string();
            app.status.tell(Tone::Warning, sentence);
            match why {
                // What keeps it open stands there, line by line.
                Refusal::Unconfirmed { .. } => taken(app, id, Doing::Ready),
                _ => Outcome::Used,
            }
        }
    };
    app.open(Box::new(Picker::new(title, items, 0, Box::new(pick))));
}

/// Asks for the numbers that the period's results are made of.
fn wanted(app: &mut App, id: PeriodId) {
    let state = app.state();
    let before = state.period_before(id);
    let mut all: Vec<PeriodId> = std::iter::once(id).chain(before).collect();
    let within: Vec<PeriodId> = all
        .iter()
        .flat_map(|it| state.periods_within(*it))
        .collect();
    all.extend(within);
    app.mirror.show_also(all.iter().copied());
    for period in all {
        app.want_shard(period);
    }
}

/// The form of a step, or its page; a step that asks for nothing is sent.
fn taken(app: &mut App, id: PeriodId, doing: Doing) -> Outcome {
    let layer: Box<dyn Overlay> = match doing {
        Doing::Ready => Box::new(Page::new(ready::Readiness::new(id), app)),
        Doing::Open | Doing::Review => {
            let seen = app.state().stamp(Key::Period(id)).map(|it| it.rev);
            let input = Input {
                edition: EditionId(0),
                reason: String::new(),
                act: None,
                unready: false,
            };
            if let Some(command) = seen.and_then(|seen| doing.command(id, seen, input)) {
                app.send(command, Waiting::Direct);
            }
            return Outcome::Close;
        }
        _ => layer::layer(app, stepping::Stepping::new(app, id, doing)),
    };
    Outcome::Replace(layer)
}

/// The form of a step, to which kept input belongs.
#[must_use]
pub fn of_step(app: &App, name: &str, id: PeriodId) -> Option<Box<dyn Purpose>> {
    app.state().periods.get(&id)?;
    let doing = Doing::ALL.into_iter().find(|it| it.name() == name)?;
    Some(Box::new(stepping::Stepping::new(app, id, doing)))
}
