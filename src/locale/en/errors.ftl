### Refusals and errors: what happened and what to do

## Somebody was faster

refusal-conflict-value = { $subject }: meanwhile { $value } was entered by { $who }.
refusal-conflict-cleared = { $subject }: meanwhile the value was cleared ({ $who }).
refusal-conflict-value-next = What was typed is kept: choose which value stays.
refusal-conflict-record = { $subject }: meanwhile the record was changed ({ $who }).
refusal-conflict-record-next = What was typed is kept: compare it with the new record and enter it again.
refusal-conflict-gone = { $subject }: meanwhile the record was removed.
refusal-conflict-gone-next = What was typed is kept: add the record anew if it is needed.

## Not now, or not by this person

refusal-period-closed = The period { $period } is closed, its results do not change.
refusal-period-closed-next = Enter into an open period; a mistake in a closed one is put right by the head of department, on a ground.
refusal-period-planned = The period { $period } is not open for entry yet.
refusal-period-planned-next = Choose another period; periods are opened by the head of department or the administrator.
refusal-not-loaded = The values of { $period } are not read from the disk yet.
refusal-not-loaded-next = Try again in a few seconds.
refusal-denied = This takes the role { QUOTE($role) }.
refusal-outside = This is outside your directions and organisations.
refusal-who-may = { $n ->
    [one] Somebody else may ({ $names }).
   *[other] Others may ({ $names }).
}
refusal-role-may = Another colleague with the role { QUOTE($role) } may do it.
refusal-ask-role = Ask a colleague with this role, or an administrator.
refusal-ask-in-scope = Ask the colleague who answers for them, or an administrator.
refusal-nobody-may = { $n ->
    [0] Nobody has this right now: pass to the administrator the command { QUOTE($call) }.
    [one] Nobody has this right now: pass to the administrator ({ $names }) the command { QUOTE($call) }.
   *[other] Nobody has this right now: pass to the administrator ({ $names }) the command { QUOTE($call) }.
}
refusal-able-until = { $who } — deputy until { $day }
refusal-already-stood-in = There is a deputy already: { $head } → { $deputy }, from { $from } to { $to }.
refusal-already-stood-in-next = Choose other days, or end that deputation first.
refusal-not-head = User { $account } does not have the role “head of department”.
refusal-not-head-next = Only a head of department has a deputy; roles are given by the administrator.
refusal-own-deputy = Nobody stands in for themselves.
refusal-own-deputy-next = Choose somebody else.
refusal-retired = User { $account } is no longer admitted.
refusal-retired-next = Let them in again first, with smotr user add { $account }.
refusal-own-entry = { $subject }: nobody approves what they entered.
refusal-wrong-state = { $subject }: this step does not lead on from { QUOTE($state) }.
refusal-wrong-state-next = Look at the record’s history and choose another step.
refusal-wrong-step = { $subject }: this step is not possible now.
refusal-edition-published = The edition of the catalogue is published and changes no more.
refusal-edition-published-next = Make the change in a new edition.

## Not there, or there already

refusal-missing = There is no such record: { $subject }.
refusal-missing-next = Perhaps its adding was undone. Find it by the search.
refusal-wrong-kind = { $subject }: the record under this number is of another kind.
refusal-wrong-kind-next = Correct the file that the records are loaded from.
refusal-taken = There is such a record already: { $subject }.
refusal-taken-next = Open it and make the change there.
refusal-in-use = { $subject }: another record refers to it ({ $by }).
refusal-in-use-next = Remove the reference first, then repeat.
refusal-in-use-by-period-next = Move the period to another edition first, F8 → “Periods”, then repeat.
refusal-duplicate-number = The number { $number } is taken: { $holder }.
refusal-duplicate-number-next = Enter another number.
refusal-duplicate-period = There is a period { $name } already.
refusal-duplicate-period-next = Enter another name.

## The value does not fit

