#!/usr/bin/env bash
# Runs a command on a screen that nobody sees, and ends with it. The X server takes a free number by
# itself: xvfb-run guesses one, and fails now and then where several run at once.
set -euo pipefail
exec {number}< <(exec Xvfb -displayfd 1 -nolisten tcp -screen 0 1920x1080x24 2>/dev/null)
server=$!
trap 'kill "$server"' EXIT
read -r display <&"$number" || { echo "Xvfb did not start" >&2 && exit 1; }
DISPLAY=:$display "$@"
