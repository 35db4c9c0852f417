//! The store's errors are told as what happened, then what to do.

use std::io;
use std::path::{Path, PathBuf};

use chrono::FixedOffset;
use smotr::cli::StoreWords as _;
use smotr::domain::ids::Timestamp;
use smotr::locale::{Lang, Locale, Word as _};
use smotr::store::error::{AppendError, Damage, Fault, StoreError};

fn file() -> PathBuf {
    PathBuf::from("/d/journal/000001.smj")
}

fn io_error(kind: io::ErrorKind) -> StoreError {
    StoreError::Io {
        path: file(),
        source: kind.into(),
    }
}

fn damage(last: Option<u64>) -> Damage {
    Damage {
        path: file(),
        offset: 12_345,
        fault: Fault::Checksum,
        first: 4_711,
        last,
    }
}

/// Names every kind of error, so that the compiler asks for an example of a new one.
fn covered(error: &StoreError) {
    match error {
        StoreError::Io { .. }
        | StoreError::NoAccess { .. }
        | StoreError::Locked { .. }
        | StoreError::Newer { .. } => {}
        StoreError::Network { .. } | StoreError::Exposed { .. } | StoreError::Owned { .. } => {}
        StoreError::Missing { .. } | StoreError::Foreign { .. } | StoreError::Damaged(_) => {}
        StoreError::Unreadable { .. } | StoreError::State { .. } | StoreError::Absent { .. } => {}
    }
}

#[test]
fn a_store_that_cannot_be_opened_says_why_and_what_to_do() {
    let ru = Locale::new(Lang::Ru);
    let offset = FixedOffset::east_opt(3 * 3_600).unwrap();
    let locked = |pid, account: Option<&str>, since| StoreError::Locked {
        path: file(),
        pid,
        account: account.map(str::to_owned),
        since,
    };
    let since = Some(Timestamp(1_779_537_600_000));
    for (error, want) in [
        (
            io_error(io::ErrorKind::NotFound),
            "Файл недоступен: /d/journal/000001.smj (файла нет). Проверьте, что диск подключён и папка доступна, и повторите.",
        ),
        (
            StoreError::Io {
                path: file(),
                source: io::Error::from_raw_os_error(5),
            },
            "Файл недоступен: /d/journal/000001.smj (ошибка системы 5). Проверьте, что диск подключён и папка доступна, и повторите.",
        ),
        (
            io_error(io::ErrorKind::StorageFull),
            "На диске нет места, хранилище не открыть: /d/journal/000001.smj. Освободите место и повторите; сохранённое цело.",
        ),
        (
            StoreError::NoAccess { path: file() },
            "Нет прав: /d/journal/000001.smj. Войдите под учётной записью владельца папки или укажите другую папку: --data ПАПКА.",
        ),
        (
            StoreError::Network {
                path: file(),
                system: "nfs".into(),
            },
            "Папка на сетевом диске (nfs): /d/journal/000001.smj. Блокировкам и записи на таком диске доверять нельзя. Держите хранилище на диске самой машины (--data ПАПКА), а с других машин входите по SSH.",
        ),
        (
            StoreError::Exposed { path: file() },
            "Папка открыта другим: /d/journal/000001.smj. Она принадлежит не вам, или в ней лежит не только хранилище. Закройте её (chmod 700) или укажите другую: --data ПАПКА.",
        ),
        (
            StoreError::Owned {
                path: PathBuf::from("/var/lib/smotr"),
                owner: 0,
            },
            "Папка принадлежит учётной записи root: /var/lib/smotr. Файлы, созданные здесь от вашего имени, ей не прочитать. Выполните от её имени: sudo -u root smotr …",
        ),
        (
            locked(Some(12_345), Some("orlova"), since),
            "Хранилище открыто в другом окне (процесс 12345, учётная запись orlova, с 23.05.2026 15:00). Закройте то окно и повторите. Если его не видно, обратитесь к администратору (номер процесса 12345).",
        ),
        (
            locked(Some(12_345), Some("orlova"), None),
            "Хранилище открыто в другом окне (процесс 12345, учётная запись orlova). Закройте то окно и повторите. Если его не видно, обратитесь к администратору (номер процесса 12345).",
        ),
        (
            locked(None, None, None),
            "Хранилище открыто в другом окне. Закройте то окно и повторите.",
        ),
        (
            StoreError::Newer {
                path: file(),
                found: 3,
                known: 1,
            },
            "Хранилище записано более новой версией программы: формат 3, здесь известен 1. Обновите программу; до этого хранилище не меняется.",
        ),
        (
            StoreError::Absent { path: file() },
            "Хранилища здесь нет: /d/journal/000001.smj. Укажите его папку: --data ПАПКА. Новое хранилище создаёт smotr без команды.",
        ),
        (
            StoreError::Missing { path: file() },
            "Хранилище неполно, нет части: /d/journal/000001.smj. Верните её из копии: поверх прежнего новое хранилище не создаётся.",
        ),
        (
            StoreError::Foreign { path: file() },
            "Файл из другого хранилища: /d/journal/000001.smj. Уберите его и верните свой файл из копии.",
        ),
        (
            damage(None).into(),
            "Журнал повреждён, не читаются записи с № 4711 (/d/journal/000001.smj, байт 12345; не сходится контрольная сумма). Хранилище открыто только для чтения. Верните журнал из копии; то, что читается, выгрузит smotr export.",
        ),
        (
            damage(Some(4_720)).into(),
            "Журнал повреждён, не читаются записи с № 4711 по № 4720 (/d/journal/000001.smj, байт 12345; не сходится контрольная сумма). Хранилище открыто только для чтения. Верните журнал из копии; то, что читается, выгрузит smotr export.",
        ),
        (
            StoreError::Unreadable {
                what: "meta".into(),
                why: "trailing bytes".into(),
            },
            "Записанное не читается: meta (trailing bytes). Запустите smotr verify и передайте его ответ администратору.",
        ),
        (
            StoreError::State {
                path: file(),
                why: "corrupted".into(),
            },
            "База записей не открывается: /d/journal/000001.smj (corrupted). Откройте программу ещё раз: база построится заново по журналу, данные целы.",
        ),
    ] {
        covered(&error);
        let said = ru.store_error(&error, offset).to_string();
        assert_eq!(said.replace('\u{a0}', " "), want);
    }
}

