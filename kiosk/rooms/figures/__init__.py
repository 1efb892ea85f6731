"""The room that shows what happened here."""
