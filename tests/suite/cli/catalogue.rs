//! `smotr catalogue`: out, in, and what is wrong with it.

use std::fs;

use super::Home;

#[test]
fn a_catalogue_goes_out_is_changed_by_hand_and_comes_in_as_a_working_edition() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("c.toml");
    let name = file.to_str().unwrap();
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 1 · опубликована · 36 показателей");
    home.at(&dir, &["catalogue", "export", name])
        .check(0, "c.toml");
    home.at(&dir, &["catalogue", "export", name])
        .check(1, "уже есть");
    home.at(&dir, &["catalogue", "export", name, "--replace"])
        .check(0, "c.toml");
    let text = fs::read_to_string(&file).unwrap();
    home.at(&dir, &["catalogue", "export"])
        .check(0, text.lines().nth(20).unwrap());
    let text = text.replacen("weight = 20", "weight = 25", 1);
    fs::write(&file, &text).unwrap();
    let shown = home.at(&dir, &["catalogue", "import", name]);
    shown.check(0, "Веса направлений в сумме 105, а должно быть 100.");
    shown.check(0, "Ничего не записано.");
    home.at(&dir, &["catalogue", "import", name, "--yes"])
        .check(0, "каталог, ред. 2");
    home.at(&dir, &["catalogue", "list"])
        .check(0, "ред. 2 · рабочая");
    home.at(&dir, &["catalogue", "check"]).check(1, "105");
    home.at(&dir, &["catalogue", "check", "1"]).check(0, "");
    home.at(&dir, &["catalogue", "import", name, "--into", "2", "--yes"])
        .check(1, "");
    home.at(&dir, &["catalogue", "import", name, "--into", "1"])
        .check(1, "опубликована");
    home.at(&dir, &["catalogue", "check", "9"])
        .check(1, "Редакции 9 нет.");
    fs::write(
        &file,
        text.replacen("weight = 25", "weight = 25\nvazhnost = 1", 1),
    )
    .unwrap();
    home.at(&dir, &["catalogue", "import", name])
        .check(1, "vazhnost");
    fs::write(&file, b"\xcf\xf0\xe8\xe2\xe5\xf2").unwrap();
    home.at(&dir, &["catalogue", "import", name])
        .check(1, "UTF-8");
    home.at(&dir, &["catalogue", "import", "нет.toml"])
        .check(1, "нет.toml");
}
