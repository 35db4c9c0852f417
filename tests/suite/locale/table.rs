//! The enum, both languages and the arguments are the same set.

use std::collections::{BTreeMap, BTreeSet};

use smotr::locale::{Args, Lang, Locale, Phrase, args};

use super::ftl::{Message, messages};

/// The name in code as an id: `SavedAt` is `saved-at`.
fn kebab(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !id.is_empty() {
            id.push('-');
        }
        id.extend(letter.to_lowercase());
    }
    id
}

#[test]
fn an_id_is_its_name_and_no_id_stands_twice() {
    let mut seen = BTreeSet::new();
    for phrase in Phrase::ALL {
        assert_eq!(phrase.id(), kebab(&format!("{phrase:?}")));
        assert!(
            seen.insert(phrase.id()),
            "{}: twice in the table",
            phrase.id()
        );
    }
}

#[test]
fn both_languages_say_every_phrase_and_nothing_else() {
    for lang in Lang::ALL {
        let messages = messages(lang);
        let declared: BTreeSet<_> = Phrase::ALL.iter().map(|p| p.id().to_owned()).collect();
        let written: BTreeSet<_> = messages
            .keys()
            .filter(|id| !id.starts_with('-'))
            .cloned()
            .collect();
        let missing: Vec<_> = declared.difference(&written).collect();
        let unused: Vec<_> = written.difference(&declared).collect();
        assert!(
            missing.is_empty(),
            "{}: no message for {missing:?}",
            lang.code()
        );
        assert!(
            unused.is_empty(),
            "{}: no phrase for {unused:?}",
            lang.code()
        );
        for (id, message) in &messages {
            for used in &message.uses {
                assert!(
                    messages.contains_key(used),
                    "{}: {id} uses {used}, which is not there",
                    lang.code()
                );
            }
            assert!(
                message
                    .functions
                    .iter()
                    .all(|f| f == "NUMBER" || f == "QUOTE"),
                "{}: {id} calls {:?}",
                lang.code(),
                message.functions
            );
        }
        for term in messages.keys().filter(|id| id.starts_with('-')) {
            assert!(
                messages.values().any(|m| m.uses.contains(term)),
                "{}: nobody uses {term}",
                lang.code()
            );
        }
    }
}

#[test]
fn an_area_holds_the_same_messages_in_both_languages() {
    let [ru, en] = Lang::ALL.map(messages);
    for (id, message) in ru.iter().filter(|(id, _)| !id.starts_with('-')) {
        assert_eq!(message.area, en[id].area, "{id}");
    }
}

/// The arguments of a message and of the messages that it refers to.
fn all_args(id: &str, messages: &BTreeMap<String, Message>) -> BTreeSet<String> {
    let message = &messages[id];
    let mut args = message.args.clone();
    for used in message.uses.iter().filter(|used| !used.starts_with('-')) {
        args.extend(all_args(used, messages));
    }
    args
}

#[test]
fn a_message_uses_the_arguments_that_the_phrase_declares() {
    for lang in Lang::ALL {
        let messages = messages(lang);
        for phrase in Phrase::ALL {
            let declared: BTreeSet<_> = phrase.args().iter().map(|&a| a.to_owned()).collect();
            assert_eq!(
                all_args(phrase.id(), &messages),
                declared,
                "{}: {}",
                lang.code(),
                phrase.id()
            );
        }
    }
}

#[test]
fn every_phrase_can_be_said_in_both_languages() {
    for lang in Lang::ALL {
        let locale = Locale::new(lang);
        for phrase in Phrase::ALL {
            let mut args = Args::new();
            for name in phrase.args() {
                args.set(name, 5);
            }
            let said = locale.say_with(*phrase, &args);
            assert!(!said.is_empty(), "{}: {}", lang.code(), phrase.id());
            assert!(
                !said.contains(['{', '}', '\u{2068}', '\u{2069}']),
                "{}: {said}",
                phrase.id()
            );
        }
    }
}

