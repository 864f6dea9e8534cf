"""Reads a OneRoster 1.2 bulk set with pandas and makes the key checks that `muster check oneroster` makes.

Prints one line of JSON: rows, rows a second, seconds, and the peak of resident memory.
"""

import json
import resource
import sys
import time

import pandas


def read(folder, name, columns):
    """The named columns of one file, all as text, since a key such as 007 is no number."""
    return pandas.read_csv(
        f"{folder}/{name}.csv", dtype=str, keep_default_na=False, usecols=columns, encoding="utf-8-sig", engine="c"
    )


def check(folder):
    """Reads every file that Muster reads and counts what its key checks find."""
    rows = 0
    found = {}

    def note(name, mask):
        found[name] = int(mask.sum())

    def dangling(name, frame, column, target, blank_allowed=False):
        mask = ~frame[column].isin(target)
        if blank_allowed:
            mask &= frame[column] != ""
        note(f"{name}.{column}", mask)

    orgs = read(folder, "orgs", ["sourcedId", "status", "name", "type", "identifier", "parentSourcedId"])
    note("orgs.duplicate", orgs["sourcedId"].duplicated())
    dangling("orgs", orgs, "parentSourcedId", orgs["sourcedId"], blank_allowed=True)
    sessions = read(folder, "academicSessions", ["sourcedId", "status", "title", "type", "startDate", "endDate"])
    note("academicSessions.duplicate", sessions["sourcedId"].duplicated())
    courses = read(folder, "courses", ["sourcedId", "status", "title", "orgSourcedId"])
    note("courses.duplicate", courses["sourcedId"].duplicated())
    classes = read(
        folder,
        "classes",
        ["sourcedId", "status", "title", "courseSourcedId", "classType", "location", "schoolSourcedId", "termSourcedIds"],
    )
    note("classes.duplicate", classes["sourcedId"].duplicated())
    dangling("classes", classes, "courseSourcedId", courses["sourcedId"], blank_allowed=True)
    dangling("classes", classes, "schoolSourcedId", orgs["sourcedId"])
    terms = classes["termSourcedIds"].str.split(",").explode()
    note("classes.termSourcedIds", ~terms.isin(sessions["sourcedId"]) & (terms != ""))
    rows += len(orgs) + len(sessions) + len(courses) + len(classes)

    users = read(
        folder,
        "users",
        [
            "sourcedId", "status", "enabledUser", "username", "givenName", "familyName", "identifier", "email", "sms",
            "phone", "agentSourcedIds", "grades", "primaryOrgSourcedId",
        ],
    )
    note("users.duplicate", users["sourcedId"].duplicated())
    note("users.username", users["username"].duplicated())
    note("users.enabledUser", ~users["enabledUser"].isin(["true", "false", ""]))
    dangling("users", users, "primaryOrgSourcedId", orgs["sourcedId"], blank_allowed=True)
    rows += len(users)

    roles = read(
        folder, "roles", ["sourcedId", "status", "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId"]
    )
    note("roles.duplicate", roles["sourcedId"].duplicated())
    dangling("roles", roles, "userSourcedId", users["sourcedId"])
    dangling("roles", roles, "orgSourcedId", orgs["sourcedId"])
    note("users.no-role", ~users["sourcedId"].isin(roles["userSourcedId"]))
    rows += len(roles)

    agents = users[["sourcedId", "agentSourcedIds"]][users["agentSourcedIds"] != ""]
    pairs = agents.assign(other=agents["agentSourcedIds"].str.split(",")).explode("other")
    note("users.agentSourcedIds", ~pairs["other"].isin(users["sourcedId"]))
    students = roles["userSourcedId"][roles["role"] == "student"]
    is_student = pairs["sourcedId"].isin(students)
    student = pairs["sourcedId"].where(is_student, pairs["other"])
    adult = pairs["other"].where(is_student, pairs["sourcedId"])
    found["relations"] = int((~pandas.DataFrame({"s": student, "a": adult}).duplicated()).sum())

    enrollments = read(
        folder,
        "enrollments",
        [
            "sourcedId", "status", "classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate",
            "endDate",
        ],
    )
    note("enrollments.duplicate", enrollments["sourcedId"].duplicated())
    dangling("enrollments", enrollments, "userSourcedId", users["sourcedId"])
    dangling("enrollments", enrollments, "classSourcedId", classes["sourcedId"])
    dangling("enrollments", enrollments, "schoolSourcedId", orgs["sourcedId"], blank_allowed=True)
    note("enrollments.role", ~enrollments["role"].isin(["administrator", "proctor", "student", "teacher"]))
    note("enrollments.primary", ~enrollments["primary"].isin(["true", "false", ""]))
    day = r"\d{4}-\d\d-\d\d|"
    for column in ("beginDate", "endDate"):
        # Few different days stand in millions of rows: looking at each once is how one writes this in pandas.
        days = pandas.Series(enrollments[column].unique(), dtype=str)
        note(f"enrollments.{column}", ~enrollments[column].isin(days[days.str.fullmatch(day)]))
    rows += len(enrollments)
    return rows, found


def main():
    start = time.perf_counter()
    rows, found = check(sys.argv[1])
    seconds = time.perf_counter() - start
    print(
        json.dumps(
            {
                "reader": f"pandas {pandas.__version__}",
                "rows": rows,
                "seconds": round(seconds, 3),
                "rows_per_second": round(rows / seconds),
                "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                "relations": found.pop("relations"),
                "findings": sum(found.values()),
            }
        )
    )


if __name__ == "__main__":
    main()
