"""The register, one person's page, import and export, and removal."""
