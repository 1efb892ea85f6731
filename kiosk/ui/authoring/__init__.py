"""View models of the lesson editor and the preview."""
