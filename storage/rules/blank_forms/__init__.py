"""The forms for the pen: each composed from the register, one file a form."""
