//! Quotes of every kind, one in another: which parts of a line stand in them.

/// A part of a line that stands in quotes, by its letters: the quote that opens, and the one that closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// Where it opens.
    pub open: usize,
    /// Where it closes; the end of the line, if nothing closes it.
    pub close: usize,
    /// Whether something closes it.
    pub closed: bool,
}

/// What a sign does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    Open,
    Close,
    Nothing,
}

/// The parts that stand in quotes, the outermost only.
pub(super) fn quoted(letters: &[char]) -> Vec<Quoted> {
    let mut all = Vec::new();
    let (mut depth, mut open, mut last_close) = (0_usize, 0, None);
    for (at, letter) in letters.iter().enumerate() {
        match does(letters, at) {
            Does::Open => {
                if depth == 0 {
                    (open, last_close) = (at, None);
                }
                depth += 1;
            }
            Does::Close if depth > 0 => {
                depth -= 1;
                last_close = Some(at);
                if depth == 0 {
                    all.push(Quoted {
                        open,
                        close: at,
                        closed: true,
                    });
                }
            }
            // Of «…«…» one sign closes both: the next act begins where somebody has put a semicolon.
            _ if *letter == ';' && depth > 0 && ends_here(letters, at) => {
                if let Some(close) = last_close {
                    all.push(Quoted {
                        open,
                        close,
                        closed: true,
                    });
                    depth = 0;
                }
            }
            _ => {}
        }
    }
    if depth > 0 {
        all.push(match last_close {
            Some(close) => Quoted {
                open,
                close,
                closed: true,
            },
            None => Quoted {
                open,
                close: letters.len(),
                closed: false,
            },
        });
    }
    all
}

/// The part that opens here.
pub(super) fn opening(quotes: &[Quoted], at: usize) -> Option<Quoted> {
    let found = quotes.binary_search_by_key(&at, |it| it.open).ok()?;
    quotes.get(found).copied()
}

/// Whether a line opens a quote that it does not close.
pub(super) fn is_open(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    quoted(&letters).iter().any(|it| !it.closed)
}

fn does(letters: &[char], at: usize) -> Does {
    let Some(letter) = letters.get(at) else {
        return Does::Nothing;
    };
    let before = at.checked_sub(1).and_then(|it| letters.get(it));
    let after = letters.get(at + 1);
    let is_start = before.is_none_or(|it| it.is_whitespace() || "([«\"„“'—–-".contains(*it));
    let is_word = after.is_some_and(|it| !it.is_whitespace());
    match letter {
        '«' | '„' | '‹' | '‚' => Does::Open,
        '»' | '”' | '›' => Does::Close,
        // «“» opens in English and closes in Russian; «"» does both.
        '"' | '“' | '‟' | '″' if is_start && is_word => Does::Open,
        '"' | '“' | '‟' | '″' => Does::Close,
        // Two apostrophes in a row are a quote, too; one inside a word is none.
        '\'' | '’' | '‘' | '`' if is_start && is_word => Does::Open,
        '\'' | '’' | '‘' | '`' if after.is_none_or(|it| !it.is_alphanumeric()) => Does::Close,
        _ => Does::Nothing,
    }
}

/// Whether the next act is begun after this sign.
fn ends_here(letters: &[char], at: usize) -> bool {
    let rest = letters.get(at + 1..).unwrap_or_default();
    let word: String = rest
        .iter()
        .skip_while(|it| it.is_whitespace())
        .take_while(|it| it.is_alphabetic())
        .collect();
    super::kinds::is_next(&word)
}

/// A title as it is kept: without the quotes around it, those inside it as «ёлочки».
pub(super) fn title(letters: &[char], it: Quoted) -> String {
    let inner = letters.get(it.open + 1..it.close).unwrap_or_default();
    let mut title = elochki(inner).trim_matches('\'').to_owned();
    // Where one sign closed two, the one inside is closed, too.
    let count = |sign: char| title.chars().filter(|it| *it == sign).count();
    let open = count('«').saturating_sub(count('»'));
    title.extend(std::iter::repeat_n('»', open));
    title
}

/// A text with its quotes as «ёлочки».
pub(super) fn elochki(letters: &[char]) -> String {
    let turned = letters.iter().enumerate().map(|(at, letter)| {
        let is_quote = "«»\"“”„‟″‹›".contains(*letter);
        match does(letters, at) {
            Does::Open if is_quote => '«',
            Does::Close if is_quote => '»',
            _ => *letter,
        }
    });
    let text: String = turned.collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches([',', ';']).to_owned()
}
