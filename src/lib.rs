//! `smotr` (смотр): monitoring of how effective the heads of schools are, in a terminal.
//!
//! # The map of the house
//!
//! | room | what it owns | what it must not know |
//! |---|---|---|
//! | [`domain`] | what the words mean; records, commands, `decide`, `apply` | I/O, the clock, the screen, the language |
//! | [`analysis`] | pure functions of the state: scores, rows, dynamics | where the state came from |
//! | [`store`] | the journal, sled, the codec, recovery | what a school is |
//! | [`service`] | the engine: one thread that decides, writes and answers; the links to it, and the server for those who come through a socket | the screen |
//! | [`search`] | one index over everything with a name | the screen, the store |
//! | [`exchange`] | files in and out: TOML fixtures, JSON Lines, spreadsheets, the demo | the screen |
//! | [`locale`] | every phrase that a person reads | how a phrase is drawn |
//! | [`report`] | what is put on paper, as pure text | the screen, files |
//! | [`tui`] | keys, panes, overlays, the terminal | the store, the journal |
//! | [`cli`] | arguments in, exit code out | |
//!
//! Data flows one way: key → command → engine → journal → state → screen. Where to begin reading: [`domain::decide`] for a rule of
//! the field, [`service::engine`] for what happens to a command, [`store`] for how it becomes durable, [`tui`] for the way from a key
//! to the screen, room by room.
//!
//! # Who may name whom
//!
//! ```text
//! domain   →
//! analysis → domain
//! store    → domain
//! service  → domain, analysis, store
//! search   → domain
//! locale   → domain
//! report   → domain, analysis, locale
//! exchange → domain, analysis, locale, report
//! tui      → domain, analysis, search, locale, report, service::link
//! cli      → domain, analysis, store, service, search, locale, report, exchange, tui
//! ```
//!
//! Crates have homes, too: `sled` is named in [`store`] only, `ratatui` in [`tui`] only, the clock in [`service`] and [`cli`] only.
//! A test (`tests/suite/house/`) reads every import and holds both tables: a new arrow is a change of design, made there and here in one
//! commit, with its reason.
//!
//! # Invariants
//!
//! 1. Nothing is answered, published or shown as saved before it is durable.
//! 2. There is one shape for change, [`domain::record::Commit`]; storing, sending, undoing and auditing know only it.
//! 3. `decide` may refuse, `apply` may not fail.
//! 4. The past does not move: a published edition and a closed period are never written again.
//! 5. Empty ≠ 0 ≠ «н/п» ≠ «нет данных»: four states of a cell, everywhere.
//! 6. Nothing that a person typed is lost.
//! 7. A conflict is an answer, not an error.
//! 8. Nothing used is deleted; it is retired.
//! 9. A score never decides.
//! 10. The screen is a function of the state; idle costs no bytes.
//! 11. Colour is never the only carrier of meaning, and no key needs a Latin layout.
//! 12. A key has one meaning.
//!

pub mod analysis;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod locale;
pub mod report;
pub mod search;
pub mod service;
pub mod store;
pub mod tui;
