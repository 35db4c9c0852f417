//! What the words mean: records, commands, rules. Pure: no I/O, no clock, no screen, no interface language.

pub mod about;
pub mod bases;
pub mod catalogue;
pub mod check;
pub mod command;
pub mod date;
pub mod day;
pub mod decide;
pub mod deputies;
pub mod drafts;
pub mod entry_text;
pub mod erasure;
pub mod evidence;
pub mod followup;
pub mod ids;
pub mod mask;
pub mod number;
pub mod people;
pub mod period;
pub mod record;
pub mod refusal;
pub mod scale;
pub mod state;
pub mod text;
mod texts;
pub mod value;
