//! Parts that screens and overlays are made of. They know nothing of the field.

pub mod chooser;
pub mod form;
pub mod input;
pub mod line_edit;
pub mod list;
pub mod paint;
pub mod text_area;
