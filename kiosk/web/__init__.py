"""The take-home edition: the same lessons as static pages.

The core decides everything: `graph` writes down, for each step, way and make of phone, the states
of a run and what each touch makes of them. The pages in `site/` follow the edges, draw and speak.
"""
