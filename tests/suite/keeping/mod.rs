//! What an engine keeps by the way: the archive of each day, and the note of who was shown what.

use std::path::Path;
use std::sync::Arc;

use smotr::domain::state::MOST_VALUES;
use smotr::service::clock::Clock;
use smotr::service::config::Config;
use smotr::service::engine::{Engine, Setup, domain_rules};
use smotr::store::disk::Disk;

use crate::support::desk::until;
use crate::support::world;

mod access;
mod archives;
mod config;
mod killed;
mod screen;

/// Starts an engine over the small world, with what is set for it.
pub fn start(disk: Arc<dyn Disk>, dir: &Path, clock: Clock, config: Config) -> Engine {
    let setup = Setup {
        disk,
        dir: dir.to_owned(),
        account: "orlova".into(),
        founding: Some(Arc::new(|_| Ok(world::records()))),
        clock,
        rules: domain_rules,
        config: Some(config),
        most_values: MOST_VALUES,
    };
    Engine::start(setup, &mut |_| {}).unwrap().0
}