refusal-wrong-measure = { $subject }: what is entered here is a { $measure }.
refusal-number-next = Enter a number, for instance 12 or 87,5.
refusal-ratio-next = Enter part and whole, for instance 21/24, or a percent with its sign: 87,5 %.
refusal-choice-next = Choose an option by digit or by Space.
refusal-computed = { $subject }: the value is computed and takes no entry.
refusal-computed-next = Enter what it is computed from.
refusal-computed-from-next = Enter indicator { $indicator }: it is computed from that one.
refusal-not-collected = { $subject }: the indicator is not collected here.
refusal-not-collected-next = Go to another row.
refusal-zero-denominator = The denominator is zero.
refusal-zero-denominator-next = If there is nothing to count from, enter “n/a” with a reason.
refusal-not-whole = { $number } is not a whole number.
refusal-not-whole-next = Enter a whole number: there are no fractions here.
refusal-out-of-range = { $number } does not fit: from { $min } to { $max } is possible.
refusal-out-of-range-next = Check the number and enter it again.
refusal-below-min = { $number } does not fit: from { $min } is possible.
refusal-above-max = { $number } does not fit: up to { $max } is possible.
refusal-part-exceeds-whole = The numerator { $part } is greater than the denominator { $whole }.
refusal-part-exceeds-whole-next = Check whether they have changed places.
refusal-no-such-option = There is no such option.
refusal-no-such-option-next = Enter a digit from 1 to { $n }.
refusal-reason-required = No reason is given.
refusal-reason-required-next = Choose it by digit or write it.
refusal-note-required = { $subject }: such a value needs a note.
refusal-note-required-next = Write what explains it.
refusal-nothing-to-submit = { $subject }: there is nothing to submit.
refusal-nothing-to-submit-next = Enter a value, “n/a” or “no data”.

## Nothing to undo

refusal-nothing-to-undo = There is nothing to undo.
refusal-nothing-to-undo-next = Only one’s own changes can be undone.
refusal-nothing-to-redo = There is nothing to redo.
refusal-nothing-to-redo-next = Only what was undone last can be redone.
refusal-too-old = Change No. { $seq } is too old to be undone.
refusal-too-old-next = Enter the former value by hand: it stands in the history.
refusal-erased = Change No. { $seq } held personal data that was erased, it cannot be brought back.
refusal-erased-next = Enter anew what is needed.
refusal-person-erased = The personal data was erased before: { $person }.
refusal-person-erased-next = There is nothing to erase a second time.
refusal-person-uses = This person works with the program, account { $account }.
refusal-person-uses-next = Let the account go first: smotr user remove { $account }.
refusal-name-in-reason = The reason says the name itself, and is kept longer than the data.
refusal-name-in-reason-next = Name the document without the surname, such as “request No. 15 of 01.06.2026”.
refusal-no-change = There is no change.
refusal-no-change-next = It is so already.

## The field does not fit

refusal-empty = Not filled in: { $field }.
refusal-empty-next = Fill it in and save again.
refusal-too-long = Too long: { $field } — { $given } with { $max } allowed.
refusal-too-long-next = { $n ->
    [one] Shorten it by { $n } character.
   *[other] Shorten it by { $n } characters.
}
refusal-too-large = Too much text in one record, at most { $limit } KB are kept: { $subject }.
refusal-too-large-next = Shorten the text and attach the whole as a document.
refusal-too-much = The change is larger than the journal takes at once.
refusal-too-much-next = Divide it into parts.
refusal-too-many = Too many: { $field } — { $given } with { $max } allowed.
refusal-too-many-next = Divide it into several.
refusal-too-many-decimals = Too many digits after the decimal point.
refusal-too-many-decimals-next = { $n ->
    [one] Leave no more than { $n } digit.
   *[other] Leave no more than { $n } digits.
}
refusal-unprintable = There are invisible characters: { $field }.
refusal-unprintable-next = Type that place again.
refusal-date-before = Too early: { $field } — { $given }.
refusal-date-before-next = Enter a date not before { $earliest }.
refusal-date-after = Too late: { $field } — { $given }.
refusal-date-after-next = Enter a date not after { $latest }.
refusal-incomplete-document = Missing in the document: { $field }.
refusal-incomplete-document-next = Complete its details: an act is known by its date and number.
refusal-no-words = Not a letter in it: { $field }.
refusal-no-words-next = Write it in words and save again.

## What was typed can’t be read

