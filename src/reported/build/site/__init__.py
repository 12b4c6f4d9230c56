"""The site of a project: everything it has published, as pages that need no server and no network."""
