"""The window: pages, painted widgets and theme; the only room where Qt lives."""
