//! The section on paper: what the page says goes out as it came in, in every format.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use smotr::domain::cycle::RoundState;
use smotr::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use smotr::domain::ids::{RequirementId, RoundId};
use smotr::domain::state::State;
use smotr::exchange::section::page::{Cited, Page, level_of, read_text};
use smotr::exchange::section::{Format, page, write};
use smotr::locale::{Lang, Locale};
use smotr::report::section::{Asked, Paper, cited, markdown, paper, text};

use crate::section_page::SEED;
use crate::support::demo;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn paper_of(state: &State) -> Paper {
    let locale = Locale::new(Lang::Ru);
    let round = *state.rounds.keys().next().unwrap();
    let asked = Asked {
        locale: &locale,
        state,
        round,
        today: day(),
    };
    paper(&asked).unwrap()
}

fn state() -> State {
    demo::store().state.clone()
}

fn document(state: &mut State, number: &str, change: impl Fn(&mut Document)) {
    let all = Arc::make_mut(&mut state.documents);
    let it = all.values_mut().find(|it| it.number == number).unwrap();
    change(&mut it.body);
}

/// What the requirements of a page are and what proves them.
/// A requirement's words, and the documents cited for it with pages and note.
type Said = (String, Vec<(Document, String, String)>);

fn said(page: &Page) -> Vec<Said> {
    let cited = |it: &Cited| (it.document.clone(), it.pages.clone(), it.note.clone());
    let asked = page.asked();
    let all = asked.iter().map(|it| {
        let own = it.cited.iter().map(|(_, it)| cited(it)).collect();
        (it.words.to_owned(), own)
    });
    all.collect()
}

#[test]
fn the_text_has_every_requirement_and_every_citation_of_the_seed_in_its_order() {
    let out = text(&paper_of(&state()));
    let back = read_text(&out, None).unwrap();
    assert_eq!(said(&back), said(&page::read(SEED, None).unwrap()));
    assert_eq!(back.unread().count(), 0);
}

#[test]
fn the_lines_of_the_seed_are_printed_in_one_style() {
    let out = text(&paper_of(&state()));
    for line in [
        "2.1. Система мониторинга эффективности руководителей образовательных организаций",
        "- по обеспечению качества подготовки обучающихся",
        "Приказ управления образования и молодежной политики Администрации города Смоленска от 30.12.2020 № 353 «Об утверждении Положения о муниципальной системе оценки качества образования г. Смоленска» стр. 3-10",
        "Приказ Департамента Смоленской области по образованию и науке от 16.04.2021 № 336-ОД",
        "Аналитическая справка о результатах мониторинга эффективности руководителей общеобразовательных организаций города Смоленска",
        "Экспертиза программ развития образовательных организаций",
        "Управленческие решения по сопровождению школ с низкими результатами обучения",
        "Оценочный раунд 2026 года, по состоянию на 30.11.2026",
        "ДЕМО: данные вымышлены",
    ] {
        assert!(out.lines().any(|it| it == line), "{line}\n{out}");
    }
    let version = "№ 1427-адм (ред. от 20.11.2019) «О проведении аттестации";
    assert_eq!(
        out.matches(version).count(),
        4,
        "three citations and the list"
    );
}

#[test]
fn six_requirements_say_that_nothing_proves_them() {
    let out = text(&paper_of(&state()));
    assert_eq!(
        out.lines().filter(|it| *it == "Нет свидетельства.").count(),
        6
    );
}

#[test]
fn the_self_assessment_comes_to_twenty_six_of_thirty_two() {
    let it = paper_of(&state()).assessment;
    assert_eq!(
        (
            it.total.points.as_str(),
            it.total.max.as_str(),
            it.parts.len()
        ),
        ("26", "32", 9)
    );
    let rows = it.parts.iter().map(|it| it.rows.len()).sum::<usize>();
    assert_eq!(rows, 32);
    assert_eq!(it.parts[6].sum.points, "2");
}

#[test]
fn points_given_by_hand_and_what_does_not_apply_are_in_the_sum() {
    let mut state = state();
    let all = Arc::make_mut(&mut state.requirements);
    all.get_mut(&RequirementId(1)).unwrap().body.points = Some("0.5".parse().unwrap());
    all.get_mut(&RequirementId(25)).unwrap().body.inapplicable = "конкурсы проводит область".into();
    let paper = paper_of(&state);
    let it = &paper.assessment;
    assert_eq!(
        (it.total.points.as_str(), it.total.max.as_str()),
        ("25,5", "31")
    );
    let out = text(&paper);
    assert!(
        out.contains("\nНе применяется: конкурсы проводит область\n"),
        "{out}"
    );
    assert_eq!(said(&read_text(&out, None).unwrap()).len(), 32);
}