number-empty = No number is typed.
number-unreadable = This is not a number.
number-two-signs = Two decimal separators: it is not clear where the fraction begins.
number-two-signs-next = Leave one: 1234,5.
number-bad-grouping = The spaces do not separate thousands.
number-bad-grouping-next = Type it without spaces or like this: 1 234 567.
number-too-long = Too many digits.
number-too-long-next = Digits before the decimal separator: at most { $whole }, after it { $fraction }.
date-empty = No date is typed.
date-unreadable = This is not a date.
date-next = Type 15.12, 15.12.2026 or +30.
date-does-not-exist = There is no such date: { $date }.
date-does-not-exist-next = Check the day and the month.
date-out-of-range = The date is too far away.
date-out-of-range-next = The year is from { $first } to { $last }, a shift at most { $days }.

## What was typed into a cell can’t be read

entry-computed = The value is computed and takes no entry.
entry-not-a-ratio = This is not a ratio.
entry-negative-part = { $number } is below zero.
entry-denominator-unknown = It is not known out of how many.
entry-denominator-unknown-next = Type both parts: { $part }/…
entry-percent-or-mistake = { $percent }: a percent or a ratio?
entry-percent-next = Type a percent with its sign, { $percent } %, and a ratio with both parts, for instance 21/24.
entry-ratio-or-percent-next = Type { $part }/{ $whole } or { $percent } % with its sign.
entry-grouping-or-ratio = Does the space separate thousands or parts?
entry-grouping-or-ratio-next = Type { $number } or { $part }/{ $whole }.
entry-percent-not-here = There is no percent here.
entry-percent-not-here-next = Type the number without the sign.
entry-several-options = Several options begin so.
entry-several-options-next = Type the digit: { $numbers }.

## The disk and the link

trouble-full = The disk is full: no changes are taken, reading goes on.
trouble-full-next = Make room; writing resumes by itself.
trouble-read-only = The store is open for reading only.
trouble-read-only-next = The command smotr verify shows the reason.
trouble-failed = The disk did not write the change.
trouble-failed-next = What was typed is kept. Check the disk: smotr doctor.
answer-unknown = It is not known whether the change was written.
answer-unknown-next = The program finds out by itself; what was typed is kept.
link-lost = the link is lost, the edits are kept
not-written-failed = Not written: the disk failed. What you typed is kept as unfinished input; tell the administrator.
not-written-full = Not written: the disk is full. What you typed is kept; confirm it again when there is room.
not-written-read-only = Not written: the store is open for reading only. What you typed is kept; tell the administrator.
unkept = The unfinished input is not on disk: it is only on the screen. Do not leave; tell the administrator.
writing-failed = The file was not written: { $why }.
writing-stopped-failed = writing stopped: disk error
writing-stopped-full = writing stopped: no room
writing-stopped-read-only = reading only
written-to = Written: { $path }
written-all = { $n ->
    [one] { $n } file
   *[other] { $n } files
 } written into the folder { $path }
not-written-lost = Not written: the disk has lost what was already recorded. What you typed is kept; stop working and tell the administrator.
not-written-unreadable = Not written: the data that the change rests on cannot be read. What you typed is kept; tell the administrator.
not-written-broken = Not written: the program failed at this change. What you typed is kept; everything else is being recorded, tell the developers.
writing-stopped-lost = writing stopped: data are gone from the disk
trouble-lost = The disk has lost what was already recorded.
trouble-lost-next = Record nothing; compare the store with a copy: smotr verify.
trouble-unreadable = The data that the change rests on cannot be read.
trouble-broken = The program failed at this change, the value is as it was.
trouble-broken-next = Tell the developers what was being entered.

## What was not read

unreadable-history = The history cannot be read: the disk failed. Open it again; if that does not help, tell the administrator.
unreadable-reasons = The reasons of corrections cannot be read: the disk failed. Open the history again; if that does not help, tell the administrator.
unreadable-journal = The journal cannot be read: the disk failed. Move the cursor to try again; if that does not help, tell the administrator.
unreadable-shard = The values of the period cannot be read: the disk failed. Choose the period again; if that does not help, tell the administrator.

## A TOML file that can’t be read

