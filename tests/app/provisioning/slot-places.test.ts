import { expect, test } from "vitest";
import { findPlaces, findWeakHubs } from "../../../electron/app/provisioning/slot-places.ts";
import type { ListedPort } from "../../../electron/contract/commands.ts";

function port(
  path: string,
  location: string | null,
  changed: Partial<NonNullable<ListedPort["usb"]>> = {},
): ListedPort {
  const usb = location === null ? null : { location, hub: "1-1", isHubPowered: false, milliamps: 250, ...changed };
  const nothing = { label: null, manufacturer: null, serialNumber: null, vendorId: null, productId: null };
  return { ...nothing, path, kind: path.startsWith("demo:") ? "demo" : "serial", permitted: true, usb };
}

test("all ports means the serial devices of USB: no built-in port, no demo terminal", () => {
  const ports = [port("/dev/ttyS0", null), port("/dev/ttyUSB0", "1-1.2"), port("demo:linux", null)];
  expect(findPlaces(null, ports, [])).toEqual([{ slot: "1-1.2", port: "/dev/ttyUSB0" }]);
});

test("only the ports that were named are ever taken, whatever else is plugged in", () => {
  const ports = [port("/dev/ttyUSB0", "1-1.2"), port("/dev/ttyUSB1", "1-1.3")];
  const first = findPlaces(["/dev/ttyUSB0", "tcp:127.0.0.1:4001"], ports, []);
  const later = findPlaces(["/dev/ttyUSB0", "tcp:127.0.0.1:4001"], [...ports, port("/dev/ttyUSB2", "1-1.4")], first);
  expect(later).toEqual([
    { slot: "1-1.2", port: "/dev/ttyUSB0" },
    { slot: "tcp:127.0.0.1:4001", port: "tcp:127.0.0.1:4001" },
  ]);
});

test("a slot stays when its cable is pulled, and follows the place when the port comes back under another name", () => {
  const before = findPlaces(["/dev/ttyUSB0"], [port("/dev/ttyUSB0", "1-1.2")], []);
  const pulled = findPlaces(["/dev/ttyUSB0"], [port("/dev/ttyUSB9", "1-4")], before);
  const back = findPlaces(["/dev/ttyUSB0"], [port("/dev/ttyUSB5", "1-1.2")], pulled);
  expect([pulled, back]).toEqual([[{ slot: "1-1.2", port: null }], [{ slot: "1-1.2", port: "/dev/ttyUSB5" }]]);
});

test("a hub is too weak when what hangs on it asks for more than it may hand on; a terminal with two ports counts once", () => {
  const ports = [port("/dev/ttyACM0", "1-1.2"), port("/dev/ttyACM1", "1-1.2"), port("/dev/ttyACM2", "1-1.3")];
  const powered = ports.map((one) => (one.usb ? { ...one, usb: { ...one.usb, isHubPowered: true } } : one));
  expect([findWeakHubs(ports), findWeakHubs(ports.slice(0, 2)), findWeakHubs(powered)]).toEqual([
    [{ hub: "1-1", terminals: 2, milliamps: 500 }],
    [],
    [],
  ]);
});
