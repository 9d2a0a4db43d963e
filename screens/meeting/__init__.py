"""The eight steps of the meeting, with the lines and popups of each."""
