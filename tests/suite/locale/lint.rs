//! The typography of the Russian messages, and the tone.

use smotr::locale::Lang;

use super::ftl::messages;

/// A fault of one reading of a message, or nothing.
type Rule = fn(&str) -> Option<String>;

const RULES: &[Rule] = &[
    quotes,
    spaces,
    dashes,
    dots,
    number_sign,
    percent_sign,
    polite_words,
    gendered,
    alphabets,
    yo,
    controls,
    marks_by_hand,
];

fn found(bad: bool, what: &str) -> Option<String> {
    bad.then(|| what.to_owned())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
}

/// «ёлочки» in pairs, tight around what they quote; no other quotes.
fn quotes(text: &str) -> Option<String> {
    let mut open = false;
    for c in text.chars() {
        match c {
            '«' if open => return Some("a quotation inside a quotation".into()),
            '«' => open = true,
            '»' if !open => return Some("» without «".into()),
            '»' => open = false,
            '"' | '“' | '”' | '„' | '\'' | '’' | '`' => {
                return Some(format!("{c} instead of «»"));
            }
            _ => {}
        }
    }
    found(open, "« without »").or_else(|| {
        found(
            text.contains("« ") || text.contains(" »"),
            "a space inside «»",
        )
    })
}

/// A value is quoted by `QUOTE`, which knows what it quotes; marks written around it would nest.
fn marks_by_hand(text: &str) -> Option<String> {
    let tight = ["«{", "}»", "“{", "}”", "„{", "}“", "\"{", "}\""];
    found(
        tight.iter().any(|marks| text.contains(marks)),
        "marks around a value",
    )
}

/// One space at a time, none before a stop, none at the ends of a line.
fn spaces(text: &str) -> Option<String> {
    let before_stop = [" ,", " .", " ;", " :", " ?", " )"]
        .iter()
        .any(|stop| text.contains(stop));
    found(text.contains("  "), "two spaces")
        .or_else(|| found(before_stop, "a space before a stop"))
        .or_else(|| {
            found(
                text.lines().any(|line| line != line.trim()),
                "a space at the end",
            )
        })
}

/// A dash between words is «—», between figures «–» without spaces.
fn dashes(text: &str) -> Option<String> {
    found(
        text.contains(" - ") || text.contains("-- "),
        "a hyphen instead of a dash",
    )
    .or_else(|| found(text.contains(" – "), "a short dash with spaces"))
}

fn dots(text: &str) -> Option<String> {
    found(text.contains("..."), "... instead of …")
        .or_else(|| found(text.contains('!'), "an exclamation mark"))
}

/// «№ 12» with a space that does not break; never N or # for it.
fn number_sign(text: &str) -> Option<String> {
    let tight = text
        .split('№')
        .skip(1)
        .any(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '{'));
    let breaks = (text.match_indices("№ ")).any(|(at, sign)| {
        let rest = text.get(at + sign.len()..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '{')
    });
    found(tight, "№ without a space")
        .or_else(|| found(breaks, "a breaking space after №"))
        .or_else(|| found(words(text).any(|w| w == "N" || w == "No"), "N instead of №"))
}

/// A space that does not break between a figure and the percent sign.
fn percent_sign(text: &str) -> Option<String> {
    let after_figure = |head: &str| head.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    text.match_indices('%')
        .map(|(at, _)| &text[..at])
        .find_map(|head| {
            found(after_figure(head), "no space before %").or_else(|| {
                found(
                    head.strip_suffix(' ').is_some_and(after_figure),
                    "a breaking space before %",
                )
            })
        })
}

