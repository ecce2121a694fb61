// Written after the documentation of Win32_PnPEntity and of ConvertTo-Json; no Windows machine has confirmed it yet.
import { expect, test } from "vitest";
import { parseUsbReport } from "../../../electron/serial/doctor/gather/macos.ts";
import { parsePlugAndPlay } from "../../../electron/serial/doctor/gather/windows.ts";

interface Entity {
  readonly Name: string | null;
  readonly DeviceID: string;
  readonly ConfigManagerErrorCode: number;
  readonly PNPClass: string | null;
  readonly Service: string | null;
  readonly CompatibleID: readonly string[] | null;
}

const adapter: Entity = {
  Name: "USB-SERIAL CH340 (COM12)",
  DeviceID: "USB\\VID_1A86&PID_7523\\5&2C0E5B7&0&2",
  ConfigManagerErrorCode: 0,
  PNPClass: "Ports",
  Service: "CH341SER_A64",
  CompatibleID: ["USB\\Class_ff&SubClass_01&Prot_02", "USB\\Class_ff&SubClass_01", "USB\\Class_ff"],
};
const bare: Entity = { ...adapter, Name: "USB Serial", ConfigManagerErrorCode: 28, PNPClass: null, Service: null };

function parse(...entities: readonly Entity[]): unknown {
  const devices = parsePlugAndPlay(`\uFEFF${JSON.stringify(entities.length === 1 ? entities[0] : entities)}\r\n`);
  return devices?.map(({ vendorId, productId, isSerial, problem, ports }) => [
    `${vendorId}:${productId}`,
    isSerial,
    problem,
    ports,
  ]);
}

test("an adapter with its driver has its port", () => {
  expect(parse(adapter)).toEqual([["1a86:7523", true, 0, ["COM12"]]]);
});

test("an adapter without a driver is there with its code and without a port", () => {
  expect(parse(bare)).toEqual([["1a86:7523", true, 28, []]]);
});

test("an FTDI adapter is known by the ids in its own bus's name", () => {
  const ftdi = { ...adapter, Name: "USB Serial Port (COM4)", DeviceID: "FTDIBUS\\VID_0403+PID_6001+A50285BIA\\0000" };
  expect(parse(ftdi)).toEqual([["0403:6001", true, 0, ["COM4"]]]);
});

test("an unknown communication device without a driver should have a port", () => {
  const modem = { ...bare, DeviceID: "USB\\VID_1234&PID_0001\\1", CompatibleID: ["USB\\Class_02&SubClass_02&Prot_01"] };
  expect(parse(modem)).toEqual([["1234:0001", true, 28, []]]);
});

test("hubs and the whole of a device whose interfaces are listed are left out", () => {
  const hub = { ...adapter, DeviceID: "USB\\ROOT_HUB30\\4&1", Service: "USBHUB3", PNPClass: "USB" };
  const whole = { ...bare, DeviceID: "USB\\VID_10C4&PID_EA70\\0012", PNPClass: "USB" };
  const half = { ...adapter, Name: "CP2105 (COM7)", DeviceID: "USB\\VID_10C4&PID_EA70&MI_00\\6&1" };
  expect(parse(hub, whole, half)).toEqual([["10c4:ea70", true, 0, ["COM7"]]]);
});

test.for(["", "Get-CimInstance : Access denied", "{}", '[{"Name":1}]'])("%j is no list of devices", (text) => {
  expect(parsePlugAndPlay(text)).toBeNull();
});

const report = JSON.stringify({
  SPUSBDataType: [
    {
      _name: "USB31Bus",
      _items: [
        {
          _name: "USB2.0 Hub",
          vendor_id: "0x05e3  (Genesys Logic, Inc.)",
          product_id: "0x0610",
          _items: [{ _name: "USB Serial", vendor_id: "0x1a86", product_id: "0x7523", location_id: "0x01130000 / 5" }],
        },
      ],
    },
  ],
});

test("macOS: an adapter below a hub is without a port while Bluetooth's is the only one", () => {
  const devices = parseUsbReport(report, ["/dev/cu.Bluetooth-Incoming-Port"]);
  expect(devices?.map(({ name, isSerial, ports }) => [name, isSerial, ports])).toEqual([["USB Serial", true, []]]);
});

test("macOS: what is no report is no list of devices", () => {
  expect(parseUsbReport("{}", [])).toBeNull();
});
