//! From the pieces of a printed line to an interval: which words open a lower end, which an upper one, and whether the end belongs.

use rust_decimal::Decimal;

use super::interval::{End, Interval, Unread, Unreadable};
use super::lexeme::{Kind, Lexeme, lexemes};

/// An end as a line gives it.
enum Bound {
    Low(End),
    /// The end, and whether «до» leaves open if it belongs.
    High(End, bool),
}

/// Words before a number, the longest first: what they open. `true`: the number belongs to it.
const OPENING: [(&[&str], Opens); 42] = [
    (&["не", "менее"], Opens::Low(true)),
    (&["не", "меньше"], Opens::Low(true)),
    (&["не", "ниже"], Opens::Low(true)),
    (&["не", "более"], Opens::High(true)),
    (&["не", "больше"], Opens::High(true)),
    (&["не", "выше"], Opens::High(true)),
    (&["не", "свыше"], Opens::High(true)),
    (&["не", "св"], Opens::High(true)),
    (&["не", "превышает"], Opens::High(true)),
    (&["начиная", "с"], Opens::Low(true)),
    (&["начиная", "от"], Opens::Low(true)),
    (&["вплоть", "до"], Opens::Loose),
    (&["от"], Opens::Low(true)),
    (&["с"], Opens::Low(true)),
    (&["минимум"], Opens::Low(true)),
    (&["свыше"], Opens::Low(false)),
    (&["св"], Opens::Low(false)),
    (&["более"], Opens::Low(false)),
    (&["больше"], Opens::Low(false)),
    (&["выше"], Opens::Low(false)),
    (&["до"], Opens::Loose),
    (&["по"], Opens::High(true)),
    (&["максимум"], Opens::High(true)),
    (&["менее"], Opens::High(false)),
    (&["меньше"], Opens::High(false)),
    (&["ниже"], Opens::High(false)),
    (&["равно"], Opens::Exact),
    (&["ровно"], Opens::Exact),
    (&["no", "less", "than"], Opens::Low(true)),
    (&["no", "more", "than"], Opens::High(true)),
    (&["at", "least"], Opens::Low(true)),
    (&["at", "most"], Opens::High(true)),
    (&["more", "than"], Opens::Low(false)),
    (&["less", "than"], Opens::High(false)),
    (&["up", "to"], Opens::Loose),
    (&["from"], Opens::Low(true)),
    (&["over"], Opens::Low(false)),
    (&["above"], Opens::Low(false)),
    (&["to"], Opens::Loose),
    (&["under"], Opens::High(false)),
    (&["below"], Opens::High(false)),
    (&["exactly"], Opens::Exact),
];

/// What a word opens.
#[derive(Clone, Copy)]
enum Opens {
    Low(bool),
    High(bool),
    /// «до»: an upper end that may or may not belong.
    Loose,
    Exact,
}

/// «80 и выше», «40 и менее».
const UPWARD: [&str; 8] = [
    "выше",
    "более",
    "больше",
    "свыше",
    "св",
    "above",
    "over",
    "more",
];
const DOWNWARD: [&str; 6] = ["ниже", "менее", "меньше", "below", "under", "less"];
const ANYTHING: [&str; 8] = [
    "любое",
    "любой",
    "любая",
    "любые",
    "все",
    "всякое",
    "any",
    "all",
];
/// Words that join two ends, or an end and the way it opens.
const JOINING: [&str; 5] = ["но", "и", "а", "but", "and"];
const OR_MORE: [&str; 4] = ["и", "или", "and", "or"];

/// Reads a line.
pub(super) fn read(line: &str) -> Result<Interval, Unreadable> {
    let mut pieces = lexemes(line)?;
    // A line copied from a list: «до 40;».
    while matches!(pieces.last(), Some(it) if matches!(it.kind, Kind::Comma | Kind::Semicolon)) {
        pieces.pop();
    }
    if pieces.is_empty() {
        return Err(Unreadable {
            why: Unread::Empty,
            at: 0,
            piece: String::new(),
        });
    }
    Reader {
        pieces: &pieces,
        at: 0,
    }
    .line()
}

fn begins(word: &str, stems: [&str; 2]) -> bool {
    stems.iter().any(|it| word.starts_with(it))
}

struct Reader<'a> {
    pieces: &'a [Lexeme],
    at: usize,
}

