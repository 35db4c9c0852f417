//! What a recommendation is about: a row, its value, and what is put for {значение}, {порог} and {не хватает}.

use rust_decimal::Decimal;

use crate::analysis::exact::Exact;
use crate::analysis::indicator;
use crate::analysis::measure::{Figure, How, figure};
use crate::analysis::points::{self, Next, Side};
use crate::args;
use crate::domain::catalogue::{Indicator, Measure};
use crate::domain::followup::Addressee;
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::number;
use crate::domain::value::{Cell, Subject};
use crate::locale::Phrase;
use crate::locale::format::NBSP;
use crate::tui::app::App;
use crate::tui::screen::monitoring::panes::RowItem;
use crate::tui::{scale, show, text};

/// The placeholder for the value.
pub const VALUE: &str = "{значение}";
/// The placeholder for the bound of the next step.
pub const THRESHOLD: &str = "{порог}";
/// The placeholder for what lacks to it.
pub const LACKING: &str = "{не хватает}";

/// A row that something is written about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whom it is addressed to.
    pub addressee: Addressee,
    /// The indicator of the row.
    pub indicator: IndicatorId,
    /// The value; `None` where a personal indicator meets a vacancy.
    pub cell: Option<Cell>,
}

impl Target {
    /// The row as a target; `None` in the municipality's row, which nobody heads.
    #[must_use]
    pub fn of(row: &RowItem) -> Option<Target> {
        Some(Target {
            addressee: Addressee {
                organisation: row.leader.organisation?,
                person: row.leader.person,
            },
            indicator: row.indicator,
            cell: row.cell,
        })
    }

    /// Organisation, head and indicator, to be read by [`Target::of_token`]. An organisation's value differs from a head's by its `o`.
    fn token(&self) -> String {
        let person = self.addressee.person.map_or(0, |it| it.0);
        let kind = match self.cell {
            Some(cell) if matches!(cell.subject, Subject::Person(_)) => 'p',
            Some(_) => 'o',
            None => '-',
        };
        format!(
            "{}.{person}.{kind}{}",
            self.addressee.organisation.0, self.indicator.0
        )
    }

    /// The row that a token names, in a period.
    #[must_use]
    pub fn of_token(token: &str, period: PeriodId) -> Option<Target> {
        let mut parts = token.splitn(3, '.');
        let organisation = OrganisationId(parts.next()?.parse().ok()?);
        let person: u32 = parts.next()?.parse().ok()?;
        let person = (person > 0).then_some(PersonId(person));
        let place = parts.next()?;
        let subject = match place.chars().next()? {
            'p' => person.map(Subject::Person),
            'o' => Some(Subject::Organisation(organisation)),
            _ => None,
        };
        let indicator = IndicatorId(place.trim_start_matches(['p', 'o', '-']).parse().ok()?);
        Some(Target {
            addressee: Addressee {
                organisation,
                person,
            },
            indicator,
            cell: subject.map(|subject| Cell {
                period,
                indicator,
                subject,
            }),
        })
    }

    /// «СШ № 12, Ерёмин К. Л.».
    #[must_use]
    pub fn name(&self, app: &App) -> String {
        addressee(app, &self.addressee)
    }
}

/// «СШ № 12, Ерёмин К. Л.»; «СШ № 12, вакансия».
#[must_use]
pub fn addressee(app: &App, it: &Addressee) -> String {
    let narrator = app.narrator();
    let head = it
        .person
        .map_or_else(|| app.say(Phrase::Vacancy), |id| narrator.person(id));
    format!("{}, {head}", narrator.organisation(it.organisation))
}

/// Stands between the rows of a place.
const AND: char = '+';

/// The indicator that rows have in common, as the panes call it: «6.2 Первая и высшая категория».
#[must_use]
pub fn common_indicator(app: &App, period: PeriodId, targets: &[Target]) -> Option<String> {
    let (first, others) = targets.split_first()?;
    if others.iter().any(|it| it.indicator != first.indicator) {
        return None;
    }
    let it = app.state().indicator_in(period, first.indicator)?;
    Some(format!("{} {}", it.code, it.short))
}

/// Where input about these rows belongs: just these rows, in whatever order they were marked.
#[must_use]
pub fn whom(targets: &[Target]) -> String {
    if targets.is_empty() {
        return "municipality".to_owned();
    }
    let mut all: Vec<_> = targets.iter().map(Target::token).collect();
    all.sort_unstable();
    all.join(&AND.to_string())
}

