# Sourced before the commands of the guide to the nightly job: a machine that is a folder ($machine), for a test.
# Programs that change a real machine act on the folder instead, or only note that they were called.
set -eu
PATH=$machine/usr/local/bin:$PATH
noted() { printf '%s\n' "$*" >>"$machine/noted"; }

sudo() {
  while [[ $1 == -* ]]; do
    if [[ $1 == -u ]]; then shift; fi
    shift
  done
  "$@"
}
useradd() { noted useradd "$@"; }
usermod() { noted usermod "$@"; }

# Files belong to whoever runs the test.
install() {
  local kept=()
  while [[ $# -gt 0 ]]; do
    case $1 in
      -o | -g) shift 2 ;;
      *) kept+=("$1"); shift ;;
    esac
  done
  command install "${kept[@]}"
}

# The programs are built already; the list of sources names the publisher of the test.
Scripts/install() {
  "$checkout/Scripts/install" --built "$built" "$@"
  cp "$publisher/sources.json" "$machine/usr/local/share/crosswalk/sources.json"
}

placed() { sed -E "s#(^|[ =\"'>])/(usr/local|var|etc|tmp)/#\1$machine/\2/#g"; }

systemctl() {
  noted systemctl "$@"
  case $1 in
    enable) command systemctl --root="$machine" enable "${@: -1}" ;;
    start) start "$2" ;;
    daemon-reload | stop | list-timers) ;;
    *) return 1 ;;
  esac
}

# What systemd does with a service, but for the sandbox.
start() {
  local unit=$machine/etc/systemd/system/$1
  [[ -f $unit ]] || return 5
  [[ $1 == *.service ]] || return 0
  local variables
  mapfile -t variables < <(sed -n 's/^Environment=//p' "$unit" | placed)
  (cd / && env -i PATH=/usr/bin:/bin "${variables[@]}" sh -c "$(sed -n 's/^ExecStart=//p' "$unit" | placed)") \
    >>"$machine/journal" 2>&1
}
journalctl() { cat "$machine/journal"; }

# What the publisher serves while a part of the guide is followed.
part() {
  echo "## $1"
  case $1 in
    "With cron") cp "$publisher/second.xml" "$publisher/a.xml" ;;
    "Held back") cp "$publisher/half.xml" "$publisher/a.xml" ;;
    # What was restored is older than what was released by mistake.
    "Other places to fetch from") cp "$publisher/second.xml" "$publisher/a.xml" ;;
  esac
}

# The digest that the summary of a night names.
digest() {
  { crosswalk refresh --dry-run --format json || true; } |
    python3 -c 'import json, sys; print(next(s["diffDigest"] for s in json.load(sys.stdin)["sources"] if s.get("diffDigest")))'
}
