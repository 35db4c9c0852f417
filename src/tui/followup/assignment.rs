//! The assignments of a decision as fields of its form: a group for each, added by an action and taken away by a key.

use super::executor;
use super::target::Target;
use super::term;
use crate::args;
use crate::domain::command::AssignmentDraft;
use crate::domain::followup::{Assignment, Executor};
use crate::domain::ids::{AssignmentId, PeriodId, Seq};
use crate::locale::Phrase;
use crate::tui::app::App;
use crate::tui::command::hints;
use crate::tui::command::table::CommandId;
use crate::tui::inline::purpose::Fault;
use crate::tui::text;
use crate::tui::widget::form::{Field, Form, Kind};

/// The action that adds one; the groups stand before it.
pub const ADD: &str = "add";

/// What the groups of a form have in common.
#[derive(Clone, Debug)]
pub struct Common {
    /// The period of the decision.
    pub period: PeriodId,
    /// Rows that the decision is about.
    pub targets: Vec<Target>,
}

fn name(group: usize, field: &str) -> String {
    format!("a{group}.{field}")
}

/// The group that a field belongs to.
fn group_of(field: &str) -> Option<usize> {
    let (group, _) = field.strip_prefix('a')?.split_once('.')?;
    group.parse().ok()
}

/// The groups of a form, from top to bottom.
fn groups(form: &Form) -> Vec<usize> {
    let numbers = form.fields.iter().filter(|it| it.name.ends_with(".number"));
    numbers.filter_map(|it| group_of(&it.name)).collect()
}

/// The fields of one assignment: a new one, or one that is there.
#[must_use]
pub fn fields(
    app: &App,
    common: &Common,
    group: usize,
    number: &str,
    present: Option<(AssignmentId, Seq, &Assignment)>,
) -> Vec<Field> {
    let default: Vec<Executor> = executor::of_targets(&common.targets).into_iter().collect();
    let (text, executors, due) = match present {
        Some((_, _, it)) => (
            it.text.as_str(),
            it.executors.as_slice(),
            term::typed(app, it.due),
        ),
        None => ("", default.as_slice(), String::new()),
    };
    let edits = present
        .map(|(id, seen, _)| format!("{}:{}", id.0, seen.0))
        .unwrap_or_default();
    let who = executor::lookup(app, common.period, &common.targets, executors);
    vec![
        Field::new(
            name(group, "heading"),
            app.say(Phrase::HeadingAssignment),
            Kind::Heading,
        ),
        Field::new(name(group, "edits"), "", Kind::Hidden(edits)),
        Field::line(
            name(group, "number"),
            app.say(Phrase::LabelAssignmentNumber),
            number,
        ),
        Field::text(
            name(group, "text"),
            app.say(Phrase::LabelAssignmentText),
            text,
        ),
        Field::lookup(name(group, "who"), app.say(Phrase::LabelExecutors), who),
        Field::line(name(group, "due"), app.say(Phrase::LabelDue), &due),
    ]
}

/// Adds an assignment at the end and goes into it.
pub fn add(form: &mut Form, app: &App, common: &Common) {
    let present = groups(form);
    let group = present.iter().max().map_or(0, |it| it + 1);
    let number = present.last().map_or_else(
        || "1".to_owned(),
        |it| text::next_number(&form.text(&name(*it, "number"))),
    );
    form.insert_before(ADD, fields(app, common, group, &number, None));
    form.focus(&name(group, "text"));
}

/// Takes the assignment under the cursor away, if it is not on record yet. Whether there was one.
pub fn remove(form: &mut Form) -> bool {
    let Some(group) = form.current().and_then(group_of) else {
        return false;
    };
    let is_new = form.text(&name(group, "edits")).is_empty();
    if is_new {
        form.remove(&format!("a{group}."));
    }
    is_new
}

/// Whether the cursor is in an assignment that can be taken away.
#[must_use]
pub fn can_remove(form: &Form) -> bool {
    form.current()
        .and_then(group_of)
        .is_some_and(|it| form.text(&name(it, "edits")).is_empty())
}