toml-syntax = { $file }, line { $line }: { $detail }.
toml-syntax-at = { $file }, line { $line }, character { $column }: { $detail }.
toml-twice = { $file }, line { $line }: the field { QUOTE($field) } is in this table already. Leave one.
toml-words-twice = this field is here already, leave one
toml-words-value = the value cannot be read; a text stands in quotes, a fraction has a point, yes and no are true and false
toml-words-no-value = the name of a field is followed by = and one value
toml-words-quote = the text has no opening or closing quote
toml-words-sign = there is an unprintable character, take it out
toml-words-escape = the backslash is followed by something wrong; the backslash itself is written twice
toml-words-bracket = an opening or closing bracket is missing
toml-words-comma = values are divided by one comma
toml-words-key = the name of a field is written in Latin letters, as in an exported file
toml-words-number = the number or date cannot be read; a number is written 3.5, a date 2023-09-01
toml-words-more = something stands after the value; a fraction has a point
toml-words-deep = there are too many brackets within brackets
toml-words-other = the line does not follow the rules of TOML
toml-unknown = { $file }, line { $line }: there is no field { QUOTE($field) }. Check its name or take the line out.
toml-missing = { $file }, line { $line }: the field { QUOTE($field) } is missing. Add it.
toml-wants-text = { $file }, line { $line }: the field { QUOTE($field) } takes a text in quotes.
toml-wants-words = { $file }, line { $line }: the field { QUOTE($field) } must not be empty.
toml-wants-number = { $file }, line { $line }: the field { QUOTE($field) } takes a number, a fraction with a point.
toml-wants-whole = { $file }, line { $line }: the field { QUOTE($field) } takes a whole number, not below zero.
toml-wants-positive = { $file }, line { $line }: the field { QUOTE($field) } takes a number above zero.
toml-wants-truth = { $file }, line { $line }: the field { QUOTE($field) } takes true or false.
toml-wants-date = { $file }, line { $line }: the field { QUOTE($field) } takes a date such as 2023-09-01.
toml-wants-day-month = { $file }, line { $line }: the field { QUOTE($field) } takes day and month in quotes, such as 20.05.
toml-wants-list = { $file }, line { $line }: the field { QUOTE($field) } takes a list in square brackets.
toml-wants-table = { $file }, line { $line }: the field { QUOTE($field) } takes a table.
toml-not-one-of = { $file }, line { $line }: the field { QUOTE($field) } holds { QUOTE($given) }, possible are { $names }.
toml-unresolved = { $file }, line { $line }: the field { QUOTE($field) } names { QUOTE($given) }, which the file does not hold. Check the name.
toml-duplicate = { $file }, line { $line }: the field { QUOTE($field) } holds { QUOTE($given) } a second time. Keep one.
toml-scale = { $file }, line { $line }: the bands in { QUOTE($field) } must go in order, each once.
toml-two-edges = { $file }, line { $line }: the field { QUOTE($field) } is a second beginning of the same band. Keep one, from or above.
toml-options = { $file }, line { $line }: the options in { QUOTE($field) } must be those of the indicator, in the same order.
toml-unprintable = { $file }, line { $line }: the field { QUOTE($field) } holds a character that can’t be shown. Take it out.

## The store can’t be opened or read

