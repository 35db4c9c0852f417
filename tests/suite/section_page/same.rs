//! One act written two ways is one; two acts are two.

use chrono::NaiveDate;
use smotr::domain::evidence::{Document, DocumentKind, DocumentLevel, DocumentStatus};
use smotr::domain::same_act::{Likeness, likeness, same_act};

fn order(day: u32, number: &str, title: &str) -> Document {
    Document {
        kind: DocumentKind::Order,
        issuer: "управления образования Администрации города".into(),
        level: DocumentLevel::Municipal,
        date: NaiveDate::from_ymd_opt(2021, 6, day),
        number: number.into(),
        title: title.into(),
        redaction: None,
        status: DocumentStatus::InForce,
        link: String::new(),
    }
}

#[test]
fn the_spelling_of_a_number_and_a_title_makes_no_other_act() {
    let one = order(30, "617-ОД", "О результатах «учёта»");
    assert!(same_act(
        &one,
        &order(30, "617 – од", "о результатах учета")
    ));
    assert!(same_act(&one, &order(30, "617-OД", "")));
}

#[test]
fn another_day_or_number_is_another_act() {
    let one = order(30, "353", "О плане");
    assert_eq!(
        likeness(&one, &order(29, "353", "О плане")),
        Likeness::Apart
    );
    assert_eq!(
        likeness(&one, &order(30, "354", "О плане")),
        Likeness::Apart
    );
}

#[test]
fn the_body_may_be_named_in_short() {
    let short = Document {
        issuer: "управления образования".into(),
        ..order(30, "353", "")
    };
    assert!(same_act(&order(30, "353", "О плане"), &short));
}

#[test]
fn another_body_has_numbers_of_its_own() {
    let regional = Document {
        issuer: "Департамента Смоленской области".into(),
        level: DocumentLevel::Regional,
        ..order(30, "353", "О другом")
    };
    assert_eq!(
        likeness(&order(30, "353", "О плане"), &regional),
        Likeness::Apart
    );
}

#[test]
fn what_lacks_a_requisite_is_asked_about() {
    let whole = order(30, "353", "О плане");
    let dateless = Document {
        date: None,
        ..whole.clone()
    };
    let bare = Document {
        date: None,
        number: String::new(),
        ..whole.clone()
    };
    assert_eq!(likeness(&whole, &dateless), Likeness::Perhaps);
    assert_eq!(likeness(&whole, &bare), Likeness::Perhaps);
    assert_eq!(likeness(&bare, &bare.clone()), Likeness::Same);
}

#[test]
fn another_kind_is_another_document() {
    let letter = Document {
        kind: DocumentKind::Letter,
        ..order(30, "353", "О плане")
    };
    assert_eq!(
        likeness(&order(30, "353", "О плане"), &letter),
        Likeness::Apart
    );
}
