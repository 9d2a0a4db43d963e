"""The books of the club: records, rules and files; this layer speaks no language."""
