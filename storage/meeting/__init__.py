"""The books of a meeting: its eight steps, what each keeps, and the minutes they lead to."""
