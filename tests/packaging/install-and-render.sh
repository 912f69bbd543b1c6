#!/usr/bin/env bash
# Builds wheel and sdist; installs each, and an editable copy, in a clean environment; renders a letter away from the checkout.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$checkout/.venv/bin/python" -m build --outdir "$work/dist" "$checkout" >"$work/build.log" 2>&1 ||
  { cat "$work/build.log"; exit 1; }

render_from() {  # name, what pip is to install…
  local name=$1 venv="$work/$1-venv" away="$work/$1"
  shift
  "$checkout/.venv/bin/python" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet "$@"
  mkdir "$away"
  cp "$checkout/examples/zhou.yaml" "$away/case.yaml"
  for format in docx pdf html txt; do
    (cd "$away" && "$venv/bin/negotiation-docs" render hardship_letter case.yaml -o "letter.$format")
    test -s "$away/letter.$format"
  done
  (cd "$away" && "$venv/bin/python" -m negotiation_docs kinds >/dev/null)
  echo "$name: rendered in four formats"
}

render_from wheel "$work"/dist/*.whl
render_from sdist "$work"/dist/*.tar.gz
git -C "$checkout" archive --format=tar HEAD | { mkdir "$work/copy"; tar -xf - -C "$work/copy"; }
render_from editable --editable "$work/copy"
cmp "$work/wheel/letter.pdf" "$work/sdist/letter.pdf"
cmp "$work/wheel/letter.docx" "$work/editable/letter.docx"
echo "wheel, sdist and editable install render the same bytes"
