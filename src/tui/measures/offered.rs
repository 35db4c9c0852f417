//! The numbers of a review as the store has them: which indicator, in which periods, and whose; offered in the form until others are typed.

use super::review::{indicator_in, periods_like};
use crate::analysis::effect::{Found, Whose, found};
use crate::args;
use crate::domain::activity::Measured;
use crate::domain::catalogue::Better;
use crate::domain::ids::{IndicatorId, PeriodId};
use crate::domain::number::{format_typed, parse_decimal};
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::target;
use crate::tui::widget::form::{Candidate, Field, Form, Lookup};

/// One of the two numbers: the names of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Side {
    /// The period.
    pub period: &'static str,
    /// The number.
    pub number: &'static str,
    after: bool,
}

impl Side {
    /// The number before.
    pub(super) const BEFORE: Side = Side {
        period: "before.period",
        number: "before.number",
        after: false,
    };
    /// The number after.
    pub(super) const AFTER: Side = Side {
        period: "after.period",
        number: "after.number",
        after: true,
    };

    /// Its two fields: with what is on record, else with the period that offers itself.
    pub(super) fn fields(
        self,
        app: &App,
        was: Option<Option<Measured>>,
        like: Option<PeriodId>,
    ) -> Vec<Field> {
        let (label, number) = match self.after {
            false => (Phrase::LabelBefore, Phrase::LabelBeforeNumber),
            true => (Phrase::LabelPeriodAfter, Phrase::LabelAfterNumber),
        };
        let none = (String::new(), app.say(Phrase::PeriodNone));
        let periods = periods_like(app, like.or(app.monitoring.chosen.period)).into_iter();
        let periods = periods.map(|it| (it.0.to_string(), app.narrator().period(it)));
        let offered = std::iter::once(none).chain(periods).collect();
        let mut period = Field::choice_of(self.period, app.say(label), offered);
        let chosen = match was {
            Some(was) => was.map(|it| it.period),
            None => like,
        };
        period.import(&chosen.map(|it| it.0.to_string()).unwrap_or_default());
        let typed = was.flatten().map(|it| format_typed(it.number));
        let number = Field::line(self.number, app.say(number), &typed.unwrap_or_default());
        vec![period, number]
    }

    /// The period that the form names.
    pub(super) fn period_in(self, form: &Form) -> Option<PeriodId> {
        let token = form.tokens(self.period).into_iter().next()?;
        token.parse().ok().map(PeriodId)
    }
}

/// The indicators to choose from: first those that are named, then all of a period's edition.
pub(super) fn indicators(
    app: &App,
    period: Option<PeriodId>,
    first: impl Iterator<Item = IndicatorId>,
    chosen: Option<IndicatorId>,
) -> Lookup {
    let state = app.state();
    let mut ids: Vec<IndicatorId> = first.collect();
    let period = period.or(app.monitoring.chosen.period);
    let edition = period.and_then(|it| state.edition_of(it));
    let all = edition
        .map(|it| state.indicators_of(it))
        .unwrap_or_default();
    ids.extend(all.into_iter().filter(|(_, it)| !it.retired).map(|it| it.0));
    let mut offered: Vec<Candidate> = Vec::new();
    for id in ids {
        let token = id.0.to_string();
        let mut editions = state.indicators.iter().rev();
        let wording = period
            .and_then(|it| state.indicator_in(it, id))
            .or_else(|| editions.find(|((_, it), _)| *it == id).map(|it| it.1));
        if let Some(wording) = wording.filter(|_| offered.iter().all(|it| it.token != token)) {
            offered.push(Candidate {
                token,
                label: format!("{} {}", wording.code, wording.short),
                more: String::new(),
            });
        }
    }
    let mut lookup = Lookup::new(offered, false);
    let token = chosen.map(|it| it.0.to_string());
    lookup.choose(token.as_deref().into_iter());
    lookup
}

/// What was offered last: for which indicator and period, and which text.
type Last = Option<((IndicatorId, PeriodId), String)>;

/// What was offered on each side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Offered {
    sides: [Last; 2],
}

