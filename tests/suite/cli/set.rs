//! `smotr set` and `smotr get`: the rules of the interface, and an answer that says what was recorded.

use std::path::Path;
use std::sync::mpsc;

use smotr::domain::command::Command;
use smotr::domain::ids::EditionId;
use smotr::domain::period::{Period, PeriodKind, PeriodState};
use smotr::domain::record::CommandId;
use smotr::service::link::{Answer, Link as _, News, Request};
use smotr::service::session::{Opening, Session};

use super::Home;

#[test]
fn a_value_is_set_and_got_by_the_rules_of_the_interface() {
    let (home, dir) = Home::with_demo();
    #[rustfmt::skip]
    let cases: &[(&[&str], i32, &str)] = &[
        (&["set", "2025/26", "6.2", "12", "60/78"], 0, "внесено: 2025/26 · 6.2 · СШ № 12 — 76,9 % (60 из 78)"),
        (&["get", "2025/26", "6.2", "12"], 0, "2025/26 · 6.2 · СШ № 12 — 76,9 % (60 из 78)"),
        (&["set", "2025/26", "6.2", "12", "60/78"], 0, "без изменений: 2025/26 · 6.2 · СШ № 12 — 76,9 % (60 из 78)"),
        // The numerator alone goes over the denominator that is known, and that is said.
        (&["set", "2025/26", "6.2", "12", "61"], 0, "внесено: 2025/26 · 6.2 · СШ № 12 — 61 из 78 = 78,2 %, знаменатель прежний; было 76,9 % (60 из 78), "),
        (&["get", "2025/26", "6.2", "12"], 0, "78,2 % (61 из 78)"),
        // Nothing is known below the line here.
        (&["set", "2025/26", "4.5", "12", "9"], 1, "Варианты: 1 — "),
        // The period, the indicator and the school in other words.
        (&["get", "2025-2026", "6,2", "СШ № 12"], 0, "78,2 %"),
        (&["get", "2025", "6.2", "еремин"], 0, "78,2 %"),
        (&["get", "2025/26", "6.2", "eremin"], 0, "78,2 %"),
        (&["get", "2025/26", "6.2", "thtvby"], 0, "78,2 %"),
        (&["get", "2025/26", "6.2", "№12"], 0, "78,2 %"),
        // In all the forms of the entry line.
        (&["set", "2025/26", "6.2", "12", "87,5%"], 0, "без состава"),
        (&["set", "2025/26", "6.2", "12", "н: ремонт"], 0, "н/п: ремонт"),
        (&["set", "2025/26", "6.2", "12", "n/a: repair"], 0, "н/п: repair"),
        (&["set", "2025/26", "6.2", "12", "no data: fire"], 0, "нет данных: fire"),
        (&["set", "2025/26", "6.2", "12", "60.78", "--note", "по ведомости"], 0, "60 из 78"),
        // What is refused is refused in words, and changes nothing.
        (&["set", "2025/26", "6.2", "12", "н"], 1, "Не указана причина. Добавьте её после двоеточия"),
        (&["set", "2025/26", "6.2", "12", ""], 1, "Значение пустое, ничего не изменено."),
        (&["set", "2025/26", "6.2", "12", " \u{a0}"], 1, "--clear"),
        (&["get", "2025/26", "6.2", "12"], 0, "60 из 78"),
        (&["set", "2025/26", "6.2", "12", "--clear"], 0, "очищено: 2025/26 · 6.2 · СШ № 12 — пусто"),
        (&["set", "2025/26", "6.2", "12", "--clear"], 0, "без изменений"),
        (&["set", "2025/26", "6.2", "12", "21/24", "--clear"], 2, "Вместе не годятся значение и --clear."),
        (&["set", "2025/26", "6.2", "12"], 2, "Нужно указать ещё: значение или --clear."),
        (&["get", "2031/32", "6.2", "12"], 1, "2025/26"),
        (&["get", "2025/26", "9.9", "12"], 1, "6.6"),
        (&["get", "2025/26", "6.2", "999"], 1, "ничего не найдено"),
        (&["get", "2025/26", "6.2", "сш"], 1, "найдено несколько"),
    ];
    for (arguments, code, text) in cases {
        let said = home.at(&dir, arguments);
        said.check(*code, text);
        let (spoken, silent) = match code {
            0 => (&said.out, &said.err),
            _ => (&said.err, &said.out),
        };
        assert_eq!(spoken.lines().count(), 1, "{arguments:?}: {said:?}");
        // Of what is unusual is said beside the answer that it is.
        let unusual = *code == 0 && silent.contains("Внесено, но необычно");
        assert!(silent.is_empty() || unusual, "{arguments:?}: {said:?}");
    }
}

