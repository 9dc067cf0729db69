"""Draws how CPU time grows with the network, from tables of the benchmarks, as SVG on standard output.

    growth_picture.py TABLE.csv...

Tables have the columns engine,nodes,edges,cpu_ms; rows of one engine make one line. Both axes are logarithmic. Needs
the standard library only; the same tables give the same bytes.
"""
import csv
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 800, 480, 80, 190, 54, 62
# Okabe and Ito's colours, of middling lightness: to be told apart by all readers, on light paper and on dark.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#808080"]
NAMES = {
    "chordal": "chordal completion",
    "hops": "chains, one pair",
    "reasons-3-claims": "gap, chains of 3",
    "reasons-all-claims": "gap, all claims",
    "with-reasons": "reasons, 1 pair in 10",
    "bit-planes": "bit-planes, 1 in 10",
    "byte-table": "byte table, 1 in 10",
}


def lines(paths):
    engines = {}
    for path in paths:
        with open(path, newline="") as table:
            for row in csv.DictReader(table):
                point = (int(row["nodes"]), int(row["edges"]), float(row["cpu_ms"]))
                engines.setdefault(row["engine"], []).append(point)
    return {name: sorted(points) for name, points in engines.items()}


def decades(values):
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def amount(power, unit):
    """10 to a power, in words that need no exponent."""
    value = 10.0**power
    if unit == "ms" and value >= 1000:
        return f"{value / 1000:,.0f} s"
    return (f"{value:,.0f}" if power >= 0 else f"{value:g}") + (f" {unit}" if unit else "")


def picture(engines):
    points = [point for line in engines.values() for point in line]
    low, high = decades([edges for _, edges, _ in points])
    least, most = decades([max(cpu, 0.01) for _, _, cpu in points])
    across, down = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def x(edges):
        return LEFT + across * (math.log10(edges) - low) / (high - low)

    def y(cpu):
        return TOP + down * (most - math.log10(max(cpu, 0.01))) / (most - least)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-labelledby="title summary" font-family="sans-serif" font-size="13">',
        '<title id="title">CPU time of the closure engines by size of the network</title>',
        f'<desc id="summary">{summary(engines)}</desc>',
        "<style>text{fill:#1f2328}.grid{stroke:#8c959f;stroke-opacity:.35}.axis{stroke:#57606a}.paper{fill:#ffffff}"
        "@media (prefers-color-scheme:dark){text{fill:#e6edf3}.axis{stroke:#9ea7b3}.paper{fill:#0d1117}}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<text x="{LEFT}" y="28" font-size="16" font-weight="bold">CPU time by size of the network</text>',
    ]
    for power in range(low, high + 1):
        at = x(10**power)
        out.append(f'<line class="grid" x1="{at:.1f}" y1="{TOP}" x2="{at:.1f}" y2="{TOP + down}"/>')
        out.append(f'<text x="{at:.1f}" y="{TOP + down + 20}" text-anchor="middle">{amount(power, "")}</text>')
    for power in range(least, most + 1):
        at = y(10.0**power)
        out.append(f'<line class="grid" x1="{LEFT}" y1="{at:.1f}" x2="{LEFT + across}" y2="{at:.1f}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{amount(power, "ms")}</text>')
    out.append(
        f'<path class="axis" fill="none" d="M{LEFT} {TOP}V{TOP + down}H{LEFT + across}"/>'
        f'<text x="{LEFT + across / 2:.1f}" y="{HEIGHT - 16}" text-anchor="middle">labelled edges (claims and structure)</text>'
    )
    out += curves(engines, x, y, LEFT + across)
    return "\n".join(out + ["</svg>", ""])


def curves(engines, x, y, edge):
    """The lines with their names at the end, moved apart where they would overlap."""
    out, names = [], []
    for index, (name, line) in enumerate(sorted(engines.items())):
        colour = COLOURS[index % len(COLOURS)]
        path = " ".join(f"{x(edges):.1f},{y(cpu):.1f}" for _, edges, cpu in line)
        out.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2.5" points="{path}"/>')
        for nodes, edges, cpu in line:
            out.append(
                f'<circle cx="{x(edges):.1f}" cy="{y(cpu):.1f}" r="3.5" fill="{colour}">'
                f"<title>{NAMES.get(name, name)}: {nodes:,} nodes, {edges:,} edges, {cpu:,.1f} ms</title></circle>"
            )
        names.append([y(line[-1][2]) + 4, colour, NAMES.get(name, name), x(line[-1][1])])
    lowest = 0
    for place in sorted(names):
        place[0] = lowest = max(place[0], lowest + 18)
        out.append(
            f'<text x="{edge + 12}" y="{place[0]:.1f}" style="fill:{place[1]}" font-weight="bold">{place[2]}</text>'
        )
    return out


def summary(engines):
    parts = []
    for name, line in sorted(engines.items()):
        nodes, edges, cpu = line[-1]
        parts.append(f"{NAMES.get(name, name)}: {cpu:,.1f} ms for {nodes:,} nodes and {edges:,} edges")
    return "; ".join(parts) + "."


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.stdout.write(picture(lines(sys.argv[1:])))
