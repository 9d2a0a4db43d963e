"""The papers: chosen, read as text, made, printed, carried away."""
