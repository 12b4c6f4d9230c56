"""Executed notebooks become one document: page, paper and slides."""