#[test]
fn a_plural_has_all_its_forms() {
    const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    for (lang, want) in [
        (Lang::Ru, &["one", "few", "many", "*other"][..]),
        (Lang::En, &["one", "*other"][..]),
    ] {
        for (id, message) in messages(lang) {
            for keys in &message.choices {
                let plural: Vec<_> = keys
                    .iter()
                    .filter(|k| CATEGORIES.contains(&k.trim_start_matches('*')))
                    .map(String::as_str)
                    .collect();
                let by_word = plural.iter().all(|k| *k == "*other")
                    && keys.len() > 1
                    && keys.iter().all(|k| k.parse::<f64>().is_err());
                assert!(
                    by_word || plural == want,
                    "{}: {id} has the forms {keys:?}",
                    lang.code()
                );
            }
        }
    }
}

/// The ids of a language's sources as they stand, by area.
fn in_order(lang: Lang) -> Vec<(&'static str, Vec<&'static str>)> {
    let id = |line: &'static str| {
        let (id, _) = line.split_once(" =")?;
        id.starts_with(|c: char| c.is_ascii_lowercase())
            .then_some(id)
    };
    let sources = smotr::locale::sources(lang).iter();
    sources
        .map(|(area, text)| (*area, text.lines().filter_map(id).collect()))
        .collect()
}

/// Whoever translates has both files side by side.
#[test]
fn both_languages_say_it_in_the_same_order() {
    let [ru, en] = Lang::ALL.map(in_order);
    assert!(ru.iter().all(|(_, ids)| !ids.is_empty()));
    for ((area, ru), (_, en)) in ru.iter().zip(&en) {
        for (one, other) in ru.iter().zip(en) {
            assert_eq!(one, other, "{area}");
        }
    }
}

/// Arguments that are numbers of things. The number of a record or of a place counts nothing.
const COUNTS: [&str; 14] = [
    "n",
    "k",
    "days",
    "points",
    "bytes",
    "kilobytes",
    "most",
    "max",
    "min",
    "limit",
    "whole",
    "fraction",
    "organisations",
    "overdue",
];

/// Words that may follow a number of any size: they are not what is counted, or have one form.
const ONE_FORM: [(Lang, &[&str]); 2] = [
    (
        Lang::Ru,
        &["ОО", "МБ", "КБ", "Б", "из", "до", "за", "или", "дн"],
    ),
    (
        Lang::En,
        &[
            "MB", "KB", "B", "of", "or", "to", "per", "in", "is", "more", "allowed", "entered", "d",
        ],
    ),
];

/// «5 записей» and «2 записи» need a choice of the number, not one form for both.
#[test]
fn what_is_counted_stands_inside_a_plural() {
    for (lang, one_form) in ONE_FORM {
        let mut met = BTreeSet::new();
        for (id, message) in messages(lang) {
            for (arg, word) in &message.unchosen {
                if !COUNTS.contains(&arg.as_str()) {
                    continue;
                }
                assert!(
                    one_form.contains(&word.as_str()),
                    "{}: {id}: «{{ ${arg} }} {word}» without a plural of {arg}",
                    lang.code()
                );
                met.insert(word.clone());
            }
        }
        let listed: BTreeSet<String> = one_form.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(met, listed, "{}: every exception is met", lang.code());
    }
}

#[test]
fn the_sources_of_a_folder_are_the_areas_compiled_in() {
    for lang in Lang::ALL {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/locale/").to_owned() + lang.code();
        let files: BTreeSet<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .collect();
        let areas: BTreeSet<_> = smotr::locale::sources(lang)
            .iter()
            .map(|(area, _)| format!("{area}.ftl"))
            .collect();
        assert_eq!(files, areas);
    }
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "saved-at: declared [\"time\"], given [\"tiem\"]")]
fn a_misnamed_argument_is_found_by_whoever_draws_it() {
    Locale::new(Lang::Ru).say_with(Phrase::SavedAt, &args![tiem = "12:40"]);
}

#[test]
fn a_locale_can_be_handed_to_another_thread() {
    fn travels<T: Send + Sync>(_: &T) {}
    travels(&Locale::new(Lang::En));
}
