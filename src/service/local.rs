//! An engine in this process and the one link to it: how a person works alone, with nothing to install or to start.

use std::path::PathBuf;
use std::sync::Arc;

use super::engine::{CloseError, Engine, Founding, OpenError, Port, Setup, domain_rules};
use super::link::{Link, News, Request, Welcome};
use super::{clock, identity};
use crate::domain::state::MOST_VALUES;
use crate::store::disk::RealDisk;
use crate::store::{OpenReport, Progress};

/// A link to an engine of one's own.
pub struct LocalLink {
    engine: Engine,
    port: Port,
}

/// Which store is opened, and by whom.
pub struct Opening {
    /// Its folder.
    pub dir: PathBuf,
    /// The account; [`Opening::of`] asks the kernel.
    pub account: String,
    /// How a store begins where there is none; without it, a missing store is an error.
    pub founding: Option<Founding>,
}

impl Opening {
    /// Opens the store in a folder as whoever runs this process.
    #[must_use]
    pub fn of(dir: PathBuf, founding: Option<Founding>) -> Opening {
        Opening {
            dir,
            account: identity::account(),
            founding,
        }
    }
}

impl LocalLink {
    /// Opens the store, starts an engine over it and joins it. `news` is called on the engine's thread and must not block.
    ///
    /// # Errors
    /// [`OpenError`]: nothing is left open then.
    pub fn open(
        opening: Opening,
        news: impl Fn(News) + Send + 'static,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(LocalLink, Welcome, OpenReport), OpenError> {
        let setup = Setup {
            disk: Arc::new(RealDisk),
            dir: opening.dir,
            account: opening.account.clone(),
            founding: opening.founding,
            clock: clock::now,
            rules: domain_rules,
            most_values: MOST_VALUES,
        };
        let (engine, report) = Engine::start(setup, progress)?;
        match engine.join(&opening.account, news) {
            Ok((port, welcome)) => Ok((LocalLink { engine, port }, welcome, report)),
            Err(error) => {
                // That somebody is a stranger is what matters; the store lost nothing.
                let _ = engine.close();
                Err(error)
            }
        }
    }

    /// Finishes what was asked so far and closes the store.
    ///
    /// # Errors
    /// [`CloseError`]; everything acknowledged is durable all the same.
    pub fn close(self) -> Result<(), CloseError> {
        drop(self.port);
        self.engine.close()
    }
}

impl Link for LocalLink {
    fn send(&self, request: Request) {
        self.port.send(request);
    }
}
