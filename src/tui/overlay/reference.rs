//! The reference of a benchmark in a period: the number that own figures are divided by, and where it comes from.

use super::base::{in_order, number_of, open_period};
use super::picker::{Item, Picker};
use crate::args;
use crate::domain::catalogue::{Indicator, Input, Measure};
use crate::domain::command::Command;
use crate::domain::decide::Deed;
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::number::format_typed;
use crate::domain::period;
use crate::domain::record::{Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::layer;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::layer::{Outcome, Overlay};
use crate::tui::overlay::go;
use crate::tui::rights::may;
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form};

const NUMBER: &str = "number";
const SOURCE: &str = "source";

/// Opens the form of the reference of the indicator under the cursor.
pub fn open(app: &mut App) {
    let indicator = go::indicator(app);
    if let Some(layer) = form(app, indicator) {
        app.open(layer);
    }
}

/// The form of an indicator's reference; where it has none, a list of those that have one. `None` where there is nothing to change, which
/// was said.
#[must_use]
pub fn form(app: &mut App, indicator: Option<IndicatorId>) -> Option<Box<dyn Overlay>> {
    let period = open_period(app)?;
    let state = app.state();
    let is_benchmark = |id: &IndicatorId| {
        let measure = state.indicator_in(period, *id).map(|it| &it.measure);
        matches!(measure, Some(Measure::Benchmark { .. }))
    };
    let found: Vec<IndicatorId> = match indicator.filter(is_benchmark) {
        Some(indicator) => vec![indicator],
        None => (in_order(state, period).into_iter())
            .filter(is_benchmark)
            .collect(),
    };
    let comparing = move |indicator| Comparing { period, indicator };
    match found.as_slice() {
        [] => {
            let sentence = app.say(Phrase::NoBenchmarks);
            app.status.tell(Tone::Warning, sentence);
            None
        }
        [only] if indicator == Some(*only) => {
            let may = may(app, &Deed::Refer(period, *only));
            may.then(|| layer::layer(app, comparing(*only)))
        }
        _ => {
            let items = (found.into_iter())
                .map(|indicator| Item {
                    label: comparing(indicator).name(app),
                    right: comparing(indicator).stands_as(app, period),
                    value: indicator,
                })
                .collect();
            let title = app.say(Phrase::ReferenceOfWhat);
            let pick = Box::new(move |app: &mut App, indicator| {
                match may(app, &Deed::Refer(period, indicator)) {
                    true => Outcome::Replace(layer::layer(app, comparing(indicator))),
                    false => Outcome::Used,
                }
            });
            Some(Box::new(Picker::new(title, items, 0, pick)))
        }
    }
}

/// What the form is for, to which kept input belongs; `None` if the period or the indicator is gone.
#[must_use]
pub fn purpose_of(app: &App, period: PeriodId, indicator: IndicatorId) -> Option<Box<dyn Purpose>> {
    app.state().indicator_in(period, indicator)?;
    Some(Box::new(Comparing { period, indicator }))
}

/// What an indicator is compared with.
#[derive(Clone, Copy, Debug)]
struct Comparing {
    period: PeriodId,
    indicator: IndicatorId,
}

impl Comparing {
    fn key(&self) -> Key {
        Key::Reference(self.period, self.indicator)
    }

    fn indicator<'a>(&self, app: &'a App) -> Option<&'a Indicator> {
        let it = app.state().indicator_in(self.period, self.indicator)?;
        Some(&it.body)
    }

    fn name(&self, app: &App) -> String {
        self.indicator(app)
            .map(|it| format!("{} {}", it.code, it.short))
            .unwrap_or_default()
    }

    /// Whether the form takes out the number that stands. Where none stands, an empty number is one that is still to be typed.
    fn goes(&self, form: &Form, app: &App) -> bool {
        let stands = (app.state().references).contains_key(&(self.period, self.indicator));
        stands && form.text(NUMBER).is_empty()
    }

    /// The number of a period with its source; in words if there is none.
    fn stands_as(&self, app: &App, period: PeriodId) -> String {
        match app.state().references.get(&(period, self.indicator)) {
            Some(it) if it.source.is_empty() => format_typed(it.number),
            Some(it) => format!("{} ({})", format_typed(it.number), it.source),
            None => app.say(Phrase::BaseUnknownShort),
        }
    }
}

