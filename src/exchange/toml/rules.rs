//! The rules of an edition in its file: only those of which it says something else than the usual.

use super::error::{Problem, TomlError};
use super::fields::Fields;
use super::write::Writer;
use crate::domain::rule::{Rule, RuleKind};
use crate::exchange::names::Named;

/// The rules of a file, by their numbers, each once.
pub(super) fn read(tables: Vec<Fields<'_>>) -> Result<Vec<(RuleKind, Rule)>, TomlError> {
    let mut out: Vec<(RuleKind, Rule)> = Vec::new();
    for mut fields in tables {
        let kind: RuleKind = fields.named("rule")?;
        if out.iter().any(|(it, _)| *it == kind) {
            let given = kind.name().to_owned();
            return Err(fields.fault("rule", Problem::Duplicate { given }));
        }
        fields.called(kind.name());
        // Of a rule without such a number nobody asks for one: what stands there is refused.
        let threshold = match kind.usual_threshold() {
            Some(_) if fields.has("threshold") => Some(fields.positive("threshold")?),
            usual => usual,
        };
        let rule = Rule {
            importance: fields.named("importance")?,
            threshold,
            instruction: fields.text("instruction")?,
        };
        fields.finish()?;
        out.push((kind, rule));
    }
    out.sort_by_key(|it| it.0);
    Ok(out)
}

pub(super) fn write(out: &mut Writer, rules: &[(RuleKind, Rule)]) {
    for (kind, it) in rules {
        out.head("[[rules]]");
        out.text("rule", kind.name());
        out.text("importance", it.importance.name());
        if let Some(threshold) = it.threshold {
            out.number("threshold", threshold);
        }
        out.text_unless_empty("instruction", &it.instruction);
    }
}
