//! Every form as it looks at both sizes.

use super::*;

/// Pictures of the box of that title at both sizes, one file each; what lies behind it has pictures of its own.
fn pictures(name: &str, title: &str, mut stage: Stage) {
    for size in [(80, 24), (120, 36)] {
        stage.resize(size.0, size.1);
        stage.rest();
        let name = format!("followup_{name}_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, boxed(&stage.screen(), title));
    }
}

/// The part of a screen within the frame of that title.
fn boxed(screen: &str, title: &str) -> String {
    let lines: Vec<Vec<char>> = screen.lines().map(|it| it.chars().collect()).collect();
    let corner: Vec<char> = format!("┌ {title}").chars().collect();
    let (top, left) = (lines.iter().enumerate())
        .find_map(|(y, line)| {
            let at = line.windows(corner.len()).position(|it| it == corner)?;
            Some((y, at))
        })
        .unwrap_or_else(|| panic!("no box «{title}»:\n{screen}"));
    let right = left + lines[top][left..].iter().position(|it| *it == '┐').unwrap();
    let mut out = String::new();
    for line in &lines[top..] {
        out.extend(&line[left..=right]);
        out.push('\n');
        if line[left] == '└' {
            break;
        }
    }
    out
}

#[test]
fn a_recommendation_as_it_looks() {
    let mut stage = stage();
    stage.press("р<Ins> Определить наставников из числа педагогов высшей категории.⇥не менее трёх педагогов⇥15.12");
    pictures("recommendation", "Рекомендация", stage);
}

#[test]
fn recommendations_for_marked_rows_as_they_look() {
    let mut stage = stage();
    stage.press("ВрДо {порог} не хватает {не хватает}: составить план.⇥⇥ежеквартально до 5");
    pictures("recommendations_marked", "Рекомендации", stage);
}

#[test]
fn a_decision_as_it_looks() {
    let mut stage = stage();
    stage.press(DECISION.trim_end_matches("⏎"));
    stage.press("⇤⇤⇤⇤⇤⇤⇤");
    pictures("decision", "Управленческое решение", stage);
}

#[test]
fn an_act_being_looked_for_as_it_looks() {
    let mut stage = stage();
    stage.press("уО мерах⇥Доля ниже нормы⇥мон");
    pictures("act", "Управленческое решение", stage);
}

#[test]
fn a_report_as_it_looks() {
    let mut stage = signed();
    stage.press("чСтажировка проведена, справка прилагается.⇥⇥12/3⇥⇥→");
    pictures("report", "Отчёт", stage);
}

#[test]
fn steps_as_they_look() {
    let mut stage = sent();
    stage.press("Ш");
    pictures("steps", "рекомендация", stage);
}

#[test]
fn a_conflict_as_it_looks() {
    pictures("conflict", "Правка", edited_by_two());
}

#[test]
fn a_refusal_as_it_looks() {
    let mut stage = sent();
    stage.press("П01.12.2026⇥Болезнь<F2>");
    pictures("refusal", "Продлить", stage);
}
