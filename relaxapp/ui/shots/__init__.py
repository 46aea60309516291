"""Pictures of the window: every page and state, posed with made-up practice, for documents and for those who build."""
