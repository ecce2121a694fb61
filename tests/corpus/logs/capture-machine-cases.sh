#!/bin/bash
# Runs inside the machine of capture-machine.sh: real programs, made to fail; what they print goes to out/PROGRAM/CASE.
exec >/dev/ttyS0 2>&1
work=/mnt/share
extra=$work/extra
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
export LD_LIBRARY_PATH=$extra/usr/lib/x86_64-linux-gnu:$extra/lib/x86_64-linux-gnu
cd /tmp || exit 1
mkdir -p /dev/pts && mount -t devpts devpts /dev/pts
for place in /etc/ppp /etc/NetworkManager /var/lib; do mount -t tmpfs none $place; done
mkdir -p /run/lock /run/dbus /run/wpa /run/hostapd /var/lib/NetworkManager /var/lib/dbus /var/lib/dhcpcd /var/lib/connman
# Also for the kernel, which asks for ciphers by itself.
printf '#!/bin/bash\nexport LD_LIBRARY_PATH=%s\n(exec -a modprobe %s/bin/kmod -d %s/kernel "$@")\n' "$LD_LIBRARY_PATH" $extra $work >/tmp/modprobe
printf '#!/bin/sh\nexit 0\n' >/tmp/nothing
: >/tmp/empty
chmod +x /tmp/modprobe /tmp/nothing
echo /tmp/modprobe >/proc/sys/kernel/modprobe
echo terminal >/proc/sys/kernel/hostname
ip link set lo up

# keep PROGRAM/CASE SECONDS COMMAND...
keep() {
  local name=$1 seconds=$2
  shift 2
  mkdir -p "$work/out/$(dirname "$name")"
  timeout "$seconds" "$@" >"$work/out/$name" 2>&1
  echo "== $name"
}
load() { /tmp/modprobe "$1"; }
kernel_says() { mkdir -p $work/out/kernel; dmesg | grep -E "$2" >"$work/out/kernel/$1"; echo "== kernel/$1"; }

# --- the cable of a real driver's card ---
kernel_says start 'Linux version|Command line'
load e1000
sleep 1
ip link set eth0 up
sleep 5
echo PULL-CABLE
sleep 8
kernel_says link-down 'e1000'

# --- a network with a router, and another device on it ---
load veth
load bridge
ip netns add router
ip netns add other
ip link add eth9 address 02:00:00:00:00:02 type veth peer name lan0 address 02:00:00:00:00:01 netns router
ip -n router link set lo up && ip -n router link set lan0 up && ip link set eth9 up
ip -n router address add 2001:db8::1/64 dev lan0 nodad
sleep 2
ip address add 2001:db8::1/64 dev eth9
sleep 4
kernel_says duplicate-address 'eth9'
ip -n router link add br0 address 02:00:00:00:00:09 type bridge
ip -n router link set lan0 master br0
ip -n router link add lan1 type veth peer name eth0 netns other
ip -n router link set lan1 master br0 up && ip -n router link set br0 up
ip -n router address add 10.9.0.1/24 dev br0
ip -n other link set eth0 up && ip -n other address add 10.9.0.50/24 dev eth0
ip netns exec router timeout 60 dnsmasq -d -p 0 --conf-file=/dev/null --no-ping --log-dhcp --dhcp-leasefile=/tmp/l --dhcp-range=10.9.0.50,10.9.0.51,1h --interface=br0 >/tmp/dnsmasq 2>&1 &
server=$!
sleep 3
keep udhcpc/offer-in-use 30 busybox udhcpc -a -i eth9 -n -q -t 3 -T 2 -f -s /tmp/nothing
kill $server
keep dnsmasq/declined 5 cat /tmp/dnsmasq
ip address add 10.9.0.2/24 dev eth9
keep curl/no-host 20 curl -sS -v http://10.9.0.77:8583/
ip address flush dev eth9
socat UDP-RECVFROM:53,fork SYSTEM:'sleep 60' &
server=$!
sleep 1
keep nslookup/silent 60 busybox nslookup pos.example.com 127.0.0.1
kill $server
keep dhcpcd/link-local 60 dhcpcd -B -4 -d -t 25 -f /tmp/empty -c /tmp/nothing eth9
(sleep 4; ip -n router link set lan0 down; sleep 4; ip -n router link set lan0 up) &
keep dhcpcd/carrier-lost 12 dhcpcd -B -4 -d -A -t 25 -f /tmp/empty -c /tmp/nothing eth9
ip link set eth9 up

# --- PPP over a line of two pseudo-terminals ---
lay_line() { socat pty,raw,echo=0,link=/tmp/one pty,raw,echo=0,link=/tmp/two & line=$!; sleep 2; }
touch /etc/ppp/options
load ppp_async
sleep 1
lay_line
keep pppd/silent 60 pppd /tmp/one 115200 nodetach debug noauth nolock local lcp-max-configure 3 lcp-restart 2
(sleep 6; kill $line) &
keep pppd/hangup 30 pppd /tmp/one 115200 nodetach debug noauth nolock modem lcp-max-configure 20
for how in pap chap; do
  lay_line
  printf 'pos * right *\n' >/etc/ppp/$how-secrets && chmod 600 /etc/ppp/$how-secrets
  timeout 40 pppd /tmp/two 115200 nodetach auth require-$how nolock local name isp 10.0.0.1:10.0.0.2 >/dev/null 2>&1 &
  sleep 1
  printf 'pos * wrong *\n' >/tmp/secrets
  # The dialling side has files of its own.
  keep pppd/$how-refused 30 unshare -m sh -c "mount -t tmpfs none /etc/ppp; touch /etc/ppp/options; install -m 600 /tmp/secrets /etc/ppp/$how-secrets; exec pppd /tmp/one 115200 nodetach debug noauth nolock local user pos"
  kill $line
  sleep 1
