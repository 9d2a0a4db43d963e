"""The parts of the minutes: one file a part, each from records to blocks of text."""
