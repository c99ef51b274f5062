"""Invented disclosures, printed as departments print them, and a comparison with what is read back.

Nothing here knows how fiscaltables reads: a document is made first, then printed.
"""
