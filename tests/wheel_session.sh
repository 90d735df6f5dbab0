#!/usr/bin/env bash
# Leads an installed `nowwhat` through a session and, next time, through its check-in.
#
#   tests/wheel_session.sh BIN DATA
#
# BIN is the program, DATA a folder that does not exist yet. Exit status 1, with a word, unless
# `now --show` and `history --json` show what they should. Of Python it needs the library alone.
set -euo pipefail

bin=${1:?the program}
data=${2:?a data folder that does not exist yet}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

fail() { echo "wheel_session: $1" >&2; exit 1; }
run() { "$bin" "$@" --data-dir "$data"; }
type_in() { printf '%s\n' "$@"; }

[[ -x $bin ]] || fail "$bin is no program"
[[ ! -e $data ]] || fail "$data exists already"
cd "$here" # so that nothing of a checkout is found
# A time zone in which it is day whenever this runs: at night other questions come.
export TZ
TZ=Etc/GMT$(python3 -c 'import time; print(f"{time.gmtime().tm_hour - 12:+d}")')

status=0
run now >now.txt || status=$?
[[ $status == 1 ]] || fail "before the first session, now ends with $status, not 1: $(cat now.txt)"

# What was understood, how uncomfortable, whether the breath helps, no pause, a fraction,
# the action, no harm, when, an obstacle, a response, I will, as planned.
type_in "I go quiet when someone is cross" 6 1 4 2 "Wash one plate" 1 "after supper" \
  "I feel too tired" "I wash one fork" "I will" 2 |
  run session --plain >first.txt || fail "the first session ended with $?: $(cat first.txt)"

[[ $(run now) != *plate* ]] || fail "now gives the words away without --show"
[[ $(run now --show) == "1  Wash one plate, after supper" ]] ||
  fail "now --show says: $(run now --show)"

# Done, once is enough; then a new session with another action.
type_in 1 2 "I can begin when I am tired" 3 4 2 "Wash one fork" 1 "after lunch" "" "I will" 2 |
  run session --plain >second.txt || fail "the second session ended with $?: $(cat second.txt)"

grep -q "Wash one plate, after supper" second.txt ||
  fail "the second session does not ask what became of the first action: $(cat second.txt)"
[[ $(run now --show) == "1  Wash one fork, after lunch" ]] ||
  fail "after the second session, now --show says: $(run now --show)"

run history --json >history.json || fail "history --json ended with $?"
python3 - history.json <<'PY' || fail "history --json does not show two sessions and a check-in: $(cat history.json)"
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    kept = json.load(file)
insights, actions = kept["insights"], kept["actions"]
checkins, sessions = kept["checkins"], kept["sessions"]
assert kept["format"] == 1
assert [one["text"] for one in insights] == [
    "I go quiet when someone is cross",
    "I can begin when I am tired",
]
assert [(one["text"], one["when"]) for one in actions] == [
    ("Wash one plate", "after supper"),
    ("Wash one fork", "after lunch"),
]
assert [one["insight"] for one in actions] == [one["id"] for one in insights]
assert [(one["action"], one["outcome"]) for one in checkins] == [(actions[0]["id"], "done")]
assert [(one["script"], one["ending"]) for one in sessions] == [("bridge", "finished")] * 2
assert [one["action"] for one in sessions] == [one["id"] for one in actions]
PY

run done --note "shorter than I feared" >/dev/null || fail "done ended with $?"
status=0
run now >/dev/null || status=$?
[[ $status == 1 ]] || fail "with everything done, now ends with $status, not 1"
echo "two sessions and a check-in, as they should be"