/// Makes the groups that kept input has, and takes away those it has not.
pub fn prepare(form: &mut Form, kept: &[(String, String)], app: &App, common: &Common) {
    for group in groups(form) {
        let known = kept.iter().any(|(it, _)| group_of(it) == Some(group));
        if !known && form.text(&name(group, "edits")).is_empty() {
            form.remove(&format!("a{group}."));
        }
    }
    for group in kept
        .iter()
        .filter(|(it, _)| it.ends_with(".number"))
        .filter_map(|(it, _)| group_of(it))
    {
        if form.field(&name(group, "number")).is_none() {
            form.insert_before(ADD, fields(app, common, group, "", None));
        }
        // Executors that the rows of now do not offer.
        executor::offer_kept(form, &name(group, "who"), kept, app);
    }
}

/// Says what was understood of terms and whom to name.
pub fn renew(form: &mut Form, app: &App) {
    for group in groups(form) {
        term::hint_due(form, &name(group, "due"), app);
        let who = name(group, "who");
        let nobody = form.tokens(&who).is_empty();
        form.hint(
            &who,
            if nobody {
                app.say(Phrase::ExecutorsHow)
            } else {
                String::new()
            },
        );
        let vacancy = (form.tokens(&who).iter()).any(|it| executor::is_vacancy(it));
        if let Some(field) = form.field_mut(&who) {
            field.note = if vacancy {
                let key = hints::key(app, CommandId::Appoint);
                app.say_with(Phrase::ExecutorIsVacancy, &args![key])
            } else {
                String::new()
            };
        }
    }
}

/// The assignments as the command takes them; a group to which nothing was typed is left out.
///
/// # Errors
/// What cannot be read, at its field.
pub fn read(form: &Form, app: &App, common: &Common) -> Result<Vec<AssignmentDraft>, Fault> {
    let default: Vec<_> = (executor::of_targets(&common.targets).iter())
        .map(executor::token)
        .collect();
    let mut out = Vec::new();
    for group in groups(form) {
        let [number, text, who, due] = ["number", "text", "who", "due"].map(|it| name(group, it));
        let edits = edits(form, group);
        let counted = |it: &str| it.chars().all(|c| c.is_ascii_digit() || c == '.');
        let said = !form.text(&text).is_empty()
            || !form.text(&due).is_empty()
            || !counted(&form.text(&number))
            || form.tokens(&who) != default;
        if edits.is_none() && !said {
            continue;
        }
        if form.text(&text).is_empty() {
            return Err(Fault::new(text, app.say(Phrase::AssignmentNeedsText)));
        }
        executor::check_name(form, &who, app)?;
        let executors: Vec<_> = (form.tokens(&who).iter())
            .filter_map(|it| executor::of_token(it))
            .collect();
        if executors.is_empty() {
            return Err(Fault::new(who, app.say(Phrase::ExecutorsHow)));
        }
        out.push(AssignmentDraft {
            edits,
            number: form.text(&number),
            text: form.text(&text),
            executors,
            due: term::due_of(form, &due, app)?,
        });
    }
    Ok(out)
}

/// Which assignment a group edits, with the revision seen.
fn edits(form: &Form, group: usize) -> Option<(AssignmentId, Seq)> {
    let kept = form.text(&name(group, "edits"));
    let (id, seen) = kept.split_once(':')?;
    Some((AssignmentId(id.parse().ok()?), Seq(seen.parse().ok()?)))
}

/// The draft of an assignment in the form.
#[must_use]
pub fn draft_of(
    form: &Form,
    app: &App,
    common: &Common,
    id: AssignmentId,
) -> Option<AssignmentDraft> {
    let drafts = read(form, app, common).ok()?;
    drafts
        .into_iter()
        .find(|it| it.edits.is_some_and(|it| it.0 == id))
}

/// Lets an assignment rest on another revision.
pub fn rest_on(form: &mut Form, id: AssignmentId, seen: Seq) {
    for group in groups(form) {
        if edits(form, group).is_some_and(|it| it.0 == id) {
            form.set(&name(group, "edits"), &format!("{}:{}", id.0, seen.0));
        }
    }
}
