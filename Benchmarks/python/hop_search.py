"""The hop search as users of networkx would write it: which controls of two frameworks does a chain of at most so many claims connect?

    hop_search.py GRAPH SOURCES TARGETS HOPS

GRAPH has lines "node node relations kind", as `HopBench graph` prints them; SOURCES and TARGETS are first-last.
It searches by breadth to a bounded depth from each source, and composes nothing: it finds connections, not relations.
Prints the CPU seconds of the search (not of loading) and how many pairs are connected.
"""
import sys
import time

import networkx

path, sources, targets, hops = sys.argv[1:]
graph = networkx.Graph()
with open(path) as lines:
    for line in lines:
        first, second, _, _ = line.split()
        graph.add_edge(int(first), int(second))


def span(text):
    first, last = text.split("-")
    return range(int(first), int(last) + 1)


wanted = set(span(targets))
start = time.process_time()
connected = 0
for source in span(sources):
    reached = networkx.single_source_shortest_path_length(graph, source, cutoff=int(hops))
    connected += sum(1 for node in reached if node in wanted)
print(f"{time.process_time() - start:.3f} {connected}")
