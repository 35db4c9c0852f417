//! `smotr sheet`: on paper as on the screen, and clear about whom it does not know.

use super::*;

#[test]
fn the_sheet_of_a_head_is_printed() {
    let (home, dir) = Home::with_demo();
    let said = home.at(&dir, &["sheet", "2025/26", "12"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(
        said.out.starts_with("ДЕМО\n\nОценочный лист · СШ № 12 · "),
        "{said:?}"
    );
    assert!(said.out.contains("\nОбщий индекс   "), "{said:?}");
    assert!(said.out.lines().all(|it| width(it) <= 80), "{said:?}");
    let by_name = home.at(&dir, &["sheet", "2025-26", "ерёмин"]);
    assert_eq!(by_name.out, said.out);
    for (period, whom, told) in [
        ("2025/26", "школа", "найдено несколько"),
        ("2025/26", "нетникого", "ничего не найдено"),
        ("1999", "12", "1999"),
    ] {
        let said = home.at(&dir, &["sheet", period, whom]);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.err.contains(told), "{said:?}");
    }
}
