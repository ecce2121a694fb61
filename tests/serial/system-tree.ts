// Folders in the form of Linux's /sys and /dev, into which devices are plugged; the devices themselves may be real
// pseudo-terminals.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SystemFolders } from "../../electron/serial/list-linux.ts";

export interface UsbPlug {
  /** The socket, as Linux numbers it: `1-1.4`. */
  readonly socket: string;
  readonly vendorId: string;
  readonly productId: string;
  readonly serial?: string;
  readonly product?: string;
  /** The tty that its first interface has; none without a driver. */
  readonly tty?: string;
  readonly interfaceClass?: string;
}

export interface SystemTree extends SystemFolders {
  plug(plug: UsbPlug): void;
  unplug(plug: UsbPlug): void;
  remove(): void;
}

export function makeSystemTree(): SystemTree {
  const root = mkdtempSync(join(tmpdir(), "counterpart-sys-"));
  const [sys, dev] = [join(root, "sys"), join(root, "dev")];
  const bus = join(sys, "bus/usb/devices");
  for (const folder of [bus, dev, join(sys, "class/tty"), join(sys, "devices/usb1")])
    mkdirSync(folder, { recursive: true });
  let count = 0;
  const place = ({ socket }: UsbPlug): string => join(sys, "devices/usb1", socket);
  return {
    sys,
    dev,
    plug(plug) {
      const folder = place(plug);
      const half = join(folder, `${plug.socket}:1.0`);
      mkdirSync(half, { recursive: true });
      const facts = { idVendor: plug.vendorId, idProduct: plug.productId, serial: plug.serial, product: plug.product };
      for (const [name, value] of Object.entries({ ...facts, devnum: String(++count), bDeviceClass: "00" }))
        if (value !== undefined) writeFileSync(join(folder, name), `${value}\n`);
      writeFileSync(join(half, "bInterfaceClass"), `${plug.interfaceClass ?? "ff"}\n`);
      symlinkSync(folder, join(bus, plug.socket));
      symlinkSync(half, join(bus, `${plug.socket}:1.0`));
      if (plug.tty === undefined) return;
      mkdirSync(join(half, plug.tty, "tty", plug.tty), { recursive: true });
      mkdirSync(join(sys, "class/tty", plug.tty), { recursive: true });
      symlinkSync(join(half, plug.tty), join(sys, "class/tty", plug.tty, "device"));
    },
    unplug(plug) {
      rmSync(place(plug), { recursive: true });
      rmSync(join(bus, plug.socket));
      rmSync(join(bus, `${plug.socket}:1.0`));
      if (plug.tty !== undefined) rmSync(join(sys, "class/tty", plug.tty), { recursive: true });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
