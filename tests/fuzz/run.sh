#!/usr/bin/env bash
# Fuzzes for longer than the tests do, one target after the other, in the build of the preset asan.
#   run.sh SECONDS [TARGET...]   each target for so long; what it finds lies in build/asan/found
#   run.sh --merge [TARGET...]   takes what was found into the corpus, as few files as reach it
set -euo pipefail
cd "$(dirname "$0")"
build=../../build/asan

usage() {
    echo "usage: run.sh SECONDS|--merge [TARGET...]" >&2
    exit 2
}

fuzz() {
    local words=()
    [ ! -f "$1.dict" ] || words=("-dict=$1.dict")
    mkdir -p "$build/found/$1"
    nice -n 19 "$build/fuzz_$1" "-max_total_time=$seconds" -timeout=60 -rss_limit_mb=2048 \
        "-artifact_prefix=$build/found/$1/fault-" -print_final_stats=1 "${words[@]}" \
        "$build/found/$1" "corpus/$1" 2>&1 | grep -E "^FAULT|^stat::number|^Done|ERROR|SUMMARY" |
        sed "s/^/$1: /"
}

# Adds to the corpus, and only what is small: it is part of the project.
merge() {
    "$build/fuzz_$1" -set_cover_merge=1 -max_len=2048 "corpus/$1" "$build/found/$1" 2>&1 | tail -1
}

[ $# -ge 1 ] || usage
what=$1
shift
targets=("$@")
[ $# -ge 1 ] || mapfile -t targets < <(basename -a -s .cpp ./*.cpp | grep -v run_corpus)
failed=0
for target in "${targets[@]}"; do
    case "$what" in
        --merge) merge "$target" ;;
        [0-9]*) seconds=$what fuzz "$target" || failed=1 ;;
        *) usage ;;
    esac
done
exit "$failed"
