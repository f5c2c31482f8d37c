"""Work kept by the digest of its inputs, and spread over the processors.

Knows no content and no other room.  Whatever is missing here is made anew: deleting the cache costs
time and changes nothing.
"""