impl Reader<'_> {
    fn line(&mut self) -> Result<Interval, Unreadable> {
        if let [only] = self.pieces
            && matches!(&only.kind, Kind::Word(word) if ANYTHING.contains(&word.as_str()))
        {
            return Ok(Interval::default());
        }
        if let Some(Kind::Open(belongs)) = self.kind(0) {
            return self.brackets(*belongs);
        }
        self.skip_variable();
        let mut out = Interval::default();
        while self.at < self.pieces.len() {
            self.phrase(&mut out)?;
            self.skip_between();
        }
        Ok(out)
    }

    fn kind(&self, ahead: usize) -> Option<&Kind> {
        self.pieces.get(self.at + ahead).map(|it| &it.kind)
    }

    fn is_word(&self, ahead: usize, word: &str) -> bool {
        matches!(self.kind(ahead), Some(Kind::Word(it)) if it == word)
    }

    fn fault<T>(&self, why: Unread) -> Result<T, Unreadable> {
        let piece = self.pieces.get(self.at).or(self.pieces.last());
        Err(Unreadable {
            why,
            at: piece.map_or(0, |it| it.at),
            piece: piece.map(|it| it.text.clone()).unwrap_or_default(),
        })
    }

    /// The number here, or that it is missing after what stands before.
    fn number(&mut self) -> Result<Decimal, Unreadable> {
        if let Some(Kind::Number(it)) = self.kind(0) {
            let it = *it;
            self.at += 1;
            return Ok(it);
        }
        self.at = self.at.saturating_sub(1);
        self.fault(Unread::NumberMissing)
    }

    /// `x` of «40 ≤ x < 60»: the value itself.
    fn skip_variable(&mut self) {
        if self.is_word(0, "x") || self.is_word(0, "х") {
            self.at += 1;
        }
    }

    /// What joins two ends: «, но», «и», a dash before «до».
    fn skip_between(&mut self) {
        let from = self.at;
        if matches!(self.kind(0), Some(Kind::Comma | Kind::Dash)) {
            self.at += 1;
        }
        if JOINING.iter().any(|it| self.is_word(0, it)) {
            self.at += 1;
        }
        // A line does not end with what joins.
        if self.at == self.pieces.len() {
            self.at = from;
        }
    }

    fn phrase(&mut self, out: &mut Interval) -> Result<(), Unreadable> {
        let from = self.at;
        let opens = self.opening();
        if opens.is_none() && !matches!(self.kind(0), Some(Kind::Number(_))) {
            return self.fault(match (self.kind(0), out.low.or(out.high)) {
                (Some(Kind::Word(_)), _) | (_, None) => Unread::Unknown,
                _ => Unread::Extra,
            });
        }
        let number = self.number()?;
        match opens {
            None => self.bare(out, from, number),
            Some(Opens::Exact) => {
                self.put(out, from, Bound::Low((number, true)))?;
                self.put(out, from, Bound::High((number, true), false))
            }
            Some(Opens::Low(belongs)) => {
                if matches!(self.kind(0), Some(Kind::Dash))
                    && matches!(self.kind(1), Some(Kind::Number(_)))
                {
                    self.at += 1;
                    let high = self.number()?;
                    self.put(out, from, Bound::High((high, true), false))?;
                } else if self.trailing() == Some(true) {
                    // «от 80 и выше», but not «более 3 и менее 5».
                    self.at += 2;
                }
                let belongs = self.included().unwrap_or(belongs);
                self.put(out, from, Bound::Low((number, belongs)))
            }
            Some(Opens::High(belongs)) => {
                let belongs = self.included().unwrap_or(belongs);
                self.put(out, from, Bound::High((number, belongs), false))
            }
            Some(Opens::Loose) => {
                let said = self.included();
                let end = (number, said.unwrap_or(false));
                self.put(out, from, Bound::High(end, said.is_none()))
            }
        }
    }

    /// A number without a word before it: «40–59», «80 и выше», «40 ≤ x», «100».
    fn bare(&mut self, out: &mut Interval, from: usize, number: Decimal) -> Result<(), Unreadable> {
        if let (Some(flipped), true) = (
            self.kind(0).and_then(mirrored),
            self.is_word(1, "x") || self.is_word(1, "х"),
        ) {
            self.at += 2;
            return self.put(out, from, flipped(number));
        }
        match self.kind(0) {
            Some(Kind::Plus) => {
                self.at += 1;
                return self.put(out, from, Bound::Low((number, true)));
            }
            Some(Kind::Dash) => {
                self.at += 1;
                let high = self.number()?;
                let belongs = self.included().unwrap_or(true);
                self.put(out, from, Bound::Low((number, true)))?;
                return self.put(out, from, Bound::High((high, belongs), false));
            }
            _ => {}
        }
        if let Some(upward) = self.trailing() {
            self.at += 2;
            return self.put(
                out,
                from,
                if upward {
                    Bound::Low((number, true))
                } else {
                    Bound::High((number, true), false)
                },
            );
        }
        self.put(out, from, Bound::Low((number, true)))?;
        self.put(out, from, Bound::High((number, true), false))
    }

    /// «и выше», «или менее» behind a number, and not before the next one: whether it goes up.
    fn trailing(&self) -> Option<bool> {
        let joined = OR_MORE.iter().any(|it| self.is_word(0, it));
        let (true, Some(Kind::Word(word))) = (joined, self.kind(1)) else {
            return None;
        };
        let word = word.as_str();
        let goes = UPWARD.contains(&word) || DOWNWARD.contains(&word);
        let opens = matches!(self.kind(2), Some(Kind::Number(_)));
        (goes && !opens).then(|| UPWARD.contains(&word))
    }

    /// «включительно», «(включительно)», «вкл.», «, не включая».
    fn included(&mut self) -> Option<bool> {
        let from = self.at;
        let in_brackets = matches!(self.kind(0), Some(Kind::Open(false)));
        if in_brackets || matches!(self.kind(0), Some(Kind::Comma)) {
            self.at += 1;
        }
        let not = self.is_word(0, "не") || self.is_word(0, "not");
        self.at += usize::from(not);
        let said = match self.kind(0) {
            Some(Kind::Word(word)) if begins(word, ["вкл", "inclu"]) => Some(!not),
            Some(Kind::Word(word)) if begins(word, ["искл", "exclu"]) && !not => Some(false),
            _ => None,
        };
        self.at = if said.is_some() { self.at + 1 } else { from };
        let closes = in_brackets && matches!(self.kind(0), Some(Kind::Close(false)));
        self.at += usize::from(said.is_some() && closes);
        said
    }

    /// The words or the sign before a number, taken.
    fn opening(&mut self) -> Option<Opens> {
        let sign = match self.kind(0)? {
            Kind::Less => Some(Opens::High(false)),
            Kind::AtMost => Some(Opens::High(true)),
            Kind::More => Some(Opens::Low(false)),
            Kind::AtLeast => Some(Opens::Low(true)),
            Kind::Equal => Some(Opens::Exact),
            _ => None,
        };
        if sign.is_some() {
            self.at += 1;
            return sign;
        }
        let (words, opens) = OPENING.iter().find(|(words, _)| {
            (words.iter().enumerate()).all(|(ahead, word)| self.is_word(ahead, word))
        })?;
        self.at += words.len();
        Some(*opens)
    }

    fn put(&self, out: &mut Interval, from: usize, bound: Bound) -> Result<(), Unreadable> {
        let taken = match bound {
            Bound::Low(_) => out.low,
            Bound::High(..) => out.high,
        };
        if taken.is_some() {
            let why = if out.low.is_some() && out.high.is_some() {
                Unread::Extra
            } else {
                Unread::TwiceSame
            };
            return Reader {
                pieces: self.pieces,
                at: from,
            }
            .fault(why);
        }
        match bound {
            Bound::Low(end) => out.low = Some(end),
            Bound::High(end, loose) => {
                out.high = Some(end);
                out.loose = loose;
            }
        }
        Ok(())
    }

    /// `[0; 50)`, with infinity for an end that is none.
    fn brackets(&mut self, low_belongs: bool) -> Result<Interval, Unreadable> {
        self.at = 1;
        let low = self.end_in_brackets()?;
        if !matches!(self.kind(0), Some(Kind::Semicolon | Kind::Comma)) {
            return self.fault(Unread::Brackets);
        }
        self.at += 1;
        let high = self.end_in_brackets()?;
        let Some(Kind::Close(high_belongs)) = self.kind(0) else {
            return self.fault(Unread::Brackets);
        };
        let high_belongs = *high_belongs;
        self.at += 1;
        if self.at < self.pieces.len() {
            return self.fault(Unread::Extra);
        }
        Ok(Interval {
            low: low.map(|it| (it, low_belongs)),
            high: high.map(|it| (it, high_belongs)),
            loose: false,
        })
    }

    fn end_in_brackets(&mut self) -> Result<Option<Decimal>, Unreadable> {
        if matches!(self.kind(0), Some(Kind::Infinity)) {
            self.at += 1;
            return Ok(None);
        }
        self.number().map(Some)
    }
}

/// What a sign before `x` says of the number before it: `40 ≤ x` is from 40.
fn mirrored(sign: &Kind) -> Option<fn(Decimal) -> Bound> {
    Some(match sign {
        Kind::Less => |it| Bound::Low((it, false)),
        Kind::AtMost => |it| Bound::Low((it, true)),
        Kind::More => |it| Bound::High((it, false), false),
        Kind::AtLeast => |it| Bound::High((it, true), false),
        _ => return None,
    })
}
