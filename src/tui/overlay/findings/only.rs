//! Which findings are shown beside a direction: by how much they matter, or those about what the person has entered.

use crate::analysis::findings::Finding;
use crate::args;
use crate::domain::rule::Importance;
use crate::locale::Phrase;
use crate::tui::app::App;

/// Which of the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Only {
    /// All.
    #[default]
    All,
    /// Those that matter so much.
    Importance(Importance),
    /// About values that the person has entered.
    Own,
    /// About those of today.
    OwnToday,
}

impl Only {
    /// All, in the order in which they are offered.
    const ORDER: [Only; 6] = [
        Only::All,
        Only::Importance(Importance::High),
        Only::Importance(Importance::Medium),
        Only::Importance(Importance::Low),
        Only::Own,
        Only::OwnToday,
    ];

    /// The next one; what the person has entered is passed over where nothing is found of it.
    pub(super) fn next(self, app: &App) -> Only {
        let all = app.derived.as_ref().map(|it| it.findings.all());
        let all = all.unwrap_or_default();
        let is_offered = |it: &Only| match it {
            Only::All | Only::Importance(_) => true,
            Only::Own | Only::OwnToday => all
                .iter()
                .any(|found| found.is_open() && it.takes(app, found)),
        };
        let at = Only::ORDER.iter().position(|it| *it == self).unwrap_or(0);
        let mut after = Only::ORDER.iter().skip(at + 1);
        after.find(|it| is_offered(it)).copied().unwrap_or_default()
    }

    /// Whether a finding is one of them.
    pub(super) fn takes(self, app: &App, it: &Finding) -> bool {
        match self {
            Only::All => true,
            Only::Importance(wanted) => it.importance == wanted,
            Only::Own => own(app, it).is_some(),
            Only::OwnToday => own(app, it) == Some(true),
        }
    }

    /// Its words; `None` where all are shown.
    pub(super) fn said(self, app: &App) -> Option<String> {
        Some(match self {
            Only::All => return None,
            Only::Importance(it) => {
                let importance = app.locale.word(&it);
                app.say_with(Phrase::FindingsOnlyImportance, &args![importance])
            }
            Only::Own => app.say(Phrase::FindingsOnlyOwn),
            Only::OwnToday => app.say(Phrase::FindingsOnlyOwnToday),
        })
    }
}

/// Whether the value was changed today, where the person has entered it.
fn own(app: &App, it: &Finding) -> Option<bool> {
    let value = app.state().value(it.cell)?;
    let at = chrono::DateTime::from_timestamp_millis(value.stamp.at.0)?;
    let is_today = at.with_timezone(&app.offset).date_naive() == app.now.today;
    (value.entered_by == app.user).then_some(is_today)
}
