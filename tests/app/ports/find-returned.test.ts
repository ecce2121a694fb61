import { expect, test } from "vitest";
import { findReturned } from "../../../electron/app/ports/find-returned.ts";
import type { ListedPort } from "../../../electron/contract/commands.ts";

const at = (path: string, serialNumber: string | null, productId = "7523"): ListedPort => ({
  path,
  kind: "serial",
  label: null,
  manufacturer: null,
  serialNumber,
  vendorId: "1a86",
  productId,
  permitted: true,
});
const usb0 = "/dev/ttyUSB0";
const usb1 = "/dev/ttyUSB1";

test.for<[string, ListedPort, readonly ListedPort[], unknown]>([
  ["it is there again at its place", at(usb0, "A7"), [at(usb0, "A7")], { port: usb0, isSame: true }],
  ["it came back at another place", at(usb0, "A7"), [at(usb1, "A7")], { port: usb1, isSame: true }],
  ["another terminal took its place", at(usb0, "A7"), [at(usb0, "B9")], null],
  ["both changed places", at(usb0, "A7"), [at(usb0, "B9"), at(usb1, "A7")], { port: usb1, isSame: true }],
  ["two have the same number", at(usb0, "A7"), [at(usb0, "A7"), at(usb1, "A7")], { port: usb0, isSame: false }],
  ["it has no number", at(usb0, null), [at(usb0, null)], { port: usb0, isSame: false }],
  ["it has no number and another place has the same chip", at(usb0, null), [at(usb1, null)], null],
  ["its chip has the number of all its kind", at(usb0, "0001"), [at(usb0, "0001")], { port: usb0, isSame: false }],
  ["its place has another chip", at(usb0, null), [at(usb0, null, "5523")], null],
  ["nothing is there", at(usb0, "A7"), [], null],
])("%s", ([, lost, ports, expected]) => {
  expect(findReturned(lost, ports)).toEqual(expected);
});
