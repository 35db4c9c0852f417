//! The section in Markdown: headings, numbered requirements, tables.

use super::{Paper, Proof};

/// The text in Markdown. What a record says is never markup.
#[must_use]
pub fn markdown(paper: &Paper) -> String {
    let mut out = vec![format!("# {}", plain(&paper.title)), String::new()];
    if let Some(demo) = &paper.demo {
        out.extend([format!("**{}**", plain(demo)), String::new()]);
    }
    out.extend([
        paper
            .above
            .iter()
            .map(|it| plain(it))
            .collect::<Vec<_>>()
            .join("  \n"),
        String::new(),
    ]);
    for part in &paper.stages {
        out.extend([format!("## {}", plain(&part.heading)), String::new()]);
        if !part.lead.is_empty() {
            out.extend([plain(&part.lead), String::new()]);
        }
        for it in &part.asked {
            out.push(format!("{}. {}", it.number, plain(&it.words)));
            out.extend(it.cited.iter().map(|it| format!("    - {}", linked(it))));
            if !it.said.is_empty() {
                out.push(format!("    - *{}*", plain(&it.said)));
            }
        }
        out.push(String::new());
    }
    let assessment = &paper.assessment;
    out.extend([format!("## {}", plain(&assessment.heading)), String::new()]);
    out.push(row(&assessment.columns.each_ref().map(|it| plain(it))));
    out.push("|--:|---|--:|--:|".into());
    for part in &assessment.parts {
        out.push(row(&[
            String::new(),
            bold(&part.title),
            String::new(),
            String::new(),
        ]));
        out.extend((part.rows.iter()).map(|it| {
            row(&[
                it.number.to_string(),
                plain(&it.words),
                plain(&it.max),
                plain(&it.points),
            ])
        }));
        out.push(row(&[
            String::new(),
            plain(&part.sum.label),
            plain(&part.sum.max),
            plain(&part.sum.points),
        ]));
    }
    let total = &assessment.total;
    out.push(row(&[
        String::new(),
        bold(&total.label),
        bold(&total.max),
        bold(&total.points),
    ]));
    let listing = &paper.listing;
    out.extend([
        String::new(),
        format!("## {}", plain(&listing.heading)),
        String::new(),
    ]);
    if !listing.none.is_empty() {
        out.extend([plain(&listing.none), String::new()]);
        return out.join("\n");
    }
    out.push(row(&listing.columns.each_ref().map(|it| plain(it))));
    out.push("|--:|---|---|---|".into());
    for it in &listing.rows {
        let proof = Proof {
            line: it.line.clone(),
            link: it.link.clone(),
        };
        out.push(row(&[
            it.number.to_string(),
            linked(&proof),
            plain(&it.uses),
            plain(&it.remarks),
        ]));
    }
    out.push(String::new());
    out.join("\n")
}

fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn bold(text: &str) -> String {
    format!("**{}**", plain(text))
}

fn linked(it: &Proof) -> String {
    match it.link.is_empty() {
        true => plain(&it.line),
        false => format!(
            "[{}](<{}>)",
            plain(&it.line),
            it.link.replace(['<', '>'], "").replace('|', "%7C")
        ),
    }
}

/// The text with every sign that Markdown would take for its own.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\`*_{}[]<>#|~!&".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
