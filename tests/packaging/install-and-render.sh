#!/usr/bin/env bash
# Builds wheel and sdist and looks what is in them; installs each, and an editable copy, in a clean environment with the
# locked dependencies; renders a letter away from the checkout.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$checkout"

.venv/bin/python -m build --no-isolation --outdir "$work/dist" "$checkout" >"$work/build.log" 2>&1 ||
  { cat "$work/build.log"; exit 1; }

# Modules, templates, examples and data: what git holds is what ships, no file less and none more
git ls-files src templates examples | sed 's#^src/##; s#^\(templates\|examples\)/#negotiation_docs/\1/#' | sort >"$work/held"
.venv/bin/python -m zipfile --list "$work"/dist/*.whl | awk 'NR > 1 { print $1 }' | grep --invert-match dist-info/ | sort >"$work/all"
grep --invert-match ^negotiation_docs/compiled/ "$work/all" >"$work/shipped"
diff "$work/held" "$work/shipped" || { echo "the wheel (>) does not hold what git holds (<)" >&2; exit 1; }
# And the code of every template, made as the wheel was built
git ls-files templates | sed 's#^templates/##; s#\.html$##; s#\.#-#' | sort >"$work/held"
sed --quiet 's#^negotiation_docs/compiled/\(.*\)\.[0-9a-f]*\.py$#\1#p' "$work/all" | sort >"$work/shipped"
diff "$work/held" "$work/shipped" || { echo "the wheel (>) has not the code of every template (<)" >&2; exit 1; }
(git ls-files; echo PKG-INFO) | sort >"$work/held"
tar --list --file "$work"/dist/*.tar.gz | grep --invert-match '/$' | sed 's#^[^/]*/##' | sort >"$work/shipped"
diff "$work/held" "$work/shipped" || { echo "the sdist (>) does not hold what git holds (<)" >&2; exit 1; }

nothing_compiles='
import negotiation_docs as nd
from negotiation_docs.templating.sandbox import PaperEnvironment
PaperEnvironment.compile = None
nd.render("hardship_letter", nd.load("case.yaml"), lang="zh+en").to_pdf()
'

render_from() {  # name, what pip is to install…
  local name=$1 venv="$work/$1-venv" away="$work/$1"
  shift
  .venv/bin/python -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --require-hashes --requirement requirements/run.txt --requirement requirements/build.txt
  "$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation "$@"
  "$venv/bin/python" -m pip check >/dev/null
  mkdir "$away"
  (cd "$away" && "$venv/bin/negotiation-docs" new case.yaml --from zhou >/dev/null)
  grep --invert-match yaml-language-server examples/zhou.yaml | cmp - "$away/case.yaml"
  for format in docx pdf html txt; do
    (cd "$away" && "$venv/bin/negotiation-docs" render hardship_letter case.yaml -o "letter.$format")
    test -s "$away/letter.$format"
  done
  (cd "$away" && "$venv/bin/python" -m negotiation_docs kinds >/dev/null)
  [ "$name" = editable ] || (cd "$away" && "$venv/bin/python" -c "$nothing_compiles")
  echo "$name: rendered in four formats"
}

render_from wheel "$work"/dist/*.whl
render_from sdist "$work"/dist/*.tar.gz
git archive --format=tar HEAD | { mkdir "$work/copy"; tar -xf - -C "$work/copy"; }
render_from editable --editable "$work/copy"
cmp "$work/wheel/letter.pdf" "$work/sdist/letter.pdf"
cmp "$work/wheel/letter.docx" "$work/editable/letter.docx"
echo "wheel, sdist and editable install render the same bytes"
