import { describe, expect, test } from "vitest";
import { examine } from "../../../electron/serial/doctor/examine.ts";
import type { DoctorFacts, Permission, UsbDevice } from "../../../electron/serial/doctor/facts.ts";
import { sayingsEn } from "../../../electron/serial/doctor/texts/en.ts";
import { sayingsZhCn } from "../../../electron/serial/doctor/texts/zh-cn.ts";
import type { ListedPort } from "../../../electron/serial/list-ports.ts";

const port = (path: string, changed: Partial<ListedPort> = {}): ListedPort => ({
  path,
  manufacturer: null,
  product: null,
  serialNumber: null,
  vendorId: "1a86",
  productId: "7523",
  usb: null,
  permitted: true,
  inUse: false,
  ...changed,
});
const device = (changed: Partial<UsbDevice> = {}): UsbDevice => ({
  key: "1-1 5",
  name: "USB Serial",
  vendorId: "1a86",
  productId: "7523",
  isSerial: true,
  problem: null,
  ports: ["/dev/ttyUSB0"],
  ...changed,
});
const permission = (changed: Partial<Permission> = {}): Permission => ({
  may: true,
  group: "dialout",
  user: "anna",
  isPending: false,
  ...changed,
});

const usb0 = "/dev/ttyUSB0";
const asked = (changed: Partial<DoctorFacts["asked"]> = {}): DoctorFacts["asked"] => ({
  port: usb0,
  failure: null,
  seen: null,
  ...changed,
});
const healthy: DoctorFacts = {
  platform: "linux",
  asked: asked(),
  ports: [port(usb0)],
  devices: [device()],
  permission: permission(),
  holders: [],
  grabbers: [],
};
const nothing = { ports: [], devices: [], permission: null };
const bare = (changed: Partial<UsbDevice>): Partial<DoctorFacts> => ({
  platform: "windows",
  ports: [],
  permission: null,
  asked: asked({ port: null }),
  devices: [device({ ports: [], name: "USB-SERIAL CH340", ...changed })],
});

/** The complaint, the facts that go with it, the check that has to name it, and a part of its sentence or steps. */
const complaints: readonly (readonly [string, Partial<DoctorFacts>, string, RegExp])[] = [
  ["no member of the group", { permission: permission({ may: false }) }, "permission", /usermod -aG dialout anna/],
  ["a group besides dialout", { permission: permission({ may: false, group: "uucp" }) }, "permission", /-aG uucp anna/],
  [
    "a member since the last login",
    { permission: permission({ may: false, isPending: true }) },
    "permission",
    /Sign out of the whole desktop/,
  ],
  ["a device for root only", { permission: permission({ may: false, group: null }) }, "permission", /udev rule/],
  ["no driver on Windows", bare({ problem: 28 }), "driver", /CH341SER.*USB stick.*administrator/],
  ["no driver for a CP210x", bare({ vendorId: "10c4", productId: "ea60", problem: 28 }), "driver", /CP210x VCP/],
  ["no driver for an FTDI", bare({ vendorId: "0403", productId: "6001", problem: 28 }), "driver", /FTDI/],
  ["no driver for a PL2303", bare({ vendorId: "067b", productId: "2303", problem: 28 }), "driver", /PL2303/],
  ["no driver for CDC-ACM", bare({ vendorId: "11ca", productId: "0220", problem: 28 }), "driver", /usbser/],
  ["Code 10", bare({ problem: 10 }), "driver", /Code 10/],
  ["Code 22", bare({ problem: 22 }), "driver", /Enable device/],
  ["Code 39", bare({ problem: 39 }), "driver", /Code 39/],
  ["Code 43", bare({ problem: 43 }), "driver", /Code 43/],
  ["Code 45", bare({ problem: 45 }), "driver", /Code 45/],
  ["Code 52", bare({ problem: 52 }), "driver", /signature/],
  ["another code", bare({ problem: 31 }), "driver", /Code 31/],
  [
    "an old or imitated PL2303",
    bare({ name: "PL2303HXA PHASED OUT SINCE 2012. PLEASE CONTACT YOUR SUPPLIER. (COM5)", ports: ["COM5"] }),
    "driver",
    /Take another adapter/,
  ],
  ["macOS asks first", { ...bare({}), platform: "macos" }, "driver", /Privacy & Security/],
  ["no driver on Linux", { ...bare({}), platform: "linux" }, "driver", /modprobe ch341/],
  ["brltty takes the adapter", { ...bare({}), platform: "linux", grabbers: ["brltty"] }, "driver", /apt remove brltty/],
  [
    "a port that a program has",
    { holders: [{ pid: 412, name: "minicom", isStale: false }] },
    "free",
    /minicom \(process 412\)/,
  ],
  [
    "ModemManager at the port",
    { holders: [{ pid: 9, name: "ModemManager", isStale: false }] },
    "free",
    /apt remove modemmanager/,
  ],
  [
    "ModemManager, which this user cannot see",
    { ports: [port(usb0, { inUse: true })], grabbers: ["ModemManager"] },
    "free",
    /ModemManager takes serial ports by itself/,
  ],
  ["busy, nobody knows by whom", { asked: asked({ failure: "port-busy" }) }, "free", /sudo fuser -v \/dev\/ttyUSB0/],
  [
    "a program that holds the pulled port",
    { holders: [{ pid: 7, name: "till", isStale: true }] },
    "free",
    /still holds a port that was unplugged/,
  ],
  [
    "access denied after an unplug on Windows",
    {
      platform: "windows",
      permission: null,
      ports: [port("COM5")],
      asked: asked({ port: "COM5", failure: "port-busy" }),
    },
    "free",
    /another socket/,
  ],
  [
    "somebody else at the device server",
    { ...nothing, asked: asked({ port: "rfc2217:127.0.0.1:1", failure: "port-busy" }) },
    "free",
    /one in at a time/,
  ],
  ["nothing at the cable", { ...nothing, asked: asked({ port: null }) }, "device", /no data wires/],
  [
    "nothing but a built-in port",
    { ...nothing, ports: [port("/dev/ttyS0", { vendorId: null })], asked: asked({ port: null }) },
    "device",
    /nothing at USB/,
  ],
  ["a cable that only charges", { ...nothing, asked: asked({ port: null, seen: [] }) }, "device", /Take another cable/],
  ["the wrong baud rate", { asked: asked({ failure: "line-garbled" }) }, "speed", /baud rate.*9600/],
  ["no answer at all", { asked: asked({ failure: "no-answer" }) }, "speed", /usual rates in turn/],
  ["pasted too fast", { asked: asked({ failure: "frame-corrupt" }) }, "pace", /types more gently/],
  ["an unplug that was noticed", { asked: asked({ failure: "port-lost" }) }, "present", /there again/],
  ["a port that went", { ...nothing, devices: null, asked: asked() }, "present", /another number/],
  [
    "the call-in side on macOS",
    {
      platform: "macos",
      permission: null,
      asked: asked({ port: "/dev/tty.usbserial-1" }),
      ports: [port("/dev/tty.usbserial-1")],
    },
    "name",
    /\/dev\/cu\.usbserial-1/,
  ],
  ["no list at all", { ports: null, asked: asked({ port: null }) }, "listing", /Type the port by its name/],
  [
    "nobody knows which port is which",
    { ports: [port(usb0), port("/dev/ttyUSB1")], asked: asked({ port: null }) },
    "which",
    /plug it in again/,
  ],
  [
    "a device server that is off",
    { ...nothing, asked: asked({ port: "tcp:127.0.0.1:1", failure: "port-refused" }) },
    "present",
    /device server is on/,
  ],
];

