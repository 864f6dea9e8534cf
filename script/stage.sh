# shellcheck shell=bash
# Sourced by script/check and script/test: runs one stage after another, and stops at the first red one.

# The stage that is running; empty when none is. Read when the script ends.
# shellcheck disable=SC2034
running=""

# stage NAME COMMAND...: runs it and prints one line with its time.
stage() {
    local name="$1" began=$SECONDS
    shift
    running="$name"
    printf '== %s\n' "$name"
    "$@"
    printf '== %s: ok, %d s\n' "$name" "$((SECONDS - began))"
    running=""
}

# What an ending script says when a stage was red.
say_where() {
    [ -z "$running" ] || printf '== %s: FAILED in %s\n' "$running" "$0" >&2
}
