//! The rules of an edition by keys: seen in each, changed in a working one, as usual again, compared, and looked over.

use smotr::domain::command::{Command, PutRule, Seen};
use smotr::domain::record::Key;
use smotr::domain::rule::{Importance, Rule, RuleKind};
use smotr::domain::soundness::{Trouble, problems};

use super::undone::with_colleague;
use super::{draft, last};
use crate::support::demo;
use crate::support::stage::Stage;

/// The rules of the edition made last, from its tree on.
fn rules(mut stage: Stage) -> Stage {
    stage.press("⎋⎋<End>↑⏎⏎").expect("Правила проверки");
    stage
}

fn rule(stage: &Stage, kind: RuleKind) -> Rule {
    stage.state.rule(last(&stage.state).0, kind)
}

#[test]
fn every_rule_is_told_with_what_it_looks_for() {
    let mut stage = rules(draft((120, 36)));
    for kind in RuleKind::ALL {
        stage.rest().expect("Ищет ").expect("что делать");
        let (edition, _) = last(&stage.state);
        assert_eq!(stage.app.catalogue.key(), Some(Key::Rule(edition, kind)));
        stage.press("↓");
    }
}

#[test]
fn a_threshold_and_an_importance_are_written_and_taken_back() {
    let mut stage = rules(draft((120, 36)));
    stage.press("фскачок⏎").rest();
    stage
        .expect("20 п.п.")
        .press("<F2>")
        .expect("обычно 20 п.п.");
    stage.press("→⇥15⇥Сверьте с отчётом<F2>").rest();
    let put = rule(&stage, RuleKind::Jump);
    assert_eq!(put.importance, Importance::Low);
    assert_eq!(put.threshold, Some(15.into()));
    // What it usually says stands there to be gone on with.
    assert!(put.instruction.ends_with("Сверьте с отчётом"), "{put:?}");
    assert!(put.instruction.len() > 40, "{put:?}");
    // It reads as another threshold, not as a new record.
    stage
        .expect("важность: средняя → низкая; порог: 20 → 15")
        .expect("15 п.п.")
        .expect("средняя, 20 п.п.");
    stage.press("о").rest();
    assert_eq!(rule(&stage, RuleKind::Jump), RuleKind::Jump.usual());
    stage.press("О").rest();
    stage.press("Ж").rest();
    assert_eq!(rule(&stage, RuleKind::Jump), RuleKind::Jump.usual());
    stage.press("Ж").expect("Правило и так обычное");
}

#[test]
fn what_cannot_be_a_threshold_stays_in_the_form() {
    let mut stage = rules(draft((120, 36)));
    stage.press("фвыброс⏎<F2>⇥0<F2>").expect("Порог больше 0");
    stage.press("<F2>").expect("Порог больше 0");
    stage.press("⌫⌫⌫").press("<F2>").expect("Не заполнено");
    stage.press("3,0<F2>").rest();
    assert_eq!(rule(&stage, RuleKind::Outlier).threshold, Some(3.into()));
    // A rule without a number asks for none.
    stage.press("⎋фдокумент⏎<F2>").expect_not("Порог");
}

#[test]
fn those_of_a_published_edition_are_only_read() {
    let mut stage = demo::stage((120, 36));
    stage.press("<F8><End>↑⏎<End>⏎").rest();
    stage.expect("Ищет ").expect_not("F2 править");
    stage.press("<F2>").expect("Редакция опубликована");
    stage.press("Ж").expect("Редакция опубликована");
}

#[test]
fn editions_are_compared_by_their_rules_too() {
    let mut stage = rules(draft((120, 36)));
    stage.press("фскачок⏎<F2>⇥15<F2>").rest();
    stage
        .press("Э")
        .expect("Правила проверки: изменено — 1")
        .expect("порог: 20 → 15");
    // Enter leads to the rule of that edition.
    stage.press("<End>⏎").rest();
    let key = Key::Rule(last(&stage.state).0, RuleKind::Jump);
    assert_eq!(stage.app.catalogue.key(), Some(key), "{}", stage.screen());
    stage.press_and_rest("ж");
    stage.expect("Другие правила проверки: скачок к прошлому периоду");
}

#[test]
fn rules_that_find_nothing_or_are_off_are_worth_a_look() {
    let mut stage = rules(draft((120, 36)));
    stage.press("фбольше целого⏎<F2>→→→").rest();
    stage.expect("Правило выключено: такие ошибки не остановят");
    stage.press("<F2>").rest();
    stage.press("⎋фскачок⏎<F2>⇥100<F2>").rest();
    stage.press("⎋фвыброс⏎<F2>⇥0,5<F2>").rest();
    stage.press("⎋фповтор⏎<F2>⇥90<F2>").rest();
    let edition = last(&stage.state).0;
    let found = problems(&stage.state, edition).into_iter();
    let found: Vec<_> = found
        .filter_map(|it| match it.key {
            Key::Rule(_, kind) => Some((kind, it.what.clone(), it.is_fault())),
            _ => None,
        })
        .collect();
    let wanted = [
        (RuleKind::MoreThanWhole, Trouble::RuleOff, false),
        (RuleKind::Jump, Trouble::FindsNothing, false),
        (RuleKind::Outlier, Trouble::FindsTooMuch, false),
        (RuleKind::Copied, Trouble::FindsNothing, false),
    ];
    assert_eq!(found, wanted);
    // From the list of remarks Enter leads into the form of the rule, to its field.
    stage.press("⎋М").expect("Правило выключено");
    stage.press("<End>⏎").expect("Порог").expect("90");
}

#[test]
fn two_admins_at_one_rule_choose() {
    let (stage, by) = with_colleague();
    let mut stage = rules(stage);
    stage.press("фскачок⏎<F2>⇥15");
    let edition = last(&stage.state).0;
    let put = PutRule {
        edition,
        kind: RuleKind::Jump,
        seen: Seen::Absent,
        rule: Rule {
            threshold: Some(25.into()),
            ..RuleKind::Jump.usual()
        },
    };
    stage.other(by, Command::PutRule(put)).unwrap();
    stage.press("<F2>").rest();
    stage.expect("15").expect("25");
    assert_eq!(rule(&stage, RuleKind::Jump).threshold, Some(25.into()));
}
