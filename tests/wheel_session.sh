#!/usr/bin/env bash
# Leads an installed nowwhat through a session and the next one: wheel_session.sh BIN DATA
set -euo pipefail
bin=$1 data=$2
export TZ=Europe/Dublin LANG=C.UTF-8

fail() {
  echo "wheel_session: $1" >&2
  exit 1
}

say() { printf '%s\n' "$@"; }

say "I put the call off because I fear the answer" 6 1 4 1 "ring the clinic and ask for a time" 1 \
  "tomorrow at 9" "I freeze" "breathe out twice and dial" "I will" 2 |
  "$bin" session bridge --plain --data-dir "$data" >"$data.first" || fail "the first session did not finish"
"$bin" now --show --data-dir "$data" | grep -q "ring the clinic" || fail "the action is not open"
say 1 2 "I can do a thing while afraid of it" 3 4 5 "sing one verse in the kitchen" "after lunch" "" "I will" 2 |
  "$bin" session bridge --plain --data-dir "$data" >"$data.second" || fail "the second session did not finish"
grep -q "Last time you chose: ring the clinic" "$data.second" || fail "it did not ask about the first action"
"$bin" history --json --data-dir "$data" | python3 -c '
import json, sys
kept = json.load(sys.stdin)
counts = [len(kept[name]) for name in ("insights", "actions", "checkins", "sessions")]
assert counts == [2, 2, 1, 2], counts
assert kept["checkins"][0]["outcome"] == "done", kept["checkins"]
' || fail "the journal does not hold what was said"
say "ring" | "$bin" session bridge --plain --data-dir "$data" >/dev/null && fail "an unfinished session ended with 0" || test $? -eq 3 || fail "an unfinished session did not end with 3"
echo "wheel_session: two sessions, a check-in, and an unfinished one, as they should be"
