"""The main page and the club's books between meetings."""