#[test]
fn a_change_that_is_not_in_the_journal_says_whether_to_worry() {
    let ru = Locale::new(Lang::Ru);
    for (error, want) in [
        (
            AppendError::Refused(io_error(io::ErrorKind::StorageFull)),
            "На диске нет места: изменения не принимаются, читать можно. Освободите место; запись возобновится сама.",
        ),
        (
            AppendError::Refused(io_error(io::ErrorKind::Other)),
            "Диск не записал изменение. Введённое сохранено. Проверьте диск: smotr doctor.",
        ),
        (
            AppendError::Refused(StoreError::NoAccess { path: file() }),
            "Хранилище открыто только для чтения. Причину покажет команда smotr verify.",
        ),
        (
            AppendError::Unknown(io_error(io::ErrorKind::Other)),
            "Неизвестно, записано ли изменение. Программа уточнит это сама; введённое сохранено.",
        ),
        (
            AppendError::Closed,
            "Изменения больше не принимаются. Закройте программу и откройте снова; введённое сохранено.",
        ),
        (
            AppendError::TooLong {
                key: smotr::domain::record::Key::Settings,
                limit: 65_536,
            },
            "Запись слишком длинна: хранится не больше 64 КБ. Сократите текст, а целиком приложите документом.",
        ),
        (
            AppendError::Limits("4 KiB"),
            "Изменение слишком велико для журнала (4 KiB). Разделите его на части.",
        ),
    ] {
        let said = ru.append_error(&error).to_string();
        assert_eq!(said.replace('\u{a0}', " "), want);
    }
}

#[test]
fn a_tear_is_told_without_alarm() {
    let told = Locale::new(Lang::Ru)
        .torn(1_042, Path::new("/d/torn/1"))
        .to_string()
        .replace('\u{a0}', " ");
    assert_eq!(
        told,
        "Последняя запись журнала оборвана: 1 042 байта отложены в /d/torn/1. Сохранённое цело: программа ещё не сообщала, что эта запись принята."
    );
}

#[test]
fn every_fault_of_the_journal_has_a_word_of_its_own() {
    let faults = [
        Fault::Short,
        Fault::Magic,
        Fault::Length,
        Fault::Checksum,
        Fault::Chain,
        Fault::Contents,
        Fault::Parts,
        Fault::Segment,
        Fault::Lost,
    ];
    let words: std::collections::BTreeSet<_> = faults.iter().map(|it| it.phrase().id()).collect();
    assert_eq!(words.len(), faults.len());
}
