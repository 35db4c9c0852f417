//! The section as plain text: the page that can be read in again.

use super::Paper;
use crate::locale::NBSP;

/// The text, each requirement and each citation on a line of its own.
#[must_use]
pub fn text(paper: &Paper) -> String {
    let mut out = String::new();
    // A space at which no line breaks is of use on a page; whoever copies a line from a text wants a plain one.
    let mut line = |text: &str| {
        out.push_str(&text.replace(NBSP, " "));
        out.push('\n');
    };
    line(&paper.title);
    paper
        .demo
        .iter()
        .chain(&paper.above)
        .for_each(|it| line(it));
    for part in &paper.stages {
        line("");
        line(&part.heading);
        if !part.lead.is_empty() {
            line(&part.lead);
        }
        for it in &part.asked {
            line(&format!("- {}", it.words));
            it.cited.iter().for_each(|it| line(&it.line));
            if !it.said.is_empty() {
                line(&it.said);
            }
        }
    }
    let assessment = &paper.assessment;
    line("");
    line(&assessment.heading);
    let [number, requirement, max, points] = &assessment.columns;
    line(&format!("{number} | {requirement} | {max} | {points}"));
    for part in &assessment.parts {
        line(&part.title);
        for it in &part.rows {
            line(&format!(
                "{} | {} | {} | {}",
                it.number, it.words, it.max, it.points
            ));
        }
        line(&format!(
            "{} | {} | {}",
            part.sum.label, part.sum.max, part.sum.points
        ));
    }
    let total = &assessment.total;
    line(&format!(
        "{} | {} | {}",
        total.label, total.max, total.points
    ));
    let listing = &paper.listing;
    line("");
    line(&listing.heading);
    if !listing.none.is_empty() {
        line(&listing.none);
        return out;
    }
    line(&listing.columns.join(" | "));
    for it in &listing.rows {
        let mut row = format!("{} | {} | {}", it.number, it.line, it.uses);
        if !it.remarks.is_empty() {
            row = format!("{row} | {}", it.remarks);
        }
        line(&row);
    }
    out
}
