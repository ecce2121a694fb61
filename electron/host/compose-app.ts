// The parts of the app on this side: real ports, demo terminals, the real clock.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { type App, type AppParts, createApp } from "../app/app.ts";
import { nodeSurroundings } from "../app/node-surroundings.ts";
import { Records } from "../app/records/records.ts";
import type { ListedPort } from "../contract/commands.ts";
import type { OpenPort } from "../core/bytes/byte-port.ts";
import { listPorts } from "../serial/list-ports.ts";
import { readSigns } from "../serial/read-signs.ts";
import { openRfc2217 } from "../serial/open-rfc2217.ts";
import { openSerial } from "../serial/open-serial.ts";
import { openTcp } from "../serial/open-tcp.ts";
import { findDescriptionPlaces, findRecordsFolder, namePerson } from "./records-folder.ts";

const openPort: OpenPort = async (name, line, signal) => {
  if (name.startsWith("tcp:")) return openTcp(name, signal);
  if (name.startsWith("rfc2217:")) return openRfc2217(name, line, signal);
  if (!name.startsWith("demo:")) return openSerial(name, line);
  // The simulated machine is a large module that only a demo needs.
  const { openRatedPort } = await import("../simulator/rated-port.ts");
  return openRatedPort(name, line, nodeSurroundings);
};

const examinePorts: AppParts["examinePorts"] = async (question) => {
  const { diagnose } = await import("../serial/doctor/diagnose.ts");
  return diagnose(question);
};

async function listEverything(): Promise<readonly ListedPort[]> {
  const { listDemoTerminals } = await import("../simulator/catalogue.ts");
  // Where the system gives no list, ports can be typed, and the doctor says so.
  const serial = await listPorts().catch(() => []);
  const nothing = { manufacturer: null, product: null, serialNumber: null, vendorId: null, productId: null };
  return [
    ...serial.map((port) => ({ ...port, kind: "serial" as const, label: null })),
    ...listDemoTerminals().map(({ name, title }) => ({
      ...nothing,
      path: `demo:${name}`,
      kind: "demo" as const,
      label: title,
      permitted: true,
    })),
  ];
}

export interface ComposeOptions {
  /** Where pushes are recorded; this user's folder when left out. */
  readonly recordsFolder?: string;
  readonly capturesFolder?: string;
  /** Who asks may name files of this PC: the desktop's window, where a person dropped them, and the command line. */
  readonly opensPaths?: boolean;
  /** Whether the raw console may be opened: in the desktop window, and in a browser where a person asked for it. */
  readonly allowsConsole?: boolean;
}

export function composeApp(options: ComposeOptions = {}): App {
  const { recordsFolder = findRecordsFolder(process.platform, process.env) } = options;
  const {
    capturesFolder = join(dirname(recordsFolder), "captures"),
    opensPaths = false,
    allowsConsole = false,
  } = options;
  const records = new Records({ folder: recordsFolder, who: namePerson(), wallTime: () => Date.now() });
  return createApp({
    openPort,
    listPorts: listEverything,
    readSigns,
    examinePorts,
    surroundings: nodeSurroundings,
    records,
    descriptions: findDescriptionPlaces(recordsFolder),
    logs: { marks: join(recordsFolder, "log-marks"), opensPaths },
    capturesFolder,
    register: {
      folder: recordsFolder,
      connection: process.env["COUNTERPART_DATABASE_URL"] || null,
      hostName: hostname(),
      operator: namePerson(),
      newId: () => randomUUID(),
    },
    allowsConsole,
  });
}
