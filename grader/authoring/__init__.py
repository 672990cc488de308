"""What authors of a course use: `verify` proves it, `record` writes its records, `skeleton`
begins a new exercise, `variants` turns misconceptions into files that can be run."""
