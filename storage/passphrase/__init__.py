"""Books under a passphrase: the cipher, its change, and what lies about in plain."""
