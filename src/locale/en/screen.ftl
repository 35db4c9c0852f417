### English: screen
