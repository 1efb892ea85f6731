"""Staff-only functions: the PIN and its protection, and the tasks of the first start."""
