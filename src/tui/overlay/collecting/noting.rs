//! The form in which something is noted of organisations: number, day, form, reason; what is usual stands there already.

use super::steps::{Move, command};
use super::whom;
use crate::analysis::collecting::{self, Standing};
use crate::args;
use crate::domain::collection::{
    Collection, CollectionDeed, CollectionEvent, CollectionStep, ReceiptForm,
};
use crate::domain::command::{Command, Seen};
use crate::domain::date::Side;
use crate::domain::ids::{OrganisationId, PeriodId, Seq};
use crate::domain::record::{Commit, Key, Record};
use crate::domain::refusal::Field as RefusedField;
use crate::domain::text::fold;
use crate::domain::value::Source;
use crate::locale::format::NBSP;
use crate::locale::{Phrase, format};
use crate::tui::app::App;
use crate::tui::followup::term;
use crate::tui::inline::purpose::{self, Fault, Purpose, SEEN, Version};
use crate::tui::status::Tone;
use crate::tui::widget::form::{Field, Form, Kind};

const DATE: &str = "date";
const NUMBER: &str = "number";
const FORM: &str = "form";
const SOURCE: &str = "source";
const REASON: &str = "reason";
const UNTIL: &str = "until";

/// What is noted, and of whom.
#[derive(Clone, Debug)]
pub(super) struct Noting {
    period: PeriodId,
    whom: Vec<OrganisationId>,
    /// Those of whom it cannot be noted now.
    left: Vec<OrganisationId>,
    step: Move,
    /// Whether the paper is to be the source of what is entered next.
    is_source: bool,
}

/// What a form is for, to which kept input belongs.
#[must_use]
pub fn purpose_of(app: &App, words: &[&str]) -> Option<Box<dyn Purpose>> {
    let [step, period, whom] = words else {
        return None;
    };
    let period = PeriodId(period.parse().ok()?);
    app.state().periods.get(&period)?;
    let whom = whom::of_place(app, whom);
    if whom.is_empty() {
        return None;
    }
    let noting = Noting::new(period, whom, Vec::new(), Move::named(step)?);
    Some(Box::new(noting))
}

impl Noting {
    pub(super) fn new(
        period: PeriodId,
        whom: Vec<OrganisationId>,
        left: Vec<OrganisationId>,
        step: Move,
    ) -> Noting {
        Noting {
            period,
            whom,
            left,
            step,
            is_source: false,
        }
    }

