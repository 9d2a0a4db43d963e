"""What the room sees: the large view of each step, on this screen and in the wall's own window."""
