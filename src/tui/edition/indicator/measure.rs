//! How the number of an indicator comes about, as fields: each way has its own, and what was typed for another stays.

use rust_decimal::Decimal;

use super::super::reading::Reading;
use super::names::*;
use crate::domain::catalogue::{Input, Measure, Part};
use crate::domain::ids::{BaseQuantityId, EditionId, IndicatorId};
use crate::domain::number::format_typed;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::widget::form::{Candidate, Field, Form, Lookup};

/// The fields of each way, in the order of the choice.
const SHOWN: [&[&str]; 5] = [
    &[WHOLE],
    &[
        ABOVE,
        ABOVE_BASE,
        ABOVE_WHOLE,
        BELOW,
        BELOW_BASE,
        BELOW_WHOLE,
        FACTOR,
    ],
    &[OPTIONS],
    &[FROM, INPUT, OWN],
    &[FROM, INPUT, OWN],
];

/// The fields of all ways, filled in for the one that is.
pub fn fields(app: &App, edition: EditionId, id: Option<IndicatorId>, it: &Measure) -> Vec<Field> {
    let blank = Part {
        title: String::new(),
        base: None,
        whole: true,
    };
    let (above, below, factor) = match it {
        Measure::Ratio {
            numerator,
            denominator,
            factor,
        } => (numerator, denominator, *factor),
        _ => (&blank, &blank, Decimal::ONE_HUNDRED),
    };
    let options = match it {
        Measure::Choice { options } => options.join("\n"),
        _ => String::new(),
    };
    let whole = matches!(it, Measure::Number { whole: true });
    let input = match it {
        Measure::Delta { input } | Measure::Benchmark { input } => Some(input),
        _ => None,
    };
    let (of, own) = match input {
        Some(Input::Indicator(id)) => (Some(*id), ""),
        Some(Input::Own { title }) => (None, title.as_str()),
        None => (None, ""),
    };
    let is_own = matches!(input, Some(Input::Own { .. }));
    let mut fields = vec![yes_no(app, WHOLE, Phrase::LabelWhole, whole)];
    fields.extend(part(
        app,
        [ABOVE, ABOVE_BASE, ABOVE_WHOLE],
        Phrase::LabelNumerator,
        above,
    ));
    fields.extend(part(
        app,
        [BELOW, BELOW_BASE, BELOW_WHOLE],
        Phrase::LabelDenominator,
        below,
    ));
    fields.push(Field::line(
        FACTOR,
        app.say(Phrase::LabelFactor),
        &format_typed(factor.normalize()),
    ));
    fields.push(Field::text(
        OPTIONS,
        app.say(Phrase::LabelOptions),
        &options,
    ));
    fields.push(Field::choice(
        FROM,
        app.say(Phrase::LabelFrom),
        vec![app.say(Phrase::FromIndicator), app.say(Phrase::FromOwn)],
        usize::from(is_own),
    ));
    fields.push(Field::lookup(
        INPUT,
        app.say(Phrase::LabelInput),
        others(app, edition, id, of),
    ));
    fields.push(Field::line(OWN, app.say(Phrase::LabelOwnInput), own));
    fields
}

/// «да» or «нет».
pub fn yes_no(app: &App, name: &str, label: Phrase, yes: bool) -> Field {
    let words = vec![app.say(Phrase::Yes), app.say(Phrase::No)];
    Field::choice(name, app.say(label), words, usize::from(!yes))
}

/// One side of a ratio: what is counted, which base quantity that is, whether there are only whole ones.
fn part(app: &App, [title, base, whole]: [&str; 3], label: Phrase, it: &Part) -> Vec<Field> {
    let all = (app.state().base_quantities.iter())
        .filter(|(id, quantity)| !quantity.retired || it.base == Some(**id))
        .map(|(id, it)| Candidate {
            token: id.0.to_string(),
            label: it.title.clone(),
            more: it.unit.clone(),
        })
        .collect();
    let mut lookup = Lookup::new(all, false);
    let token = it.base.map(|it| it.0.to_string());
    lookup.choose(token.as_deref().into_iter());
    vec![
        Field::line(title, app.say(label), &it.title),
        Field::lookup(base, beneath(app, Phrase::LabelPartBase), lookup),
        Field {
            label: beneath(app, Phrase::LabelPartWhole),
            ..yes_no(app, whole, Phrase::LabelWhole, it.whole)
        },
    ]
}

/// The label of a field that belongs to the one above.
fn beneath(app: &App, label: Phrase) -> String {
    format!("  {}", app.say(label))
}

/// The other indicators of the edition.
fn others(
    app: &App,
    edition: EditionId,
    id: Option<IndicatorId>,
    chosen: Option<IndicatorId>,
) -> Lookup {
    let all = (app.state().indicators_of(edition).into_iter())
        .filter(|(other, it)| (Some(*other) != id && !it.retired) || Some(*other) == chosen)
        .map(|(id, it)| Candidate {
            token: id.0.to_string(),
            label: format!("{} {}", it.code, it.short),
            more: it.unit.clone(),
        })
        .collect();
    let mut lookup = Lookup::new(all, false);
    let token = chosen.map(|it| it.0.to_string());
    lookup.choose(token.as_deref().into_iter());
    lookup
}

/// Shows the fields of the chosen way, and no others.
pub fn show(form: &mut Form, app: &App) {
    let chosen = SHOWN.get(form.choice(MEASURE)).copied().unwrap_or_default();
    for name in SHOWN.iter().flat_map(|it| it.iter()) {
        form.show(name, chosen.contains(name));
    }
    if chosen.contains(&FROM) {
        let is_own = form.choice(FROM) == 1;
        form.show(INPUT, !is_own);
        form.show(OWN, is_own);
    }
    for name in [ABOVE_BASE, BELOW_BASE] {
        let hint = match form.tokens(name).is_empty() {
            true => app.say(Phrase::BaseNone),
            false => String::new(),
        };
        form.hint(name, hint);
    }
}

/// How the number comes about, as the form has it.
pub fn read(reading: &mut Reading<'_>, was: &Measure) -> Measure {
    let form = reading.form;
    match form.choice(MEASURE) {
        0 => Measure::Number {
            whole: form.choice(WHOLE) == 0,
        },
        1 => {
            let before = match was {
                Measure::Ratio { factor, .. } => *factor,
                _ => Decimal::ONE_HUNDRED,
            };
            let factor = reading.number_or_none(FACTOR, Some(before));
            let part = |[title, base, whole]: [&str; 3]| Part {
                title: form.text(title),
                base: reading.found(base).map(BaseQuantityId),
                whole: form.choice(whole) == 0,
            };
            Measure::Ratio {
                numerator: part([ABOVE, ABOVE_BASE, ABOVE_WHOLE]),
                denominator: part([BELOW, BELOW_BASE, BELOW_WHOLE]),
                factor: factor.unwrap_or(Decimal::ONE),
            }
        }
        2 => Measure::Choice {
            options: reading.lines(OPTIONS),
        },
        at => {
            let input = match (form.choice(FROM), reading.found(INPUT)) {
                (0, Some(id)) => Input::Indicator(IndicatorId(id)),
                (0, None) => {
                    let sentence = reading.app.say(Phrase::InputNeeded);
                    reading.fault(INPUT, sentence);
                    match was {
                        Measure::Delta { input } | Measure::Benchmark { input } => input.clone(),
                        _ => Input::Own {
                            title: String::new(),
                        },
                    }
                }
                _ => Input::Own {
                    title: form.text(OWN),
                },
            };
            match at {
                3 => Measure::Delta { input },
                _ => Measure::Benchmark { input },
            }
        }
    }
}
