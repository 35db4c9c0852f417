//! An act as pieces: words, what stands in quotes, what stands in brackets; and what of it is title, body and note.
//!
//! A piece is taken once. What nothing has taken in the end is a note, so that no word is lost.

use super::quotes::{elochki, opening, quoted, title};
use super::requisites::is_school;
use crate::domain::text::fold;

/// A piece of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A word with its signs.
    Word(String),
    /// What stood in quotes.
    Quoted(String),
    /// What stood in brackets.
    Aside(String),
}

/// The pieces of an act, each with whether it has been taken for something.
pub(super) struct Words {
    pub(super) tokens: Vec<(Token, bool)>,
    /// Whether a quote is opened and not closed.
    pub(super) open_quote: bool,
}

impl Words {
    pub(super) fn of(letters: &[char]) -> Words {
        let quotes = quoted(letters);
        let mut words = Words {
            tokens: Vec::new(),
            open_quote: quotes.iter().any(|it| !it.closed),
        };
        let (mut at, mut word) = (0, String::new());
        while let Some(letter) = letters.get(at) {
            if let Some(it) = opening(&quotes, at) {
                words.word(&mut word);
                words.push(Token::Quoted(title(letters, it)));
                at = it.close + 1;
            } else if *letter == '(' && word.is_empty() {
                let inner = letters.get(at + 1..).unwrap_or_default();
                let length = bracket(inner);
                words.push(Token::Aside(elochki(
                    inner.get(..length).unwrap_or_default(),
                )));
                at += length + 2;
            } else {
                match letter.is_whitespace() {
                    true => words.word(&mut word),
                    false => word.push(*letter),
                }
                at += 1;
            }
        }
        words.word(&mut word);
        words
    }

    fn push(&mut self, token: Token) {
        self.tokens.push((token, false));
    }

    /// «(примечание: …)»: what is said to be a note is one.
    pub(super) fn take_note(&mut self) -> String {
        let marked = |text: &str| {
            let (word, note) = text.split_once(':')?;
            matches!(fold(word).trim(), "примечание" | "прим.").then(|| note.trim().to_owned())
        };
        for (token, is_taken) in &mut self.tokens {
            if let Token::Aside(text) = token
                && let Some(note) = marked(text)
            {
                *is_taken = true;
                return note;
            }
        }
        String::new()
    }

    fn word(&mut self, word: &mut String) {
        // The sign that holds a quote is no word.
        if word
            .chars()
            .any(|it| it.is_alphanumeric() || it == '№' || is_dash(it))
        {
            self.push(Token::Word(std::mem::take(word)));
        }
        word.clear();
    }

