"""The subcommands of `relaxapp`, one module each with a `run(options, folders)` that returns the exit status."""
