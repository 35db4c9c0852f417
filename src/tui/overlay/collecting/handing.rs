//! Handing in, approving and sending back for many: a direction or all of them, of some organisations. What goes and what stays is
//! said before, and only what goes is asked for, in one commit.

use crate::analysis::handing::{Asked, Handing, Stays, handing};
use crate::args;
use crate::domain::command::{Command, ValueStep};
use crate::domain::decide::{Actor, Deed};
use crate::domain::ids::{DirectionId, OrganisationId, PeriodId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::CommandId;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{Fault, Purpose, Version};
use crate::tui::layer::Outcome;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form};

const DIRECTION: &str = "direction";
const REASON: &str = "reason";
/// The token of all directions.
const ALL: &str = "all";
/// Stands between the organisations of a place.
const AND: char = '+';
/// Organisations and cells that are named.
const MOST_NAMED: usize = 4;

/// What is done with the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Submit,
    Approve,
    Return,
}

impl Move {
    const ALL: [Move; 3] = [Move::Submit, Move::Approve, Move::Return];

    fn of(command: CommandId) -> Move {
        match command {
            CommandId::Approve => Move::Approve,
            CommandId::ReturnValue => Move::Return,
            _ => Move::Submit,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Move::Submit => "submit",
            Move::Approve => "approve",
            Move::Return => "return",
        }
    }

    fn title(self) -> Phrase {
        match self {
            Move::Submit => Phrase::HandInTitle,
            Move::Approve => Phrase::HandApproveTitle,
            Move::Return => Phrase::HandReturnTitle,
        }
    }

    fn button(self) -> Phrase {
        match self {
            Move::Submit => Phrase::ButtonHandIn,
            Move::Approve => Phrase::ButtonHandApprove,
            Move::Return => Phrase::ButtonHandReturn,
        }
    }

    fn step(self, reason: &str) -> ValueStep {
        match self {
            Move::Submit => ValueStep::Submit,
            Move::Approve => ValueStep::Approve,
            Move::Return => ValueStep::Return {
                reason: reason.to_owned(),
            },
        }
    }
}

/// The form for these organisations.
pub(super) fn of(
    app: &mut App,
    period: PeriodId,
    whom: &[OrganisationId],
    command: CommandId,
) -> Outcome {
    let step = Move::of(command);
    if step != Move::Submit && !may(app, &Deed::Approve) {
        return Outcome::Used;
    }
    let purpose = HandingOver {
        period,
        whom: whom.to_vec(),
        step,
        found: None,
    };
    let found = purpose.find(app, None);
    if found.goes.is_empty() {
        let said = [Some(app.say(Phrase::HandNothing)), stays(app, &found)];
        let said: Vec<String> = said.into_iter().flatten().collect();
        app.status.tell(Tone::Warning, said.join(" "));
        return Outcome::Used;
    }
    Outcome::Open(layer::layer(app, purpose))
}

/// What a form is for, to which kept input belongs.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let [step, period, whom] = words else {
        return None;
    };
    let step = Move::ALL.into_iter().find(|it| it.name() == *step)?;
    let period = PeriodId(period.parse().ok()?);
    app.state().periods.get(&period)?;
    let whom = (whom.split(AND)).filter_map(|it| it.parse().ok().map(OrganisationId));
    Some(Box::new(HandingOver {
        period,
        whom: whom.collect(),
        step,
        found: None,
    }))
}

/// «Останутся как есть: не внесено — 12; нет пояснения — 2.»
fn stays(app: &App, found: &Handing) -> Option<String> {
    if found.stays.is_empty() {
        return None;
    }
    let said = found.stays.iter().map(|(why, cells)| {
        let phrase = match why {
            Stays::Empty => Phrase::HandStaysEmpty,
            Stays::Note => Phrase::HandStaysNote,
            Stays::Evidence => Phrase::HandStaysEvidence,
            Stays::Own => Phrase::HandStaysOwn,
            Stays::Scope => Phrase::HandStaysScope,
            Stays::Other => Phrase::HandStaysOther,
        };
        let said = app.say_with(phrase, &args![n = cells.len()]);
        // What can be mended at once is named.
        let named = matches!(why, Stays::Note | Stays::Evidence);
        let first = cells.iter().take(MOST_NAMED).filter(|_| named);
        let first: Vec<String> = first.map(|it| app.narrator().cell(*it)).collect();
        match first.is_empty() {
            true => said,
            false => format!("{said} ({})", first.join(", ")),
        }
    });
    let what = said.collect::<Vec<_>>().join("; ");
    Some(app.say_with(Phrase::HandStays, &args![what]))
}

