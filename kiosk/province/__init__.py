"""The combined figures of many kiosks, for monthly review in the province's department.

`collection` reads the kiosks' signed files into a DuckDB database, `questions` queries it, and
`pages` writes static pages that open from a USB stick.
"""
