# Sourced by ./assay, ./test and .ci/run: makes sure of the toolchain and of Debian's packages.

# What the program links against, and what it is built with.
build_packages="libsqlite3-dev libsodium-dev libreadline-dev libxml2-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libopenblas-dev"
build_packages="$build_packages libcurl4-openssl-dev ca-certificates pkg-config"
# What the program calls: pdftotext reads PDF.
run_packages="poppler-utils"
# What the tests need besides: the sqlite3 shell looks at stores from outside.
test_packages="sqlite3"

say() { printf '%s\n' "assay: $*" >&2; }

need_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "there is no Swift toolchain on the PATH; Swift 6.2 or later is needed: see https://www.swift.org/install/linux"
    exit 1
  fi
}

# need_packages NAME...: installs those that are missing, as root or through sudo.
need_packages() {
  local missing=""
  for name in "$@"; do
    case "$(dpkg-query -W -f '${Status}' "$name" 2>/dev/null)" in
      "install ok installed") ;;
      *) missing="$missing $name" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  local as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "these packages are missing:$missing; install them as root: apt-get install$missing"
      exit 1
    fi
    as_root="sudo"
  fi
  say "installing what Assay is built with, or runs:$missing"
  $as_root apt-get update -qq >&2 \
    && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 \
    || { say "the packages could not be installed; try by hand: apt-get install$missing"; exit 1; }
}
