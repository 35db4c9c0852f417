//! The reminder to an organisation whose numbers have not come (напоминание), and the list of all of those.
//!
//! Owns the order and the layout; what is missing is the analysis', words the locale's.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns::{named, wrap};
use crate::analysis::collecting::{self, Standing, Wanted};
use crate::analysis::roster::{head_on, name_in, staffed_in};
use crate::args;
use crate::domain::collection::{Collection, CollectionStage};
use crate::domain::ids::{IndicatorId, OrganisationId, PeriodId, PersonId};
use crate::domain::state::State;
use crate::locale::{Locale, Narrator, Phrase, format};

/// Columns of the codes of indicators.
const CODES: usize = 8;

/// Columns to sign in.
const SIGNATURE: usize = 40;

/// The reminders of a period, in whose words, and of which day.
#[derive(Clone, Debug)]
pub struct Reminders<'a> {
    locale: &'a Locale,
    narrator: Narrator<'a>,
    state: &'a State,
    period: PeriodId,
    today: NaiveDate,
    standings: Vec<Standing<'a>>,
    missing: BTreeMap<OrganisationId, Vec<IndicatorId>>,
}

impl<'a> Reminders<'a> {
    /// Of a period as it stands on a day.
    #[must_use]
    pub fn of(
        locale: &'a Locale,
        narrator: Narrator<'a>,
        state: &'a State,
        period: PeriodId,
        today: NaiveDate,
    ) -> Reminders<'a> {
        Reminders {
            locale,
            narrator: narrator.in_period(period),
            state,
            period,
            today,
            standings: collecting::standings(state, period, today),
            missing: collecting::missing(state, period),
        }
    }

    /// The organisations from which what was asked for has not come.
    pub fn waited_for(&self) -> impl Iterator<Item = OrganisationId> + '_ {
        let owed = (self.standings.iter()).filter(|it| it.is_owed() && it.is_reminded());
        owed.map(|it| it.organisation)
    }

    /// Why there is nothing to remind an organisation of; `None` where there is, or where the period knows no such organisation.
    #[must_use]
    pub fn needless(&self, organisation: OrganisationId) -> Option<String> {
        let it = self.standing(organisation).filter(|it| !it.is_reminded())?;
        let stage = self.locale.word(&it.stage);
        let (filled, of) = (it.filling.entered, it.filling.due);
        let organisation = name_in(self.state, self.period, organisation);
        let said = args![organisation, stage, filled, of];
        Some(self.with(Phrase::ReminderNeedless, &said))
    }

    /// To whom a letter goes: whoever heads the organisation today, of one that works no longer its last head.
    #[must_use]
    pub fn head(&self, id: OrganisationId) -> Option<PersonId> {
        let today = head_on(self.state, id, self.today);
        let then = || {
            let it = staffed_in(self.state, self.period, id)?;
            Some(it.head_on(it.days.1.min(self.today.max(it.days.0))))
        };
        today.or_else(then)?.person()
    }

    fn standing(&self, organisation: OrganisationId) -> Option<&Standing<'a>> {
        (self.standings.iter()).find(|it| it.organisation == organisation)
    }

    /// The title of a letter: «Напоминание · СШ № 12».
    #[must_use]
    pub fn title(&self, organisation: OrganisationId) -> String {
        let name = name_in(self.state, self.period, organisation);
        format!("{} · {name}", self.say(Phrase::Reminder))
    }

    /// The letter to an organisation, in lines of at most so many columns; `None` where the period knows no such organisation.
    #[must_use]
    pub fn letter(&self, organisation: OrganisationId, columns: usize) -> Option<Vec<String>> {
        let of = self.standing(organisation)?;
        let mut lines = self.addressee(organisation, columns);
        lines.push(String::new());
        lines.extend(wrap(&self.say(Phrase::ReminderSubject), columns));
        lines.push(String::new());
        for text in [self.asked(of), self.came(of)] {
            lines.extend(wrap(&text, columns));
            lines.push(String::new());
        }
        let missing = self.missing.get(&organisation);
        let missing = missing.filter(|it| !it.is_empty());
        let request = match missing {
            Some(_) => Phrase::ReminderRequest,
            None => Phrase::ReminderRequestAgain,
        };
        if let Some(missing) = missing {
            let (n, of) = (of.filling.missing(), of.filling.due);
            let heading = self.with(Phrase::ReminderMissing, &args![n, of]);
            lines.extend(wrap(&heading, columns));
            for id in missing {
                if let Some(it) = self.state.indicator_in(self.period, *id) {
                    lines.extend(named(&format!("  {}", it.code), CODES, &it.title, columns));
                }
            }
            lines.push(String::new());
        }
        lines.extend(wrap(&self.say(request), columns));
        lines.push(String::new());
        lines.push(self.signature(Phrase::ReminderSigned));
        lines.push(self.signature(Phrase::ReminderMadeBy));
        Some(lines)
    }

    /// All who were asked and have not sent, with their terms and how much is entered, in lines of at most so many columns.
    #[must_use]
    pub fn list(&self, columns: usize) -> Vec<String> {
        let waited: Vec<&Standing> = (self.standings.iter()).filter(|it| it.is_owed()).collect();
        let unasked = Wanted::NotRequested;
        let unasked = self.standings.iter().filter(|it| unasked.takes(it)).count();
        let heading = self.with(
            Phrase::NotSentHeading,
            &args![
                period = self.narrator.period(self.period),
                date = format::date(self.today),
                n = waited.len(),
                of = self.standings.len() - unasked
            ],
        );
        let mut lines = wrap(&heading, columns);
        lines.push(String::new());
        for (n, it) in waited.iter().enumerate() {
            let said = self.line(it);
            lines.extend(named(&format!("{}.", n + 1), 4, &said, columns));
        }
        if unasked > 0 {
            lines.push(String::new());
            let said = self.with(Phrase::NotSentUnasked, &args![n = unasked]);
            lines.extend(wrap(&said, columns));
        }
        lines
    }

    fn line(&self, it: &Standing) -> String {
        let name = name_in(self.state, self.period, it.organisation);
        let mut said = vec![format!("{name} — {}", self.locale.word(&it.stage))];
        if let Some((number, on)) = it.collection.and_then(Collection::request) {
            said.push(self.narrator.outgoing(number, &format::date(on)));
        }
        if let Some(expected) = it.expected {
            let date = format::date(expected);
            said.push(self.with(Phrase::CollectingDeadline, &args![date]));
        }
        if it.late > 0 {
            said.push(self.with(Phrase::OverdueBy, &args![n = it.late]));
        }
        let (filled, of) = (it.filling.entered, it.filling.due);
        said.push(self.with(Phrase::EnteredOf, &args![filled, of]));
        said.join("; ")
    }

    fn addressee(&self, id: OrganisationId, columns: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let settings = self.state.settings.as_ref();
        if let Some(it) = settings.filter(|it| !it.municipality.is_empty()) {
            lines.extend(wrap(&it.municipality, columns));
            lines.push(String::new());
        }
        let organisation = self.state.organisations.get(&id);
        let name = organisation.map_or("", |it| it.full_name.as_str());
        let name = match name {
            "" => name_in(self.state, self.period, id),
            name => name,
        };
        let head = match self.head(id) {
            Some(id) => self.narrator.person(id),
            None => self.say(Phrase::Vacancy),
        };
        for (label, text) in [
            (Phrase::ReminderTo, name.to_owned()),
            (Phrase::ReminderHead, head),
        ] {
            lines.extend(named(&self.say(label), 15, &text, columns));
        }
        lines
    }

    /// What was asked for, by which letter, by when.
    fn asked(&self, of: &Standing) -> String {
        let span = self.state.periods.get(&self.period);
        let day = |it: NaiveDate| format::date(it);
        let (from, to) = span.map_or_else(Default::default, |it| (day(it.from), day(it.to)));
        let period = self.narrator.period(self.period);
        let asked = match of.collection.and_then(Collection::request) {
            Some((number, on)) => {
                let paper = self.narrator.outgoing(number, &day(on));
                self.with(Phrase::ReminderAsked, &args![paper, period, from, to])
            }
            None => self.with(Phrase::ReminderExpected, &args![period, from, to]),
        };
        // Whoever was asked again is given no term that was over then.
        let again = of.collection.is_some_and(Collection::is_asked_again);
        let deadline = match again {
            true => of.expected,
            false => span.and_then(|it| it.deadline_of(of.organisation)),
        };
        match deadline {
            Some(it) => {
                let term = self.with(Phrase::ReminderTerm, &args![date = day(it)]);
                format!("{asked} {term}")
            }
            None => asked,
        }
    }

    /// What has come of it so far.
    fn came(&self, of: &Standing) -> String {
        let date = format::date(self.today);
        let returned = of.collection.and_then(Collection::returned);
        let mut said = match (of.stage, returned) {
            (CollectionStage::Returned, Some((reason, _, until))) => {
                let receipt = of.collection.and_then(Collection::receipt);
                let paper = receipt.map_or_else(String::new, |(number, on, _)| {
                    self.narrator.incoming(number, &format::date(on))
                });
                let reason = reason.trim_end_matches(['.', '!']);
                let back = self.with(Phrase::ReminderReturned, &args![paper, reason]);
                match until {
                    Some(it) => {
                        let date = format::date(it);
                        format!("{back} {}", self.with(Phrase::ReminderAgain, &args![date]))
                    }
                    None => back,
                }
            }
            (stage, _) if stage.waits() && of.filling.entered == 0 => {
                self.with(Phrase::ReminderNothing, &args![date])
            }
            _ => self.with(Phrase::ReminderPartly, &args![date]),
        };
        if of.late > 0 {
            said = format!(
                "{said} {}",
                self.with(Phrase::ReminderLate, &args![n = of.late])
            );
        }
        said
    }

    fn signature(&self, label: Phrase) -> String {
        format!("{} {}", self.say(label), "_".repeat(SIGNATURE))
    }

    fn say(&self, phrase: Phrase) -> String {
        self.locale.say(phrase)
    }

    fn with(&self, phrase: Phrase, args: &crate::locale::Args<'_>) -> String {
        self.locale.say_with(phrase, args)
    }
}
