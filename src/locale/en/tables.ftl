### Values in files: smotr template, smotr export

cli-template-about = Write the workbook that a school fills in: for one organisation or for each
cli-arg-template = where to; without a name, in the folder ~/выгрузка
cli-option-all = a workbook for each organisation, in this folder
cli-example-template = a workbook for school 12 in the folder ~/выгрузка
cli-example-template-file = the same in a named file
cli-example-template-municipality = the workbook of the municipality
cli-example-template-direction = one direction only
cli-example-template-all = a workbook for each organisation
cli-template-nothing = There is nothing to fill in: nothing is collected from this organisation in this period.
cli-template-nothing-next = Check the period and the organisation; the catalogue shows what is collected.
cli-template-closed = The period { $period } is closed, its values do not change any more.
cli-template-closed-next = Name an open period.
cli-template-progress = Writing workbooks
cli-templates-part = { $path } could not be written ({ $why }). { $n } of { $all } workbooks are new, the others as they were.
cli-templates-written = { $n ->
    [one] { $n } workbook
   *[other] { $n } workbooks
 } written to the folder { $path }

cli-arg-table = where to: xlsx, csv or jsonl, by the ending; without a name, a workbook in the folder ~/выгрузка
cli-option-matrix = a table: organisations in rows, indicators in columns
cli-option-list = a list: a row for each value
cli-name-of-direction = DIRECTION
cli-option-of-direction = Indicators of this direction only, by code or name
cli-option-parts = Numerators and denominators in columns of their own
cli-option-publication = To be published: without names, parts of ratios, reasons and notes; counts under 3 hidden
cli-name-encoding = ENCODING
cli-option-encoding = The encoding of a csv file
cli-example-matrix = a table in the folder ~/выгрузка
cli-example-list = a list of values, there too
cli-table-kind = A table is written as XLSX, CSV or JSON Lines.
cli-table-kind-next = Give the file a name that ends in xlsx, csv or jsonl.
cli-no-direction = There is no direction { QUOTE($name) } in this period. There are: { $known }.

command-export-table = Export a table
command-write-form = Template to be filled in
words-export = export, excel, csv, workbook, publication
words-form = form, workbook for a school, request, excel
export-book = Excel workbook
export-parts = Excel workbook with numerators and denominators
export-list = Excel workbook as a list: a row for each value
export-text = CSV text
export-list-text = CSV text as a list: a row for each value
export-published = Excel workbook to be published: no names, parts, reasons
export-size = { $rows } × { $columns }
export-size-all = all rows × { $columns }
export-each-direction = A workbook for each organisation, direction { QUOTE($direction) }
export-one-direction = { $name }, direction { QUOTE($direction) }
export-marked = The marked organisations: { $n }
export-marked-direction = Marked organisations: { $n }, direction { QUOTE($direction) }
export-each = A workbook for each organisation
export-begun = Writing a file…
export-pace = Writing the file. Esc stops it
export-pace-of = Writing file { $n } of { $total }. Esc stops it
export-stopping = Stopping…
export-stopped = Stopped, nothing was written.
export-busy = The file before is still being written. Wait, or stop it with Esc.
leave-unwritten = A file is still being written. Wait, or { $key } again to leave without it.
