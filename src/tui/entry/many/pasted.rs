//! A block as a spreadsheet gives it, read into rows of texts. Must not know where the texts go.

/// Rows of texts. Columns are parted by tabs, else by semicolons where every line has one; a text in quotes may hold either.
#[must_use]
pub fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end_matches('\n');
    let mut filled = text.lines().filter(|it| !it.trim().is_empty()).peekable();
    let by_semicolon =
        !text.contains('\t') && filled.peek().is_some() && filled.all(|it| it.contains(';'));
    let between = if by_semicolon { ';' } else { '\t' };
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = cell(rest, between);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        let mut after = after.chars();
        match after.next() {
            Some('\n') => rows.push(Vec::new()),
            Some(_) => {}
            None => return rows,
        }
        rest = after.as_str();
    }
}

/// The first text, and what follows it, from what parts them on.
fn cell(text: &str, between: char) -> (String, &str) {
    let ends = |it: char| it == between || it == '\n';
    if let Some(quoted) = text.strip_prefix('"')
        && let Some((said, after)) = unquoted(quoted)
        && after.chars().next().is_none_or(ends)
    {
        return (tidy(&said), after);
    }
    let end = text.find(ends).unwrap_or(text.len());
    let (said, after) = text.split_at(end);
    (tidy(said), after)
}

/// What stands before the closing quote, with two quotes for one within, and what follows it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let mut said = String::new();
    let mut rest = text;
    loop {
        let (before, after) = rest.split_once('"')?;
        said.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                said.push('"');
                rest = after;
            }
            None => return Some((said, after)),
        }
    }
}

/// Line breaks and tabs within a text are spaces, and none stand around it.
fn tidy(text: &str) -> String {
    text.replace(['\n', '\t'], " ").trim().to_owned()
}

/// Whether several cells have something in them: no single line for an editor.
#[must_use]
pub fn is_block(table: &[Vec<String>]) -> bool {
    let texts = table.iter().flatten();
    texts.filter(|it| !it.is_empty()).count() > 1
}
