//! Measures and scales in the catalogue file: every kind that the domain knows, read and written.

use super::error::{Problem, TomlError};
use super::fields::Fields;
use super::write::{number, quoted};
use crate::domain::catalogue::{Band, BaseQuantity, Input, Measure, Part, PrintedBand, Scoring};
use crate::domain::ids::{BaseQuantityId, DirectionId, IndicatorId};
use crate::domain::number::Edge;

/// What a measure may refer to.
pub(super) struct Refs<'a> {
    /// Base quantities, named by title.
    pub(super) bases: &'a [(BaseQuantityId, BaseQuantity)],
    /// What directions are called.
    pub(super) directions: &'a [(DirectionId, String)],
    /// What indicators are called.
    pub(super) indicators: &'a [(IndicatorId, String)],
}

impl Refs<'_> {
    fn base(&self, title: &str) -> Option<&(BaseQuantityId, BaseQuantity)> {
        self.bases.iter().find(|(_, it)| it.title == title)
    }

    fn base_title(&self, id: BaseQuantityId) -> &str {
        self.bases
            .iter()
            .find(|(it, _)| *it == id)
            .map_or("", |(_, it)| it.title.as_str())
    }

    pub(super) fn direction(&self, id: DirectionId) -> &str {
        let found = self.directions.iter().find(|(it, _)| *it == id);
        found.map_or("", |(_, name)| name.as_str())
    }

    fn indicator(&self, id: IndicatorId) -> &str {
        let found = self.indicators.iter().find(|(it, _)| *it == id);
        found.map_or("", |(_, name)| name.as_str())
    }
}

pub(super) fn read_measure(mut fields: Fields<'_>, refs: &Refs<'_>) -> Result<Measure, TomlError> {
    let kind = fields.words("kind")?;
    let measure = match kind.as_str() {
        "number" => Measure::Number {
            whole: fields.truth("whole", false)?,
        },
        "ratio" => Measure::Ratio {
            numerator: read_part(&mut fields, "numerator", refs)?,
            denominator: read_part(&mut fields, "denominator", refs)?,
            factor: fields.positive("factor")?,
        },
        "choice" => {
            let options = fields.texts("options")?;
            if options.len() < 2 && !fields.is_as_left() {
                return Err(fields.fault("options", Problem::Missing));
            }
            Measure::Choice { options }
        }
        "delta" => Measure::Delta {
            input: read_input(&mut fields, refs)?,
        },
        "benchmark" => Measure::Benchmark {
            input: read_input(&mut fields, refs)?,
        },
        _ => {
            let names = ["number", "ratio", "choice", "delta", "benchmark"];
            return Err(fields.not_one_of("kind", kind, &names));
        }
    };
    fields.finish()?;
    Ok(measure)
}

/// A part is a text, or a table where it is a base quantity or not counted in whole numbers.
fn read_part(
    fields: &mut Fields<'_>,
    field: &'static str,
    refs: &Refs<'_>,
) -> Result<Part, TomlError> {
    if fields.text_opt(field).is_ok_and(|it| it.is_some()) {
        return Ok(Part {
            title: fields.words(field)?,
            base: None,
            whole: true,
        });
    }
    let mut part = fields.table(field)?;
    let base = part.text_opt("base")?;
    let found = match &base {
        None => None,
        Some(given) => match refs.base(given) {
            Some(found) => Some(found),
            None => {
                return Err(part.fault(
                    "base",
                    Problem::Unresolved {
                        given: given.clone(),
                    },
                ));
            }
        },
    };
    let title = match found {
        Some((_, base)) if !part.has("title") => base.title.clone(),
        _ => part.words("title")?,
    };
    let whole = part.truth("whole", found.is_none_or(|(_, base)| base.whole))?;
    part.finish()?;
    Ok(Part {
        title,
        base: found.map(|(id, _)| *id),
        whole,
    })
}

