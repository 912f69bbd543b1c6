#!/usr/bin/env bash
# Writes requirements/ anew from pyproject.toml: the newest versions that fit together, with hashes, for every supported
# Python and system, and the floors, which are the oldest that are promised. `make lock` runs it, in the environment with uv;
# `make lock KEEP=1` keeps every version that is locked already and only adds what is new.
set -euo pipefail
cd "$(dirname "$0")/../.."
together=$(mktemp -d)
trap 'rm -rf "$together"' EXIT

upgrade=(--upgrade)
[ -z "${KEEP:-}" ] || upgrade=()

compile() {
  uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-emit-index-url --no-emit-find-links \
    --custom-compile-command "make lock" "$@" >/dev/null
}

# One version of everything first: the groups share one environment
groups=(build test check docs bench lock)
[ -z "${KEEP:-}" ] || grep -h -E '^[a-z0-9].*==' requirements/{run,test,check,docs,bench,build,lock}.txt | sed 's/ \\$//' | sort -u >"$together/all.txt"
compile "${upgrade[@]}" "${groups[@]/#/--group=}" --all-extras --output-file "$together/all.txt" pyproject.toml
locked=(--constraint "$together/all.txt" --generate-hashes)
compile "${locked[@]}" --output-file requirements/run.txt pyproject.toml
for group in test check docs bench; do
  compile "${locked[@]}" --output-file "requirements/$group.txt" --group "$group" pyproject.toml
done
for group in build lock; do  # without the library
  compile "${locked[@]}" --output-file "requirements/$group.txt" --group "$group"
done

# The library's own dependencies as old as may be, the tools of the tests as locked
compile --upgrade --all-extras --resolution lowest-direct --output-file "$together/floors.txt" pyproject.toml
compile "${upgrade[@]}" --all-extras --group test --constraint "$together/floors.txt" \
  --constraint requirements/build.txt --generate-hashes --output-file requirements/floors.txt pyproject.toml
