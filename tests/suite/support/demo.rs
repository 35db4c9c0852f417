//! The demo store on a stage: its state made once for all tests, its commits behind the journal and the histories.
#![allow(dead_code, reason = "what one test does not need, another does")]

use std::sync::{Arc, OnceLock};

use smotr::domain::ids::{Seq, UserId};
use smotr::domain::record::Commit;
use smotr::domain::state::State;
use smotr::exchange::demo::{Demo, Options};
use smotr::locale::Lang;
use smotr::tui::keys::Keymap;

use super::stage::Stage;

/// The demo store: what stands in it, and how it came about.
pub struct Store {
    pub state: State,
    pub commits: Vec<Arc<Commit>>,
}

/// Whoever made the store, with every role.
pub const OWNER: UserId = UserId(1);

/// The demo's figures under one edition, with nothing else on the table: what most pictures are of.
pub fn store() -> &'static Store {
    static STORE: OnceLock<Store> = OnceLock::new();
    STORE.get_or_init(|| of(Options::PLAIN))
}

/// The demo as people see it on the first day.
pub fn told() -> &'static Store {
    static STORE: OnceLock<Store> = OnceLock::new();
    STORE.get_or_init(|| of(Options::DEMO))
}

/// A demo of any size.
pub fn of(options: Options) -> Store {
    let demo = Demo::new(options).unwrap().owned_by("tester");
    let commits: Vec<Arc<Commit>> = demo.commits(Seq(1)).map(Arc::new).collect();
    let mut state = State::default();
    for commit in &commits {
        state.apply(commit);
    }
    Store { state, commits }
}

/// The demo on a stage of this size, in Russian, with the default keymap.
pub fn stage(size: (u16, u16)) -> Stage {
    stage_in(size, Lang::Ru)
}

/// The demo on a stage in a language.
pub fn stage_in(size: (u16, u16), lang: Lang) -> Stage {
    let store = store();
    let mut stage = Stage::with(
        store.state.clone(),
        OWNER,
        size,
        lang,
        Keymap::default(),
        Vec::new(),
    );
    stage.commits.clone_from(&store.commits);
    stage
}
