//! `smotr reminder`: a letter, all letters, or the list; on paper as on the screen.

use super::*;

#[test]
fn the_reminder_is_printed_for_one_and_the_list_for_all() {
    let (home, dir) = Home::with_demo();
    let said = home.at(&dir, &["reminder", "2025/26", "9"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.starts_with("ДЕМО\n\nНапоминание · "), "{said:?}");
    assert!(said.out.contains("Организация:"), "{said:?}");
    assert!(said.out.lines().all(|it| width(it) <= 80), "{said:?}");
    let list = home.at(&dir, &["reminder", "2025/26", "--list"]);
    assert_eq!(list.code, 0, "{list:?}");
    assert!(list.out.contains("Не представили данные"), "{list:?}");
    let all = home.at(&dir, &["reminder", "2025/26"]);
    let letters = all.out.matches("Организация:").count();
    assert!(all.code == 0 && letters > 1, "{all:?}");
    assert_eq!(letters, all.out.matches("Напоминание · ").count());
    let nobody = home.at(&dir, &["reminder", "2025/26", "нетникого"]);
    assert_eq!(nobody.code, 1, "{nobody:?}");
}
