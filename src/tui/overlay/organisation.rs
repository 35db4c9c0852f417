//! A new organisation, and who heads one.

use crate::domain::ids::OrganisationId;
use crate::tui::app::App;
use crate::tui::layer::Overlay;

/// Opens the form of a new organisation.
pub fn add(_app: &mut App) {}

/// Opens the form of an appointment.
pub fn appoint(_app: &mut App) {}

/// The form of an appointment.
pub fn appointing(_app: &mut App, _organisation: OrganisationId) -> Option<Box<dyn Overlay>> {
    None
}
