//! JSON Lines.

use super::*;

#[test]
fn lines_have_the_fields_of_a_list() {
    let state = World::new().state;
    let text = "\u{feff}{\"organisation\": \"СШ № 1\", \"code\": \"1.1\", \"value\": \"21/24\", \"note\": \" по письму \"}\n\
        \n\
        {\"Организация\": \"СШ № 2\", \"Код\": 1.1, \"Числитель\": 20, \"Знаменатель\": 25, \"Источник\": \"вх. 5\"}\n\
        {\"organisation\": \"СШ № 2\", \"indicator\": \"1.2\", \"value\": 7, \"period\": \"2025/26\"}\n\
        {\"organisation\": \"СШ № 1\", \"code\": \"1.2\", \"value\": null}\n\
        {\"organisation\": \"СШ № 1\", \"code\": \"1.2\", \"value\": [1, 2]}\n\
        {\"organisation\": \"СШ № 1\", \"code\": \"1.2\", \"value\": 1e3}\n\
        не запись\n\
        [1, 2]\n\
        {\"code\": \"1.2\", \"value\": 7}\n";
    let batch = of_bytes(&state, "обмен.jsonl", text.as_bytes());
    let told = told(&state, &batch);
    assert_eq!(told[..3], ["1 21/24", "3 20/25", "4 7"], "{told:?}");
    // A list in a field is no value, and no number beside it.
    assert_eq!(told[3..5], ["6 спорит", "7 спорит"]);
    assert_eq!(
        told[5].replace('\u{a0}', " "),
        "10 ! обмен.jsonl, строка 10: не указана организация, а значения в строке есть. Впишите организацию."
    );
    assert_eq!(batch.claims[0].note.as_deref(), Some("по письму"));
    let said: Vec<_> = batch.files[0]
        .faults
        .iter()
        .map(|it| it.replace('\u{a0}', " "))
        .collect();
    assert_eq!(said.len(), 2);
    assert_eq!(
        said[0],
        "обмен.jsonl, строка 8: это не запись с полями organisation, code и value. Исправьте строку."
    );
}

#[test]
fn a_line_that_is_nested_without_end_is_no_record() {
    let state = World::new().state;
    let deep = format!("{{\"value\": {}\n", "[".repeat(200_000));
    let batch = of_bytes(&state, "обмен.jsonl", deep.as_bytes());
    assert!(fault(&batch).starts_with("обмен.jsonl, строка 1: это не запись"));
}

#[test]
fn a_line_without_a_value_is_told_and_changes_nothing() {
    let state = World::new().state;
    let notes = |text: &str| {
        let batch = of_bytes(&state, "обмен.jsonl", text.as_bytes());
        assert!(batch.claims.is_empty(), "{text}");
        let file = batch.files[0].clone();
        [file.notes, file.faults].concat().join("|")
    };
    assert_eq!(
        notes(r#"{"organisation": "СШ № 1", "code": "1.2", "note": "после 20.05"}"#),
        "обмен.jsonl, строка 1: значения показателя 1.2 нет, только слова «после 20.05». Они не загружены.|обмен.jsonl: в файле нет ни \
         одного значения."
    );
    assert_eq!(
        notes(r#"{"organisation": "СШ № 1", "code": "1.2"}"#),
        "обмен.jsonl: в файле нет ни одного значения."
    );
}

/// A field that nobody knows is told, once; what this program writes beside a value is not.
#[test]
fn an_unknown_field_is_told_once() {
    let state = World::new().state;
    let line = |more: &str| {
        format!(r#"{{"organisation": "СШ № 1", "code": "1.2", "value": 7, {more}}}"#) + "\n"
    };
    let text = [
        line(r#""by": "Орлова", "Состояние": "введено""#),
        line(r#""comment": "по письму""#),
        line(r#""comment": "", "Ответственный": "Белова""#),
    ];
    let batch = of_bytes(&state, "обмен.jsonl", text.concat().as_bytes());
    assert_eq!(batch.claims.len(), 3);
    assert_eq!(
        batch.files[0].notes,
        [
            "обмен.jsonl, строка 2: поле «comment» не прочитано, такого среди полей нет.",
            "обмен.jsonl, строка 3: поле «Ответственный» не прочитано, такого среди полей нет.",
        ]
    );
}
