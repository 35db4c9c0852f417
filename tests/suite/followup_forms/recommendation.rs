//! Writing recommendations, by keys alone.

use super::*;
use smotr::domain::value::Entry;

#[test]
fn a_recommendation_is_written_for_the_row_with_a_date() {
    let mut stage = stage();
    stage
        .press("рПровести аттестацию⇥3 педагога⇥15.12")
        .expect("15.12.2026, вт")
        .press("⏎⏎")
        .expect("рекомендация · 1.1 · СШ № 1 — новая запись")
        .expect_not("Записать рекомендацию");
    let made = recommendations(&stage);
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].text, "Провести аттестацию");
    assert_eq!(made[0].expected, "3 педагога");
    assert_eq!(made[0].due, Due::On(date("2026-12-15")));
    assert_eq!(made[0].ground, Some(cell(RATIO, SCHOOL_1)));
    assert_eq!(
        made[0].addressees,
        [Addressee {
            organisation: SCHOOL_1,
            person: Some(DEMINA)
        }]
    );
    stage.press("о");
    assert!(recommendations(&stage).is_empty(), "{}", stage.said());
}

#[test]
fn terms_are_understood_in_either_layout() {
    for (typed, shown, due) in [
        ("15.12", "15.12.2026, вт", Due::On(date("2026-12-15"))),
        ("15.12.2027", "15.12.2027, ср", Due::On(date("2027-12-15"))),
        ("15ю12", "15.12.2026, вт", Due::On(date("2026-12-15"))),
        ("+30", "22.06.2026, пн", Due::On(date("2026-06-22"))),
        ("завтра", "24.05.2026, вс", Due::On(date("2026-05-24"))),
        ("постоянно", "постоянно", Due::Standing),
        ("gjcnjzyyj", "постоянно", Due::Standing),
        ("пост", "постоянно", Due::Standing),
        (
            "ежеквартально до 5",
            "ежеквартально до 5-го",
            Due::Quarterly(5),
        ),
        (
            "t;trdfhnfkmyj 10",
            "ежеквартально до 10-го",
            Due::Quarterly(10),
        ),
        ("ежемесячно 25", "ежемесячно до 25-го", Due::Monthly(25)),
    ] {
        let mut stage = stage();
        stage
            .press("рТекст⇥⇥")
            .press(typed)
            .expect(shown)
            .press("<F2>");
        let made = recommendations(&stage);
        assert_eq!(made.first().map(|it| it.due), Some(due), "{typed}");
    }
}

#[test]
fn a_term_that_cannot_be_read_keeps_the_form_open_with_the_sentence() {
    for (typed, sentence) in [
        ("", "ежеквартально до 5"),
        ("31.02", "Такой даты нет: 31.02"),
        ("скоро", "15.12, 15.12.2026, +30, постоянно"),
        ("ежеквартально", "Число месяца — от 1 до 28"),
        ("ежемесячно до 31", "Число месяца — от 1 до 28"),
        ("01.02.2020", "Слишком рано: срок — 01.02.2020"),
    ] {
        let mut stage = stage();
        stage.press("рТекст⇥⇥").press(typed).press("<F2>");
        stage.expect(sentence).expect("Записать рекомендацию");
        assert!(recommendations(&stage).is_empty());
        // What was typed is there, and mending it is enough.
        stage.press("<Ctrl+u>+7<F2>");
        assert_eq!(recommendations(&stage).len(), 1, "{typed}");
    }
}

#[test]
fn a_step_that_begins_above_its_bound_asks_for_more_than_the_bound() {
    let world = world_with(|it| {
        it.scoring = crate::support::measured::bands(&[("-", "0"), (">50", "1"), (">80", "3")]);
    });
    let mut stage = on(world, cell(RATIO, SCHOOL_1));
    stage
        .expect("не более 50 → 0")
        .expect("свыше 50 → 1")
        .press("р<Ctrl+u>Сейчас {значение}, нужно {порог}, не хватает {не хватает}.⇥⇥+7<F2>");
    let text = recommendations(&stage)[0].text.replace('\u{a0}', " ");
    assert_eq!(text, "Сейчас 50,0 %, нужно более 50 %, не хватает 1 из 24.");
}

#[test]
fn nobody_is_told_to_lack_nothing() {
    let mut world = world_with(|it| {
        it.scoring = crate::support::measured::bands(&[("-", "0"), (">50", "1"), (">80", "3")]);
    });
    let percent = Entry::Percent("50".parse().unwrap());
    world.set(cell(RATIO, SCHOOL_1), percent).unwrap();
    let mut stage = on(world, cell(RATIO, SCHOOL_1));
    stage.press("р<Ctrl+u>Нужно {порог}, не хватает {не хватает}.⇥⇥+7<F2>");
    let text = recommendations(&stage)[0].text.replace('\u{a0}', " ");
    assert_eq!(text, "Нужно более 50 %, не хватает 0,1 п.п.");
}

