# What the launcher can do in a clone: build and test. Read by `dure`, which sets `here`.
# shellcheck shell=sh

# shellcheck source=build/launcher/build.sh
. "$here/build/launcher/build.sh"
# shellcheck source=build/launcher/test.sh
. "$here/build/launcher/test.sh"
