//! Registers as tables that people keep: written to a spreadsheet, and read back into plain lists.
//!
//! Owns the titles of the columns and the words in the cells, which are Russian in every language of the interface: a file is handed on.
//! Must not know what is in the store already; whoever takes a list in compares it.

pub mod organisations;
