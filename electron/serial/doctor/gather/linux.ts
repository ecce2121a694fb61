// Linux: what hangs on USB from /sys, rights from the device file and /etc/group, holders from /proc. Nothing is started
// and nothing opened.
import { constants } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { readLine, type SystemFolders, systemFolders } from "../../list-linux.ts";
import { repairText } from "../../repair-text.ts";
import { nameUsbDevice } from "../../usb-names.ts";
import type { Permission, UsbDevice } from "../facts.ts";

/** USB's class numbers: a hub; communication, which modems and most terminals have; its data half. */
const hub = "09";
const communication = "02";

export async function listUsbDevices({
  sys,
  dev,
}: SystemFolders = systemFolders): Promise<readonly UsbDevice[] | null> {
  const folder = join(sys, "bus/usb/devices");
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const devices = await Promise.all(
    names
      // 1-1.4 is a device, 1-1.4:1.0 one of its interfaces, usb1 a root hub.
      .filter((name) => /^\d+-[\d.]+$/.test(name))
      .map(async (name) => {
        const interfaces = names.filter((other) => other.startsWith(`${name}:`)).map((other) => join(folder, other));
        return describeDevice(join(folder, name), interfaces, dev);
      }),
  );
  return devices.filter((device) => device !== null);
}

async function describeDevice(folder: string, interfaces: readonly string[], dev: string): Promise<UsbDevice | null> {
  const read = (file: string): Promise<string | null> => readLine(join(folder, file));
  if ((await read("bDeviceClass")) === hub) return null;
  const [vendorId, productId] = [await read("idVendor"), await read("idProduct")];
  const known = nameUsbDevice(vendorId, productId);
  const classes = await Promise.all(interfaces.map((each) => readLine(join(each, "bInterfaceClass"))));
  const ports = (await Promise.all(interfaces.map(listPortsOf))).flat();
  const name = (await read("product")) ?? known?.product ?? known?.vendor ?? null;
  return {
    // The number is another one each time it is plugged in.
    key: `${folder} ${(await read("devnum")) ?? ""}`,
    name: name === null ? null : repairText(name),
    vendorId,
    productId,
    isSerial: (known !== null && known.product !== null) || classes.includes(communication),
    problem: null,
    ports: ports.map((port) => join(dev, port)),
  };
}

/** cdc_acm keeps its ports in a folder `tty`, the serial converters theirs in the interface itself. */
async function listPortsOf(folder: string): Promise<readonly string[]> {
  const [inside, below] = await Promise.all([
    readdir(folder).catch(() => []),
    readdir(join(folder, "tty")).catch(() => []),
  ]);
  return [...inside, ...below].filter((name) => /^tty[A-Z].*\d$/.test(name));
}

/** Null where there is no such device. */
export async function readPermission(path: string): Promise<Permission | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  const may = await access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  const groups = parseGroups(await readFile("/etc/group", "utf8").catch(() => ""));
  const group = (found.mode & 0o060) === 0o060 ? groups.find(({ id }) => id === found.gid) : undefined;
  const user = nameUser();
  const isMember = group?.members.includes(user) ?? false;
  const isActive = process.getgroups?.().includes(found.gid) ?? false;
  return { may, group: group?.name ?? null, user, isPending: !may && isMember && !isActive };
}

interface Group {
  readonly name: string;
  readonly id: number;
  readonly members: readonly string[];
}

/** `dialout:x:20:anna,bert` */
function parseGroups(text: string): readonly Group[] {
  return text.split("\n").flatMap((line) => {
    const [name, , id, members = ""] = line.split(":");
    return name === undefined || id === undefined ? [] : [{ name, id: Number(id), members: members.split(",") }];
  });
}

function nameUser(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry, as in many containers.
    return `uid ${process.getuid?.() ?? "?"}`;
  }
}
