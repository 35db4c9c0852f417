//! Rules in both files of a catalogue: what an edition says of them goes out and comes in again, and what is wrong is told.

use smotr::domain::ids::Timestamp;
use smotr::domain::rule::{Importance, Rule, RuleKind};
use smotr::exchange::catalogue_file::{self, lost};
use smotr::exchange::toml::{Catalogue, Problem};

use super::faults::one;
use smotr::exchange::workbook::CellText;

/// The supplied catalogue that says something of every rule.
fn with_rules() -> Catalogue {
    let rules = RuleKind::ALL.into_iter().zip(1_usize..);
    Catalogue {
        rules: rules
            .map(|(kind, n)| {
                let rule = Rule {
                    importance: Importance::ALL[n % 4],
                    threshold: kind
                        .usual_threshold()
                        .map(|it| it + rust_decimal::Decimal::ONE),
                    instruction: ["", "Сверить с ОО-1"][n % 2].to_owned(),
                };
                (kind, rule)
            })
            .collect(),
        ..Catalogue::shipped().unwrap()
    }
}

#[test]
fn rules_go_out_and_come_back() {
    let edition = with_rules().as_told();
    let book = catalogue_file::write_book(&edition, Timestamp(1)).unwrap();
    for (name, bytes) in [("к.toml", edition.write().into_bytes()), ("к.xlsx", book)] {
        let read = catalogue_file::read(name, &bytes).unwrap();
        assert_eq!(read.rules, edition.rules, "{name}");
        assert_eq!(lost(&edition, name, &bytes), None);
    }
}

#[test]
fn a_rule_without_its_number_has_the_usual_one() {
    let text = format!(
        "{}\n[[rules]]\nrule = \"jump\"\nimportance = \"high\"\n",
        Catalogue::shipped().unwrap().write()
    );
    let read = Catalogue::read("а.toml", &text).unwrap();
    let rule = Rule {
        importance: Importance::High,
        ..RuleKind::Jump.usual()
    };
    assert_eq!(read.rules, [(RuleKind::Jump, rule)]);
}

#[test]
fn what_is_wrong_with_a_rule_is_told() {
    let text = |rule: &str| {
        format!(
            "{}\n[[rules]]\nrule = \"jump\"\nimportance = \"high\"\n[[rules]]\n{rule}\n",
            Catalogue::shipped().unwrap().write()
        )
    };
    let fault = |rule: &str| {
        let error = Catalogue::read("а.toml", &text(rule)).unwrap_err();
        (error.field, error.problem)
    };
    let (field, problem) = fault("rule = \"jump\"\nimportance = \"low\"");
    assert_eq!(field, "rules: rule");
    assert!(matches!(problem, Problem::Duplicate { .. }), "{problem:?}");
    let (field, problem) = fault("rule = \"outlier\"\nimportance = \"важно\"");
    assert_eq!(field, "rules outlier: importance");
    assert!(matches!(problem, Problem::NotOneOf { .. }), "{problem:?}");
    let (field, problem) = fault("rule = \"copied\"\nimportance = \"low\"\nlimit = 1");
    assert_eq!(
        (field.as_str(), problem),
        ("rules copied: limit", Problem::Unknown)
    );
    let (field, problem) = fault("rule = \"unfit\"\nimportance = \"low\"\nthreshold = 1");
    assert_eq!(
        (field.as_str(), problem),
        ("rules unfit: threshold", Problem::Unknown)
    );
    let (field, _) = fault("rule = \"outlier\"\nimportance = \"low\"\nthreshold = 0");
    assert_eq!(field, "rules outlier: threshold");

    let row = |rule: &'static str, importance: &'static str| {
        move |sheets: &mut Vec<smotr::exchange::workbook::SheetOut>| {
            let sheet = sheets.iter_mut().find(|it| it.name == "Правила проверки");
            let row = [rule, importance, "", ""].map(|it| match it {
                "" => CellText::Empty,
                text => CellText::text(text),
            });
            sheet.unwrap().rows.push(row.into());
        }
    };
    one(
        row("скачок вверх", "высокая"),
        &["лист «Правила проверки», ячейка A2", "«скачок вверх»"],
    );
    one(
        row("часть больше целого", "очень"),
        &["ячейка B2", "«очень»"],
    );
}
