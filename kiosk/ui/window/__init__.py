"""The window: how it is shown, drawn, guarded, touched and printed from."""
