//! A disk that fills while a server works on it: a sentence, reading goes on, also after a kill; room is made, and writing goes on by
//! itself with nothing lost. Needs a mount of its own.

use std::fs;
use std::process::Command;

use super::Home;

/// The server is killed while the disk is full, and the store is opened again there.
const JOURNEY: &str = r#"
mount -t tmpfs -o size=48m tmpfs "$MOUNT" 2>/dev/null || exit 77
D="$MOUNT/data"; S="$RUN/socket"
"$SMOTR" --data "$D" demo --no-ui --organisations 14 >/dev/null 2>&1
serve() {
  "$SMOTR" --data "$D" serve --socket "$S" 2>"$RUN/log" & PID=$!
  for i in $(seq 600); do
    "$SMOTR" --socket "$S" get 2025/26 6.2 12 >/dev/null 2>&1 && break
    kill -0 $PID 2>/dev/null || { cat "$RUN/log"; break; }
    sleep 0.1
  done
}
say() { "$SMOTR" "$@" 2>&1; echo "= $?"; }
set_to() { say --socket "$S" set 2025/26 6.2 12 "$1/77"; }
get() { say --socket "$S" get "$1" 6.2 12; }
serve
set_to 61
dd if=/dev/zero of="$MOUNT/rest" bs=1k 2>/dev/null
set_to 62
get 2025/26
get 2024/25
kill -9 $PID; wait $PID 2>/dev/null
rm -f "$D/socket"
serve
get 2025/26
say --socket "$S" lookup 12
set_to 63
dd if=/dev/zero of="$MOUNT/more" bs=1k 2>/dev/null
get 2023/24
rm "$MOUNT/rest" "$MOUNT/more"
set_to 64
get 2025/26
kill $PID; wait $PID 2>/dev/null
say --data "$D" verify
"#;

#[test]
fn a_disk_that_fills_under_a_server_stops_writing_and_nothing_else() {
    let home = Home::new();
    let (mount, run) = (home.0.path().join("mount"), home.0.path().join("run"));
    fs::create_dir(&mount).unwrap();
    fs::create_dir(&run).unwrap();
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-c", JOURNEY]);
    command
        .env("MOUNT", &mount)
        .env("RUN", &run)
        .env("SMOTR", env!("CARGO_BIN_EXE_smotr"))
        .env("HOME", home.0.path())
        .env("LANG", "ru_RU.UTF-8");
    let Some(output) = command.output().ok().filter(|it| it.status.success()) else {
        crate::support::skipped("no mounts of one's own here");
        return;
    };
    let said = String::from_utf8(output.stdout).unwrap();
    let said = said.replace('\u{a0}', " ");
    let mut answers: Vec<(String, &str)> = Vec::new();
    let mut text = String::new();
    for line in said.lines() {
        match line.strip_prefix("= ") {
            Some(code) => answers.push((std::mem::take(&mut text), code)),
            None => text.push_str(line),
        }
    }
    let expected = [
        ("внесено: 2025/26 · 6.2 · СШ № 12 — 79,2 % (61 из 77)", "0"),
        ("На диске нет места", "4"),
        ("61 из 77", "0"),
        ("", "0"),
        // Opened on the full disk.
        ("61 из 77", "0"),
        ("СШ № 12", "0"),
        ("На диске нет места", "4"),
        ("", "0"),
        ("64 из 77", "0"),
        ("64 из 77", "0"),
        ("Расхождений нет", "0"),
    ];
    assert_eq!(answers.len(), expected.len(), "{said}");
    for (n, ((told, code), (text, wanted))) in answers.iter().zip(expected).enumerate() {
        assert!(
            told.contains(text) && *code == wanted,
            "{n}: {text:?} in {said}"
        );
    }
}
