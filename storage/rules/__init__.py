"""The rules of the club: pure functions over records."""
