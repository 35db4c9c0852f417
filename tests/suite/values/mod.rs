//! Values in files: what goes out comes back as it was.

mod form;
mod office;
mod published;
mod stamp;
mod table;
