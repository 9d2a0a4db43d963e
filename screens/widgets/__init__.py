"""Parts that two screens share, or that are one idea of their own."""
