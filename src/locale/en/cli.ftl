### The command line

## Subcommands

cli-about = Monitoring of the effectiveness of heads of educational organisations
cli-after-help = Without a command the interface opens. With words in place of a command (“smotr eremin”) the card found opens at once.
cli-demo-about = Open the demo store; the first start creates it
cli-lookup-about = Find by words and print the card
cli-get-about = Print a value
cli-set-about = Enter a value under the same rules as in the interface
cli-export-about = Export all records and the journal, or a table of values
cli-verify-about = Compare the journal with the record database
cli-keys-about = Print the key table
cli-doctor-about = Check the terminal, the encoding, the glyphs and the store
cli-verify-help = Reads the whole journal and compares every record of the database with it. Changes nothing. The exit code is 0 where there are no differences and 4 where there are some.

## Options

cli-option-data = Folder of the data
cli-option-lang = Language of the interface
cli-option-keymap = Keys: russian, far, vim or a file
cli-option-reset = Create the demo store anew; the old one is deleted
cli-option-no-ui = Only create the store, do not open the interface
cli-option-organisations = How many organisations the demo store has
cli-option-years = How many school years the demo store has
cli-option-seed = Seed of the made-up data: the same number gives the same data
cli-option-note = Note on the value; without it the present one stays
cli-option-help = Show help
cli-option-version = Show the version
cli-option-clear = Clear the value instead of entering one

## Arguments

cli-arg-words = Words to search for: a surname, an organisation’s number, an indicator, a document’s number
cli-arg-period = Period, for instance 2025/26
cli-arg-indicator = Code of the indicator, for instance 6.2
cli-arg-whom = Organisation or head
cli-arg-value = As typed in the interface: 21/24, 87,5, 87,5 %, n/a: reason, no data: reason

## Names of values in the usage line

cli-name-folder = FOLDER
cli-name-language = LANGUAGE
cli-name-keymap = KEYMAP
cli-name-number = NUMBER
cli-name-words = WORDS
cli-name-period = PERIOD
cli-name-indicator = INDICATOR
cli-name-whom = WHOM
cli-name-value = VALUE
cli-name-text = TEXT
cli-name-command = COMMAND
cli-name-options = OPTIONS

## Headings of the help

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-default-value = default: { $value }
cli-possible-values = possible values: { $values }
cli-heading-examples = Examples:

## Examples in the help

cli-example-set-ratio = 21 of 24
cli-example-set-numerator = 21 of the known denominator
cli-example-set-percent = the percent alone
cli-example-set-not-applicable = not applicable
cli-example-set-note = with a note
cli-example-set-clear = clear
cli-example-lookup-name = the card of a head
cli-example-lookup-number = the card of school 12
cli-example-lookup-document = a document by its number
cli-example-get-number = indicator 6.2 of school 12
cli-example-get-name = the organisation by its name
cli-example-get-head = the organisation by its head
cli-example-export = everything into one file
cli-example-keys-own = your own keys, else the Russian ones
cli-example-keys-named = another keymap
cli-example-set-no-data = no data

## Mistakes in the call

cli-unknown-option = There is no option { $given }.
cli-unknown-command = There is no command { $given }.
cli-unexpected-argument = Unexpected argument { $given }.
cli-bad-value = The option { $option } does not take the value { QUOTE($given) }.
cli-value-needed = The option { $option } needs a value.
cli-value-not-needed = The option { $option } takes no value.
cli-given-twice = The option { $option } is given twice.
cli-not-together = { $option } and { $other } do not go together.
cli-arguments-missing = Still needed: { $missing }.
cli-either = { $first } or { $second }
cli-wanted-words = the words to search for
cli-wanted-period = the period
cli-wanted-indicator = the code of the indicator
cli-wanted-whom = the organisation or its head
cli-wanted-value = the value
cli-command-missing = No command is given.
cli-not-utf-eight = The call has bytes that are not UTF-8.
cli-bad-call = The call is not understood.
cli-did-you-mean = Perhaps { $suggestion } was meant.
cli-see-help = Help: { $command } --help
cli-choose-value = Possible values: { $values }.

## What was looked for and is not there

