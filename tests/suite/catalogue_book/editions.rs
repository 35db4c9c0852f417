//! Every edition that a store can hold goes out and comes back, in both formats; what a file cannot carry is said as it goes out.

use proptest::prelude::*;
use rust_decimal::Decimal;
use smotr::analysis::points::max_points;
use smotr::domain::catalogue::*;
use smotr::domain::ids::Timestamp;
use smotr::exchange::catalogue_book::sheets;
use smotr::exchange::catalogue_file::{self, Lost, lost};
use smotr::exchange::toml::Catalogue;
use smotr::exchange::workbook::{CellText, SheetOut};
use smotr::locale::{Lang, Locale};

use super::{cell, read};

/// What has become of an indicator.
#[derive(Clone, Debug)]
enum Fate {
    AsItWas,
    /// Retired, and its code is in use again.
    Twin(usize),
    /// Retired half made.
    HalfMade(Half),
    /// Scored by options, whatever its measure.
    Options(Vec<i64>),
    /// In use, with what no file takes.
    Refused(Fault),
}

#[derive(Clone, Copy, Debug)]
enum Half {
    Nameless,
    NoCode,
    NoWeight,
    NoBands,
    NoOptions,
    NoCap,
    NoFactor,
    FewPoints,
}

#[derive(Clone, Copy, Debug)]
enum Fault {
    Nameless,
    NoWeight,
    CodeTwice,
}

fn half() -> impl Strategy<Value = Half> {
    prop::sample::select(vec![
        Half::Nameless,
        Half::NoCode,
        Half::NoWeight,
        Half::NoBands,
        Half::NoOptions,
        Half::NoCap,
        Half::NoFactor,
        Half::FewPoints,
    ])
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        3 => Just(Fate::AsItWas),
        2 => (0..36_usize).prop_map(Fate::Twin),
        2 => half().prop_map(Fate::HalfMade),
        2 => prop::collection::vec(0..9_i64, 1..5).prop_map(Fate::Options),
    ]
}

fn fault() -> impl Strategy<Value = Fault> {
    prop::sample::select(vec![Fault::Nameless, Fault::NoWeight, Fault::CodeTwice])
}

fn part(title: &str) -> Part {
    Part {
        title: title.into(),
        base: None,
        whole: true,
    }
}

fn leave(it: &mut Indicator, half: Half) {
    it.retired = true;
    match half {
        Half::Nameless => (it.title, it.short) = (String::new(), String::new()),
        Half::NoCode => it.code = String::new(),
        Half::NoWeight => it.weight = Decimal::from(-1),
        Half::NoBands => it.scoring = Scoring::Bands(Vec::new()),
        Half::NoOptions => {
            let options = vec!["да".into()];
            it.measure = Measure::Choice { options };
            it.scoring = Scoring::Options(Vec::new());
        }
        Half::NoCap => {
            let max = Decimal::ZERO;
            it.scoring = Scoring::Direct { max };
        }
        Half::NoFactor => {
            it.measure = Measure::Ratio {
                numerator: part(""),
                denominator: part("всего"),
                factor: Decimal::ZERO,
            }
        }
        Half::FewPoints => {
            let options = ["да", "нет", "да"].map(str::to_owned).into();
            it.measure = Measure::Choice { options };
            it.scoring = Scoring::Options(vec![Decimal::ONE]);
        }
    }
}

/// The supplied catalogue after years of work, its second direction retired with the code of the first.
fn edition(fates: &[Fate]) -> Catalogue {
    let mut it = Catalogue::shipped().unwrap();
    let codes: Vec<String> = it.indicators.iter().map(|it| it.1.code.clone()).collect();
    for (at, (fate, (_, indicator))) in fates.iter().zip(&mut it.indicators).enumerate() {
        match fate {
            Fate::AsItWas => {}
            Fate::Twin(of) => {
                indicator.retired = true;
                indicator.code.clone_from(&codes[*of]);
            }
            Fate::HalfMade(half) => leave(indicator, *half),
            Fate::Options(points) => {
                // Of a choice there are no fewer than options: points that are not there yet are a fault of the file.
                let few = match &indicator.measure {
                    Measure::Choice { options } => options.len().saturating_sub(points.len()),
                    _ => 0,
                };
                let points = points.iter().copied().chain(std::iter::repeat_n(0, few));
                indicator.scoring = Scoring::Options(points.map(Decimal::from).collect());
            }
            Fate::Refused(Fault::Nameless) => indicator.title.clear(),
            Fate::Refused(Fault::NoWeight) => indicator.weight = Decimal::ZERO,
            Fate::Refused(Fault::CodeTwice) => {
                indicator
                    .code
                    .clone_from(&codes[if at == 0 { 1 } else { 0 }]);
            }
        }
    }
    it.directions[1].1.retired = true;
    it.directions[1].1.code = it.directions[0].1.code.clone();
    it.as_told()
}

