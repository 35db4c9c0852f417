//! A new file for a paper that is written later: whether it can be made is known before, and without the paper it is not left behind.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::files;

/// A file that nobody else can read. Dropped without its paper, it is gone.
#[derive(Debug)]
pub struct Paper {
    path: PathBuf,
    file: File,
    is_written: bool,
}

impl Paper {
    /// Makes the file, which must not be there.
    ///
    /// # Errors
    /// Those of the system.
    pub fn new(path: &Path) -> io::Result<Paper> {
        Ok(Paper {
            path: path.to_owned(),
            file: files::made(path)?,
            is_written: false,
        })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the paper, durably.
    ///
    /// # Errors
    /// Those of the system; half a paper is none.
    pub fn write(mut self, text: &str) -> io::Result<()> {
        self.file.write_all(text.as_bytes())?;
        self.file.sync_all()?;
        self.is_written = true;
        Ok(())
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        if !self.is_written {
            let _ = fs::remove_file(&self.path);
        }
    }
}
