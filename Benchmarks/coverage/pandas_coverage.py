"""Who would coordinate, quarter of an hour by quarter of an hour, with pandas: the peer of Muster's analysis.

It does less: no qualifications, substitutes or presence, no positions that would fall to one person, no reasons.
usage: pandas_coverage.py FOLDER; prints the median of three runs in seconds of CPU, and stops when it disagrees with Muster.
"""

import sys
import time
from pathlib import Path

import numpy
import pandas

SLOT = 15


def slots(frame, begins, ends, count):
    """One row a quarter of an hour whose beginning lies in [begins, ends)."""
    first = numpy.maximum(-(-frame[begins] // SLOT), 0)
    last = numpy.minimum(-(-frame[ends] // SLOT), count)
    length = numpy.maximum(last - first, 0).to_numpy()
    rows = frame.loc[frame.index.repeat(length)].reset_index(drop=True)
    starts = numpy.repeat(first.to_numpy(), length)
    offsets = numpy.arange(length.sum()) - numpy.repeat(length.cumsum() - length, length)
    rows["slot"] = starts + offsets
    return rows


def analyse(days, recurring, dated, line, count):
    """The expected table, from the four tables of the data."""
    # Whoever stands in no line matters only where the site is open.
    people = line[["site", "person"]].drop_duplicates()
    kept = recurring[recurring.what == "open"]
    people_rows = recurring[recurring.what != "open"].merge(people, on=["site", "person"])
    rows = pandas.concat([kept, people_rows]).merge(days, on="site", suffixes=("", "_day"))
    weekday = numpy.left_shift(1, rows.day.to_numpy() % 7)
    fits = ((rows.days == "everyDay") | ((rows.days == "schoolDays") & (rows.sort == "school"))) & (
        (rows.weekdays & weekday) > 0
    )
    rows = rows[fits].copy()
    limited = numpy.where(rows.days == "everyDay", rows.ends, numpy.minimum(rows.ends, rows.ends_day))
    rows["from"] = rows.day * 1440 + rows.begins
    rows["to"] = rows.day * 1440 + limited
    rows = rows[rows["from"] < rows["to"]]
    when = slots(rows, "from", "to", count)
    single = slots(dated, "begins", "ends", count)

    sites = days.site.nunique()
    index = pandas.MultiIndex.from_product([range(sites), range(count)], names=["site", "slot"])
    table = pandas.DataFrame(index=index)
    opened = pandas.concat([when[when.what == "open"], single[single.what == "open"]])[["site", "slot"]]
    table["occupied"] = 0
    table.loc[pandas.MultiIndex.from_frame(opened.drop_duplicates()), "occupied"] = 1

    away = single[single.what == "absent"][["site", "person", "slot"]].drop_duplicates()
    works = when[when.what == "works"][["site", "person", "slot", "outside"]]
    attends = single[single.what == "works"][["site", "person", "slot"]].assign(outside=0)
    there = pandas.concat([works, attends]).groupby(["site", "person", "slot"], sort=False).outside.min().reset_index()
    duty = when[when.what == "duty"][["site", "person", "slot"]]

    def present(frame):
        marked = frame.merge(away, on=["site", "person", "slot"], how="left", indicator=True)
        return marked[marked._merge == "left_only"].drop(columns="_merge")

    there, duty = present(there), present(duty)
    table["duty"] = 0
    table.loc[pandas.MultiIndex.from_frame(duty[["site", "slot"]].drop_duplicates()), "duty"] = 1

    standing = line.merge(there, on=["site", "person"])
    coordinators = standing[standing.position == "schoolCoordinator"][["site", "slot", "person", "responds", "outside"]]
    caretakers = duty.assign(responds=0).merge(there, on=["site", "person", "slot"], how="left")
    caretakers["outside"] = caretakers.outside.fillna(1)
    everybody = pandas.concat([coordinators, caretakers]).drop_duplicates(["site", "slot", "person"])
    counted = everybody[everybody.responds == 0].groupby(["site", "slot"])
    table["depth"] = counted.size().reindex(index, fill_value=0)
    table["someone"] = everybody.groupby(["site", "slot"]).size().reindex(index, fill_value=0)
    table["out"] = counted.outside.max().reindex(index, fill_value=0)
    table["outside"] = ((table.someone > 0) & (table.out == 0) & (table.occupied == 1)).astype(int)
    table["depth"] = table.depth.where(table.occupied == 1, 0)
    for name, position in (("lead", "accountabilityLead"), ("director", "reunificationDirector")):
        free = standing[(standing.position == position) & (standing.responds == 0)].groupby(["site", "slot"]).size()
        table[name] = ((free.reindex(index, fill_value=0) < 2) & (table.occupied == 1)).astype(int)
    return table[["occupied", "depth", "outside", "duty", "lead", "director"]]


def main():
    folder = Path(sys.argv[1])
    read = {name: pandas.read_csv(folder / f"{name}.csv") for name in ("days", "recurring", "dated", "line", "expected")}
    expected = read.pop("expected").set_index(["site", "slot"]).sort_index()
    count = expected.index.get_level_values("slot").max() + 1
    times = []
    for _ in range(3):
        start = time.process_time()
        table = analyse(read["days"], read["recurring"], read["dated"], read["line"], count)
        times.append(time.process_time() - start)
    wrong = (table.sort_index() != expected).any(axis=1)
    if wrong.any():
        sys.exit(f"pandas and Muster differ at {wrong.sum()} slots, first {wrong.idxmax()}:\n{table.loc[wrong.idxmax()]}\n{expected.loc[wrong.idxmax()]}")
    print(sorted(times)[1])


main()
