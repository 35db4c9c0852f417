//! Values of a period in files: what their columns are called, and how a workbook that was handed out is known again.
//!
//! Owns the titles and the words in the cells, which are Russian in every language of the interface: a file is handed on. What is here is
//! shared by the way out and the way in, so that what is written is read back as it was.

pub mod form;
mod reading;
pub mod stamp;
pub mod table;
pub mod titles;

pub use reading::{Against, read_into};
