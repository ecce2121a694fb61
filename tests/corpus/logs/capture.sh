#!/bin/bash
# How the captures beside this file were made, on Debian 12 as root: real programs in network namespaces of their own, made
# to fail. Nothing leaves the machine: each namespace ends at a cable to another one.
#
#   bash tests/corpus/logs/capture.sh [PROGRAM/CASE ...]
set -u
folder=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
terminal=capture-$$-terminal
router=capture-$$-router
started=()

finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  ip netns delete "$terminal" 2>/dev/null
  ip netns delete "$router" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT

ip netns add "$terminal" && ip netns add "$router" || exit 1
ip -n "$terminal" link add eth0 address 02:00:00:00:00:02 type veth peer name lan0 address 02:00:00:00:00:01 netns "$router"
ip -n "$terminal" link set lo up && ip -n "$router" link set lo up
ip -n "$terminal" link set eth0 up && ip -n "$router" link set lan0 up
ip -n "$router" address add 10.9.0.1/24 dev lan0

on_terminal() { timeout -k 2 "${limit:-20}" ip netns exec "$terminal" "$@"; }
on_router() { ip netns exec "$router" "$@"; }
background() { on_router "$@" & started+=($!); sleep 1; }

# keep PROGRAM/CASE COMMAND...: standard output and error of it, as one text.
keep() {
  local name=$1
  shift
  [ ${#only[@]} -gt 0 ] && [[ " ${only[*]} " != *" $name "* ]] && return
  mkdir -p "$folder/$(dirname "$name")"
  "$@" >"$work/out" 2>&1
  tr -d '\r' <"$work/out" | sed "s#$work#/tmp/capture#g; s/$terminal/terminal/g; s/$router/router/g" >"$folder/$name"
  echo "$name: $(wc -l <"$folder/$name") lines"
}
only=("$@")

printf '#!/bin/sh\nexit 0\n' >"$work/nothing" && chmod +x "$work/nothing"

# --- no DHCP server -------------------------------------------------------------------------------------------------
keep udhcpc/no-lease on_terminal busybox udhcpc -i eth0 -n -t 2 -T 1 -f -s "$work/nothing"
printf 'timeout 4;\nretry 60;\n' >"$work/dhclient.conf"
keep dhclient/no-offers on_terminal dhclient -d -1 -v -cf "$work/dhclient.conf" -lf "$work/leases" -pf "$work/pid" -sf "$work/nothing" eth0
keep dhcpcd/no-server on_terminal dhcpcd -B -4 -d -t 4 -1 -A -c "$work/nothing" eth0

# --- an address that another one has --------------------------------------------------------------------------------
limit=8 keep dhcpcd/address-claimed on_terminal dhcpcd -B -4 -d -1 -c "$work/nothing" --static ip_address=10.9.0.1/24 eth0
on_router dnsmasq -d -p 0 --conf-file=/dev/null --no-ping --log-dhcp --dhcp-leasefile="$work/l" --dhcp-range=10.9.0.50,10.9.0.50,1h --interface=lan0 >"$work/dnsmasq" 2>&1 & started+=($!)
sleep 1
on_terminal busybox udhcpc -i eth0 -n -q -t 2 -T 1 -f -s "$work/nothing" >/dev/null 2>&1
ip -n "$terminal" link set eth0 down && ip -n "$terminal" link set eth0 address 02:00:00:00:00:03 && ip -n "$terminal" link set eth0 up
on_terminal busybox udhcpc -i eth0 -n -q -t 3 -T 1 -f -s "$work/nothing" >/dev/null 2>&1
keep dnsmasq/pool-exhausted cat "$work/dnsmasq"

# --- names, ports, certificates -------------------------------------------------------------------------------------
ip -n "$terminal" address add 10.9.0.2/24 dev eth0
ip -n "$terminal" route add default via 10.9.0.1
make_certificate() { # NAME FROM TO
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$work/$1.pem" -subj "/CN=pos.example.com" \
    -addext "subjectAltName=DNS:pos.example.com" -days 1 >/dev/null 2>&1
  [ $# -gt 1 ] && openssl x509 -in "$work/$1.pem" -signkey "$work/$1.key" -days "$2" -out "$work/$1.pem" >/dev/null 2>&1
}
make_certificate plain
openssl x509 -in "$work/plain.pem" -signkey "$work/plain.key" -days -1 -out "$work/old.pem" >/dev/null 2>&1
background openssl s_server -quiet -accept 10.9.0.1:8443 -key "$work/plain.key" -cert "$work/plain.pem" -tls1_3
background openssl s_server -quiet -accept 10.9.0.1:8444 -key "$work/plain.key" -cert "$work/old.pem"
background socat TCP-LISTEN:8080,fork,reuseaddr SYSTEM:'echo plain; sleep 2'
background socat TCP-LISTEN:8081,fork,reuseaddr SYSTEM:'sleep 30'
named="--resolve pos.example.com:8443:10.9.0.1 --resolve pos.example.com:8444:10.9.0.1"
keep openssl/untrusted on_terminal openssl s_client -connect 10.9.0.1:8443 -verify_return_error </dev/null
keep openssl/expired on_terminal openssl s_client -connect 10.9.0.1:8444 -CAfile "$work/old.pem" -verify_return_error </dev/null
keep openssl/version-refused on_terminal openssl s_client -connect 10.9.0.1:8443 -tls1_2 </dev/null
keep openssl/no-tls-there on_terminal openssl s_client -connect 10.9.0.1:8080 </dev/null
keep openssl/refused on_terminal openssl s_client -connect 10.9.0.1:9 </dev/null
keep curl/unknown-host on_terminal curl -sS -v http://pos.example.com/
keep curl/refused on_terminal curl -sS -v http://10.9.0.1:9/
keep curl/timed-out on_terminal curl -sS -v --connect-timeout 2 http://10.9.0.77:8583/
keep curl/no-answer on_terminal curl -sS -v -m 3 http://10.9.0.1:8081/
keep curl/expired on_terminal curl -sS -v $named --cacert "$work/old.pem" https://pos.example.com:8444/
keep curl/untrusted on_terminal curl -sS -v $named https://pos.example.com:8443/
keep curl/version-refused on_terminal curl -sS -v $named -k --tls-max 1.2 https://pos.example.com:8443/
ip -n "$terminal" route del default
keep curl/no-route on_terminal curl -sS -v http://192.0.2.1:8583/

# --- modem and line -------------------------------------------------------------------------------------------------
socat "pty,raw,echo=0,link=$work/modem" "pty,raw,echo=0,link=$work/network" & started+=($!)
sleep 1
dial() { # ANSWER: what the modem says
  { sleep 1; printf '%s\r\n' "$1" >"$work/network"; } &
  timeout 10 chat -v -s -S ABORT BUSY ABORT 'NO CARRIER' ABORT 'NO DIALTONE' ABORT ERROR TIMEOUT 4 '' 'ATDT 95516' CONNECT '' <"$work/modem" >"$work/modem"
}
for answer in BUSY 'NO CARRIER' 'NO DIALTONE' 'CONNECT 1200' ''; do
  name=$(echo "${answer:-silence}" | tr 'A-Z ' 'a-z-')
  keep "chat/$name" dial "$answer"
done
# pppd itself needs the kernel's /dev/ppp, which namespaces of this kind do not have: without it this is all it says.
keep pppd/no-kernel-support timeout 40 pppd "$work/modem" 115200 nodetach debug noauth nolock local

# --- Wi-Fi supplicant: no radio here, so its wired driver without an authenticator ------------------------------------
printf 'ap_scan=0\neapol_version=2\nnetwork={\n key_mgmt=IEEE8021X\n eap=MD5\n identity="pos"\n password="x"\n}\n' >"$work/wpa.conf"
limit=8 keep wpa_supplicant/no-authenticator on_terminal wpa_supplicant -i eth0 -D wired -c "$work/wpa.conf" -t

# --- NetworkManager, on a bus of its own, with nobody handing out addresses --------------------------------------------
cat >"$work/nm.conf" <<'N'
[main]
plugins=keyfile
dhcp=internal
[logging]
level=INFO
N
network_manager() {
  on_terminal unshare -m sh -c "
    mount -t tmpfs none /run && mkdir -p /run/dbus /run/nm && mount -t tmpfs none /var/lib/NetworkManager
    mount -t tmpfs none /etc/NetworkManager && mkdir -p /etc/NetworkManager/system-connections
    printf '[connection]\nid=wired\ntype=ethernet\ninterface-name=eth0\nautoconnect-retries=1\n[ipv4]\nmethod=auto\ndhcp-timeout=4\n[ipv6]\nmethod=disabled\n' >/etc/NetworkManager/system-connections/wired.nmconnection
    chmod 600 /etc/NetworkManager/system-connections/wired.nmconnection
    dbus-daemon --system --nopidfile --fork
    timeout 14 NetworkManager --debug --config=$work/nm.conf --no-daemon"
}
for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
ip -n "$terminal" address flush dev eth0
limit=18 keep NetworkManager/no-lease network_manager

{
  echo "Programs of the captures beside this file (see capture.sh), Debian 12:"
  dpkg-query -W -f '${Package} ${Version}\n' busybox-static isc-dhcp-client dhcpcd dnsmasq-base openssl curl ppp wpasupplicant network-manager 2>/dev/null
} >"$folder/versions"
