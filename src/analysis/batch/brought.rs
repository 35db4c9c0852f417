//! Files of a batch that were brought in before, and those that are noted as brought with what is entered now.
//!
//! What a file says again changes nothing unasked where somebody put it right since. Knows files by their digests, whatever they are called.

use super::{Batch, Brings, File, Outcome};
use crate::analysis::proposal::Verdict;
use crate::domain::brought::{BroughtFile, FormOf, is_from_form, since};
use crate::domain::command::Seen;
use crate::domain::ids::Seq;
use crate::domain::state::State;
use crate::domain::text::clean;

/// Since when each of the files is in, by their places in the batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Before(Vec<Option<Seq>>);

impl Before {
    /// What the store knows of the files.
    pub(super) fn of(state: &State, batch: &Batch) -> Before {
        let files = batch.files.iter();
        Before(files.map(|it| since(state, it.digest)).collect())
    }

    fn since(&self, file: usize) -> Option<Seq> {
        self.0.get(file).copied().flatten()
    }

    /// Whether what stands somewhere came from an earlier copy of the same form: whoever sends it again puts only their own right.
    pub(super) fn is_own(state: &State, file: Option<&File>, there: Option<Seen>) -> bool {
        let form = file.and_then(|it| it.form_of);
        let (Some((period, organisation)), Some(Seen::At(rev))) = (form, there) else {
            return false;
        };
        let form = FormOf {
            period,
            organisation,
        };
        is_from_form(state, form, rev)
    }

    /// Whether what stands somewhere was written after the file was brought.
    pub(super) fn is_newer(&self, file: usize, there: Option<Seen>) -> bool {
        match (self.since(file), there) {
            (Some(since), Some(Seen::At(rev))) => rev > since,
            _ => false,
        }
    }
}

impl Brings {
    /// The files that are brought if these claims are entered. What says what is there already is brought as well: when that is put right
    /// one day, the file must not turn it back. Only a form says it of itself, by what it was handed out with.
    pub(super) fn files(
        &self,
        batch: &Batch,
        is_entered: impl Fn(usize) -> bool,
    ) -> Vec<BroughtFile> {
        let mut values = vec![(0, false); batch.files.len()];
        for (at, (claim, outcome)) in batch.claims.iter().zip(&self.outcomes).enumerate() {
            let says_the_same = matches!(outcome, Outcome::Cell(_, Verdict::Same))
                && claim.handed_out.is_none()
                && self.before.since(claim.spot.file).is_none();
            let is_new = is_entered(at);
            if let (Some((n, is_in)), true) =
                (values.get_mut(claim.spot.file), is_new || says_the_same)
            {
                *n += u32::from(is_new);
                *is_in = true;
            }
        }
        let files = batch.files.iter().zip(values);
        files
            .filter(|(_, (_, is_in))| *is_in)
            .map(|(it, (values, _))| BroughtFile {
                digest: it.digest,
                name: clean(&it.name),
                values,
                form: it.form_of.map(|(period, organisation)| FormOf {
                    period,
                    organisation,
                }),
            })
            .collect()
    }
}
