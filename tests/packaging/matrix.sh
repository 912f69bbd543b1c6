#!/usr/bin/env bash
# Runs the subset of the tests on the other Pythons, on the oldest versions that are promised, and on the newest there are.
# The first two decide; the newest only warn, since what changes there is not a change of ours.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python_of() {  # version: the first Python that is this one, on the path or from pyenv
  local candidate
  for candidate in "python$1" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python3; do
    "$candidate" -c "import sys; sys.exit('%d.%d' % sys.version_info[:2] != '$1')" 2>/dev/null &&
      { echo "$candidate"; return; }
  done
  echo "no Python $1 on this machine: left out" >&2
  return 1
}

newest() {  # Python: everything as a user's pip would choose it today
  "$1" -m venv "$work/newest"
  "$work/newest/bin/python" -m pip install --quiet --upgrade pip
  "$work/newest/bin/python" -m pip install --quiet --editable . --group test
  "$work/newest/bin/python" -m pytest -q -n 2 -m subset
}

for version in 3.12 3.13; do
  if python=$(python_of $version); then
    echo "== Python $version"
    make subset VENV="$work/$version" PYTHON="$python"
  fi
done

if python=$(python_of 3.11); then
  echo "== the oldest versions that are promised"
  make subset VENV="$work/floors" PYTHON="$python" LOCK=floors
fi

if python=$(python_of 3.13); then
  echo "== the newest versions"
  newest "$python" || echo "WARNING: the newest versions differ: see above, then make lock and mend"
fi