    /// The request that is put right.
    fn wrong<'a>(&self, app: &'a App) -> Option<&'a CollectionEvent> {
        let there = self.there(app).filter(|_| self.step == Move::Correct)?;
        there.events.iter().rfind(|it| it.is_request())
    }

    /// Where a request of the day that is typed comes to stand, in words.
    fn stands(&self, form: &Form, app: &App) -> Option<String> {
        let there = self.there(app).filter(|_| self.step == Move::Request)?;
        let on = term::date_of(form, DATE, app, Side::Past).ok()?;
        Some(app.say(match there.begins_with(on) {
            true => Phrase::RequestBegins,
            false => Phrase::RequestAgain,
        }))
    }

    fn one(&self) -> Option<OrganisationId> {
        match self.whom.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn there<'a>(&self, app: &'a App) -> Option<&'a Collection> {
        let there = app.state().collection(self.period, self.one()?);
        there.map(|it| &it.body)
    }

    /// Those of whom not all is entered, with how much of it is, where what came is to be taken.
    fn not_entered(&self, app: &App) -> Option<String> {
        if self.step != Move::Accept {
            return None;
        }
        let all = collecting::standings(app.state(), self.period, app.now.today);
        let lacks = |it: &&Standing| self.whom.contains(&it.organisation) && !it.is_entered();
        let lacking: Vec<&Standing> = all.iter().filter(lacks).collect();
        let ids: Vec<OrganisationId> = lacking.iter().map(|it| it.organisation).collect();
        let how_much = |id| {
            let it = lacking.iter().find(|it| it.organisation == id)?;
            let (n, of) = (it.filling.entered, it.filling.due);
            Some(app.say_with(Phrase::MoveOfHowMany, &args![n, of]))
        };
        let said = |id| how_much(id).map_or_else(String::new, |it| format!(" ({it})"));
        let names = whom::names_with(app, &ids, said);
        let n = ids.len();
        (n > 0).then(|| app.say_with(Phrase::CollectingNotEntered, &args![n, names]))
    }

    /// By when it is expected again where no day is given.
    fn without_term(&self, app: &App) -> String {
        let period = app.state().periods.get(&self.period);
        let term = (period.zip(self.whom.first())).and_then(|(it, id)| it.deadline_of(*id));
        match term.filter(|it| *it >= app.now.today) {
            Some(date) => {
                let date = format::date(date);
                app.say_with(Phrase::UntilAsBefore, &args![date])
            }
            None => app.say(Phrase::UntilNone),
        }
    }

    /// What was seen of each when the form was opened.
    fn seen(&self, app: &App) -> String {
        let one = |id: &OrganisationId| {
            let seen = app.mirror.seen(Key::Collection(self.period, *id));
            format!("{}:{}", id.0, told(seen))
        };
        match self.record() {
            Some(key) => told(app.mirror.seen(key)),
            None => self.whom.iter().map(one).collect::<Vec<_>>().join(" "),
        }
    }
}

/// A number without the words before it: «вх. № 123» and «вх. 123» are «123».
fn bare(typed: &str) -> String {
    let number = typed.rsplit_once('№').map_or(typed, |it| it.1).trim();
    let word = |it: &str| matches!(fold(it).trim_end_matches('.'), "вх" | "исх");
    match number.split_once(char::is_whitespace) {
        Some((first, rest)) if word(first) => rest.trim().to_owned(),
        _ => number.to_owned(),
    }
}

fn told(seen: Seen) -> String {
    match seen {
        Seen::At(seq) => seq.0.to_string(),
        Seen::Absent => "-".to_owned(),
    }
}

/// What was seen of an organisation, by the hidden field.
fn seen_of(form: &Form, id: OrganisationId) -> Option<Seen> {
    let text = form.text(SEEN);
    let all = text.split_whitespace().filter_map(|it| it.split_once(':'));
    let mut of = all.filter(|(it, _)| it.parse() == Ok(id.0));
    let seq = of.next()?.1.parse().map(Seq);
    Some(seq.map_or(Seen::Absent, Seen::At))
}

impl Purpose for Noting {
    fn title(&self, app: &App) -> String {
        let whom = whom::title(app, &self.whom);
        let (dot, what) = (app.theme.glyphs.dot, app.say(self.step.title()));
        format!("{what} {dot} {whom}")
    }

    fn place(&self) -> String {
        let whom = whom::in_place(&self.whom);
        format!("collecting {} {} {whom}", self.step.name(), self.period.0)
    }

    fn needs(&self) -> Option<PeriodId> {
        Some(self.period)
    }

    /// Only a request is put right; everything else is one thing more.
    fn record(&self) -> Option<Key> {
        let key = Key::Collection(self.period, self.one()?);
        (self.step == Move::Correct).then_some(key)
    }

    fn about(&self, app: &App) -> Vec<String> {
        let last = |it: &'_ Collection| it.events.last().cloned();
        let last = (self.wrong(app).cloned()).or_else(|| self.there(app).and_then(last));
        let mut about = vec![match &last {
            Some(last) => app.narrator().collection_event(last),
            None if self.whom.len() > 1 => whom::names(app, &self.whom),
            None => app.say(Phrase::NothingNotedYet),
        }];
        if !self.left.is_empty() {
            let (n, names) = (self.left.len(), whom::names(app, &self.left));
            let phrase = match self.step {
                Move::Request => Phrase::CollectingAsked,
                _ => Phrase::CollectingLeftOut,
            };
            about.push(app.say_with(phrase, &args![n, names]));
        }
        about.extend(self.not_entered(app));
        about
    }

