// DHCP clients beside a static address would put the lease's address back when they renew it.

const eachClient = (name: string, then: string): string =>
  `for d in /proc/[0-9]*;do read c<$d/comm;case $c in udhcpc|dhclient|dhcpcd)case " $(tr '\\0' ' '<$d/cmdline)" in *" ${name} "*)${then};;esac;;esac;done`;

/** Ends the clients of an interface; true on the terminal when none is left. */
export function stopClients(name: string): string {
  return `{ for n in 1 2 3 4;do P=;${eachClient(name, 'P="$P ${d##*/}"')};[ "$P" ]||break;[ $n = 3 ]&&kill -9 $P||kill $P;sleep 1;done 2>/dev/null;[ -z "$P" ];}`;
}

/** True on the terminal when a client runs for the interface. */
export function checkClient(name: string): string {
  return `{ P=;${eachClient(name, "P=1")};[ "$P" ];} 2>/dev/null`;
}

/** Keeps the command line of the interface's client in a file, one word a line. */
export function keepClient(name: string, file: string): string {
  return `{ ${eachClient(name, `tr '\\0' '\\n'<$d/cmdline>${file}`)};} 2>/dev/null;[ -s ${file} ]`;
}

/** Starts a client by the command line in a file, unless one runs. */
export function startKeptClient(name: string, file: string): string {
  return `${checkClient(name)}||{ set --;while IFS= read -r w;do set -- "$@" "$w";done<${file};"$@" </dev/null >/dev/null 2>&1& }`;
}
