### Русский: search
