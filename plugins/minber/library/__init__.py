"""Campaigns, items and pages, linked with each other and with the registry."""
