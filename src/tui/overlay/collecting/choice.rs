//! Which rows of «Сбор данных» are looked for and in what order they stand, in words.

use crate::analysis::collecting::{Standing, Wanted};
use crate::locale::Phrase;

/// In what order the rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// As everywhere else.
    #[default]
    Name,
    /// Those of whom least has come first.
    Stage,
    /// The latest first.
    Late,
    /// Of whom least is entered, first.
    Entered,
}

impl Order {
    /// The next one, round.
    pub(super) fn next(self) -> Order {
        match self {
            Order::Name => Order::Stage,
            Order::Stage => Order::Late,
            Order::Late => Order::Entered,
            Order::Entered => Order::Name,
        }
    }

    /// What it is called.
    pub(super) fn phrase(self) -> Phrase {
        match self {
            Order::Name => Phrase::OrderByName,
            Order::Stage => Phrase::OrderByStage,
            Order::Late => Phrase::OrderByLate,
            Order::Entered => Phrase::OrderByFilled,
        }
    }

    /// Puts rows into it.
    pub(super) fn arrange(self, rows: &mut [Standing]) {
        match self {
            Order::Name => {}
            Order::Stage => rows.sort_by_key(|it| it.stage),
            Order::Late => rows.sort_by_key(|it| std::cmp::Reverse(it.late)),
            // By cross-multiplication; of whom nothing is asked, nothing is wanting.
            Order::Entered => rows.sort_by(|a, b| {
                let (a, b) = (a.filling, b.filling);
                let (one, other) = (a.entered * b.due, b.entered * a.due);
                (a.due == 0).cmp(&(b.due == 0)).then(one.cmp(&other))
            }),
        }
    }
}

/// What the rows of the page are called in a list of filters.
pub(super) fn wanted_phrase(it: Wanted) -> Phrase {
    match it {
        Wanted::All => Phrase::WantedAll,
        Wanted::NotRequested => Phrase::WantedNotRequested,
        Wanted::NotSent => Phrase::WantedNotSent,
        Wanted::Late => Phrase::WantedLate,
        Wanted::Returned => Phrase::WantedReturned,
        Wanted::NotAccepted => Phrase::WantedNotAccepted,
        Wanted::NotEntered => Phrase::WantedNotEntered,
        Wanted::Accepted => Phrase::WantedAccepted,
        Wanted::ToMend => Phrase::WantedToMend,
        Wanted::OnReview => Phrase::WantedOnReview,
    }
}
