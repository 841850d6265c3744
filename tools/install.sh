#!/bin/sh
# Installs from a bundle without a network: checks every file, makes .venv, puts the packages of wheels/ into it.
set -eu
cd "$(dirname "$0")/$(test -f "$(dirname "$0")/MANIFEST" || echo ..)"
PYTHON="${PYTHON:-python3}"
if ! test -f MANIFEST; then
  echo "This is no bundle: there is no MANIFEST here. In a checkout run: make setup" >&2
  exit 1
fi
if ! "$PYTHON" -c 'import sys, sysconfig; sys.exit(sys.argv[1:] != ["%d.%d" % sys.version_info[:2], sysconfig.get_platform()])' \
    $(cat wheels/made-for); then
  echo "The bundle is for Python and platform: $(cat wheels/made-for). Name that Python: PYTHON=python3.11 sh install.sh" >&2
  exit 1
fi
if ! sha256sum --check --quiet --strict MANIFEST >&2; then
  echo "The files differ from MANIFEST: the archive was damaged or changed. Unpack it anew; nothing was installed." >&2
  exit 1
fi
rm -rf .venv
if ! "$PYTHON" -m venv .venv; then
  rm -rf .venv
  echo "The venv module is missing: apt-get install python3-venv" >&2
  exit 1
fi
pip() {
  .venv/bin/python -m pip --isolated --quiet --disable-pip-version-check --no-input install --no-index "$@"
}
pip --find-links wheels --require-hashes --only-binary :all: -r wheels/run.txt
pip --no-deps --no-build-isolation --editable .
touch .venv/.run
echo "Installed. Start it with: .venv/bin/nadzor run"