/// An even tone: no pleading, no capital «Вы» inside a sentence.
fn polite_words(text: &str) -> Option<String> {
    const PLEADING: [&str; 6] = ["пожалуйста", "извините", "увы", "упс", "ой", "просьба"];
    const CAPITAL: [&str; 10] = [
        "Вы",
        "Вас",
        "Вам",
        "Вами",
        "Ваш",
        "Ваша",
        "Ваше",
        "Ваши",
        "Вашего",
        "Вашей",
    ];
    let pleading = words(text).find(|w| PLEADING.contains(&w.to_lowercase().as_str()));
    let inside = |w: &str| {
        text.split(w).next().is_some_and(|head| {
            !head.is_empty() && !head.trim_end().ends_with(['.', '?', '«', '\n'])
        })
    };
    let capital = words(text).find(|w| CAPITAL.contains(w) && inside(w));
    pleading.or(capital).map(|w| format!("«{w}»"))
}

/// The program does not know who is a man and who is a woman: «Орлова, 23.05.2026».
fn gendered(text: &str) -> Option<String> {
    const VERBS: [&str; 24] = [
        "внёс",
        "внесла",
        "изменил",
        "изменила",
        "добавил",
        "добавила",
        "удалил",
        "удалила",
        "отменил",
        "отменила",
        "создал",
        "создала",
        "открыл",
        "открыла",
        "закрыл",
        "закрыла",
        "утвердил",
        "утвердила",
        "вернул",
        "вернула",
        "должен",
        "должна",
        "ввёл",
        "ввела",
    ];
    words(text)
        .find(|w| VERBS.contains(&w.to_lowercase().as_str()))
        .map(|w| format!("«{w}» has a gender"))
        .or_else(|| {
            found(
                text.contains("(а)") || text.contains("(ла)"),
                "two genders in one word",
            )
        })
}

/// A word is written in one alphabet: an «о» from the Latin keyboard is found by no search.
fn alphabets(text: &str) -> Option<String> {
    let cyrillic = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    text.split(|c: char| !c.is_alphanumeric())
        .find(|w| w.chars().any(cyrillic) && w.chars().any(|c| c.is_ascii_alphabetic()))
        .map(|w| format!("«{w}» mixes alphabets"))
}

/// «ё» is written.
fn yo(text: &str) -> Option<String> {
    const WITHOUT: [&str; 25] = [
        "еще",
        "ее",
        "счет",
        "отчет",
        "отчета",
        "отчеты",
        "отчетов",
        "отчете",
        "учет",
        "учета",
        "введен",
        "утвержден",
        "прием",
        "объем",
        "подсчет",
        "расчет",
        "расчета",
        "зачет",
        "свое",
        "определен",
        "несет",
        "идет",
        "возвращен",
        "продлен",
        "прочтен",
    ];
    words(text)
        .find(|w| WITHOUT.contains(&w.to_lowercase().as_str()))
        .map(|w| format!("«{w}» without ё"))
}

