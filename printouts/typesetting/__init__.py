"""How a sheet is set: page, letterhead, faces, tables, signatures."""
