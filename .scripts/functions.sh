# What ./play and ./check have in common: the environment and the packages. To be sourced.

export LC_ALL=C.UTF-8
export DEBIAN_FRONTEND=noninteractive
# What all presets together compile is more than ccache keeps by itself.
export CCACHE_MAXSIZE=12G

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# Runs the package manager as root: directly, or through sudo. Nothing else is elevated.
apt_get() {
    local elevate=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "Packages are missing: run this as root, or install sudo."
        elevate=(sudo)
    fi
    "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# packages_of GROUP...: the names of packages.txt in these groups, one a line.
packages_of() {
    local group
    for group in "$@"; do
        awk -v heading="[$group]" '/^\[/ { on = ($1 == heading) } on && /^[a-z]/ { print $1 }' \
            .scripts/packages.txt
    done
}

# Those of the packages on standard input that are not installed.
missing_packages() {
    comm -23 <(sort -u) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
}

# Debian's Node.js, but only where there is none: beside one from elsewhere its npm cannot be
# installed.
node_packages() {
    if ! command -v node >/dev/null; then
        printf '%s\n' nodejs npm
    elif ! command -v npm >/dev/null; then
        printf '%s\n' npm
    fi
}

# install_packages GROUP...: installs what is missing, and does nothing where nothing is.
install_packages() {
    command -v apt-get >/dev/null || fail "This needs Debian 12, or a system with its packages."
    local missing=()
    mapfile -t missing < <({ packages_of "$@"; node_packages; } | missing_packages)
    [ "${#missing[@]}" != 0 ] || return 0
    say "Installing: ${missing[*]}"
    apt_get update
    apt_get install -y --no-install-recommends "${missing[@]}"
}
