### Русский: followup
