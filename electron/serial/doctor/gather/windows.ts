// Windows: plug-and-play devices from CIM, which any user may ask (Win32_PnPEntity; the property PNPClass came with
// Windows 10). node-serialport lists only what has a driver already; this shows what has none, with the problem code of
// the Device Manager. JSON, because pnputil answers in the system's language.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { repairText } from "../../repair-text.ts";
import { nameUsbDevice } from "../../usb-names.ts";
import type { UsbDevice } from "../facts.ts";

/** Milliseconds; a slow till takes some seconds to start PowerShell. */
const patience = 15_000;

const query = [
  "[Console]::OutputEncoding = [Text.Encoding]::UTF8;",
  "Get-CimInstance Win32_PnPEntity |",
  "Where-Object { $_.DeviceID -like 'USB*' -or $_.DeviceID -like 'FTDIBUS*' -or $_.PNPClass -eq 'Ports' } |",
  "Select-Object Name, DeviceID, ConfigManagerErrorCode, PNPClass, Service, CompatibleID |",
  "ConvertTo-Json -Compress -Depth 3",
].join(" ");

const entitySchema = z.object({
  Name: z.string().nullish(),
  DeviceID: z.string(),
  ConfigManagerErrorCode: z.number().nullish(),
  PNPClass: z.string().nullish(),
  Service: z.string().nullish(),
  CompatibleID: z.array(z.string()).nullish(),
});
type Entity = z.infer<typeof entitySchema>;

export async function listPlugAndPlay(): Promise<readonly UsbDevice[] | null> {
  const system = process.env["SystemRoot"] ?? "C:\\Windows";
  const shell = join(system, "System32\\WindowsPowerShell\\v1.0\\powershell.exe");
  const text = await run(shell, ["-NoProfile", "-NonInteractive", "-Command", query]);
  return text === null ? null : parsePlugAndPlay(text);
}

/** What the query prints; one device alone is no list. Null for what is no such answer. */
export function parsePlugAndPlay(text: string): readonly UsbDevice[] | null {
  const content = readJson(text);
  const parsed = z.array(entitySchema).safeParse(Array.isArray(content) ? content : [content]);
  if (!parsed.success) return null;
  return parsed.data.filter(isDevice).map(describeEntity);
}

/** Hubs, and the whole of a device whose interfaces (`&MI_00`) are listed beside it, are nobody's trouble. */
function isDevice({ Service, DeviceID }: Entity, _place: number, all: readonly Entity[]): boolean {
  if (/^(?:usbhub3?|USBHUB|usbccgp)$/i.test(Service ?? "") || /ROOT_HUB/i.test(DeviceID)) return false;
  return DeviceID.includes("&MI_") || !all.some((other) => other.DeviceID.startsWith(`${wholeOf(DeviceID)}&MI_`));
}

function wholeOf(deviceId: string): string {
  return deviceId.split("\\").slice(0, 2).join("\\");
}

function describeEntity({ Name, DeviceID, ConfigManagerErrorCode, PNPClass, CompatibleID }: Entity): UsbDevice {
  const [, vendor, product] = /VID_([0-9A-F]{4})[&+]PID_([0-9A-F]{4})/i.exec(DeviceID) ?? [];
  const [vendorId, productId] = [vendor?.toLowerCase() ?? null, product?.toLowerCase() ?? null];
  const known = nameUsbDevice(vendorId, productId);
  const problem = ConfigManagerErrorCode ?? 0;
  const [, port] = /\((COM\d+)\)/.exec(Name ?? "") ?? [];
  // Class_02 is USB's number for communication devices, with or without a driver.
  const isCommunication = CompatibleID?.some((id) => /Class_02/i.test(id)) ?? false;
  return {
    key: DeviceID,
    name: Name === null || Name === undefined ? null : repairText(Name),
    vendorId,
    productId,
    isSerial: PNPClass === "Ports" || (known !== null && known.product !== null) || isCommunication,
    problem,
    ports: port === undefined || problem !== 0 ? [] : [port],
  };
}

function run(program: string, words: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, words, { timeout: patience, windowsHide: true, maxBuffer: 4 * 1024 * 1024 }, (error, text) =>
      resolve(error ? null : text),
    );
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
