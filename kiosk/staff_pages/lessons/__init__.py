"""The page that names the lessons which need somebody."""
