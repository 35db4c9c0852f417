//! What an expert would say of the round, as a page: kind by kind, each line Enter away from the record that it is about.

use std::mem::discriminant;

use super::{CycleScreen, told};
use crate::analysis::cycle::Check;
use crate::domain::record::Key;
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::table::{CommandId, Place};
use crate::tui::cycle::names;
use crate::tui::layer::Outcome;
use crate::tui::overlay::go;
use crate::tui::overlay::page::{Content, Line, Page, Told, paragraph};
use crate::tui::theme::Role;

/// Opens the page; narrowed to what is like one remark, where one is given.
pub fn open(app: &mut App, only: Option<Check>) {
    let page = Page::new(Remarks { only }, app);
    app.open(Box::new(page));
}

/// The page.
#[derive(Debug)]
struct Remarks {
    only: Option<Check>,
}

impl Content for Remarks {
    fn place(&self) -> Place {
        Place::Page
    }

    fn tell(&mut self, app: &App, width: usize) -> Told {
        let mut lines = Vec::new();
        let looked = app.cycle.looked.as_ref();
        let checks = looked.map_or(&[][..], |it| it.checks.as_slice());
        let wanted = |it: &&Check| self.only.is_none_or(|only| told::is_alike(&only, it));
        let mut kind = None;
        for check in checks.iter().filter(wanted) {
            if kind != Some(discriminant(check)) {
                kind = Some(discriminant(check));
                if !lines.is_empty() {
                    lines.push(Line::default());
                }
                lines.push(Line::heading(told::kind_of_check(app, check)));
            }
            let words = told::about(app, check);
            item(&mut lines, &words, check.key(), width);
        }
        let older = looked.filter(|it| self.only.is_none() && !it.older.is_empty());
        for (n, id) in older.iter().flat_map(|it| &it.older).enumerate() {
            if n == 0 {
                lines.push(Line::default());
                lines.push(Line::heading(app.say(Phrase::RemarksOlder)));
            }
            let requirement = app.state().citations.get(id).map(|it| it.requirement);
            let place = requirement.map(|it| app.narrator().key(Key::Requirement(it)));
            let words = format!(
                "{} · {}",
                place.unwrap_or_default(),
                names::citation(app, *id)
            );
            item(&mut lines, &words, Key::Citation(*id), width);
        }
        if lines.is_empty() {
            lines.push(Line::new(app.say(Phrase::NoRemarks), Role::Good));
        }
        Told {
            title: app.say(Phrase::RemarksTitle),
            lines,
        }
    }

    fn open(&mut self, key: Key, app: &mut App) -> Outcome {
        match key {
            Key::Requirement(_) | Key::Citation(_) => {
                CycleScreen::show(app, key);
                Outcome::Aside
            }
            key => go::open(app, key),
        }
    }

    fn command(&mut self, command: CommandId, at: Option<Key>, app: &mut App) -> Outcome {
        match (command, at) {
            (CommandId::Edit, Some(key)) => match crate::tui::cycle::editor(app, key) {
                Some(form) => Outcome::Open(form),
                None => Outcome::Used,
            },
            _ => Outcome::Pass,
        }
    }
}

fn item(lines: &mut Vec<Line>, words: &str, key: Key, width: usize) {
    let all = paragraph("", 1, words, Role::Text, width);
    for (n, line) in all.into_iter().enumerate() {
        lines.push(if n == 0 { line.opening(key) } else { line });
    }
}
