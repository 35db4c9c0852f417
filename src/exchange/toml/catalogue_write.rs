//! Writes a catalogue in the layout of `fixtures/catalogue.toml`: fields in one order, a band or a sentence to a line.

use super::catalogue::{Catalogue, FORMAT};
use super::cycle::write_document;
use super::rules;
use super::scoring::{Refs, write_measure, write_scoring};
use super::write::{Writer, number, quoted};
use crate::domain::catalogue::{Bounds, Edition, Indicator, NoteRule};
use crate::domain::ids::IndicatorId;
use crate::exchange::labels::{of_directions, of_indicators};
use crate::exchange::names::Named;

/// What stands above every catalogue file, for whoever edits it by hand. Files are Russian, as their texts are.
const HEAD: &str = include_str!("../../../fixtures/catalogue_head.txt");

pub(super) fn write(catalogue: &Catalogue) -> String {
    let mut out = Writer::default();
    out.comment(HEAD);
    out.raw("format", &FORMAT.to_string());
    write_edition(&mut out, &catalogue.edition);
    if let Some(act) = &catalogue.act {
        out.head("[edition.act]");
        write_document(&mut out, act);
    }
    for (id, direction) in &catalogue.directions {
        out.head("[[directions]]");
        out.raw("id", &id.0.to_string());
        out.text("code", &direction.code);
        out.text("title", &direction.title);
        out.text("short", &direction.short);
        out.number("weight", direction.weight);
        if direction.retired {
            out.raw("retired", "true");
        }
    }
    for (id, base) in &catalogue.base_quantities {
        out.head("[[base_quantities]]");
        out.raw("id", &id.0.to_string());
        out.text("title", &base.title);
        out.text("unit", &base.unit);
        out.raw("whole", &base.whole.to_string());
        if base.retired {
            out.raw("retired", "true");
        }
    }
    let refs = Refs {
        bases: &catalogue.base_quantities,
        directions: &of_directions(&catalogue.directions),
        indicators: &of_indicators(&catalogue.indicators),
    };
    for (id, indicator) in &catalogue.indicators {
        write_indicator(&mut out, (*id, indicator), &refs);
    }
    rules::write(&mut out, &catalogue.rules);
    out.finish()
}

fn write_edition(out: &mut Writer, edition: &Edition) {
    out.head("[edition]");
    out.raw("number", &edition.number.to_string());
    out.text("title", &edition.title);
    out.text("state", edition.state.name());
    out.date("adopted", edition.adopted);
    out.date("in_force", edition.in_force);
    out.date("applies_from", edition.applies_from);
    out.number("completeness", edition.completeness);
    out.raw("min_months", &edition.min_months.to_string());
    out.list(
        "levels",
        edition.levels.iter().map(|level| {
            format!(
                "{{ from = {}, title = {} }}",
                number(level.from),
                quoted(&level.title)
            )
        }),
    );
}

fn write_indicator(out: &mut Writer, (id, it): (IndicatorId, &Indicator), refs: &Refs<'_>) {
    out.head("[[indicators]]");
    out.raw("id", &id.0.to_string());
    out.text("code", &it.code);
    out.text("title", &it.title);
    out.text("short", &it.short);
    out.text("direction", refs.direction(it.direction));
    out.text("level", it.level.name());
    out.text("unit", &it.unit);
    out.raw("decimals", &it.decimals.to_string());
    out.text("better", it.better.name());
    out.number("weight", it.weight);
    out.text("periodicity", it.periodicity.name());
    out.text("roll_up", it.roll_up.name());
    if let Some((month, day)) = it.measured_on {
        out.text("measured_on", &format!("{day:02}.{month:02}"));
    }
    out.text_unless_empty("source", &it.source);
    out.text_unless_empty("method", &it.method);
    out.text_unless_empty("responsible", &it.responsible);
    if let Some(bounds) = write_bounds(&it.bounds) {
        out.raw("bounds", &bounds);
    }
    if let Some(jump) = it.jump {
        out.number("jump", jump);
    }
    out.text_unless_empty("instruction", &it.instruction);
    if it.note != NoteRule::Free {
        out.text("note", it.note.name());
    }
    if it.evidence_required {
        out.raw("evidence_required", "true");
    }
    if !it.kinds.is_empty() {
        let kinds: Vec<String> = it.kinds.iter().map(|kind| quoted(kind.name())).collect();
        out.raw("kinds", &format!("[{}]", kinds.join(", ")));
    }
    out.list(
        "na_reasons",
        it.na_reasons.iter().map(|reason| quoted(reason)),
    );
    out.text("origin", it.origin.name());
    out.text_unless_empty("origin_note", &it.origin_note);
    if it.retired {
        out.raw("retired", "true");
    }
    out.raw("measure", &write_measure(&it.measure, refs));
    out.raw("scoring", &write_scoring(&it.scoring, &it.measure));
    out.list(
        "wording",
        it.wording.iter().map(|wording| {
            format!(
                "{{ points = {}, text = {} }}",
                number(wording.points),
                quoted(&wording.text)
            )
        }),
    );
}

fn write_bounds(bounds: &Bounds) -> Option<String> {
    let pairs = [
        ("hard_min", bounds.hard_min),
        ("hard_max", bounds.hard_max),
        ("soft_min", bounds.soft_min),
        ("soft_max", bounds.soft_max),
    ];
    let set: Vec<String> = pairs
        .into_iter()
        .filter_map(|(name, bound)| bound.map(|it| format!("{name} = {}", number(it))))
        .collect();
    (!set.is_empty()).then(|| format!("{{ {} }}", set.join(", ")))
}
