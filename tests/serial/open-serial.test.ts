import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { defaultLine, type LineSettings } from "../../electron/core/bytes/byte-port.ts";
import { openSerial } from "../../electron/serial/open-serial.ts";
import { type PortUnderTest, testBytePort } from "../contracts/byte-port-suite.ts";
import { type OwnedProcess, runOrThrow, startProcess } from "../peers/owned-process.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("console");
const folder = mkdtempSync(join(tmpdir(), "counterpart-serial-"));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A pseudo-terminal pair: the device that is opened, and the raw other end as a pipe. */
async function makePair(): Promise<{ readonly device: string; readonly socat: OwnedProcess }> {
  const device = join(folder, `tty${count++}`);
  const socat = startProcess("socat", [`PTY,link=${device},rawer`, "STDIO"]);
  while (!existsSync(device)) await delay(10);
  await delay(30);
  return { device, socat };
}

async function makePort(): Promise<PortUnderTest> {
  const { device, socat } = await makePair();
  return {
    open: () => openSerial(device, defaultLine),
    peer: () =>
      Promise.resolve({
        say: (bytes: Uint8Array) => void socat.stdin.write(bytes),
        onBytes: (listener: (bytes: Uint8Array) => void) => void socat.stdout.on("data", listener),
        lose: () => socat.kill(),
      }),
    remove: () => socat.kill(),
  };
}

async function openCode(path: string): Promise<string> {
  const opened = await openSerial(path, defaultLine);
  if (opened.ok) await opened.value.close();
  return opened.ok ? "open" : opened.failure.code;
}

describe.skipIf(obstacle !== null)(`a serial port${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  testBytePort("node-serialport on a pseudo-terminal", makePort);

  const settings: readonly (readonly [Partial<LineSettings>, readonly string[]])[] = [
    [{ baudRate: 9600 }, ["speed 9600", "cs8", "-parenb", "-cstopb", "-crtscts", "-ixon"]],
    [{ baudRate: 115200 }, ["speed 115200"]],
    [{ baudRate: 921600 }, ["speed 921600"]],
    [{ flowControl: "hardware" }, ["crtscts", "-ixon"]],
    [{ flowControl: "software" }, ["-crtscts", "ixon", "ixoff"]],
    [{ stopBits: 2 }, ["cstopb"]],
  ];
  test.for(settings)("the line settings %j reach the device", async ([line, words]) => {
    const { device, socat } = await makePair();
    const opened = await openSerial(device, { ...defaultLine, ...line });
    const said = (await runOrThrow("stty", ["-a", "-F", device])).split(/[\s;]+/).join(" ");
    if (opened.ok) await opened.value.close();
    await socat.kill();
    expect(words.filter((word) => !` ${said} `.includes(` ${word} `))).toEqual([]);
  });

  test.for([
    { dataBits: 7, parity: "even" },
    { parity: "odd" },
    { dataBits: 5 },
    { stopBits: 1.5 },
    { parity: "mark" },
    { parity: "space" },
  ] as const)("the unusual settings %j open the port or say that they cannot be had", async (line) => {
    const { device, socat } = await makePair();
    const opened = await openSerial(device, { ...defaultLine, ...line });
    if (opened.ok) await opened.value.close();
    await socat.kill();
    expect(opened.ok ? "open" : opened.failure.code).toMatch(/^(?:open|port-unusable)$/);
  });

  test("a device that is not there is missing", async () => {
    expect(await openCode(join(folder, "nothing"))).toBe("port-missing");
  });

  test("a device that another program has open is busy, and free when that one lets go", async () => {
    const { device, socat } = await makePair();
    const first = await openSerial(device, defaultLine);
    const second = await openCode(device);
    if (first.ok) await first.value.close();
    expect([second, await openCode(device)]).toEqual(["port-busy", "open"]);
    await socat.kill();
  });

  test("a device that this user may not open is forbidden", async () => {
    const { device, socat } = await makePair();
    const link = join("/tmp", `counterpart-forbidden-${process.pid}`);
    symlinkSync(realpathSync(device), link);
    process.seteuid?.(65534);
    const code = await openCode(link).finally(() => process.seteuid?.(0));
    unlinkSync(link);
    await socat.kill();
    expect(code).toBe("port-forbidden");
  });

  test("a file that is no device is unusable", async () => {
    const path = join(folder, "file");
    writeFileSync(path, "kept");
    expect([await openCode(path), readFileSync(path, "utf8")]).toEqual(["port-unusable", "kept"]);
  });

  test("settings that cannot be had leave the device free", async () => {
    const { device, socat } = await makePair();
    await openSerial(device, { ...defaultLine, baudRate: 123_457 }).then((opened) =>
      opened.ok ? opened.value.close() : null,
    );
    expect(await openCode(device)).toBe("open");
    await socat.kill();
  });
});
