### Erasing personal data

## The command

cli-erase-about = Erase the data of a person on lawful demand; shows first what is found
cli-erase-help = An administrator erases. The account is let go first: smotr user remove. The name leaves the record, the journal, the database, unfinished input, search and the automatic archives; archives elsewhere are listed. What is erased cannot be brought back.
cli-name-person = PERSON
cli-name-numbers = NUMBERS
cli-name-code = CODE
cli-arg-erase-who = Surname, with given name and patronymic if need be, or the number of the person
cli-option-reason = The reason without the name, such as “request No. 15 of 01.06.2026”; kept with the archives
cli-option-keep = Numbers of listed records that name somebody else of the same surname
cli-option-yes = The code of the list that was shown; nothing is erased without it
cli-option-act = Write the act to a new file instead of the screen
cli-option-erasures = The file erasures.jsonl, if it does not lie beside the archive

## What was found

cli-erase-ambiguous = { QUOTE($words) } fits several: { $found }. Be more exact or give the number (smotr erase { $example }).
cli-erase-person = { $name } (person No. { $id })
cli-erase-who = This personal data is to be erased: { $person }.
cli-erase-where = The name leaves the record, the journal, the database, unfinished input, search and the automatic archives.
cli-erase-no-texts = The texts of other records do not say the name.
cli-erase-texts = { $n ->
    [one] The name stands in { $n } more record, where a mark takes its place:
   *[other] The name stands in { $n } more records, where a mark takes its place:
}
cli-erase-text = { $place }. { $what } — { $text }
cli-erase-former = { $place }. { $what }, in an earlier version — { $text }
cli-erase-keep = If a record names somebody else, add its number: --keep 2,5.
cli-erase-call = Nothing is changed yet. To erase for ever, run:
cli-erase-changed = The records have changed since they were shown, the code no longer fits.
cli-erase-changed-next = Call the command without --yes and look through the list again.
cli-erase-no-place = The list has no record with the number { $place }.

## What was done

cli-erased = The personal data is erased, person No. { $id } is left without a name (changes in the journal: { $changes }; archives rewritten — { $archives }).
cli-erase-removed = These archives were damaged and are removed: { $files }.
cli-erase-unfinished = The name is gone from the records, but the journal and the archives could not be rewritten yet.
cli-erase-unfinished-next = Make room on the disk; the erasing ends when the store is opened next, and no history is shown until then. The same command with the number of the person shows the act later.
cli-erase-finished = An erasing that had been cut short is finished: person No. { $id }.
cli-verify-redacted = { $n ->
    [one] The contents of { $n } change were erased under the law on personal data; the chain of the journal holds.
   *[other] The contents of { $n } changes were erased under the law on personal data; the chain of the journal holds.
}
trouble-busy = Personal data is being erased.
trouble-busy-next = Try again in a minute.
not-written-busy = Not written: personal data is being erased. Try again in a minute.
writing-stopped-busy = erasing data, changes wait
unreadable-mentions = The journal cannot be read, no mentions were found.

## The act and the extract

act-title = ACT OF DESTRUCTION OF PERSONAL DATA
act-order = Drawn up by order No. 179 of Roskomnadzor of 28.10.2022
act-blank = ____________________
act-operator = Operator: { $operator }
act-address = Address of the operator: ____________________
act-subject = Subject of the personal data: { $subject }
act-categories = Categories of data: surname, given name, patronymic, account name, mentions of the name in texts, records of education, attestation, contracts and the reserve
act-system = Information system: Smotr, store { $store }
act-method = Method of destruction: the files of the journal and of the archives were written anew without this data, the former files removed
act-reason = Reason of destruction: { $reason }
act-date = Date of destruction: { $date }
act-author = Destroyed by the user of the system: { $author }
act-post = Post and full name: ____________________
act-signature = Signature: ____________________
act-beyond = Archives made before and out of reach of the program (to be destroyed separately):
act-access = The access log is not written anew: the name of the account stays in it until its lines expire, if somebody tried to sign in with it before it was added.
act-extract = EXTRACT FROM THE JOURNAL OF EVENTS
act-event = { $moment }, journal entry No. { $seq }: personal data destroyed, changes cleared — { $changes }
act-files = Automatic archives rewritten — { $archives }, files of unfinished input cleared — { $unsaved }
act-kept = The act and the extract are kept for three years from the date of destruction. The program keeps the name no longer.
cli-act-not-written = The act was not written to the file { $path }: { $why }.
cli-act-not-written-next = Save the act from the screen, there is no other place to take it from.
