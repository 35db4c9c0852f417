//! The pages of a citation: «стр. 4-17, 62-64», «с. 3–10», «(стр. 5)».

use super::words::{Token, Words, is_dash};

impl Words {
    /// «стр. 4-17, 62-64», «с. 3–10», «(стр. 5)»: the pages alone.
    pub(super) fn take_pages(&mut self) -> String {
        let aside = self.tokens.iter().position(|(it, _)| match it {
            Token::Aside(text) => {
                pages_behind(text).is_some_and(|(_, rest)| rest.trim().is_empty())
            }
            _ => false,
        });
        if let Some(at) = aside
            && let Some((Token::Aside(text), _)) = self.tokens.get(at)
        {
            let pages = pages_behind(text).map(|it| it.0).unwrap_or_default();
            self.take(at, 1);
            return pages;
        }
        // The last of them: a title may speak of pages, too.
        for at in (0..self.tokens.len()).rev() {
            let Some(word) = self.at(at) else {
                continue;
            };
            let Some(first) = behind_mark(word) else {
                continue;
            };
            let (mut text, mut length) = (first.to_owned(), 1);
            while let Some(next) = self.at(at + length).filter(|it| is_pages(it)) {
                text.push(' ');
                text.push_str(next);
                length += 1;
            }
            if text.contains(|it: char| it.is_ascii_digit()) && is_pages(first) {
                self.take(at, length);
                return tidy(&text);
            }
        }
        String::new()
    }
}

/// What stands behind «стр.» or «с.» in the same word: `None` where it is another word.
fn behind_mark(word: &str) -> Option<&str> {
    let marks = [
        "страницах",
        "страницы",
        "страница",
        "стр.",
        "стр",
        "сс.",
        "с.",
        "Стр.",
        "СТР.",
        "Страницы",
        "С.",
    ];
    let rest = marks.iter().find_map(|it| word.strip_prefix(it))?;
    let rest = rest.trim_start_matches(['.', ':']);
    (rest.is_empty() || rest.starts_with(|it: char| it.is_ascii_digit())).then_some(rest)
}

/// Whether a word is nothing but pages.
fn is_pages(word: &str) -> bool {
    word == "и"
        || word
            .chars()
            .all(|it| it.is_ascii_digit() || is_dash(it) || ",;.".contains(it))
}

/// Pages in brackets, and what stands behind them.
fn pages_behind(text: &str) -> Option<(String, String)> {
    let mut words = text.split_whitespace();
    let first = behind_mark(words.next()?)?;
    let all: Vec<&str> = std::iter::once(first).chain(words).collect();
    let count = all.iter().take_while(|it| is_pages(it)).count();
    let (pages, rest) = all.split_at_checked(count)?;
    let pages = pages.join(" ");
    pages
        .contains(|it: char| it.is_ascii_digit())
        .then(|| (tidy(&pages), rest.join(" ")))
}

/// Pages as they are kept: `4-17, 62-64`.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    for letter in text.trim().chars() {
        match letter {
            it if is_dash(it) => {
                while out.ends_with(' ') {
                    out.pop();
                }
                out.push('-');
            }
            ' ' if out.ends_with(['-', ' ']) => {}
            ',' | ';' => out.push_str(", "),
            it => out.push(it),
        }
    }
    let text = out
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ,", ",");
    text.trim_matches(|it: char| ",.; -".contains(it))
        .to_owned()
}
