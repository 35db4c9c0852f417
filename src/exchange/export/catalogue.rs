//! The fields of the catalogue's records.

use super::json::Object;
use crate::domain::catalogue::{
    Band, BaseQuantity, Bounds, Direction, Edition, IndexLevel, Indicator, Input, Measure, Part,
    PrintedBand, Scoring, Wording,
};
use crate::domain::rule::Rule;
use crate::exchange::names::Named;

pub(super) fn edition(out: &mut Object<'_>, it: &Edition) {
    let Edition {
        number,
        title,
        act,
        adopted,
        in_force,
        applies_from,
        state,
        levels,
        completeness,
        min_months,
        based_on,
    } = it;
    out.whole("number", (*number).into());
    out.text("title", title);
    out.id_opt("act", act.map(|it| it.0));
    out.date_opt("adopted", *adopted);
    out.date_opt("in_force", *in_force);
    out.date_opt("applies_from", *applies_from);
    out.text("state", state.name());
    out.objects("levels", levels, |out, IndexLevel { from, title }| {
        out.number("from", *from);
        out.text("title", title);
    });
    out.number("completeness", *completeness);
    out.whole("min_months", (*min_months).into());
    out.id_opt("based_on", based_on.map(|it| it.0));
}

pub(super) fn direction(out: &mut Object<'_>, it: &Direction) {
    let Direction {
        code,
        title,
        short,
        weight,
        order,
        retired,
    } = it;
    out.text("code", code);
    out.text("title", title);
    out.text("short", short);
    out.number("weight", *weight);
    out.whole("order", (*order).into());
    out.truth("retired", *retired);
}

pub(super) fn rule(out: &mut Object<'_>, it: &Rule) {
    let Rule {
        importance,
        threshold,
        instruction,
    } = it;
    out.text("importance", importance.name());
    out.number_opt("threshold", *threshold);
    out.text("instruction", instruction);
}

pub(super) fn base_quantity(out: &mut Object<'_>, it: &BaseQuantity) {
    let BaseQuantity {
        title,
        unit,
        whole,
        retired,
    } = it;
    out.text("title", title);
    out.text("unit", unit);
    out.truth("whole", *whole);
    out.truth("retired", *retired);
}

pub(super) fn indicator(out: &mut Object<'_>, it: &Indicator) {
    let Indicator {
        direction,
        code,
        title,
        short,
        unit,
        level,
        measure: how,
        scoring: scale,
        weight,
        periodicity,
        roll_up,
        measured_on,
        bounds: limits,
        decimals,
        better,
        source,
        method,
        responsible,
        note,
        evidence_required,
        kinds,
        na_reasons,
        wording,
        origin,
        origin_note,
        retired,
        order,
        jump,
        instruction,
    } = it;
    out.whole("direction", direction.0.into());
    out.text("code", code);
    out.text("title", title);
    out.text("short", short);
    out.text("unit", unit);
    out.text("level", level.name());
    out.object("measure", |out| measure(out, how));
    out.object("scoring", |out| scoring(out, scale));
    out.number("weight", *weight);
    out.text("periodicity", periodicity.name());
    out.text("roll_up", roll_up.name());
    match measured_on {
        Some((month, day)) => out.text("measured_on", &format!("{day:02}.{month:02}")),
        None => out.null("measured_on"),
    }
    out.object("bounds", |out| bounds(out, limits));
    out.whole("decimals", (*decimals).into());
    out.text("better", better.name());
    out.text("source", source);
    out.text("method", method);
    out.text("responsible", responsible);
    out.text("note", note.name());
    out.truth("evidence_required", *evidence_required);
    let kinds: Vec<&str> = kinds.iter().map(|it| it.name()).collect();
    out.texts("kinds", &kinds);
    out.texts("na_reasons", na_reasons);
    out.objects("wording", wording, |out, Wording { points, text }| {
        out.number("points", *points);
        out.text("text", text);
    });
    out.text("origin", origin.name());
    out.text("origin_note", origin_note);
    out.truth("retired", *retired);
    out.whole("order", (*order).into());
    out.number_opt("jump", *jump);
    out.text("instruction", instruction);
}

fn measure(out: &mut Object<'_>, it: &Measure) {
    match it {
        Measure::Number { whole } => {
            out.text("is", "number");
            out.truth("whole", *whole);
        }
        Measure::Ratio {
            numerator,
            denominator,
            factor,
        } => {
            out.text("is", "ratio");
            out.object("numerator", |out| part(out, numerator));
            out.object("denominator", |out| part(out, denominator));
            out.number("factor", *factor);
        }
        Measure::Choice { options } => {
            out.text("is", "choice");
            out.texts("options", options);
        }
        Measure::Delta { input: of } => {
            out.text("is", "delta");
            input(out, of);
        }
        Measure::Benchmark { input: of } => {
            out.text("is", "benchmark");
            input(out, of);
        }
    }
}

fn part(out: &mut Object<'_>, it: &Part) {
    let Part { title, base, whole } = it;
    out.text("title", title);
    out.id_opt("base_quantity", base.map(|it| it.0));
    out.truth("whole", *whole);
}

fn input(out: &mut Object<'_>, it: &Input) {
    match it {
        Input::Indicator(id) => out.whole("indicator", id.0.into()),
        Input::Own { title } => out.text("own", title),
    }
}

fn scoring(out: &mut Object<'_>, it: &Scoring) {
    match it {
        Scoring::Bands(bands) => {
            out.text("is", "bands");
            out.objects("bands", bands, |out, Band { from, points }| {
                match from {
                    Some(edge) if edge.above => out.number("above", edge.at),
                    _ => out.number_opt("from", from.map(|it| it.at)),
                }
                out.number("points", *points);
            });
        }
        Scoring::Options(points) => {
            out.text("is", "options");
            let points: Vec<String> = points.iter().map(|it| it.normalize().to_string()).collect();
            out.texts("points", &points);
        }
        Scoring::PerUnit {
            start,
            points,
            floor,
            cap,
        } => {
            out.text("is", "per_unit");
            out.number("start", *start);
            out.number("points", *points);
            out.number("floor", *floor);
            out.number("cap", *cap);
        }
        Scoring::Direct { max } => {
            out.text("is", "direct");
            out.number("max", *max);
        }
        Scoring::Relative => out.text("is", "relative"),
        Scoring::Printed(lines) => {
            out.text("is", "printed");
            out.objects("lines", lines, |out, PrintedBand { values, points }| {
                out.text("values", values);
                out.number("points", *points);
            });
        }
    }
}

fn bounds(out: &mut Object<'_>, it: &Bounds) {
    let Bounds {
        hard_min,
        hard_max,
        soft_min,
        soft_max,
    } = it;
    out.number_opt("hard_min", *hard_min);
    out.number_opt("hard_max", *hard_max);
    out.number_opt("soft_min", *soft_min);
    out.number_opt("soft_max", *soft_max);
}
