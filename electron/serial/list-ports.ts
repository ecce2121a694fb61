// The ports of this PC. Listing opens nothing: opening would raise DTR on whatever hangs there.
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { findHeld } from "./find-held.ts";
import { type FoundPort, listLinuxPorts, type SystemFolders, systemFolders, type UsbPlace } from "./list-linux.ts";
import { repairText } from "./repair-text.ts";
import { nameUsbDevice } from "./usb-names.ts";

export interface ListedPort {
  /** What `--port` takes. */
  readonly path: string;
  readonly manufacturer: string | null;
  /** What it calls itself, or what the public list of USB ids calls it. */
  readonly product: string | null;
  readonly serialNumber: string | null;
  /** USB ids, four hexadecimal digits. */
  readonly vendorId: string | null;
  readonly productId: string | null;
  /** Null: no USB device, or the system does not tell. */
  readonly usb: UsbPlace | null;
  /** Whether this user may open it; null where the system does not tell. */
  readonly permitted: boolean | null;
  /** Whether a program has it, this one too; null where the system does not tell. */
  readonly inUse: boolean | null;
}

/** Rejects where the system gives no list at all. */
export async function listPorts(folders: SystemFolders = systemFolders): Promise<readonly ListedPort[]> {
  const ports = process.platform === "linux" ? await listLinuxPorts(folders) : await listWithLibrary();
  const [permitted, held] = await Promise.all([
    Promise.all(ports.map(({ path }) => isPermitted(path))),
    findHeld(ports.map(({ path }) => path)),
  ]);
  return ports.map((port, place) => ({
    ...port,
    ...namePort(port),
    permitted: permitted[place] ?? null,
    inUse: held[place] ?? null,
  }));
}

async function listWithLibrary(): Promise<readonly FoundPort[]> {
  const { SerialPort } = await import("serialport");
  const ports = await SerialPort.list();
  return ports.map(({ path, manufacturer, serialNumber, vendorId, productId, locationId, ...rest }) => ({
    path,
    manufacturer: manufacturer ?? null,
    // Windows only: the name that its Device Manager shows.
    product: "friendlyName" in rest && typeof rest.friendlyName === "string" ? rest.friendlyName : null,
    serialNumber: serialNumber ?? null,
    vendorId: vendorId?.toLowerCase() ?? null,
    productId: productId?.toLowerCase() ?? null,
    usb: locationId ? { location: locationId, hub: null, isHubPowered: null, milliamps: null } : null,
  }));
}

function namePort({ manufacturer, product, vendorId, productId }: FoundPort) {
  const known = nameUsbDevice(vendorId, productId);
  return {
    manufacturer: manufacturer === null ? (known?.vendor ?? null) : repairText(manufacturer),
    product: product === null ? (known?.product ?? null) : repairText(product),
  };
}

async function isPermitted(path: string): Promise<boolean | null> {
  if (!path.startsWith("/")) return null;
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}
