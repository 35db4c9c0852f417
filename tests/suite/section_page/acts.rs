//! Citations written in every way that was met, and what is understood of each.

use smotr::domain::evidence::{DocumentKind, DocumentLevel};
use smotr::exchange::section::page::{Cited, Doubt, What, level_of};

use super::page;

/// The acts of a line under a requirement.
fn acts(line: &str) -> Vec<Cited> {
    let page = page(&format!("Методы сбора\n- Наличие методов\n{line}\n"));
    match &page.items.last().unwrap().what {
        What::Citations(all) => all.clone(),
        other => panic!("{line}: {other:?}"),
    }
}

/// The act of a line in one: «вид|орган|дата|номер|заголовок|редакция|страницы|примечание».
fn told(it: &Cited) -> String {
    let d = &it.document;
    let day = |it: Option<chrono::NaiveDate>| {
        it.map_or(String::new(), |it| it.format("%d.%m.%Y").to_string())
    };
    format!(
        "{:?}|{}|{}|{}|{}|{}|{}|{}",
        d.kind,
        d.issuer,
        day(d.date),
        d.number,
        d.title,
        day(d.redaction),
        it.pages,
        it.note
    )
}

#[track_caller]
fn reads(line: &str, expected: &str) {
    let all: Vec<String> = acts(line).iter().map(told).collect();
    assert_eq!(all.join("\n"), expected, "{line}");
}

const PLAN: &str =
    "Order|управления образования|31.08.2021|259/1|Об утверждении плана работы||4-17, 62-64|";

#[test]
fn quotes_of_every_kind_are_quotes() {
    for (open, close) in [
        ("«", "»"),
        ("\"", "\""),
        ("„", "“"),
        ("“", "”"),
        ("''", "''"),
        ("«", "\""),
        ("'", "'"),
    ] {
        let line = format!(
            "Приказ управления образования от 31.08.2021 № 259/1 {open}Об утверждении плана работы{close} стр. 4-17, 62-64"
        );
        reads(&line, PLAN);
    }
}

#[test]
fn pages_are_read_however_they_are_marked() {
    for pages in [
        "стр.4-17,62-64",
        "стр. 4-17, 62-64",
        "с. 4–17, 62–64",
        "С. 4—17; 62 – 64",
        "страницы 4-17, 62-64",
        "(стр. 4-17, 62-64)",
        ", стр. 4 - 17, 62-64.",
        "; стр. 4-17, 62-64",
    ] {
        reads(
            &format!(
                "Приказ управления образования от 31.08.2021 № 259/1 «Об утверждении плана работы» {pages}"
            ),
            PLAN,
        );
    }
}

#[test]
fn dates_and_numbers_are_read_however_they_are_written() {
    for requisites in [
        "от 31.08.2021 № 259/1",
        "от 31.08.2021 №259/1",
        "от 31.08.2021г. № 259/1",
        "от 31 августа 2021 г. № 259/1",
        "от 31 августа 2021 года N 259/1",
        "от 31.08.21 n 259/1",
        "№ 259/1 от 31.08.2021",
        "от 31.8.2021 N259/1",
        "от 2021-08-31 № 259/1",
        "от 31.08.2021, № 259/1,",
    ] {
        reads(
            &format!(
                "Приказ управления образования {requisites} «Об утверждении плана работы» стр. 4-17, 62-64"
            ),
            PLAN,
        );
    }
}

#[test]
fn numbers_with_letters_signs_and_gaps_are_kept() {
    for (given, kept) in [
        ("617-ОД", "617-ОД"),
        ("617 - ОД", "617-ОД"),
        ("617 –ОД", "617-ОД"),
        ("01-21/1458", "01-21/1458"),
        ("127-П/ОД", "127-П/ОД"),
        ("270-р/адм", "270-р/адм"),
        ("б/н", ""),
    ] {
        reads(
            &format!("Приказ Департамента от 30.06.2021 № {given} «О мониторинге»"),
            &format!("Order|Департамента|30.06.2021|{kept}|О мониторинге|||"),
        );
    }
}

