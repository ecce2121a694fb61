// What this terminal was set to when it last was good: the settings that a push left, read back and confirmed.
import type { Output } from "../../contract/commands.ts";
import type { HistoryEntry } from "../../contract/history.ts";
import type { Handlers } from "../../contract/server.ts";
import { makeFailure } from "../../core/failures/failure.ts";
import { fail, type Result, succeed } from "../../core/failures/result.ts";
import type { IpSettings, NetworkSettings } from "../../core/settings/network-settings.ts";
import { eachPush, loadOpen } from "../records/push-log.ts";
import { describeTerminal, isSameTerminal } from "../records/pushed-terminal.ts";
import type { Records } from "../records/records.ts";
import type { OpenSession, Sessions } from "../sessions.ts";

type Healthy = Output<"diagnosis.healthy">["healthy"];
type Value = NonNullable<Healthy>["values"][number];

/** More pushes than one terminal ever sees; older ones tell nothing any more. */
const mostLookedAt = 1000;

export function answerHealthy(sessions: Sessions, records: Records): Pick<Handlers, "diagnosis.healthy"> {
  return {
    "diagnosis.healthy": ({ session }) => sessions.use(session, async (open) => findHealthy(open, records)),
  };
}

/** Null where none is on record, or the sign-in after it failed. Failures: those of the records. */
function findHealthy(open: OpenSession, records: Records): Result<Output<"diagnosis.healthy">> {
  const { reading } = open;
  if (reading === null) return fail(makeFailure("no-answer"));
  const terminal = describeTerminal(reading, open.port);
  const found = records.read((database): Healthy => {
    for (const entry of eachPush(database, null, mostLookedAt)) {
      if (!isGood(entry) || !isSameTerminal(entry.terminal, terminal)) continue;
      return { at: entry.endedAt ?? entry.at, values: listLeft(loadOpen(database, entry.id).before, entry) };
    }
    return null;
  });
  return found.ok ? succeed({ healthy: found.value ?? null }) : found;
}

function isGood({ outcome, signedIn }: HistoryEntry): boolean {
  return outcome === "confirmed" && signedIn !== "failed";
}

/** As they were read before, with what was changed. */
function listLeft(before: NetworkSettings, { changes }: HistoryEntry): readonly Value[] {
  const own = before.interfaces.filter(({ kind }) => kind !== "loopback" && kind !== "virtual");
  const read = own.flatMap(({ name, ipv4, cellular }): readonly Value[] => [
    ...(ipv4 === null ? [] : listIpv4(name, ipv4)),
    ...(cellular == null ? [] : [{ interface: name, field: "apn", value: cellular.apn }]),
  ]);
  return read.map((one) => {
    const change = changes.find(({ interface: name, field }) => name === one.interface && field === one.field);
    return change === undefined ? one : { ...one, value: change.to };
  });
}

/** What a DHCP server gives is not a setting. */
function listIpv4(name: string, { method, address, prefixLength, gateway, dns }: IpSettings): readonly Value[] {
  const how = { interface: name, field: "ipv4.method", value: method };
  if (method === "dhcp" || method === "link-local") return [how];
  return [
    how,
    { interface: name, field: "ipv4.address", value: address === null ? null : `${address}/${prefixLength ?? "?"}` },
    { interface: name, field: "ipv4.gateway", value: gateway },
    { interface: name, field: "ipv4.dns", value: dns.length === 0 ? null : dns.join(",") },
  ];
}
