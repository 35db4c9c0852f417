//! The pieces of a printed line: numbers, signs, brackets, words. Knows which words are units; knows nothing of what a line means.

use rust_decimal::Decimal;

use super::interval::{Unread, Unreadable};
use crate::domain::number::{self, is_group_space};
use crate::domain::text::fold_char;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Decimal),
    /// Between two numbers: any dash.
    Dash,
    /// `+` after a number: and more.
    Plus,
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
    /// A bracket, and whether the end beside it belongs.
    Open(bool),
    Close(bool),
    Semicolon,
    Comma,
    Infinity,
    /// A folded word.
    Word(String),
}

/// A piece with its place.
#[derive(Clone, Debug)]
pub(super) struct Lexeme {
    pub kind: Kind,
    pub at: usize,
    pub text: String,
}

/// Beginnings of units, folded. A word that begins so is left out where it follows a number.
const UNITS: [&str; 31] = [
    "процент",
    "пункт",
    "п",
    "пп",
    "ед",
    "единиц",
    "чел",
    "балл",
    "б",
    "дн",
    "дней",
    "день",
    "дня",
    "шт",
    "раз",
    "руб",
    "лет",
    "год",
    "мес",
    "час",
    "ст",
    "ставк",
    "мест",
    "случа",
    "жалоб",
    "обучающ",
    "педагог",
    "ученик",
    "кандидат",
    "предписан",
    "участник",
];

/// Units that are so short that words which begin with them are other words.
const WHOLE: usize = 3;

pub(super) fn lexemes(line: &str) -> Result<Vec<Lexeme>, Unreadable> {
    let chars: Vec<char> = line.chars().collect();
    let mut out: Vec<Lexeme> = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let from = at;
        let signed = is_sign(c)
            && chars.get(at + 1).is_some_and(char::is_ascii_digit)
            && !ends_in_number(&out);
        let kind = if c.is_ascii_digit() || signed {
            at = end_of_number(&chars, at + usize::from(signed));
            Some(number(&chars, from, at)?)
        } else if c.is_alphabetic() {
            while chars.get(at).is_some_and(|c| c.is_alphanumeric()) {
                at += 1;
            }
            Some(word(&chars, from, at))
        } else {
            let (kind, length) = sign(&chars, at)?;
            at += length;
            kind
        };
        if let Some(kind) = kind.filter(|it| !(is_unit(it) && ends_in_number(&out))) {
            out.push(Lexeme {
                kind,
                at: from,
                text: piece(&chars, from, at),
            });
        }
    }
    Ok(out)
}

fn piece(chars: &[char], from: usize, to: usize) -> String {
    chars.get(from..to).unwrap_or_default().iter().collect()
}

fn is_sign(c: char) -> bool {
    c == '+' || fold_char(c) == '-'
}

fn ends_in_number(out: &[Lexeme]) -> bool {
    matches!(out.last().map(|it| &it.kind), Some(Kind::Number(_)))
}

/// Digits, groups of three after a space, and a fraction.
fn end_of_number(chars: &[char], mut at: usize) -> usize {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let from = at;
    while digit(at) {
        at += 1;
    }
    let group = |at: usize| {
        chars.get(at).is_some_and(|c| is_group_space(*c))
            && (1..=3).all(|n| digit(at + n))
            && !digit(at + 4)
    };
    if at - from <= 3 {
        while group(at) {
            at += 4;
        }
    }
    while matches!(chars.get(at), Some(',' | '.')) && digit(at + 1) {
        at += 1;
        while digit(at) {
            at += 1;
        }
    }
    at
}

fn number(chars: &[char], from: usize, to: usize) -> Result<Kind, Unreadable> {
    let text = piece(chars, from, to);
    let typed: String = (text.chars())
        .map(|c| if fold_char(c) == '-' { '-' } else { c })
        .collect();
    number::parse_decimal(&typed)
        .map(|it| Kind::Number(it.normalize()))
        .map_err(|why| Unreadable {
            why: Unread::Number(why),
            at: from,
            piece: text,
        })
}

fn word(chars: &[char], from: usize, to: usize) -> Kind {
    let folded: String = piece(chars, from, to).chars().map(fold_char).collect();
    match folded.as_str() {
        "бесконечность" | "inf" => Kind::Infinity,
        _ => Kind::Word(folded),
    }
}

fn is_unit(kind: &Kind) -> bool {
    let Kind::Word(word) = kind else { return false };
    UNITS.iter().any(|unit| {
        word == unit || (unit.chars().count() > WHOLE && word.starts_with(unit)) || {
            // «руб», «раз», «дн», «чел» have endings: рублей, раза, дня, человек.
            unit.chars().count() == WHOLE && word.starts_with(unit) && word.chars().count() <= 8
        }
    })
}

/// A sign and how many characters it takes; `None` for what says nothing: spaces, `%`, the point of an abbreviation.
fn sign(chars: &[char], at: usize) -> Result<(Option<Kind>, usize), Unreadable> {
    let next = chars.get(at + 1).copied();
    let c = chars.get(at).copied().unwrap_or(' ');
    Ok(match (c, next) {
        ('<', Some('=')) | ('=', Some('<')) => (Some(Kind::AtMost), 2),
        ('>', Some('=')) | ('=', Some('>')) => (Some(Kind::AtLeast), 2),
        ('<', Some('>')) => return Err(unknown(chars, at, 2)),
        ('<', _) => (Some(Kind::Less), 1),
        ('>', _) => (Some(Kind::More), 1),
        ('≤' | '⩽', _) => (Some(Kind::AtMost), 1),
        ('≥' | '⩾', _) => (Some(Kind::AtLeast), 1),
        ('=', _) => (Some(Kind::Equal), 1),
        ('[', _) => (Some(Kind::Open(true)), 1),
        ('(', _) => (Some(Kind::Open(false)), 1),
        (']', _) => (Some(Kind::Close(true)), 1),
        (')', _) => (Some(Kind::Close(false)), 1),
        (';', _) => (Some(Kind::Semicolon), 1),
        (',', _) => (Some(Kind::Comma), 1),
        ('+' | '-', Some('∞')) | ('−', Some('∞')) => (Some(Kind::Infinity), 2),
        ('∞', _) => (Some(Kind::Infinity), 1),
        ('…', _) => (Some(Kind::Dash), 1),
        ('+', _) => (Some(Kind::Plus), 1),
        ('%' | '.', _) => (None, 1),
        (c, _) if fold_char(c) == '-' => (Some(Kind::Dash), 1),
        (c, _) if fold_char(c) == ' ' => (None, 1),
        _ => return Err(unknown(chars, at, 1)),
    })
}

fn unknown(chars: &[char], at: usize, length: usize) -> Unreadable {
    Unreadable {
        why: Unread::Unknown,
        at,
        piece: piece(chars, at, at + length),
    }
}