/// The rows of a place, as [`whom`] writes them.
#[must_use]
pub fn of_whom(whom: &str, period: PeriodId) -> Vec<Target> {
    let tokens = whom.split(AND);
    tokens
        .filter_map(|it| Target::of_token(it, period))
        .collect()
}

/// Rows that an action is about, as targets.
#[must_use]
pub fn acted_on(app: &App) -> Vec<Target> {
    let rows = app.monitoring.acted_on();
    rows.into_iter().filter_map(Target::of).collect()
}

/// The value with what it comes to: «6.2 Первая и высшая категория: 61,5 %, 1 из 3 · для 2 баллов нужно 17 из 24».
#[must_use]
pub fn about(app: &App, cell: Cell) -> String {
    let Some(indicator) = app.state().indicator_in(cell.period, cell.indicator) else {
        return app.narrator().cell(cell);
    };
    let figure = figure(app.state(), cell);
    let name = format!("{} {}", indicator.code, indicator.short);
    let mut parts = vec![match figure {
        Figure::Empty | Figure::Absent => app.say(Phrase::ValueNotEntered),
        _ => show::figure(app, indicator, &figure),
    }];
    let points = show::points_of(
        app,
        indicator,
        &figure,
        app.derived.as_ref().and_then(|it| it.best(cell.indicator)),
    );
    if !points.is_empty() {
        parts.push(points);
    }
    parts.extend(scale::needed(
        app,
        indicator,
        &figure,
        indicator::best(app.state(), cell),
    ));
    format!("{name}: {}", parts.join(" · "))
}

/// Values in lines above a form: one with what it comes to, several by their names.
#[must_use]
pub fn about_cells(app: &App, cells: &[Cell]) -> Vec<String> {
    match cells {
        [] => Vec::new(),
        [one] => vec![about(app, *one)],
        many => {
            let names: Vec<_> = many.iter().map(|it| app.narrator().cell(*it)).collect();
            let shown = names.join("; ");
            let room = usize::from(app.size.0.saturating_sub(4)) * 2;
            vec![text::cut(&shown, room, app.theme.glyphs.ellipsis).into_owned()]
        }
    }
}

/// What is put for the placeholders; `None` where there is nothing to put.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// {значение}.
    pub value: Option<String>,
    /// {порог}.
    pub threshold: Option<String>,
    /// {не хватает}.
    pub lacking: Option<String>,
}

/// {порог}: «80 %»; where the value itself is not enough, «более 80 %».
fn bound(app: &App, indicator: &Indicator, threshold: Decimal, side: Side) -> String {
    let value = with_unit(&indicator.unit, threshold.normalize());
    match side {
        Side::Above => app.say_with(Phrase::ThresholdAbove, &args![value]),
        _ => value,
    }
}

impl Filled {
    /// What a cell gives for them.
    #[must_use]
    pub fn of(app: &App, cell: Cell) -> Filled {
        let state = app.state();
        let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
            return Filled::default();
        };
        let figure = figure(state, cell);
        if !figure.is_filled() {
            return Filled::default();
        }
        let value = Some(show::figure(app, indicator, &figure));
        let best = indicator::best(app.state(), cell);
        let (threshold, lacking) = match points::next_step(indicator, &figure, best) {
            None => (None, None),
            Some(Next::Band {
                threshold,
                side,
                lacking,
                in_numerator,
                ..
            }) => (
                Some(bound(app, indicator, threshold, side)),
                figure.number().map(|value| {
                    let gap = gap(indicator, value, lacking, threshold);
                    match (counted(app, indicator, &figure, in_numerator), gap) {
                        (Some(counted), Some(gap)) => format!("{gap} ({counted})"),
                        (Some(counted), None) => counted,
                        (None, gap) => gap.unwrap_or_else(|| least(indicator, value)),
                    }
                }),
            ),
            Some(Next::Option { option, .. }) => (option_name(indicator, option), None),
            Some(Next::Most { lacking, .. }) => {
                let to = |value: Exact| {
                    let way = if scale::grows(indicator) {
                        lacking
                    } else {
                        Exact::ZERO - lacking
                    };
                    points::shown(indicator, value + way).normalize()
                };
                let bound = figure.number().map(to);
                let lacks = figure.number().zip(bound).map(|(value, bound)| {
                    gap(indicator, value, lacking, bound).unwrap_or_else(|| least(indicator, value))
                });
                (bound.map(|it| with_unit(&indicator.unit, it)), lacks)
            }
        };
        Filled {
            value,
            threshold,
            lacking,
        }
    }

    /// The text with its placeholders filled in.
    ///
    /// # Errors
    /// The placeholder for which there is nothing.
    pub fn fill(&self, text: &str) -> Result<String, &'static str> {
        let mut out = text.to_owned();
        for (placeholder, with) in [
            (VALUE, &self.value),
            (THRESHOLD, &self.threshold),
            (LACKING, &self.lacking),
        ] {
            if out.contains(placeholder) {
                let with = with.as_deref().ok_or(placeholder)?;
                // «10 п.п.» at the end of a sentence: its full stop is there already.
                if with.ends_with('.') {
                    out = out.replace(&format!("{placeholder}."), with);
                }
                out = out.replace(placeholder, with);
            }
        }
        Ok(out)
    }
}

