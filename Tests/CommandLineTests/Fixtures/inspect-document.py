"""Reads joint documents as a stranger would, and exits 1 with a message where one is more than a document.

Usage: inspect-document.py TRACE FILE...: every file must hold TRACE, so that what is looked at was made of hostile texts.
"""
import re
import sys
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

TRACE = sys.argv[1]
# Elements of a document, and nothing that runs, loads, embeds or asks.
ELEMENTS = set(
    "html head meta title style body header footer main nav section article aside div span p br hr h1 h2 h3 h4 h5 h6 ol ul "
    "li dl dt dd table caption colgroup col thead tbody tfoot tr th td strong em b i code blockquote a wbr time abbr".split())
ATTRIBUTES = set("lang charset name content class id href scope colspan rowspan http-equiv dir role datetime title start tabindex".split())
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fail(file, message):
    print(f"{file}: {message}"[:600])
    sys.exit(1)


class Page(HTMLParser):
    def __init__(self, file):
        super().__init__(convert_charrefs=True)
        self.file, self.policy, self.words, self.metas = file, None, [], 0

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            fail(self.file, f"element <{tag}> {attributes}")
        for name, value in attributes:
            if name not in ATTRIBUTES and not name.startswith(("data-", "aria-")):
                fail(self.file, f"attribute {name}={value!r} of <{tag}>")
            if name == "href" and not (value or "").startswith("#"):
                fail(self.file, f"link to {value!r}")
        facts = dict(attributes)
        if (facts.get("http-equiv") or "").lower() == "content-security-policy":
            self.policy = facts.get("content")
        elif "http-equiv" in facts:
            fail(self.file, f"http-equiv {facts}")

    def handle_comment(self, data):
        fail(self.file, f"comment {data!r}")

    def handle_data(self, data):
        self.words.append(data)


def html(file):
    text = open(file, encoding="utf-8", newline="").read()
    page = Page(file)
    page.feed(text)
    page.close()
    policy = page.policy or ""
    if "default-src 'none'" not in policy or "unsafe" in policy:
        fail(file, f"policy {policy!r}")
    controls = [c for c in text if ord(c) < 32 and c not in "\t\n\r" or c == "\x7f"]
    if controls:
        fail(file, f"control characters {sorted(set(controls))!r}")
    return "".join(page.words)


def docx(file):
    words = []
    with zipfile.ZipFile(file) as package:
        names = package.namelist()
        if package.testzip() or len(names) != len({n.lower() for n in names}):
            fail(file, f"members {names}")
        for name in names:
            if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or "vba" in name.lower():
                fail(file, f"member {name}")
            data = package.read(name)
            if not name.endswith((".xml", ".rels")):
                fail(file, f"member {name} is no XML")
            if b"<!DOCTYPE" in data:
                fail(file, f"{name} has a DOCTYPE")
            root = ElementTree.fromstring(data)
            for element in root.iter():
                kind = element.tag.split("}")[-1]
                if kind == "Relationship" and element.get("TargetMode") == "External":
                    fail(file, f"{name}: external relationship {element.attrib}")
                if kind in ("altChunk", "object", "OLEObject", "control", "hyperlink", "pict", "drawing", "attachedTemplate"):
                    if kind != "hyperlink" or any(a.endswith("}id") for a in element.attrib):
                        fail(file, f"{name}: <{kind}>")
                if element.tag == WORD + "instrText" or element.tag == WORD + "fldSimple":
                    code = (element.text or "") + (element.get(WORD + "instr") or "")
                    if not re.fullmatch(r'\s*(PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|STYLEREF)\b[\w\s\\"\-+.*;]*', code):
                        fail(file, f"{name}: field {code!r}")
                if element.tag == WORD + "t":
                    words.append(element.text or "")
    return "".join(words)


# Before a mark that counts stand pairs of backslashes only.
ESCAPES = r"(?<!\\)(?:\\\\)*"


def markdown(file):
    text = open(file, encoding="utf-8", newline="").read()
    for number, line in enumerate(text.split("\n"), 1):
        if re.search(ESCAPES + r"<(?!br>)[A-Za-z/!?]", line):
            fail(file, f"line {number}: raw HTML in {line[:200]!r}")
        if re.search(ESCAPES + r"\]\(", line) and not re.search(r"\]\(#", line):
            fail(file, f"line {number}: a link in {line[:200]!r}")
    controls = [c for c in text if ord(c) < 32 and c not in "\t\n" or c == "\x7f"]
    if controls:
        fail(file, f"control characters {sorted(set(controls))!r}")
    tables(file, text)
    return text


def tables(file, text):
    """Every row of a table has the cells of its head: no text became a cell of its own."""
    width = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.startswith("|"):
            width = None
            continue
        cells = len(re.split(ESCAPES + r"\|", line))
        if width is None:
            width = cells
        elif cells != width:
            fail(file, f"line {number}: {cells} cells where the head has {width}: {line[:200]!r}")


for file in sys.argv[2:]:
    read = html if file.endswith(".html") else docx if file.endswith(".docx") else markdown
    words = read(file)
    if "-with-trace." in file and TRACE not in words:
        fail(file, "holds nothing of the hostile texts")
