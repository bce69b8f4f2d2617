#!/usr/bin/env bash
# Sets up, builds and runs every test with warnings as errors; needs no display. Extra arguments go to ctest.
set -euo pipefail
cd "$(dirname "$0")"

installer/linux/dependencies.sh test
cmake --preset dev
cmake --build --preset dev
exec ctest --preset dev "$@"
