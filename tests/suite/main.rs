//! All integration tests in one binary: a module per concern.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test that panics is a test that failed"
)]

mod agenda;
mod archive;
mod attention;
mod attention_journeys;
mod attention_screen;
mod backend;
mod bad_input;
mod bases;
mod begin_form;
mod bringing;
mod bringing_again;
mod bringing_names;
mod broken;
mod calendar;
mod card;
mod catalogue_book;
mod catalogue_files;
mod catalogue_screen;
mod chain;
mod chain_view;
mod check;
mod cli;
mod clipboard;
mod codec;
mod collecting;
mod cursor;
mod cycle;
mod cycle_screen;
mod dates;
mod decide;
mod demo;
mod detail;
mod door_of_forms;
mod dynamics;
mod edition_forms;
mod engine;
mod entering;
mod entering_over;
mod entry_text;
mod erasing;
mod evaluation;
mod export;
mod exporting;
mod faults;
mod findings;
mod findings_page;
mod fixtures;
mod followup_forms;
mod fuzzing;
mod grid;
mod help;
mod house;
mod impact;
mod input;
mod journal;
mod journal_screen;
mod journal_walk;
mod keeping;
mod keys;
mod locale;
mod mask;
mod measures;
mod monitoring;
mod numbers;
mod objections;
mod organisation_form;
mod overlays;
mod pace;
mod page_intake;
mod points;
mod proposal;
mod pty;
mod readiness;
mod readiness_page;
mod readme;
mod records;
mod results;
mod results_told;
mod rolling;
mod rolling_view;
mod rows;
mod save;
mod scale;
mod scores;
mod scoring_editor;
mod screens;
mod search;
mod search_box;
mod section_page;
mod section_paper;
mod session;
mod sheet;
mod store;
mod support;
mod terminal_pty;
mod text_width;
mod theme;
mod together;
mod toml_files;
mod two_values;
mod undo;
mod unkept;
mod unread;
mod users_form;
mod values;
mod values_in;
mod ways;
mod words;
mod workbook;
mod worked_example;