#[test]
fn the_version_is_read_in_brackets_and_without() {
    for version in [
        "(ред. от 20.11.2019)",
        "(в ред. от 20.11.2019)",
        "(в редакции постановления от 20.11.2019 № 3)",
        "в ред. от 20.11.2019",
        "(ред. от 11.01.2015, от 20.11.2019)",
        "(с изм. от 20 ноября 2019 г.)",
    ] {
        reads(
            &format!(
                "Постановление Администрации города Смоленска от 28.07.2011 № 1427-адм {version} \"О проведении аттестации\""
            ),
            "Resolution|Администрации города Смоленска|28.07.2011|1427-адм|О проведении аттестации|20.11.2019||",
        );
    }
}

#[test]
fn a_title_keeps_the_quotes_inside_it() {
    let expected =
        "Order|управления|30.12.2020|348|О проекте «Образовательный центр» в 2021 году|||";
    reads(
        "Приказ управления от 30.12.2020 № 348 \"О проекте «Образовательный центр» в 2021 году\"",
        expected,
    );
    reads(
        "Приказ управления от 30.12.2020 № 348 «О проекте «Образовательный центр» в 2021 году»",
        expected,
    );
    reads(
        "Приказ управления от 30.12.2020 № 348 \"О проекте \"Образовательный центр\" в 2021 году\"",
        expected,
    );
    reads(
        "Приказ управления от 30.12.2020 № 348 «О программе «Развитие» стр. 5",
        "Order|управления|30.12.2020|348|О программе «Развитие»||5|",
    );
}

#[test]
fn several_acts_of_a_line_are_several() {
    let two = "Order|управления|30.12.2020|353|О СОКО||3-10|\nOrder|управления|31.08.2021|259/1|О плане|||";
    reads(
        "Приказ управления от 30.12.2020 № 353 «О СОКО» стр. 3-10; приказ управления от 31.08.2021 № 259/1 «О плане»",
        two,
    );
    reads(
        "Приказ управления от 30.12.2020 № 353 «О СОКО» стр. 3-10, приказ управления от 31.08.2021 № 259/1 «О плане»",
        two,
    );
    reads(
        "Приказ управления от 30.12.2020 № 353 «О СОКО» стр. 3-10 Приказ управления от 31.08.2021 № 259/1 «О плане»",
        two,
    );
    reads(
        "Приказ управления от 30.12.2020 № 353 «О СОКО» стр. 3-10 и приказ управления от 31.08.2021 № 259/1 «О плане».",
        two,
    );
}

#[test]
fn what_the_next_act_does_not_say_is_that_of_the_one_before() {
    let two = "Order|управления|30.12.2020|353||||\nOrder|управления|31.08.2021|259/1||||";
    reads(
        "Приказы управления от 30.12.2020 № 353, от 31.08.2021 № 259/1",
        two,
    );
    reads(
        "Приказы управления от 30.12.2020 № 353; от 31.08.2021 № 259/1",
        two,
    );
}

#[test]
fn a_title_that_speaks_of_orders_is_one_title() {
    reads(
        "Приказ управления от 30.12.2020 № 353 «Об отмене; приказ от 01.02.2019 № 5»",
        "Order|управления|30.12.2020|353|Об отмене; приказ от 01.02.2019 № 5|||",
    );
}

#[test]
fn a_title_may_stand_without_quotes() {
    reads(
        "Приказ Департамента Смоленской области от 30.06.2021 № 617-ОД О результатах мониторинга (школ), стр. 5",
        "Order|Департамента Смоленской области|30.06.2021|617-ОД|О результатах мониторинга (школ)||5|",
    );
}

#[test]
fn acts_without_date_number_or_title_are_acts() {
    reads(
        "Приказ Департамента от 16.04.2021 № 336-ОД",
        "Order|Департамента|16.04.2021|336-ОД||||",
    );
    reads(
        "Письма управления «Об организации мониторингов»",
        "Letters|управления|||Об организации мониторингов|||",
    );
    reads(
        "Аналитическая справка о результатах",
        "AnalyticalNote||||О результатах|||",
    );
    assert!(
        acts("Приказ Департамента от 16.04.2021 № 336-ОД")[0]
            .doubts
            .contains(&Doubt::Incomplete)
    );
}

