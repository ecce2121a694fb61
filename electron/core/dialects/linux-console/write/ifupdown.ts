// ifupdown (Debian's and BusyBox's): the interface is taken down with the old file, brought up from a candidate that
// is only in the transaction's folder, and /etc/network/interfaces follows when that worked. A power cut before
// then restarts with the old settings.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { InterfaceSettings, Route } from "../../../settings/network-settings.ts";
import { editStanza, findOption, parseStanzas, type Stanza, type StanzaEdit } from "../facts/interfaces-file.ts";
import type { PlacedStanza } from "../facts/ifupdown.ts";
import { encodeLines } from "../encode.ts";
import { stopClients } from "./dhcp-clients.ts";
import type { EditedFiles } from "./edited-files.ts";
import { checkOld, checkRunning, restoreRunning } from "./run-time.ts";
import type { Steps } from "./steps.ts";
import { printMask, type Wanted } from "./wanted.ts";

export interface StanzaSource {
  /** All of the interface's own, as they were read; the first of IPv4 is the one that is changed. */
  readonly stanzas: readonly PlacedStanza[];
  readonly files: EditedFiles;
  readonly routes: readonly Route[];
  /** Whether resolvconf reads `dns-nameservers`. */
  readonly hasResolvconf: boolean;
}

export function writeIfupdown(current: InterfaceSettings, wanted: Wanted, source: StanzaSource): Result<Steps> {
  const { files } = source;
  const stanza = findIpv4(source.stanzas);
  if (stanza === null) return fail(makeFailure("not-writable", { interface: current.name, manager: "ifupdown" }));
  const text = files.get(stanza.file);
  // Another interface's part of the push may have moved its lines.
  const now = findIpv4(parseStanzas(text).filter((each) => each.interface === current.name)) ?? stanza;
  files.set(stanza.file, editStanza(text, now, makeEdit(now, wanted, source.hasResolvconf)));
  const own = [...new Set(source.stanzas.map(({ file }) => file))].map((file) => files.get(file));
  const candidate = encodeLines(own.map((each) => extractStanzas(each, current.name)).join("\n"));
  if (!candidate.ok) return candidate;
  const down = `{ ifdown --force ${wanted.name}||ifdown -f ${wanted.name};} >/dev/null 2>&1`;
  const flush = `{ ip -4 addr flush dev ${wanted.name} scope global||ifconfig ${wanted.name} 0.0.0.0;} >/dev/null 2>&1`;
  const hasLease = current.running?.ipv4?.method === "dhcp";
  const isOld = hasLease ? ":" : checkOld(current, wanted);
  const hasClient = hasLease || wanted.method === "dhcp";
  const back = [
    `{ ifdown --force -i $D/${wanted.name}.if ${wanted.name}||ifdown -f -i $D/${wanted.name}.if ${wanted.name};} >/dev/null 2>&1`,
    // Whatever was cut off in between: two clients would quarrel about one interface.
    ...(hasClient ? [stopClients(wanted.name)] : []),
    `{ ${flush};ifup ${wanted.name};} >/dev/null 2>&1`,
    // The old file may never have come up whole (that may be why it is being changed): what ran is put back by hand.
    ...(hasLease ? [] : [`{ ${isOld};}||{ ${restoreRunning(current, source.routes)};}`]),
  ];
  return succeed({
    prepare: [{ name: "send candidate", shell: `printf %s ${candidate.value}>$D/${wanted.name}.if` }],
    files: [],
    apply: [
      { name: "ifdown", shell: `:>$D/${wanted.name}.down;${down};${flush};:` },
      ...(hasLease ? [{ name: "stop DHCP client", shell: `${stopClients(wanted.name)}&&{ ${flush};:;}` }] : []),
      { name: "ifup", shell: `ifup -i $D/${wanted.name}.if ${wanted.name}` },
      { name: "read back", shell: checkRunning(wanted) },
    ],
    persist: [],
    undo: [`[ ! -e $D/${wanted.name}.down ]||{ ${back.join("\n")}\n}`],
    isRestored: [isOld],
  });
}

function findIpv4<Found extends Stanza>(stanzas: readonly Found[]): Found | null {
  return stanzas.find(({ family, method }) => family === "inet" && method !== "manual") ?? null;
}

function makeEdit(stanza: Stanza, wanted: Wanted, hasResolvconf: boolean): StanzaEdit {
  const dnsOption = findOption(stanza, "dns-nameservers") !== null || hasResolvconf;
  const dns =
    wanted.touched.has("ipv4.dns") && dnsOption
      ? { "dns-nameservers": wanted.dns.length > 0 ? wanted.dns.join(" ") : null }
      : {};
  if (wanted.method === "dhcp") {
    return {
      method: "dhcp",
      options: { address: null, netmask: null, gateway: null, broadcast: null, network: null, ...dns },
    };
  }
  const slash = findOption(stanza, "address")?.includes("/") && findOption(stanza, "netmask") === null;
  const mask = printMask(wanted.prefixLength ?? 32);
  const address = slash
    ? { address: `${wanted.address}/${wanted.prefixLength}` }
    : { address: wanted.address, netmask: mask };
  const changed = wanted.touched.has("ipv4.address") || wanted.touched.has("ipv4.method");
  return {
    method: "static",
    options: {
      ...(changed ? { ...address, broadcast: null, network: null } : {}),
      ...(wanted.touched.has("ipv4.gateway") || changed ? { gateway: wanted.gateway } : {}),
      ...dns,
    },
  };
}

/** The stanzas of one interface alone, as a file that `ifup -i` takes. */
function extractStanzas(text: string, name: string): string {
  const lines = text.split("\n");
  return parseStanzas(text)
    .filter((stanza) => stanza.interface === name)
    .map(({ from, to }) => `${lines.slice(from, to).join("\n")}\n`)
    .join("\n");
}