cli-nothing-found = Nothing is found for { QUOTE($words) }. Try a surname, an organisation’s number or an indicator’s code.
cli-ambiguous = { QUOTE($words) } fits several: { $found }. Be more exact.
cli-no-period = There is no period { QUOTE($name) }. There are: { $known }.
cli-no-indicator = There is no indicator { QUOTE($code) } in this period. Codes: { $known }.
cli-also-found = Also found:
cli-no-organisations = The store has no organisations yet. Open the interface (smotr) and add the first with the command { QUOTE(command-add-organisation) }.
cli-and-more = and { $n } more

## A value: entered, cleared, refused

cli-value-line = { $period } · { $indicator } · { $whom } — { $value }
cli-value-set = entered: { $line }
cli-value-unchanged = unchanged: { $line }
cli-value-empty = The value is empty, nothing has been changed.
cli-value-empty-next = Give one, for instance 21/24; to clear the cell: smotr set PERIOD INDICATOR WHOM --clear
cli-value-cleared = cleared: { $line }
cli-value-reopened = entered: { $line }; the state is “entered” again, it was { QUOTE($was) }
cli-value-unusual = Entered, but unusual. { $why } If it is right, explain it: --note TEXT
cli-known-denominator = { $parts } = { $value }, the denominator is the known one
cli-options = Options: { $options }.
cli-reason-next = Add it after a colon: “n/a: reason” or “no data: reason”.
cli-note-next = Add an explanation: --note TEXT
cli-trouble-full-next = Make room and repeat the call.
cli-trouble-failed = The disk did not write the change, the value is as before.
cli-trouble-failed-next = Check the disk with smotr doctor and repeat the call.
cli-value-replaced = ; was { $value }, { $who } { $when }

## The store: making and reading it

cli-demo-created = The demo store is created: { $folder }
cli-demo-ready = The demo store is already there: { $folder }
cli-demo-progress = Creating the demo store
cli-replay-progress = Reading the journal
cli-no-home = There is no home folder. Set the variable HOME.
cli-stranger = Your account has not been added to this store yet.
cli-stranger-next = Tell the administrator: smotr user add { $account } --role methodist
cli-former = The access of the account { $account } was closed.
cli-former-next = An administrator can open it again: smotr user add { $account } --role methodist
cli-not-founded = The store was not created: { $reason }
cli-rebuilt = The record database was rebuilt from the journal; the former one is kept in { $folder }
cli-not-demo = The folder { $folder } holds more than a demo store. Choose another: smotr --data FOLDER demo

## Comparing the journal with the database

cli-verify-progress = Comparing the journal with the record database
cli-verify-good = The journal was read to its end, checksums and chain hold (entries { $seq }, changes { $changes }). The database was compared with it (records { $records }). No differences.
cli-verify-bad = { $n ->
    [one] { $n } difference found:
   *[other] { $n } differences found:
}
cli-verify-bad-next = The journal is whole. Delete the folder sled of the store: the database is rebuilt at the next start.
cli-verify-missing = not in the database: { $what }
cli-verify-different = differs from the journal: { $what }
cli-verify-unreadable = cannot be read: { $what }
cli-verify-indexed = the indexes of the history do not agree with the journal
cli-verify-torn = { $n ->
    [one] The folder torn holds { $n } torn end of the journal ({ $bytes } B, since { $since }). It is an unfinished entry that was never said to be saved. Nothing has to be done; if something is missing, give the folder to the administrator.
   *[other] The folder torn holds { $n } torn ends of the journal ({ $bytes } B, since { $since }). They are unfinished entries that were never said to be saved. Nothing has to be done; if something is missing, give the folder to the administrator.
}

## The keymap

cli-no-keymap = There is no keymap { $given }. There are { $names }; a file can be named, too.
cli-keymap-not-utf-eight = { $given }:{ $line }: this is not UTF-8. Save the file as UTF-8.
cli-keymap-denied = { $given }: no right to read the file. Give it with chmod u+r.
cli-keymap-is-folder = { $given }: this is a folder where a file is needed. Rename it.
cli-keymap-unread = { $given }: the file cannot be read ({ $why }). Check the disk.

## The terminal, and the end of the program

cli-needs-terminal = The interface needs a terminal. In scripts use the commands lookup, get, set, export (smotr --help).
cli-broken = smotr has stopped: an error in the program ({ $message }).
cli-broken-report = What you typed is kept, start smotr again. Report for the developers: { $path }
cli-broken-no-report = What you typed is kept, start smotr again. The report could not be written.
cli-terminal-failed = The terminal does not answer: { $why }. Open the window again.
cli-not-utf-locale = The locale { $name } is not UTF-8, the screen cannot be shown. Start it so: LANG=en_US.UTF-8 smotr (PuTTY: Window > Translation > Remote character set: UTF-8)
no-locale = LANG is not UTF-8. If letters look wrong: LANG=C.UTF-8 smotr
cli-engine-broken = The program broke: the part that keeps the store has ended. Everything shown as saved is saved.
cli-engine-broken-next = Start smotr again.

