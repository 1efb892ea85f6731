"""For lesson authors: schema, guide, lesson template, and checks of their files."""
