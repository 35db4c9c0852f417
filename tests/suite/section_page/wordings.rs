//! Headings in another order and wording, numbering of every kind, lines that go on, what stands around a section.

use smotr::domain::evidence::Stage;
use smotr::exchange::section::page::{What, Why, read};

use super::{SEED, page, taken};

#[test]
fn headings_are_known_in_any_wording() {
    for (heading, stage) in [
        ("Цели и задачи", Stage::Goals),
        ("1. ЦЕЛИ", Stage::Goals),
        ("Наличие муниципальной цели и задач:", Stage::Goals),
        ("Наличие муниципальной цели и задач", Stage::Goals),
        ("2) Показатели", Stage::Indicators),
        ("Целевые показатели:", Stage::Indicators),
        ("Методы сбора и обработки информации", Stage::Methods),
        ("Мониторинг показателей", Stage::Monitoring),
        ("Наличие мониторинга показателей:", Stage::Monitoring),
        ("Анализ результатов мониторинга", Stage::Analysis),
        (
            "Наличие анализа результатов мониторинга показателей:",
            Stage::Analysis,
        ),
        (
            "Адресные рекомендации по результатам анализа:",
            Stage::Recommendations,
        ),
        ("Меры, мероприятия", Stage::Measures),
        ("– Управленческие решения", Stage::Decisions),
        ("Принятие управленческих решений:", Stage::Decisions),
        ("Анализ эффективности принятых мер:", Stage::Effectiveness),
    ] {
        let page = page(&format!("{heading}\n- по формированию резерва\n"));
        let stages: Vec<_> = page.asked().iter().map(|it| it.stage).collect();
        assert_eq!((stages, page.items.len()), (vec![stage], 2), "{heading}");
    }
}

#[test]
fn headings_may_come_in_any_order() {
    let page = page(
        "Меры, мероприятия\n- Наличие программы\nЦели\n- по резерву\nМеры\n- Наличие системы\n",
    );
    let stages: Vec<_> = page.asked().iter().map(|it| it.stage).collect();
    assert_eq!(stages, [Stage::Measures, Stage::Goals, Stage::Measures]);
}

#[test]
fn requirements_are_known_by_any_mark_and_without_one() {
    for mark in [
        "- ", "– ", "— ", "• ", "-", "* ", "1. ", "1) ", "2.1.3) ", "1.2. ", "1.2 ", "а) ", "",
    ] {
        let page = page(&format!(
            "Показатели:\n{mark}по резерву кадров;\n{mark}по условиям.\n"
        ));
        let words: Vec<_> = page.asked().iter().map(|it| it.words.to_owned()).collect();
        assert_eq!(words, ["по резерву кадров", "по условиям"], "{mark}");
    }
}

#[test]
fn a_requirement_that_says_what_is_there_needs_no_mark() {
    let page = page(
        "Адресные рекомендации:\nНаличие адресных рекомендаций, разработанных с учетом анализа\nНаличие методических материалов\n",
    );
    assert_eq!(taken(&page), ["stage", "requirement", "requirement"]);
}

#[test]
fn evidence_that_sounds_as_a_heading_is_evidence() {
    let page =
        page("Управленческие решения\n- Принятие управленческих решений\nУправленческие решения\n");
    assert_eq!(taken(&page), ["stage", "requirement", "citations"]);
}

#[test]
fn lines_that_go_on_are_one() {
    let page = page(
        "Цели:\n- по созданию условий для реализации\nосновных программ\nПриказ управления от 30.12.2020\n№ 353 «Об утверждении\nПоложения о СОКО»\nстр. 3-10\n",
    );
    assert_eq!(taken(&page), ["stage", "requirement", "citations"]);
    let asked = page.asked();
    assert_eq!(
        asked[0].words,
        "по созданию условий для реализации основных программ"
    );
    let cited = asked[0].cited[0].1;
    assert_eq!(
        (cited.document.title.as_str(), cited.pages.as_str()),
        ("Об утверждении Положения о СОКО", "3-10")
    );
    assert_eq!((page.items[2].first, page.items[2].last), (4, 7));
}

#[test]
fn documents_under_a_heading_prove_the_heading() {
    let page = page("Методы сбора\nПриказ управления от 30.12.2020 № 353 «О СОКО»\n");
    let asked = page.asked();
    assert_eq!((asked[0].words, asked[0].cited.len()), ("Методы сбора", 1));
}

#[test]
fn marked_orders_are_citations() {
    let page = page(
        "Методы сбора\nНаличие методов\n- Приказ управления от 30.12.2020 № 353 «О СОКО»\n2. Аналитическая справка о методах\n",
    );
    assert_eq!(
        taken(&page),
        ["stage", "requirement", "citations", "citations"]
    );
}

#[test]
fn said_that_nothing_proves_it_is_no_citation() {
    for said in [
        "нет свидетельства",
        "Нет свидетельства.",
        "—",
        "– нет",
        "Не имеется",
    ] {
        let page = page(&format!("Меры\n- Наличие программы\n{said}\n"));
        assert_eq!(taken(&page), ["stage", "requirement", "nothing"], "{said}");
    }
}

#[test]
fn two_acts_with_one_number_are_two_and_told() {
    let page = page(
        "Меры\n- Наличие программы\nПриказ управления от 30.12.2020 № 353 «А»\nПриказ управления от 30.12.2021 № 353 «Б»\n",
    );
    assert_eq!(
        (page.documents().len(), page.numbers_twice()),
        (2, vec!["353".to_owned()])
    );
}

#[test]
fn of_several_sections_the_one_asked_for_is_read() {
    let text = "1.2. Система работы со школами\nЦели\n- по школам\n2.1. Система мониторинга\nЦели\n- по кадрам\n";
    let words = |code: Option<&str>| {
        let page = read(text.as_bytes(), code).unwrap();
        page.asked()
            .iter()
            .map(|it| it.words.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(words(None), ["по школам"]);
    assert_eq!(words(Some("2.1")), ["по кадрам"]);
    let page = read(text.as_bytes(), None).unwrap();
    let other = page
        .items
        .iter()
        .filter(|it| it.what == What::Unread(Why::OtherSection));
    assert_eq!(other.count(), 3);
}

#[test]
fn what_stands_before_the_headings_is_told() {
    let page = page("Приложение 1 к письму\nУТВЕРЖДАЮ\nЦели\n- по кадрам\n");
    let unread: Vec<_> = page.unread().map(|(it, why)| (it.first, why)).collect();
    assert_eq!(unread, [(1, Why::BeforeHeadings), (2, Why::BeforeHeadings)]);
}

#[test]
fn figures_alone_are_told_by_line() {
    let page = page("Цели\n- по кадрам\n12\n");
    let unread: Vec<_> = page.unread().map(|(it, why)| (it.first, why)).collect();
    assert_eq!(unread, [(3, Why::NoWords)]);
}

#[test]
fn the_seed_is_the_same_in_any_line_ends() {
    let text = String::from_utf8(SEED.to_vec()).unwrap();
    for ends in ["\r\n", "\r", "\n\n", "\u{2028}", " \n\t"] {
        let page = page(&text.replace('\n', ends));
        let told: Vec<_> = page.items.iter().map(|it| it.what.clone()).collect();
        let seed: Vec<_> = read(SEED, None)
            .unwrap()
            .items
            .into_iter()
            .map(|it| it.what)
            .collect();
        assert_eq!(told, seed, "{ends:?}");
    }
}
