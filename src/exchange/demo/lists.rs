//! The lists that the demo is made of: names, kinds of organisations, texts. Read from `fixtures/demo_*.toml`.

use crate::domain::people::{OrganisationKind, Role};
use crate::exchange::toml::{Fields, Problem, TomlDocument, TomlError};

const NAMES: (&str, &str) = (
    "fixtures/demo_names.toml",
    include_str!("../../../fixtures/demo_names.toml"),
);
const TEXTS: (&str, &str) = (
    "fixtures/demo_texts.toml",
    include_str!("../../../fixtures/demo_texts.toml"),
);

/// A word in its masculine and feminine form.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) male: String,
    pub(super) female: String,
}

/// A kind of organisation, and which numbers are of it.
#[derive(Clone, Debug)]
pub(super) struct KindOf {
    pub(super) kind: OrganisationKind,
    pub(super) name: String,
    pub(super) full_name: String,
    /// Whether it has classes 10 and 11.
    pub(super) senior: bool,
    pub(super) numbers: Vec<u32>,
}

/// A head with a name given beforehand.
#[derive(Clone, Debug)]
pub(super) struct NamedHead {
    pub(super) organisation: u32,
    pub(super) surname: String,
    pub(super) given: String,
    pub(super) patronymic: String,
}

/// Somebody who works with the demo store.
#[derive(Clone, Debug)]
pub(super) struct DemoUser {
    pub(super) account: String,
    pub(super) surname: String,
    pub(super) given: String,
    pub(super) patronymic: String,
    pub(super) roles: Vec<Role>,
}

/// Names and kinds.
#[derive(Clone, Debug)]
pub(super) struct Names {
    pub(super) municipality: String,
    pub(super) surnames: Vec<Pair>,
    pub(super) male: Vec<String>,
    pub(super) female: Vec<String>,
    pub(super) patronymics: Vec<Pair>,
    pub(super) kinds: Vec<KindOf>,
    pub(super) heads: Vec<NamedHead>,
    pub(super) users: Vec<DemoUser>,
}

/// Who carries out an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExecutorKind {
    Heads,
    Group,
    Post,
    User,
}

/// An assignment of a decision in the making.
#[derive(Clone, Debug)]
pub(super) struct AssignmentText {
    pub(super) text: String,
    pub(super) executor: ExecutorKind,
    /// The department or post, where one does it.
    pub(super) post: String,
    /// What is reported when it is done.
    pub(super) report: String,
}

/// A decision in the making.
#[derive(Clone, Debug)]
pub(super) struct DecisionText {
    pub(super) title: String,
    pub(super) reason: String,
    /// Codes of indicators that give ground for it.
    pub(super) about: Vec<String>,
    /// Number of the act it is signed as.
    pub(super) document: String,
    pub(super) assignments: Vec<AssignmentText>,
}

/// Texts with places to fill: {дата}, {номер}, {год}, {показатель}, {доля}.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    pub(super) sources: Vec<String>,
    pub(super) no_data_reasons: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) zero_notes: Vec<String>,
    pub(super) return_reasons: Vec<String>,
    pub(super) expected: Vec<String>,
    pub(super) general_advice: Vec<String>,
    /// A row for each direction; the last one fits any.
    pub(super) reports_done: Vec<Vec<String>>,
    pub(super) reports_part: Vec<String>,
    pub(super) reports_progress: Vec<String>,
    pub(super) release_reasons: Vec<String>,
    pub(super) prolong_grounds: Vec<String>,
    pub(super) cancelled_by: Vec<String>,
    pub(super) controls: Vec<String>,
    pub(super) end_reasons: Vec<String>,
    pub(super) decisions: Vec<DecisionText>,
}

impl Names {
    pub(super) fn shipped() -> Result<Names, TomlError> {
        let file = TomlDocument::parse(NAMES.0, NAMES.1)?;
        let mut fields = file.fields();
        let names = Names {
            municipality: fields.words("municipality")?,
            surnames: pairs(&mut fields, "surnames")?,
            male: some(&mut fields, "male_names")?,
            female: some(&mut fields, "female_names")?,
            patronymics: pairs(&mut fields, "patronymics")?,
            kinds: fields
                .tables("kinds")?
                .into_iter()
                .map(kind)
                .collect::<Result<_, _>>()?,
            heads: fields
                .tables("heads")?
                .into_iter()
                .map(head)
                .collect::<Result<_, _>>()?,
            users: fields
                .tables("users")?
                .into_iter()
                .map(user)
                .collect::<Result<_, _>>()?,
        };
        fields.finish()?;
        Ok(names)
    }
}