/// Values that are handed over together.
#[derive(Clone, Debug)]
struct HandingOver {
    period: PeriodId,
    /// In whose rows.
    whom: Vec<OrganisationId>,
    step: Move,
    /// What was found for which direction.
    found: Option<(Option<DirectionId>, Handing)>,
}

impl HandingOver {
    fn find(&self, app: &App, direction: Option<DirectionId>) -> Handing {
        let state = app.mirror.confirmed();
        let asked = Asked {
            period: self.period,
            whom: self.whom.iter().copied().collect(),
            direction,
        };
        let actor = Actor { user: app.user };
        // Whatever the reason will be, it says something.
        handing(state, actor, app.now, &asked, &self.step.step("а"))
    }

    fn chosen(form: &Form) -> Option<DirectionId> {
        let token = form.tokens(DIRECTION).into_iter().next()?;
        token.parse().ok().map(DirectionId)
    }
}

impl Purpose for HandingOver {
    fn title(&self, app: &App) -> String {
        let named = self.whom.iter().take(MOST_NAMED);
        let names: Vec<String> = named.map(|it| app.narrator().organisation(*it)).collect();
        let names = names.join(", ");
        let whom = match self.whom.len().saturating_sub(MOST_NAMED) {
            0 => names,
            n => app.say_with(Phrase::NamesAndMore, &args![names, n]),
        };
        let (dot, what) = (app.theme.glyphs.dot, app.say(self.step.title()));
        format!("{what} {dot} {whom}")
    }

    fn place(&self) -> String {
        let whom: Vec<String> = self.whom.iter().map(|it| it.0.to_string()).collect();
        let whom = whom.join(&AND.to_string());
        let (step, period) = (self.step.name(), self.period.0);
        format!("handing {step} {period} {whom}")
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.period)
    }

    fn build(&self, app: &App) -> Form {
        let edition = app.state().edition_of(self.period);
        let mut directions: Vec<_> = (app.state().directions.iter())
            .filter(|((of, _), it)| Some(*of) == edition && !it.retired)
            .map(|((_, id), it)| {
                (
                    it.order,
                    id.0.to_string(),
                    format!("{} {}", it.code, it.short),
                )
            })
            .collect();
        directions.sort();
        let mut offered = vec![(ALL.to_owned(), app.say(Phrase::DirectionAll))];
        offered.extend(
            directions
                .into_iter()
                .map(|(_, token, label)| (token, label)),
        );
        let mut fields = vec![Field::choice_of(
            DIRECTION,
            app.say(Phrase::LabelDirectionOf),
            offered,
        )];
        if self.step == Move::Return {
            fields.push(Field::text(REASON, app.say(Phrase::LabelReason), ""));
        }
        let mut form = Form::new(fields, app.say(self.step.button()));
        // The list is there to be looked at; Enter hands over what goes.
        match self.step {
            Move::Return => {
                form.focus(REASON);
            }
            Move::Submit | Move::Approve => form.focus_button(),
        }
        form
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let chosen = HandingOver::chosen(form);
        let found = match self.found.take() {
            Some((of, found)) if of == chosen => found,
            _ => self.find(app, chosen),
        };
        let goes = app.say_with(Phrase::HandGoes, &args![n = found.goes.len()]);
        if let Some(field) = form.field_mut(DIRECTION) {
            field.note = [Some(goes), stays(app, &found)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ");
        }
        self.found = Some((chosen, found));
    }

    fn only_seen(&self, _: &Form) -> &'static [&'static str] {
        &[DIRECTION]
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let chosen = HandingOver::chosen(form);
        let cells = match &self.found {
            Some((of, found)) if *of == chosen => found.goes.clone(),
            _ => self.find(app, chosen).goes,
        };
        if cells.is_empty() {
            return Err(Fault::new(DIRECTION, app.say(Phrase::HandNothing)));
        }
        let step = self.step.step(&form.text(REASON));
        Ok(Command::StepValues { cells, step })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        match field {
            RefusedField::Reason => Some(REASON),
            _ => None,
        }
    }

    fn versions(&self, theirs: &Record, _: &Form, app: &App) -> Vec<Version> {
        let Record::Value(theirs) = theirs else {
            return Vec::new();
        };
        let (theirs, mine) = (app.locale.word(&theirs.state), app.say(self.step.title()));
        vec![(app.say(Phrase::LabelState), theirs, mine)]
    }

    fn rest_on(&mut self, _: Key, _: Seq, _: &mut Form) {
        // What is there now is looked at again.
        self.found = None;
    }
}
