"""The editors' tools: check, status, new, translate, signatures, serve.

Each returns an exit code and prints what an editor needs to know.
"""
