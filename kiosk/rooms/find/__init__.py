"""The room where staff find a lesson."""
