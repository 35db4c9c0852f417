//! Kinds of documents by the words that they begin with, and the level of a body by its name.

use crate::domain::evidence::{DocumentKind, DocumentLevel};
use crate::domain::text::fold;

/// How a document begins: how its first words begin, its kind, and whether the body follows. Of the others the words are the title.
const KINDS: [(&[&str], DocumentKind, bool); 15] = [
    (&["постановлени"], DocumentKind::Resolution, true),
    (&["распоряжени"], DocumentKind::Directive, true),
    (&["приказ"], DocumentKind::Order, true),
    (&["письма"], DocumentKind::Letters, true),
    (&["письмо"], DocumentKind::Letter, true),
    (&["информационн", "письм"], DocumentKind::Letter, true),
    (&["инструктивн", "письм"], DocumentKind::Letter, true),
    (
        &["аналитическ", "справк"],
        DocumentKind::AnalyticalNote,
        true,
    ),
    (
        &["аналитическ", "записк"],
        DocumentKind::AnalyticalNote,
        true,
    ),
    (&["справк"], DocumentKind::AnalyticalNote, true),
    (&["протокол"], DocumentKind::Protocol, true),
    (&["отчет"], DocumentKind::ReportPaper, false),
    (&["план"], DocumentKind::Plan, false),
    (&["управленческ", "решени"], DocumentKind::Decisions, false),
    (&["решени"], DocumentKind::Decisions, false),
];

/// The same for words that name no kind: «Документ …», as the program itself prints what has no other word.
const OWN: [(&str, DocumentKind); 2] = [
    ("документ", DocumentKind::Other),
    ("мероприятие", DocumentKind::Event),
];

/// How papers begin that are of no kind of their own.
const PAPERS: [&str; 19] = [
    "положени",
    "програм",
    "устав",
    "договор",
    "соглашени",
    "дорожн",
    "методическ",
    "сборник",
    "концепци",
    "график",
    "закон",
    "федеральн",
    "регламент",
    "поряд",
    "паспорт",
    "стратеги",
    "реестр",
    "материал",
    "методик",
];

/// How things begin that are done and are no papers.
const EVENTS: [&str; 11] = [
    "экспертиз",
    "совещани",
    "семинар",
    "конкурс",
    "заседани",
    "конференци",
    "стажировк",
    "вебинар",
    "форум",
    "собеседовани",
    "мероприяти",
];

/// What a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Begun {
    /// The kind.
    pub kind: DocumentKind,
    /// How many of its words say so.
    pub words: usize,
    /// Whether the body that issued it follows; else all the words are the title.
    pub body: bool,
}

/// What kind of document a text is, by its first words.
pub(super) fn begun(text: &str) -> Option<Begun> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().take(3).collect();
    for (stems, kind, body) in KINDS {
        let is_it = |(stem, word): (&&str, &&str)| word.starts_with(*stem);
        if words.len() >= stems.len() && stems.iter().zip(&words).all(is_it) {
            // «Планирование» and «справочник» are other words.
            let last = words.get(stems.len() - 1).zip(stems.last());
            if last.is_some_and(|(word, stem)| !is_form(word, stem)) {
                continue;
            }
            return Some(Begun {
                kind,
                words: stems.len(),
                body,
            });
        }
    }
    let first = words.first()?.trim_end_matches(':');
    let (_, kind) = OWN.iter().find(|(word, _)| *word == first)?;
    Some(Begun {
        kind: *kind,
        words: 1,
        body: true,
    })
}

/// Whether a word is the stem with no more than the ending of a case.
fn is_form(word: &str, stem: &str) -> bool {
    let ending = word.strip_prefix(stem).unwrap_or_default();
    let ending = ending.trim_end_matches(|it: char| !it.is_alphanumeric());
    ending.chars().count() <= 3
}

/// Whether the text begins with a word for a paper that is of no kind of its own.
pub(super) fn is_paper(text: &str) -> bool {
    let folded = fold(text);
    PAPERS.iter().any(|it| folded.trim_start().starts_with(it))
}

/// Whether it begins with a word for what is done.
pub(super) fn is_event(text: &str) -> bool {
    let folded = fold(text);
    EVENTS.iter().any(|it| folded.trim_start().starts_with(it))
}

/// Whether a word in the middle of a line can begin the next act: what orders and letters are called when they are named.
pub(super) fn is_next(word: &str) -> bool {
    let folded = fold(word);
    let word = folded.trim_matches(|it: char| !it.is_alphanumeric());
    matches!(
        word,
        "приказ"
            | "постановление"
            | "распоряжение"
            | "письмо"
            | "протокол"
            | "письма"
            | "приказы"
    )
}

/// The level of a body by its name: «Департамента Смоленской области» is regional, «Администрации города» is municipal.
#[must_use]
pub fn level_of(issuer: &str) -> DocumentLevel {
    let folded = fold(issuer);
    let words: Vec<&str> = folded
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    let has = |stems: &[&str]| {
        words
            .iter()
            .any(|word| stems.iter().any(|it| word.starts_with(it)))
    };
    let is = |all: &[&str]| words.iter().any(|word| all.contains(word));
    let is_town =
        has(&["город", "район", "муниципальн", "поселени", "сельск"]) || is(&["г", "омсу"]);
    let is_department = has(&["управлени", "отдел", "администраци", "комитет"]);
    let is_region =
        is(&["области", "край", "края", "республики", "обл"]) || has(&["региональн", "губернатор"]);
    let is_school = has(&[
        "школ",
        "гимнази",
        "лице",
        "мбоу",
        "мбдоу",
        "маоу",
        "мкоу",
        "директор",
    ]) || is(&["сш", "сош", "оо", "доу"]);
    let is_country = has(&[
        "российск",
        "федеральн",
        "рособрнадзор",
        "минпросвещени",
        "минобрнауки",
        "минтруд",
        "роспотребнадзор",
    ]) || is(&["рф", "россии", "фиоко", "президента"]);
    match () {
        () if is_school && !is_department => DocumentLevel::Organisation,
        () if is_town && (is_department || !is_region) => DocumentLevel::Municipal,
        () if is_region => DocumentLevel::Regional,
        () if is_country => DocumentLevel::Federal,
        () => DocumentLevel::Municipal,
    }
}
