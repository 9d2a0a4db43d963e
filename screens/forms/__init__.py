"""Forms: full screens with labelled fields; what is half typed in them is kept."""
