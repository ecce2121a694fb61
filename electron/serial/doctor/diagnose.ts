// A question about the cable -> the facts of this system -> what the checks say. Opens no port, sends nothing, needs no
// administrator.
import { listPorts } from "../list-ports.ts";
import { examine, type Diagnosis } from "./examine.ts";
import type { DoctorFacts, Question, UsbDevice } from "./facts.ts";
import { isRemote } from "./checks/device.ts";

export interface Diagnosed extends Diagnosis {
  /** What is plugged in now, for the question after it. */
  readonly seen: readonly string[];
}

/** Programs that open serial ports which nobody gave them, by their processes' names. */
const knownGrabbers = ["ModemManager", "brltty", "gpsd"] as const;

export async function diagnose(asked: Question): Promise<Diagnosed> {
  const facts = await gather(asked);
  return { ...examine(facts), seen: (facts.devices ?? []).map(({ key }) => key) };
}

async function gather(asked: Question): Promise<DoctorFacts> {
  const platform = namePlatform(process.platform);
  const ports = await listPorts().catch(() => null);
  const local = isRemote(asked.port) ? null : asked.port;
  const nothing = { permission: null, holders: [], grabbers: [] };
  if (platform !== "linux") {
    const devices = await listDevices(platform, ports?.map(({ path }) => path) ?? []);
    return { platform, asked, ports, devices, ...nothing };
  }
  const [{ listUsbDevices, readPermission }, { findHolders, findRunning }] = await Promise.all([
    import("./gather/linux.ts"),
    import("./gather/find-holders.ts"),
  ]);
  const [devices, grabbers] = await Promise.all([listUsbDevices(), findRunning(knownGrabbers)]);
  const about = { platform, asked, ports, devices, grabbers };
  if (local === null) return { ...about, permission: null, holders: [] };
  return { ...about, permission: await readPermission(local), holders: await findHolders(local) };
}

async function listDevices(
  platform: DoctorFacts["platform"],
  ports: readonly string[],
): Promise<readonly UsbDevice[] | null> {
  if (platform === "windows") return (await import("./gather/windows.ts")).listPlugAndPlay();
  return platform === "macos" ? (await import("./gather/macos.ts")).listMacDevices(ports) : null;
}

function namePlatform(platform: NodeJS.Platform): DoctorFacts["platform"] {
  if (platform === "linux") return "linux";
  if (platform === "win32") return "windows";
  return platform === "darwin" ? "macos" : "other";
}