impl Offered {
    fn of(&self, side: Side) -> &Last {
        let [before, after] = &self.sides;
        if side.after { after } else { before }
    }

    /// Whether the number of that side is just what was offered, or nothing.
    pub(super) fn is_just(&self, side: Side, form: &Form) -> bool {
        let typed = form.text(side.number);
        match self.of(side) {
            Some((_, offered)) => typed.is_empty() || typed == *offered,
            None => typed.is_empty(),
        }
    }

    /// Offers anew where another indicator or period is chosen, or the values have come; says whose the numbers are.
    pub(super) fn fill(&mut self, form: &mut Form, whose: &Whose, app: &App) {
        let indicator = indicator_in(form);
        for side in [Side::BEFORE, Side::AFTER] {
            form.show(side.period, indicator.is_some());
            let period = side.period_in(form);
            form.show(side.number, indicator.is_some() && period.is_some());
            let Some(of) = indicator.zip(period) else {
                continue;
            };
            let found = found(app.state(), whose, of.1, of.0);
            let text = match found {
                Found::Number { number, .. } => format_typed(number),
                Found::Nothing | Found::NotLoaded => String::new(),
            };
            let now = Some((of, text.clone()));
            if *self.of(side) != now {
                let typed = form.text(side.number);
                if self.is_just(side, form) && typed != text {
                    form.suggest(side.number, &text);
                }
                let [before, after] = &mut self.sides;
                *(if side.after { after } else { before }) = now;
            }
            let hint = said(found, form.text(side.number) == text, whose, app);
            form.hint(side.number, hint);
        }
    }
}

/// Whose a number is, where it comes from the store.
fn said(found: Found, is_offered: bool, whose: &Whose, app: &App) -> String {
    let name = match (found, whose) {
        (
            Found::Number {
                municipal: Some((n, of)),
                ..
            },
            _,
        ) => app.say_with(Phrase::NumberOfMunicipality, &args![n, of]),
        (_, Whose::One(it)) => target::addressee(app, it),
        (_, Whose::Municipality) => app.say(Phrase::SubjectMunicipality),
    };
    match (found, is_offered) {
        (Found::Number { .. }, true) => app.say_with(Phrase::NumberFromStore, &args![whose = name]),
        (Found::Number { number, .. }, false) => {
            let number = format::number(number);
            app.say_with(Phrase::NumberInStore, &args![whose = name, number])
        }
        (Found::Nothing, _) => app.say_with(Phrase::NumberNotThere, &args![whose = name]),
        (Found::NotLoaded, _) => app.say(Phrase::ValuesLoading),
    }
}

/// What the two numbers of the form make: «+9,2, стало лучше»; that they cannot be compared; nothing while one is missing.
pub(super) fn change(form: &Form, app: &App) -> String {
    let number = |side: Side| parse_decimal(&form.text(side.number)).ok();
    let shown = form.field(Side::AFTER.number).is_some_and(|it| it.shown);
    let (Some(before), Some(after)) = (number(Side::BEFORE), number(Side::AFTER)) else {
        return String::new();
    };
    let periods = Side::BEFORE
        .period_in(form)
        .zip(Side::AFTER.period_in(form));
    let (Some((then, now)), Some(id), true) = (periods, indicator_in(form), shown) else {
        return String::new();
    };
    let state = app.state();
    let wording = |it: PeriodId| state.indicator_in(it, id).map(|it| &it.body);
    let (then, now) = (wording(then), wording(now));
    if let (Some(then), Some(now)) = (then, now)
        && !then.same_definition(now)
    {
        return app.say(Phrase::NumbersIncomparable);
    }
    let difference = after - before;
    let better = now.or(then).map_or(Better::Higher, |it| it.better);
    let phrase = match (difference.is_zero(), difference.is_sign_positive(), better) {
        (true, ..) => Phrase::EffectSame,
        (_, true, Better::Higher) | (_, false, Better::Lower) => Phrase::EffectBetter,
        _ => Phrase::EffectWorse,
    };
    app.say_with(phrase, &args![change = format::signed(difference)])
}
