//! The screen Каталог: its sections, the tree of an edition, what a detail tells, and how commits, masks and filters show in it.

mod columns;
mod people;
mod pictures;
mod walking;
