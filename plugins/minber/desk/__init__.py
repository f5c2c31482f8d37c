"""The editors' tools: check, status, new, translate, serve.

Each returns an exit code and prints what an editor needs to know.
"""
