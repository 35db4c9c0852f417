//! The ЙЦУКЕН ↔ QWERTY table: what the same key gives in the other layout.
//!
//! The table is that of the Russian layout of Windows, which `xkb` calls `ru(winkeys)`, against the US one: both cases, ё on the key
//! of the grave accent, and the signs over the digits that differ. Keys that give the same in both (digits, `! % * ( ) - _ = +`, `\`) are not in it.
//! The Russian layout of a Mac and the typewriter layout of old `xkb` place some signs elsewhere; letters are the same.

/// The keys of the table, Russian and Latin character of each; the letters first.
#[rustfmt::skip]
pub const KEYS: [(char, char); 74] = [
    // The letters of both layouts.
    ('й', 'q'), ('ц', 'w'), ('у', 'e'), ('к', 'r'), ('е', 't'), ('н', 'y'), ('г', 'u'), ('ш', 'i'), ('щ', 'o'), ('з', 'p'),
    ('ф', 'a'), ('ы', 's'), ('в', 'd'), ('а', 'f'), ('п', 'g'), ('р', 'h'), ('о', 'j'), ('л', 'k'), ('д', 'l'),
    ('я', 'z'), ('ч', 'x'), ('с', 'c'), ('м', 'v'), ('и', 'b'), ('т', 'n'), ('ь', 'm'),
    ('Й', 'Q'), ('Ц', 'W'), ('У', 'E'), ('К', 'R'), ('Е', 'T'), ('Н', 'Y'), ('Г', 'U'), ('Ш', 'I'), ('Щ', 'O'), ('З', 'P'),
    ('Ф', 'A'), ('Ы', 'S'), ('В', 'D'), ('А', 'F'), ('П', 'G'), ('Р', 'H'), ('О', 'J'), ('Л', 'K'), ('Д', 'L'),
    ('Я', 'Z'), ('Ч', 'X'), ('С', 'C'), ('М', 'V'), ('И', 'B'), ('Т', 'N'), ('Ь', 'M'),
    // Russian letters on the keys of Latin signs.
    ('ё', '`'), ('х', '['), ('ъ', ']'), ('ж', ';'), ('э', '\''), ('б', ','), ('ю', '.'),
    ('Ё', '~'), ('Х', '{'), ('Ъ', '}'), ('Ж', ':'), ('Э', '"'), ('Б', '<'), ('Ю', '>'),
    // Signs: the key right of ю, the shifted backslash, and Shift with 2, 3, 4, 6, 7.
    ('.', '/'), (',', '?'), ('/', '|'), ('"', '@'), ('№', '#'), (';', '$'), (':', '^'), ('?', '&'),
];

/// What the key that gave `c` in the Russian layout gives in the Latin one; `None` if the key is not in the table.
#[must_use]
pub fn latin(c: char) -> Option<char> {
    KEYS.iter()
        .find(|(russian, _)| *russian == c)
        .map(|(_, latin)| *latin)
}

/// What the key that gave `c` in the Latin layout gives in the Russian one; `None` if the key is not in the table.
#[must_use]
pub fn russian(c: char) -> Option<char> {
    KEYS.iter()
        .find(|(_, latin)| *latin == c)
        .map(|(russian, _)| *russian)
}

/// The text as it would have come out with the Latin layout on: «шмфтщм» → `ivanov`.
#[must_use]
pub fn retype_latin(text: &str) -> String {
    text.chars().map(|c| latin(c).unwrap_or(c)).collect()
}

/// The text as it would have come out with the Russian layout on: `ghbrfp` → «приказ».
#[must_use]
pub fn retype_russian(text: &str) -> String {
    text.chars().map(|c| russian(c).unwrap_or(c)).collect()
}
