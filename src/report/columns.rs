//! Text in the columns of a paper: wrapped, set in, with a figure at the right. Knows nothing of what is said.
//!
//! A character is a column: papers are in Russian or English, and a name in wider letters only makes its line shorter.

/// Columns of a sheet of paper.
pub const PAPER: usize = 80;

/// Columns between a text and what stands at its right, at least.
const GAP: usize = 2;

/// Columns by which a text that goes on is set in.
const HANG: usize = 4;

/// The least room that text is wrapped into, however narrow the paper.
const LEAST: usize = 8;

fn columns_of(text: &str) -> usize {
    text.chars().count()
}

/// A text in lines of at most so many columns, broken at spaces; a space that does not break stays. A word longer than a line is divided.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(LEAST);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split([' ', '\n']).filter(|it| !it.is_empty()) {
        let gap = usize::from(!line.is_empty());
        if columns_of(&line) + gap + columns_of(word) <= columns {
            line.push_str(if gap == 1 { " " } else { "" });
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            if columns_of(&line) == columns {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A text that is set in by `indent`, with a name before its first line.
pub(super) fn named(name: &str, indent: usize, text: &str, columns: usize) -> Vec<String> {
    let lines = wrap(text, columns.saturating_sub(indent)).into_iter();
    lines
        .enumerate()
        .map(|(n, line)| format!("{}{line}", padded(if n == 0 { name } else { "" }, indent)))
        .collect()
}

/// A text with another one at the right end of its first line; the lines after it are set in.
pub(super) fn sides(left: &str, right: &str, columns: usize) -> Vec<String> {
    let taken = columns_of(right) + GAP + HANG;
    let lines = wrap(left, columns.saturating_sub(taken)).into_iter();
    let room = columns.saturating_sub(columns_of(right));
    let lines = lines.enumerate().map(|(n, line)| match n {
        0 => format!("{}{right}", padded(&line, room)),
        _ => format!("{}{line}", " ".repeat(HANG)),
    });
    lines.collect()
}

fn padded(text: &str, columns: usize) -> String {
    format!(
        "{text}{}",
        " ".repeat(columns.saturating_sub(columns_of(text)))
    )
}
