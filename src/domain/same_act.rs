//! Whether two descriptions are of one document: the same act written two ways is one.
//!
//! An act is known by its number and date. One without them is known by its title, and then a person is asked wherever something else
//! speaks against it. Must not know where the descriptions come from.

use super::evidence::{Document, DocumentKind};
use super::text::{clean, fold};

/// How like two documents are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Two documents.
    Apart,
    /// Perhaps one: a person decides.
    Perhaps,
    /// One document.
    Same,
}

/// Whether the two are one act beyond doubt.
#[must_use]
pub fn same_act(one: &Document, other: &Document) -> bool {
    likeness(one, other) == Likeness::Same
}

/// How like the two are.
#[must_use]
pub fn likeness(one: &Document, other: &Document) -> Likeness {
    let numbers = (act_number(&one.number), act_number(&other.number));
    let titles = (title(&one.title), title(&other.title));
    let is_kind = one.kind == other.kind || related(one.kind, other.kind);
    let is_title = !titles.0.is_empty() && titles.0 == titles.1;
    let contradicts = |is_said: bool, is_equal: bool| is_said && !is_equal;
    let has_numbers = !numbers.0.is_empty() && !numbers.1.is_empty();
    let dates = one.date.zip(other.date);
    if contradicts(has_numbers, numbers.0 == numbers.1)
        || contradicts(dates.is_some(), one.date == other.date)
        || !is_kind
    {
        return Likeness::Apart;
    }
    let is_issuer = one_body(&one.issuer, &other.issuer);
    // A level is guessed from the body; where both are named it says nothing of its own.
    let is_level = one.level == other.level || !(one.issuer.is_empty() || other.issuer.is_empty());
    if has_numbers && dates.is_some() {
        return match is_issuer && is_level {
            true => Likeness::Same,
            false if is_issuer || is_title => Likeness::Perhaps,
            // Two bodies number their papers apart: a municipal order may have the number and the day of a regional one.
            false => Likeness::Apart,
        };
    }
    if is_title && is_issuer {
        // Neither has what the other lacks.
        let alike = one.date == other.date && numbers.0 == numbers.1;
        return if alike {
            Likeness::Same
        } else {
            Likeness::Perhaps
        };
    }
    let either_untitled = titles.0.is_empty() || titles.1.is_empty();
    match is_issuer && either_untitled && (has_numbers || dates.is_some()) {
        true => Likeness::Perhaps,
        false => Likeness::Apart,
    }
}

/// What another description knows of the same document is added to what is known.
pub fn complete(known: &mut Document, other: &Document) {
    for (mine, theirs) in [
        (&mut known.issuer, &other.issuer),
        (&mut known.number, &other.number),
        (&mut known.title, &other.title),
        (&mut known.link, &other.link),
    ] {
        if mine.is_empty() {
            theirs.clone_into(mine);
        }
    }
    known.date = known.date.or(other.date);
    // The later version is the one that is cited now.
    known.redaction = known.redaction.max(other.redaction);
}

/// A number as it is compared: «617-ОД», «617 – од» and «617-OD» are one.
#[must_use]
pub fn act_number(number: &str) -> String {
    let folded = fold(&clean(number));
    let kept = folded.chars().filter(|it| !it.is_whitespace());
    kept.map(russian_look).collect()
}

/// A Latin letter that looks as a Russian one is that one: whoever typed «ОД» had one layout on or the other.
fn russian_look(letter: char) -> char {
    match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'd' => 'д',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        it => it,
    }
}

/// A title as it is compared: words alone, whatever quotes, hyphens and letter cases are between them.
fn title(title: &str) -> String {
    words(title).join(" ")
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(&clean(text));
    folded
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether both are one body, as far as it is told: «управления образования» and «управления образования Администрации города» are.
fn one_body(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    short.iter().all(|it| long.contains(it))
}

/// Kinds that are written one for the other.
fn related(one: DocumentKind, other: DocumentKind) -> bool {
    use DocumentKind::{Letter, Letters, Other};
    matches!(
        (one, other),
        (Other, _) | (_, Other) | (Letter, Letters) | (Letters, Letter)
    )
}
