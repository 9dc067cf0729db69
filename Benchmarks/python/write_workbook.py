"""Reads a workbook, then writes its cells with openpyxl: seconds of CPU time of the writing alone.

    write_workbook.py FILE

`seconds` is with what each cell has as format (number format, font, alignment), as in the workbook, by named styles, which
openpyxl sets fastest; `plain` is without.
Both stream (write_only), which is the faster of openpyxl's two ways. Widths, filters and colours are left out.
"""

import sys
import tempfile
import time
from copy import copy

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import NamedStyle

book = openpyxl.load_workbook(sys.argv[1], read_only=True)
formats = {}


def read(cell):
    """The value, and the name of its format: one for each sort of cell."""
    if cell.value is None:
        return None
    key = cell._style_id if hasattr(cell, "_style_id") else id(cell)
    if key not in formats:
        formats[key] = (f"format{key}", cell.number_format, copy(cell.font), copy(cell.alignment))
    return cell.value, formats[key][0]


sheets = [(sheet.title, [[read(cell) for cell in row] for row in sheet.iter_rows()]) for sheet in book]
cells = sum(1 for _, rows in sheets for row in rows for cell in row if cell is not None)


def write(with_formats):
    with tempfile.TemporaryFile() as file:
        start = time.process_time()
        made = openpyxl.Workbook(write_only=True)
        for name, number_format, font, alignment in formats.values():
            made.add_named_style(
                NamedStyle(name, number_format=number_format, font=copy(font), alignment=copy(alignment)))
        for title, rows in sheets:
            sheet = made.create_sheet(title)
            for row in rows:
                if with_formats:
                    sheet.append([cell and dressed(sheet, *cell) for cell in row])
                else:
                    sheet.append([cell and cell[0] for cell in row])
        made.save(file)
        return time.process_time() - start


def dressed(sheet, value, name):
    cell = WriteOnlyCell(sheet, value)
    cell.style = name
    return cell


plain = write(False)
print(f"cells {cells} seconds {write(True):.3f} plain {plain:.3f}")
