// Stages -> evidence: which sign each outcome is, with what the terminal itself said.
import type { NetworkSettings } from "../settings/network-settings.ts";
import type { Channel, Evidence } from "./evidence.ts";
import { signs } from "./knowledge/signs.ts";
import { findUsed } from "./plan-stages.ts";
import type { Stage } from "./stage.ts";

export function readStages(stages: readonly Stage[], settings: NetworkSettings | null): readonly Evidence[] {
  const used = settings === null ? null : findUsed(settings);
  const method = used?.ipv4?.method ?? null;
  const channel = nameChannel(used?.kind ?? null);
  const isReached = stages.some(({ stage, outcome }) => stage === "tcp" && outcome === "passed");
  return stages.flatMap((stage) => {
    const others = stages.filter((other) => other.stage === stage.stage && other.from === stage.from);
    return nameSigns(stage, { isDhcp: method === "dhcp", isReached, others }).flatMap((sign) =>
      makeEvidence(sign, stage, channel),
    );
  });
}

export function nameChannel(kind: string | null): Channel | null {
  if (kind === "ethernet") return "wired";
  if (kind === "wifi") return "wifi";
  if (kind === "cellular") return "cellular";
  return kind === "ppp" ? "dial-up" : null;
}

function makeEvidence(sign: string, { from, target, detail, at }: Stage, channel: Channel | null): readonly Evidence[] {
  const known = signs.get(sign);
  if (known === undefined) return [];
  const quote = [target, detail].filter((text) => text !== null && text !== "").join(": ");
  return [
    {
      sign,
      source: from === "pc" ? "pc-test" : "terminal-test",
      says: known.says,
      quote: quote === "" ? null : quote,
      at: at ?? null,
      channel,
      attempt: "this",
      weight: 1,
    },
  ];
}

interface Around {
  readonly isDhcp: boolean;
  /** A host took a connection: whatever address its name has, it is there. */
  readonly isReached: boolean;
  /** All outcomes of the same stage. */
  readonly others: readonly Stage[];
}

function nameSigns(stage: Stage, around: Around): readonly string[] {
  if (stage.outcome === "unable" || stage.outcome === "skipped") return [];
  if (stage.from === "pc") return [`pc.${stage.stage}.${stage.outcome}`];
  if (stage.outcome === "passed") {
    if (stage.stage === "name" && !around.isReached && privateAddress.test(stage.detail)) return ["stage.name.private"];
    return [passedSign(stage.stage, around.others)];
  }
  switch (stage.stage) {
    case "link":
    case "gateway":
      return [`stage.${stage.stage}.failed`];
    case "duplicate":
      return ["stage.address.taken"];
    case "address":
      return [`stage.address.absent-${around.isDhcp ? "dhcp" : "static"}`];
    case "name":
      return [stage.reason === "no-such-name" ? "stage.name.no-such-name" : "stage.name.server-silent"];
    case "tcp": {
      const reached = around.others.some(({ outcome }) => outcome === "passed");
      const several = new Set(around.others.map(({ target }) => target)).size > 1;
      const beside = reached ? ["stage.tcp.other-host-passed"] : several ? ["stage.tcp.none-passed"] : [];
      return [tcpSign(stage.reason), ...beside];
    }
    case "tls":
      return [answersAsPage(stage, around.others) ? "stage.portal.seen" : tlsSign(stage)];
  }
}

/** RFC 1918 and RFC 3927: no address of a host on the internet; on an acquirer's own line it may be. */
const privateAddress = /\b(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)\d/;

/** A stage that only some hosts pass speaks through those that fail. */
function passedSign(stage: Stage["stage"], others: readonly Stage[]): string {
  if (stage === "duplicate") return "stage.address.alone";
  return others.some(({ outcome }) => outcome === "failed") ? "" : `stage.${stage}.passed`;
}

const notTls =
  /wrong version number|unknown protocol|record layer|packet length too long|unexpected TLS packet|http request/i;

/** A page instead of TLS, or no host of several that speaks TLS: somebody on the way answers in their place. */
function answersAsPage({ detail, outcome }: Stage, others: readonly Stage[]): boolean {
  if (/\bHTTP\/1\.[01] (?:200|30[1278]|511)\b/.test(detail)) return true;
  const hosts = new Set(others.map(({ target }) => target));
  return (
    outcome === "failed" && hosts.size > 1 && others.every((one) => one.outcome === "failed" && notTls.test(one.detail))
  );
}

function tcpSign(reason: Stage["reason"]): string {
  if (reason === "refused") return "stage.tcp.refused";
  return reason === "unreachable" ? "stage.tcp.unreachable" : "stage.tcp.timed-out";
}

function tlsSign({ reason, detail }: Stage): string {
  if (/not yet valid/i.test(detail)) return "stage.tls.not-yet-valid";
  if (/expired/i.test(detail)) return "stage.tls.expired";
  if (notTls.test(detail)) return "stage.tls.not-tls";
  if (reason === "certificate") return "stage.tls.untrusted";
  if (reason === "protocol") return "stage.tls.protocol";
  if (reason === "large-lost") return "stage.large-packets.lost";
  if (reason !== "timed-out" && reason !== "no-answer") return "stage.tls.not-tls";
  return detail.includes("small hello unanswered") ? "stage.tls.silent" : "stage.large-packets.failed";
}
