"""The room that names the lessons which need somebody."""
