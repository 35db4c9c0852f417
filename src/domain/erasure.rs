//! A person's data in records: which hold any, and what is left of them without it.
//!
//! Pure. [`Person`] is the only record with a name; besides it, texts that people have written may say the name, and the account of
//! somebody who uses the program is made of it, as a rule. Must not know where records are kept.
//!
//! Invariant: what is left holds no data of the person, and only such texts have changed as said the name.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::career::{Attestation, Candidate, CandidateOutcome, Contract, Qualification};
use super::ids::{PersonId, UserId};
use super::people::{Person, User};
use super::record::{Change, Key, Record};
use super::text::Named;
use super::texts::each_text;

/// What stands in a text where a name was said.
pub const MARK: &str = "[данные удалены]";

/// What becomes of the account of an erased person: no system has one of this name.
const ACCOUNT: &str = "erased:";

/// What is asked when a person's data is to be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// Whose.
    pub person: PersonId,
    /// Why; kept, and so without the name.
    pub reason: String,
    /// Records whose texts say the same name and mean somebody else.
    pub keep: Vec<Key>,
    /// Records that are written anew because what was said of them before is taken out of the journal. The engine finds them; what a
    /// client sends here counts for nothing.
    pub also: Vec<Key>,
}

/// Whose data is erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    person: PersonId,
    named: Named,
    keep: BTreeSet<Key>,
    /// Users who were this person at some time.
    users: BTreeSet<UserId>,
}

impl Erasure {
    /// Of this person, who was called so. Texts of the records to `keep` are about others of that name.
    #[must_use]
    pub fn new(person: PersonId, name: &Person, keep: impl IntoIterator<Item = Key>) -> Erasure {
        Erasure {
            person,
            named: Named::new(&name.surname, &name.given, &name.patronymic),
            keep: keep.into_iter().collect(),
            users: BTreeSet::new(),
        }
    }

    /// The same where these users were this person at some time: their accounts are theirs also where no person is named yet, or any more.
    #[must_use]
    pub fn with_users(mut self, users: impl IntoIterator<Item = UserId>) -> Erasure {
        self.users.extend(users);
        self
    }

    /// The user whose account a change has erased.
    #[must_use]
    pub fn erased_user(change: &Change) -> Option<UserId> {
        match (change.key, &change.after) {
            (Key::User(id), Some(Record::User(it))) => {
                it.account.starts_with(ACCOUNT).then_some(id)
            }
            _ => None,
        }
    }

    /// The user whose record says to be this person.
    #[must_use]
    pub fn user(&self, key: Key, record: &Record) -> Option<UserId> {
        match (key, record) {
            (Key::User(id), Record::User(it)) if it.person == Some(self.person) => Some(id),
            _ => None,
        }
    }

    fn is_theirs(&self, key: Key, user: &User) -> bool {
        match (user.person, key) {
            (Some(person), _) => person == self.person,
            (None, Key::User(id)) => self.users.contains(&id),
            (None, _) => false,
        }
    }

    /// The record without the person's data; `None` where there is none of it.
    #[must_use]
    pub fn without(&self, key: Key, record: &Record) -> Option<Record> {
        match record {
            Record::Person(it) => {
                let is_it = key == Key::Person(self.person) && !it.is_erased();
                is_it.then(|| Record::Person(Person::erased()))
            }
            Record::User(it) if self.is_theirs(key, it) => {
                let account = format!("{ACCOUNT}{}", key.own_id().unwrap_or_default());
                (it.account != account).then(|| {
                    let mut user = it.clone();
                    user.account = account;
                    Record::User(user)
                })
            }
            _ if self.keep.contains(&key) && !self.is_career_of(record) => None,
            _ => {
                let mut left = match self.is_career_of(record) {
                    true => emptied(record),
                    false => record.clone(),
                };
                let mut is_said = left != *record;
                each_text(&mut left, &mut |text| {
                    if let Some(without) = self.text(text) {
                        *text = without;
                        is_said = true;
                    }
                });
                is_said.then_some(left)
            }
        }
    }

    /// Whether a record is of what the person has learnt, passed, signed, or is in the reserve for: all of it is theirs, whether it says
    /// the name or not.
    fn is_career_of(&self, record: &Record) -> bool {
        match record {
            Record::Qualification(it) => it.person == self.person,
            Record::Attestation(it) => it.person == self.person,
            Record::Contract(it) => it.person == self.person,
            Record::Candidate(it) => it.person == self.person,
            _ => false,
        }
    }

    /// A text without the name; `None` where it is not said.
    #[must_use]
    pub fn text(&self, text: &str) -> Option<String> {
        self.named.without(text, MARK)
    }

    /// Whether a change holds any of the person's data, before or after.
    #[must_use]
    pub fn touches(&self, change: &Change) -> bool {
        let sides = [&change.before, &change.after];
        (sides.into_iter().flatten()).any(|it| self.without(change.key, it).is_some())
    }

    /// The texts of a record that say the name.
    #[must_use]
    pub fn said(&self, key: Key, record: &Record) -> Vec<String> {
        let mut said = Vec::new();
        if self.keep.contains(&key) || matches!(record, Record::Person(_)) {
            return said;
        }
        each_text(&mut record.clone(), &mut |text| {
            if !self.named.find(text).is_empty() {
                said.push(text.clone());
            }
        });
        said
    }

    /// Where in a text the name is said.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        self.named.find(text)
    }
}

/// What is left of a record of somebody's career: that there was one, and its days.
fn emptied(record: &Record) -> Record {
    let mark = || MARK.to_owned();
    match record {
        Record::Qualification(it) => Record::Qualification(Qualification {
            title: mark(),
            institution: String::new(),
            hours: None,
            paper: String::new(),
            ..it.clone()
        }),
        Record::Attestation(it) => Record::Attestation(Attestation {
            act: None,
            ..it.clone()
        }),
        Record::Contract(it) => Record::Contract(Contract {
            number: String::new(),
            ..it.clone()
        }),
        Record::Candidate(it) => {
            let mut left = Candidate {
                post: mark(),
                ground: None,
                programme: String::new(),
                mentor: None,
                ..it.clone()
            };
            if let CandidateOutcome::Excluded { reason, .. } = &mut left.outcome {
                *reason = mark();
            }
            Record::Candidate(left)
        }
        other => other.clone(),
    }
}
