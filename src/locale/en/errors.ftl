### Refusals and errors: what happened and what to do
