//! Files for a person: whole, new, nobody else's, and nowhere but in their folder.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt as _;

use smotr::tui::save::save;

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_file_is_its_owners_alone_in_a_folder_made_for_it() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("выгрузка");
    let path = save(&folder, "список.txt", "СШ № 12").unwrap();
    assert!(path.is_absolute());
    assert_eq!(fs::read_to_string(&path).unwrap(), "СШ № 12");
    assert_eq!((mode(&path), mode(&folder)), (0o600, 0o700));
}

#[test]
fn no_file_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("список.txt"), "важное").unwrap();
    let second = save(folder.path(), "список.txt", "новое").unwrap();
    let third = save(folder.path(), "список.txt", "новейшее").unwrap();
    assert_eq!(second.file_name().unwrap(), "список-2.txt");
    assert_eq!(third.file_name().unwrap(), "список-3.txt");
    let first = fs::read_to_string(folder.path().join("список.txt")).unwrap();
    assert_eq!(first, "важное");
    let all = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(all, 3, "nothing half made is left");
}

#[test]
fn a_link_put_in_the_way_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let victim = folder.path().join("чужое");
    std::os::unix::fs::symlink(&victim, folder.path().join("список.txt")).unwrap();
    let path = save(folder.path(), "список.txt", "новое").unwrap();
    assert_eq!(path.file_name().unwrap(), "список-2.txt");
    assert!(!victim.exists());
}

#[test]
fn a_name_does_not_lead_out_of_the_folder() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("выгрузка");
    for name in ["", ".", "..", "../список", "/tmp/список", "а/б"] {
        let error = save(&folder, name, "текст").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{name:?}");
    }
    assert!(!folder.exists(), "not even the folder was made");
}

/// A date in a name has points of its own: the year is no ending.
#[test]
fn a_name_with_a_date_in_it_gets_its_number_before_the_ending() {
    let folder = tempfile::tempdir().unwrap();
    for expected in [
        "от 30.11.2026.xlsx",
        "от 30.11.2026-2.xlsx",
        "от 30.11.2026-3.xlsx",
    ] {
        let path = save(folder.path(), "от 30.11.2026.xlsx", "1").unwrap();
        assert_eq!(path.file_name().unwrap(), expected);
    }
}
