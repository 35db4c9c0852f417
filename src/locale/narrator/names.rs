//! What a record is called in a sentence: «6.2 · СШ № 12», «приказ от 01.06.2026 № 259/1».

use super::Narrator;
use crate::domain::catalogue::Indicator;
use crate::domain::evidence::Document;
use crate::domain::followup::{Addressee, Due, Executor, Prolongation, ReportOn, due_now};
use crate::domain::ids::{
    AssignmentId, DecisionId, DocumentId, EditionId, IndicatorId, OrganisationId, PROGRAM,
    PeriodId, PersonId, UserId,
};
use crate::domain::people::{Person, User};
use crate::domain::record::{Key, Kind, Record};
use crate::domain::state::Stamp;
use crate::domain::text::initials;
use crate::domain::value::{Cell, Entry, Source, Subject};
use crate::locale::{Phrase, args, format};

/// Takes the inside of the record under a key.
macro_rules! inside {
    ($narrator:expr, $key:expr, $kind:ident) => {
        match $narrator.record($key) {
            Some(Record::$kind(body)) => Some(body),
            _ => None,
        }
    };
}
pub(super) use inside;

impl Narrator<'_> {
    /// «СШ № 12».
    pub fn organisation(&self, id: OrganisationId) -> String {
        inside!(self, Key::Organisation(id), Organisation)
            .map_or_else(|| self.unknown(Kind::Organisation, id.0), |it| it.name)
    }

    /// «Ерёмин К. Л.».
    pub fn person(&self, id: PersonId) -> String {
        inside!(self, Key::Person(id), Person).map_or_else(
            || self.unknown(Kind::Person, id.0),
            |it| self.short_name(id, &it),
        )
    }

    /// «Ерёмин К. Л.», or what is said of somebody whose data was erased.
    fn short_name(&self, id: PersonId, person: &Person) -> String {
        if person.is_erased() {
            return self.with(Phrase::NameErased, &args![id = id.0.to_string()]);
        }
        initials(&person.surname, &person.given, &person.patronymic)
    }

    /// The surname of whoever uses the account, else the account: «Орлова», «ivanova»; with initials where somebody else has the same
    /// surname, and with the account where even that tells nobody apart.
    pub fn user(&self, id: UserId) -> String {
        if id == PROGRAM {
            return self.say(Phrase::NameProgram);
        }
        let Some(user) = inside!(self, Key::User(id), User) else {
            return self.unknown(Kind::User, id.0);
        };
        let Some(person) = self.person_of(&user).filter(|it| !it.surname.is_empty()) else {
            return user.account;
        };
        match self.has_namesake(id, |it| it.surname == person.surname) {
            true => self.user_in_full(id),
            false => person.surname,
        }
    }

    /// «Орлова А. П.», else the account; «Орлова А. П. (orlova2)» where somebody else is called the same.
    pub fn user_in_full(&self, id: UserId) -> String {
        let Some(user) = inside!(self, Key::User(id), User) else {
            return self.user(id);
        };
        let (Some(number), Some(person)) = (user.person, self.person_of(&user)) else {
            return user.account;
        };
        let name = self.short_name(number, &person);
        let same = |it: &Person| self.short_name(number, it) == name;
        match person.is_erased() || self.has_namesake(id, same) {
            true => self.with(
                Phrase::NameWithAccount,
                &args![name, account = user.account],
            ),
            false => name,
        }
    }

    fn person_of(&self, user: &User) -> Option<Person> {
        inside!(self, Key::Person(user.person?), Person)
    }

    /// Whether such a person stands behind an account other than this one. Two accounts of one person are told apart by the accounts.
    fn has_namesake(&self, id: UserId, is_it: impl Fn(&Person) -> bool) -> bool {
        let mut others = self.names.users.iter().filter(|it| *it.0 != id);
        others.any(|(_, it)| {
            let person = it.person.and_then(|id| self.names.persons.get(&id));
            person.is_some_and(|it| is_it(it))
        })
    }

    /// «Орлова, 23.05.2026 12:40».
    pub fn stamp(&self, stamp: &Stamp) -> String {
        self.with(
            Phrase::WhoAndWhen,
            &args![who = self.user(stamp.by), when = self.moment(stamp.at)],
        )
    }

    /// «2025/26».
    pub fn period(&self, id: PeriodId) -> String {
        inside!(self, Key::Period(id), Period)
            .map_or_else(|| self.unknown(Kind::Period, id.0), |it| it.name)
    }

    /// The code of an indicator in a period's edition: «6.2».
    pub fn indicator(&self, period: PeriodId, id: IndicatorId) -> String {
        self.indicator_in(period, id)
            .map_or_else(|| self.unknown(Kind::Indicator, id.0), |it| it.code)
    }

    /// An indicator as a period's edition words it, also of what is about to be.
    pub fn indicator_in(&self, period: PeriodId, id: IndicatorId) -> Option<Indicator> {
        let edition = inside!(self, Key::Period(period), Period)?.edition;
        inside!(self, Key::Indicator(edition, id), Indicator)
    }

    /// Whom a value describes.
    pub fn subject(&self, subject: Subject) -> String {
        match subject {
            Subject::Organisation(id) => self.organisation(id),
            Subject::Person(id) => self.person(id),
            Subject::Municipality => self.say(Phrase::SubjectMunicipality),
        }
    }

    /// «6.2 · СШ № 12», with its period when that is not the one shown.
    pub fn cell(&self, cell: Cell) -> String {
        let indicator = self.indicator(cell.period, cell.indicator);
        let what = self.with(
            Phrase::NameCell,
            &args![indicator, whom = self.subject(cell.subject)],
        );
        self.dated(cell.period, what)
    }

    /// Puts the period before a name when it is not the one shown.
    pub(super) fn dated(&self, period: PeriodId, what: String) -> String {
        match self.shown {
            Some(shown) if shown != period => self.with(
                Phrase::NameInPeriod,
                &args![period = self.period(period), what],
            ),
            _ => what,
        }
    }

    /// What stands in a cell: «87,5 %», «да», «н/п: нет 11 классов».
    pub fn entry(&self, cell: Cell, entry: &Entry) -> String {
        self.locale.entry(
            self.indicator_in(cell.period, cell.indicator).as_ref(),
            entry,
        )
    }

    /// Where a value comes from; nothing where that was not said.
    pub fn source(&self, source: Option<&Source>) -> String {
        match source {
            Some(Source::Text(text)) => text.clone(),
            Some(Source::Document(id)) => self.document(*id),
            None => String::new(),
        }
    }

    /// «приказ от 01.06.2026 № 259/1»; without requisites the title, else the kind alone.
    pub fn document(&self, id: DocumentId) -> String {
        inside!(self, Key::Document(id), Document).map_or_else(
            || self.unknown(Kind::Document, id.0),
            |it| self.requisites(&it),
        )
    }

    /// The short requisites of a document: «приказ от 01.06.2026 № 259/1».
    pub fn requisites(&self, document: &Document) -> String {
        let mut line = self.locale.word(&document.kind);
        let date = (self.day_of_document(document))
            .map(|date| self.with(Phrase::DocumentDated, &args![date]));
        let number = (!document.number.is_empty())
            .then(|| self.with(Phrase::DocumentNumbered, &args![number = &document.number]));
        let title = (date.is_none() && number.is_none() && !document.title.is_empty())
            .then(|| self.quoted(&document.title));
        for part in [date, number, title].into_iter().flatten() {
            line.push(' ');
            line.push_str(&part);
        }
        line
    }

    /// «решение · приказ от 01.06.2026 № 259/1», or by its title while it has no act.
    pub fn decision(&self, id: DecisionId) -> String {
        let Some(it) = inside!(self, Key::Decision(id), Decision) else {
            return self.unknown(Kind::Decision, id.0);
        };
        let what = it
            .document
            .map_or_else(|| self.quoted(&it.title), |id| self.document(id));
        self.with(Phrase::NameDecision, &args![what])
    }

    /// «поручение 2.1 · решение · приказ от 01.06.2026 № 259/1».
    pub fn assignment(&self, id: AssignmentId) -> String {
        let Some(it) = inside!(self, Key::Assignment(id), Assignment) else {
            return self.unknown(Kind::Assignment, id.0);
        };
        self.with(
            Phrase::NameAssignment,
            &args![number = &it.number, decision = self.decision(it.decision)],
        )
    }

    /// What a report is about.
    pub fn report_on(&self, on: ReportOn) -> String {
        match on {
            ReportOn::Assignment(id) => self.assignment(id),
            ReportOn::Recommendation(id) => self.key(Key::Recommendation(id)),
        }
    }

    /// «до 15.12.2026», «ежеквартально до 5-го», «постоянно».
    pub fn due(&self, due: Due) -> String {
        match due {
            Due::On(date) => self.with(Phrase::DueOn, &args![date = format::date(date)]),
            Due::Quarterly(day) => self.with(Phrase::DueQuarterly, &args![day]),
            Due::Monthly(day) => self.with(Phrase::DueMonthly, &args![day]),
            Due::Standing => self.say(Phrase::DueStanding),
        }
    }

    /// The term in force, with the first date where it was moved: «до 20.01.2027, продлено с 15.12.2026».
    pub fn term(&self, first: Due, prolongations: &[Prolongation]) -> String {
        match (due_now(first, prolongations).date(), first.date()) {
            (Some(date), Some(first)) if !prolongations.is_empty() => self.with(
                Phrase::DueProlonged,
                &args![date = format::date(date), first = format::date(first)],
            ),
            _ => self.due(due_now(first, prolongations)),
        }
    }

    /// «СШ № 12 и ещё 3 ОО».
    pub fn addressees(&self, addressees: &[Addressee]) -> String {
        self.several(addressees.iter().map(|it| it.organisation))
    }

    pub(super) fn several(
        &self,
        mut organisations: impl ExactSizeIterator<Item = OrganisationId>,
    ) -> String {
        let Some(first) = organisations.next() else {
            return self.say(Phrase::CellEmpty);
        };
        match organisations.len() {
            0 => self.organisation(first),
            n => self.with(
                Phrase::WhomAndMore,
                &args![first = self.organisation(first), n],
            ),
        }
    }

    /// Who does an assignment.
    pub fn executor(&self, executor: &Executor) -> String {
        match executor {
            Executor::Head(it) => it
                .person
                .map_or_else(|| self.organisation(it.organisation), |id| self.person(id)),
            Executor::User(id) => self.user(*id),
            Executor::Post(text) => text.clone(),
            Executor::Group(organisations) => self.several(organisations.iter().copied()),
        }
    }

    /// What the record under a key is called; its kind and number when there is none.
    pub fn key(&self, key: Key) -> String {
        self.key_name(key)
            .unwrap_or_else(|| self.unknown(key.kind(), key.own_id().unwrap_or_default()))
    }

    fn key_name(&self, key: Key) -> Option<String> {
        Some(match key {
            Key::Settings => self.locale.word(&Kind::Settings),
            Key::Edition(id) => self.with(
                Phrase::NameEdition,
                &args![number = self.edition_number(id)?],
            ),
            Key::Direction(edition, _) => {
                let code = inside!(self, key, Direction)?.code;
                self.with(
                    Phrase::NameDirection,
                    &args![code, edition = self.edition_number(edition)?],
                )
            }
            Key::Indicator(edition, _) => {
                let it = inside!(self, key, Indicator)?;
                // A copy has no code of its own yet.
                let code = match it.code.is_empty() {
                    true => self.with(Phrase::Quoted, &args![text = it.short]),
                    false => it.code,
                };
                self.with(
                    Phrase::NameIndicator,
                    &args![code, edition = self.edition_number(edition)?],
                )
            }
            Key::BaseQuantity(_) => self.with(
                Phrase::NameBaseQuantity,
                &args![title = inside!(self, key, BaseQuantity)?.title],
            ),
            Key::BaseValue(period, base, organisation) => {
                let quantity = inside!(self, Key::BaseQuantity(base), BaseQuantity)?.title;
                let what = self.with(
                    Phrase::NameBaseValue,
                    &args![quantity, organisation = self.organisation(organisation)],
                );
                self.dated(period, what)
            }
            Key::Reference(period, indicator) => {
                let what = self.with(
                    Phrase::NameReference,
                    &args![indicator = self.indicator(period, indicator)],
                );
                self.dated(period, what)
            }
            Key::Organisation(id) => self.organisation(id),
            Key::Person(id) => self.person(id),
            Key::Appointment(_) => {
                let it = inside!(self, key, Appointment)?;
                let (organisation, person) =
                    (self.organisation(it.organisation), self.person(it.person));
                self.with(Phrase::NameAppointment, &args![organisation, person])
            }
            Key::Period(id) => self.with(Phrase::NamePeriod, &args![name = self.period(id)]),
            Key::Value(cell) => self.cell(cell),
            Key::Recommendation(_) => {
                let it = inside!(self, key, Recommendation)?;
                let whom = self.addressees(&it.addressees);
                match it.ground {
                    Some(cell) => {
                        let indicator = self.indicator(cell.period, cell.indicator);
                        self.with(Phrase::NameRecommendationOn, &args![indicator, whom])
                    }
                    None => self.with(Phrase::NameRecommendation, &args![whom]),
                }
            }
            Key::Decision(id) => self.decision(id),
            Key::Assignment(id) => self.assignment(id),
            Key::Report(_) => self.with(
                Phrase::NameReport,
                &args![what = self.report_on(inside!(self, key, Report)?.on)],
            ),
            Key::Document(id) => self.document(id),
            Key::User(_) => self.with(
                Phrase::NameUser,
                &args![account = inside!(self, key, User)?.account],
            ),
            Key::Deputy(_) => {
                let it = inside!(self, key, Deputy)?;
                let (deputy, head) = (self.user(it.user), self.user(it.head));
                self.with(Phrase::NameDeputy, &args![deputy, head])
            }
            Key::Results(id) => self.with(Phrase::NameResults, &args![period = self.period(id)]),
            Key::ResultRow(period, organisation) => {
                let (period, organisation) = (self.period(period), self.organisation(organisation));
                self.with(Phrase::NameResultRow, &args![period, organisation])
            }
            Key::Collection(period, organisation) => {
                let (period, organisation) = (self.period(period), self.organisation(organisation));
                self.with(Phrase::NameCollection, &args![period, organisation])
            }
            Key::Alias(_) => self.alias(&inside!(self, key, Alias)?.text),
            Key::BroughtFile(_) => self.brought_file(&inside!(self, key, BroughtFile)?.name),
            Key::Requirement(_)
            | Key::Citation(_)
            | Key::Section(_)
            | Key::Round(_)
            | Key::Goal(_)
            | Key::AnalysisNote(_)
            | Key::Activity(_)
            | Key::Review(_) => self.of_the_cycle(key)?,
            Key::Correction(cell) => {
                self.with(Phrase::NameCorrection, &args![cell = self.cell(cell)])
            }
            Key::Objection(_) => {
                let it = inside!(self, key, Objection)?;
                let organisation = self.organisation(it.organisation);
                self.with(
                    Phrase::NameObjection,
                    &args![organisation, number = it.number],
                )
            }
            Key::Qualification(_) => {
                let person = self.person(inside!(self, key, Qualification)?.person);
                self.with(Phrase::NameQualification, &args![person])
            }
            Key::Attestation(_) => {
                let person = self.person(inside!(self, key, Attestation)?.person);
                self.with(Phrase::NameAttestation, &args![person])
            }
            Key::Contract(_) => {
                let it = inside!(self, key, Contract)?;
                let (organisation, person) =
                    (self.organisation(it.organisation), self.person(it.person));
                self.with(Phrase::NameContract, &args![organisation, person])
            }
            Key::Rule(edition, kind) => {
                let edition = self.edition_number(edition)?;
                let rule = self.locale.word(&kind);
                self.with(Phrase::NameRule, &args![rule, edition])
            }
            Key::Confirmation(cell, kind) => {
                let (cell, rule) = (self.cell(cell), self.locale.word(&kind));
                self.with(Phrase::NameConfirmation, &args![cell, rule])
            }
            Key::Candidate(_) => {
                let person = self.person(inside!(self, key, Candidate)?.person);
                self.with(Phrase::NameCandidate, &args![person])
            }
        })
    }

    pub(super) fn edition_number(&self, id: EditionId) -> Option<u32> {
        Some(inside!(self, Key::Edition(id), Edition)?.number)
    }

    pub(super) fn quoted(&self, text: &str) -> String {
        self.with(Phrase::Quoted, &args![text])
    }

    /// «организация № 7»: a name that cannot be found must not stop a sentence.
    fn unknown(&self, kind: Kind, id: u32) -> String {
        self.with(
            Phrase::NameUnknown,
            &args![kind = self.locale.word(&kind), id = id.to_string()],
        )
    }
}
