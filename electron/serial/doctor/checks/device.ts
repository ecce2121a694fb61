// Whether anything is plugged in that could be a terminal, and which port is its own.
import type { DoctorFacts, UsbDevice } from "../facts.ts";
import type { Verdict } from "../verdict.ts";

export function checkListing({ ports }: DoctorFacts): Verdict {
  return ports === null ? { state: "odd", saying: "listing-none" } : { state: "ok", saying: "listing-ok" };
}

/** A cable that only charges shows as nothing at all, so what is certain needs a second look after plugging in. */
export function checkDevice({ ports, devices, asked }: DoctorFacts): Verdict {
  if (isRemote(asked.port)) return { state: "not-needed", saying: "device-remote" };
  const fresh = findFresh(devices, asked.seen);
  const [first] = fresh;
  if (first) return { state: "ok", saying: "device-appeared", values: { name: nameDevice(first) } };
  const count = Math.max(listUsbPorts(ports).length, (devices ?? []).filter(({ isSerial }) => isSerial).length);
  if (count > 0) return { state: "ok", saying: "device-there", values: { count } };
  if (ports?.some(({ path }) => path === asked.port)) return { state: "ok", saying: "device-built-in-chosen" };
  if (asked.seen !== null && devices !== null) return { state: "wrong", saying: "device-nothing-new" };
  const [builtIn] = ports ?? [];
  return builtIn
    ? { state: "unknown", saying: "device-built-in", values: { port: builtIn.path } }
    : { state: "unknown", saying: "device-none" };
}

/** A port that is built into this PC is there whatever is plugged into it. */
function listUsbPorts(ports: DoctorFacts["ports"]): readonly unknown[] {
  return (ports ?? []).filter(({ vendorId }) => vendorId !== null);
}

/** Several ports look alike; the one that goes and comes with the cable is the terminal's. */
export function checkWhich({ ports, devices, asked }: DoctorFacts): Verdict {
  const path = findFreshPort(devices, asked.seen);
  if (asked.port !== null) return { state: "not-needed", saying: "which-chosen" };
  if (path !== null) return { state: "ok", saying: "which-fresh", values: { port: path } };
  const count = ports?.length ?? 0;
  if (count > 1) return { state: "odd", saying: "which-several", values: { count } };
  const [only] = ports ?? [];
  return only
    ? { state: "ok", saying: "which-only", values: { port: only.path } }
    : { state: "not-needed", saying: "which-none" };
}

export function findFreshPort(devices: DoctorFacts["devices"], seen: readonly string[] | null): string | null {
  return findFresh(devices, seen).flatMap((device) => device.ports)[0] ?? null;
}

function findFresh(devices: readonly UsbDevice[] | null, seen: readonly string[] | null): readonly UsbDevice[] {
  return seen === null ? [] : (devices ?? []).filter(({ key }) => !seen.includes(key));
}

export function nameDevice({ name, vendorId, productId }: UsbDevice): string {
  return name ?? `USB ${vendorId ?? "?"}:${productId ?? "?"}`;
}

export function isRemote(port: string | null): boolean {
  return port !== null && /^(?:tcp|rfc2217|demo):/.test(port);
}
