### English: cli
