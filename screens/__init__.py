"""What people see and press: one file a screen, named as in the walk."""
