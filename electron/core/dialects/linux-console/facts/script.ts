// Every fact in one round trip: three scripts, sent one behind the other, with whatever tools the terminal has. The
// longest answer comes first, so that it travels down while the later questions still travel up; what only some
// terminals have is asked for when one of them says so.
//
//   \n=KEY NAME ARGUMENT...\n text of that section, until the next \n=KEY
//
// They only read; every command is bounded. KEY is drawn for each reading, so no file's text can forge a section.
import { listFarSources } from "./ifupdown.ts";
import { askNeighbours } from "./neighbours.ts";
import { showProfile } from "./networkmanager.ts";
import { uciSecrets } from "./uci.ts";

/** Together within a terminal's line discipline (4095 octets). */
export function makeFactsScripts(key: string): readonly string[] {
  const section = printSection(key);
  return [
    `${section};${pack};{ p a;ip -j a||ip a||ifconfig -a;p r;ip r||route -n||cat /proc/net/route;p r6;ip -6 r s default;} 2>/dev/null|z`,
    `${section};${printFile};{ p id;uname -snr;grep ^PRETTY_N /etc/os-release;cd /etc;r resolv.conf network/interfaces network/interfaces.d/*;[ -L resolv.conf ]&&p ls&&readlink -f resolv.conf;cd /sys/class/dmi/id&&r sys_vendor product_name product_serial;p net;cd /sys/class/net;for i in *;do k= w=;read t<$i/type;read k<$i/carrier;read x<$i/ifindex;read u<$i/uevent;[ -e $i/phy80211 ]&&w=wifi;[ -e $i/device ]&&w=$w,device;echo $i $t \${k:--} $x $w, \${u##I*};done;} 2>/dev/null`,
    `${section};{ p m;for d in /proc/[0-9]*;do read n<$d/comm;case $n in NetworkManager|systemd-[nr]*|connmand|netifd|udhcpc|dhclient|dhcpcd)echo $n $(tr '\\0' ' '<$d/cmdline);;esac;done;ls -d /proc/device-tree/model /etc/config/network;type resolvconf>/dev/null&&p rc;${askNeighbours};p t;date "+%s %z";} 2>/dev/null`,
  ];
}

/** What the answers to the later two gave reason to ask; null when they gave none. */
export function makeDetailScript(key: string, answers: string): string | null {
  const far = listFarSources(answers);
  const asks = [
    [/^systemd-networ/m, askNetworkd],
    [/^systemd-resolv/m, "cd /run/systemd/resolve&&r resolv.conf"],
    [/^NetworkManager/m, askNetworkManager],
    [
      /^\/etc\/config\/network$/m,
      `p u;uci -q show network|grep -iv ${uciSecrets};cd /tmp;r resolv.conf.d/resolv.conf.auto resolv.conf.auto`,
    ],
    [
      /^\/proc\/device-tree\/model$/m,
      "cd /proc/device-tree;for f in model serial-number;do [ -f $f ]&&p f $PWD/$f&&tr -d '\\0'<$f;done",
    ],
  ] as const;
  const needed = asks.flatMap(([reason, question]) => (reason.test(answers) ? [question] : []));
  if (far.length > 0) needed.push(`cd /etc/network&&r ${far.join(" ")}`);
  // A last heading keeps the line ends of the file before it: what a shell captures loses those at its end.
  return needed.length === 0 ? null : `${printSection(key)};${printFile};{ ${needed.join(";")};p .;} 2>/dev/null`;
}

function printSection(key: string): string {
  return `p(){ echo;echo "=${key} $*";}`;
}

/** Octets of a file that are read; more than any of them needs. One that fills them may be longer. */
export const fileLimit = 16_384;

/** Which file each link is configured from, then those files and their drop-ins. */
const askNetworkd =
  "p n;cd /run/systemd/netif/links&&{ grep -H NETWORK_FILE=. *;for u in $(sed -n s/^NETWORK_FILE=//p *|sort -u);do r $u;for d in /usr/lib /run /etc;do r $d/systemd/network/${u##*/}.d/*.conf;done;done;}";

/** Which profile is active on each device, then those profiles. */
const askNetworkManager = `p nm;cd /run/NetworkManager/devices&&{ grep -H '^managed=\\|^connection-uuid=' *;p nc;${showProfile} $(sed -n s/^connection-uuid=//p *);}`;

/** Files as they are. */
const printFile = `r(){ for f;do [ -f $f ]&&p f $PWD/$f&&head -c ${fileLimit} $f;done;}`;

/** The long one is packed where the terminal can: see unpack.ts. */
const pack = "z(){ cat;};type gzip base64>/dev/null 2>&1&&z(){ gzip|base64;}";
