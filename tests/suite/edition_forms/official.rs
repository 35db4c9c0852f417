//! Tables as official papers print them, typed in as they stand: the editor points out each defect, and publishing waits for the faults.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{coded, draft};
use crate::support::stage::Stage;

/// What a paper prints, and what is said of it.
struct Paper {
    /// Numerator and denominator.
    formula: [&'static str; 2],
    /// What is said of the formula while it is typed; nothing of a good one.
    reversed: Option<&'static str>,
    lower_is_better: bool,
    rows: &'static [(&'static str, &'static str)],
    said: &'static [&'static str],
    /// Whether anything of it keeps the edition from being published.
    fault: bool,
}

const SHARE: [&str; 2] = ["с наставником", "все молодые педагоги"];

const PAPERS: [Paper; 8] = [
    // podelise.ru: «где 5,4?»
    Paper {
        formula: SHARE,
        reversed: None,
        lower_is_better: false,
        rows: &[
            ("0", "0"),
            ("0,1–5", "1"),
            ("6–10", "2"),
            ("11–15", "3"),
            (">15", "4"),
        ],
        said: &[
            "Строки 2 и 3: значение 5,4 не попадает ни в одну строку.",
            "Строки 3 и 4: значение 10,4 не попадает ни в одну строку.",
        ],
        fault: true,
    },
    Paper {
        formula: SHARE,
        reversed: None,
        lower_is_better: false,
        rows: &[
            ("до 40", "0"),
            ("40–59", "10"),
            ("60–79", "25"),
            ("80–100", "30"),
        ],
        said: &[
            "Строки 2 и 3: значение 59,4 не попадает ни в одну строку.",
            "Строки 3 и 4: значение 79,4 не попадает ни в одну строку.",
            "Строка 4: значение 101 выше неё и не попадает ни в одну строку.",
        ],
        fault: true,
    },
    // «Свыше» leaves its end to the row below, and so does the scale …
    Paper {
        formula: SHARE,
        reversed: None,
        lower_is_better: false,
        rows: &[("до 60", "0"), ("60–80", "1"), ("свыше 80", "2")],
        said: &["Замечаний нет."],
        fault: false,
    },
    // … and an end that two dashes claim is nobody's.
    Paper {
        formula: SHARE,
        reversed: None,
        lower_is_better: false,
        rows: &[("до 60", "0"), ("60–80", "1"), ("80 и выше", "2")],
        said: &["Строки 2 и 3: значение 80 попадает в обе, а баллы разные."],
        fault: true,
    },
    // kostrom-gov.ru: a plan can be outdone.
    Paper {
        formula: SHARE,
        reversed: None,
        lower_is_better: false,
        rows: &[("менее 95", "0"), ("от 95 до 100", "5")],
        said: &["Строка 2: значение 100 выше неё и не попадает ни в одну строку."],
        fault: true,
    },
    // topuch.com: each line is meant to begin where the one before ends.
    Paper {
        formula: SHARE,
        reversed: None,
        lower_is_better: true,
        rows: &[("до 3 %", "3"), ("до 5", "2"), ("до 10", "1"), (">10", "0")],
        said: &[
            "Строки 1 и 2: значение 0 попадает в обе, а баллы разные.",
            "Строки 2 и 3: значение 0 попадает в обе, а баллы разные.",
        ],
        fault: true,
    },
    // docs.cntd.ru/430574746: growth gives less than 100.
    Paper {
        formula: [
            "стоимость средств на начало периода",
            "стоимость средств на конец периода",
        ],
        reversed: Some("Числитель и знаменатель, похоже, переставлены: «начало» сверху, «конец»"),
        lower_is_better: false,
        rows: &[("менее 100", "0"), ("100–105", "7")],
        said: &[
            "Числитель и знаменатель, похоже, переставлены: «начало» сверху, «конец»",
            "Строка 2: значение 106 выше неё и не попадает ни в одну строку.",
        ],
        fault: true,
    },
    // sverdlovsk-gov.ru/doc/36512, 1.3: read literally, a fall gives no points; one value is a band of its own.
    Paper {
        formula: [
            "не посещали в прошлом периоде",
            "не посещали в отчётном периоде",
        ],
        reversed: Some(
            "Числитель и знаменатель, похоже, переставлены: «прошлом» сверху, «отчётном»",
        ),
        lower_is_better: true,
        rows: &[(">1", "0"), ("=1", "1"), ("<1", "2")],
        said: &["Числитель и знаменатель, похоже, переставлены: «прошлом» сверху, «отчётном»"],
        fault: false,
    },
];

/// The paper typed in as a new indicator of a draft, up to its scale.
fn typed(paper: &Paper) -> Stage {
    let mut stage = draft((120, 40));
    let [above, below] = paper.formula;
    stage.press(&format!(
        "↓А⇥Как в документе⇥Документ⇥⇥⇥1⇥⇥{above}⇥⇥⇥{below}"
    ));
    // Said as soon as the cursor leaves the formula, and before anything is recorded.
    stage.press("⇥⇥⇥⇥⇥⇥");
    match paper.reversed {
        Some(said) => stage.expect(said),
        None => stage.expect_not("переставлены"),
    };
    if paper.lower_is_better {
        stage.press("→").expect("меньше — лучше");
    }
    stage.press("<F2>").rest();
    stage.press("ш").expect("┌ Шкала · 1.7 Документ");
    for (n, (values, points)) in paper.rows.iter().enumerate() {
        if n > 0 {
            stage.press("⏎");
        }
        // «<1» would be the name of a key in the notation of these tests.
        for c in values.chars() {
            stage.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        }
        stage.press(&format!("⇥{points}"));
    }
    stage
}

#[test]
fn each_defect_of_an_official_paper_is_pointed_out_as_it_is_typed() {
    for paper in &PAPERS {
        let mut stage = typed(paper);
        for said in paper.said {
            stage.expect(said);
        }
        // It is kept as printed, and the list of what keeps the edition from being published leads back to it.
        stage.press("<F2>").rest();
        let scale = format!("{:?}", coded(&stage.state, "1.7").1.scoring);
        assert_eq!(scale.starts_with("Printed"), paper.fault, "{scale}");
        stage.press("Ю").rest();
        stage.expect("Замечания");
        if paper.fault {
            stage.expect("1.7 Документ");
            // A remark may stay out of the bands that a table becomes; a fault stays with the table.
            let first = paper.said.iter().find(|it| it.starts_with("Стро"));
            stage.expect(first.unwrap());
        }
    }
}

#[test]
fn one_key_mends_what_can_be_mended() {
    for paper in PAPERS.iter().filter(|it| it.fault) {
        let mut stage = typed(paper);
        stage.press("<F4>");
        // The end of a table is for the department to say, unless it is that of a share: 80–100 is all that lies above 80.
        let ends_at_whole = (paper.rows.last()).is_some_and(|it| it.0.ends_with("–100"));
        let left = (paper.said.iter()).find(|it| it.contains("выше неё"));
        match left.filter(|_| !ends_at_whole) {
            Some(left) => stage.expect("вручную. Строка").expect(left),
            None => stage.expect_not("ошибка:"),
        };
    }
}
