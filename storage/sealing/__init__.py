"""The seals on minutes and addenda: what is sealed, the chain, and the codes on paper."""
