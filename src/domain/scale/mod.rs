//! Scales as officials print them, and what is wrong with them: a line read into an interval, a table checked, closed and mended,
//! and the way a formula points.
//!
//! Pure: everything found is data, worded in `locale`. Knows wordings and scales; knows no measured value, no state and no screen.
//!
//! Read in this order: [`interval`] is a line, [`table`] the rows with what the measure can be, [`mod@defects`] what is wrong with them,
//! `mend` what can be put right without asking, [`bands`] the scale that they mean, [`scoring`] the other ways to score, [`direction`] what growth does to the points.

pub mod bands;
mod cut;
pub mod defects;
pub mod direction;
pub mod interval;
mod lexeme;
mod mend;
mod reading;
pub mod scoring;
pub mod table;

pub use bands::{close, rows_of};
pub use defects::{Defect, Severity, defects};
pub use direction::{Direction, Driver, Swapped, Trend};
pub use interval::{Interval, Unread, Unreadable};
pub use mend::{ends_at_whole, mend, mend_of};
pub use scoring::{Misfit, PerUnit, misfits};
pub use table::{Grain, Row, Table, Values};