done

# --- Wi-Fi: two radios that the kernel simulates ---
load mac80211_hwsim
sleep 2
station=$(cat /sys/class/net/wlan1/address)
encrypted='wpa=2
wpa_key_mgmt=WPA-PSK
rsn_pairwise=CCMP
wpa_passphrase=right-password'
start_access_point() { # CASE MORE-LINES
  printf 'interface=wlan0\ndriver=nl80211\nssid=shop\nhw_mode=g\nchannel=1\nctrl_interface=/run/hostapd\nlogger_stdout=-1\nlogger_stdout_level=2\n%s\n%s\n' "$encrypted" "${2:-}" >/tmp/ap.conf
  mkdir -p $work/out/hostapd
  $extra/usr/sbin/hostapd /tmp/ap.conf >"$work/out/hostapd/$1" 2>&1 &
  access_point=$!
  sleep 3
}
write_station() { # NAME KEY MORE
  printf 'ctrl_interface=/run/wpa\nnetwork={\n ssid="%s"\n scan_freq=2412\n psk="%s"\n%s\n}\n' "$1" "$2" "${3:-}" >/tmp/sta.conf
}
join="wpa_supplicant -i wlan1 -D nl80211 -c /tmp/sta.conf -t"
start_access_point wrong-key
write_station shop wrong-password
keep wpa_supplicant/wrong-key 25 $join
kill $access_point; wait $access_point
start_access_point disconnected
write_station shop right-password
(sleep 10; $extra/usr/sbin/hostapd_cli -p /run/hostapd deauthenticate "$station" reason=5; sleep 6; kill -9 $access_point; ip link set wlan0 down) &
keep wpa_supplicant/disconnected 38 $join
start_access_point assoc-reject 'require_ht=1
ieee80211n=1'
write_station shop right-password ' disable_ht=1'
keep wpa_supplicant/assoc-reject 20 $join
kill $access_point; wait $access_point
echo "$station" >/tmp/deny
start_access_point auth-reject 'macaddr_acl=0
deny_mac_file=/tmp/deny'
write_station shop right-password
keep wpa_supplicant/auth-reject 15 $join
kill $access_point; wait $access_point
write_station elsewhere right-password
timeout 30 $join >/dev/null 2>&1 &
sleep 4
# It says so to those who listen, and not in its log.
keep wpa_cli/not-found 20 sh -c 'sleep 15 | wpa_cli -p /run/wpa -i wlan1'

# --- network managers, with nobody handing out addresses; the cable is pulled in the end ---
ip -n router address flush dev br0
printf '<busconfig><type>system</type><listen>unix:path=/run/dbus/system_bus_socket</listen><auth>EXTERNAL</auth><policy context="default"><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/></policy></busconfig>' >/tmp/bus.conf
dbus-daemon --config-file=/tmp/bus.conf --nopidfile --fork
/lib/systemd/systemd-udevd --daemon
udevadm trigger -s net -c add
udevadm settle -t 10
pull_later() { (sleep "$1"; ip -n router link set lan0 down; sleep 8; ip -n router link set lan0 up) & }
mkdir -p /etc/NetworkManager/system-connections
printf '[main]\nplugins=keyfile\ndhcp=internal\n[keyfile]\nunmanaged-devices=interface-name:wlan*\n[logging]\nlevel=INFO\n' >/etc/NetworkManager/NetworkManager.conf
printf '[connection]\nid=wired\ntype=ethernet\ninterface-name=eth9\nautoconnect-retries=1\n[ipv4]\nmethod=auto\ndhcp-timeout=8\n[ipv6]\nmethod=disabled\n' >/etc/NetworkManager/system-connections/wired.nmconnection
chmod 600 /etc/NetworkManager/system-connections/wired.nmconnection
pull_later 34
keep NetworkManager/no-address 45 NetworkManager --debug --no-daemon
sleep 8
ip link set eth9 up
mkdir -p /run/systemd/network /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp
chown -R systemd-network:systemd-network /run/systemd/netif
printf '[Match]\nName=eth9\n[Network]\nDHCP=ipv4\n' >/run/systemd/network/eth9.network
pull_later 14
SYSTEMD_LOG_TARGET=console keep systemd-networkd/lost-carrier 24 /lib/systemd/systemd-networkd
sleep 8
ip link set eth9 up
pull_later 30
keep connman/no-address 45 $extra/usr/sbin/connmand -n -I wlan0,wlan1
busybox syslogd -C64
sleep 1
busybox logger -t payd begun
keep syslogd/start 5 busybox logread
echo "== end"
