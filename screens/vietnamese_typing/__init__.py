"""Telex and VNI for computers without an input method: what a key makes of a word.

Pure functions over text; the fields ask them for each letter that is typed.
"""
