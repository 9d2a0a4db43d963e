"""Spreadsheets as clubs keep them, read into the register: files, old fonts, headings, a plan."""