impl Texts {
    pub(super) fn shipped() -> Result<Texts, TomlError> {
        let file = TomlDocument::parse(TEXTS.0, TEXTS.1)?;
        let mut fields = file.fields();
        let texts = Texts {
            sources: some(&mut fields, "sources")?,
            no_data_reasons: some(&mut fields, "no_data_reasons")?,
            notes: some(&mut fields, "notes")?,
            zero_notes: some(&mut fields, "zero_notes")?,
            return_reasons: some(&mut fields, "return_reasons")?,
            expected: some(&mut fields, "expected")?,
            general_advice: some(&mut fields, "general_advice")?,
            reports_done: fields.text_rows("reports_done")?,
            reports_part: some(&mut fields, "reports_part")?,
            reports_progress: some(&mut fields, "reports_progress")?,
            release_reasons: some(&mut fields, "release_reasons")?,
            prolong_grounds: some(&mut fields, "prolong_grounds")?,
            cancelled_by: some(&mut fields, "cancelled_by")?,
            controls: some(&mut fields, "controls")?,
            end_reasons: some(&mut fields, "end_reasons")?,
            decisions: fields
                .tables("decisions")?
                .into_iter()
                .map(decision)
                .collect::<Result<_, _>>()?,
        };
        fields.finish()?;
        Ok(texts)
    }
}

/// A list of texts that must not be empty.
fn some(fields: &mut Fields<'_>, field: &'static str) -> Result<Vec<String>, TomlError> {
    let texts = fields.texts(field)?;
    if texts.is_empty() {
        return Err(fields.fault(field, Problem::Missing));
    }
    Ok(texts)
}

fn pairs(fields: &mut Fields<'_>, field: &'static str) -> Result<Vec<Pair>, TomlError> {
    let rows = fields.text_rows(field)?;
    rows.into_iter()
        .map(|row| match <[String; 2]>::try_from(row) {
            Ok([male, female]) => Ok(Pair { male, female }),
            Err(_) => Err(fields.fault(field, Problem::Missing)),
        })
        .collect()
}

fn kind(mut fields: Fields<'_>) -> Result<KindOf, TomlError> {
    let kind = KindOf {
        kind: fields.named("kind")?,
        name: fields.words("name")?,
        full_name: fields.words("full_name")?,
        senior: fields.truth("senior", true)?,
        numbers: fields.wholes("numbers")?,
    };
    fields.finish()?;
    Ok(kind)
}

fn head(mut fields: Fields<'_>) -> Result<NamedHead, TomlError> {
    let head = NamedHead {
        organisation: fields.whole("organisation")?,
        surname: fields.words("surname")?,
        given: fields.words("given")?,
        patronymic: fields.words("patronymic")?,
    };
    fields.finish()?;
    Ok(head)
}

fn user(mut fields: Fields<'_>) -> Result<DemoUser, TomlError> {
    let user = DemoUser {
        account: fields.words("account")?,
        surname: fields.words("surname")?,
        given: fields.words("given")?,
        patronymic: fields.words("patronymic")?,
        roles: fields.named_list("roles")?,
    };
    fields.finish()?;
    Ok(user)
}

fn decision(mut fields: Fields<'_>) -> Result<DecisionText, TomlError> {
    let decision = DecisionText {
        title: fields.words("title")?,
        reason: fields.words("reason")?,
        about: some(&mut fields, "about")?,
        document: fields.words("document")?,
        assignments: fields
            .tables("assignments")?
            .into_iter()
            .map(assignment)
            .collect::<Result<_, _>>()?,
    };
    fields.finish()?;
    Ok(decision)
}

fn assignment(mut fields: Fields<'_>) -> Result<AssignmentText, TomlError> {
    let text = fields.words("text")?;
    let name = fields.words("executor")?;
    let executor = match name.as_str() {
        "heads" => ExecutorKind::Heads,
        "group" => ExecutorKind::Group,
        "post" => ExecutorKind::Post,
        "user" => ExecutorKind::User,
        _ => return Err(fields.not_one_of("executor", name, &["heads", "group", "post", "user"])),
    };
    let (post, report) = (fields.text("post")?, fields.words("report")?);
    fields.finish()?;
    Ok(AssignmentText {
        text,
        executor,
        post,
        report,
    })
}
