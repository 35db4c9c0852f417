//! The section of the assessment in and out of files: the page of requirements and citations as it is typed by hand.

pub mod page;
