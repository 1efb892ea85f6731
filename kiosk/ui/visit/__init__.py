"""View models of a visit, and the ways by which a lesson is opened."""