fn controls(text: &str) -> Option<String> {
    text.chars().find(|c| c.is_control() && *c != '\n' || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{ad}' | '\u{feff}')).map(|c| format!("{c:?}"))
}

fn faults(text: &str) -> Vec<String> {
    RULES.iter().filter_map(|rule| rule(text)).collect()
}

#[test]
fn the_russian_is_typeset_as_russian() {
    let mut all = Vec::new();
    for (id, message) in messages(Lang::Ru) {
        // These are kept in the store as the name of an organisation, which people type with any space.
        if id.starts_with("named-") {
            continue;
        }
        for reading in &message.readings {
            all.extend(
                faults(reading)
                    .into_iter()
                    .map(|fault| format!("{id}: {fault}: {reading}")),
            );
        }
    }
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn the_english_has_no_slips_either() {
    for (id, message) in messages(Lang::En) {
        for reading in &message.readings {
            let fault = spaces(reading)
                .or_else(|| dots(reading))
                .or_else(|| controls(reading))
                .or_else(|| alphabets(reading))
                .or_else(|| marks_by_hand(reading));
            assert_eq!(fault, None, "{id}: {reading}");
        }
    }
}

/// Words that a notion had besides its own, and its own.
const OTHER_WORDS: [(Lang, &str, &str); 10] = [
    (Lang::En, "leader", "head"),
    (Lang::En, "on control", "under control"),
    (Lang::En, "off control", "released from control"),
    (Lang::En, "supervision", "control"),
    (Lang::En, "rework", "for revision"),
    (Lang::En, "for correction", "for revision"),
    (Lang::En, "charset", "encoding"),
    (Lang::En, "record store", "record database"),
    (Lang::En, "'", "’"),
    (Lang::Ru, "не применимо", "неприменимо"),
];

#[test]
fn a_notion_has_one_word() {
    for (lang, other, own) in OTHER_WORDS {
        for (id, message) in messages(lang) {
            for reading in &message.readings {
                let found = reading.to_lowercase().contains(other);
                assert!(!found, "{}: {id}: «{own}», not «{other}»", lang.code());
            }
        }
    }
}

/// Colons of a sentence; one between figures (12:40), in a file's line (`keymap.toml:2`) or at the end of a heading is none.
fn colons(text: &str) -> usize {
    text.lines().map(|line| line.matches(": ").count()).sum()
}

/// Messages whose colons are not punctuation, and what they are.
const WITH_COLONS: [(&str, &str); 4] = [
    ("cli-arg-value", "«н/п: причина» is how a value is typed"),
    ("cli-reason-next", "«н/п: причина» is how a value is typed"),
    ("cli-not-utf-locale", "a menu's field in PuTTY"),
    ("foreign-bytes", "a menu's field in PuTTY"),
];

/// «Файл: строка: причина» is read twice; what comes second says itself with a comma, in brackets, or as a sentence of its own.
#[test]
fn a_message_has_one_colon() {
    for lang in Lang::ALL {
        let all = messages(lang);
        for (id, message) in &all {
            let most = message.readings.iter().map(|it| colons(it)).max();
            let allowed = WITH_COLONS.iter().any(|(it, _)| it == id);
            assert!(
                most <= Some(1) || allowed,
                "{}: {id} has {most:?} colons: {:?}",
                lang.code(),
                message.readings
            );
        }
        for (id, why) in WITH_COLONS {
            assert!(
                Lang::ALL
                    .map(messages)
                    .iter()
                    .any(|all| all[id].readings.iter().any(|it| colons(it) > 1)),
                "{id} needs no exception ({why})"
            );
        }
    }
    assert_eq!(colons("keymap.toml:2: нет команды: fly"), 2);
    assert_eq!(colons("сохранено 12:40"), 0);
}

#[test]
fn a_message_keeps_to_the_length_its_place_allows() {
    for lang in Lang::ALL {
        for (id, message) in messages(lang) {
            let Some(limit) = message.limit else { continue };
            for reading in &message.readings {
                let length = reading.replace("{}", "").chars().count();
                assert!(
                    length <= limit,
                    "{}: {id} is {length} long, its place allows {limit}: {reading}",
                    lang.code()
                );
            }
        }
    }
}

#[test]
fn the_lint_finds_what_it_is_for() {
    for bad in [
        "школа \"Радуга\"",
        "« так »",
        "«так",
        "так»",
        "два  пробела",
        "слово - слово",
        "подождите...",
        "№12",
        "СШ N 12",
        "№{}",
        "№ {}",
        "№ 12",
        "87,5%",
        "{}%",
        "{} %",
        "Введите, пожалуйста, число",
        "для Вас",
        "внесла Орлова",
        "внёс(ла)",
        "oшибка",
        "еще раз",
        "тихий\u{200b}пробел",
        "готово!",
        "так , вот",
        "нет поля «{}»",
    ] {
        assert!(!faults(bad).is_empty(), "not found: {bad}");
    }
    for good in [
        "Вас ещё не добавили.",
        "СШ №\u{a0}12",
        "№",
        "87,5\u{a0}%",
        "слово — слово",
        "2025–2026",
        "«ёлочки»",
        "Окно мало: нужно 60×16",
        "smotr --data D",
        "из-за",
    ] {
        assert_eq!(faults(good), Vec::<String>::new(), "{good}");
    }
}
