//! Handing in, approving and sending back for many: a direction or all of them, of some organisations, or the cells that are marked. What
//! goes and what stays is said before, and only what goes is asked for, in one commit.

use super::whom;
use crate::analysis::handing::{Among, Asked, Handing, Stays, handing};
use crate::args;
use crate::domain::command::{Command, ValueStep};
use crate::domain::decide::{Actor, Deed};
use crate::domain::ids::{DirectionId, OrganisationId, PeriodId, Seq};
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::value::Cell;
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
/// What is usually left alone.
const SPARED: &str = "spared";
/// The token of all directions.
const ALL: &str = "all";
/// Cells that are named.
const MOST_NAMED: usize = 4;
/// Stands before the cells of a place, and between them.
const CELLS: char = '=';

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

    /// What it leaves alone where nobody says otherwise.
    fn spared(self) -> Option<Stays> {
        match self {
            Move::Submit => Some(Stays::NotMended),
            Move::Approve => Some(Stays::Found),
            Move::Return => Some(Stays::Approved),
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
pub fn of(app: &mut App, period: PeriodId, whom: &[OrganisationId], command: CommandId) -> Outcome {
    let step = Move::of(command);
    over(app, period, Whose::Rows(whom.to_vec()), step)
}

/// The form for the cells that are marked.
pub fn of_cells(app: &mut App, cells: &[Cell], command: CommandId) -> Outcome {
    let step = Move::of(command);
    let Some(first) = cells.first() else {
        return Outcome::Used;
    };
    over(app, first.period, Whose::Cells(cells.to_vec()), step)
}

fn over(app: &mut App, period: PeriodId, whose: Whose, step: Move) -> Outcome {
    if step != Move::Submit && !may(app, &Deed::Approve) {
        return Outcome::Used;
    }
    let purpose = HandingOver {
        period,
        whose,
        step,
        found: None,
    };
    let found = purpose.find(app, &Chosen::default());
    let spared = (step.spared()).is_some_and(|it| found.stays.contains_key(&it));
    if found.goes.is_empty() && !spared {
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
    Some(Box::new(HandingOver {
        period,
        whose: Whose::of_place(app, whom)?,
        step,
        found: None,
    }))
}

/// Whose values, or which.
#[derive(Clone, Debug)]
enum Whose {
    /// Those in the rows of organisations.
    Rows(Vec<OrganisationId>),
    /// These.
    Cells(Vec<Cell>),
}

impl Whose {
    fn in_place(&self) -> String {
        match self {
            Whose::Rows(whom) => whom::in_place(whom),
            Whose::Cells(cells) => {
                let hex = |it: &Cell| {
                    let bytes = Key::Value(*it).to_bytes();
                    let digits = bytes.iter().map(|it| format!("{it:02x}"));
                    format!("{CELLS}{}", digits.collect::<String>())
                };
                cells.iter().map(hex).collect()
            }
        }
    }

    fn of_place(app: &App, words: &str) -> Option<Whose> {
        let Some(cells) = words.strip_prefix(CELLS) else {
            let whom = whom::of_place(app, words);
            return (!whom.is_empty()).then_some(Whose::Rows(whom));
        };
        let cell = |hex: &str| {
            let digits = (0..hex.len()).step_by(2);
            let bytes = digits.map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok());
            match Key::from_bytes(&bytes.collect::<Option<Vec<u8>>>()?) {
                Some(Key::Value(cell)) => Some(cell),
                _ => None,
            }
        };
        let cells: Option<Vec<Cell>> = cells.split(CELLS).map(cell).collect();
        Some(Whose::Cells(cells?))
    }
}

/// What of them is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Chosen {
    direction: Option<DirectionId>,
    /// What is usually left alone, too.
    all: bool,
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
            Stays::Approved => Phrase::HandStaysApproved,
            Stays::NotMended => Phrase::HandStaysNotMended,
            Stays::Found => Phrase::HandStaysFound,
            Stays::Closed => Phrase::HandStaysClosed,
            Stays::Other => Phrase::HandStaysOther,
        };
        let said = app.say_with(phrase, &args![n = cells.len()]);
        // What can be mended at once is named.
        let named = matches!(
            why,
            Stays::Note | Stays::Evidence | Stays::NotMended | Stays::Found
        );
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

/// What was found, and how it is told.
#[derive(Clone, Debug)]
struct Found {
    chosen: Chosen,
    handing: Handing,
    told: String,
}

/// Values that are handed over together.
#[derive(Clone, Debug)]
struct HandingOver {
    period: PeriodId,
    whose: Whose,
    step: Move,
    /// What was found for what was chosen.
    found: Option<Found>,
}

impl HandingOver {
    fn find(&self, app: &App, chosen: &Chosen) -> Handing {
        let state = app.mirror.confirmed();
        let asked = Asked {
            period: self.period,
            among: match &self.whose {
                Whose::Cells(cells) => Among::Cells(cells.iter().copied().collect()),
                Whose::Rows(whom) => Among::Rows {
                    whom: whom.iter().copied().collect(),
                    direction: chosen.direction,
                },
            },
            all: chosen.all,
        };
        let actor = Actor { user: app.user };
        // Whatever the reason will be, it says something.
        handing(state, actor, app.now, &asked, &self.step.step("а"))
    }

    fn chosen(form: &Form) -> Chosen {
        let token = form.tokens(DIRECTION).into_iter().next();
        Chosen {
            direction: token.and_then(|it| it.parse().ok()).map(DirectionId),
            all: form.field(SPARED).is_some() && form.choice(SPARED) == 1,
        }
    }

    /// The list of the period's directions, with all of them first; of marked cells it is known which.
    fn directions(&self, app: &App) -> Field {
        let mut offered = vec![(ALL.to_owned(), app.say(Phrase::DirectionAll))];
        if let Whose::Cells(cells) = &self.whose {
            let n = cells.len();
            offered = vec![(ALL.to_owned(), app.say_with(Phrase::HandOfThese, &args![n]))];
        } else {
            let edition = app.state().edition_of(self.period);
            let mut directions: Vec<_> = (app.state().directions.iter())
                .filter(|((of, _), it)| Some(*of) == edition && !it.retired)
                .map(|((_, id), it)| {
                    let name = format!("{} {}", it.code, it.short);
                    (it.order, id.0.to_string(), name)
                })
                .collect();
            directions.sort();
            let directions = directions.into_iter().map(|(_, token, name)| (token, name));
            offered.extend(directions);
        }
        Field::choice_of(DIRECTION, app.say(Phrase::LabelDirectionOf), offered)
    }

    /// What is usually left alone, where there is any of it.
    fn spared(&self, app: &App) -> Option<Field> {
        let why = self.step.spared()?;
        let found = self.find(app, &Chosen::default());
        found.stays.get(&why)?;
        let (label, words) = match why {
            Stays::Approved => (
                Phrase::LabelApprovedOnes,
                [Phrase::ApprovedLeft, Phrase::ApprovedToo],
            ),
            Stays::Found => (
                Phrase::LabelFoundOnes,
                [Phrase::FoundLeft, Phrase::FoundToo],
            ),
            _ => (
                Phrase::LabelReturnedOnes,
                [Phrase::ReturnedLeft, Phrase::ReturnedToo],
            ),
        };
        let words = words.map(|it| app.say(it));
        Some(Field::choice(SPARED, app.say(label), words.into(), 0))
    }

    /// «Подойдут 33 значения. Из них утверждено: 3.»
    fn goes(&self, app: &App, chosen: &Chosen, found: &Handing) -> String {
        let goes = app.say_with(Phrase::HandGoes, &args![n = found.goes.len()]);
        let spared = match self.step.spared().filter(|_| chosen.all) {
            Some(why @ Stays::Approved) => (why, Phrase::HandOfThemApproved),
            Some(why @ Stays::Found) => (why, Phrase::HandOfThemFound),
            _ => return goes,
        };
        let (why, phrase) = spared;
        let usual = Chosen {
            all: false,
            ..*chosen
        };
        let n = self.find(app, &usual).stays.get(&why).map_or(0, Vec::len);
        match n {
            0 => goes,
            n => format!("{goes} {}", app.say_with(phrase, &args![n])),
        }
    }
}

impl Purpose for HandingOver {
    fn title(&self, app: &App) -> String {
        let whom = match &self.whose {
            Whose::Rows(whom) => whom::names(app, whom),
            Whose::Cells(cells) => app.say_with(Phrase::HandOfThese, &args![n = cells.len()]),
        };
        let (dot, what) = (app.theme.glyphs.dot, app.say(self.step.title()));
        format!("{what} {dot} {whom}")
    }

    fn place(&self) -> String {
        let whom = self.whose.in_place();
        let (step, period) = (self.step.name(), self.period.0);
        format!("handing {step} {period} {whom}")
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.period)
    }

    fn build(&self, app: &App) -> Form {
        let mut fields = vec![self.directions(app)];
        fields.extend(self.spared(app));
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
        // Asked of the rules once, not for every key.
        let found = self.found.take().filter(|it| it.chosen == chosen);
        let found = found.unwrap_or_else(|| {
            let handing = self.find(app, &chosen);
            let goes = self.goes(app, &chosen, &handing);
            let told = [Some(goes), stays(app, &handing)].into_iter().flatten();
            Found {
                chosen,
                told: told.collect::<Vec<_>>().join(" "),
                handing,
            }
        });
        if let Some(field) = form.field_mut(DIRECTION) {
            field.note.clone_from(&found.told);
        }
        self.found = Some(found);
    }

    fn only_seen(&self, _: &Form) -> &'static [&'static str] {
        &[DIRECTION, SPARED]
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let chosen = HandingOver::chosen(form);
        let cells = match &self.found {
            Some(found) if found.chosen == chosen => found.handing.goes.clone(),
            _ => self.find(app, &chosen).goes,
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
