"""What goes from the clubs to the Association: the bundle of a club, and many of them gathered."""
