//! Pages of the journal, the history of a record, large commits and long records, repeated commands.

use super::*;

#[test]
fn a_cells_history_is_read_in_pages() {
    let dir = folder();
    let (mut store, ..) = open(dir.path());
    for seq in 1..=300 {
        let before = (seq > 1).then(|| value(seq as i64 - 1));
        let mut changes = vec![change(cell(12), before, value(seq as i64))];
        if seq % 100 == 0 {
            changes.push(change(cell(13), None, value(0)));
        }
        store
            .append_group(&[commit(seq, seq as u32 % 2, changes)])
            .unwrap();
        if seq % 7 == 0 {
            store.settle().unwrap();
        }
    }
    let seqs = |lines: &[Line]| lines.iter().map(|it| it.commit.seq.0).collect::<Vec<_>>();
    let page = store.page(Filter::Key(cell(12)), None, 10).unwrap();
    assert_eq!(seqs(&page), (291..=300).rev().collect::<Vec<_>>());
    let latest = &page[0];
    assert_eq!((latest.n_changes, latest.commit.changes.len()), (2, 1));
    assert_eq!(
        latest.commit.changes[0],
        change(cell(12), Some(value(299)), value(300))
    );
    // Wherever a page begins, also where the history goes over into older blocks.
    for before in 1..=301 {
        let page = store
            .page(Filter::Key(cell(12)), Some(Seq(before)), 9)
            .unwrap();
        assert_eq!(
            seqs(&page),
            (before.saturating_sub(9).max(1)..before)
                .rev()
                .collect::<Vec<_>>()
        );
    }
    assert_eq!(
        store.page(Filter::Key(cell(12)), None, 500).unwrap().len(),
        300
    );
    assert_eq!(
        seqs(&store.page(Filter::Key(cell(13)), None, 500).unwrap()),
        [300, 200, 100]
    );
    let mut page =
        |filter, before, limit| seqs(&store.page(filter, Some(Seq(before)), limit).unwrap());
    assert_eq!(page(Filter::Actor(UserId(1)), 6, 10), [5, 3, 1]);
    assert_eq!(page(Filter::Actor(UserId(0)), 6, 10), [4, 2]);
    let about = |id| Filter::About(About::Organisation(OrganisationId(id)));
    assert_eq!(page(about(13), 999, 10), [300, 200, 100]);
    assert_eq!(page(about(99), 999, 10), [0; 0]);
    assert_eq!(
        page(Filter::About(About::Indicator(IndicatorId(62))), 999, 500).len(),
        300
    );
    assert_eq!(page(Filter::All, 3, 500), [2, 1]);
    assert_eq!(store.commit(Seq(100)).unwrap().unwrap().changes.len(), 2);
    assert_eq!(store.commit(Seq(301)).unwrap(), None);
    assert!(store.verify().unwrap().is_good());
    store.close().unwrap();
    // Made again in one go, the blocks are others and the pages the same.
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let (mut store, ..) = open(dir.path());
    let page = store
        .page(Filter::Key(cell(12)), Some(Seq(200)), 500)
        .unwrap();
    assert_eq!(seqs(&page), (1..200).rev().collect::<Vec<_>>());
    assert_eq!(store.page(about(13), None, 10).unwrap().len(), 3);
    assert_eq!(store.page(Filter::All, None, 500).unwrap().len(), 300);
}

#[test]
fn a_repeated_command_is_known_for_thirty_days() {
    for settle_each in [false, true] {
        let dir = folder();
        let (mut store, ..) = open(dir.path());
        let day = 24 * 3600 * 1000;
        for seq in 1..=40 {
            let made = commit(seq, 1, vec![change(cell(1), None, value(1))]);
            let time = Timestamp(seq as i64 * day);
            store.append_group(&[Commit { time, ..made }]).unwrap();
            if settle_each {
                store.settle().unwrap();
            }
        }
        // Until then all of them are known, from memory.
        store.settle().unwrap();
        let mut known = |seq: u64| store.command(CommandId(u128::from(seq) + 1000)).unwrap();
        assert_eq!(known(40), Some(Seq(40)));
        assert_eq!(known(10), Some(Seq(10)));
        assert_eq!(known(9), None);
        assert_eq!(known(41), None);
        assert!(store.verify().unwrap().is_good());
    }
}

