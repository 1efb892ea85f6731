"""The on-screen keyboard: its keys and their effect on a text. Independent of Qt."""
