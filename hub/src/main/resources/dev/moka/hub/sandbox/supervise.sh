# supervise.sh RUN COMMAND...: runs a workload, keeps what it prints in files of bounded size, and writes
# down how it ended, so that a later hub knows. POSIX sh; every wait ends with the workload.
run=$1
shift
umask 077
cd "$run" || exit 1
# Caught, not ignored: what is ignored would be ignored by the workload, too.
trap : HUP INT TERM QUIT
LC_ALL=C
export LC_ALL
KEPT_KIB=131072

# Nobody reads what an absent hub leaves; beyond the limit it is thrown away, so that the workload goes on.
drain() {
    n=0
    while :; do
        out=out.$n
        [ "$(du -sk . | cut -f1)" -lt "$KEPT_KIB" ] || out=/dev/null
        dd bs=16384 count=1024 of="$out" 2>dd.log
        case $(cat dd.log) in "0+0 records in"*) break ;; esac
        if [ "$out" = /dev/null ]; then echo dropped >>dropped; else n=$((n + 1)); fi
    done
    : >drained
}

rm -f pipe
mkfifo pipe || exit 1
drain <pipe &
drainer=$!
(
    while read -r group; do echo 0 >"$group"; done <groups
    if [ -s seccomp.bpf ]; then exec 9<seccomp.bpf; fi
    unset LC_ALL
    cd "$(cat directory)" || exit 126
    if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
    exec perl -e 'use POSIX; setsid(); exec @ARGV or exit 127' "$@"
) >pipe 2>&1 </dev/null &
main=$!
echo "$main" >pid.new && mv pid.new pid
wait "$main"
code=$?
while kill -0 "$main" 2>/dev/null; do
    wait "$main"
    code=$?
done
echo "$code" >exit.new && mv exit.new exit
# What it left in the background would hold the pipe.
kill -KILL -- "-$main" 2>/dev/null
wait "$drainer"
