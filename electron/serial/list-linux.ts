// Linux's serial ports from /sys and /dev, without a program besides: node-serialport would start udevadm, which a small
// system lacks and which costs more than the whole list.
//
//   /sys/class/tty/NAME/device -> ... -> the folder of the USB device: idVendor, idProduct, manufacturer, product, serial
import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export interface FoundPort {
  readonly path: string;
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly serialNumber: string | null;
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly usb: UsbPlace | null;
}

/** Where on the USB a device hangs: what stays the same while terminals come and go. */
export interface UsbPlace {
  /** `1-4.2`: second port of the hub at the fourth port of bus 1. Windows and macOS have forms of their own. */
  readonly location: string;
  /** The hub's location; null at the PC itself, or where the system does not tell. */
  readonly hub: string | null;
  /** Whether the hub has a supply of its own; null: not known. */
  readonly isHubPowered: boolean | null;
  /** What the device asks for at most. */
  readonly milliamps: number | null;
}

/** Where the system's own files are; tests have others. */
export interface SystemFolders {
  readonly sys: string;
  readonly dev: string;
}

export const systemFolders: SystemFolders = { sys: "/sys", dev: "/dev" };

const serialName = /^(?:tty(?:S|USB|ACM|AMA|XRUSB|CH341USB|WCH|O|MFD|MXUSB|GS|THS)|rfcomm)\d+$/;

export async function listLinuxPorts(folders: SystemFolders = systemFolders): Promise<readonly FoundPort[]> {
  const names = await listPortNames(folders);
  const found = await Promise.all(names.map((name) => describePort(name, folders)));
  return found.filter((port) => port !== null);
}

/** Names of devices that may be serial ports, in the order of people: ttyUSB2 before ttyUSB10. */
export async function listPortNames({ dev }: SystemFolders): Promise<readonly string[]> {
  const names = await readdir(dev).catch(() => []);
  const inOrder = new Intl.Collator("en", { numeric: true }).compare;
  return names.filter((name) => serialName.test(name)).sort(inOrder);
}

async function describePort(name: string, folders: SystemFolders): Promise<FoundPort | null> {
  if (await isPhantom(name, folders)) return null;
  const usb = await findUsbFolder(name, folders);
  const read = async (file: string): Promise<string | null> => (usb === null ? null : readLine(join(usb, file)));
  return {
    path: join(folders.dev, name),
    manufacturer: await read("manufacturer"),
    product: await read("product"),
    serialNumber: await read("serial"),
    vendorId: await read("idVendor"),
    productId: await read("idProduct"),
    usb: usb === null ? null : await describePlace(usb),
  };
}

/** A hub that is no root hub says in its configuration whether it has a supply of its own (USB 2.0, 9.6.3: bit 6). */
async function describePlace(folder: string): Promise<UsbPlace> {
  const location = basename(folder);
  const hub = location.includes(".") ? location.slice(0, location.lastIndexOf(".")) : null;
  const attributes = hub === null ? null : await readLine(join(dirname(folder), "bmAttributes"));
  const asked = /^(\d+)mA$/.exec((await readLine(join(folder, "bMaxPower"))) ?? "")?.[1];
  return {
    location,
    hub,
    isHubPowered: attributes === null ? null : (Number.parseInt(attributes, 16) & 0x40) !== 0,
    milliamps: asked === undefined ? null : Number(asked),
  };
}

/** Linux makes /dev/ttyS0 to ttyS3 whether or not there is a UART: type 0 means that there is none. */
async function isPhantom(name: string, { sys }: SystemFolders): Promise<boolean> {
  return name.startsWith("ttyS") && (await readLine(join(sys, "class/tty", name, "type"))) === "0";
}

/** A few folders up from the tty's own: interface, device; the root hub above has ids too, and is never reached first. */
async function findUsbFolder(name: string, { sys }: SystemFolders): Promise<string | null> {
  let folder = await realpath(join(sys, "class/tty", name, "device")).catch(() => null);
  for (let level = 0; folder !== null && level < 6 && basename(folder) !== "devices"; level++) {
    if ((await readLine(join(folder, "idVendor"))) !== null) return folder;
    folder = dirname(folder);
  }
  return null;
}

/** The first line of a small file of the system; null where it is not there or empty. */
export async function readLine(path: string): Promise<string | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  const [line = ""] = text.split("\n");
  return line.trim() === "" ? null : line.trim();
}
