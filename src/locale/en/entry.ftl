### English: entry
