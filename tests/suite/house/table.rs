//! The import table: who may name whom, and which crate is at home where.
//!
//! A new arrow is a change of design: it is made here and in the map of `src/lib.rs` in one commit, with its reason.

/// A room and what it may name of the other rooms. A longer path allows that module alone.
pub const ARROWS: [(&str, &[&str]); 10] = [
    ("domain", &[]),
    ("analysis", &["domain"]),
    ("store", &["domain"]),
    // The rules are told what a period comes to when it is closed: the engine hands them the reckoning.
    ("service", &["domain", "analysis", "store"]),
    ("search", &["domain"]),
    // A refusal, a warning and a commit are told in a person's language by their names in the domain.
    ("locale", &["domain"]),
    // A paper says what the analysis finds, in a person's language, to whoever shows or prints it.
    ("report", &["domain", "analysis", "locale"]),
    // The demo's advice is written from what the analysis finds in the demo's figures. A section goes out as a document and as a page of
    // what the report says of it.
    ("exchange", &["domain", "analysis", "locale", "report"]),
    // Not the engine, not the store: the interface sees no more of them than a link carries.
    (
        "tui",
        &[
            "domain",
            "analysis",
            "search",
            "locale",
            "report",
            "service::link",
        ],
    ),
    (
        "cli",
        &[
            "domain", "analysis", "store", "service", "search", "locale", "report", "exchange",
            "tui",
        ],
    ),
];

/// Macros that the crate exports live at its root; the room that each belongs to.
pub const MACROS: [(&str, &str); 1] = [("args", "locale")];

/// The parts of the interface that talk to the system, and the files that may name them. Everything else there is a function of state
/// and message.
pub const EDGE: [&str; 5] = ["run", "backend", "terminal", "input", "watchdog"];

/// Files of the interface that may name its [`EDGE`]: the edge itself, the loop, and what it is started with.
pub const AT_THE_EDGE: [&str; 6] = [
    "tui/options.rs",
    "tui/run.rs",
    "tui/backend/",
    "tui/terminal/",
    "tui/input/",
    "tui/watchdog.rs",
];

