### Workbooks of Excel and LibreOffice: what is not read and what is wrong in them

## Place in a file

book-place-cell = { $file }, cell { $cell }
book-place-sheet = { $file }, sheet { QUOTE($sheet) }
book-place-sheet-cell = { $file }, sheet { QUOTE($sheet) }, cell { $cell }

## A file that is not read

book-empty = { $place }: the file is empty. Check that it is the right one.
book-not-a-table = { $place }: this is no table. It takes an XLSX, XLS, ODS or CSV file. Open it in Excel or LibreOffice and save it again.
book-old-excel = { $place }: this is the format of Excel before 1997. Open the file in Excel or LibreOffice and save it as XLSX.
book-encrypted = { $place }: the file is closed with a password. Take the password off and save the file again.
book-damaged = { $place }: the file is damaged, the part { QUOTE($part) } can’t be read. Open it in Excel or LibreOffice and save it again.

## More than is read

book-limit-file-bytes = { $place }: the file is too large, at most { $n } MB. Split it.
book-limit-inflated-bytes = { $place }: the file is too large when unpacked, at most { $n } MB. Leave only the sheets that are needed.
book-limit-entries = { $place }: the file has too many parts, at most { $n }. Copy the table to a new file.
book-limit-sheets = { $place }: too many sheets, at most { $n }. Leave only those that are needed.
book-limit-rows = { $place }: too many rows, at most { $n }. Delete what is below the table, or split it.
book-limit-columns = { $place }: too many columns, at most { $n }. Delete what is to the right of the table.
book-limit-cells = { $place }: too many cells in the file, at most { $n }. Leave only what is needed.
book-limit-text-chars = { $place }: the text is too long, characters in a cell at most { $n }. Shorten it.
book-limit-text-bytes = { $place }: too much text in the file, at most { $n } MB. Leave only what is needed.
book-limit-pieces = { $place }: a record of the XLS workbook is in too many pieces, at most { $n }. Open the file and save it as XLSX.
book-limit-formats = { $place }: too many cell formats, at most { $n }. Copy the table to a new file, values only.

## Columns

table-no-titles = { $place }: there is no row with the titles of the columns. It takes the columns { $titles }.
table-no-column = { $place }: the column { QUOTE($title) } is missing. Add it or correct its title.
table-twice = { $place }: a second column is called { QUOTE($title) }. Leave one.
table-on-another-sheet = { $place }: the sheet { QUOTE($sheet) } has such a table as well, and one is read. Put all rows on one sheet, or hide the other.
table-unknown = { $place }: the column { QUOTE($title) } is not read. If it is needed, correct its title.

## Cells

table-empty = { $place }: { QUOTE($column) } is empty. Fill in the cell.
table-formula-error = { $place }: the formula gives the error { $given }, so { QUOTE($column) } can’t be read. Correct the formula or type the value.
table-not-reckoned = { $place }: the file has no result of the formula, so { QUOTE($column) } can’t be read. Open the file in Excel or LibreOffice and save it again.
table-no-date = { $place }: { QUOTE($column) } holds { QUOTE($given) } formatted as a date, and there is no such date. Correct it.
table-too-large = { $place }: { QUOTE($column) } holds the number { $given }, which is too large. Correct it.
table-wants-number = { $place }: { QUOTE($column) } takes a number, and holds { QUOTE($given) }.
table-date-for-number = { $place }: { QUOTE($column) } takes a number, and holds the date { $given }. Format the cell as a number and type it again.
table-wants-whole = { $place }: { QUOTE($column) } takes a whole number not below zero, and holds { QUOTE($given) }.
table-wants-date = { $place }: { QUOTE($column) } takes a date such as 01.09.2026, and holds { QUOTE($given) }.
table-year = { $place }: { QUOTE($column) } holds { $given }, and the year may be from { $min } to { $max }.
table-wants-yes-no = { $place }: { QUOTE($column) } takes “да” or “нет”, and holds { QUOTE($given) }.
table-not-one-of = { $place }: { QUOTE($column) } holds { QUOTE($given) }, and may be { $names }.
table-range = { $place }: { QUOTE($column) } holds { $given }, and may be from { $min } to { $max }.
table-before = { $place }: { QUOTE($column) } holds { $given }, which is before { $earliest }.
table-without = { $place }: { QUOTE($column) } is filled in, and { QUOTE($other) } is not. Fill in both cells or clear both.
table-differs = { $place }: { QUOTE($column) } is not the same as in cell { $cell } of the same record. Correct one of them.
table-not-for = { $place }: { QUOTE($column) } is filled in, and with { QUOTE($other) } { QUOTE($says) } it has to be empty. Clear the cell.
table-wants-positive = { $place }: { QUOTE($column) } takes a number above zero, and holds { $given }.
table-wants-day-of-year = { $place }: { QUOTE($column) } takes a day such as 20.05, and holds { QUOTE($given) }.
table-date-for-text = { $place }: { QUOTE($column) } holds the date { $given }, and something else was typed, it seems. Format the cell as text and type it again.
table-no-line = { $place }: the line { QUOTE($title) } is missing. Add it.
table-again = { $place }: { QUOTE($given) } in { QUOTE($column) } stands in another row already. Keep one.
table-other-name = { $place }: { QUOTE($column) } holds { QUOTE($given) }, and other lines of this retired indicator are called { QUOTE($first) }. Call all of them the same; if a new indicator is meant, add it, too.
table-of-another = { $place }: { QUOTE($column) } holds { QUOTE($given) }, and the row is called { QUOTE($title) }, which is another indicator. Correct the code or the title.
table-nowhere = { $place }: { QUOTE($column) } holds { QUOTE($given) }, and there is no such thing on the sheet { QUOTE($sheet) }.

## The catalogue as a workbook

catalogue-book-no-sheet = { $place }: the sheet { QUOTE($sheet) } is missing. Take a file that smotr catalogue export writes as a model.
catalogue-book-unknown-sheet = { $place }: a catalogue has no such sheet, its sheets are { $names }. Correct the name or delete the sheet.
catalogue-book-unknown-column = { $place }: a catalogue has no column { QUOTE($about) }. Correct the title or delete the column.
catalogue-book-newer = { $place }: the file of format { $given } was written by a newer version of smotr, and this one knows format { $known }. Update the program.
catalogue-book-scale = { $place }, scale of the indicator { $about }: { $why }. Correct the lines of the scale or choose the scale “как в документе”.
catalogue-book-no-lines = { $place }: the indicator { $about } has no lines of its scale. Add them or choose another scale on the sheet “Показатели”.
catalogue-book-few-options = { $place }: the indicator { $about } needs two options at least. Add lines.
catalogue-book-more = And { $n ->
    [one] { $n } more fault.
   *[other] { $n } more faults.
 }
