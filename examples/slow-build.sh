#!/bin/sh
# build.sh, but slow: so that there is time to look at a rebuild while it runs, and to cancel it.
sleep 20
exec "$(dirname "$0")/build.sh"