## Checking: terminal, encoding, store

doctor-terminal = Terminal: { $term }, { $columns }×{ $rows }
doctor-no-terminal = Terminal: none, output goes to a file or a program
doctor-utf-eight = Encoding: UTF-8 ({ $name })
doctor-not-utf-eight = Encoding: { $name }, not UTF-8. In PuTTY choose UTF-8 (Window > Translation > Remote character set), on the server set LANG=ru_RU.UTF-8
doctor-glyphs = Glyphs. If the line wgl4 shows squares, start it so: SMOTR_GLYPHS=ascii smotr
doctor-store = { $organisations ->
    [one] Store: { $folder }, journal up to entry { $seq }, { $organisations } organisation
   *[other] Store: { $folder }, journal up to entry { $seq }, { $organisations } organisations
}
doctor-server = { $organisations ->
    [one] The server answers: { $socket }, journal up to entry { $seq }, { $organisations } organisation
   *[other] The server answers: { $socket }, journal up to entry { $seq }, { $organisations } organisations
}
doctor-rebuilt = The base of records was damaged and was built again from the journal; what was saved is whole.
doctor-store-read-only = { $organisations ->
    [one] The store is open for reading only: { $folder }, journal up to entry { $seq }, { $organisations } organisation
   *[other] The store is open for reading only: { $folder }, journal up to entry { $seq }, { $organisations } organisations
}
doctor-no-store = There is no store yet: { $folder }. It is created when smotr is first started.
cli-server-version = The store is served by another version of the program: { $theirs }; this one is { $own }.
cli-server-version-next = If the program has just been upgraded, leave and start it again; otherwise tell the administrator.
cli-server-crowded = Too many windows are connected to the store.
cli-server-crowded-next = Close windows of the program that you do not need and start it again.
cli-socket-long = The path of the socket is too long (the limit in bytes is { $most }): { $path }.
cli-socket-long-next = Give a shorter path with --data or --socket.
cli-socket-occupied = There is another file in the place of the socket: { $path }.
cli-socket-occupied-next = Move this file away and start the program again.
cli-socket-served = Another store is served through this socket already: { $path }.
cli-socket-served-next = Stop that server, or name another socket with --socket.
cli-no-server = Nobody serves the store at { $path } now ({ $why }).
cli-no-server-next = Wait a minute and try again; if that does not help, tell the administrator: systemctl status smotr
cli-server-foreign = Something else than smotr answers at the socket.
cli-server-foreign-next = Check the path of the socket.
cli-server-silent = The server of the store did not answer.
cli-outcome-unknown = The server has gone before it answered, and it is not known whether the change was written.
cli-outcome-unknown-next = When the server works again, look at what is there (smotr get), and repeat the call if need be.
cli-serve-about = Serve the store: several people work in it at once
cli-name-socket = SOCKET
cli-option-socket = The socket of the server (variable SMOTR_SOCKET)
cli-name-unit = FILE
cli-option-print-unit = Print a file for systemd and start nothing
cli-example-serve = a department
cli-example-unit = the unit file
cli-serving = The store { $store } is served at { $socket }.
cli-served = The service has ended, everything is recorded.
cli-serve-failed = The service cannot be started: { $why }.
cli-socket-exposed = Anybody may write into the folder of the socket: { $path }.
cli-socket-exposed-next = Choose a folder with mode 0750.
cli-socket-no-access = No access to the socket of the server: { $path }.
cli-socket-no-access-next = Tell the administrator: usermod -aG smotr { $account }; then log in again.
cli-served-store = A server serves the store: { $socket }.
cli-served-store-next = This command reads the folder itself: stop the service and name the folder with --data.
cli-user-about = Users of the store: who may do what
cli-user-add-about = Add a user
cli-user-role-about = Change the roles
cli-user-scope-about = Change the directions and organisations of a methodist
cli-user-list-about = All users
cli-user-remove-about = Admit no more; what was done stays
cli-name-account = ACCOUNT
cli-name-date = DATE
cli-arg-account = Account of the system
cli-name-role = ROLE
cli-arg-role = Role
cli-option-name = Surname, given name and patronymic
cli-option-direction = Number of a direction; may be repeated
cli-option-scope-all = All directions and all organisations
cli-option-organisation = Number or name of an organisation; may be repeated
cli-no-user = There is no such account among the users: { $account }
cli-no-user-next = smotr user list shows all of them.
cli-account-unknown = This machine has no account { QUOTE($account) }: nobody can come in under it yet.
cli-user-has-name = The account { $account } belongs to { $name } already.
cli-user-has-name-next = Leave --name out; for somebody else make another account.
cli-scope-unknown = Not found, or fits several: { $name }. Give the number or the full name.
cli-user-directions = directions { $directions }
cli-user-retired = admitted no more
cli-user-no-names = names hidden
cli-user-names-about = Show or hide names, organisations and texts
cli-option-names = Sees names; without an option all but a mere observer do
cli-option-no-names = Sees «ОО 07» instead of names
cli-option-show = Show them
cli-option-hide = Hide them
cli-example-user-names = «ОО 07» instead of names
cli-user-deputy-about = Name who stands in for a head of department, or end it
cli-arg-deputy = Account of the deputy
cli-option-for = For whom; without the option, for you
cli-option-from = First day; without the option, today
cli-option-to = Last day
cli-option-end = End the deputation: today, or on the day of --to
cli-example-user-deputy = your deputy
cli-no-deputy = There is no deputation that could be ended: { $account }
cli-no-deputy-next = smotr user list shows who stands in for whom.
cli-example-user-add = a methodist
cli-example-user-role = also the head
cli-example-user-scope = directions 1 and 2
cli-completions-about = Completions for a shell
cli-name-shell = SHELL
cli-arg-shell = Shell
cli-man-about = The manual page
cli-backup-about = Write an archive: the whole journal as one compressed file
cli-backup-help = The interface and other windows may stay open. What was written is read back and compared with the journal, and only then gets its name. Inside are lines of JSON: zstd -dc FILE.
cli-name-file = FILE
cli-arg-backup-file = Where to write; without a name smotr-DATE.jsonl.zst in the current folder
cli-option-replace = Replace the file if there is one
cli-arg-archive = An archive: check it and compare it with the store
cli-backup-progress = Writing the archive
cli-backup-done = The archive is written and compared with the journal: { $path } (entries { $seq }, changes { $changes }).
cli-archive-good = The archive is whole, every line was read: { $path } (entries { $seq }, changes { $changes }). The journal of the store begins with the same.
cli-archive-alone = The archive is whole, every line was read: { $path } (entries { $seq }, changes { $changes }). There is no store here to compare it with.
cli-archive-exists = There is such a file already: { $path }.
cli-archive-exists-next = Name another, or add --replace.
cli-archive-damaged = The archive is damaged: { $path }, line { $line }.
cli-archive-damaged-whole = The file is damaged, or it is no archive: { $path }.
cli-archive-damaged-next = Take another archive; a whole store gives a new one: smotr backup.
cli-archive-newer = The archive was written by a newer version of the program: { $path }, format { $found }.
cli-archive-newer-next = Update the program.
cli-archive-differs = The archive is whole, but differs from the store from entry { $seq } on: { $path }.
cli-archive-foreign = The archive is whole, but was made of another store: { $path }.
cli-archive-differs-next = Delete nothing; check the store: smotr verify.
cli-archive-full = There is no room on the disk for the archive: { $path }.
cli-archive-full-next = Make room or name another disk; the store is unchanged.
cli-not-empty = The folder is not empty: { $path }.
cli-not-empty-next = Nothing was changed. Name another folder: smotr --data FOLDER restore FILE; rename the former store, but do not delete it.
cli-restore-about = Make a store of an archive in an empty folder
cli-arg-restore = An archive made by smotr backup or by the program itself
cli-example-restore = a store in a new folder
cli-restore-progress = Restoring the store
cli-restored = The store is restored from the archive { $path }: { $store } (entries { $seq }, changes { $changes }, records { $records }). Journal and records are compared, nothing differs.
cli-restore-no-ledger = There is no erasures.jsonl beside the archive. If personal data were erased after it was made, they are here again: restore into another folder with --erasures.
cli-restore-bad = The store is restored, but its records differ from the journal.
cli-restore-bad-next = Details: smotr verify.