#[test]
fn what_is_no_act_is_kept_in_its_own_words() {
    reads(
        "Экспертиза программ развития школ с 1 сентября",
        "Event||||Экспертиза программ развития школ с 1 сентября|||",
    );
    reads(
        "Управленческие решения по сопровождению",
        "Decisions||||Управленческие решения по сопровождению|||",
    );
    assert_eq!(
        acts("Сопровождение наставниками")[0].doubts,
        [Doubt::NoKind, Doubt::Incomplete]
    );
}

#[test]
fn the_number_of_a_school_is_not_that_of_the_act() {
    reads(
        "Приказ МБОУ СШ № 12 от 01.09.2021 № 15 «О плане»",
        "Order|МБОУ СШ № 12|01.09.2021|15|О плане|||",
    );
    reads(
        "Приказ МБОУ «СШ № 12» от 01.09.2021 № 15 «О плане»",
        "Order|МБОУ «СШ № 12»|01.09.2021|15|О плане|||",
    );
}

#[test]
fn the_body_may_stand_behind_the_number() {
    reads(
        "Письмо от 01.06.2021 № 15/328 управления образования «О школах»",
        "Letter|управления образования|01.06.2021|15/328|О школах|||",
    );
}

#[test]
fn what_else_stands_there_is_a_note() {
    reads(
        "Приказ управления от 30.12.2020 № 353 «О СОКО» стр. 3, раздел 2",
        "Order|управления|30.12.2020|353|О СОКО||3|раздел 2",
    );
    reads(
        "Приказ управления от 30.12.2020 № 353 «О СОКО» (приложение 2)",
        "Order|управления|30.12.2020|353|О СОКО|||приложение 2",
    );
}

#[test]
fn a_day_that_there_is_not_is_left_out_and_told() {
    let all = acts("Приказ управления от 31.02.2021 № 353 «О СОКО»");
    assert_eq!(told(&all[0]), "Order|управления||353|О СОКО|||");
    assert_eq!(
        all[0].doubts,
        [Doubt::NoSuchDate("31.02.2021".into()), Doubt::Incomplete]
    );
}

#[test]
fn a_link_is_kept_with_the_document() {
    let all =
        acts("Приказ управления от 30.12.2020 № 353 «О СОКО» https://smolensk.example/353.pdf");
    assert_eq!(all[0].document.link, "https://smolensk.example/353.pdf");
}

#[test]
fn the_level_is_guessed_from_the_body() {
    for (issuer, level) in [
        ("Администрации города Смоленска", DocumentLevel::Municipal),
        (
            "управления образования и молодежной политики Администрации города Смоленска",
            DocumentLevel::Municipal,
        ),
        (
            "Департамента Смоленской области по образованию и науке",
            DocumentLevel::Regional,
        ),
        (
            "Министерства образования Смоленской области",
            DocumentLevel::Regional,
        ),
        (
            "Министерства просвещения Российской Федерации",
            DocumentLevel::Federal,
        ),
        ("Рособрнадзора", DocumentLevel::Federal),
        (
            "Администрации муниципального образования «Сычёвский район» Смоленской области",
            DocumentLevel::Municipal,
        ),
        (
            "МБОУ «СШ № 12» города Смоленска",
            DocumentLevel::Organisation,
        ),
        ("", DocumentLevel::Municipal),
    ] {
        assert_eq!(level_of(issuer), level, "{issuer}");
    }
}

#[test]
fn kinds_are_known_by_their_first_words() {
    for (line, kind) in [
        (
            "Постановление Администрации от 11.03.2019 № 570-адм",
            DocumentKind::Resolution,
        ),
        (
            "распоряжение Администрации от 11.03.2019 № 5-р",
            DocumentKind::Directive,
        ),
        (
            "Протокол совещания от 11.03.2019 № 5",
            DocumentKind::Protocol,
        ),
        (
            "Информационное письмо управления от 11.03.2019 № 5",
            DocumentKind::Letter,
        ),
        ("Отчёт о работе за 2021 год", DocumentKind::ReportPaper),
        ("План мероприятий на 2021 год", DocumentKind::Plan),
        ("Положение о конкурсе", DocumentKind::Other),
        (
            "Решение городского Совета от 11.03.2019 № 5 «О бюджете»",
            DocumentKind::Decisions,
        ),
    ] {
        assert_eq!(acts(line)[0].document.kind, kind, "{line}");
    }
}
