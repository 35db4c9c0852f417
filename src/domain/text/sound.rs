//! One spelling for all transliterations: `yeryomin`, `eremin`, `jeremin` and «Ерёмин» come out alike.
//!
//! There are a dozen schemes in use (passport, ГОСТ, the road signs, everybody's own), so nothing is transliterated back: both sides are
//! reduced to what the schemes agree on. Letters that schemes confuse fall together (и й ы; к х; с ш; з ж; ц ч), and a spelling that is
//! still being typed stays a beginning of the whole (`s`, `sh`, `shc`, `shch`), so that hits do not flicker from key to key.
//! Must not be shown to anybody: it is a way to compare, not a spelling.

use super::fold::fold_char;

/// The common spelling of a text in Russian or Latin letters. Spaces, digits and signs are kept, signs ь and ъ and apostrophes dropped.
#[must_use]
pub fn sound(text: &str) -> String {
    reduce(text, false)
}

/// The common spellings that a query in Latin letters may mean: as it stands, and with `yo`, `jo`, `ye`, `je` as one letter (ё, е).
#[must_use]
pub fn sounds_of_query(text: &str) -> Vec<String> {
    let (plain, joined) = (reduce(text, false), reduce(text, true));
    if plain == joined {
        vec![plain]
    } else {
        vec![plain, joined]
    }
}

fn reduce(text: &str, joins_e: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().map(fold_apart).peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let piece = match (c, next) {
            // Two Latin letters for one Russian.
            ('s' | 'z', Some('h'))
            | ('t', Some('z'))
            | ('k', Some('h'))
            | ('c', Some('h' | 'k'))
            | ('p', Some('h')) => {
                let _second = chars.next();
                match c {
                    's' => "s",
                    'z' => "z",
                    't' | 'c' => "ts",
                    'p' => "f",
                    _ => "k",
                }
            }
            ('y' | 'j', Some('o' | 'e')) if joins_e => {
                let _second = chars.next();
                "e"
            }
            _ => {
                match single(c) {
                    Some(piece) => push(&mut out, piece),
                    None => out.push(c),
                }
                continue;
            }
        };
        push(&mut out, piece);
    }
    out
}

/// Folds, but keeps the apostrophe apart from the space: in transliteration it is a soft sign.
fn fold_apart(c: char) -> char {
    if matches!(c, '\'' | '’' | '`') {
        'ь'
    } else {
        fold_char(c)
    }
}

/// Appends a piece; runs of `i` (ий, ый, `iy`, `iya`) are one.
fn push(out: &mut String, piece: &str) {
    let piece = if out.ends_with('i') {
        piece.trim_start_matches('i')
    } else {
        piece
    };
    out.push_str(piece);
}

/// What one letter is reduced to; `None` for everything that is no letter of the two alphabets.
fn single(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'a' => "a",
        'б' | 'b' => "b",
        'в' | 'v' | 'w' => "v",
        'г' | 'g' => "g",
        'д' | 'd' => "d",
        'е' | 'э' | 'e' => "e",
        'ж' | 'з' | 'z' => "z",
        'и' | 'й' | 'ы' | 'i' | 'y' | 'j' => "i",
        'к' | 'х' | 'k' | 'h' | 'q' => "k",
        'л' | 'l' => "l",
        'м' | 'm' => "m",
        'н' | 'n' => "n",
        'о' | 'o' => "o",
        'п' | 'p' => "p",
        'р' | 'r' => "r",
        'с' | 'ш' | 's' => "s",
        'т' | 't' => "t",
        'у' | 'u' => "u",
        'ф' | 'f' => "f",
        'ц' | 'ч' | 'c' => "ts",
        'щ' => "sts",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'x' => "ks",
        _ => return None,
    })
}
