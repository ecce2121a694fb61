// A report, findings and a plan as text for a person at a shell.
import type { Output, Report } from "../contract/commands.ts";
import type { Localized } from "../core/failures/localized.ts";
import type { Finding, Verdict } from "../core/findings/finding.ts";
import { printSource } from "../core/findings/print-source.ts";
import type { Planned } from "../contract/planned.ts";
import { printHost } from "../core/settings/acquirer-value.ts";
import { findHostPlace } from "../core/settings/acquirer-field.ts";
import { nameField } from "../core/settings/change.ts";
import type { InterfaceSettings, IpSettings, NetworkSettings } from "../core/settings/network-settings.ts";
import { fill, type Voice } from "./console-voice.ts";

export function printReport(report: Report, voice: Voice): string {
  return [
    ...printIdentity(report, voice),
    "",
    ...report.interfaces.filter(({ kind }) => kind !== "loopback").flatMap((each) => printInterface(each, voice)),
    ...printAcquirer(report, voice),
    "",
    printChecked(report, voice),
  ].join("\n");
}

export function printChecked({ findings, verdict, switchedOff = [] }: Output<"settings.check">, voice: Voice): string {
  return [
    `${mark(verdict.code)} ${voice.translate(verdict.message)}`,
    ...findings.flatMap((each) => ["", ...printFinding(each, voice)]),
    ...(switchedOff.length > 0 ? ["", fill(voice.words.switchedOff, { rules: listRules(switchedOff) })] : []),
  ].join("\n");
}

/** Every terminal under its name, those with something wrong in full, and how many there are of each. */
export function printFleet(
  terminals: readonly NetworkSettings[],
  checked: readonly (Output<"settings.check"> & { readonly notes?: readonly { readonly message: Localized }[] })[],
  voice: Voice,
): string {
  const parts = checked.map((one, place) => {
    const who = terminals[place]?.terminal;
    const name = who?.serialNumber ?? who?.hostName ?? "";
    const notes = (one.notes ?? []).map(({ message }) => `  ${voice.translate(message)}`);
    return [`#${place + 1} ${name}`.trimEnd(), ...notes, printChecked(one, voice), ""].join("\n");
  });
  const count = (code: Verdict["code"]): number => checked.filter(({ verdict }) => verdict.code === code).length;
  const { healthy, attention, wrong, unknown } = {
    healthy: count("healthy"),
    attention: count("attention"),
    wrong: count("wrong"),
    unknown: count("unknown"),
  };
  return [...parts, fill(voice.words.fleet, { all: checked.length, healthy, attention, wrong, unknown })].join("\n");
}

export function printPlan(plan: Planned, voice: Voice): string {
  const { words } = voice;
  const changes = plan.changes.map(
    ({ from, to, ...change }) => `  ${nameField(change)}\n    - ${from ?? words.notSet}\n    + ${to ?? words.notSet}`,
  );
  return [
    fill(words.planTitle, { digest: plan.digest.slice(0, 12) }),
    ...(changes.length > 0 ? changes : [`  ${words.planEmpty}`]),
    ...(plan.refusedBy.length > 0 ? [fill(words.planRefused, { rules: plan.refusedBy.join(", ") })] : []),
    ...(plan.changes.some(({ field, to }) => to !== null && findHostPlace(field) !== null) ? [words.hostRisk] : []),
    ...(plan.untilReboot ?? []).map((name) => fill(words.untilReboot, { interface: name })),
    ...(plan.changes.length > 0 && plan.goesBack === false ? [words.unarmed] : []),
    ...(plan.undecided.length > 0
      ? [words.undecided, ...plan.undecided.map((each) => `  ${each.set.join(" ")} (${voice.translate(each.reason)})`)]
      : []),
    ...(plan.unsolved !== undefined && plan.unsolved.length > 0
      ? [fill(words.unsolved, { rules: [...new Set(plan.unsolved.map(({ rule }) => rule))].join(", ") })]
      : []),
  ].join("\n");
}

function listRules(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ rule }) => rule))].join(", ");
}

function printIdentity({ terminal, clock }: Report, { words }: Voice): readonly string[] {
  const unknown = words.unknownValue;
  const name = [terminal.vendor, terminal.model].filter((part) => part !== null).join(" ");
  return [
    `${words.terminal}: ${name === "" ? unknown : name} (${terminal.family})`,
    `  ${words.serialNumber}: ${terminal.serialNumber ?? unknown}`,
    `  ${words.firmware}: ${terminal.firmware ?? unknown}`,
    `  ${words.hostName}: ${terminal.hostName ?? unknown}`,
    `  ${words.clock}: ${clock === null ? unknown : `${clock.time} (${printSkew(clock.aheadSeconds, words)})`}`,
  ];
}