#[test]
fn a_repealed_document_is_told_and_gives_no_points() {
    let mut state = state();
    document(&mut state, "348", |it| {
        it.status = DocumentStatus::Repealed {
            by: "приказ от 01.09.2026 № 12".into(),
            on: NaiveDate::from_ymd_opt(2026, 9, 1),
        }
    });
    let it = paper_of(&state);
    assert_eq!(it.assessment.total.points, "25");
    let told = it.listing.rows.iter().find(|it| it.uses == "29").unwrap();
    assert_eq!(
        told.remarks,
        "утратил силу: приказ от 01.09.2026 № 12, с 01.09.2026"
    );
}

#[test]
fn the_list_tells_where_a_document_is_cited() {
    let it = paper_of(&state()).listing;
    assert_eq!(it.rows.len(), 12);
    let regional = it
        .rows
        .iter()
        .find(|it| it.line.contains("617-ОД"))
        .unwrap();
    assert_eq!(regional.uses, "12, 13, 14, 15, 16, 17, 18, 19, 20, 21");
    assert!(it.rows[0].line.contains("28.07.2011"), "the oldest first");
    assert_eq!(
        it.rows
            .iter()
            .filter(|it| it.remarks == "неполные реквизиты")
            .count(),
        5
    );
}

#[test]
fn a_round_that_was_sent_says_when_and_speaks_of_that_day() {
    let mut state = state();
    let sent = NaiveDate::from_ymd_opt(2026, 9, 15).unwrap();
    let rounds = Arc::make_mut(&mut state.rounds);
    rounds.get_mut(&RoundId(1)).unwrap().body.state = RoundState::Submitted {
        on: sent,
        number: "01-21/1458".into(),
    };
    let above = paper_of(&state).above;
    assert_eq!(
        above,
        [
            "Оценочный раунд 2026 года, по состоянию на 15.09.2026",
            "Отправлен: исх. №\u{a0}01-21/1458 от 15.09.2026"
        ]
    );
}

#[test]
fn what_a_record_says_is_no_markup() {
    let mut state = state();
    document(&mut state, "353", |it| {
        it.title = "О <script>alert(1)</script> & *системе* | [оценки](x)".into();
        it.link = "javascript:alert(1)".into();
    });
    document(&mut state, "348", |it| {
        it.link = "https://example.org/a?b=1&c=\"><script>".into()
    });
    let paper = paper_of(&state);
    let html = String::from_utf8(write(Format::Html, &paper, DateTime::<Utc>::UNIX_EPOCH).unwrap())
        .unwrap();
    assert!(
        !html.contains("<script>") && !html.contains("javascript:"),
        "{html}"
    );
    assert!(html.contains("&lt;script&gt;"));
    let text = markdown(&paper);
    assert!(
        text.contains(r"О \<script\>alert(1)\</script\> \& \*системе\* \| \[оценки\](x)"),
        "{text}"
    );
}

#[test]
fn a_link_of_the_web_is_a_link() {
    let mut state = state();
    document(&mut state, "348", |it| {
        it.link = "https://example.org/348.pdf".into()
    });
    let paper = paper_of(&state);
    let html = String::from_utf8(write(Format::Html, &paper, DateTime::<Utc>::UNIX_EPOCH).unwrap())
        .unwrap();
    assert_eq!(
        html.matches("<a href=").count(),
        2,
        "at its citation and in the list"
    );
    assert!(
        !html.contains("src=") && !html.contains("@import"),
        "loads nothing"
    );
    assert_eq!(
        markdown(&paper)
            .matches("](<https://example.org/348.pdf>)")
            .count(),
        2
    );
}

/// The parts of a document by their names.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_document_says_who_made_it_and_when() {
    let made = DateTime::parse_from_rfc3339("2026-11-30T12:00:00Z")
        .unwrap()
        .to_utc();
    let bytes = write(Format::Docx, &paper_of(&state()), made).unwrap();
    let about = part(&bytes, "docProps/core.xml");
    assert!(
        about.contains("<dc:creator>smotr</dc:creator>") && !about.contains("unknown"),
        "{about}"
    );
    assert_eq!(about.matches("2026-11-30T12:00:00Z").count(), 2, "{about}");
}

#[test]
fn the_document_has_every_line_of_the_section() {
    let paper = paper_of(&state());
    let bytes = write(Format::Docx, &paper, DateTime::<Utc>::UNIX_EPOCH).unwrap();
    let document = part(&bytes, "word/document.xml");
    let cited = paper
        .stages
        .iter()
        .flat_map(|it| &it.asked)
        .flat_map(|it| &it.cited);
    for it in cited {
        assert!(document.contains(&it.line), "{}", it.line);
    }
    assert_eq!(document.matches("Нет свидетельства.").count(), 6);
    assert_eq!(
        document.matches("<w:tblHeader />").count(),
        2,
        "both tables"
    );
}

