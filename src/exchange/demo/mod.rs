//! The demo store: a made-up municipality with its history, made from a seed, as commits ready for a new store.
//!
//! Pure: the same options give the same records, byte for byte. Batches come in the order of time, period by period,
//! so that a store of seven hundred organisations and ten years never lies in memory twice.
//! Must not know how records are stored, nor who is looking.

mod affairs;
mod careers;
mod closing;
mod collecting;
mod cycle;
mod cycle_reviews;
mod cycle_texts;
mod decisions;
mod dice;
mod editions;
mod extra;
mod figures;
mod followup;
mod lists;
mod people;
mod profile;
mod slips;
mod story;
mod text;
mod values;
mod world;

use std::collections::BTreeMap;

use crate::domain::ids::{Seq, Timestamp, UserId};
use crate::domain::record::{Cause, Change, CommandId, Commit, Key, Record};
use crate::exchange::toml::TomlError;

use world::World;

/// How large a demo is, and from what seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Number of organisations, ≥ 1.
    pub organisations: u32,
    /// Number of school years, the last of them 2025/26; 1–60.
    pub years: u32,
    /// The seed.
    pub seed: u64,
    /// Number of indicators; beyond those of the catalogue they are repeated under new codes, for measuring.
    pub indicators: u32,
    /// Whether the current year is filled as the others are, rather than as in the middle of collecting.
    pub filled: bool,
    /// Whether there is, besides figures, what a department has on its table: further editions, objections, a merged school, marks.
    pub affairs: bool,
}

impl Options {
    /// The demo that people see: 60 organisations, four school years: of fewer no school has a range of its own to fall out of.
    pub const DEMO: Options = Options {
        organisations: 60,
        years: 4,
        seed: 2026,
        indicators: 36,
        filled: false,
        affairs: true,
    };

    /// A store of three years with one edition, in which nothing but the figures has happened.
    pub const PLAIN: Options = Options {
        years: 3,
        affairs: false,
        ..Options::DEMO
    };

    /// A demo of this size. What is larger than [`Options::DEMO`] is for measuring: 63 indicators, which make 60 cells
    /// to a row (two describe the municipality, one is computed), and a current year as full as the others.
    #[must_use]
    pub fn sized(organisations: u32, years: u32) -> Options {
        let large = organisations > Options::DEMO.organisations || years > Options::DEMO.years;
        Options {
            organisations: organisations.max(1),
            years: years.clamp(1, 60),
            indicators: if large { 63 } else { Options::DEMO.indicators },
            filled: large,
            affairs: !large,
            ..Options::DEMO
        }
    }
}

/// What one person did at one moment: a commit without its number. No key occurs twice in a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// By whom; a user of an earlier batch, or the program.
    pub by: UserId,
    /// When; never before the batch before it.
    pub at: Timestamp,
    /// What.
    pub changes: Vec<Change>,
}

/// A demo in the making.
pub struct Demo {
    world: World,
    owner: Option<String>,
}

impl Demo {
    /// Prepares a demo. Fails only if the lists that come with the program are broken, which tests exclude.
    pub fn new(options: Options) -> Result<Demo, TomlError> {
        Ok(Demo {
            world: World::new(options)?,
            owner: None,
        })
    }

    /// Adds whoever makes the store, by account, as user 1 with every role.
    #[must_use]
    pub fn owned_by(self, account: &str) -> Demo {
        Demo {
            owner: Some(account.to_owned()),
            ..self
        }
    }

    /// Batches in the order of time: first the catalogue, section 2.1, people and periods, then period by period.
    pub fn batches(&self) -> impl Iterator<Item = Batch> + '_ {
        let founding = self.world.founding(self.owner.as_deref());
        let mut books = closing::Books::default();
        books.take(&founding);
        let mut left = cycle_reviews::Left::default();
        let periods = self.world.periods.iter().flat_map(move |(id, period)| {
            let mut diary = values::of_period(&self.world, *id, period);
            let told = self.world.options.affairs && self.world.is_current(period);
            if told {
                slips::make(&self.world, (*id, period), &mut diary);
            }
            followup::of_period(&self.world, (*id, period), &mut left, &mut diary);
            if told {
                collecting::note(&self.world, (*id, period), &mut diary);
                affairs::note(&self.world, *id, &mut diary);
                editions::note(&self.world, *id, &mut diary);
            }
            let mut batches: Vec<Batch> = diary.into_batches().collect();
            books.begin(*id);
            batches.iter().for_each(|it| books.take(it));
            let last = batches.last().map_or(Timestamp(0), |it| it.at);
            batches.extend(books.results(&self.world, (*id, period), last));
            batches
        });
        std::iter::once(founding).chain(periods)
    }

    /// The batches as commits, numbered from `first`, with command ids made from the seed: what goes straight into the
    /// journal of a new store. In a store that holds anything already the records would be overwritten.
    pub fn commits(&self, first: Seq) -> impl Iterator<Item = Commit> + '_ {
        let seed = u128::from(self.world.options.seed) << 64;
        (first.0..)
            .zip(self.batches())
            .map(move |(seq, batch)| Commit {
                seq: Seq(seq),
                time: batch.at,
                actor: batch.by,
                command_id: CommandId(seed | u128::from(seq)),
                cause: Cause::Do,
                changes: batch.changes,
            })
    }
}

/// All records of a demo as they are in the end, in the order of keys: for small ones, and for loading in one step.
pub fn records(options: Options) -> Result<Vec<(Key, Record)>, TomlError> {
    let demo = Demo::new(options)?;
    let changes = demo.batches().flat_map(|it| it.changes);
    let last: BTreeMap<Key, Option<Record>> = changes.map(|it| (it.key, it.after)).collect();
    Ok(last
        .into_iter()
        .filter_map(|(key, record)| Some((key, record?)))
        .collect())
}
