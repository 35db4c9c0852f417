//! Which stage of the cycle a heading names, in whatever words.

use crate::domain::evidence::Stage;
use crate::domain::text::fold;

/// A heading, or what may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The stage that it names.
    pub stage: Stage,
    /// Whether it says nothing else.
    pub only: bool,
    /// Whether it says so at once.
    pub early: bool,
    /// Whether it says that something is there or was done: «Наличие…», «Принятие…».
    pub deed: bool,
}

/// How words begin that name a stage; the first of them in a heading decides.
const STAGES: [(&str, Stage); 13] = [
    ("цел", Stage::Goals),
    ("задач", Stage::Goals),
    ("показател", Stage::Indicators),
    ("методы", Stage::Methods),
    ("методов", Stage::Methods),
    ("методик", Stage::Methods),
    ("мониторинг", Stage::Monitoring),
    ("анализ", Stage::Analysis),
    ("рекомендац", Stage::Recommendations),
    ("меры", Stage::Measures),
    ("мероприят", Stage::Measures),
    ("решени", Stage::Decisions),
    ("эффективност", Stage::Effectiveness),
];

/// How the other words of a heading begin.
const AROUND: [&str; 25] = [
    "наличи",
    "муниципальн",
    "региональн",
    "сбор",
    "обработк",
    "информаци",
    "данн",
    "результат",
    "адресн",
    "методическ",
    "управленческ",
    "приняты",
    "принятие",
    "принятию",
    "принимаем",
    "проведен",
    "этап",
    "раздел",
    "компонент",
    "используем",
    "применяем",
    "качеств",
    "оценк",
    "мер",
    "целев",
];

/// Short words that may stand in a heading.
const SHORT: [&str; 9] = ["и", "по", "на", "о", "об", "с", "для", "их", "к"];

/// How a requirement begins that is no «по …».
const DEEDS: [&str; 14] = [
    "наличие",
    "принятие",
    "проведение",
    "организация",
    "осуществление",
    "разработка",
    "реализация",
    "использование",
    "обеспечение",
    "создание",
    "формирование",
    "выявление",
    "учет",
    "участие",
];

/// What the text names, if it names a stage.
pub(super) fn named(text: &str) -> Option<Named> {
    let words = words(text);
    let stages: Vec<Stage> = words.iter().filter_map(|it| stage_of(it)).collect();
    let stage = match stages.as_slice() {
        [Stage::Analysis, Stage::Effectiveness, ..] => Stage::Effectiveness,
        // «Показатели и методы…»: what the indicators are gathered by.
        [first, ..] => *first,
        [] => return None,
    };
    let is_around = |it: &String| {
        SHORT.contains(&it.as_str()) || AROUND.iter().any(|stem| it.starts_with(stem))
    };
    Some(Named {
        stage,
        early: words.iter().take(3).any(|it| stage_of(it).is_some()),
        only: words
            .iter()
            .all(|it| stage_of(it).is_some() || is_around(it)),
        deed: is_deed(text),
    })
}

/// Whether the text begins as a requirement does that says what is there or done.
pub(super) fn is_deed(text: &str) -> bool {
    words(text)
        .first()
        .is_some_and(|it| DEEDS.contains(&it.as_str()))
}

/// Whether it says that something is there, or was decided: evidence is not called so.
pub(super) fn is_asked(text: &str) -> bool {
    let words = words(text);
    words
        .first()
        .is_some_and(|it| matches!(it.as_str(), "наличие" | "принятие"))
}

/// Whether it goes on as a heading before it has begun: «по повышению…», «в части…».
pub(super) fn is_about(text: &str) -> bool {
    let words = words(text);
    words
        .first()
        .is_some_and(|it| matches!(it.as_str(), "по" | "об" | "о" | "в" | "для"))
        && text.starts_with(char::is_lowercase)
}

fn stage_of(word: &str) -> Option<Stage> {
    // «Целевые показатели» are indicators, «методические» are no methods; «целом» and «эффективные» are neither.
    if word.starts_with("целев") || word.starts_with("цело") || word.starts_with("методиче")
    {
        return None;
    }
    let found = STAGES.iter().find(|(stem, _)| word.starts_with(stem));
    found.map(|it| it.1)
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}
