# Sourced by the other scripts: makes sure that the Debian packages named in $CROSSWALK_PACKAGES are there.
# As root it installs what is missing and says so; otherwise it prints the one line that does, and ends with 69.

missing_packages() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] ||
      echo "$package"
  done
}

require_packages() {
  command -v dpkg-query >/dev/null || {
    echo "error: this needs a Debian system; elsewhere install the equivalents of: $*" >&2
    exit 69
  }
  local missing
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    echo "error: Debian packages are missing; install them with:" >&2
    echo "  sudo apt-get update && sudo apt-get install --yes $missing" >&2
    exit 69
  fi
  echo "Installing Debian packages: $missing" >&2
  apt-get update >&2 && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing >&2
}

require_swift() {
  command -v swift >/dev/null || {
    echo "error: no Swift toolchain on the PATH; Swift 6.1 or newer is needed (https://www.swift.org/install/linux/)" >&2
    exit 69
  }
}

# What building needs: libraries with headers, and what finds them.
BUILD_PACKAGES="libxml2-dev libzip-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxlsxwriter-dev libcurl4-openssl-dev pkg-config"
