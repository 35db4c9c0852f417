## What is set for a store, and what of it holds

config-number = { $file }, line { $line }: the field { QUOTE($field) } takes a whole number from 1 to { $most }.
config-folder = { $file }, line { $line }: the field { QUOTE($field) } takes a folder of its own, none that the store uses itself.
config-unreadable = The file cannot be read ({ $why }): { $file }. What holds without it holds.
doctor-archives = { $days ->
    [one] Archives once a day, each is kept for { $days } day: { $folder }
   *[other] Archives once a day, each is kept for { $days } days: { $folder }
}
doctor-no-archives = Archives are switched off in config.toml
doctor-last-archive = Last archive: { $date }, up to entry { $seq }
doctor-no-archive-yet = Last archive: none yet
doctor-archives-unreadable = The folder of archives cannot be read: { $folder }
doctor-access = { $days ->
    [one] The access log is kept for { $days } day, { $megabytes } MB at most
   *[other] The access log is kept for { $days } days, { $megabytes } MB at most
}

## Automatic archives

no-archive = There is no archive of today. Check the store: smotr verify.
no-archive-full = There is no archive of today, the disk has little room. Make room and write it: smotr backup.
no-archive-access = There is no archive of today, its folder may not be written. Which one it is, smotr doctor tells.
cli-verify-archive = The last automatic archive is whole, the journal begins with the same: { $path }, up to commit { $seq }.
cli-backup-served = Archives are written by the account that owns the data: { $account }.
cli-backup-served-next = Run on the server: sudo -u { $account } smotr --data /var/lib/smotr backup FILE. The folder is the one named in the file of the service.

## Access log

cli-access-about = Who came in, what they opened and what they were refused; for administrators
cli-option-access-user = Only what this account did
cli-option-access-about = Only about this person or organisation
cli-name-day = DAY
cli-option-since = From this day on: 23.05.2026, yesterday
cli-option-until = Up to this day, with it
cli-option-json = Lines of JSON as they stand in the file
cli-example-access-since = from this day on
cli-example-access-about = who opened the card and the history
log-joined = came in
log-left = left
log-retired = not let in, no longer a user
log-stranger = not let in, this account is not among the users: { $account }
log-crowded = not let in, too many connections: uid { $uid }
log-version = not let in, a program of another version: uid { $uid }
log-shard = values of { $period }
log-looked = card: { $what }
log-history = history: { $what }
log-journal = journal
log-journal-of = journal: { $what }
log-exported = export
log-took = export to a file · { $period }
log-read = access log
log-refused = refused: { $why }
log-refused-at = refused, { $why }: { $what }
log-no-rights = no right to it
log-conflict = a colleague’s change came first
log-closed = the period is closed
log-rules = against the rules
log-skipped = { $n ->
    [one] { $n } line is missing here
   *[other] { $n } lines are missing here
}
log-unreadable = { $n ->
    [one] { $n } line was not read: it was cut short, or a newer version of the program wrote it.
   *[other] { $n } lines were not read: they were cut short, or a newer version of the program wrote them.
}
log-failed = The access log cannot be read.
log-failed-next = Look at the rights and the room of the folder access in the store.
log-denied = Only an administrator reads the access log.
log-denied-next = Who that is, smotr user list tells.
