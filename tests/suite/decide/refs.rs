//! What records name: the two lists, one the other way round.

use smotr::domain::decide::refs::{each, named_by};
use smotr::domain::ids::EditionId;
use smotr::domain::record::Kind;

use crate::support::any::{any_key, any_record};

/// What names something keeps it from being taken back; a kind that is forgotten in the second list would let undo leave a
/// record that names nothing.
#[test]
fn whatever_names_a_record_is_asked_before_the_record_goes() {
    let mut rng = fastrand::Rng::with_seed(23);
    let mut named = 0;
    for kind in Kind::ALL {
        for _ in 0..200 {
            let (key, record) = (any_key(kind, &mut rng, 9), any_record(kind, &mut rng));
            each(
                key,
                &record,
                |_| Some(EditionId(1)),
                |target| {
                    let askers = named_by(target.kind());
                    assert!(askers.contains(&kind), "{kind:?} names {target:?}");
                    named += 1;
                },
            );
        }
    }
    assert!(named > 5_000, "{named}");
}
