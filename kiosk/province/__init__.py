"""The figures of many kiosks, for the person in the department who looks at them once a month.

`collection` reads the kiosks' signed files into a DuckDB database, `questions` asks it, and
`pages` writes static pages that open from a stick.
"""
