//! What is done to whole rows: added, removed, moved, pasted from a document. Knows no keys and no rules of scales.

use super::contents::{Contents, Line, Method, Spot, line};
use crate::domain::text::clean;
use crate::tui::widget::line_edit::LineEdit;

/// Puts an empty row in at a place; the cursor goes there.
pub fn insert(contents: &mut Contents, at: usize) -> Option<Spot> {
    let lines = contents.lines_mut()?;
    let row = at.min(lines.len());
    lines.insert(row, line("", ""));
    Some(Spot::Cell { row, column: 0 })
}

/// Takes a row out; the cursor goes to what stands there then.
pub fn remove(contents: &mut Contents, row: usize, column: usize) -> Option<Spot> {
    let lines = contents.lines_mut()?;
    if row >= lines.len() {
        return None;
    }
    lines.remove(row);
    contents.keep_a_row();
    let last = contents.size().0.saturating_sub(1);
    let row = row.min(last);
    Some(Spot::Cell { row, column })
}

/// Changes a row with the one above or below it; the cursor goes with it.
pub fn shift(contents: &mut Contents, row: usize, column: usize, up: bool) -> Option<Spot> {
    let lines = contents.lines_mut()?;
    let to = if up { row.checked_sub(1)? } else { row + 1 };
    if to >= lines.len() {
        return None;
    }
    lines.swap(row, to);
    Some(Spot::Cell { row: to, column })
}

/// Whether a text is more than one field can take.
#[must_use]
pub fn is_table(text: &str) -> bool {
    let text = text.trim_matches(['\r', '\n']);
    text.contains(['\n', '\r', '\t'])
}

/// Fills rows from a place on with the lines of a text, each as a document or a spreadsheet has it; a column that numbers the
/// lines is left out. The cursor goes to the last one. `None` where a line has more than there are fields for: nothing is changed then.
pub fn paste(contents: &mut Contents, row: usize, column: usize, text: &str) -> Option<Spot> {
    let method = contents.method;
    let pasted: Vec<Vec<String>> = (text.split(['\n', '\r']))
        .map(pieces)
        .filter(|it| it.iter().any(|it| !it.is_empty()))
        .collect();
    let heading = |it: &Vec<String>| {
        method == Method::Bands && it.iter().all(|it| !it.contains(|c: char| c.is_numeric()))
    };
    let skipped = usize::from(pasted.len() > 1 && pasted.first().is_some_and(heading));
    let mut pasted: Vec<Vec<String>> = pasted.into_iter().skip(skipped).collect();
    if is_numbered(&pasted) {
        pasted.iter_mut().for_each(|it| drop(it.remove(0)));
    }
    let fields = 2_usize.saturating_sub(column);
    for pieces in &mut pasted {
        if pieces.len() > 2 {
            // An empty column between the two is the document's.
            pieces.retain(|it| !it.is_empty());
        }
        if pieces.iter().skip(fields).any(|it| !it.is_empty()) {
            return None;
        }
    }
    let lines = contents.lines_mut()?;
    let mut at = row;
    for pieces in pasted {
        if at >= lines.len() {
            lines.push(line("", ""));
        }
        if let Some(line) = lines.get_mut(at) {
            put(line, column, pieces);
        }
        at += 1;
    }
    let row = at.saturating_sub(1);
    Some(Spot::Cell { row, column })
}

/// Whether the lines have a column of their own numbers before the two that are wanted: 1, 2, 3 or «1.», «2.», «3.».
fn is_numbered(lines: &[Vec<String>]) -> bool {
    let numbered = |(n, it): (usize, &Vec<String>)| {
        let first = it.first().map(|it| it.trim_end_matches(['.', ')']));
        let said = it.iter().filter(|it| !it.is_empty()).count();
        said > 2 && first == Some((n + 1).to_string().as_str())
    };
    lines.iter().enumerate().all(numbered)
}

/// Into the field and the one beside it.
fn put(line: &mut Line, column: usize, pieces: Vec<String>) {
    let fields = line.iter_mut().skip(column);
    for (field, piece) in fields.zip(pieces) {
        *field = LineEdit::new(&piece);
    }
}

/// A line cut where a tab, an arrow or several spaces stand: values on the left, points on the right.
fn pieces(text: &str) -> Vec<String> {
    let tidy = |it: &str| clean(it).trim().to_owned();
    if text.contains('\t') {
        return text.split('\t').map(tidy).collect();
    }
    let cut = text.rsplit_once('→').or_else(|| {
        let trimmed = text.trim_end();
        let at = trimmed.trim_start().rfind("  ")?;
        let (left, right) = trimmed.trim_start().split_at_checked(at)?;
        Some((left, right))
    });
    match cut {
        Some((left, right)) => vec![tidy(left), tidy(right)],
        None => vec![tidy(text)],
    }
}
