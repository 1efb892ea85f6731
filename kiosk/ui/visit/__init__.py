"""View models of a visit, and the ways to open a lesson."""
