// A push as it is recorded, on a terminal that a test may change.
import { randomUUID } from "node:crypto";
import type { BegunPush } from "../../../electron/app/records/push-log.ts";
import type { PushedTerminal } from "../../../electron/contract/history.ts";
import { makeChange, makeReading } from "../../core/push/scripted-session.ts";

export const till: PushedTerminal = {
  family: "scripted",
  serialNumber: "SN-1",
  hostName: "till",
  macs: ["02:00:00:00:00:01"],
  port: "/dev/ttyUSB0",
};

export function makeBegun(terminal: Partial<PushedTerminal> = {}): BegunPush {
  return {
    id: randomUUID(),
    terminal: { ...till, ...terminal },
    plan: makeChange("ipv4.gateway", "192.168.1.1", "192.168.1.254"),
    before: makeReading({}),
    tests: [],
    revertSeconds: 90,
    undoes: null,
  };
}
