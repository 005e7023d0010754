#!/bin/sh
# rgw.sh DIR PORT: a Ceph of one monitor, one OSD (BlueStore, in a file) and one RGW, on loopback, for tests and
# benchmarks: nothing is replicated. Says `ready` once the RGW serves S3 on PORT, and
# serves until it is ended; ends with all that it started. Debian: ceph-mon, ceph-osd, radosgw.
#
# The user's keys are DURETESTINGKEY and duretestingsecret; DIR/log says what went wrong.
set -eu

dir=$1
port=$2
mon_port=$((port + 1))
mkdir -p "$dir/mon" "$dir/osd" "$dir/log" "$dir/run"
dir=$(cd "$dir" && pwd)

cat >"$dir/ceph.conf" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon host = v2:127.0.0.1:$mon_port
public addr = 127.0.0.1
run dir = $dir/run
admin socket = $dir/run/\$name.asok
log file = $dir/log/\$name.log
keyring = $dir/keyring
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd crush chooseleaf type = 0
osd crush update on start = false
mon allow pool size one = true
mon data = $dir/mon
mon data avail warn = 1
mon data avail crit = 1
osd data = $dir/osd
osd memory target = 939524096
bluestore block create = true
bluestore block size = ${DURE_CEPH_BYTES:-8589934592}
bluestore cache autotune = false
bluestore cache size = 134217728
rgw frontends = beast endpoint=127.0.0.1:$port tcp_nodelay=1
rgw thread pool size = 64
rgw enable usage log = false
CONF
conf=$dir/ceph.conf

# key NAME CAPABILITIES...
key() {
    name=$1
    shift
    ceph-authtool "$dir/keyring" --gen-key -n "$name" "$@" >>"$dir/log/out"
}
ceph-authtool --create-keyring "$dir/keyring" >>"$dir/log/out"
key mon. --cap mon 'allow *'
key client.admin --cap mon 'allow *' --cap osd 'allow *'
key osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'

started=
end() {
    trap - EXIT INT TERM HUP
    # shellcheck disable=SC2086
    [ -z "$started" ] || kill $started 2>/dev/null || true
    wait
    exit "$1"
}
trap 'end $?' EXIT
trap 'end 143' INT TERM HUP

# daemon COMMAND...: in the background, until the end.
daemon() {
    "$@" >>"$dir/log/out" 2>&1 &
    started="$! $started"
}

# The first calls wait for the monitor's quorum.
ceph_() {
    timeout 60 ceph --conf "$conf" --connect-timeout 60 "$@" >>"$dir/log/out" 2>&1
}

monmaptool --create --clobber --fsid "$(sed -n 's/^fsid = //p' "$conf")" \
    --addv a "[v2:127.0.0.1:$mon_port]" "$dir/monmap" >>"$dir/log/out" 2>&1
ceph-mon --conf "$conf" --mkfs -i a --monmap "$dir/monmap" --keyring "$dir/keyring" >>"$dir/log/out" 2>&1
daemon ceph-mon --conf "$conf" -f -i a

uuid=$(cat /proc/sys/kernel/random/uuid)
ceph_ osd new "$uuid"
ceph_ auth import -i "$dir/keyring"
ceph_ osd crush add osd.0 1 root=default host=here
ceph-osd --conf "$conf" --mkfs -i 0 --osd-uuid "$uuid" >>"$dir/log/out" 2>&1
daemon ceph-osd --conf "$conf" -f -i 0

timeout 120 radosgw-admin --conf "$conf" user create --uid dure --display-name Dure \
    --access-key DURETESTINGKEY --secret-key duretestingsecret >>"$dir/log/out" 2>&1
daemon radosgw --conf "$conf" -f -n client.admin --keyring "$dir/keyring"

tries=600
# A socket that listens, in the system's words.
until grep -q "0100007F:$(printf %04X "$port") [0-9A-F:]* 0A " /proc/net/tcp; do
    [ "$((tries -= 1))" -gt 0 ] || { echo "The RGW does not start; see $dir/log." >&2; exit 1; }
    sleep 0.1
done
echo ready
wait
