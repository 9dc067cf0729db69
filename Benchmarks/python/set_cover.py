"""Set cover side by side: CoverBench against trying every choice, and against MIP solvers where they are installed.

    python3 set_cover.py COVERBENCH [SECONDS]

Prints cost, proven bound and seconds of each for every problem; ends with 1 where two that finished disagree, or a
bound of one is above a cost of another. Solvers: HiGHS through scipy, CP-SAT through ortools.
"""

import math
import subprocess
import sys
import time


def problem(binary, name):
    lines = subprocess.run([binary, "make", name], check=True, capture_output=True, text=True).stdout.split("\n")
    elements, candidates = map(int, lines[0].split())
    rows = [[int(word) for word in line.split()] for line in lines[1 : candidates + 1]]
    return elements, [row[0] for row in rows], [row[1:] for row in rows]


def with_highs(elements, costs, sets, seconds):
    try:
        import numpy
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csc_array
    except ImportError:
        return None
    start = [0]
    for members in sets:
        start.append(start[-1] + len(members))
    items = [element for members in sets for element in members]
    matrix = csc_array((numpy.ones(len(items)), items, start), shape=(elements, len(sets)))
    matrix = matrix.tocsr()[numpy.unique(items)]
    begin = time.perf_counter()
    answer = milp(
        costs, integrality=numpy.ones(len(costs)), bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, lb=1), options={"time_limit": seconds})
    taken = time.perf_counter() - begin
    if answer.x is None:
        return math.inf, 0, taken
    return round(answer.fun), math.ceil(answer.mip_dual_bound - 1e-6), taken


def with_cp_sat(elements, costs, sets, seconds):
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        return None
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in costs]
    having = [[] for _ in range(elements)]
    for candidate, members in enumerate(sets):
        for element in members:
            having[element].append(chosen[candidate])
    for candidates in having:
        if candidates:
            model.add_bool_or(candidates)
    model.minimize(sum(cost * choice for cost, choice in zip(costs, chosen)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    begin = time.perf_counter()
    status = solver.solve(model)
    taken = time.perf_counter() - begin
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return math.inf, 0, taken
    return round(solver.objective_value), math.ceil(solver.best_objective_bound - 1e-6), taken


def with_binary(binary, *arguments):
    answer = subprocess.run([binary, *arguments], check=True, capture_output=True, text=True).stdout
    if answer.startswith("too large"):
        return None
    cost, bound, _, seconds = answer.split()
    return int(cost), int(bound), float(seconds)


def main():
    binary, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    wrong = False
    heads = ["crosswalk", "every choice", "HiGHS", "CP-SAT"]
    print(f"{'problem':22}" + "".join(f"{head:>28}" for head in heads))
    names = subprocess.run([binary, "list"], check=True, capture_output=True, text=True).stdout.split()
    for name in names:
        elements, costs, sets = problem(binary, name)
        answers = [
            with_binary(binary, "solve", name, str(seconds)),
            with_binary(binary, "try", name) if len(costs) <= 27 else None,
            with_highs(elements, costs, sets, seconds), with_cp_sat(elements, costs, sets, seconds)]
        cells = ["-" if a is None else f"{a[0]} (bound {a[1]}) {a[2]:.3f} s" for a in answers]
        print(f"{name:22}" + "".join(f"{cell:>28}" for cell in cells), flush=True)
        known = [answer for answer in answers if answer]
        if max(answer[1] for answer in known) > min(answer[0] for answer in known):
            print(f"{name}: a bound is above a cost that was reached", file=sys.stderr)
            wrong = True
    sys.exit(1 if wrong else 0)


main()