/// A placeholder in a text that nobody knows: `{ерунда}`.
#[must_use]
pub fn unknown_placeholder(text: &str) -> Option<String> {
    let pieces = text.split('{').skip(1).filter_map(|it| it.split_once('}'));
    pieces
        .map(|(name, _)| format!("{{{name}}}"))
        .find(|it| ![VALUE, THRESHOLD, LACKING].contains(&it.as_str()))
}

/// Whether a text holds a placeholder.
#[must_use]
pub fn has_placeholder(text: &str) -> bool {
    [VALUE, THRESHOLD, LACKING]
        .iter()
        .any(|it| text.contains(it))
}

/// Ready wordings for a cell: the one for the reached band, then those for more points. All of them where there are no points yet;
/// none where the value is better than any of them speaks of.
#[must_use]
pub fn wordings(app: &App, cell: Cell) -> Vec<String> {
    let state = app.state();
    let Some(indicator) = state.indicator_in(cell.period, cell.indicator) else {
        return Vec::new();
    };
    let figure = figure(state, cell);
    let points = points::points(indicator, &figure, indicator::best(app.state(), cell));
    let mut bank: Vec<_> = (indicator.wording.iter())
        .filter(|it| points.is_none_or(|points| points <= it.points))
        .collect();
    bank.sort_by_key(|it| it.points);
    bank.into_iter().map(|it| it.text.clone()).collect()
}

fn option_name(indicator: &Indicator, option: usize) -> Option<String> {
    match &indicator.measure {
        Measure::Choice { options } => options.get(option).cloned(),
        _ => None,
    }
}

/// How far it is to the next step, with its unit: of percents it is in «п.п.». Where the value is shown rounded, it is the difference of
/// the figures shown, «69,0 %», «80 %» and «11 п.п.»: whoever reads the sentence can subtract them.
fn gap(indicator: &Indicator, value: Exact, lacking: Exact, bound: Decimal) -> Option<String> {
    let seen = points::shown(indicator, value);
    let shown = if Exact::from(seen) == value {
        lacking.rounded(seen.scale().max(bound.scale()))
    } else {
        (bound - seen).abs()
    };
    (!shown.is_zero()).then(|| lacks(indicator, shown))
}

/// Whoever stands at a bound that does not belong to the step lacks something, if only the last digit that is shown.
fn least(indicator: &Indicator, value: Exact) -> String {
    let digits = points::shown(indicator, value).scale();
    lacks(indicator, Decimal::new(1, digits.max(indicator.decimals)))
}

fn lacks(indicator: &Indicator, number: Decimal) -> String {
    let unit = if indicator.unit.starts_with('%') {
        "п.п."
    } else {
        &indicator.unit
    };
    with_unit(unit, number.normalize())
}

/// «4 из 29»: whoever makes up for so many has reached the step. Only where what is counted is whole.
fn counted(
    app: &App,
    indicator: &Indicator,
    figure: &Figure,
    in_numerator: Option<Exact>,
) -> Option<String> {
    let Figure::Number {
        how: How::Parts { denominator, .. },
        ..
    } = figure
    else {
        return None;
    };
    let whole = matches!(&indicator.measure, Measure::Ratio { numerator, .. } if numerator.whole);
    let lacking = in_numerator.filter(|_| whole)?.rounded(0);
    Some(app.locale.parts(lacking, *denominator))
}

fn with_unit(unit: &str, number: Decimal) -> String {
    let number = number::format(number, number.scale());
    if unit.is_empty() {
        number
    } else {
        format!("{number}{NBSP}{unit}")
    }
}
