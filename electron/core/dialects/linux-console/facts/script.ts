// One script that asks for every fact in one round trip, with whatever tools the terminal has.
//
//   =KEY NAME ARGUMENT...\n  text of that section \n  =KEY NAME ... \n  ...
//
// It reads only; every command is bounded. KEY is drawn for each reading, so no file's text can forge a section.

/** The script's text; at most 4000 characters, so that it stays within a terminal's line discipline. */
export function makeFactsScript(key: string): string {
  return [
    `p(){ echo;echo "=${key} $*";}`,
    // Files as they are; 16 KiB is more than any of them needs.
    `r(){ for f;do [ -f "$f" -a -r "$f" ]&&p f "$f"&&head -c 16384 "$f";done;}`,
    // Each on a line of its own, also where nobody can say it.
    `p id;id -un||echo;uname -n||echo;uname -srm`,
    `p t;date "+%s %z"`,
    `cd /sys/class/dmi/id&&r $PWD/sys_vendor $PWD/product_name $PWD/product_serial`,
    `cd /proc/device-tree&&for f in model serial-number;do [ -r $f ]&&p f $PWD/$f&&tr -d '\\0'<$f;done`,
    `r /etc/os-release /etc/hostname /etc/resolv.conf /run/systemd/resolve/resolv.conf /etc/network/interfaces /etc/network/interfaces.d/*`,
    `p ls;readlink -f /etc/resolv.conf`,
    `p net;cd /sys/class/net&&for i in *;do w=;[ -e $i/wireless -o -e $i/phy80211 ]&&w=wifi;[ -e $i/bridge ]&&w=bridge;[ -e $i/device ]&&w=$w,device;echo $i $(cat $i/type) $(cat $i/carrier||echo -) $(cat $i/ifindex) $w, $(grep DEVTYPE= $i/uevent);done`,
    `p a;ip -j a||{ p A;ip a||{ p I;ifconfig -a;};}`,
    `p r;ip -j r||{ p R;ip r||{ p N;route -n||{ p P;cat /proc/net/route;};};}`,
    `p r6;ip -6 -j r||ip -6 r`,
    `p m;for d in NetworkManager systemd-networkd systemd-resolved connmand netifd udhcpc dhclient dhcpcd dnsmasq resolvconf;do for k in $(pidof $d);do echo $d $(tr '\\0' ' '</proc/$k/cmdline);done;done`,
    `p s;cat /run/network/ifstate /run/ifstate /var/run/ifstate`,
    `p n;cd /run/systemd/netif/links&&grep -H NETWORK_FILE=. *`,
    `p nm;cd /run/NetworkManager/devices&&grep -H '^managed=\\|^connection-uuid=' *`,
    `[ -e /etc/openwrt_release ]&&p u&&uci -q show network|grep -iv 'key\\|pass\\|secret\\|pin'`,
    `type resolvconf>/dev/null&&p rc`,
    `p end`,
  ]
    .map((line) => (line.startsWith("p(") || line.startsWith("r(") ? line : `{ ${line};} 2>/dev/null`))
    .join("\n");
}
