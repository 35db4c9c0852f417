//! The screen Ввод: rows and columns of cells, entering over them, marked blocks.

mod blocks;
mod filling;
mod looks;
mod order;
mod walking;
