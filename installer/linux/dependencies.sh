#!/usr/bin/env bash
# Installs what Tandem needs on Debian 12, Ubuntu 24.04 and newer; elsewhere it names the parts and stops.
# usage: dependencies.sh run|test
set -euo pipefail
purpose=${1:-run}

build=(cmake ninja-build ccache g++ lld pkg-config
    qt6-base-dev qt6-svg-dev qt6-webengine-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
    qtkeychain-qt6-dev libmicrohttpd-dev libexpected-dev libqrencode-dev libpq-dev libssl-dev
    qt6-multimedia-dev libopusenc-dev libopusfile-dev libhunspell-dev unicode-data unicode-cldr-core)
runtime=(libqt6sql6-sqlite qt6-image-formats-plugins libsecret-1-0 fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji hunspell-en-us)
virtual_display=(xvfb xauth)
tests=(libsqlite3-dev postgresql openssl dbus dbus-daemon gnome-keyring file)

wanted=("${build[@]}" "${runtime[@]}")
case "$purpose" in
run) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted+=("${virtual_display[@]}") ;;
test) wanted+=("${virtual_display[@]}" "${tests[@]}") ;;
*) echo "usage: dependencies.sh run|test" >&2; exit 2 ;;
esac

if ! command -v apt-get >/dev/null; then
    cat >&2 <<'TEXT'
Tandem installs its dependencies by itself on Debian 12, Ubuntu 24.04 and newer only. Here, please install:
  CMake 3.25+, Ninja, ccache, a C++20 compiler (GCC 12, Clang 14, MSVC 2022 or AppleClang)
  Qt 6.4+ with Widgets, Network, Sql (SQLite driver), Svg, WebEngineWidgets, LinguistTools and, for tests, Test
  Qt Multimedia, QtKeychain for Qt 6, libmicrohttpd, tl-expected, libqrencode, libpq, OpenSSL, libopusenc, libopusfile, optionally Hunspell
  the Unicode files emoji-test.txt and CLDR's annotations (pass -DTANDEM_UNICODE_DIR=… when they are not in /usr/share/unicode)
and then build with: cmake --workflow --preset release
With vcpkg: qtkeychain-qt6 libmicrohttpd tl-expected libqrencode libpq openssl libopusenc opusfile hunspell. With Homebrew: qt qtkeychain libmicrohttpd tl-expected qrencode libpq openssl libopusenc opusfile hunspell.
TEXT
    exit 1
fi

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [[ $state == *"ok installed" ]] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

printf 'Tandem needs these packages and installs them now:\n  %s\n' "${missing[*]}"
sudo=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install them as root, or install sudo, and start again." >&2; exit 1; }
    sudo=(sudo)
fi
log=$(mktemp)
if ! { "${sudo[@]}" apt-get update -q && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The packages could not be installed; the full output is in $log" >&2
    exit 1
fi
rm -f "$log"
