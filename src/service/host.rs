//! An engine in this process, open to others: the store, and the sockets on which it is served.
//!
//! One way for a person alone, for windows of one account, and for a department's server; they differ in the sockets only.

use std::io;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::sync::Arc;

use super::clock;
use super::config::Config;
use super::engine::{CloseError, Door, Engine, Founding, OpenError, Setup, domain_rules};
use super::server::{Limits, Naming, Server};
use super::socket::{self, Reach, SocketError};
use crate::domain::state::MOST_VALUES;
use crate::store::disk::RealDisk;
use crate::store::{OpenReport, Progress};

/// An engine that is served.
pub struct Host {
    engine: Engine,
    servers: Vec<Server>,
}

impl Host {
    /// Opens the store and starts its engine. Nobody is let in yet.
    ///
    /// # Errors
    /// [`OpenError`]: nothing is left open then.
    pub fn open(
        dir: PathBuf,
        account: String,
        founding: Option<&Founding>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Host, OpenReport), OpenError> {
        let config = Config::read(&dir).0;
        let setup = Setup {
            disk: Arc::new(RealDisk),
            dir,
            account,
            founding: founding.cloned(),
            clock: clock::now,
            rules: domain_rules,
            config: Some(config),
            most_values: MOST_VALUES,
        };
        let (engine, report) = Engine::start(setup, progress)?;
        let host = Host {
            engine,
            servers: Vec::new(),
        };
        Ok((host, report))
    }

    /// The way in.
    #[must_use]
    pub fn door(&self) -> Door {
        self.engine.door()
    }

    /// Lets others in through a socket, from now on.
    ///
    /// # Errors
    /// [`SocketError`]: nobody comes in that way.
    pub fn serve(
        &mut self,
        socket: PathBuf,
        reach: Reach,
        naming: &Naming,
    ) -> Result<(), SocketError> {
        let (naming, limits) = (Arc::clone(naming), Limits::default());
        let server = Server::start(self.door(), &socket, reach, naming, limits)?;
        self.servers.push(server);
        Ok(())
    }

    /// Lets others in through a socket that whoever started this process has made.
    ///
    /// # Errors
    /// Those of the system: nobody comes in that way.
    pub fn serve_listener(&mut self, listener: UnixListener, naming: &Naming) -> io::Result<()> {
        let (naming, limits) = (Arc::clone(naming), Limits::default());
        let server = Server::listen(self.door(), listener, naming, limits)?;
        self.servers.push(server);
        Ok(())
    }

    /// Lets windows of the same account in, through the store's folder. One that cannot be reached that way is no reason not to work
    /// alone: whoever comes second is told that the store is held.
    pub fn serve_folder(&mut self, dir: &std::path::Path, naming: &Naming) {
        if let Err(error) = self.serve(dir.join(socket::NAME), Reach::Owner, naming) {
            tracing::warn!(%error, "others cannot join");
        }
    }

    /// Lets nobody in any more, finishes what was asked so far and closes the store.
    ///
    /// # Errors
    /// [`CloseError`]; everything acknowledged is durable all the same.
    pub fn close(self) -> Result<(), CloseError> {
        drop(self.servers);
        self.engine.close()
    }
}
