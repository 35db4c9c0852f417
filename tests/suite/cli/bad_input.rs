//! What bad input gets on the command line: a sentence in the person's language with the next step, its exit code, and nothing lost.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use super::{Home, Said};

/// A call, its exit code, what it says in Russian and in English: the fact, then the next step.
type Row<'a> = (&'a [&'a str], i32, [&'a str; 2], [&'a str; 2]);

const VALUES: &[Row<'_>] = &[
    // A value that cannot be read.
    (
        &["set", "2025/26", "6.2", "12", "много"],
        1,
        ["Это не число.", "Введите число, например 12 или 87,5."],
        [
            "This is not a number.",
            "Enter a number, for instance 12 or 87,5.",
        ],
    ),
    (
        &["set", "2025/26", "6.2", "12", "1/2/3"],
        1,
        ["Это не доля.", "21/24"],
        ["This is not a ratio.", "21/24"],
    ),
    (
        &["set", "2025/26", "1.2", "12", "87,5%"],
        1,
        ["Знак процента здесь лишний.", "Введите число без него."],
        [
            "There is no percent here.",
            "Type the number without the sign.",
        ],
    ),
    (
        &["set", "2025/26", "1.6", "12", "99"],
        1,
        ["Такого варианта нет.", "Варианты: 1 — нет, 2 — да."],
        ["There is no such option.", "Options: 1"],
    ),
    (
        &["set", "2025/26", "6.2", "12", ""],
        1,
        ["Значение пустое, ничего не изменено.", "--clear"],
        ["The value is empty, nothing has been changed.", "--clear"],
    ),
    // A ratio with denominator 0.
    (
        &["set", "2025/26", "6.2", "12", "21/0"],
        1,
        ["Знаменатель — ноль.", "внесите «н/п» с причиной"],
        ["The denominator is zero.", "enter “n/a” with a reason"],
    ),
    // A number out of hard bounds.
    (
        &["set", "2025/26", "1.1", "12", "-5"],
        1,
        ["−5 — меньше нуля.", "Проверьте число"],
        ["−5 is below zero.", "Check the number"],
    ),
    (
        &["set", "2025/26", "6.2", "12", "300/200"],
        1,
        [
            "Числитель 300 больше знаменателя 200.",
            "не поменялись ли они местами",
        ],
        [
            "The numerator 300 is greater than the denominator 200.",
            "changed places",
        ],
    ),
    (
        &["set", "2025/26", "2.3", "12", "140"],
        1,
        [
            "140 % не подходит: возможно от 0 % до 100 %.",
            "Проверьте число",
        ],
        [
            "140 % does not fit: from 0 % to 100 % is possible.",
            "Check the number",
        ],
    ),
    (
        &["set", "2025/26", "1.2", "12", "-1"],
        1,
        ["−1 не подходит: возможно от 0.", "Проверьте число"],
        ["−1 does not fit: from 0 is possible.", "Check the number"],
    ),
    (
        &["set", "2025/26", "6.2", "12", "н"],
        1,
        ["Не указана причина.", "«н/п: причина»"],
        ["No reason is given.", "“n/a: reason”"],
    ),
    (
        &["set", "2025/26", "2.4", "12", "5"],
        1,
        ["значение вычисляется", "Внесите показатель 2.3"],
        ["the value is computed", "Enter indicator 2.3"],
    ),
    // An edit of a closed period.
    (
        &["set", "2024/25", "6.2", "12", "21/24"],
        1,
        [
            "Период 2024/25 закрыт",
            "исправляет руководитель отдела, с основанием.",
        ],
        ["The period 2024/25 is closed", "Enter into an open period"],
    ),
    (
        &["set", "2024/25", "6.2", "12", "--clear"],
        1,
        ["Период 2024/25 закрыт", "Ввод — в открытом периоде"],
        ["The period 2024/25 is closed", "Enter into an open period"],
    ),
    // What is not there.
    (
        &["set", "2031/32", "6.2", "12", "21/24"],
        1,
        [
            "Периода «2031/32» нет.",
            "Есть: 2022/23, 2023/24, 2024/25, 2025/26, 2026/27.",
        ],
        [
            "There is no period “2031/32”.",
            "There are: 2022/23, 2023/24, 2024/25, 2025/26, 2026/27.",
        ],
    ),
    (
        &["set", "2025/26", "9.9", "12", "21/24"],
        1,
        ["Показателя «9.9» в этом периоде нет.", "Коды: 1.1, 1.2"],
        ["There is no indicator “9.9”", "Codes: 1.1, 1.2"],
    ),
    (
        &["set", "2025/26", "6.2", "сш", "21/24"],
        1,
        ["По запросу «сш» найдено несколько", "Уточните."],
        ["“сш” fits several", "Be more exact."],
    ),
    (
        &["set", "2025/26", "6.2", "абракадабра", "21/24"],
        1,
        ["ничего не найдено", "Попробуйте фамилию"],
        ["Nothing is found", "Try a surname"],
    ),
];

/// Calls in both languages, each said in one line on standard error.
fn check(home: &Home, dir: &Path, rows: &[Row<'_>]) {
    for (call, code, ru, en) in rows {
        for (lang, said) in [("ru", ru), ("en", en)] {
            let answer = home.at(dir, &[&["--lang", lang], *call].concat());
            for text in said {
                answer.check(*code, text);
            }
            assert_eq!(answer.err.lines().count(), 1, "{answer:?}");
            assert!(answer.out.is_empty(), "{answer:?}");
        }
    }
}

#[test]
fn a_value_that_cannot_be_is_refused_with_the_next_step_and_nothing_changes() {
    let (home, dir) = Home::with_demo();
    let before = home.at(&dir, &["export"]).out;
    check(&home, &dir, VALUES);
    assert_eq!(home.at(&dir, &["export"]).out, before);
}

#[test]
fn an_unknown_command_in_a_keymap_names_its_line_and_the_nearest_one() {
    let home = Home::new();
    let file = home.0.path().join("keymap.toml");
    fs::write(&file, "[keys]\n\"ж\" = \"crad\"\n\"э\" = \"undo\"\n").unwrap();
    let file = file.to_str().unwrap();
    for (lang, text) in [
        (
            "ru",
            "keymap.toml:2: нет команды «crad». Похожая — card (Карточка руководителя)",
        ),
        ("en", "keymap.toml:2: no command “crad”. Did you mean card"),
    ] {
        let said = home.call(&["--lang", lang, "keys", "--keymap", file]);
        // The other lines count.
        said.check(0, text).check(0, "э");
    }
}

#[test]
fn doctor_says_which_commands_ones_own_keymap_leaves_out_of_reach() {
    let home = Home::new();
    let config = home.0.path().join(".config/smotr");
    fs::create_dir_all(&config).unwrap();
    let doctor = || home.call(&["doctor"]).err;
    assert!(!doctor().contains("palette"));
    let whole = "base = \"russian\"\n[keys]\n\"ж\" = \"card\"\n";
    let without = "base = \"russian\"\nunbound = [\"palette\"]\n";
    for (text, is_told) in [(whole, false), (without, true)] {
        fs::write(config.join("keymap.toml"), text).unwrap();
        let told = doctor();
        let is_there = told.contains("palette (") && told.contains("нет клавиши");
        assert_eq!(is_there, is_told, "{text}: {told}");
    }
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let (home, dir) = Home::with_demo();
    let file = dir.join("store.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace(
            &format!("format = {}", smotr::store::FORMAT),
            "format = 999",
        ),
    )
    .unwrap();
    let journal = fs::read(dir.join("journal/000001.smj")).unwrap();
    check(
        &home,
        &dir,
        &[
            (
                &["lookup", "12"],
                4,
                ["формат 999", "Обновите программу"],
                ["999", "Update the program"],
            ),
            (
                &["set", "2025/26", "6.2", "12", "21/24"],
                4,
                ["формат 999", "Обновите программу"],
                ["999", "Update the program"],
            ),
        ],
    );
    assert_eq!(fs::read(dir.join("journal/000001.smj")).unwrap(), journal);
    fs::write(&file, text).unwrap();
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
}

/// The account that owns nothing.
pub const NOBODY: u32 = 65_534;

/// A call by somebody without rights to anything: for root, whom no rights stop, by an account that owns nothing.
fn by_a_stranger(home: &Home, program: &Path, dir: &Path, arguments: &[&str]) -> Said {
    let mut command = Command::new(program);
    command
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", "ru_RU.UTF-8");
    command.current_dir(home.0.path());
    command.arg("--data").arg(dir).args(arguments);
    if rustix::process::geteuid().is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().unwrap();
    Said {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

#[test]
fn a_folder_without_rights_is_told_with_the_next_step() {
    let (home, dir) = Home::with_demo();
    // Where everybody may start it.
    let program = home.0.path().join("smotr");
    fs::copy(env!("CARGO_BIN_EXE_smotr"), &program).unwrap();
    let allow =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    allow(home.0.path(), 0o755);
    allow(&dir, 0o000);
    for call in [
        &["lookup", "12"][..],
        &["get", "2025/26", "6.2", "12"],
        &["set", "2025/26", "6.2", "12", "21/24"],
        &["export"],
        &["verify"],
        &["doctor"],
    ] {
        by_a_stranger(&home, &program, &dir, call)
            .check(4, "Нет прав: ")
            .check(4, "Войдите под учётной записью владельца папки");
        let call = [&["--lang", "en"], call].concat();
        by_a_stranger(&home, &program, &dir, &call).check(4, "--data FOLDER");
    }
    allow(&dir, 0o700);
    home.at(&dir, &["verify"]).check(0, "Расхождений нет");
}

/// A disk of a few megabytes with a store on it, filled to the last byte; then with room again. Needs a mount of its own.
const FULL: &str = r#"
mount -t tmpfs -o size=24m tmpfs "$MOUNT" 2>/dev/null || exit 77
cp -a "$STORE" "$MOUNT/data"
say() { "$SMOTR" --data "$MOUNT/data" "$@" 2>&1; echo "= $?"; }
dd if=/dev/zero of="$MOUNT/rest" bs=1k 2>/dev/null
say set 2025/26 6.2 12 61/77
say --lang en set 2025/26 6.2 12 61/77
say lookup 12
rm "$MOUNT/rest"
say set 2025/26 6.2 12 61/77
say verify
"#;

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let (home, dir) = Home::with_demo();
    let mount = home.0.path().join("mount");
    fs::create_dir(&mount).unwrap();
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", FULL]);
    command
        .env("MOUNT", &mount)
        .env("STORE", &dir)
        .env("SMOTR", env!("CARGO_BIN_EXE_smotr"));
    command
        .env("HOME", home.0.path())
        .env("LANG", "ru_RU.UTF-8");
    let Some(output) = command.output().ok().filter(|it| it.status.success()) else {
        crate::support::skipped("no mounts of one's own here");
        return;
    };
    let said = String::from_utf8(output.stdout)
        .unwrap()
        .replace('\u{a0}', " ");
    let answers: Vec<&str> = said.split_inclusive("\n= ").collect();
    let expected = [
        "Освободите место и повторите",
        "Make room and repeat",
        "На диске нет места",
        "внесено: 2025/26 · 6.2 · СШ № 12 — 79,2 % (61 из 77)",
        "Расхождений нет",
    ];
    for (answer, text) in answers.iter().zip(expected) {
        assert!(answer.contains(text), "no {text:?} in {said}");
    }
    let codes: Vec<&str> = said
        .lines()
        .filter_map(|it| it.strip_prefix("= "))
        .collect();
    assert_eq!(codes, ["4", "4", "4", "0", "0"], "{said}");
}