#[test]
fn a_large_commit_is_one_commit() {
    let dir = folder();
    let mut model = Model::default();
    let (mut store, ..) = open(dir.path());
    let import = |seq: u64, n: i64| {
        let changes = (0..30_000).map(|id| {
            let before = (n > 1).then(|| value(n - 1));
            change(cell(id), before, value(n))
        });
        Commit {
            cause: Cause::Import([1; 16]),
            ..commit(seq, 2, changes.collect())
        }
    };
    let group = [
        commit(1, 1, vec![change(cell(5), None, value(0))]),
        import(2, 1),
        import(3, 2),
        commit(4, 1, vec![]),
    ];
    store.append_group(&group).unwrap();
    group.iter().for_each(|commit| model.take(commit.clone()));
    assert_eq!(store.commit(Seq(3)).unwrap().as_ref(), Some(&group[2]));
    let history = store.page(Filter::Key(cell(29_999)), None, 10).unwrap();
    assert_eq!(
        history.iter().map(|it| it.commit.seq.0).collect::<Vec<_>>(),
        [3, 2]
    );
    assert_eq!(
        history[0].commit.changes,
        [group[2].changes[29_999].clone()]
    );
    let line = &store.page(Filter::All, Some(Seq(4)), 1).unwrap()[0];
    assert_eq!(
        (line.n_changes, line.commit.changes.len()),
        (30_000, smotr::store::MAX_CHANGES)
    );
    assert_eq!(store.load_shard(PeriodId(1)).unwrap().len(), 30_000);
    assert!(store.verify().unwrap().is_good());
    drop(store);
    let (mut store, state, _) = open(dir.path());
    assert_eq!(state, model.state());
    assert!(store.verify().unwrap().is_good());
}

#[test]
fn long_records_lie_in_chunks() {
    let dir = folder();
    let (mut store, ..) = open(dir.path());
    let key = Key::BaseQuantity(BaseQuantityId(1));
    let record = |len: usize| {
        Record::BaseQuantity(BaseQuantity {
            title: "ж".repeat(len / 2),
            unit: String::new(),
            whole: false,
            retired: false,
        })
    };
    let mut before = None;
    for (seq, len) in (1..).zip([10, 20_000, 60_000, 5_000, 4_060, 12, 30_000]) {
        let after = record(len);
        store
            .append_group(&[commit(seq, 1, vec![change(key, before, after.clone())])])
            .unwrap();
        let mut found = None;
        store
            .each_record(|_, record, _| {
                found = Some(record);
                Ok(())
            })
            .unwrap();
        assert_eq!(found, Some(after.clone()));
        assert!(store.verify().unwrap().is_good(), "{len}");
        before = Some(after);
    }
    let too_long = commit(8, 1, vec![change(key, before, record(70_000))]);
    assert!(
        matches!(store.append_group(&[too_long]), Err(AppendError::TooLong { key: it, .. }) if it == key)
    );
    drop(store);
    let db = open_sled(dir.path());
    for name in db.tree_names() {
        for entry in db.open_tree(name).unwrap().iter() {
            assert!(entry.unwrap().1.len() <= 4096);
        }
    }
    drop(db);
    let (mut store, state, report) = open(dir.path());
    assert_eq!(report.rebuilt, None);
    assert_eq!(state.base_quantities.len(), 1);
    assert!(store.verify().unwrap().is_good());
}

#[test]
fn every_kind_can_be_history() {
    let dir = folder();
    let model = written(dir.path(), 19, 100);
    let (mut store, ..) = open(dir.path());
    for kind in Kind::ALL {
        let key = model
            .commits
            .iter()
            .flat_map(|it| &it.changes)
            .map(|it| it.key)
            .find(|it| it.kind() == kind)
            .unwrap();
        let expected: Vec<&Change> = model
            .commits
            .iter()
            .rev()
            .flat_map(|it| &it.changes)
            .filter(|it| it.key == key)
            .collect();
        let page = store.page(Filter::Key(key), None, 500).unwrap();
        let found: Vec<&Change> = page.iter().flat_map(|it| &it.commit.changes).collect();
        assert_eq!(found, expected, "{kind:?}");
    }
}
