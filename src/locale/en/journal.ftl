### Journal and undo
