"""Backups, the passphrase, and what is shown when the books cannot be opened."""
