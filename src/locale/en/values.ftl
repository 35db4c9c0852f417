### Values from files: what is not read, and why

## Cells

values-date = { $place }: this is the date { $given } where a number is needed. Excel seems to have taken { $typed } for a date. Format the cell as text and type the fraction again, or give numerator and denominator in two columns.
values-no-numerator = { $place }: there is a denominator and no numerator. Fill in the numerator.
values-whose = { $place }: the row has values and names no organisation. Fill in the organisation.
values-which-period = { $place }: there is nothing to say which period the value is of. Add a column «Период» or choose the period before the file is brought in.
values-no-such-period = { $place }: there is no period { QUOTE($name) }. Correct its name.
values-which-indicator = { $place }: no indicator is named. Fill in its code.
values-code-number = { $place }: the code is a number, and may be { $code } or { $other }. Format the cell as text and type the code again.
values-code-or-title = { $place }: the code is that of one indicator, and the name beside it that of another. Correct the code or the name.

## Sheets and columns

values-no-table = { $place }: neither a form nor a table of values. The titles of columns need codes of indicators, such as 6.2, or columns «Код» and «Значение».
values-nothing = { $file }: there is not a single value in the file.
values-sheet-aside = { $place }: the sheet is not read, there is no table of values on it.
values-column-aside = { $place }: column { $column } { QUOTE($title) } is not read, the period has no such indicator.
values-field-aside = { $place }: the field { QUOTE($field) } is not read, there is none of this name.
values-only-words = { $place }: there is no value of { $code }, only the words { QUOTE($words) }. They are not entered.
values-taken-out = { $place }: the value of { $code } was cleared in the form and stays in the store. If that is no mistake, clear it in the table.
values-filled-by = { $file }: { $said }
values-two-things = { $place }: numerator and denominator say one thing, and the cell { $beside } another. Leave one of the two.
values-two-fields = { $place }: numerator and denominator say one thing, and the field { $field } another. Leave one of the two.
values-row-aside = { $place }: row { $row } { QUOTE($title) } is not read, the period has no such indicator.
values-nobody-aside = { $place }: column { $column } { QUOTE($title) } is not read, there is no such organisation.
values-several-owners = { $place }: there is no column «Организация», and heading, sheet and file name different organisations ({ $named }). Leave one of them.
values-twice = { $place }: the indicator { QUOTE($title) } is named twice. Leave one column.

## Forms

values-form-newer = { $file }: the form was made by a newer program. Update smotr.
values-form-damaged = { $place }: the hidden sheet of the form was changed, so the form is not known again. Take a new form and copy the values into it.
values-form-of-nothing = { $file }: the form ({ $whose }) was made for a period or an organisation that is not in the store. See whether the right store is open.
values-other-store = { $file }: this is a form of another store ({ $whose }). Nothing of it was entered.
values-sheet-gone = { $file }: the form has no sheet { QUOTE($sheet) }. Put the sheet back, or take a new form.
values-titles-gone = { $place }: titles of columns of the form were changed. Take a new form and copy the values into it.
values-row-foreign = { $file }: the row of the indicator { $code } in the hidden sheet does not agree with the organisation or the period of the form. Take a new form and copy the values into it.
values-other-year = { $place }: the table is of { $named }, and values go to the period { $period }. Choose the right period, or correct the heading.
values-row-gone = { $file }: the form has no row for the indicator { $code }. Put the row back, or take a new form.

## Lines of JSON

values-line = { $file }, line { $line }
values-bad-line = { $file }, line { $line }: this is no record with the fields organisation, code and value. Correct the line.
values-too-many-lines = { $file }, line { $line }: there are too many lines. Split the file.

## What a file would change

