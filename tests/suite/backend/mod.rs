//! What goes down the line: the picture is right, and it is short.

mod large;
mod picture;
mod random;
mod screen;
mod sheet;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use smotr::tui::backend::TermBackend;

use crate::support::emulator::Emulator;

/// Counts writes, keeps bytes.
#[derive(Debug, Default)]
struct Wire {
    bytes: Vec<u8>,
    writes: usize,
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A backend and the terminal at the other end.
struct Pair {
    backend: TermBackend<Wire>,
    emulator: Emulator,
}

impl Pair {
    fn new(size: Size) -> Self {
        Self {
            backend: TermBackend::new(Wire::default(), size),
            emulator: Emulator::new(size),
        }
    }

    /// Shows a picture, checks what the terminal makes of it, and says what was sent.
    fn show(&mut self, buffer: &Buffer, cursor: Option<Position>, when: &str) -> Vec<u8> {
        self.backend.show(buffer, cursor).unwrap();
        let wire = std::mem::take(self.backend.writer_mut());
        assert_eq!(
            wire.writes,
            usize::from(!wire.bytes.is_empty()),
            "{when}: one write per frame"
        );
        self.emulator.feed(&wire.bytes);
        self.emulator.assert_shows(buffer, cursor, when);
        wire.bytes
    }

    fn resize(&mut self, size: Size) {
        self.backend.resize(size);
        self.emulator.resize(size);
    }
}
