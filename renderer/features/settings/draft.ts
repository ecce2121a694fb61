// What is typed for an interface, and the assignments it comes to: only what differs from what the terminal has.
import { printAcquirerField } from "../../../electron/core/settings/acquirer-value.ts";
import { isAcquirerField } from "../../../electron/core/settings/acquirer-field.ts";
import type { InterfaceSettings, NetworkSettings } from "../../../electron/core/settings/network-settings.ts";
import { findInForce } from "../connect/trace-path.ts";
import type { Draft } from "../session/session-state.ts";

/** The form as it opens; what a lease brought stands ready for the case that it is to be fixed by hand. */
export function openDraft(target: InterfaceSettings): Draft {
  const inForce = findInForce(target);
  const isLeased = target.ipv4?.method === "dhcp";
  return {
    method: isLeased ? "dhcp" : "static",
    address: inForce?.address?.split("/")[0] ?? "",
    prefix: inForce?.prefixLength?.toString() ?? inForce?.address?.split("/")[1] ?? "",
    gateway: inForce?.gateway ?? "",
    servers: isLeased ? (target.ipv4?.dns ?? []) : (inForce?.dns ?? []),
  };
}

/** With DHCP the name servers come from the router; whoever thinks better of it finds those that were there. */
export function chooseMethod(target: InterfaceSettings, method: Draft["method"]): Partial<Draft> {
  const before = openDraft(target);
  if (method === before.method) return { method, servers: before.servers };
  return method === "dhcp" ? { method, servers: [] } : { method };
}

export function listAssignments(target: InterfaceSettings, draft: Draft): readonly string[] {
  const before = openDraft(target);
  // A row is one server: what holds a comma must not be read as two.
  const typed = draft.servers.filter((server) => server !== "").map((server) => server.replaceAll(",", " "));
  const servers = typed.join(",");
  const isMoved = draft.method !== before.method;
  const wasServers = isMoved && draft.method === "dhcp" ? "" : before.servers.join(",");
  const lines: string[] = [];
  if (isMoved) lines.push(`ipv4.method=${draft.method}`);
  if (draft.method === "static") {
    const isReaddressed = draft.address !== before.address || draft.prefix !== before.prefix;
    if (isMoved || isReaddressed) lines.push(`ipv4.address=${draft.address}/${draft.prefix}`);
    if (draft.gateway !== before.gateway || (isMoved && draft.gateway !== ""))
      lines.push(`ipv4.gateway=${draft.gateway}`);
  }
  if (servers !== wasServers) lines.push(`ipv4.dns=${servers}`);
  return lines.map((line) => `${target.name}.${line}`);
}

/** What the terminal has only once. */
export function listTyped(settings: NetworkSettings, typedFields: Readonly<Record<string, string>>): readonly string[] {
  return (settings.settable ?? []).filter(isAcquirerField).flatMap((field) => {
    const typed = typedFields[field]?.trim();
    const isSame = typed === undefined || typed === (printAcquirerField(settings, field) ?? "");
    return isSame ? [] : [`${field}=${typed}`];
  });
}
