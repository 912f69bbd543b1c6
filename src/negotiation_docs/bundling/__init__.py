"""Every paper of a debt that is ready and due, put together with the evidence: a folder, one PDF, or a ZIP file."""
