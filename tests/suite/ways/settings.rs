//! The settings of the store.

use super::*;

#[test]
fn the_municipality_is_named_and_comes_back_with_undo() {
    let mut stage = stage();
    stage.press("щнастройки⏎").expect("г. Приозёрск");
    stage.press(&format!("{}Приозёрский район⏎⏎", erase(12)));
    let named = |stage: &Stage| {
        let it = stage.state.settings.as_ref().unwrap();
        (it.municipality.clone(), it.demo)
    };
    assert_eq!(named(&stage), ("Приозёрский район".into(), false));
    stage
        .press("Л")
        .expect("Приозёрский район\nсмотр · учебный год 2025/26")
        .press("⎋");
    stage.press("о");
    assert_eq!(named(&stage), ("г. Приозёрск".into(), false));
}

#[test]
fn no_name_is_refused_and_the_form_stays() {
    let mut stage = stage();
    stage
        .press(&format!("щнастройки⏎{}<F2>", erase(12)))
        .expect("Записать изменения")
        .expect("муниципалитет");
    assert_eq!(stage.commits.len(), before());
}

#[test]
fn what_was_typed_is_kept_over_esc_and_a_restart() {
    let mut stage = stage();
    stage.press("щнастройки⏎<End>и район⎋").rest();
    stage
        .reopen()
        .press("щнастройки⏎")
        .expect("г. Приозёрски район");
}

#[test]
fn whoever_may_not_is_told_so() {
    stage_of(BELOVA)
        .press("щнастройки⏎")
        .expect("нужна роль «администратор»");
}
