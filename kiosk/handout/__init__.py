"""Paper: the sheet to take home, the poster on the wall, the cards; made, and printed.

What stands on a sheet (`content`), and where (`pieces`, `layout`, `poster`), is decided without Qt;
`drawing` and `phone_pictures` put ink on it.
"""
