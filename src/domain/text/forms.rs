//! Case forms of a Russian name: «Ерёмин» is also «Ерёмина», «Ерёмину», «Ерёминых».
//!
//! Owns the endings. A form too many costs a glance at a list; a form too few leaves a name where it must not stay.

use std::collections::BTreeSet;

use super::fold;

/// Whatever follows a stem, by how the name ends. The first row that fits counts.
const ENDINGS: [(&[&str], usize, &[&str]); 8] = [
    // Иванов, Зимин; of women Иванова, Зимина, with one letter more to take off.
    (&["ов", "ев", "ин", "ын"], 0, POSSESSIVE),
    (&["ова", "ева", "ина", "ына"], 1, POSSESSIVE),
    // Indeclinable: Черных, Долгих.
    (&["ых", "их"], 0, &[""]),
    // Вяземский, Белый, Толстой, Юрий.
    (
        &["ий", "ый", "ой", "ая", "яя"],
        2,
        &[
            "ий", "ый", "ой", "ей", "ая", "яя", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем",
            "ую", "юю", "ою", "ею", "ие", "ые", "ых", "их", "ыми", "ими", "ия", "ию", "ием", "ии",
        ],
    ),
    // Сковорода, Анна.
    (
        &["а"],
        1,
        &[
            "а", "ы", "и", "е", "у", "ой", "ою", "ей", "ею", "ам", "ами", "ах",
        ],
    ),
    // Зоря, Мария.
    (
        &["я"],
        1,
        &["я", "и", "е", "ю", "ей", "ею", "ой", "ям", "ями", "ях"],
    ),
    // Коваль, Игорь, Любовь, Гайдай.
    (
        &["ь", "й"],
        1,
        &[
            "ь", "й", "я", "ю", "ем", "е", "и", "ью", "ей", "ев", "ям", "ями",
        ],
    ),
    // Шевченко, Живаго, Гёте.
    (&["о", "е", "и", "ы", "у", "ю", "э"], 0, &[""]),
];

const POSSESSIVE: &[&str] = &["", "а", "у", "ым", "ом", "е", "ой", "ою", "ы", "ых", "ыми"];

/// Behind a consonant: Шевчук, Мельник, Фомич.
const CONSONANT: &[&str] = &[
    "", "а", "у", "ом", "ем", "ым", "е", "ы", "и", "ов", "ей", "ам", "ами", "ах",
];

/// All case forms of a name of one word, folded; the name itself among them.
pub(super) fn forms(name: &str) -> BTreeSet<String> {
    let name = fold(name.trim());
    let mut found = BTreeSet::new();
    if name.is_empty() {
        return found;
    }
    found.insert(name.clone());
    let row = (ENDINGS.iter()).find(|(endings, ..)| endings.iter().any(|it| name.ends_with(it)));
    match row {
        Some((_, cut, suffixes)) => add(&mut found, &without_last(&name, *cut), suffixes),
        None => {
            add(&mut found, &name, CONSONANT);
        }
    }
    if let Some(stem) = without_fleeting_vowel(&name) {
        let suffixes: Vec<&str> = CONSONANT
            .iter()
            .copied()
            .filter(|it| !it.is_empty())
            .collect();
        add(&mut found, &stem, &suffixes);
    }
    found
}

fn add(found: &mut BTreeSet<String>, stem: &str, suffixes: &[&str]) {
    found.extend(suffixes.iter().map(|it| format!("{stem}{it}")));
}

fn without_last(name: &str, count: usize) -> String {
    let length = name.chars().count().saturating_sub(count);
    name.chars().take(length).collect()
}

/// Павел, Пётр's neighbour Лев, Заяц: Павл-, Льв-, Зайц-.
fn without_fleeting_vowel(name: &str) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let (last, vowel, before) = (letters.pop()?, letters.pop()?, *letters.last()?);
    let is_vowel = |it: char| "аеиоуыэюя".contains(it);
    if !matches!(vowel, 'е' | 'о') || is_vowel(last) || matches!(last, 'ь' | 'й') {
        return None;
    }
    if before == 'л' && vowel == 'е' {
        // Лев, Козелец.
        letters.push('ь');
    } else if is_vowel(before) {
        // Боец.
        letters.push('й');
    }
    letters.push(last);
    Some(letters.into_iter().collect())
}
