"""The page that lists the lessons which need attention."""
