"""What the club can set, and the first run."""
