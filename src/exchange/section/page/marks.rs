//! What stands before a requirement: a dash, a point, a figure, a letter with a bracket.

/// The mark in front of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// None.
    None,
    /// «-», «–», «•».
    Bullet,
    /// «1.», «2.1.3)», «а)».
    Figure,
}

/// Signs that are bullets in some program or other.
const BULLETS: [char; 16] = [
    '-', '–', '—', '−', '‒', '•', '·', '∙', '*', '▪', '■', '●', '○', '►', '➢', '✓',
];

/// The mark of a line and what follows it.
pub(super) fn marked(text: &str) -> (Mark, &str) {
    let text = text.trim();
    // A bullet of Word's own font comes as a sign that nobody can see, and was made visible.
    let unbulleted = text.trim_start_matches(|it| BULLETS.contains(&it) || it == '\u{fffd}');
    if unbulleted.len() < text.len() {
        return (Mark::Bullet, unbulleted.trim_start());
    }
    match figure(text).or_else(|| lettered(text)) {
        Some(rest) => (Mark::Figure, rest),
        None => (Mark::None, text),
    }
}

/// What follows «1.», «2)», «2.1.3», «1.2.».
fn figure(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    let figures = text.strip_suffix(rest)?;
    let groups = figures.trim_end_matches('.').split('.');
    let is_groups = groups.clone().all(|it| (1..=2).contains(&it.len()));
    // Two groups of a year would be a date, and a date is no number of a line.
    if !figures.starts_with(|it: char| it.is_ascii_digit()) || !is_groups {
        return None;
    }
    let closed = rest.strip_prefix(')');
    let is_marked = figures.contains('.') || closed.is_some();
    let rest = closed.unwrap_or(rest);
    let is_apart =
        rest.starts_with(char::is_whitespace) || figures.ends_with('.') || closed.is_some();
    let rest = rest.trim_start();
    (is_marked && is_apart && rest.starts_with(|it: char| !it.is_ascii_digit())).then_some(rest)
}

/// What follows «а)».
fn lettered(text: &str) -> Option<&str> {
    let mut letters = text.chars();
    let first = letters.next().filter(|it| it.is_alphabetic())?;
    let rest = text.strip_prefix(first)?.strip_prefix(')')?;
    Some(rest.trim_start())
}

/// Code and title of a section: «2.1. Система…», «Раздел 2.1 «Система…»»; only what has two groups of one figure is one.
pub(super) fn section(text: &str) -> Option<(String, String)> {
    let lowered = text.to_lowercase();
    let is_named = ["раздел", "направление", "подраздел"]
        .iter()
        .find(|it| lowered.starts_with(**it));
    let text = match is_named {
        Some(word) => {
            let length = word.chars().count();
            let rest: String = text.chars().skip(length).collect();
            rest.strip_prefix(char::is_whitespace)?.trim().to_owned()
        }
        None => text.trim().to_owned(),
    };
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit() || it == '.');
    let code = text.strip_suffix(rest)?.trim_end_matches('.');
    let groups: Vec<&str> = code.split('.').collect();
    let is_code = matches!(groups.as_slice(), [one, two] if one.len() == 1 && two.len() == 1);
    let is_apart = rest.is_empty() || rest.starts_with([' ', '—', '–', '-', ':', '«', '"']);
    if !is_code || !is_apart {
        return None;
    }
    let title = rest.trim_matches(|it: char| it.is_whitespace() || ".:–—-".contains(it));
    // A number in front of a requirement is followed by a small letter or by what is asked for; a section has a name.
    let is_name = title.is_empty() && is_named.is_some()
        || title
            .trim_start_matches(['«', '"', '“', '„'])
            .starts_with(char::is_uppercase);
    is_name.then(|| (code.to_owned(), unquoted(title).to_owned()))
}

/// The title without quotes that enclose the whole of it.
fn unquoted(title: &str) -> &str {
    let inner = title
        .strip_prefix(['«', '"', '“', '„'])
        .and_then(|it| it.strip_suffix(['»', '"', '”', '“']));
    inner
        .filter(|it| !it.contains(['«', '»', '"']))
        .unwrap_or(title)
}
