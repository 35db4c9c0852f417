//! The requisites of one act, taken out of its words one by one: what is left in the end is a note.

use chrono::NaiveDate;

use super::Doubt;
use super::words::{Token, Words, is_dash};
use crate::domain::date::{Side, parse_date_on};
use crate::domain::text::fold;

/// A date with its place; what is no day of the calendar as it was written.
pub(super) struct Dated {
    pub(super) at: usize,
    pub(super) day: Result<NaiveDate, String>,
}

/// A number with its place.
pub(super) struct Numbered {
    pub(super) at: usize,
    pub(super) text: String,
}

impl Words {
    /// «(ред. от 20.11.2019)», and the same without brackets.
    pub(super) fn take_redaction(&mut self, doubts: &mut Vec<Doubt>) -> Option<NaiveDate> {
        let is_one = |text: &str| {
            let folded = fold(text);
            let folded = folded.trim_start();
            ["ред.", "ред ", "редакц", "в ред", "с изм", "с учетом изм"]
                .iter()
                .any(|it| folded.starts_with(it))
        };
        let found = self
            .tokens
            .iter()
            .position(|(it, _)| matches!(it, Token::Aside(text) if is_one(text)));
        if let Some(at) = found {
            let Some((Token::Aside(text), _)) = self.tokens.get(at) else {
                return None;
            };
            let letters: Vec<char> = text.chars().collect();
            let mut inner = Words::of(&letters);
            let mut latest = None;
            while let Some(it) = inner.take_date() {
                match it.day {
                    Ok(day) => latest = latest.max(Some(day)),
                    Err(text) => doubts.push(Doubt::NoSuchDate(text)),
                }
            }
            if latest.is_some() {
                self.take(at, 1);
            }
            return latest;
        }
        let at = (0..self.tokens.len()).find(|at| {
            let word = self.at(*at).map(fold);
            word.is_some_and(|it| it == "ред." || it.starts_with("редакци"))
        })?;
        let from = at + usize::from(self.at(at + 1).is_some_and(|it| fold(it) == "от"));
        let (day, length) = self.date_at(from + 1)?;
        let before = at
            .checked_sub(1)
            .filter(|it| self.at(*it).is_some_and(|it| fold(it) == "в"));
        let first = before.unwrap_or(at);
        self.take(first, from + 1 + length - first);
        day.map_err(|text| doubts.push(Doubt::NoSuchDate(text)))
            .ok()
    }

    /// An address on the web.
    pub(super) fn take_link(&mut self) -> String {
        let is_link = |it: &str| it.starts_with("http://") || it.starts_with("https://");
        let found = (0..self.tokens.len()).find(|at| self.at(*at).is_some_and(is_link));
        let link = found
            .and_then(|at| self.at(at))
            .unwrap_or_default()
            .to_owned();
        if let Some(at) = found {
            self.take(at, 1);
        }
        link.trim_end_matches([',', ';', '.', ')']).to_owned()
    }

    /// «от 11.03.2019», «от 11 марта 2019 г.»; without «от» only what is nothing but a date.
    pub(super) fn take_date(&mut self) -> Option<Dated> {
        let from = (0..self.tokens.len()).find_map(|at| {
            let is_from = self.at(at).is_some_and(|it| fold(it) == "от");
            let (day, length) = is_from.then(|| self.date_at(at + 1)).flatten()?;
            Some((at, day, length + 1))
        });
        let bare = || {
            (0..self.tokens.len()).find_map(|at| {
                let word = self.at(at).filter(|it| it.matches('.').count() >= 2)?;
                word.starts_with(|it: char| it.is_ascii_digit())
                    .then_some(())?;
                let (day, length) = self.date_at(at)?;
                Some((at, day, length))
            })
        };
        let (at, day, length) = from.or_else(bare)?;
        self.take(at, length);
        Some(Dated { at, day })
    }

