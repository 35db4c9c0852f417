//! A base quantity put right: what it is now and where that came from, what it should be, and which values are put right with it.
//!
//! Knows no rules: what may be changed by whom, the engine decides.

use rust_decimal::Decimal;

use super::{in_order, number_of};
use crate::args;
use crate::domain::bases;
use crate::domain::catalogue::Indicator;
use crate::domain::command::{Command, Seen, SetValue};
use crate::domain::ids::{BaseQuantityId, IndicatorId, OrganisationId, PeriodId, Seq};
use crate::domain::number::format_typed;
use crate::domain::record::{Key, Record};
use crate::domain::state::State;
use crate::domain::value::{Cell, Entry, Subject};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::widget::form::{Field, Form, Kind, Tick};

const NUMBER: &str = "number";
const VALUES: &str = "values";

pub(super) fn title_of(app: &App, organisation: OrganisationId) -> String {
    let dot = app.theme.glyphs.dot;
    let name = app.narrator().organisation(organisation);
    format!("{} {dot} {name}", app.say(Phrase::CommandBaseQuantity))
}

/// A base quantity that is put right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Putting {
    pub(super) period: PeriodId,
    pub(super) base: BaseQuantityId,
    pub(super) organisation: OrganisationId,
}

/// A value that rests on the quantity.
struct Resting {
    indicator: IndicatorId,
    cell: Cell,
    rev: Seq,
    numerator: Decimal,
    denominator: Decimal,
    /// Whether the quantity is below and above the line.
    parts: [bool; 2],
}

impl Resting {
    /// The value's parts with another number for the quantity.
    fn with(&self, number: Decimal) -> (Decimal, Decimal) {
        let [below, above] = self.parts;
        (
            if above { number } else { self.numerator },
            if below { number } else { self.denominator },
        )
    }

    /// Whether it was entered with this number.
    fn has(&self, number: Decimal) -> bool {
        self.with(number) == (self.numerator, self.denominator)
    }

    /// Its indicator and revision: kept input never ticks what somebody changed meanwhile.
    fn token(&self) -> String {
        format!("{}:{}", self.indicator.0, self.rev.0)
    }
}

impl Putting {
    fn key(&self) -> Key {
        Key::BaseValue(self.period, self.base, self.organisation)
    }

    /// The number that stands, with its unit; in words if there is none.
    pub(super) fn stands_as(&self, app: &App) -> String {
        let unit = (app.state().base_quantities.get(&self.base)).map_or("", |it| it.unit.as_str());
        match self.stands(app.state()) {
            Some(number) => format!("{}\u{a0}{unit}", format_typed(number)),
            None => app.say(Phrase::BaseUnknownShort),
        }
    }

    fn stands(&self, state: &State) -> Option<Decimal> {
        let stands = state.base_value(self.period, self.base, self.organisation);
        stands.map(|it| it.number)
    }

    pub(super) fn quantity(&self, app: &App) -> String {
        let it = app.state().base_quantities.get(&self.base);
        it.map(|it| it.title.clone()).unwrap_or_default()
    }

    /// The indicators that rest on the quantity, by code.
    fn indicators<'a>(&self, state: &'a State) -> Vec<(IndicatorId, &'a Indicator, [bool; 2])> {
        (in_order(state, self.period).into_iter())
            .filter_map(|id| {
                let it = state.indicator_in(self.period, id)?;
                let parts = bases::of(it).map(|base| base == Some(self.base));
                parts.contains(&true).then_some((id, &it.body, parts))
            })
            .collect()
    }

    /// The organisation's values that rest on the quantity.
    fn resting(&self, state: &State) -> Vec<Resting> {
        (self.indicators(state).into_iter())
            .filter_map(|(indicator, _, parts)| {
                let cell = Cell {
                    period: self.period,
                    indicator,
                    subject: Subject::Organisation(self.organisation),
                };
                let value = state.value(cell)?;
                let Entry::Ratio {
                    numerator,
                    denominator,
                } = value.entry
                else {
                    return None;
                };
                Some(Resting {
                    indicator,
                    cell,
                    rev: value.stamp.rev,
                    numerator,
                    denominator,
                    parts,
                })
            })
            .collect()
    }

    /// The number that is typed; `None` for an empty field.
    fn typed(form: &Form, app: &App) -> Result<Option<Decimal>, Fault> {
        if form.text(NUMBER).is_empty() {
            return Ok(None);
        }
        number_of(form, NUMBER, app).map(Some)
    }

    /// «1.1 Первая и высшая категория: 21 из 20 → 21 из 24».
    fn line(&self, app: &App, it: &Resting, number: Option<Decimal>) -> String {
        let state = app.state();
        let name = (state.indicator_in(self.period, it.indicator))
            .map(|it| format!("{} {}", it.code, it.short))
            .unwrap_or_default();
        let now = app.locale.parts(it.numerator, it.denominator);
        match number.filter(|number| !it.has(*number)) {
            Some(number) => {
                let (numerator, denominator) = it.with(number);
                let then = app.locale.parts(numerator, denominator);
                let arrow = app.theme.glyphs.arrow;
                format!("{name}: {now} {arrow} {then}")
            }
            None => format!("{name}: {now}"),
        }
    }
}

