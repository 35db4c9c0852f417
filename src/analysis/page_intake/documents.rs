//! The documents of a page set beside the register.

use std::collections::BTreeMap;

use super::{Choice, Said};
use crate::domain::evidence::Document;
use crate::domain::ids::DocumentId;
use crate::domain::same_act::{Likeness, complete, likeness, same_act};
use crate::domain::state::State;

/// Most documents of the register that one of the page is said to be like.
const MOST_LIKE: usize = 9;

/// A document of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// As the page describes it, in all its places together.
    pub document: Document,
    /// The first line that names it.
    pub line: usize,
    /// What it is to the register.
    pub fate: Fate,
}

/// What a document of the page is to the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is there.
    Known(DocumentId),
    /// It is not.
    New,
    /// It may be one of these: a person decides.
    Perhaps(Vec<DocumentId>),
}

/// The documents of a page, each once; and for every citation in its order the place of its document.
pub(super) fn of(
    state: &State,
    said: &[Said],
    choices: &BTreeMap<usize, Choice>,
) -> (Vec<Brought>, Vec<usize>) {
    let mut all: Vec<Brought> = Vec::new();
    let mut places = Vec::new();
    for it in said.iter().flat_map(|it| &it.cited) {
        let known = all
            .iter()
            .position(|other| same_act(&other.document, &it.document));
        match known.and_then(|at| Some((at, all.get_mut(at)?))) {
            Some((at, known)) => {
                complete(&mut known.document, &it.document);
                places.push(at);
            }
            None => {
                places.push(all.len());
                all.push(Brought {
                    document: it.document.clone(),
                    line: it.line,
                    fate: Fate::New,
                });
            }
        }
    }
    for (at, it) in all.iter_mut().enumerate() {
        it.fate = match choices.get(&at) {
            Some(Choice::Known(id)) if state.documents.contains_key(id) => Fate::Known(*id),
            Some(Choice::New) => Fate::New,
            _ => fate(state, &it.document),
        };
    }
    (all, places)
}

fn fate(state: &State, document: &Document) -> Fate {
    let like = |wanted: Likeness| {
        let all = state.documents.iter();
        let found = all.filter(move |(_, it)| likeness(it, document) == wanted);
        found.map(|(id, _)| *id).collect::<Vec<DocumentId>>()
    };
    let mut same = like(Likeness::Same);
    match same.as_slice() {
        [one] => Fate::Known(*one),
        [] => match like(Likeness::Perhaps) {
            none if none.is_empty() => Fate::New,
            mut some => {
                some.truncate(MOST_LIKE);
                Fate::Perhaps(some)
            }
        },
        _ => {
            same.truncate(MOST_LIKE);
            Fate::Perhaps(same)
        }
    }
}