    fn build(&self, app: &App) -> Form {
        let today = format::date(app.now.today);
        let date = || Field::line(DATE, app.say(Phrase::LabelDate), &today);
        let number = |label, text: &str| Field::line(NUMBER, app.say(label), text).dated(DATE);
        let mut fields = match self.step {
            Move::Correct => {
                let (paper, on) = (self.there(app).and_then(Collection::request))
                    .map_or(("", today.clone()), |(it, on)| (it, format::date(on)));
                vec![
                    number(Phrase::LabelOutgoing, paper),
                    Field::line(DATE, app.say(Phrase::LabelDate), &on),
                ]
            }
            Move::Request | Move::Remind => vec![number(Phrase::LabelOutgoing, ""), date()],
            Move::Receive => {
                let form = collecting::last_form(app.state(), self.period);
                let at = ReceiptForm::ALL.iter().position(|it| Some(*it) == form);
                let forms = ReceiptForm::ALL.map(|it| app.locale.word(&it));
                vec![
                    number(Phrase::LabelIncoming, ""),
                    date(),
                    Field::choice(
                        FORM,
                        app.say(Phrase::LabelReceiptForm),
                        forms.into(),
                        at.unwrap_or(0),
                    ),
                ]
            }
            Move::Return => vec![
                Field::text(REASON, app.say(Phrase::LabelReason), ""),
                Field::line(UNTIL, app.say(Phrase::LabelNewTerm), ""),
                date(),
            ],
            Move::Accept | Move::TakeBack | Move::Letter => vec![date()],
        };
        if self.step == Move::Receive && self.one().is_some() {
            let choices = [Phrase::SourceOfNext, Phrase::SourceLeft].map(|it| app.say(it));
            let label = app.say(Phrase::LabelSourceOfNext);
            fields.push(Field::choice(SOURCE, label, choices.into(), 0));
        }
        fields.push(Field::new(SEEN, "", Kind::Hidden(self.seen(app))));
        Form::new(fields, app.say(Phrase::ButtonNote))
    }

    fn renew(&mut self, form: &mut Form, app: &App) {
        term::hint_date(form, DATE, app, Side::Past);
        term::hint_date(form, UNTIL, app, Side::Coming);
        if form.field(UNTIL).is_some() && form.text(UNTIL).trim().is_empty() {
            let note = self.without_term(app);
            if let Some(field) = form.field_mut(UNTIL) {
                field.note = note;
            }
        }
        let stands = self.stands(form, app).unwrap_or_default();
        if let Some(field) = form.field_mut(DATE).filter(|_| self.step == Move::Request) {
            field.note = stands;
        }
        if self.step == Move::Receive {
            // The register gives the number; what is known here is where it has come to.
            let last = collecting::last_number(app.state(), self.period).map(|(number, on)| {
                let date = format::date(on);
                app.say_with(Phrase::LastIncoming, &args![number, date])
            });
            form.hint(NUMBER, last.unwrap_or_default());
        }
        let asked = form.field(SOURCE).is_some();
        self.is_source = asked && form.choice(SOURCE) == 0 && !form.text(NUMBER).is_empty();
    }

