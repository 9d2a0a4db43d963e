"""One act is one transaction, with its undo and its history."""
