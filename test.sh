#!/usr/bin/env bash
# Runs every test, the browser's too. Arguments go to `dotnet test`: ./test.sh --filter DisplayName~Ledger
# The last line is always "N passed, N failed, N skipped"; the exit code is 0 only when all that ran passed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly results=artifacts/test-results
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build server may outlive this script: it would hold the output of whoever waits for us to end.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDTERMINALLOGGER=off

finish() { # passed failed skipped exit-code
  echo "$1 passed, $2 failed, $3 skipped"
  exit "$4"
}

give_up() { # one line for people, or nothing
  if [ $# -gt 0 ]; then echo "$1" >&2; fi
  finish 0 1 0 1
}

require_sdk() {
  dotnet --version >/dev/null 2>&1 </dev/null \
    || give_up "Install the .NET 10 SDK (package dotnet-sdk-10.0) and run ./test.sh again."
}

# The headless shell is the browser without windows of its own: the same pages, in half the time where many are opened.
find_chromium() {
  local candidate
  for candidate in "${BATCHDASHBOARD_CHROMIUM:-}" chromium-headless-shell /usr/bin/chromium chromium chromium-browser google-chrome; do
    candidate=$(command -v "${candidate:-none}") && [ -s "$candidate" ] && echo "$candidate" && return
  done
  return 1
}

install() { # packages
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
  command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null || return 1

  echo "Installing $* for the tests (apt-get) ..."
  mkdir -p "$results"
  {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"
  } >"$results/install.log" 2>&1 </dev/null || {
    tail -n 5 "$results/install.log" >&2
    return 1
  }
}

# Programs of others that speak to the API, from the npm registry.
require_clients() {
  command -v node >/dev/null && command -v npm >/dev/null || install nodejs npm
  mkdir -p artifacts/clients "$results"
  cp BatchDashboard.Tests/Clients/package*.json artifacts/clients/
  (cd artifacts/clients && npm ci --no-audit --no-fund --ignore-scripts --omit=dev --loglevel=error) >"$results/clients.log" 2>&1 </dev/null || {
    tail -n 5 "$results/clients.log" >&2
    give_up "Install Node.js 18 or later with npm (Debian: apt-get install nodejs npm), see that the npm registry can be reached, and run ./test.sh again."
  }
}

require_chromium() {
  BATCHDASHBOARD_CHROMIUM=$(find_chromium) || {
    install chromium-headless-shell fonts-dejavu-core || install chromium fonts-dejavu-core
    BATCHDASHBOARD_CHROMIUM=$(find_chromium)
  } || give_up \
    "Install Chromium and a font (Debian: apt-get install chromium fonts-dejavu-core), or set BATCHDASHBOARD_CHROMIUM to its path, and run ./test.sh again."
  export BATCHDASHBOARD_CHROMIUM
}

# The sum of one number over all result files: total, executed or passed.
count() {
  grep -ho '<Counters [^>]*' "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*" | grep -o '[0-9]*$' \
    | { sum=0; while read -r n; do sum=$((sum + n)); done; echo "$sum"; }
}

require_sdk
rm -rf "$results"
require_chromium
require_clients

dotnet restore BatchDashboard.sln -v quiet </dev/null || give_up "The packages could not be restored."
dotnet build BatchDashboard.sln --no-restore -v quiet </dev/null || give_up "The solution does not build."
dotnet test BatchDashboard.sln --no-build --results-directory "$results" --logger "trx;LogFilePrefix=tests" \
  --blame-hang --blame-hang-timeout 10m --blame-hang-dump-type none "$@" </dev/null
status=$?

total=$(count total) executed=$(count executed) passed=$(count passed)
failed=$((executed - passed))
if [ "$total" -eq 0 ]; then give_up "No test ran."; fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then give_up "The test run broke off (exit code $status)."; fi
if [ "$failed" -gt 0 ] && [ "$status" -eq 0 ]; then status=1; fi
finish "$passed" "$failed" "$((total - executed))" "$status"