/// A crate, or a part of one, and the files in which it may be named. What begins alike is judged by the longest row.
pub const HOMES: [(&str, &[&str]); 51] = [
    ("ratatui", &["tui/"]),
    // The terminal is our own: bytes in and out are in tui/{input,backend,terminal}.
    ("crossterm", &[]),
    // A key as the input thread read it is plain data, and each layer of the interface gets it so.
    ("crossterm::event::KeyCode", &["tui/"]),
    ("crossterm::event::KeyEvent", &["tui/"]),
    ("crossterm::event::KeyEventKind", &["tui/"]),
    ("crossterm::event::KeyModifiers", &["tui/"]),
    ("sled", &["store/"]),
    (
        "bincode",
        &[
            "store/codec/mod.rs",
            "store/journal/frame.rs",
            "service/wire/",
        ],
    ),
    ("fuzzy_matcher", &["search/"]),
    // A complaint of the argument parser is retold in Russian.
    (
        "clap",
        &[
            "cli/arguments.rs",
            "cli/keeping_arguments.rs",
            "cli/user_arguments.rs",
            "cli/catalogue_arguments.rs",
            "cli/register_arguments.rs",
            "cli/table_arguments.rs",
            "cli/import_arguments.rs",
            "cli/cycle_arguments.rs",
            "locale/cli.rs",
        ],
    ),
    ("clap_complete", &["cli/shell.rs"]),
    ("clap_mangen", &["cli/shell.rs"]),
    ("indicatif", &["cli/progress.rs"]),
    ("tracing", &["service/", "cli/"]),
    ("tracing_subscriber", &["cli/log.rs"]),
    ("etcetera", &["service/paths.rs"]),
    ("fluent_bundle", &["locale/"]),
    ("unic_langid", &["locale/"]),
    (
        "toml",
        &[
            "exchange/",
            "service/config.rs",
            "store/format.rs",
            "tui/keys/load.rs",
        ],
    ),
    (
        "serde_json",
        &[
            "exchange/export/",
            "exchange/values/",
            "service/access/",
            "service/unsaved.rs",
            "store/archive/",
            "store/erasure/",
        ],
    ),
    ("zstd", &["store/archive/"]),
    (
        "encoding_rs",
        &[
            "exchange/letters.rs",
            "exchange/workbook/write/",
            "tui/input/",
        ],
    ),
    ("chardetng", &["exchange/letters.rs"]),
    ("zip", &["exchange/workbook/package.rs"]),
    ("quick_xml", &["exchange/workbook/"]),
    // The section of the assessment as a document and as a page.
    ("docx_rs", &["exchange/section/docx.rs"]),
    ("minijinja", &["exchange/section/html.rs"]),
    ("rust_xlsxwriter", &["exchange/workbook/write/"]),
    ("unicode_normalization", &["domain/text/"]),
    ("unicode_segmentation", &["tui/"]),
    ("textwrap", &["tui/text/"]),
    (
        "rustix",
        &[
            "store/",
            "service/",
            "tui/terminal/",
            "tui/input/",
            "tui/watchdog.rs",
        ],
    ),
    (
        "signal_hook",
        &[
            "tui/terminal/",
            "tui/watchdog.rs",
            "cli/serve.rs",
            "cli/interrupt.rs",
        ],
    ),
    // What the system that keeps services wants to hear, and gives.
    ("sd_notify", &["cli/serve.rs"]),
    ("listenfd", &["cli/serve.rs"]),
    (
        "tempfile",
        &["service/unsaved.rs", "tui/save.rs", "cli/files.rs"],
    ),
    ("crc32fast", &["store/"]),
    // A file that was taken in is known in the journal by its digest.
    ("sha2", &["store/", "cli/files.rs"]),
    // The demo's dice have a seed; the other one is the number of a command, made where the command is.
    ("fastrand", &["exchange/demo/dice.rs", "cli/"]),
    // The clock.
    ("chrono::Local", &["service/clock.rs", "cli/"]),
    // A workbook and a document say when they were made: what they are told.
    (
        "chrono::Utc",
        &[
            "service/clock.rs",
            "cli/",
            "locale/",
            "exchange/workbook/write/",
            "exchange/section/",
        ],
    ),
    ("std::time::SystemTime", &[]),
    // When the loop's next timer runs out, until when a message may take to come, how quickly they may come, and from when on work is worth
    // a bar; no state depends on any.
    (
        "std::time::Instant",
        &[
            "tui/timers.rs",
            "service/socket.rs",
            "service/turnstile.rs",
            "cli/progress.rs",
        ],
    ),
    // The system.
    (
        "std::fs",
        &[
            "store/",
            "service/",
            "cli/",
            "tui/terminal/job.rs",
            "tui/terminal/panic.rs",
            "tui/save.rs",
        ],
    ),
    ("std::env", &["cli/", "main.rs"]),
    (
        "std::thread",
        &["service/", "tui/", "cli/serve.rs", "cli/progress.rs"],
    ),
    // A pause before a lock or a server is asked for again, or the next connection let in when there is no room for it, or more taken
    // from whoever asks too much; and the time that the loop has to keep the input when the terminal is gone.
    (
        "std::thread::sleep",
        &[
            "store/lock.rs",
            "store/derived/mod.rs",
            "service/session/",
            "service/server.rs",
            "service/turnstile.rs",
            "tui/watchdog.rs",
        ],
    ),
    ("std::process", &["cli/exit.rs", "main.rs"]),
    (
        "std::process::id",
        &["cli/files.rs", "store/lock.rs", "tui/terminal/panic.rs"],
    ),
    // No listener and no outgoing connection of any kind.
    ("std::net", &[]),
    // Which end of a socket is shut.
    (
        "std::net::Shutdown",
        &["service/remote.rs", "service/server.rs"],
    ),
];

/// Crates that anybody may name: words and numbers, no effects but those of [`HOMES`].
pub const COMMON: [&str; 4] = ["chrono", "rust_decimal", "serde", "thiserror"];

/// Lines after which a file has more than one reason to change.
pub const MOST_LINES: usize = 450;

/// Longer files, each with the length that it may not outgrow and why it is so long.
pub const LONG: [(&str, usize, &str); 1] =
    [("locale/phrases.rs", 5_000, "a table: a row per phrase")];