impl Purpose for Comparing {
    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let period = app.narrator().period(self.period);
        format!(
            "{} {dot} {} {dot} {period}",
            app.say(Phrase::CommandReference),
            self.name(app)
        )
    }

    fn record(&self) -> Option<Key> {
        Some(Key::Reference(self.period, self.indicator))
    }

    fn place(&self) -> String {
        format!("reference {} {}", self.period.0, self.indicator.0)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let state = app.state();
        let narrator = app.narrator();
        let mut now = app.say_with(
            Phrase::ReferenceNow,
            &args![number = self.stands_as(app, self.period)],
        );
        if let Some(it) = state.references.get(&(self.period, self.indicator)) {
            let who = narrator.stamp(&it.stamp);
            now = format!("{now} {} {who}", app.theme.glyphs.dot);
        }
        let mut out = vec![now];
        if let Some(before) = state.period_before(self.period) {
            out.push(app.say_with(
                Phrase::ReferenceBefore,
                &args![
                    period = narrator.period(before),
                    number = self.stands_as(app, before)
                ],
            ));
        }
        let what = match self.indicator(app).map(|it| &it.measure) {
            Some(Measure::Benchmark {
                input: Input::Own { title },
            }) => title.clone(),
            Some(Measure::Benchmark {
                input: Input::Indicator(id),
            }) => narrator.indicator(self.period, *id),
            _ => return out,
        };
        out.push(app.say_with(Phrase::ReferenceServes, &args![what = what]));
        out
    }

    fn build(&self, app: &App) -> Form {
        let state = app.state();
        let stands = state.references.get(&(self.period, self.indicator));
        let typed = stands.map(|it| format_typed(it.number)).unwrap_or_default();
        let source = stands.map_or("", |it| it.source.as_str());
        let fields = vec![
            Field::line(NUMBER, app.say(Phrase::LabelAmount), &typed),
            Field::line(SOURCE, app.say(Phrase::LabelWhereFrom), source),
            purpose::seen_or_absent_field(state.stamp(self.key()).map(|it| it.rev)),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteReference))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let unit = self.indicator(app).map(|it| it.unit.clone());
        // The own figure has the unit of its input; only a percentage says it in so many signs.
        let unit = unit.filter(|it| it.starts_with('%'));
        let hint = if self.goes(form, app) {
            app.say(Phrase::EmptyTakesOut)
        } else {
            unit.unwrap_or_default()
        };
        form.hint(NUMBER, hint);
        let hint = if form.text(SOURCE).is_empty() && !self.goes(form, app) {
            app.say(Phrase::ReferenceSourceHow)
        } else {
            String::new()
        };
        form.hint(SOURCE, hint);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let reference = if self.goes(form, app) {
            None
        } else {
            Some(period::Reference {
                number: number_of(form, NUMBER, app)?,
                source: form.text(SOURCE),
            })
        };
        Ok(Command::SetReference {
            period: self.period,
            indicator: self.indicator,
            seen: purpose::seen_or_absent(form),
            reference,
        })
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        (field == RefusedField::Source).then_some(SOURCE)
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Reference(period::Reference { number, source }) = theirs else {
            return Vec::new();
        };
        let number = (
            Phrase::LabelAmount,
            format_typed(*number),
            form.text(NUMBER),
        );
        let source = (Phrase::LabelWhereFrom, source.clone(), form.text(SOURCE));
        ([number, source].into_iter())
            .filter(|(_, theirs, mine)| theirs != mine)
            .map(|(label, theirs, mine)| (app.say(label), theirs, mine))
            .collect()
    }

    fn rest_on_nothing(&mut self, _: Key, form: &mut Form) {
        form.set(SEEN, "");
    }
}
