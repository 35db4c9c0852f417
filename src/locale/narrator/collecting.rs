//! How the collecting of numbers is told: «получено 12.05.2026, вх. № 123, письмо».

use std::cmp::Ordering;

use super::Narrator;
use crate::domain::collection::{CollectionDeed, CollectionEvent};
use crate::domain::ids::{OrganisationId, PeriodId};
use crate::domain::record::{Change, Key, Record};
use crate::locale::{Phrase, args, format};

impl Narrator<'_> {
    /// What happened, with its day and number.
    #[must_use]
    pub fn collection_event(&self, it: &CollectionEvent) -> String {
        let date = format::date(it.on);
        match &it.deed {
            CollectionDeed::Requested { number } => {
                let paper = self.outgoing(number, &date);
                self.with(Phrase::CollectedRequested, &args![paper])
            }
            CollectionDeed::Received { number, form } => {
                let (paper, form) = (self.incoming(number, &date), self.locale.word(form));
                self.with(Phrase::CollectedReceived, &args![paper, form])
            }
            CollectionDeed::Accepted => self.with(Phrase::CollectedAccepted, &args![date]),
            CollectionDeed::Returned { reason, until } => {
                let reason = reason.as_str();
                match until {
                    Some(it) => {
                        let until = format::date(*it);
                        self.with(Phrase::CollectedReturnedUntil, &args![date, until, reason])
                    }
                    None => self.with(Phrase::CollectedReturned, &args![date, reason]),
                }
            }
            CollectionDeed::Reminded { number } => {
                let paper = self.outgoing(number, &date);
                self.with(Phrase::CollectedReminded, &args![paper])
            }
        }
    }

    /// «исх. № 15/101 от 12.05.2026».
    #[must_use]
    pub fn outgoing(&self, number: &str, date: &str) -> String {
        match number {
            "" => self.with(Phrase::PaperWithoutNumber, &args![date]),
            number => self.with(Phrase::PaperOutgoing, &args![number, date]),
        }
    }

    /// «вх. № 123 от 12.05.2026».
    #[must_use]
    pub fn incoming(&self, number: &str, date: &str) -> String {
        match number {
            "" => self.with(Phrase::PaperWithoutNumber, &args![date]),
            number => self.with(Phrase::PaperIncoming, &args![number, date]),
        }
    }

    /// «2025/26 · СШ № 12 — получено по вх. № 123 …», where the same was noted of all of them; `None` where something else was done.
    pub(super) fn collecting(&self, changes: &[Change], total: usize) -> Option<String> {
        let (period, _, first) = noted(changes.first()?)?;
        let all = (changes.iter())
            .all(|it| noted(it).is_some_and(|(of, _, noted)| (of, noted) == (period, first)));
        if !all {
            return None;
        }
        let organisations: Vec<OrganisationId> = (changes.iter())
            .filter_map(|it| Some(noted(it)?.1))
            .collect();
        let whom = self.organisations_of(&organisations, total);
        let (period, what) = (self.period(period), self.collection_event(first.event()));
        let phrase = match first {
            Noted::Added(_) => Phrase::DeedCollected,
            Noted::Anew(_) => Phrase::DeedCollectedRight,
            Noted::Gone(_) => Phrase::DeedCollectedBack,
        };
        Some(self.with(phrase, &args![period, whom, what]))
    }

    /// «СШ № 3, СШ № 7, СШ № 9 и ещё 2».
    fn organisations_of(&self, all: &[OrganisationId], total: usize) -> String {
        let most = super::bulk::MOST_NAMED;
        let named: Vec<String> = all
            .iter()
            .take(most)
            .map(|it| self.organisation(*it))
            .collect();
        let names = named.join(", ");
        match total.saturating_sub(named.len()) {
            0 => names,
            n => self.with(Phrase::NamesAndMore, &args![names, n]),
        }
    }
}

/// One event more, one written anew, or one less.
#[derive(Clone, Copy, PartialEq)]
enum Noted<'a> {
    Added(&'a CollectionEvent),
    Anew(&'a CollectionEvent),
    Gone(&'a CollectionEvent),
}

impl<'a> Noted<'a> {
    fn event(self) -> &'a CollectionEvent {
        match self {
            Noted::Added(it) | Noted::Anew(it) | Noted::Gone(it) => it,
        }
    }
}

/// What a change of a collection added to it, wrote anew or took from it; `None` where that is not one thing.
fn noted(change: &Change) -> Option<(PeriodId, OrganisationId, Noted<'_>)> {
    let Key::Collection(period, organisation) = change.key else {
        return None;
    };
    let (before, after) = (events(&change.before), events(&change.after));
    let only = |of: &'_ [CollectionEvent], other: &[CollectionEvent]| {
        let mut others = of.iter().enumerate().filter(|(_, it)| !other.contains(it));
        let (at, _) = others.next()?;
        others.next().is_none().then_some(at)
    };
    let noted = match before.len().cmp(&after.len()) {
        Ordering::Less => Noted::Added(after.get(only(after, before)?)?),
        Ordering::Equal => Noted::Anew(after.get(only(after, before)?)?),
        Ordering::Greater => Noted::Gone(before.get(only(before, after)?)?),
    };
    Some((period, organisation, noted))
}

fn events(record: &Option<Record>) -> &[CollectionEvent] {
    match record {
        Some(Record::Collection(it)) => &it.events,
        _ => &[],
    }
}
