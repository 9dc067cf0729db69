"""Writes a table of about SIZE megabytes with quoted cells of several lines: make_csv.py FILE SIZE [ROWS]."""
import sys

path, size = sys.argv[1], int(sys.argv[2]) << 20
text = "The organization defines, documents and reviews\nthe ""item"" it is about, at least once a year; see also"
quoted = '"' + text.replace('"', '""') + ', line two\nline three of the cell"'
rows = int(sys.argv[3]) if len(sys.argv) > 3 else None
written = 0
with open(path, "w", newline="") as file:
    written += file.write("id,parent_id,title,text,assessable\n")
    number = 0
    while number < rows if rows is not None else written < size:
        number += 1
        cell = "short" if rows is not None else quoted
        written += file.write(f'ac-{number},ac,"Account, management {number}",{cell},1\n')