/// Both files of an edition.
fn files(it: &Catalogue) -> [(&'static str, Vec<u8>); 2] {
    let book = catalogue_file::write_book(it, Timestamp(1)).unwrap();
    [("к.toml", it.write().into_bytes()), ("к.xlsx", book)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn an_edition_goes_out_and_comes_back(fates in prop::collection::vec(fate(), 36)) {
        let edition = edition(&fates);
        for (name, bytes) in files(&edition) {
            let told = |it: catalogue_file::FileError| it.say(&Locale::new(Lang::Ru));
            let read = catalogue_file::read(name, &bytes).map_err(told);
            prop_assert_eq!(read, Ok(edition.clone()), "{}", name);
            prop_assert_eq!(lost(&edition, name, &bytes), None);
        }
    }

    #[test]
    fn what_a_file_cannot_carry_is_said(
        mut fates in prop::collection::vec(fate(), 36),
        at in 2..36_usize,
        fault in fault(),
    ) {
        // What the fault is about stays in use.
        for it in [0, 1, at] {
            fates[it] = Fate::AsItWas;
        }
        fates[at] = Fate::Refused(fault);
        let edition = edition(&fates);
        for (name, bytes) in files(&edition) {
            let Some(Lost::Refused(error)) = lost(&edition, name, &bytes) else {
                return Err(TestCaseError::fail(name));
            };
            for lang in [Lang::Ru, Lang::En] {
                prop_assert!(!error.say(&Locale::new(lang)).is_empty());
            }
        }
    }
}

/// What a reader makes of a text beyond the format is told by its code.
#[test]
fn what_comes_back_otherwise_is_told_by_code() {
    let mut edition = Catalogue::shipped().unwrap();
    edition.indicators[4].1.title = " с пробелами по краям ".into();
    let [toml, book] = files(&edition);
    assert_eq!(lost(&edition, toml.0, &toml.1), None);
    let code = edition.indicators[4].1.code.clone();
    let told = lost(&edition, book.0, &book.1);
    assert_eq!(told, Some(Lost::Otherwise(vec![code])));
}

/// The supplied catalogue without 6.2, which is retired.
fn without_one() -> (Catalogue, usize) {
    let mut it = Catalogue::shipped().unwrap();
    let at = it.indicators.iter().position(|it| it.1.code == "6.2");
    let at = at.unwrap();
    it.indicators[at].1.retired = true;
    (it, at)
}

/// A decree gives 6.2 a new wording: whoever adds a row of its code takes no lines from the old one.
#[test]
fn a_code_that_is_used_again_takes_nothing_from_what_was_retired() {
    let (catalogue, at) = without_one();
    let mut sheets = sheets(&catalogue);
    let all = sheets
        .iter_mut()
        .find(|it| it.name == "Показатели")
        .unwrap();
    let mut new = all.rows[at].clone();
    let column = |title| all.columns.iter().position(|it| it.title == title).unwrap();
    new[column("№ записи")] = CellText::Empty;
    new[column("Больше не действует")] = CellText::text("нет");
    new[column("Краткое название")] = CellText::text("Новое");
    all.rows.push(new);
    let told = |sheets: &[SheetOut]| match read(sheets) {
        Err(error) => error.say(&Locale::new(Lang::Ru)).join("\n"),
        Ok(it) => panic!("{it:?}"),
    };
    assert!(
        told(&sheets).contains("нет строк шкалы"),
        "{}",
        told(&sheets)
    );
    let scales = sheets.iter_mut().find(|it| it.name == "Шкалы").unwrap();
    for (value, points) in [("до 50", 0), ("от 50", 9)] {
        let [code, short, value] = ["6.2", "Новое", value].map(CellText::text);
        (scales.rows).push(vec![code, short, value, CellText::Number(points.into())]);
    }
    let read = read(&sheets).unwrap();
    let of = |id: u32| read.indicators.iter().find(|it| it.0.0 == id).unwrap();
    let (old, new) = (&catalogue.indicators[at], of(37));
    assert_eq!(of(old.0.0), old);
    assert_eq!(new.1.code, "6.2");
    assert_eq!(max_points(&new.1.scoring), Some(Decimal::from(9)));
    assert!(new.1.wording.is_empty() && new.1.na_reasons.is_empty());
}

/// Whoever retires a row by hand leaves its lines as they are; where they are called by number as well, the code alone is doubted.
#[test]
fn what_was_retired_by_hand_keeps_its_lines() {
    let mut by_hand = sheets(&Catalogue::shipped().unwrap());
    *cell(&mut by_hand, ["Показатели", "6.2", "Больше не действует"]) = CellText::text("да");
    let (catalogue, at) = without_one();
    assert_eq!(read(&by_hand).unwrap(), catalogue);
    let mut sheets = sheets(&catalogue);
    let name = format!("6.2 № {}", catalogue.indicators[at].0.0);
    *cell(&mut sheets, ["Шкалы", &name, "Показатель"]) = CellText::text("6.2");
    let error = read(&sheets)
        .unwrap_err()
        .say(&Locale::new(Lang::Ru))
        .join("\n");
    let said = "а другие строки этого исключённого показателя подписаны «6.2»";
    assert!(error.contains(said) && error.contains(&name), "{error}");
}
