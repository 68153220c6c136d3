#!/bin/sh
# Keeps a dump of the database as the house leaves it now, in the middle of its work: usage: make-dump.sh issue-N
# Run it as the last step of an issue that has changed what is stored. Every later version must open the dump (OldDatabaseIT).
set -eu
[ $# = 1 ] || { echo "usage: $0 issue-N" >&2; exit 2; }
cd "$(dirname "$0")/../../../.."
mvn -B -q -pl standalone -am test -Dtest=MakeDump -Ddump="$1" -Dsurefire.failIfNoSpecifiedTests=false
ls -l "standalone/src/test/dumps/$1"
