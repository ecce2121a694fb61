// reading + changes -> the parts of one transaction, by whoever keeps each interface's settings.
//
//   change --interface--> its manager's writer --> steps \
//        \--name servers--> the same writer, or resolv.conf --> edited files --> one transaction
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Change } from "../../../settings/change.ts";
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { editNameServers } from "../facts/resolv-conf.ts";
import type { Facts } from "../read.ts";
import { EditedFiles } from "./edited-files.ts";
import { writeIfupdown } from "./ifupdown.ts";
import { writeNetworkd } from "./networkd.ts";
import { writeNetworkManager } from "./networkmanager.ts";
import { writeRunTime } from "./run-time.ts";
import type { Steps } from "./steps.ts";
import { writeUci } from "./uci.ts";
import { replaceClient, startClient } from "./udhcpc.ts";
import { combine, type Wanted } from "./wanted.ts";

export interface Terms {
  /** Seconds after which an unconfirmed change is taken back. */
  readonly revertSeconds: number;
}

export function composeSteps(facts: Facts, changes: readonly Change[], terms: Terms): Result<readonly Steps[]> {
  const names = [...new Set(changes.map((change) => change.interface))];
  const files = new EditedFiles(facts.sections.files);
  const parts: Steps[] = [];
  for (const name of names) {
    const current = facts.reading.interfaces.find((each) => each.name === name);
    if (!current) return fail(makeFailure("unknown-interface", { interface: name, known: listNames(facts) }));
    const wanted = combine(
      current,
      changes.filter((change) => change.interface === name),
    );
    if (!wanted.ok) return wanted;
    const around: Around = { facts, files, terms };
    const steps = composeInterface(current, wanted.value, around);
    if (!steps.ok) return steps;
    parts.push(...steps.value);
  }
  return files.join(parts);
}

interface Around {
  readonly facts: Facts;
  readonly files: EditedFiles;
  readonly terms: Terms;
}

function composeInterface(current: InterfaceSettings, wanted: Wanted, around: Around): Result<readonly Steps[]> {
  const ownsDns = keepsNameServers(current, around.facts);
  if (wanted.touched.has("ipv4.dns") && !ownsDns) {
    const refused = editResolvConf(current, wanted, around);
    if (refused) return refused;
  }
  const isAboutNetwork = [...wanted.touched].some((field) => field !== "ipv4.dns");
  if (!isAboutNetwork && !ownsDns) return succeed([]);
  const steps = composeNetwork(current, wanted, { ...around, ownsDns });
  return steps.ok ? succeed([steps.value]) : steps;
}

function composeNetwork(
  current: InterfaceSettings,
  wanted: Wanted,
  { facts, files, terms, ownsDns }: Around & { readonly ownsDns: boolean },
): Result<Steps> {
  const { routes } = facts.reading;
  const profile = facts.profiles.get(current.name);
  const units = facts.units.get(current.name);
  switch (current.manager) {
    case "ifupdown": {
      const stanzas = facts.stanzas.filter((stanza) => stanza.interface === current.name);
      return writeIfupdown(current, wanted, { stanzas, files, routes, hasResolvconf: ownsDns });
    }
    case "networkmanager":
      if (profile) return writeNetworkManager(current, wanted, { profile, ownsDns, ...terms });
      break;
    case "systemd-networkd":
      if (units) return writeNetworkd(current, wanted, { units, files, ownsDns });
      break;
    case "busybox-udhcpc":
      if (wanted.method === "static") return succeed(replaceClient(current, wanted, routes));
      break;
    case null:
      if (wanted.method === "dhcp") return succeed(startClient(current, wanted, routes));
      return succeed(writeRunTime(current, wanted, routes));
    case "openwrt-uci":
      return writeUci(current, wanted, facts.sections.get("u") ?? "");
    case "connman":
    case "parameter-file":
    case "modem":
    case "terminal":
      break;
  }
  return fail(makeFailure("not-writable", { interface: current.name, manager: current.manager ?? "nobody" }));
}

/** Whether the interface's manager keeps its name servers and passes them on; else /etc/resolv.conf is the setting. */
function keepsNameServers({ manager }: InterfaceSettings, { dnsOwner, sections }: Facts): boolean {
  if (manager === "networkmanager") return dnsOwner !== "file" && dnsOwner !== "ConnMan";
  if (manager === "systemd-networkd") return dnsOwner === "systemd-resolved";
  if (manager === "openwrt-uci") return true;
  // With resolvconf, `dns-nameservers` is the setting, and it takes effect when the interface comes up again.
  return manager === "ifupdown" && sections.get("rc") !== null;
}

/** Puts the servers into resolv.conf, or says who would overwrite it. */
function editResolvConf(current: InterfaceSettings, wanted: Wanted, { facts, files }: Around): Result<never> | null {
  const path = facts.resolvConf;
  if (wanted.method === "dhcp") {
    // The client writes the lease's servers there, and does so again whenever it renews the lease.
    const isLeft = wanted.dns.length === 0;
    return isLeft ? null : fail(makeFailure("not-writable", { interface: current.name, manager: "DHCP" }));
  }
  const other = current.manager === "connman" ? "connman" : facts.dnsOwner !== "file" ? facts.dnsOwner : null;
  const writer = other ?? (path.startsWith("/run/") ? path : null);
  if (writer !== null) return fail(makeFailure("not-writable", { interface: current.name, manager: writer }));
  const before = files.get("/etc/resolv.conf");
  files.set(path, editNameServers(before, wanted.dns), before);
  return null;
}

function listNames({ reading }: Facts): string {
  return reading.interfaces.map(({ name }) => name).join(", ");
}
