# shellcheck shell=bash
# What ./run, ./test and the scripts beside this file share: how they speak, and how they run a step.
#
# A step that goes well says nothing, unless it takes long enough for somebody to wonder; a step that fails shows the
# end of its log, one sentence on what went wrong, and where the rest is.

ot_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
ot_logs="$ot_root/build/logs"

# Qt reads and writes UTF-8 only; a bare machine has no such locale set, but C.UTF-8 is always there.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
*[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

say() {
    printf '%s\n' "$*"
}

complain() {
    printf '%s\n' "$*" >&2
}

fail() {
    complain "$*"
    exit 1
}

# quietly TITLE LOG COMMAND... runs the command with its output in build/logs/LOG. The title is shown only if the
# command is still running after two seconds. Returns the command's status; on failure the log's end is shown first,
# except after --tentative, where the caller has another way to go.
quietly() {
    local tentative=no
    if [ "$1" = --tentative ]; then
        tentative=yes
        shift
    fi
    local title=$1 log="$ot_logs/$2" status=0 announcer silence
    shift 2
    mkdir -p "$ot_logs"
    # Reading from a pipe nobody writes to is a sleep without a child process, so that ending it leaves nothing behind.
    (
        exec {silence}<> <(:)
        read -r -t 2 -u "$silence" || say "$title (log: ${log#"$ot_root/"})"
    ) &
    announcer=$!
    "$@" >"$log" 2>&1 || status=$?
    kill "$announcer" 2>/dev/null || true
    wait "$announcer" 2>/dev/null || true
    if [ "$status" -ne 0 ] && [ "$tentative" = no ]; then
        complain "--- the end of ${log#"$ot_root/"}:"
        tail -n 40 "$log" >&2
        complain "---"
        complain "$title: failed with status $status."
    fi
    return "$status"
}

# configure PRESET [cmake arguments]: configures build/PRESET unless nothing it is made from has changed; Ninja itself
# notices changed CMake files, so a second configure is only needed when the cache is missing or the arguments differ.
configure() {
    local preset=$1 stamp="$ot_root/build/$1/.configured" wanted
    shift
    wanted="$* $(cksum <"$ot_root/CMakePresets.json")"
    if [ -f "$ot_root/build/$preset/build.ninja" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    (cd "$ot_root" && quietly "Configuring the $preset build" "configure-$preset.log" cmake --preset "$preset" "$@") \
        || return 1
    printf '%s' "$wanted" >"$stamp"
}

# build PRESET [targets]: everything when no target is named.
build() {
    local preset=$1 targets=()
    shift
    if [ $# -gt 0 ]; then
        targets=(--target "$@")
    fi
    (cd "$ot_root" && quietly "Building ($preset)" "build-$preset.log" \
        cmake --build "build/$preset" "${targets[@]}")
}
