#!/bin/sh
# Copies the SQLite database and the signing key while the bot runs: backup.sh FOLDER
# Makes FOLDER/claimdesk-<UTC time>/ and keeps it only when the copy passed SQLite's own check.
# Finds both files through CLAIMDESK_DATABASE_URL and CLAIMDESK_SIGNING_KEY_FILE, with the bot's defaults.
set -eu
umask 077
[ $# -eq 1 ] || { echo "usage: backup.sh FOLDER" >&2; exit 64; }

url=${CLAIMDESK_DATABASE_URL:-sqlite:///claimdesk.db}
key=${CLAIMDESK_SIGNING_KEY_FILE:-claimdesk.key}
case $url in
    sqlite:///*) database=${url#sqlite:///} ;;
    *) echo "backup.sh: this is for SQLite; back up PostgreSQL with pg_dump (deploy/RUNBOOK.md, section 5)" >&2; exit 2 ;;
esac
for file in "$database" "$key"; do
    [ -r "$file" ] || { echo "backup.sh: cannot read $file" >&2; exit 2; }
done

name=claimdesk-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$1"
draft=$(mktemp -d "$1/.$name.XXXXXX")
trap 'rm -rf "$draft"' EXIT
trap 'exit 130' INT TERM
cp "$key" "$draft/claimdesk.key"

"${PYTHON:-python3}" - "$database" "$draft/claimdesk.db" <<'PY'
import os
import pathlib
import sqlite3
import sys

source, copy = (pathlib.Path(path).resolve() for path in sys.argv[1:])
# Read-only, so that this never writes beside the bot; VACUUM leaves behind what was erased.
try:
    live = sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=30)
    live.execute("VACUUM INTO ?", (str(copy),))
    live.close()
    found = [row[0] for row in sqlite3.connect(copy).execute("PRAGMA integrity_check")]
except sqlite3.Error as error:
    sys.exit(f"backup.sh: {source} cannot be copied: {error}")
if found != ["ok"]:
    sys.exit(f"backup.sh: the copy of {source} is damaged: {found[0]}")
handle = os.open(copy, os.O_RDONLY)
os.fsync(handle)
os.close(handle)
PY

[ ! -e "$1/$name" ] || name=$name-$$
mv "$draft" "$1/$name"
sync
echo "$1/$name"
