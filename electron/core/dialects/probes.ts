// Every byte that is sent to a terminal before it is known what it is, in this order. Each is harmless to the families
// before it and after it: a carriage return is an empty line, `AT` asks a modem whether it is there, and the greeting of
// ADB and XCB holds no line end, so that a console keeps it as a line nobody has finished.
import { adbPayloadLimit, adbVersion, printAdbMessage } from "../frames/adb-message.ts";

interface Probe {
  readonly bytes: string;
  /** Milliseconds in which an answer begins. */
  readonly within: number;
  /** Whether it may be sent at a rate that is only being tried: a greeting at the wrong one is noise that may be obeyed. */
  readonly whileScanning: boolean;
}

export const probes = {
  "carriage-return": { bytes: "\r", within: 900, whileScanning: true },
  "attention": { bytes: "AT\r", within: 400, whileScanning: false },
  "adb-connect": {
    bytes: printAdbMessage({ command: "CNXN", arg0: adbVersion, arg1: adbPayloadLimit, payload: "host::\0" }),
    within: 500,
    whileScanning: false,
  },
} as const satisfies Readonly<Record<string, Probe>>;

export type ProbeName = keyof typeof probes;

export const probeOrder: readonly ProbeName[] = ["carriage-return", "attention", "adb-connect"];
