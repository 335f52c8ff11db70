#!/usr/bin/env python3
"""Writes Sources/Feeds/Markup/HTMLEntityTable.swift: every named character reference of HTML.

The list is Python's html.entities.html5, which is the one of the HTML standard (§13.5). Names
that may stand without a semicolon are in the table once, with it. Run from the package's folder:

  Scripts/html-entities.py > Sources/Feeds/Markup/HTMLEntityTable.swift
"""
import html.entities

rows = sorted(
    (name[:-1], "+".join(f"{ord(c):X}" for c in value))
    for name, value in html.entities.html5.items() if name.endswith(";"))
print("// Written by Scripts/html-entities.py: do not edit.")
print("// swift-format-ignore-file")
print()
print("/// The named character references of HTML: a name and its code points in hexadecimal a row.")
print('let htmlEntityTable = """')
line = "   "
for name, points in rows:
    row = f" {name}={points}"
    if len(line) + len(row) > 98:
        print(line)
        line = "   "
    line += row
print(line)
print('    """')
