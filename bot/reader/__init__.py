"""Extraction and matching on the command line: texts in, claims, explanations or relations out."""
