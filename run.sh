#!/usr/bin/env bash
# Sets up, builds and opens Tandem on a practice workspace; no account with Meta is needed.
#   ./run.sh             the practice workspace (the guided tour where there is no display)
#   ./run.sh --tour DIR  the guided tour, driven by itself; screenshots go to DIR
#   ./run.sh OPTIONS     any other options go to the program, e.g. --profile work
set -euo pipefail
cd "$(dirname "$0")"

installer/linux/dependencies.sh run
echo "Building Tandem (the first time takes some minutes)…"
cmake --preset release >build-configure.log 2>&1 || { cat build-configure.log >&2; exit 1; }
rm -f build-configure.log
cmake --build --preset release --target tandem_programs

bin=build/release/bin
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    [ $# -gt 0 ] || { echo "No display here: showing the tour on a virtual one."; set -- --tour "${TMPDIR:-/tmp}/tandem-tour"; }
    # Chromium refuses its sandbox to root, as in containers; the tour only ever opens our own practice pages.
    [ "$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1
    exec xvfb-run -a -s "-screen 0 1600x1000x24" "$bin/tandem" "$@"
fi
[ $# -gt 0 ] || set -- --profile practice
if [ "${1:-}" = --tour ] && [ "$(id -u)" -eq 0 ]; then export QTWEBENGINE_DISABLE_SANDBOX=1; fi
exec "$bin/tandem" "$@"
