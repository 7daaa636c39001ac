#!/usr/bin/env bash
# Installs the system packages that `npm test` uses beside Node: three browser engines, a screen for one of them, PostgreSQL and PgBouncer.
# Debian and Ubuntu, as root. Does nothing when all are there. Elsewhere it says what the tests will skip, and succeeds:
# every test that lacks its engine is counted as skipped, by name.
set -euo pipefail

missing=()
need() { # need <package> <what it is for> <a file pattern that shows it is there>...
  local package=$1 purpose=$2 pattern
  shift 2
  for pattern in "$@"; do
    if compgen -G "$pattern" >/dev/null; then return; fi
  done
  missing+=("$package")
  echo "not installed: $package ($purpose)"
}

need chromium 'tests in Chromium, the end-to-end journeys' /usr/bin/chromium /usr/bin/google-chrome /usr/bin/chromium-browser
need firefox-esr 'tests in Firefox' /usr/bin/firefox-esr /usr/bin/firefox
need webkit2gtk-driver 'tests in WebKit' /usr/bin/WebKitWebDriver
need xvfb 'the screen WebKit draws on' /usr/bin/Xvfb
need postgresql 'the gateway’s store on PostgreSQL' '/usr/lib/postgresql/*/bin/initdb'
need pgbouncer 'the gateway behind a connection pooler' /usr/sbin/pgbouncer
need fonts-liberation 'fonts with known widths' /usr/share/fonts/truetype/liberation*

if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo 'These cannot be installed from here (that needs root and apt-get). What needs them is skipped, and counted as skipped.'
  exit 0
fi

echo "Installing with apt-get: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 # runlevel 1: no package starts a service
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30 "$@" </dev/null >>"$log" 2>&1; }
install() { apt install -y --no-install-recommends "$@"; }

# All at once is quickest; one by one where a package is not known here, so that the others still come.
if ! { apt update && install "${missing[@]}"; }; then
  for package in "${missing[@]}"; do
    install "$package" || echo "could not be installed, what needs it is skipped: $package ($(tail -n 1 "$log"))"
  done
fi
