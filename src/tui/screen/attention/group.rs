//! The groups of the list, in order: what they are called, and what it takes to be in them.

use crate::analysis::agenda::{DAYS_AHEAD, DAYS_TO_REVIEW, Kind, RUNS_OUT};
use crate::analysis::attention::DAYS_TO_DECIDE;
use crate::args;
use crate::locale::Phrase;
use crate::tui::app::App;

/// A group of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Items of a kind.
    Of(Kind),
    /// Input begun and not accepted.
    Unsaved,
}

impl Group {
    /// All groups, as they stand in the list.
    pub(super) fn all() -> impl Iterator<Item = Group> {
        Kind::ALL.into_iter().map(Group::Of).chain([Group::Unsaved])
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> Phrase {
        let Group::Of(kind) = self else {
            return Phrase::EntryUnsavedTitle;
        };
        match kind {
            Kind::Assignment => Phrase::AttentionAssignments,
            Kind::Recommendation => Phrase::AttentionRecommendations,
            Kind::Objection => Phrase::AttentionObjections,
            Kind::Deadline => Phrase::AttentionDeadlines,
            Kind::Attestation => Phrase::AttentionAttestations,
            Kind::Contract => Phrase::AttentionContracts,
            Kind::NotSent => Phrase::AttentionNotSent,
            Kind::Undecided => Phrase::AttentionUndecided,
            Kind::Unreviewed => Phrase::AttentionUnreviewed,
            Kind::Low => Phrase::AttentionLow,
            Kind::Returned => Phrase::AttentionReturned,
            Kind::FollowUp => Phrase::AttentionFollowUp,
            Kind::Finding => Phrase::AttentionFindings,
        }
    }

    /// What it takes to be in it.
    #[must_use]
    pub fn about(self, app: &App) -> String {
        let Group::Of(kind) = self else {
            return app.say(Phrase::AttentionAboutUnsaved);
        };
        let within = |phrase, days: i64| app.say_with(phrase, &args![days]);
        match kind {
            Kind::Assignment => within(Phrase::AttentionAboutAssignments, DAYS_AHEAD),
            Kind::Recommendation => within(Phrase::AttentionAboutRecommendations, DAYS_AHEAD),
            Kind::Objection => app.say(Phrase::AttentionAboutObjections),
            Kind::Deadline => within(Phrase::AttentionAboutDeadlines, DAYS_AHEAD),
            Kind::Attestation => within(Phrase::AttentionAboutAttestations, RUNS_OUT[0]),
            Kind::Contract => within(Phrase::AttentionAboutContracts, RUNS_OUT[0]),
            Kind::NotSent => app.say(Phrase::AttentionAboutNotSent),
            Kind::Undecided => within(Phrase::AttentionAboutUndecided, DAYS_TO_DECIDE),
            Kind::Unreviewed => within(Phrase::AttentionAboutUnreviewed, DAYS_TO_REVIEW),
            Kind::Low => app.say(Phrase::AttentionAboutLow),
            Kind::Returned => app.say(Phrase::AttentionAboutReturned),
            Kind::FollowUp => app.say(Phrase::AttentionAboutFollowUp),
            Kind::Finding => app.say(Phrase::AttentionAboutFindings),
        }
    }
}
