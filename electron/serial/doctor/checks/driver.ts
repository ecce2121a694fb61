// A device that should have a serial port and has none: the driver is missing, refuses it, or was pushed aside.
import type { DoctorFacts, UsbDevice } from "../facts.ts";
import { nameUsbDevice } from "../../usb-names.ts";
import type { Verdict } from "../verdict.ts";
import { nameDevice } from "./device.ts";

/** Problem codes of Windows' Device Manager, https://support.microsoft.com/topic/error-codes-in-device-manager */
const windowsSayings = {
  10: "driver-cannot-start",
  22: "driver-disabled",
  28: "driver-missing",
  39: "driver-damaged",
  43: "driver-device-fault",
  45: "driver-unplugged",
  52: "driver-unsigned",
} as const;

export function checkDriver({ platform, devices, grabbers }: DoctorFacts): Verdict {
  const serial = (devices ?? []).filter(({ isSerial }) => isSerial);
  const phasedOut = serial.find(({ name }) => /PHASED OUT/i.test(name ?? ""));
  if (phasedOut) return { state: "wrong", saying: "driver-phased-out", values: describe(phasedOut) };
  const bare = serial.find(({ ports, problem }) => ports.length === 0 || (problem ?? 0) !== 0);
  if (!bare) return { state: serial.length > 0 ? "ok" : "not-needed", saying: chooseFine(serial) };
  const values = describe(bare);
  if (platform === "linux") {
    // It detaches the kernel's driver as soon as the adapter appears: the port is there for a second.
    const isPushedAside = grabbers.includes("brltty");
    return { state: "wrong", saying: isPushedAside ? "driver-brltty" : "driver-linux", values };
  }
  if (platform === "macos") return { state: "wrong", saying: "driver-macos", values };
  return { state: "wrong", saying: nameProblem(bare.problem ?? 0), values };
}

function chooseFine(serial: readonly UsbDevice[]): "driver-ok" | "driver-nothing" {
  return serial.length > 0 ? "driver-ok" : "driver-nothing";
}

function nameProblem(problem: number) {
  return problem in windowsSayings ? windowsSayings[problem as keyof typeof windowsSayings] : "driver-problem";
}

function describe(device: UsbDevice): Readonly<Record<string, string | number>> {
  const known = nameUsbDevice(device.vendorId, device.productId);
  return {
    name: nameDevice(device),
    ids: `${device.vendorId ?? "????"}:${device.productId ?? "????"}`,
    module: known?.linuxModule ?? "cdc_acm",
    driver: known?.windowsDriver ?? "?",
    code: device.problem ?? 0,
  };
}