    /// A date that begins here, and how many words it takes.
    fn date_at(&self, at: usize) -> Option<(Result<NaiveDate, String>, usize)> {
        let first = self.at(at)?;
        let one = first.trim_end_matches(|it: char| !it.is_ascii_digit());
        let (text, length) = match numeric(one) {
            Some(text) => (text, 1),
            None => {
                let words = [first, self.at(at + 1)?, self.at(at + 2)?];
                let [day, month, year] = words.map(|it| it.trim_end_matches([',', '.', ';']));
                let year = year.trim_end_matches(|it: char| !it.is_ascii_digit());
                let is_day = day.len() <= 2 && is_digits(day) && year.len() == 4 && is_digits(year);
                let is_month = month.chars().count() >= 3 && month.chars().all(char::is_alphabetic);
                (is_day && is_month).then(|| (format!("{day} {month} {year}"), 3))?
            }
        };
        let is_year =
            |it: &str| matches!(fold(it).trim_end_matches([',', ';']), "г." | "г" | "года");
        let year = usize::from(self.at(at + length).is_some_and(is_year));
        let day = parse_date_on(&text, NaiveDate::default(), Side::Past);
        Some((day.map_err(|_| text), length + year))
    }

    /// What stands after «№». Of two the one behind the date is the act's: a school has a number, too.
    pub(super) fn take_number(&mut self, date: Option<usize>) -> Option<Numbered> {
        let mut found: Vec<(usize, usize, String)> = Vec::new();
        for at in 0..self.tokens.len() {
            let Some((length, text)) = self.number_at(at) else {
                continue;
            };
            let is_school = at
                .checked_sub(1)
                .and_then(|it| self.at(it))
                .is_some_and(is_school);
            if !is_school {
                found.push((at, length, text));
            }
        }
        let behind = |it: &&(usize, usize, String)| date.is_some_and(|date| it.0 > date);
        let (at, length, text) = match found.iter().find(behind) {
            Some(it) => it.clone(),
            None if date.is_some() => found.pop()?,
            None => found.into_iter().next()?,
        };
        self.take(at, length);
        Some(Numbered { at, text })
    }

    /// A number that begins here with its sign, and how many words it takes.
    fn number_at(&self, at: usize) -> Option<(usize, String)> {
        let word = self.at(at)?;
        let signed = word.trim_start_matches(['№', 'N', 'n']);
        let is_sign = signed.len() < word.len();
        let is_word = matches!(fold(word).as_str(), "no" | "no." | "номер" | "nº");
        let is_digit = |it: &str| it.starts_with(|it: char| it.is_ascii_digit());
        let is_russian = word.starts_with('№');
        let (mut text, mut length) = match (is_sign && !signed.is_empty(), is_sign || is_word) {
            (true, _) if is_russian || is_digit(signed) => (signed.to_owned(), 1),
            (false, true) => {
                let next = self.at(at + 1)?;
                let is_number = is_russian || next.contains(|it: char| it.is_ascii_digit());
                (is_number && !is_day(next)).then(|| (next.to_owned(), 2))?
            }
            _ => return None,
        };
        // «617 - ОД», «617 -ОД», «617- ОД».
        while let Some(next) = self.at(at + length) {
            let is_joined = text.ends_with(is_dash)
                || next.starts_with(is_dash) && !text.ends_with([',', ';', '.']);
            if !is_joined {
                break;
            }
            text.push_str(next);
            length += 1;
        }
        let text = text.trim_matches(|it: char| ",;.:)".contains(it) || is_dash(it));
        let text: String = text
            .chars()
            .map(|it| if is_dash(it) { '-' } else { it })
            .collect();
        let is_none = matches!(fold(&text).as_str(), "б/н" | "бн");
        Some((length, if is_none { String::new() } else { text }))
    }
}

/// A date in figures, its year in full.
fn numeric(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    let all = [day, month, year];
    if !all.iter().all(|it| is_digits(it)) {
        return None;
    }
    match (day.len(), month.len(), year.len()) {
        (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4) => Some(format!("{day}.{month}.{year}")),
        // Acts that are cited are of this century, or of the end of the last one.
        (1..=2, 1..=2, 2) => {
            let century = if *year < "60" { "20" } else { "19" };
            Some(format!("{day}.{month}.{century}{year}"))
        }
        _ => None,
    }
}

fn is_day(text: &str) -> bool {
    numeric(text.trim_end_matches(|it: char| !it.is_ascii_digit()))
        .is_some_and(|_| text.contains('.'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| it.is_ascii_digit())
}

/// Whether a school is named by a number or a name behind this word.
pub(super) fn is_school(word: &str) -> bool {
    let folded = fold(word);
    ["школ", "гимнази", "лице", "сад", "центр"]
        .iter()
        .any(|it| folded.starts_with(it))
        || matches!(
            folded.trim(),
            "сш" | "сош" | "оош" | "доу" | "мбдоу" | "мбоу" | "маоу" | "мкоу" | "гбоу"
        )
}
