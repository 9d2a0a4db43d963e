"""How a paper leaves the computer: to a printer, a viewer, a stick."""
