# Usage: bash -c THIS NAME DEADLINE COMMAND ARGUMENT…
# Runs the command in a process group of its own. No later than five seconds after the deadline (epoch seconds) nothing of
# the group lives. The owner says on stdin: a later deadline, or "stop"; when stdin is closed, the owner is dead. The owner
# hears on stderr: "stopped" when the group is made to end, and always "exited STATUS" when it has ended; then this waits
# until stdin is closed, so that the owner can read the output undisturbed. Runs in bash 3.2 too.
deadline=$1
shift
if [ "$(date +%s)" -ge "$deadline" ]; then # the owner was late: somebody else may run it by now
  echo stopped >&2
  echo "exited 143" >&2
  exit 143
fi

trap : INT QUIT HUP TERM # these are meant for the owner; unlike '' a handler is not inherited by the command
set -m                   # every background job becomes a process group
exec 3<&0
(exec 3<&-; exec -- "$@") </dev/null 2>&1 &
group=$!
trap '' INT QUIT HUP TERM PIPE # PIPE: a dead owner reads nothing, and the group must end all the same
exec </dev/null >/dev/null

end_group() {
  echo stopped >&2
  kill -TERM -- "-$group"
  sleep "$1"
  kill -KILL -- "-$group"
}

watch() {
  while [ "$(date +%s)" -lt "$deadline" ]; do
    before=$SECONDS
    if read -r -t 2 line <&3; then
      case $line in
        stop) end_group 5; return ;;
        '' | *[!0-9]*) ;;
        *) deadline=$line ;;
      esac
    elif [ "$SECONDS" = "$before" ]; then
      break # closed: bash 3.2 has one status for "closed" and "two seconds of silence", but only silence takes time
    fi
  done
  end_group 2
}

watch &
watchdog=$!
wait "$group"
status=$?
kill -KILL -- "-$group" # what the command left behind
kill -KILL -- "-$watchdog"
echo "exited $status" >&2
while read -r -t 5 line <&3; do :; done
exit "$status"
