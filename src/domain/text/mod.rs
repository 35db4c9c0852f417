//! What text is before it means anything: cleaned, folded, in alphabetical order, typed in the wrong layout, spelled in Latin letters.
//!
//! Every text that enters the store passes [`clean()`] or [`clean_multiline`]; everything that looks for text goes through [`fold()`].
//! Must not know where a text is shown; its width on a screen is the interface's affair.

mod clean;
mod collate;
mod fold;
mod forms;
mod layout;
mod named;
mod sound;

pub use clean::{MOST_MARKS, clean, clean_multiline};
pub use collate::{CollationKey, collation_key};
pub use fold::{fold, fold_char, initials};
pub use layout::{KEYS, latin, retype_latin, retype_russian, russian};
pub use named::Named;
pub use sound::{sound, sounds_of_query};