/** What the terminal pays through, by the names that `--set` takes; nothing of a terminal that tells nothing of it. */
function printAcquirer(report: Report, { words }: Voice): readonly string[] {
  const { tpdu, merchantNumber, terminalNumber } = report;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ...report.hosts.map((host, index) => [`host.${host.place ?? index + 1}`, printHost(host)] as const),
    ["tpdu", tpdu],
    ["merchantNumber", merchantNumber],
    ["terminalNumber", terminalNumber],
  ];
  const lines = facts.flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : []));
  return lines.length === 0 ? [] : [`${words.acquirer}:`, ...lines];
}

function printSkew(seconds: number, words: Voice["words"]): string {
  if (Math.abs(seconds) <= 5) return words.clockRight;
  return fill(seconds > 0 ? words.clockAhead : words.clockBehind, { seconds: Math.abs(seconds) });
}

function printInterface(each: InterfaceSettings, { words }: Voice): readonly string[] {
  const head = [each.kind, each.mac, each.link === null ? null : words.link[each.link]]
    .filter((part) => part !== null)
    .join(", ");
  return [
    `${each.name}: ${head}; ${words.manager}: ${each.manager ?? words.nobody}`,
    `  ${words.configured}: ${printIp(each.ipv4, words)}`,
    `  ${words.running}: ${printIp(each.running?.ipv4 ?? null, words)}`,
    ...(each.cellular == null ? [] : printCellular(each.cellular, words)),
  ];
}

function printCellular(cellular: NonNullable<InterfaceSettings["cellular"]>, words: Voice["words"]): readonly string[] {
  const { csq, rsrpDbm, rsrqDb, registration, operator, technology, apn, runningApn, sim, iccid } = cellular;
  const list = (...parts: readonly (string | null | undefined)[]): string =>
    parts.filter((part) => part != null && part !== "").join(", ") || words.unknownValue;
  // 99 is how a modem says that it does not know.
  const level = csq === null || csq > 31 ? null : `CSQ ${csq} (${-113 + 2 * csq} dBm)`;
  const power = rsrpDbm === null ? null : `RSRP ${rsrpDbm} dBm`;
  const quality = rsrqDb == null ? null : `RSRQ ${rsrqDb} dB`;
  return [
    `  ${words.mobile}: ${list(registration, operator, technology)}; ${words.card}: ${list(sim, iccid)}`,
    `  ${words.accessPoint}: ${apn ?? words.notSet}; ${words.running}: ${runningApn ?? words.notSet}`,
    `  ${words.signal}: ${list(power, quality, level)}`,
  ];
}

function printIp(ip: IpSettings | null, words: Voice["words"]): string {
  if (!ip) return words.notSet;
  const address = ip.address === null ? words.notSet : `${ip.address}/${ip.prefixLength ?? "?"}`;
  return [
    ip.method === null ? words.unknownValue : words.method[ip.method],
    `${words.address} ${address}`,
    `${words.gateway} ${ip.gateway ?? words.notSet}`,
    `${words.nameServers} ${ip.dns.length > 0 ? ip.dns.join(", ") : words.notSet}`,
  ].join("; ");
}

function printFinding(finding: Finding, voice: Voice): readonly string[] {
  const { words } = voice;
  const message = voice.translate(finding.message);
  const name = finding.interface ?? "";
  const values = Object.entries(finding.evidence).map(
    ([key, value]) => `${key}=${typeof value === "object" && value !== null ? value.join(",") : String(value)}`,
  );
  const line = (title: string, value: string): string => `  ${fill(words.named, { name: title, value })}`;
  return [
    `[${words.severity[finding.severity]}] ${message.includes(name) ? message : fill(words.named, { name, value: message })}`,
    line(words.why, voice.translate(finding.why)),
    ...(finding.technical ? [line(words.technical, voice.translate(finding.technical))] : []),
    ...(finding.policy ? [line(words.policy, voice.translate(finding.policy.message))] : []),
    line(words.values, values.join(" ")),
    line(words.source, `${finding.rule} (${printSource(finding.source, voice.language)})`),
    ...finding.corrections.map(({ set, reason, confidence }) => {
      const proposal = { set: set.join(" "), reason: voice.translate(reason), percent: Math.round(confidence * 100) };
      return line(words.correction, fill(words.proposal, proposal));
    }),
  ];
}

function mark(code: Verdict["code"]): string {
  return { healthy: "✓", attention: "!", wrong: "✗", unknown: "?" }[code];
}
