//! The account of somebody who used the program is theirs also from before their name was known, and after it was.

use smotr::domain::people::{Person as Name, Role};
use smotr::store::archive::restore_by;

use super::*;

const ACCOUNT: &str = "chkalova";

fn user() -> User {
    User {
        account: ACCOUNT.into(),
        person: None,
        roles: vec![Role::Methodist],
        directions: Vec::new(),
        organisations: Vec::new(),
        retired: false,
        names: true,
    }
}

/// A store in which somebody was let in without a name, let go, let in again under one, and let go; where archives lie: with it, and not.
fn known_by_account_first(home: &Path) -> (Engine, Person, PathBuf) {
    let dir = home.join("data");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let engine = start(Arc::clone(&disk), &dir);
    let mut orlova = Person::join(&engine, "orlova");
    let add = |person| Command::AddUser {
        user: user(),
        person,
    };
    let name = Name {
        surname: "Чкалова".into(),
        given: "Вера".into(),
        patronymic: String::new(),
    };
    orlova.done(add(None));
    let id = orlova.state.user_by_account(ACCOUNT).unwrap();
    retire(&mut orlova, id);
    archive(
        &disk,
        &dir,
        &dir.join("archives/smotr-2026-05-22.jsonl.zst"),
    );
    orlova.done(add(Some(name)));
    assert_eq!(orlova.state.user_by_account(ACCOUNT), Some(id));
    retire(&mut orlova, id);
    archive(&disk, &dir, &home.join("out/old"));
    (engine, orlova, dir)
}

#[test]
fn an_account_goes_with_all_that_was_ever_said_of_it() {
    let home = tempfile::tempdir().unwrap();
    let (engine, mut orlova, dir) = known_by_account_first(home.path());
    let id = orlova.state.user_by_account(ACCOUNT).unwrap();
    let person = orlova.state.users[&id].person.unwrap();
    orlova.done(Command::Erase(Demand {
        person,
        reason: REASON.into(),
        keep: Vec::new(),
        also: Vec::new(),
    }));
    assert_eq!(orlova.state.users[&id].account, format!("erased:{}", id.0));
    orlova.port.send(Request::History {
        key: Key::User(id),
        before: None,
    });
    let history = orlova.wait(|it| matches!(it, News::History { .. }));
    assert!(!format!("{history:?}").contains(ACCOUNT), "{history:?}");
    engine.close().unwrap();
    assert_eq!(files_with(&dir, &[ACCOUNT]), Vec::<PathBuf>::new());

    // Nor does it come back with an older archive.
    let (disk, new) = (Arc::new(RealDisk) as Arc<dyn Disk>, home.path().join("new"));
    let ledger = dir.join("archives/erasures.jsonl");
    let old = home.path().join("out/old");
    restore_by(&disk, &old, &new, "orlova", Some(&ledger)).unwrap();
    assert_eq!(files_with(&new, &[ACCOUNT]), Vec::<PathBuf>::new());
    assert!(holds(&fs::read(old).unwrap(), &[ACCOUNT]));
}

/// Whoever was that person once, by mistake perhaps, and signs in now: the account is in use.
#[test]
fn an_account_in_use_stays_in_use() {
    let home = tempfile::tempdir().unwrap();
    let (engine, mut orlova, dir) = known_by_account_first(home.path());
    let id = orlova.state.user_by_account(ACCOUNT).unwrap();
    let person = orlova.state.users[&id].person.unwrap();
    let seen = orlova.state.stamp(Key::User(id)).unwrap().rev;
    orlova.done(Command::EditUser {
        id,
        seen,
        user: user(),
    });
    orlova.done(Command::Erase(Demand {
        person,
        reason: REASON.into(),
        keep: Vec::new(),
        also: Vec::new(),
    }));
    assert_eq!(orlova.state.user_by_account(ACCOUNT), Some(id));
    engine.close().unwrap();
    let engine = start(Arc::new(RealDisk), &dir);
    let again = Person::join(&engine, ACCOUNT);
    assert_eq!(again.state.user_by_account(ACCOUNT), Some(id));
    engine.close().unwrap();
}