    /// A word that nothing has taken yet.
    pub(super) fn at(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at) {
            Some((Token::Word(word), false)) => Some(word),
            _ => None,
        }
    }

    pub(super) fn take(&mut self, at: usize, count: usize) {
        for (_, is_taken) in self.tokens.iter_mut().skip(at).take(count) {
            *is_taken = true;
        }
    }

    /// The first words are what kind it is.
    pub(super) fn take_first(&mut self, count: usize) {
        self.take(0, count);
    }

    /// The title: what stands in quotes behind the requisites, else what begins with «О» or «Об».
    pub(super) fn take_title(&mut self, after: Option<usize>, is_bare: bool) -> String {
        // «МБОУ „СШ № 12“» is a body and no title.
        let is_name = |at: usize| {
            let before = at.checked_sub(1).and_then(|it| self.tokens.get(it));
            matches!(before, Some((Token::Word(word), _)) if is_school(word))
        };
        let quoted: Vec<usize> = (self.tokens.iter().enumerate())
            .filter(|(_, (it, is_taken))| matches!(it, Token::Quoted(_)) && !is_taken)
            .map(|(at, _)| at)
            .filter(|at| !is_name(*at))
            .collect();
        let about = |at: &usize| {
            let Some((Token::Quoted(text), _)) = self.tokens.get(*at) else {
                return false;
            };
            begins_about(text)
        };
        let behind = quoted
            .iter()
            .find(|it| after.is_some_and(|after| **it > after));
        let chosen = behind
            .or_else(|| quoted.iter().find(|it| about(it)))
            .or_else(|| quoted.last().filter(|_| is_bare));
        if let Some(at) = chosen.copied()
            && let Some((Token::Quoted(text), is_taken)) = self.tokens.get_mut(at)
        {
            *is_taken = true;
            return text.clone();
        }
        let from = after.map_or(0, |it| it + 1);
        let begins = (from..self.tokens.len()).find(|at| self.at(*at).is_some_and(begins_about));
        begins.map_or_else(String::new, |at| capital(&self.take_from(at)))
    }

    /// The body: what stands before everything that has been taken.
    pub(super) fn take_issuer(&mut self) -> String {
        let start = self.tokens.iter().position(|(_, is_taken)| !is_taken);
        let first_taken = |from: usize| {
            let rest = self.tokens.iter().skip(from);
            rest.take_while(|(it, is_taken)| !is_taken && !matches!(it, Token::Aside(_)))
                .count()
        };
        let Some(start) =
            start.filter(|it| self.tokens.iter().take(*it).all(|it| it.1) && *it <= 2)
        else {
            return String::new();
        };
        let count = first_taken(start);
        let text = self.text(start, start + count);
        self.take(start, count);
        text
    }

    /// The body where it is named behind the number: «Письмо от 01.06.2021 № 15/328 управления образования».
    pub(super) fn take_body(&mut self) -> String {
        let is_word = |(it, is_taken): &(Token, bool)| matches!(it, Token::Word(_)) && !is_taken;
        let from = self.tokens.iter().position(is_word);
        let Some(from) = from.filter(|it| self.at(*it).is_some_and(is_body)) else {
            return String::new();
        };
        let count = self
            .tokens
            .iter()
            .skip(from)
            .take_while(|it| is_word(it))
            .count();
        let text = self.text(from, from + count);
        self.take(from, count);
        text
    }

    /// Everything up to the first piece that was taken, and what stands in quotes behind it.
    pub(super) fn take_words(&mut self) -> String {
        let count = self
            .tokens
            .iter()
            .take_while(|(_, is_taken)| !is_taken)
            .count();
        let mut title = self.text(0, count);
        self.take(0, count);
        let behind = (self.tokens.iter())
            .position(|(it, is_taken)| matches!(it, Token::Quoted(_)) && !is_taken);
        if let Some(at) = behind {
            if !title.is_empty() {
                title.push(' ');
            }
            title.push_str(&self.text(at, at + 1));
            self.take(at, 1);
        }
        // A whole text in quotes is a title.
        let inner = title.strip_prefix('«').and_then(|it| it.strip_suffix('»'));
        inner
            .filter(|it| !it.contains(['«', '»']))
            .map_or(title.clone(), str::to_owned)
    }

    fn take_from(&mut self, at: usize) -> String {
        let rest = self.tokens.iter().skip(at);
        let count = rest.take_while(|(_, is_taken)| !is_taken).count();
        let text = self.text(at, at + count);
        self.take(at, count);
        text
    }

    /// What nothing has taken.
    pub(super) fn left(&self) -> String {
        let left: Vec<&(Token, bool)> = self.tokens.iter().filter(|it| !it.1).collect();
        if let [(Token::Aside(text), _)] = left.as_slice() {
            return text.clone();
        }
        let texts: Vec<String> = left.iter().map(|it| shown(&it.0)).collect();
        trimmed(&texts.join(" "))
    }

    fn text(&self, from: usize, to: usize) -> String {
        let tokens = self.tokens.iter().take(to).skip(from);
        let texts: Vec<String> = tokens.map(|it| shown(&it.0)).collect();
        trimmed(&texts.join(" "))
    }
}

fn shown(token: &Token) -> String {
    match token {
        Token::Word(word) => word.clone(),
        Token::Quoted(text) => format!("«{text}»"),
        Token::Aside(text) => format!("({text})"),
    }
}

fn trimmed(text: &str) -> String {
    text.trim_matches(|it: char| it.is_whitespace() || ",;:".contains(it))
        .trim_start_matches(['.', ')'])
        .trim()
        .to_owned()
}

/// Letters up to the bracket that closes.
fn bracket(letters: &[char]) -> usize {
    let mut depth = 1_usize;
    for (at, letter) in letters.iter().enumerate() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    letters.len()
}

fn begins_about(text: &str) -> bool {
    let folded = fold(text);
    let word = folded.split_whitespace().next().unwrap_or_default();
    matches!(word, "о" | "об" | "обо")
}

/// Whether a word is what a body is called.
fn is_body(word: &str) -> bool {
    let folded = fold(word);
    let stems = [
        "управлени",
        "администраци",
        "департамент",
        "министерств",
        "отдел",
        "комитет",
        "правительств",
    ];
    stems.iter().any(|it| folded.starts_with(it))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Whether it is a hyphen or a dash of any length.
pub(super) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
