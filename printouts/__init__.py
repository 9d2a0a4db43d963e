"""The papers: records in, PDF out; no database, no clock."""