#[test]
fn what_is_unusual_is_taken_and_said_beside_the_answer() {
    let (home, dir) = Home::with_demo();
    let said = home.at(&dir, &["set", "2025/26", "6.2", "12", "21"]);
    said.check(0, "21 из 78 = 26,9 %");
    assert!(said.out.starts_with("внесено: "), "{said:?}");
    assert!(said.err.contains("--note"), "{said:?}");
    // Whoever explains has looked.
    let said = home.at(
        &dir,
        &["set", "2025/26", "6.2", "12", "22", "--note", "сверено"],
    );
    said.check(0, "22 из 78");
    assert!(said.err.is_empty(), "{said:?}");
    home.at(
        &dir,
        &["--lang", "en", "set", "2025/26", "6.2", "12", "21/24"],
    )
    .check(0, "entered: 2025/26")
    .check(0, "Entered, but unusual.");
}

#[test]
fn a_change_of_what_was_approved_says_that_it_is_no_longer() {
    let (home, dir) = Home::with_demo();
    let export = home.at(&dir, &["export"]).out;
    let lines: Vec<serde_json::Value> = export
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    // Indicator 1 is 1.1, a ratio; period 4 is the open one.
    let approved = |it: &&serde_json::Value| {
        it["kind"] == "value"
            && it["period"] == 4
            && it["indicator"] == 1
            && it["state"] == "approved"
    };
    let value = lines.iter().find(approved).expect("an approved value");
    let named =
        |it: &&serde_json::Value| it["kind"] == "organisation" && it["id"] == value["organisation"];
    let name = lines.iter().find(named).unwrap()["name"].as_str().unwrap();
    home.at(&dir, &["set", "2025/26", "1.1", name, "100/101"])
        .check(0, "99,0 % (100 из 101); снова «введено», было «утверждено»");
    // Once is enough.
    let again = home.at(&dir, &["set", "2025/26", "1.1", name, "101/101"]);
    assert!(
        !again.check(0, "внесено").out.contains("снова"),
        "{again:?}"
    );
}

/// Adds a period as an administrator does it in the interface.
fn add_period(dir: &Path, period: Period) {
    let (sender, news) = mpsc::channel();
    let tell = move |it| drop(sender.send(it));
    let opening = Opening::of(dir.to_owned(), None);
    let (link, ..) = Session::open(opening, tell, &mut |_| {}).unwrap();
    let command = Box::new(Command::AddPeriod(period));
    link.send(Request::Command {
        id: CommandId(1),
        command,
    });
    let answer = news.iter().find_map(|it| match it {
        News::Answer { answer, .. } => Some(answer),
        _ => None,
    });
    assert!(matches!(answer, Some(Answer::Done(_))), "{answer:?}");
    link.close().unwrap();
}

#[test]
fn a_short_name_of_a_period_is_taken_only_where_it_is_the_only_one() {
    let (home, dir) = Home::with_demo();
    let date = |text: &str| text.parse().unwrap();
    add_period(
        &dir,
        Period {
            name: "2025/26, 1-е полугодие".into(),
            kind: PeriodKind::HalfYear,
            from: date("2025-09-01"),
            to: date("2025-12-31"),
            deadline: None,
            edition: EditionId(1),
            state: PeriodState::Open,
            exceptions: Vec::new(),
            locks: false,
            approved_by: None,
            events: Vec::new(),
        },
    );
    let get = |period| home.at(&dir, &["get", period, "6.2", "12"]);
    get("2025/26").check(0, "2025/26 · 6.2");
    get("2024").check(0, "2024/25 · 6.2");
    get("2025").check(1, "найдено несколько: 2025/26; 2025/26, 1-е полугодие");
}

/// The printed card and the one on the screen say the same of the index.
#[test]
fn a_card_says_how_the_index_stands() {
    let (home, dir) = Home::with_demo();
    let lookup = |words| home.at(&dir, &["lookup", words]);
    lookup("сш 12").check(
        0,
        "индекс 90,8 · высокий · 1-е место из 5 · внесено 32 из 34",
    );
    lookup("сш 1").check(0, "индекс 58,7 · внесено 22 из 32: для уровня и места мало");
}
