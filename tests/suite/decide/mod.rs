//! The rules: what each command changes, and every reason for which it is refused.

mod administration;
mod approval;
mod assignments;
mod begin;
mod cells;
mod collecting;
mod confirming;
mod decisions;
mod deputies;
mod documents;
mod editions;
mod entering;
mod forms;
mod loading;
mod objections;
mod organisations;
mod periods;
mod recommendations;
mod refs;
mod reports;
mod resting;
mod seen_whole;
mod staffing;
mod staffing_seen;
mod taken_back;
mod users;
