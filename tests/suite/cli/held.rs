//! A store that another window holds: everybody is told by whom, since when, and what to do.

use std::path::Path;
use std::sync::Arc;

use smotr::service::{clock, identity};
use smotr::store::disk::RealDisk;
use smotr::store::{Opening, Store};

use super::Home;

/// Holds the store as another window would.
fn hold(dir: &Path) -> Store {
    let account = identity::account();
    let how = Opening {
        account: &account,
        now: clock::now().at,
        create: false,
    };
    Store::open(Arc::new(RealDisk), dir, how, &mut |_| {})
        .unwrap()
        .0
}

#[test]
fn whoever_finds_the_store_held_is_told_by_whom() {
    let (home, dir) = Home::with_demo();
    let store = hold(&dir);
    let pid = std::process::id().to_string();
    for arguments in [
        &["lookup", "ерёмин"][..],
        &["get", "2025/26", "6.2", "12"],
        &["set", "2025/26", "6.2", "12", "21/24"],
        &["export"],
        &["verify"],
        &["doctor"],
        &["demo", "--no-ui", "--reset"],
    ] {
        home.at(&dir, arguments)
            .check(3, &pid)
            .check(3, &identity::account())
            .check(
                3,
                &format!("обратитесь к администратору (номер процесса {pid})"),
            );
    }
    store.close().unwrap();
    home.at(&dir, &["lookup", "ерёмин"]).check(0, "СШ № 12");
}

#[test]
fn the_unit_of_a_service_is_named_and_a_session_is_none() {
    for (groups, unit) in [
        ("0::/system.slice/smotr.service\n", Some("smotr.service")),
        (
            "12:pids:/system.slice/smotr-north.service\n0::/\n",
            Some("smotr-north.service"),
        ),
        (
            "0::/user.slice/user-1000.slice/user@1000.service/app.slice\n",
            None,
        ),
        ("0::/user.slice/user-1000.slice/session-3.scope\n", None),
        ("", None),
    ] {
        let found = smotr::cli::holder::unit_of(groups);
        assert_eq!(found.as_deref(), unit);
    }
}