impl Purpose for Putting {
    fn needs(&self) -> Option<PeriodId> {
        Some(self.period)
    }

    fn title(&self, app: &App) -> String {
        let dot = app.theme.glyphs.dot;
        let quantity = self.quantity(app);
        format!("{} {dot} {quantity}", title_of(app, self.organisation))
    }

    fn record(&self) -> Option<Key> {
        Some(Key::BaseValue(self.period, self.base, self.organisation))
    }

    fn place(&self) -> String {
        let (period, base, organisation) = (self.period.0, self.base.0, self.organisation.0);
        format!("base {period} {base} {organisation}")
    }

    fn about(&self, app: &App) -> Vec<String> {
        let state = app.state();
        let narrator = app.narrator();
        let indicators = self.indicators(state);
        let codes: Vec<&str> = indicators.iter().map(|it| it.1.code.as_str()).collect();
        let stands = state.base_value(self.period, self.base, self.organisation);
        let now = match stands {
            Some(it) => {
                // It came with the first value that named it, in the same commit.
                let with = (self.resting(state).into_iter())
                    .find(|resting| resting.rev == it.stamp.rev)
                    .and_then(|it| state.indicator_in(self.period, it.indicator))
                    .map(|it| it.code.clone());
                let args = |phrase| {
                    app.say_with(
                        phrase,
                        &args![
                            number = self.stands_as(app),
                            who = narrator.stamp(&it.stamp)
                        ],
                    )
                };
                match with {
                    Some(code) => {
                        let came = app.say_with(Phrase::BaseCameWith, &args![code = code]);
                        format!("{}, {came}", args(Phrase::BaseNow))
                    }
                    None => args(Phrase::BaseNow),
                }
            }
            None => app.say(Phrase::BaseUnknown),
        };
        let serves = app.say_with(
            Phrase::BaseServes,
            &args![
                period = narrator.period(self.period),
                codes = codes.join(", ")
            ],
        );
        vec![now, serves]
    }

    fn build(&self, app: &App) -> Form {
        let state = app.state();
        let stands = self.stands(state);
        let typed = stands.map(format_typed).unwrap_or_default();
        let items = (self.resting(state).iter())
            .map(|it| Tick {
                token: it.token(),
                label: self.line(app, it, stands),
                on: stands.is_none_or(|number| it.has(number)),
            })
            .collect();
        let fields = vec![
            Field::line(NUMBER, app.say(Phrase::LabelAmount), &typed),
            Field::new(
                VALUES,
                app.say(Phrase::LabelPutRight),
                Kind::Ticks { items, at: 0 },
            ),
            purpose::seen_or_absent_field(state.stamp(self.key()).map(|it| it.rev)),
        ];
        Form::new(fields, app.say(Phrase::ButtonWriteBase))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        let number = Putting::typed(form, app).ok().flatten();
        let resting = self.resting(app.state());
        if let Some(Kind::Ticks { items, .. }) = form.field_mut(VALUES).map(|it| &mut it.kind) {
            for item in items {
                if let Some(it) = resting.iter().find(|it| it.token() == item.token) {
                    item.label = self.line(app, it, number);
                }
            }
        }
        let unit = (app.state().base_quantities.get(&self.base)).map(|it| it.unit.clone());
        let hint = if form.text(NUMBER).is_empty() {
            app.say(Phrase::EmptyTakesOut)
        } else {
            unit.unwrap_or_default()
        };
        form.hint(NUMBER, hint);
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let number = Putting::typed(form, app)?;
        let ticked = form.tokens(VALUES);
        let resting = self.resting(app.state());
        let stands = |token: &String| resting.iter().any(|it| it.token() == *token);
        if !ticked.iter().all(stands) {
            return Err(Fault::new(VALUES, app.say(Phrase::BaseValueChanged)));
        }
        let values = match number {
            Some(number) => (resting.into_iter())
                .filter(|it| ticked.contains(&it.token()) && !it.has(number))
                .map(|it| {
                    let (numerator, denominator) = it.with(number);
                    SetValue {
                        cell: it.cell,
                        seen: Seen::At(it.rev),
                        entry: Entry::Ratio {
                            numerator,
                            denominator,
                        },
                        note: None,
                        source: None,
                    }
                })
                .collect(),
            None => Vec::new(),
        };
        Ok(Command::SetBase {
            period: self.period,
            base: self.base,
            organisation: self.organisation,
            seen: purpose::seen_or_absent(form),
            number,
            values,
        })
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::BaseValue(theirs) = theirs else {
            return Vec::new();
        };
        let typed = Putting::typed(form, app).ok().flatten();
        if typed == Some(theirs.number) {
            return Vec::new();
        }
        let mine = typed.map_or_else(|| form.text(NUMBER), format_typed);
        vec![(self.quantity(app), format_typed(theirs.number), mine)]
    }

    // A value that was ticked has a revision of its own, in its token: what became of it is said where it is ticked.
    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        if self.record() == Some(key) {
            form.set(SEEN, &seen.0.to_string());
        }
    }

    fn rest_on_nothing(&mut self, key: Key, form: &mut Form) {
        if self.record() == Some(key) {
            form.set(SEEN, "");
        }
    }
}
