"""One module for each contender: ``build(templates, folder)`` makes its template files, ``opened(folder)`` sets them.

``templates`` is a list (one for each paper of the job) as :func:`words.learn` makes it; ``opened`` returns a function
from one document's fields (one mapping for each paper) to the files' bytes. A peer's module imports nothing of ours.
"""