store-io = The file can’t be reached: { $path } ({ $reason }).
store-io-next = Check that the disk is there and the folder can be reached, then repeat.
store-no-access = No access: { $path }.
store-no-access-next = Use the account that owns the folder, or name another folder: --data FOLDER.
store-network = The folder is on a network disk ({ $system }): { $path }.
store-network-next = Locks and writes cannot be relied on there. Keep the store on a disk of the machine itself (--data FOLDER) and come from other machines by SSH.
store-exposed = The folder is open to others: { $path }.
store-exposed-next = It is not yours, or something besides a store is in it. Close it (chmod 700) or name another one: --data FOLDER.
store-owned = The folder belongs to the account { $account }: { $path }.
store-owned-next = Files that you make here it could not read. Run it under that account: sudo -u { $account } smotr …
store-held = The store is open in another window (process { $pid }, account { $account }).
store-held-next = Close that window and repeat. If you do not see it, ask the administrator (process number { $pid }).
store-held-since = The store is open in another window (process { $pid }, account { $account }, since { $since }).
store-served = A server has the store (process { $pid }, account { $account }).
store-served-since = A server has the store (process { $pid }, account { $account }, since { $since }).
store-served-unit-next = Stop it and try again: systemctl stop { $unit }. Bring it back with systemctl start { $unit }.
store-served-next = Stop it and try again (process number { $pid }); start it afterwards.
store-held-by-somebody = The store is open in another window.
store-held-by-somebody-next = Close that window and repeat.
store-newer = The store was written by a newer version: format { $found }, this one knows { $known }.
store-newer-next = Update the program; until then the store is left alone.
store-absent = There is no store here: { $path }.
store-absent-next = Name its folder: --data FOLDER. A new store is made by smotr without a command.
store-missing = The store is incomplete, a part is missing: { $path }.
store-missing-next = Bring it back from a copy: a new store is never created over a former one.
store-foreign = A file of another store: { $path }.
store-foreign-next = Take it away and bring the right file back from a copy.
store-damaged = The journal is damaged, entries from No. { $first } can’t be read ({ $path }, byte { $offset }; { $fault }).
store-damaged-next = The store is open for reading only. Bring the journal back from a copy; smotr export gives out what can be read.
store-damaged-range = The journal is damaged, entries from No. { $first } to No. { $last } can’t be read ({ $path }, byte { $offset }; { $fault }).
store-unreadable = What is stored can’t be read: { $what } ({ $reason }).
store-unreadable-next = Run smotr verify and hand its answer to the administrator.
store-state = The record database can’t be opened: { $path } ({ $reason }).
store-state-next = Open the program again: it is rebuilt from the journal, the data are whole.
store-closed = No more changes are taken.
store-closed-next = Close the program and open it again; what was typed is kept.
store-limits = The change is too large for the journal ({ $reason }).
store-limits-next = Divide it into parts.
store-too-long = The record is too long: at most { $limit } KB are kept.
store-too-long-next = Shorten the text and attach the whole as a document.
store-torn = { $bytes ->
    [one] The last entry of the journal was cut short: { $bytes } byte is kept in { $path }.
   *[other] The last entry of the journal was cut short: { $bytes } bytes are kept in { $path }.
}
store-torn-next = What was saved is whole: the program had not yet said that this entry was taken.
store-full = There is no room on the disk, the store cannot be opened: { $path }.
store-full-next = Make room and repeat; what was saved is whole.

## What the system said

io-not-found = no such file
io-denied = no access
io-full = no room on the disk
io-read-only = read-only disk
io-too-large = file too large
io-busy = file in use
io-other = system error { $code }

## What is wrong with the journal’s bytes

fault-short = cut short
fault-magic = not the beginning of an entry
fault-length = impossible length
fault-checksum = checksum does not match
fault-chain = does not follow the entry before
fault-contents = contents do not parse
fault-parts = parts are missing
fault-segment = file or header missing
fault-lost = entries are missing that were applied
trouble-too-much = Too many changes at once.
trouble-too-much-next = Enter them in parts.
not-written-too-much = Not written: too many changes at once. Enter them in parts.
refusal-last-administrator = The store would have no administrator then.
refusal-last-administrator-next = Appoint another first: smotr user role.
refusal-names-hidden = Names and texts are hidden from you, so records with them cannot be made or changed.
refusal-names-hidden-next = An administrator can show them: smotr user names.
refusal-administrator-sees-names = An administrator sees names: users and organisations are theirs to keep.
refusal-administrator-sees-names-next = Show the names first, or take the role away: smotr user names, smotr user role.

## What the check behind the work finds, and when room is scarce

writing-stopped-damaged = the journal is damaged, reading only
writing-scarce = { $mib } MB left on the disk
writing-scarce-short = low on room
room-scarce = { $mib } MB are left on the disk. Make room in time.
not-written-damaged = Not written: the journal is damaged. What was entered is kept; tell the administrator.
journal-damaged = The journal is damaged, entries from No. { $first } on cannot be read. No changes are taken, reading goes on. Tell the administrator: smotr doctor shows the details.
journal-damaged-range = The journal is damaged, entries No. { $first } to No. { $last } cannot be read. No changes are taken, reading goes on. Tell the administrator: smotr doctor shows the details.
read-anew = What is shown is up to date.
trouble-damaged = The journal is damaged: no changes are taken, reading goes on.
trouble-damaged-next = What is damaged and what to do smotr doctor tells.
