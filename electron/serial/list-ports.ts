// The ports of this PC. Listing opens nothing: opening would raise DTR on whatever hangs there.
import { constants } from "node:fs";
import { access, readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { SerialPort } from "serialport";
import { findHeld } from "./find-held.ts";

export interface ListedPort {
  /** What `--port` takes. */
  readonly path: string;
  readonly manufacturer: string | null;
  readonly serialNumber: string | null;
  /** USB ids, four hexadecimal digits. */
  readonly vendorId: string | null;
  readonly productId: string | null;
  /** Whether this user may open it; null where the system does not tell. */
  readonly permitted: boolean | null;
  /** Whether a program has it, this one too; null where the system does not tell. */
  readonly inUse: boolean | null;
}

export async function listPorts(): Promise<readonly ListedPort[]> {
  const listed = await listWithLibrary();
  const real = await Promise.all(listed.map(async (port) => ((await isPhantom(port.path)) ? [] : [port])));
  const ports = real.flat();
  const [permitted, held] = await Promise.all([
    Promise.all(ports.map(({ path }) => isPermitted(path))),
    findHeld(ports.map(({ path }) => path)),
  ]);
  return ports.map((port, place) => ({ ...port, permitted: permitted[place] ?? null, inUse: held[place] ?? null }));
}

type Found = Omit<ListedPort, "permitted" | "inUse">;

async function listWithLibrary(): Promise<readonly Found[]> {
  try {
    const ports = await SerialPort.list();
    return ports.map(({ path, manufacturer, serialNumber, vendorId, productId }) => ({
      path,
      manufacturer: manufacturer ?? null,
      serialNumber: serialNumber ?? null,
      vendorId: vendorId?.toLowerCase() ?? null,
      productId: productId?.toLowerCase() ?? null,
    }));
  } catch {
    // On Linux the library asks udevadm, which a small system may lack.
    return listDeviceFiles();
  }
}

async function listDeviceFiles(): Promise<readonly Found[]> {
  const names = await readdir("/dev").catch(() => []);
  return names
    .filter((name) => /^tty(?:S|USB|ACM|AMA|XRUSB|CH341USB)\d+$|^cu\.|^rfcomm\d+$/.test(name))
    .map((name) => ({ path: `/dev/${name}`, manufacturer: null, serialNumber: null, vendorId: null, productId: null }));
}

/** Linux makes /dev/ttyS0 to ttyS3 whether or not there is a UART: type 0 means that there is none. */
async function isPhantom(path: string): Promise<boolean> {
  if (!/^\/dev\/ttyS\d+$/.test(path)) return false;
  const type = await readFile(`/sys/class/tty/${basename(path)}/type`, "utf8").catch(() => "");
  return type.trim() === "0";
}

async function isPermitted(path: string): Promise<boolean | null> {
  if (!path.startsWith("/")) return null;
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}
