### English: journal
