### English: search
