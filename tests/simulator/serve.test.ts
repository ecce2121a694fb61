import { spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serveTerminal, type ServePlace } from "../../electron/simulator/serve.ts";
import { makeSurroundings } from "./surroundings.ts";

const hasSocat = spawnSync("socat", ["-V"]).status === 0;

async function serve(place: ServePlace) {
  const stop = new AbortController();
  const served = await serveTerminal("demo:linux", place, { surroundings: makeSurroundings(), signal: stop.signal });
  if (!served.ok) throw new Error(served.failure.message.en);
  return { ...served.value, stop };
}

/** Types a line over TCP and hears until `end`. */
function ask(port: number, text: string, end: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8").on("data", (part) => {
      heard += String(part);
      if (heard.includes(end)) socket.destroy();
    });
    socket.on("error", reject).on("close", () => resolve(heard));
  });
}

describe("a terminal for other programs", () => {
  test("answers on TCP, on loopback, and keeps its state between connections", async () => {
    const served = await serve({ listen: { host: "127.0.0.1", port: 0 } });
    const port = Number(/^tcp:127\.0\.0\.1:(\d+)$/.exec(served.port)?.[1]);
    expect(await ask(port, "x=41\r", "# ")).toContain("x=41\r\n");
    expect(await ask(port, "echo [$((x + 1))]\r", "[42]\r\n")).toContain("[42]");
    served.stop.abort();
    expect(await served.ended).toBeNull();
    await expect(ask(port, "", "x")).rejects.toThrow("ECONNREFUSED");
  });

  test("says so when the address is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const signal = new AbortController().signal;
    const place = { listen: { host: "127.0.0.1", port } };
    const served = await serveTerminal("demo:linux", place, { surroundings: makeSurroundings(), signal });
    taken.close();
    expect(!served.ok && served.failure.code).toBe("listen-failed");
  });

  test("says so when there is no such terminal", async () => {
    const place = { listen: { host: "127.0.0.1", port: 0 } };
    const signal = new AbortController().signal;
    const served = await serveTerminal("demo:nothing", place, { surroundings: makeSurroundings(), signal });
    expect(!served.ok && served.failure.code).toBe("port-missing");
  });

  test("says so when socat is missing", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = "/nonexistent";
    const signal = new AbortController().signal;
    const served = await serveTerminal(
      "demo:linux",
      { link: "/nonexistent/tty" },
      { surroundings: makeSurroundings(), signal },
    );
    process.env["PATH"] = path;
    expect(!served.ok && served.failure.code).toBe("socat-missing");
  });

  test.skipIf(!hasSocat)(
    "answers on a pseudo-terminal, again after its first user has gone, and removes it at the end",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "counterpart-"));
      const link = join(folder, "tty");
      const served = await serve({ link });
      expect(served.port).toBe(link);
      expect(await askDevice(link, "x=41\r", "# ")).toContain("x=41\r\n");
      expect(await askDevice(link, "echo [$((x + 1))]\r", "[42]\r\n")).toContain("[42]");
      served.stop.abort();
      await served.ended;
      expect(existsSync(link)).toBe(false);
      rmSync(folder, { recursive: true });
    },
  );

  test.skipIf(!hasSocat)("does not take a path that is something else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterpart-"));
    const link = join(folder, "file");
    writeFileSync(link, "mine");
    const signal = new AbortController().signal;
    const served = await serveTerminal("demo:linux", { link }, { surroundings: makeSurroundings(), signal });
    rmSync(folder, { recursive: true });
    expect(!served.ok && served.failure.code).toBe("link-failed");
  });
});

async function askDevice(path: string, text: string, end: string): Promise<string> {
  const device = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  writeSync(device, text);
  let heard = "";
  for (const late = Date.now() + 3000; !heard.includes(end) && Date.now() < late; ) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    try {
      const part = Buffer.alloc(4096);
      heard += part.toString("utf8", 0, readSync(device, part));
    } catch {
      // Nothing there yet (EAGAIN).
    }
  }
  closeSync(device);
  return heard;
}