#[test]
fn marked_rows_get_one_each_with_their_own_figures() {
    let mut stage = stage();
    stage
        .press("ВрСейчас {значение}, до {порог} не хватает {не хватает}.⇥⇥постоянно")
        .expect("Рекомендации · выделено ОО: 3")
        .expect("ДС № 1: Сейчас 30,0 %, до 40 % не хватает 10 п.п. (1 из 10)")
        .press("⏎")
        .expect("Записать рекомендации: 3")
        .press("⏎");
    let made = recommendations(&stage);
    let texts: Vec<_> = made
        .iter()
        .map(|it| it.text.replace('\u{a0}', " "))
        .collect();
    assert_eq!(
        texts,
        [
            "Сейчас 30,0 %, до 40 % не хватает 10 п.п. (1 из 10).",
            "Сейчас 50,0 %, до 60 % не хватает 10 п.п. (3 из 24).",
            "Сейчас 62,5 %, до 80 % не хватает 17,5 п.п. (5 из 24).",
        ]
    );
    assert!(made.iter().all(|it| it.addressees.len() == 1));
    assert_eq!(stage.commits.len(), 5, "one commit for all");
    stage.press("о");
    assert!(recommendations(&stage).is_empty());
}

/// 20 of 29 are 68,97 %, shown as 69,0 %: what is missing is what the figures shown leave, and how many that is.
#[test]
fn what_is_missing_is_the_difference_of_the_figures_shown() {
    let percent = Entry::Percent("68.97".parse().unwrap());
    for (entry, expected) in [
        (
            ratio("20", "29"),
            "69,0 %, а до 80 % не хватает 11 п.п. (4 из 29), это всё.",
        ),
        (percent, "69,0 %, а до 80 % не хватает 11 п.п., это всё."),
        (
            ratio("1999", "2500"),
            "79,96 %, а до 80 % не хватает 0,04 п.п. (1 из 2 500), это всё.",
        ),
    ] {
        let mut world = world();
        world.set(cell(RATIO, SCHOOL_1), entry).unwrap();
        let mut stage = on(world, cell(RATIO, SCHOOL_1));
        stage.press("р<Ctrl+u>{значение}, а до {порог} не хватает {не хватает}, это всё.⇥⇥+7<F2>");
        let made = recommendations(&stage);
        let texts: Vec<_> = made
            .iter()
            .map(|it| it.text.replace('\u{a0}', " "))
            .collect();
        assert_eq!(texts, [expected]);
    }
}

#[test]
fn a_placeholder_with_nothing_to_put_in_is_refused_by_name() {
    let mut world = world();
    world.set(cell(RATIO, SCHOOL_2), ratio("24", "24")).unwrap();
    let mut stage = on(world, cell(RATIO, SCHOOL_1));
    stage
        .press("ВрНе хватает {не хватает}⇥⇥+7<F2>")
        .expect("СШ № 2: вместо «{не хватает}» подставить нечего");
    assert!(recommendations(&stage).is_empty());
}

#[test]
fn ready_wordings_come_for_the_reached_band_and_go_round() {
    let mut stage = stage();
    stage
        .press("р<Ins>")
        .expect("До 60 % не хватает 10 п.п. (3 из 24). Провести аттестацию.")
        .press("<Ins>")
        .expect("Сохранить достигнутые 50,0 %.")
        .expect_not("Провести аттестацию")
        .press("<Ins>")
        .expect("Провести аттестацию")
        .press(" Срок сжатый. <Ins>")
        .expect("Сохранить достигнутые");
}

#[test]
fn a_value_better_than_the_bank_speaks_of_is_offered_nothing() {
    let mut world = world();
    world.set(cell(RATIO, SCHOOL_1), ratio("24", "24")).unwrap();
    let mut stage = on(world, cell(RATIO, SCHOOL_1));
    stage.press("р").expect_not("готовый текст").press("<Ins>");
    stage.expect_not("достигнутые");
}

#[test]
fn enter_makes_lines_in_a_text_and_arrows_lead_out_at_its_edges() {
    let mut stage = stage();
    stage
        .press("рпервая⏎вторая↑↓↓итог↑↑ и вот")
        .press("⇥⇥+7<F2>");
    let made = recommendations(&stage);
    assert_eq!(made[0].text, "первая и вот\nвторая");
    assert_eq!(made[0].expected, "итог");
}

#[test]
fn the_municipality_is_nobody_to_recommend_to() {
    let mut stage = on(world(), municipal());
    stage.press("р");
    assert!(stage.said().contains("адресуется руководителю"));
}

#[test]
fn a_placeholder_that_nobody_knows_is_refused() {
    let mut stage = stage();
    stage
        .press("рПринять меры {ерунда}⇥⇥+30<F2>")
        .expect("{ерунда}")
        .expect("Есть: {значение}, {порог}");
    assert!(stage.state.recommendations.is_empty());
}
