"""Everyone with a name: the register, consent, and what happens to a person's data."""
