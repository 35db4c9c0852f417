//! Keys, panes, overlays and the terminal. Knows the domain and a link to the engine, never the store.
//!
//! # From a key to the screen
//!
//! | step | room | what happens there |
//! |---|---|---|
//! | 1 | [`terminal`], [`watchdog`] | the device: raw mode, leaving in order; a thread that notices a hang-up, a new size, a signal |
//! | 2 | [`input`] | bytes become keys and pastes |
//! | 3 | [`run`], [`msg`], [`pace`], [`timers`] | the loop and its one channel: everything that waits is taken, the screen drawn once, what is asked for done |
//! | 4 | [`app`] | all state of the interface; `update` takes a message and gives effects, without I/O or a clock |
//! | 5 | [`layer`] | who gets the key: the top layer first, the screen last |
//! | 6 | [`keys`], [`command`] | what a key means here: keymaps from TOML, the registry of commands, the hints |
//! | 7 | [`entry`], [`inline`], [`followup`] | what a person writes: values, forms under a value, recommendations and decisions |
//! | 7 | [`bringing`], [`incoming`], [`brought`] | files that wait to be read, what they would change, and what of it is taken |
//! | 8 | [`draft`], [`unfinished`] | input begun and not accepted, by the place it belongs to, and the list of it |
//! | 9 | [`mirror`], [`answer`] | the confirmed state with this person's edits on the way; what becomes of a command sent |
//! | 9 | [`presence`] | who else is here, and where; what others have changed of what one looks at |
//! | 10 | [`derived`], [`find`] | what is computed of the state for the shown period; the index of the search box |
//! | 11 | [`layout`], [`render`] | where everything is, and the whole picture: pure functions of the state |
//! | 12 | [`screen`], [`overlay`], [`widget`] | the screens, what lies above them, the parts of both |
//! | 13 | [`show`], [`scale`], [`about`], [`status`] | figures, steps of a scale and the lines around the panes in words |
//! | 14 | [`text`], [`theme`] | the width of text; colours and glyphs by what they mean |
//! | 15 | [`backend`] | the difference to the picture before, as few bytes as can be |
//! | aside | [`copy`], [`clipboard`], [`save`] | what leaves by other ways than the screen |

pub mod about;
pub mod alone;
pub mod answer;
pub mod app;
pub mod backend;
pub mod bars;
pub mod bringing;
pub mod brought;
pub mod clipboard;
pub mod command;
pub mod concern;
pub mod copy;
pub mod cycle;
pub mod derived;
pub mod draft;
pub mod edition;
pub mod entry;
pub mod find;
pub mod followup;
pub mod header;
pub mod incoming;
pub mod inline;
pub mod input;
pub mod keys;
pub mod layer;
pub mod layout;
pub mod measures;
pub mod mirror;
pub mod msg;
mod options;
pub mod outgoing;
pub mod overlay;
pub mod pace;
pub mod presence;
pub mod render;
pub mod rights;
pub mod run;
pub mod save;
pub mod scale;
pub mod screen;
pub mod show;
pub mod status;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod timers;
pub mod underway;
pub mod unfinished;
pub mod watchdog;
pub mod widget;
