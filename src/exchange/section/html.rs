//! The section as a page of a browser: one file that loads nothing, and prints as pages of A4.
//!
//! Invariant: what a record says is text, never markup; a link is one only if it is an address of the web.

use minijinja::value::Serde;
use minijinja::{Environment, context};

use super::Unwritten;
use crate::report::section::Paper;

/// The name says that what is put into it is escaped.
const NAME: &str = "section.html";
const TEMPLATE: &str = include_str!("section.html");

pub(super) fn write(paper: &Paper) -> Result<String, Unwritten> {
    let failed = |error: minijinja::Error| Unwritten(error.to_string());
    let mut environment = Environment::new();
    environment.add_template(NAME, TEMPLATE).map_err(failed)?;
    let template = environment.get_template(NAME).map_err(failed)?;
    template
        .render(context! { paper => Serde(paper) })
        .map_err(failed)
}