fn read_input(fields: &mut Fields<'_>, refs: &Refs<'_>) -> Result<Input, TomlError> {
    let Some(given) = fields.text_opt("indicator")? else {
        return Ok(Input::Own {
            title: fields.words("own")?,
        });
    };
    match refs.indicators.iter().find(|(_, code)| *code == given) {
        Some((id, _)) => Ok(Input::Indicator(*id)),
        None => Err(fields.fault("indicator", Problem::Unresolved { given })),
    }
}

pub(super) fn read_scoring(
    mut fields: Fields<'_>,
    measure: &Measure,
) -> Result<Scoring, TomlError> {
    let kind = fields.words("kind")?;
    let scoring = match kind.as_str() {
        "bands" => Scoring::Bands(read_bands(&mut fields)?),
        "options" => Scoring::Options(read_options(&mut fields, measure)?),
        "per_unit" => Scoring::PerUnit {
            start: fields.number("start")?,
            points: fields.number("points")?,
            floor: fields.number("floor")?,
            cap: fields.positive("cap")?,
        },
        "direct" => Scoring::Direct {
            max: fields.positive("max")?,
        },
        "relative" => Scoring::Relative,
        "printed" => Scoring::Printed(read_printed(&mut fields)?),
        _ => {
            let names = [
                "bands", "options", "per_unit", "direct", "relative", "printed",
            ];
            return Err(fields.not_one_of("kind", kind, &names));
        }
    };
    fields.finish()?;
    Ok(scoring)
}

/// A scale as an act prints it: what is wrong with it is said where it is worked on, not here.
fn read_printed(fields: &mut Fields<'_>) -> Result<Vec<PrintedBand>, TomlError> {
    let mut lines = Vec::new();
    for mut line in fields.tables("lines")? {
        lines.push(PrintedBand {
            values: line.words("values")?,
            points: line.number("points")?,
        });
        line.finish()?;
    }
    Ok(lines)
}

/// Bands rise, each `from` a value or `above` one; only the first may be without a bound.
fn read_bands(fields: &mut Fields<'_>) -> Result<Vec<Band>, TomlError> {
    let mut bands: Vec<Band> = Vec::new();
    for mut band in fields.tables("bands")? {
        let (at, above) = (band.number_opt("from")?, band.number_opt("above")?);
        let from = match (at, above) {
            (Some(_), Some(_)) => return Err(band.fault("above", Problem::TwoEdges)),
            (at, above) => at.map(Edge::at).or(above.map(Edge::above)),
        };
        let read = Band {
            from,
            points: band.number("points")?,
        };
        let is_below = |last: &Band| read.from.is_none() || read.from <= last.from;
        if bands.last().is_some_and(is_below) && !fields.is_as_left() {
            let named = if above.is_some() { "above" } else { "from" };
            return Err(band.fault(named, Problem::Scale));
        }
        band.finish()?;
        bands.push(read);
    }
    if bands.is_empty() && !fields.is_as_left() {
        return Err(fields.fault("bands", Problem::Missing));
    }
    Ok(bands)
}

/// The points of options, each with its option. A scale of another length than the measure's, or of a measure that has none, is a thing of
/// a draft: its further lines have points only.
fn read_options(
    fields: &mut Fields<'_>,
    measure: &Measure,
) -> Result<Vec<rust_decimal::Decimal>, TomlError> {
    let options = options_of(measure);
    let mut points = Vec::new();
    for (at, mut row) in fields.tables("points")?.into_iter().enumerate() {
        if row.text_opt("option")?.as_ref() != options.get(at) {
            return Err(fields.fault("points", Problem::Options));
        }
        points.push(row.number("points")?);
        row.finish()?;
    }
    Ok(points)
}

fn options_of(measure: &Measure) -> &[String] {
    match measure {
        Measure::Choice { options } => options,
        _ => &[],
    }
}