brings-line = { $place } · { $cell } — { $said }
brings-refused = { $place } · { $cell }: { QUOTE($given) } is not to be entered. { $said }
brings-instead = { $now } instead of { $was }
brings-words = { $now }, the note or the source changes
brings-reopens = {", entered anew"}
brings-wants-note = { $what }, but the value has to come with a note. Put it into the file, or enter the value in the table.
brings-wants-reason = { $what } is entered with its reason only. Put it behind a colon, or into the column «Причина».
brings-contradicts = { $place } says something else of the same cell. Leave one of the two.
brings-which-head = The period had several heads: { $heads }. Add a column «Head» with the surname.
brings-namesakes = { QUOTE($name) } fits several heads: { $heads }. Write the given name and the patronymic.
brings-poorer = its known parts go: { $what }
brings-means = { QUOTE($name) } is { $means }
brings-remembered = { QUOTE($name) } is { $means }, as remembered
brings-contested = { QUOTE($name) }: by your answer this is { $mine }, but since then it is on record as { $theirs } ({ $by }). Answer again.
brings-not-head = Nobody called { QUOTE($name) } was head in this period. Correct the surname or the appointments.
brings-since = { $what }, but since the form was handed out the cell was changed ({ $by }). See which is right.
brings-since-gone = { $what }, but the cell was changed since the form was handed out. See which is right.
values-more-faults = { $n ->
    [one] { $file }: and { $n } more line like this.
   *[other] { $file }: and { $n } more lines like this.
}
values-too-many = { $file }: the number of values brought in at once is limited to { $most }. The rest is not read, bring it in parts.
brings-before = { $file }: { $brought }. What was changed since is put aside.
brings-put-right = { $what }, but the cell was changed after this file was brought in. Check which is right.
brings-meanwhile = changed while you were looking ({ $by }): { $what }, it was { $first }
brings-meanwhile-gone = changed while you were looking: { $what }, it was { $first }
brings-nameless = The row has no name of an organisation. Write it into the file.
brings-period = The period where the file names no other is { $name }.
brings-no-option = There is no such option. Write one of them as a word ({ $options }).
brings-no-owner = The file does not say whose table it is. Put the organisation into the heading, or into the name of the file.
brings-like-owner = The file does not say whose table it is. The name of the file looks like these: { $like }.
brings-no-organisation = There is no organisation { QUOTE($name) }. Correct the name.
brings-like-organisation = There is no organisation { QUOTE($name) }. Similar: { $like }.
brings-no-indicator = There is no indicator { QUOTE($name) }. Correct the name or the code.
brings-like-indicator = There is no indicator { QUOTE($name) }. Similar: { $like }.
brings-twice = { $whose }, { $period }: the form came several times. These are { $files }.
brings-unknown = { $n ->
    [one] { $place }, { $n } value: not to be entered. { $said }
   *[other] { $place } and on, { $n } values: not to be entered. { $said }
}
brings-same = { $n ->
    [one] { $n } value without a change
   *[other] { $n } values without a change
}
brings-changes = { $n ->
    [one] { $n } value changes
   *[other] { $n } values change
}

## Command line: values from files

cli-import-about = Enter values from files, showing first what would change
cli-arg-import-paths = XLSX, XLS, ODS, CSV, JSON Lines files or folders of them: forms, tables of organisations × indicators, lists
cli-option-import-period = The period where the file names none; without it, the one that is going on
cli-name-meant = TEXT=NAME
cli-option-import-organisation = Whose table it is where the file names no organisation
cli-option-meant = What an unknown name in the file means: an organisation or the code of an indicator; may be given again
cli-option-similar = Take a similar name for the same where only one is similar
cli-option-over = Enter also what was changed since the form was handed out, or since the file was brought in before
cli-option-skip-refused = Enter the rest even if a part of the values can’t be entered
cli-example-import-show = show what all files of the folder would change
cli-example-import = enter a table
cli-example-import-organisation = a table of one school that does not name it
cli-example-import-name = say which school is meant
cli-import-reading = Reading files
cli-import-weighing = Holding against what is entered
cli-import-writing = Writing
cli-import-empty-folder = There are no XLSX, XLS, ODS, CSV or JSON Lines files in { $path }.
cli-option-remembered = Show the remembered names of files and what they mean
cli-import-name = { $said } ({ $by })
cli-import-nameless = { QUOTE($said) }: there is no name of a file before the equals sign.
cli-import-own-name = { QUOTE($said) }: an organisation or an indicator of the store is called so. The name means nothing else.
cli-import-name-unused = { QUOTE($said) }: the files have no such name. Copy it from the file.
cli-import-more-names = { $n ->
    [one] And { $n } more name is not known.
   *[other] And { $n } more names are not known.
}
cli-import-skipped = { $file }: { $brought }, left out. It is read again with --again.
cli-option-again = Read also the files of a folder that are brought in already
cli-import-no-sign = { QUOTE($said) }: a sign of equality is needed between the text of the file and the name.
cli-import-means-nothing = { QUOTE($said) }: no organisation and no indicator has the name after the sign of equality.
cli-import-meant = Say with --name what a name in the file means.
cli-import-similar = If all that is similar is right, add --similar.
cli-import-whose = Say whose table it is with --organisation.
cli-import-nothing = Nothing changes: all of this is on record.
cli-import-not-yet = Nothing was written. To enter it, add --yes.
cli-import-refused = Not accepted: { $n }; nothing was written.
cli-import-over = What is put aside until you decide is entered with --over.
cli-import-refused-next = Correct the files and try again. To enter the rest, add --skip-refused.

