### Values in files: smotr template, smotr export

cli-template-about = Write the workbook that a school fills in: for one organisation or for each
cli-arg-template = where to; without a name, in the folder ~/выгрузка
cli-option-all = a workbook for each organisation, in this folder
cli-example-template = a workbook for school 12 in the folder ~/выгрузка
cli-example-template-file = the same in a named file
cli-example-template-all = a workbook for each organisation
cli-template-nothing = There is nothing to fill in: nothing is collected from this organisation in this period.
cli-template-nothing-next = Check the period and the organisation; the catalogue shows what is collected.
cli-template-closed = The period { $period } is closed, its values do not change any more.
cli-template-closed-next = Name an open period.
cli-template-progress = Writing workbooks
cli-templates-written = { $n ->
    [one] { $n } workbook
   *[other] { $n } workbooks
 } written to the folder { $path }