    fn command(&self, form: &Form, app: &App) -> Result<Command, Fault> {
        let number = bare(&form.text(NUMBER));
        let form_of = || ReceiptForm::ALL.get(form.choice(FORM)).copied();
        let deed = match self.step {
            Move::Request | Move::Correct => CollectionDeed::Requested { number },
            Move::Remind => CollectionDeed::Reminded { number },
            Move::Receive => CollectionDeed::Received {
                number,
                form: form_of().unwrap_or(ReceiptForm::Paper),
            },
            Move::Return => CollectionDeed::Returned {
                reason: form.text(REASON),
                until: term::date_or_none(form, UNTIL, app, Side::Coming)?,
            },
            Move::Accept | Move::TakeBack | Move::Letter => CollectionDeed::Accepted,
        };
        let on = term::date_of(form, DATE, app, Side::Past)?;
        let event = CollectionEvent { on, deed };
        let step = match self.step {
            Move::Correct => CollectionStep::PutRight(event),
            _ => CollectionStep::Note(event),
        };
        let mut command = command(app, self.period, &self.whom, step);
        if let Command::Collect(it) = &mut command {
            for (id, seen) in &mut it.organisations {
                *seen = match self.record() {
                    Some(_) => purpose::seen_or_absent(form),
                    None => seen_of(form, *id).unwrap_or(*seen),
                };
            }
        }
        Ok(command)
    }

    fn field_of(&self, field: RefusedField) -> Option<&'static str> {
        Some(match field {
            RefusedField::Number => NUMBER,
            RefusedField::Date => DATE,
            RefusedField::Reason => REASON,
            RefusedField::Until => UNTIL,
            _ => return None,
        })
    }

    fn versions(&self, theirs: &Record, form: &Form, app: &App) -> Vec<Version> {
        let Record::Collection(theirs) = theirs else {
            return Vec::new();
        };
        if self.record().is_some() {
            let theirs = theirs
                .request()
                .map(|(number, on)| (number, format::date(on)));
            let paper = |(number, date): (&str, String)| app.narrator().outgoing(number, &date);
            let mine = paper((&bare(&form.text(NUMBER)), form.text(DATE)));
            let theirs = theirs.map(paper).unwrap_or_default();
            let label = app.say(Phrase::CommandCollectRequested);
            return Vec::from_iter((theirs != mine).then_some((label, theirs, mine)));
        }
        let last = theirs.events.last();
        let last = last.map(|it| app.narrator().collection_event(it));
        let (label, mine) = (app.say(Phrase::LabelState), app.say(self.step.title()));
        vec![(label, last.unwrap_or_default(), mine)]
    }

    fn rest_on(&mut self, key: Key, seen: Seq, form: &mut Form) {
        self.rest(key, Seen::At(seen), form);
    }

    fn rest_on_nothing(&mut self, key: Key, form: &mut Form) {
        self.rest(key, Seen::Absent, form);
    }

    fn done(&self, commit: &Commit, app: &mut App) {
        if !self.is_source {
            return;
        }
        let mut is_set = false;
        for change in &commit.changes {
            let (Key::Collection(period, organisation), Some(Record::Collection(it))) =
                (change.key, &change.after)
            else {
                continue;
            };
            if let Some((number, on, _)) = it.receipt() {
                let paper = app.narrator().incoming(number, &format::date(on));
                // As somebody would type it.
                let source = Source::Text(paper.replace(NBSP, " "));
                app.entry.has_sent(period, organisation, source);
                is_set = true;
            }
        }
        if is_set {
            let done = app.narrator().commit(commit);
            let names = whom::names(app, &self.whom);
            let set = app.say_with(Phrase::EntrySourceOf, &args![names]);
            let sentence = format!("{done} {} {set}", app.theme.glyphs.dot);
            app.status.tell(Tone::Good, sentence);
        }
    }
}

impl Noting {
    fn rest(&self, key: Key, seen: Seen, form: &mut Form) {
        let Key::Collection(_, id) = key else { return };
        if self.record().is_some() {
            return form.set(SEEN, &told(seen));
        }
        let all = self.whom.iter().map(|it| {
            let now = if *it == id {
                Some(seen)
            } else {
                seen_of(form, *it)
            };
            format!("{}:{}", it.0, told(now.unwrap_or(Seen::Absent)))
        });
        let all = all.collect::<Vec<_>>().join(" ");
        form.set(SEEN, &all);
    }
}