pub(super) fn write_measure(measure: &Measure, refs: &Refs<'_>) -> String {
    match measure {
        Measure::Number { whole: true } => r#"{ kind = "number", whole = true }"#.to_owned(),
        Measure::Number { whole: false } => r#"{ kind = "number" }"#.to_owned(),
        Measure::Ratio {
            numerator,
            denominator,
            factor,
        } => format!(
            r#"{{ kind = "ratio", numerator = {}, denominator = {}, factor = {} }}"#,
            write_part(numerator, refs),
            write_part(denominator, refs),
            number(*factor)
        ),
        Measure::Choice { options } => {
            let options: Vec<String> = options.iter().map(|it| quoted(it)).collect();
            format!(
                r#"{{ kind = "choice", options = [{}] }}"#,
                options.join(", ")
            )
        }
        Measure::Delta { input } => {
            format!(r#"{{ kind = "delta", {} }}"#, write_input(input, refs))
        }
        Measure::Benchmark { input } => {
            format!(r#"{{ kind = "benchmark", {} }}"#, write_input(input, refs))
        }
    }
}

fn write_part(part: &Part, refs: &Refs<'_>) -> String {
    let Some(base) = part.base else {
        let title = quoted(&part.title);
        return if part.whole {
            title
        } else {
            format!("{{ title = {title}, whole = false }}")
        };
    };
    let base_title = refs.base_title(base);
    let mut inner = Vec::new();
    if part.title != base_title {
        inner.push(format!("title = {}", quoted(&part.title)));
    }
    inner.push(format!("base = {}", quoted(base_title)));
    if refs
        .base(base_title)
        .is_none_or(|(_, it)| it.whole != part.whole)
    {
        inner.push(format!("whole = {}", part.whole));
    }
    format!("{{ {} }}", inner.join(", "))
}

fn write_input(input: &Input, refs: &Refs<'_>) -> String {
    match input {
        Input::Indicator(id) => format!("indicator = {}", quoted(refs.indicator(*id))),
        Input::Own { title } => format!("own = {}", quoted(title)),
    }
}

pub(super) fn write_scoring(scoring: &Scoring, measure: &Measure) -> String {
    match scoring {
        Scoring::Bands(bands) => {
            let rows = bands.iter().map(|band| match band.from {
                Some(Edge { at, above }) => {
                    format!(
                        "  {{ {} = {}, points = {} }},\n",
                        if above { "above" } else { "from" },
                        number(at),
                        number(band.points)
                    )
                }
                None => format!("  {{ points = {} }},\n", number(band.points)),
            });
            format!(
                "{{ kind = \"bands\", bands = [\n{}] }}",
                rows.collect::<String>()
            )
        }
        Scoring::Options(points) => {
            let options = options_of(measure);
            let rows = points.iter().enumerate().map(|(at, points)| {
                let points = number(*points);
                match options.get(at) {
                    Some(it) => format!("  {{ option = {}, points = {points} }},\n", quoted(it)),
                    None => format!("  {{ points = {points} }},\n"),
                }
            });
            format!(
                "{{ kind = \"options\", points = [\n{}] }}",
                rows.collect::<String>()
            )
        }
        Scoring::PerUnit {
            start,
            points,
            floor,
            cap,
        } => format!(
            r#"{{ kind = "per_unit", start = {}, points = {}, floor = {}, cap = {} }}"#,
            number(*start),
            number(*points),
            number(*floor),
            number(*cap)
        ),
        Scoring::Direct { max } => format!(r#"{{ kind = "direct", max = {} }}"#, number(*max)),
        Scoring::Relative => r#"{ kind = "relative" }"#.to_owned(),
        Scoring::Printed(lines) => {
            let rows = lines.iter().map(|line| {
                format!(
                    "  {{ values = {}, points = {} }},\n",
                    quoted(&line.values),
                    number(line.points)
                )
            });
            format!(
                "{{ kind = \"printed\", lines = [\n{}] }}",
                rows.collect::<String>()
            )
        }
    }
}
