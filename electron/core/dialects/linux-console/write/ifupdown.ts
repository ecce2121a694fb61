// ifupdown (Debian's and BusyBox's): the interface is taken down with the old file, brought up from a candidate that
// is only in the transaction's folder, and /etc/network/interfaces follows when that worked. A power cut before
// then restarts with the old settings.
import { type Result, succeed } from "../../../failures/result.ts";
import type { InterfaceSettings, Route } from "../../../settings/network-settings.ts";
import { editStanza, findOption, parseStanzas, type StanzaEdit } from "../facts/interfaces-file.ts";
import type { PlacedStanza } from "../facts/ifupdown.ts";
import { quote } from "../encode.ts";
import { textToBinary } from "../../../bytes/binary-text.ts";
import { changeFile } from "./files.ts";
import { checkOld, checkRunning, restoreRunning } from "./run-time.ts";
import type { Steps } from "./steps.ts";
import { printMask, type Wanted } from "./wanted.ts";

export interface StanzaSource {
  readonly stanza: PlacedStanza;
  /** The text of `stanza.file`. */
  readonly text: string;
  readonly routes: readonly Route[];
  /** Whether resolvconf reads `dns-nameservers`. */
  readonly hasResolvconf: boolean;
}

export function writeIfupdown(current: InterfaceSettings, wanted: Wanted, source: StanzaSource): Result<Steps> {
  const { stanza, text } = source;
  const after = editStanza(text, stanza, makeEdit(stanza, wanted, source.hasResolvconf));
  const file = changeFile({ path: stanza.file, before: text, after, label: `interfaces-${wanted.name}` });
  if (!file.ok) return file;
  const candidate = quote(textToBinary(extractStanzas(after, wanted.name))).replaceAll("\t", " ");
  const down = `{ ifdown --force ${wanted.name}||ifdown -f ${wanted.name};} >/dev/null 2>&1`;
  const flush = `{ ip -4 addr flush dev ${wanted.name} scope global||ifconfig ${wanted.name} 0.0.0.0;} >/dev/null 2>&1`;
  const hasLease = current.running?.ipv4?.method === "dhcp";
  const isOld = hasLease ? ":" : checkOld(current, wanted);
  return succeed({
    prepare: [...file.value.prepare, { name: "send candidate", shell: `printf %s ${candidate}>$D/${wanted.name}.if` }],
    apply: [
      { name: "ifdown", shell: `${down};${flush};:` },
      { name: "ifup", shell: `ifup -i $D/${wanted.name}.if ${wanted.name}` },
      { name: "read back", shell: checkRunning(wanted) },
    ],
    persist: file.value.persist,
    undo: [
      ...file.value.undo,
      `{ ifdown --force -i $D/${wanted.name}.if ${wanted.name}||ifdown -f -i $D/${wanted.name}.if ${wanted.name};${flush};ifup ${wanted.name};} >/dev/null 2>&1`,
      // The old file may never have come up whole (that may be why it is being changed): what ran is put back by hand.
      ...(hasLease ? [] : [`{ ${isOld};}||{ ${restoreRunning(current, source.routes)};}`]),
    ],
    isRestored: [...file.value.isRestored, isOld],
  });
}

function makeEdit(stanza: PlacedStanza, wanted: Wanted, hasResolvconf: boolean): StanzaEdit {
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
