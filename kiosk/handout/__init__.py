"""Printed material: lesson sheets, posters and cards, typeset as PDF and printed.

`content` selects the content of a sheet, `templates` lays it out (one Typst file per form),
`typesetter` produces the PDF, `printing` prints it.
"""
