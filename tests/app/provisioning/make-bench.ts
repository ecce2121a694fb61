// A bench of simulated terminals: an app with a register of its own, ports that a test plugs and unplugs.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createApp } from "../../../electron/app/app.ts";
import { openPreferences, type PreferencesParts } from "../../../electron/app/preferences/answer-preferences.ts";
import type { SecretKeeper } from "../../../electron/app/preferences/secret-keeper.ts";
import { type Client, createClient } from "../../../electron/contract/client.ts";
import type { Asked, ListedPort } from "../../../electron/contract/commands.ts";
import { createLoopback } from "../../../electron/contract/loopback-link.ts";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { serve } from "../../../electron/contract/server.ts";
import { makeFailure } from "../../../electron/core/failures/failure.ts";
import { fail, succeed } from "../../../electron/core/failures/result.ts";
import { type SimulatedTerminal, startTerminal } from "../../../electron/simulator/start-terminal.ts";
import type { TerminalOptions } from "../../../electron/simulator/terminal.ts";
import { awaitRun, keepSheet } from "./keep-sheet.ts";
import { hurry } from "../../contracts/fast-clock.ts";
import { take } from "../../peers/terminal-client.ts";
import { makeRecords, makeRecordsFolder } from "../make-records.ts";

/** Waits for silence cost no real time. */
const surroundings = hurry(8);

export interface Bench {
  readonly client: Client;
  /** Where each port was opened, one after the other. */
  readonly opened: readonly string[];
  /** Plugs a terminal in; the port's name is its location's. */
  readonly plug: (location: string, terminal: SimulatedTerminal) => void;
  readonly unplug: (location: string) => void;
  /** Imports and keeps a sheet: its rows as texts. */
  readonly keep: (sheet: string) => Promise<string>;
  readonly start: (plan: string, terms?: Partial<Asked<"provisioning.start">>) => Promise<void>;
  /** Waits until the cards are so; the test's own time limit ends it otherwise. */
  readonly until: (isSo: (run: Run) => boolean) => Promise<Run>;
  readonly close: () => Promise<void>;
}

/** A demo unit behind a bridge, with a serial number of its own: `CT3-000` and these digits. */
export async function makeTerminal(
  serialDigits: string,
  { name = "xcb", ...options }: TerminalOptions & { readonly name?: string } = {},
): Promise<SimulatedTerminal> {
  const made = await startTerminal(name, surroundings, { ...options, serialDigits });
  if (!made.ok) throw new Error(made.failure.message.en);
  return made.value;
}

/** The desktop's: the address of a shared register can be changed, and is kept as long as the test lasts. */
function preferInMemory(folder: string): PreferencesParts {
  let kept: string | null = null;
  const secret: SecretKeeper = {
    keeper: "system",
    read: async () => kept,
    keep: async (address) => {
      kept = address;
      return succeed(null);
    },
  };
  return { ...openPreferences(join(folder, "preferences.json"), {}), secret, isDesktop: true };
}

export function makeBench(folder: string = makeRecordsFolder()): Bench {
  const plugged = new Map<string, SimulatedTerminal>();
  const opened: string[] = [];
  const app = createApp({
    openPort: async (port) => {
      const location = port.replace("/dev/", "");
      opened.push(location);
      return plugged.get(location)?.connect() ?? fail(makeFailure("port-missing", { port }));
    },
    listPorts: async () => [...plugged.keys()].map(describePort),
    readSigns: async () => JSON.stringify([...plugged.keys()]),
    examinePorts: () => Promise.resolve({ checks: [], first: null, seen: [] }),
    surroundings,
    records: makeRecords(folder),
    capturesFolder: join(folder, "captures"),
    preferences: preferInMemory(folder),
    logs: { marks: null, opensPaths: true },
    register: { folder, connection: null, hostName: "bench 1", operator: "tester", newId: () => randomUUID() },
  });
  const [near, far] = createLoopback();
  serve(far, app.handlers);
  const client = createClient(near);
  return {
    client,
    opened,
    plug: (location, terminal) => plugged.set(location, terminal),
    unplug: (location) => {
      plugged.get(location)?.unplug();
      plugged.delete(location);
    },
    keep: (sheet) => keepSheet(client, sheet),
    start: async (plan, terms = {}) => {
      take(await client.call("provisioning.start", { plan, ports: null, operator: "Li", ...terms }));
    },
    until: (isSo) => awaitRun(client, isSo),
    close: async () => {
      await app.close();
      client.close();
      for (const terminal of plugged.values()) terminal.powerOff();
    },
  };
}

function describePort(location: string): ListedPort {
  return {
    path: `/dev/${location}`,
    kind: "serial",
    label: null,
    manufacturer: null,
    serialNumber: null,
    vendorId: "1a86",
    productId: "7523",
    permitted: true,
    usb: { location, hub: "1-1", isHubPowered: false, milliamps: 250 },
  };
}
