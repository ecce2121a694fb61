import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPorts } from "../../electron/serial/list-ports.ts";
import { listUsbDevices } from "../../electron/serial/doctor/gather/linux.ts";
import { nameUsbDevice } from "../../electron/serial/usb-names.ts";
import { makeSystemTree, type SystemTree } from "./system-tree.ts";

describe.skipIf(process.platform !== "linux")("on Linux, the list of ports", () => {
  let tree: SystemTree;
  beforeEach(() => (tree = makeSystemTree()));
  afterEach(() => tree.remove());
  const addDevice = (name: string): void => writeFileSync(join(tree.dev, name), "");
  const paths = async (): Promise<readonly string[]> =>
    (await listPorts(tree)).map(({ path }) => path.slice(tree.dev.length + 1));

  test("has a USB adapter with its ids, its number and its name in words, without any program", async () => {
    tree.plug({ socket: "1-1.4", vendorId: "1a86", productId: "7523", serial: "A1", tty: "ttyUSB0" });
    addDevice("ttyUSB0");
    const path = process.env["PATH"];
    process.env["PATH"] = "/nowhere";
    const [port] = await listPorts(tree).finally(() => (process.env["PATH"] = path));
    expect(port).toMatchObject({
      vendorId: "1a86",
      productId: "7523",
      serialNumber: "A1",
      manufacturer: "QinHeng Electronics",
      product: "CH340 serial converter",
    });
  });

  test("says the name that the device gives itself, Chinese as it was meant", async () => {
    const product = Buffer.from([0xd6, 0xd5, 0xb6, 0xcb]).toString("latin1");
    tree.plug({ socket: "1-1", vendorId: "1234", productId: "0001", product, tty: "ttyACM0" });
    addDevice("ttyACM0");
    expect((await listPorts(tree))[0]?.product).toBe("终端");
  });

  test("says where a device hangs, whether its hub has a supply, and what the device asks for", async () => {
    const folder = join(tree.sys, "devices/usb1");
    writeFileSync(join(folder, "bmAttributes"), "a0\n");
    tree.plug({ socket: "1-1.4", vendorId: "1234", productId: "0001", tty: "ttyACM0" });
    writeFileSync(join(folder, "1-1.4/bMaxPower"), "500mA\n");
    addDevice("ttyACM0");
    expect((await listPorts(tree))[0]?.usb).toEqual({
      location: "1-1.4",
      hub: "1-1",
      isHubPowered: false,
      milliamps: 500,
    });
  });

  test("counts as people do", async () => {
    for (const name of ["ttyUSB10", "ttyUSB2", "ttyACM0"]) addDevice(name);
    expect(await paths()).toEqual(["ttyACM0", "ttyUSB2", "ttyUSB10"]);
  });

  test("leaves out what is no serial port, and built-in ones without a UART", async () => {
    for (const name of ["tty1", "ttyS0", "ttyS1", "ptmx", "null"]) addDevice(name);
    for (const [name, type] of [
      ["ttyS0", "4"],
      ["ttyS1", "0"],
    ] as const) {
      mkdirSync(join(tree.sys, "class/tty", name), { recursive: true });
      writeFileSync(join(tree.sys, "class/tty", name, "type"), `${type}\n`);
    }
    expect(await paths()).toEqual(["ttyS0"]);
  });

  test("does without /sys", async () => {
    addDevice("ttyUSB0");
    const ports = await listPorts({ sys: join(tree.sys, "nothing"), dev: tree.dev });
    expect(ports.map(({ vendorId }) => vendorId)).toEqual([null]);
  });

  test("is empty where there is no /dev", async () => {
    expect(await listPorts({ sys: tree.sys, dev: join(tree.dev, "nothing") })).toEqual([]);
  });

  test.for([
    ["an adapter without a driver should have a port", { vendorId: "1a86", productId: "7523" }, true, []],
    [
      "a communication device of any maker should have one",
      { vendorId: "1234", productId: "1", interfaceClass: "02" },
      true,
      [],
    ],
    ["a device of another kind should not", { vendorId: "1234", productId: "1", interfaceClass: "03" }, false, []],
    ["an adapter with a driver has it", { vendorId: "1a86", productId: "7523", tty: "ttyUSB3" }, true, ["ttyUSB3"]],
  ] as const)("%s", async ([, plug, isSerial, ports]) => {
    tree.plug({ socket: "1-1", ...plug });
    const devices = await listUsbDevices(tree);
    expect(devices?.map((device) => [device.isSerial, device.ports])).toEqual([
      [isSerial, ports.map((name) => join(tree.dev, name))],
    ]);
  });

  test("a device that is pulled and plugged in again counts as new", async () => {
    const plug = { socket: "1-1", vendorId: "1a86", productId: "7523" };
    tree.plug(plug);
    const before = await listUsbDevices(tree);
    tree.unplug(plug);
    tree.plug(plug);
    const after = await listUsbDevices(tree);
    expect(after?.[0]?.key).not.toBe(before?.[0]?.key);
  });
});

test("a maker's id without a known product is named by the maker only", () => {
  expect(nameUsbDevice("11CA", "ffff")).toMatchObject({ vendor: "VeriFone Inc", product: null, role: "terminal" });
});
