#!/bin/sh
# The build command of a fresh installation: it only says what it would build. Put your own in its place with
# --freshmaker.build.process.command=FILE. Everything there is to know stands in the environment; exit status 0 means
# built, any other failed, and the last line of the output becomes the reason. What is printed is kept as the build's log.

what="$FRESHMAKER_TYPE $FRESHMAKER_NAME"
[ -n "$FRESHMAKER_STREAM" ] && what="$what:$FRESHMAKER_STREAM"

echo "Build $FRESHMAKER_BUILD_ID of event $FRESHMAKER_EVENT_ID: $what, because $FRESHMAKER_REASON"
echo "  sources   $FRESHMAKER_REPOSITORY, branch $FRESHMAKER_BRANCH, commit ${FRESHMAKER_COMMIT:-head of the branch}"
echo "  replaces  ${FRESHMAKER_ORIGINAL_NVR:-nothing we know of}"
echo "  becomes   ${FRESHMAKER_REBUILT_NVR:-what the build system calls it}"
for parent in $FRESHMAKER_PARENT_NVRS; do
    echo "  built on  $parent"
done

sleep 1 # a real build would do something here

# One build of the example world fails, so that there is something to look at: what is built on it cannot be built either.
if [ "$FRESHMAKER_NAME" = ferry-gateway ]; then
    echo "ferry-gateway: the gangway test failed (examples/build.sh fails this image on purpose)"
    exit 1
fi
echo "Done"
