### English: followup