#[test]
fn the_document_is_sound_whatever_a_record_says() {
    let mut state = state();
    document(&mut state, "353", |it| {
        it.title = "a\u{1}\u{b}\u{ffff}<w:tbl>&\"\n\u{0}б".into()
    });
    let bytes = write(Format::Docx, &paper_of(&state), DateTime::<Utc>::UNIX_EPOCH).unwrap();
    let xml = part(&bytes, "word/document.xml");
    assert!(!xml.contains(['\u{0}', '\u{1}', '\u{b}', '\u{ffff}']));
    assert!(xml.contains("&lt;w:tbl&gt;&amp;"), "the text is there");
    let mut reader = quick_xml::Reader::from_str(&xml);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
}

#[test]
fn a_section_without_documents_says_so() {
    let mut state = state();
    Arc::make_mut(&mut state.citations).clear();
    let paper = paper_of(&state);
    assert_eq!(paper.listing.none, "Документов нет.");
    for (_, format) in Format::ALL {
        assert!(
            !write(format, &paper, DateTime::<Utc>::UNIX_EPOCH)
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn formats_are_known_by_their_endings() {
    for (name, format) in [
        ("DOCX", Some(Format::Docx)),
        ("txt", Some(Format::Text)),
        ("htm", Some(Format::Html)),
        ("pdf", None),
    ] {
        assert_eq!(Format::named(name), format, "{name}");
    }
}

/// Documents as they are kept: every kind, with and without each requisite.
fn documents() -> impl Strategy<Value = Document> {
    let kinds = [
        DocumentKind::Resolution,
        DocumentKind::Directive,
        DocumentKind::Order,
        DocumentKind::Letter,
        DocumentKind::Letters,
        DocumentKind::Protocol,
        DocumentKind::AnalyticalNote,
        DocumentKind::Event,
        DocumentKind::Decisions,
    ];
    let issuers = [
        "управления образования Администрации города Смоленска",
        "Департамента Смоленской области",
        "МБОУ «СШ № 12»",
    ];
    let titles = [
        "О результатах мониторинга",
        "Об утверждении «Дорожной карты» на год",
        "О приказе от 01.02.2020 № 5; приказ и письмо",
        "Об учёте (временном) стр. 5",
        "",
    ];
    let numbers = ["570-адм", "259/1", "617-ОД", "15/328", "01-21/1458", ""];
    let days =
        (0..4_000_i64).prop_map(|it| day().checked_sub_days(chrono::Days::new(it.unsigned_abs())));
    (
        prop::sample::select(kinds.to_vec()),
        prop::sample::select(issuers.to_vec()),
        prop::option::of(days),
        prop::sample::select(numbers.to_vec()),
        prop::sample::select(titles.to_vec()),
        any::<bool>(),
    )
        .prop_map(|(kind, issuer, date, number, title, redacted)| {
            let bare = matches!(kind, DocumentKind::Event | DocumentKind::Decisions);
            let title = match (kind, title) {
                (DocumentKind::Event, _) => "Экспертиза программ развития",
                (DocumentKind::Decisions, _) => "Управленческие решения по сопровождению школ",
                (_, title) => title,
            };
            let issuer = if bare { "" } else { issuer };
            let redaction = NaiveDate::from_ymd_opt(2020, 1, 31).filter(|_| redacted && !bare);
            Document {
                kind,
                issuer: issuer.into(),
                level: if bare {
                    DocumentLevel::Municipal
                } else {
                    level_of(issuer)
                },
                date: date.flatten().filter(|_| !bare),
                number: if bare { String::new() } else { number.into() },
                title: title.into(),
                redaction,
                status: DocumentStatus::InForce,
                link: String::new(),
            }
        })
}

proptest! {
    /// What is printed is read again as the same.
    #[test]
    fn a_citation_comes_back_as_it_was(document in documents(), pages in prop::sample::select(vec!["", "5", "4-17, 62-64"]), note in prop::sample::select(vec!["", "приложение 2"])) {
        let line = cited::citation(&Locale::new(Lang::Ru), &document, pages, note);
        let page = read_text(&format!("Методы\n- Наличие методов\n{line}\n"), None).unwrap();
        let back = &said(&page)[0].1;
        prop_assert_eq!(back, &vec![(document, pages.to_owned(), note.to_owned())], "{}", line);
    }
}
