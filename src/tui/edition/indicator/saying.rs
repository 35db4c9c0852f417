//! What the form of an indicator says while somebody types: what is amiss, beneath its field; what the weights come to; which way the formula
//! points; in which periods it is asked for.

use super::super::{ahead, remark, told};
use super::names::*;
use super::others;
use crate::analysis::measure::Figure;
use crate::args;
use crate::domain::catalogue::{Indicator, Measure, Scoring};
use crate::domain::ids::{EditionId, IndicatorId};
use crate::domain::period::PeriodKind;
use crate::domain::scale::direction::direction;
use crate::domain::soundness::{Trouble, of_indicator};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::purpose::Fault;
use crate::tui::scale;
use crate::tui::widget::form::Form;

/// The indicator as it is typed.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub edition: EditionId,
    pub id: Option<IndicatorId>,
    pub it: &'a Indicator,
}

/// Says everything anew.
pub fn say(form: &mut Form, app: &App, about: About<'_>, faults: Vec<Fault>) {
    let weight_is_read = faults.iter().all(|it| it.field != WEIGHT);
    amiss(form, app, about, faults);
    match weight_is_read {
        true => weights(form, app, about),
        false => form.hint(WEIGHT, String::new()),
    }
    pointing(form, app, about.it);
    due(form, app, about.it);
    let hint = match form.text(MEASURED_ON).is_empty() {
        true => app.say(Phrase::LastDayOfPeriod),
        false => String::new(),
    };
    form.hint(MEASURED_ON, hint);
    let hint = match form.tokens(KINDS).is_empty() {
        true => app.say(Phrase::EmptyIsAll),
        false => String::new(),
    };
    form.hint(KINDS, hint);
    let scale = scale_in_words(app, about.it);
    if let Some(field) = form.field_mut(SCALE) {
        field.note = scale;
    }
}

fn amiss(form: &mut Form, app: &App, about: About<'_>, faults: Vec<Fault>) {
    let id = about.id.unwrap_or(IndicatorId(u32::MAX));
    let problems = of_indicator(app.state(), about.edition, id, about.it);
    let ahead = ahead(form, about.id.is_none());
    let mut found: Vec<(String, String)> = (problems.iter())
        .filter_map(|it| {
            let field = field_for(it, about.it)?;
            let is_ahead = it.what == Trouble::Blank && ahead.iter().any(|it| it == field);
            (!is_ahead).then(|| (field.to_owned(), told(app, it)))
        })
        .collect();
    // What is half typed is not held against anybody.
    let current = form.current().unwrap_or_default();
    let left = faults.into_iter().filter(|it| it.field != current);
    found.extend(left.map(|it| (it.field, it.sentence)));
    remark(form, &found);
}

/// «в направлении станет 105».
fn weights(form: &mut Form, app: &App, about: About<'_>) {
    let it = about.it;
    let hint = match it.retired {
        true => app.say(Phrase::RowNotCollected),
        false => {
            let others = others(app.state(), about.edition, it.direction, about.id);
            let sum = format::number((others + it.weight).normalize());
            app.say_with(Phrase::WeightsWillBe, &args![sum])
        }
    };
    form.hint(WEIGHT, hint);
}

/// «Растёт числитель → показатель растёт → баллы растут», beneath the last field of the formula.
fn pointing(form: &mut Form, app: &App, it: &Indicator) {
    let has_scale = !matches!(&it.scoring, Scoring::Printed(rows) if rows.is_empty());
    let words = direction(it).filter(|_| has_scale);
    let words = words.map(|it| app.narrator().pointing(&it));
    let at = match it.measure {
        Measure::Number { .. } => WHOLE,
        Measure::Ratio { .. } => FACTOR,
        Measure::Choice { .. } => OPTIONS,
        Measure::Delta { .. } | Measure::Benchmark { .. } => FROM,
    };
    for name in [WHOLE, FACTOR, OPTIONS, FROM] {
        let hint = if name == at { words.clone() } else { None };
        form.hint(name, hint.unwrap_or_default());
    }
}

/// In which periods it is asked for.
fn due(form: &mut Form, app: &App, it: &Indicator) {
    let is_due = |kind: &PeriodKind| {
        let collected = Indicator {
            retired: false,
            ..it.clone()
        };
        collected.is_due(*kind)
    };
    let periods: Vec<String> = (PeriodKind::ALL.iter().filter(|it| is_due(it)))
        .map(|it| app.locale.word(it))
        .collect();
    let periods = periods.join(", ");
    form.hint(PERIODICITY, app.say_with(Phrase::DueIn, &args![periods]));
}

/// The scale in a line: it is written elsewhere.
fn scale_in_words(app: &App, it: &Indicator) -> String {
    let steps = scale::steps(app, it, &Figure::Absent).into_iter();
    let steps: Vec<String> = steps.map(|it| it.0).collect();
    match steps.is_empty() {
        true => {
            let key = hints::key(app, CommandId::Scale);
            app.say_with(Phrase::ScaleNone, &args![key])
        }
        false => steps.join("; "),
    }
}
