"""Paper: the sheet to take home, the poster on the wall, the cards; typeset, and printed.

`content` says what stands on a sheet, `templates` where (a Typst file a form), `typesetter` makes
the PDF of both, `printing` has it printed.
"""
