//! Words that say that nothing proves a requirement, and lines that stand around the section on a printed page.

use crate::domain::text::fold;

/// What is written under a requirement that nothing proves, folded and without marks.
const NOTHING: [&str; 14] = [
    "нет свидетельства",
    "нет свидетельств",
    "свидетельств нет",
    "свидетельство отсутствует",
    "свидетельства отсутствуют",
    "нет",
    "нет документа",
    "нет документов",
    "документы отсутствуют",
    "документ отсутствует",
    "отсутствует",
    "отсутствуют",
    "не имеется",
    "не представлено",
];

/// How lines begin that the program itself prints above the section.
const ABOVE: [&str; 5] = [
    "демо",
    "оценочный раунд",
    "по состоянию на",
    "сдан",
    "отправлен",
];

/// Headings of what follows the section; everything below them is theirs.
const BELOW: [&str; 4] = [
    "самооценка",
    "таблица самооценки",
    "перечень документов",
    "список документов",
];

/// Whether a line says that nothing is there: «нет свидетельства», «—».
pub(super) fn is_nothing(text: &str) -> bool {
    let folded = fold(text);
    let words = folded.trim_matches(|it: char| !it.is_alphanumeric());
    let text = text.trim();
    NOTHING.contains(&words) || (!text.is_empty() && text.chars().all(|it| "-–—−".contains(it)))
}

/// Whether a line stands above the section, as the program prints it.
pub(super) fn is_above(text: &str) -> bool {
    let folded = fold(text);
    let folded = folded.trim_start_matches(|it: char| !it.is_alphanumeric());
    ABOVE.iter().any(|it| folded.starts_with(it))
}

/// Whether a line says why a requirement does not apply.
pub(super) fn is_inapplicable(text: &str) -> bool {
    let folded = fold(text);
    let rest = folded.strip_prefix("не применяется");
    rest.is_some_and(|it| !it.starts_with(char::is_alphabetic))
}

/// Whether what follows the section begins here.
pub(super) fn is_end(text: &str) -> bool {
    let folded = fold(text);
    let words = folded.trim_matches(|it: char| !it.is_alphanumeric());
    BELOW.contains(&words)
}
