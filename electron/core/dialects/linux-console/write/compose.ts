// reading + changes -> the parts of one transaction, by whoever keeps each interface's settings.
import { makeFailure } from "../../../failures/failure.ts";
import { fail, type Result, succeed } from "../../../failures/result.ts";
import type { Change } from "../../../settings/change.ts";
import type { InterfaceSettings } from "../../../settings/network-settings.ts";
import { editNameServers } from "../facts/resolv-conf.ts";
import type { Facts } from "../read.ts";
import { changeFile } from "./files.ts";
import { type StanzaSource, writeIfupdown } from "./ifupdown.ts";
import { writeRunTime } from "./run-time.ts";
import type { Steps } from "./steps.ts";
import { combine, type Wanted } from "./wanted.ts";

export function composeSteps(facts: Facts, changes: readonly Change[]): Result<readonly Steps[]> {
  const names = [...new Set(changes.map((change) => change.interface))];
  const parts: Steps[] = [];
  for (const name of names) {
    const current = facts.reading.interfaces.find((each) => each.name === name);
    if (!current) return fail(makeFailure("unknown-interface", { interface: name, known: listNames(facts) }));
    const wanted = combine(
      current,
      changes.filter((change) => change.interface === name),
    );
    if (!wanted.ok) return wanted;
    const steps = composeInterface(facts, current, wanted.value);
    if (!steps.ok) return steps;
    parts.push(...steps.value);
  }
  return succeed(parts);
}

function composeInterface(facts: Facts, current: InterfaceSettings, wanted: Wanted): Result<readonly Steps[]> {
  const dns = composeDns(facts, current, wanted);
  if (!dns.ok) return dns;
  const network = [...wanted.touched].some((field) => field !== "ipv4.dns")
    ? composeNetwork(facts, current, wanted)
    : composeDnsOption(facts, current, wanted);
  if (!network.ok) return network;
  return succeed([...network.value, ...dns.value]);
}

function composeNetwork(facts: Facts, current: InterfaceSettings, wanted: Wanted): Result<readonly Steps[]> {
  const source = findSource(facts, current);
  if (source) {
    const steps = writeIfupdown(current, wanted, source);
    return steps.ok ? succeed([steps.value]) : steps;
  }
  if (current.manager !== null || wanted.method === "dhcp") {
    return fail(makeFailure("not-writable", { interface: current.name, manager: current.manager ?? "nobody" }));
  }
  return succeed([writeRunTime(current, wanted, facts.reading.routes)]);
}

/** With resolvconf, `dns-nameservers` is the setting, and it takes effect when the interface comes up again. */
function composeDnsOption(facts: Facts, current: InterfaceSettings, wanted: Wanted): Result<readonly Steps[]> {
  const source = findSource(facts, current);
  return source?.hasResolvconf ? composeNetwork(facts, current, wanted) : succeed([]);
}

function composeDns(facts: Facts, current: InterfaceSettings, wanted: Wanted): Result<readonly Steps[]> {
  if (!wanted.touched.has("ipv4.dns")) return succeed([]);
  if (facts.sections.get("rc") !== null && findSource(facts, current)) return succeed([]);
  if (current.manager !== null && current.manager !== "ifupdown") {
    return fail(makeFailure("not-writable", { interface: current.name, manager: current.manager }));
  }
  const path = facts.resolvConf;
  if (path.startsWith("/run/")) return fail(makeFailure("not-writable", { interface: current.name, manager: path }));
  const before = facts.sections.files.get("/etc/resolv.conf") ?? "";
  const change = changeFile({ path, before, after: editNameServers(before, wanted.dns), label: "resolv.conf" });
  return change.ok ? succeed([change.value]) : change;
}

function findSource({ stanzas, sections, reading }: Facts, current: InterfaceSettings): StanzaSource | null {
  const stanza = stanzas.find(
    (each) => each.interface === current.name && each.family === "inet" && each.method !== "manual",
  );
  if (!stanza || current.manager !== "ifupdown") return null;
  return {
    stanza,
    text: sections.files.get(stanza.file) ?? "",
    routes: reading.routes,
    hasResolvconf: sections.get("rc") !== null,
  };
}

function listNames({ reading }: Facts): string {
  return reading.interfaces.map(({ name }) => name).join(", ");
}
