//! The words: the table of phrases, both languages and the arguments are one set; the Russian is typeset as Russian.

mod cli;
mod collecting;
mod commits;
mod ftl;
mod lint;
mod namesakes;
mod notation;
mod refusals;
mod rows;
mod scene;
mod table;
mod typing;
