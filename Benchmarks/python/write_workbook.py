"""Reads a workbook, then writes its cells with openpyxl: seconds of CPU time of the writing alone.

    write_workbook.py FILE       streamed (write_only), which is the faster of openpyxl's two ways
"""

import sys
import tempfile
import time

import openpyxl

book = openpyxl.load_workbook(sys.argv[1], read_only=True)
sheets = [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book]
cells = sum(1 for _, rows in sheets for row in rows for value in row if value is not None)
with tempfile.TemporaryFile() as file:
    start = time.process_time()
    copy = openpyxl.Workbook(write_only=True)
    for title, rows in sheets:
        sheet = copy.create_sheet(title)
        for row in rows:
            sheet.append(row)
    copy.save(file)
    print(f"cells {cells} seconds {time.process_time() - start:.3f}")
