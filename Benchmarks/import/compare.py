"""Compares `muster check oneroster` with pandas on the same set, run by turns, and prints a table and ratios.

    python3 Benchmarks/import/compare.py --muster .build/release/muster [--set FOLDER] [--rounds 3] [--json FILE]

Makes a virtual environment of its own for pandas in Benchmarks/results/venv-import, and the set of half a million
people in Benchmarks/results/roster-500000 when none is given. Exits 1 when a goal is missed.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE.parent / "results"
SPEED_GOAL = 3.0
MEMORY_GOAL_MIB = 400


def python_with_pandas():
    """The interpreter of the environment in which pandas is installed."""
    folder = RESULTS / "venv-import"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    if subprocess.run([python, "-c", "import pandas"], capture_output=True).returncode != 0:
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pandas"], check=True)
    return str(python)


def measured(command):
    """Runs a command and answers its output, its wall time, its CPU time and its peak of resident memory."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with {process.returncode}")
    return output, {
        "seconds": time.perf_counter() - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak_mib": usage.ru_maxrss / 1024,
    }


def summary(samples):
    """The median of each measure."""
    return {key: statistics.median(sample[key] for sample in samples) for key in samples[0]}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--muster", default=str(HERE.parent.parent / ".build/release/muster"))
    arguments.add_argument("--set")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--json")
    options = arguments.parse_args()
    RESULTS.mkdir(exist_ok=True)
    python = python_with_pandas()
    roster = options.set or str(RESULTS / "roster-500000")
    if not pathlib.Path(roster, "manifest.csv").exists():
        subprocess.run([options.muster, "demo-roster", "--out", roster, "--size", "500000"], check=True)

    ours, theirs = [], []
    for _ in range(options.rounds):
        output, sample = measured([options.muster, "check", "oneroster", roster, "--json"])
        report = json.loads(output)
        ours.append(sample)
        output, sample = measured([python, str(HERE / "pandas_check.py"), roster])
        other = json.loads(output)
        theirs.append(sample)
    rows = sum(file["rows"] for file in report["files"])
    same = rows == other["rows"] and report["understood"]["relations"] == other["relations"]
    ours, theirs = summary(ours), summary(theirs)
    print(f"{rows} rows, {report['understood']['relations']} relations, both readers agree: {same}")
    print(f"{'reader':14}{'rows/s':>12}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}")
    for name, values in (("muster", ours), (other["reader"], theirs)):
        print(
            f"{name:14}{rows / values['seconds']:12.0f}{values['seconds']:9.2f}{values['cpu']:9.2f}"
            f"{values['peak_mib']:10.0f}"
        )
    speed = theirs["seconds"] / ours["seconds"]
    cpu = theirs["cpu"] / ours["cpu"]
    reached = same and speed >= SPEED_GOAL and ours["peak_mib"] < MEMORY_GOAL_MIB
    print(f"muster is {speed:.1f} x faster by the wall (goal {SPEED_GOAL}), {cpu:.1f} x by CPU;")
    print(f"peak {ours['peak_mib']:.0f} MiB (goal under {MEMORY_GOAL_MIB}), pandas {theirs['peak_mib']:.0f} MiB")
    if options.json:
        result = {"rows": rows, "muster": ours, "pandas": theirs, "speed": speed, "cpu": cpu, "reached": reached}
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2) + "\n")
    sys.exit(0 if reached else 1)


if __name__ == "__main__":
    main()
