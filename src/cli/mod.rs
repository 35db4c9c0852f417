//! The composition root: arguments, opening a link, every subcommand.

pub mod founding;