describe("a complaint", () => {
  test.for(complaints)("%s: is named, with what to do", ([, changed, id, words]) => {
    const { checks, first } = examine({ ...healthy, ...changed });
    const urgent = checks.find((check) => check.id === first);
    const said = [urgent?.sentence.en, ...(urgent?.steps ?? []).map(({ en }) => en)].join(" ");
    expect([first, said]).toEqual([id, expect.stringMatching(words)]);
  });

  test.for(complaints)("%s: is said in Chinese as completely as in English, every value filled in", ([, changed]) => {
    const texts = examine({ ...healthy, ...changed }).checks.flatMap(({ title, sentence, steps }) => [
      title,
      sentence,
      ...steps,
    ]);
    const unsaid = texts.filter(
      (text) => !/\p{Script=Han}/u.test(text["zh-CN"]) || /\{\w+\}/.test(text["zh-CN"] + text.en),
    );
    expect(unsaid).toEqual([]);
  });
});

test("nothing is amiss with a port that is there, permitted and free", () => {
  expect(examine(healthy).first).toBeNull();
});

test("a port with a high number on Windows is no trouble", () => {
  const facts = {
    ...healthy,
    platform: "windows",
    permission: null,
    ports: [port("COM12")],
    asked: asked({ port: "COM12" }),
    devices: [device({ ports: ["COM12"] })],
  } as const;
  const { checks, first } = examine(facts);
  expect([first, checks.find(({ id }) => id === "name")?.sentence.en]).toEqual([
    null,
    "COM12 has a high number; that does no harm.",
  ]);
});

test("the port that came with the cable is named", () => {
  const facts = {
    ...healthy,
    ports: [port(usb0), port("/dev/ttyUSB1")],
    asked: asked({ port: null, seen: ["1-2 9"] }),
  };
  const which = examine(facts).checks.find(({ id }) => id === "which");
  expect(which?.sentence.en).toBe("The one that was just plugged in is /dev/ttyUSB0.");
});

test("both languages tell the same steps, and quote the same values", () => {
  const quoted = (texts: readonly string[]): readonly string[] =>
    [...texts.join(" ").matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  const differing = (Object.keys(sayingsEn) as (keyof typeof sayingsEn)[]).filter((key) => {
    const [en, zh] = [sayingsEn[key], sayingsZhCn[key]];
    const isSame =
      String([...new Set(quoted([en.sentence, ...en.steps]))]) ===
      String([...new Set(quoted([zh.sentence, ...zh.steps]))]);
    return en.steps.length !== zh.steps.length || !isSame;
  });
  expect(differing).toEqual([]);
});

test("Chinese is written with its own punctuation, and with a space before Latin letters and digits", () => {
  const texts = Object.values(sayingsZhCn).flatMap(({ sentence, steps }) => [sentence, ...steps]);
  expect(texts.filter((text) => /\p{Script=Han}[,:;?!A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text))).toEqual([]);
});
