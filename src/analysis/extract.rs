//! What of a period is to be put into a table: which indicators, which rows, in which order and which shape.
//!
//! Plain data between whoever shows values and whoever writes files. Knows neither.

use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The period.
    pub period: PeriodId,
    /// The indicators, in order.
    pub columns: Vec<IndicatorId>,
    /// The rows, in order, as they are shown; `None` for all.
    pub rows: Option<Vec<RowOf>>,
    /// How it is laid out.
    pub shape: Shape,
    /// To be published: nobody and no organisation is named, small counts are hidden.
    pub published: bool,
}

/// Whose row it is: the organisation, and who heads it; neither for the municipality.
pub type RowOf = (Option<OrganisationId>, Option<PersonId>);

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A row for each organisation with its head, a column for each indicator.
    Matrix {
        /// Numerators and denominators in columns of their own.
        parts: bool,
    },
    /// A row for each value.
    List,
}
