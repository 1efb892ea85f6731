"""The take-home edition: the lessons as static web pages.

`graph` enumerates, for each way and make of phone, the states of a run and the effect of each
touch. The scripts in `site/` only follow these edges, draw and speak.
"""