## Values from files in the interface

command-import = Enter values from a file
words-import = import, load, upload, excel, forms, table
hint-bring = enter
hint-take = mark
hint-take-all = all
hint-which = what it is
incoming-title = Files in { $path }
incoming-unread = { $path } is not readable: { $why }
incoming-none = There are no files of values in { $path }. Put an XLSX, XLS, ODS, CSV or JSON Lines file there.
incoming-all = { $n ->
    [one] All, { $n } file
   *[other] All, { $n } files
}
incoming-all-new = { $n ->
    [one] All new, { $n } file
   *[other] All new, { $n } files
}
incoming-left = { $n ->
    [one] without { $n } brought in
   *[other] without { $n } brought in
}
incoming-of = Entering { $file }
incoming-of-several = { $n ->
    [one] Entering { $n } file
   *[other] Entering { $n } files
}
incoming-reading = The file is being read…
incoming-reading-of = Reading file { $n } of { $total }
incoming-weighing = Held against what is entered: { $percent } %
incoming-writing = { $n ->
    [one] Writing { $n } value…
   *[other] Writing { $n } values…
}
command-remembered-names = Remembered names
words-remembered-names = remembered names, aliases, names of schools in files
remembered-names = Remembered names of files
remembered-name = { $means }: { QUOTE($name) }
remembered-none = No names are remembered. They come when a file is brought in and somebody says what a name in it means.
remembered-stays = { $means }: brought in by files and left there, check it
remembered-stayed = This was { $means } before. What files brought in there stays, check it: { $cells }.
hint-forget = forget
incoming-stopped = Stopped, nothing was entered.
incoming-counts = { $taken } of { $changes } to be entered · { $same } unchanged · { $refused } not to be entered
incoming-refused = { $place } · { $cell }: { QUOTE($given) }. { $said }
incoming-taught = This line takes its denominator from one that is left aside. Take that one first.
incoming-line = { $cell } — { $said } · { $place }
incoming-nothing = There is nothing to enter. Mark values with the space bar, or close the page.
incoming-whose = Whose table is { QUOTE($name) }
incoming-which = What is { QUOTE($name) }
incoming-broke = The file was not read, the program broke on it. Open it in Excel or LibreOffice and save it again.

## Names in files

kind-alias = name in files
name-alias = name in files { QUOTE($name) }
kind-brought-file = file brought in
name-brought-file = file { QUOTE($name) } brought in
file-brought = brought in { $day }, { $by }
incoming-only-rest = Not taken: { $n }. Enter again enters the rest; what is not taken stays in the file.
incoming-meanwhile = { $n ->
    [one] While you were looking, { $n } value was changed, its mark is gone. Mark it again to write over.
   *[other] While you were looking, { $n } values were changed, their marks are gone. Mark them again to write over.
}
incoming-no-undo = Nothing is entered yet, so there is nothing to undo. What was done before is undone when this page is closed.
incoming-own-answer = your answer
incoming-leave = not known yet, leave out
