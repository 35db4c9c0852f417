//! Pure functions of the state: scores, rows, dynamics. Knows no store and no screen.

pub mod attention;
pub mod batch;
pub mod chain;
pub mod collecting;
pub mod compare;
pub mod cycle;
pub mod dynamics;
pub mod exact;
pub mod extract;
pub mod findings;
pub mod grid;
pub mod handing;
pub mod impact;
pub mod indicator;
pub mod measure;
pub mod municipality;
pub mod points;
pub mod proposal;
pub mod reader;
pub mod readiness;
pub mod related;
pub mod results;
pub mod roster;
pub mod rows;
pub mod scores;
pub mod spread;
