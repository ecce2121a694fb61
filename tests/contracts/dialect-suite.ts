// What every dialect must hold: run on each that is registered. A missing method fails here, it is never skipped.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { BytePort } from "../../electron/core/bytes/byte-port.ts";
import type { Capabilities, ConnectOptions, Dialect, DialectSession } from "../../electron/core/dialects/dialect.ts";
import type { Task } from "../../electron/core/dialects/task.ts";
import type { Description } from "../../electron/core/dialects/description.ts";
import { forbidden } from "../../electron/core/dialects/forbidden.ts";
import type { Result } from "../../electron/core/failures/result.ts";
import { hurry } from "./fast-clock.ts";
import { countUp } from "./count-up.ts";
import { createReplayPort, joinTurns, readExchange } from "./exchange.ts";
import { createScriptedPort } from "./scripted-port.ts";

export interface DialectUnderTest {
  readonly dialect: Dialect;
  /** A line to a terminal of this family that answers. */
  readonly open: () => Promise<BytePort>;
  /** What connecting to it takes. */
  readonly options: Partial<ConnectOptions>;
  /** Every description there is, for recordings that name theirs. */
  readonly descriptions?: readonly Description[];
}

const corpus = resolve(import.meta.dirname, "../corpus");

/**
 * What carries each capability. One without a method here cannot be had yet, so nobody may claim it; arming is part of
 * writing, and said apart because the answer differs.
 */
const carriers: Readonly<Record<keyof Capabilities, readonly (keyof DialectSession)[]>> = {
  identify: ["read"],
  "read-settings": ["read"],
  "write-settings": ["arm", "apply", "confirm", "rollBack", "finish"],
  "arm-timer": ["arm"],
  "read-logs": ["readLogs"],
  "follow-logs": ["followLogs"],
  "test-network": ["test"],
  console: [],
  reboot: ["reboot"],
  "set-clock": ["arm"],
};

type Refusable = "read-logs" | "follow-logs" | "reboot" | "write-settings";

/** How a capability that is denied is asked for all the same. Reading always answers with who the terminal is. */
const askers: Readonly<Record<Refusable, (session: DialectSession, task: Task) => Promise<Result<unknown>>>> = {
  "read-logs": (session, task) => session.readLogs(1, task),
  "follow-logs": (session, task) => session.followLogs({ filters: [], source: null, onLines: () => undefined }, task),
  reboot: (session, task) => session.reboot(task),
  "write-settings": (session, task) => session.arm([], { id: "suite", revertSeconds: 10 }, task),
};

const expectedSchema = z.strictObject({
  credentials: z.strictObject({ user: z.string(), password: z.string().nullable() }).optional(),
  /** The description that it was recorded with, where a family has several. */
  profile: z.string().optional(),
  /** `connected`, or the failure's code. */
  connect: z.string(),
  /** Parts of what is read then. */
  reading: z.record(z.string(), z.unknown()).optional(),
  /** The log's last lines. */
  logs: z.array(z.string()).optional(),
});

function makeTask(): Task {
  return { signal: new AbortController().signal, onStage: () => undefined };
}

const plain: ConnectOptions = {
  credentials: null,
  become: null,
  becomePassword: null,
  baudRate: 115_200,
  patience: 3000,
};

export function testDialect(subject: DialectUnderTest): void {
  const { dialect } = subject;
  const all = subject.descriptions ?? [];
  const sent: string[] = [];

  /** The same port; everything that is written to it is kept for the last test. */
  function record(port: BytePort): BytePort {
    const place = sent.push("") - 1;
    const write = async (bytes: Uint8Array): Promise<void> => {
      sent[place] += String.fromCharCode(...bytes);
      await port.write(bytes);
    };
    return {
      name: port.name,
      closed: port.closed,
      write,
      onBytes: (ear) => port.onBytes(ear),
      close: () => port.close(),
    };
  }

  function connect(port: BytePort, options: Partial<ConnectOptions> = {}): Promise<Result<DialectSession>> {
    const all = { ...plain, ...subject.options, ...options, ...makeTask() };
    return dialect.connect(record(port), all, { ...hurry(10), random: countUp() });
  }

  async function enter(): Promise<DialectSession> {
    const session = await connect(await subject.open());
    if (!session.ok) throw new Error(session.failure.code);
    return session.value;
  }

  describe(`the dialect ${dialect.family}`, () => {
    afterAll(() => {
      // Every byte that any test of this suite has sent.
      const found = forbidden.filter((text) => sent.some((all) => all.includes(text)));
      expect([sent.join("").length > 0, found]).toEqual([true, []]);
    });

    test("has every method that a capability is carried by", async () => {
      const session = await enter();
      const missing = Object.values(carriers)
        .flat()
        .filter((name) => typeof session[name] !== "function");
      await session.close();
      expect(missing).toEqual([]);
    });

    test("says for each capability whether it is there, and why not in both languages", async () => {
      const session = await enter();
      const reading = await session.read(makeTask());
      await session.close();
      const known = reading.ok ? reading.value.capabilities : null;
      const bad = Object.keys(carriers).filter((name) => {
        const capability = known?.[name as keyof Capabilities];
        if (!capability) return true;
        if (capability.state === "yes") return carriers[name as keyof Capabilities].length === 0;
        const words = capability.state === "no" ? capability.reason : capability.what;
        return words.en.length < 10 || !/\p{Script=Han}/u.test(words["zh-CN"]);
      });
      expect(bad).toEqual([]);
    });

    test("refuses what it denies, and names the reason", async () => {
      const session = await enter();
      const reading = await session.read(makeTask());
      if (!reading.ok) throw new Error(reading.failure.code);
      const wrong: string[] = [];
      for (const [name, ask] of Object.entries(askers)) {
        const capability = reading.value.capabilities[name as Refusable];
        if (capability.state !== "no") continue;
        const answer = await ask(session, makeTask());
        const names = !answer.ok && answer.failure.message.en.includes(capability.reason.en);
        const says = !answer.ok && answer.failure.message["zh-CN"].includes(capability.reason["zh-CN"]);
        if (answer.ok || answer.failure.code !== "capability-missing" || !names || !says) wrong.push(name);
      }
      await session.close();
      expect(wrong).toEqual([]);
    });

    test("calls a silent line no-answer, and lets go of the port", async () => {
      const port = createScriptedPort(() => undefined);
      const connected = await connect(port);
      expect([connected.ok ? "connected" : connected.failure.code, port.isClosed()]).toEqual(["no-answer", true]);
    });

    test("is recognised by what its own terminal answers to its probe, and not by an echo of any probe", async () => {
      const { probes } = await import("../../electron/core/dialects/probes.ts");
      const port = await subject.open();
      const heard = Promise.withResolvers<string>();
      let text = "";
      port.onBytes((bytes) => {
        text += String.fromCharCode(...bytes);
        if (dialect.signs.recognizes(text, subject.options.descriptions)) heard.resolve(text);
      });
      await port.write(Uint8Array.from(probes[dialect.signs.probe].bytes, (letter) => letter.charCodeAt(0)));
      const answer = await heard.promise;
      await port.close();
      const echoes = Object.values(probes).filter(({ bytes }) =>
        dialect.signs.recognizes(bytes, subject.options.descriptions),
      );
      expect([answer.length > 0, echoes]).toEqual([true, []]);
    });

    for (const name of listCases(dialect.family)) {
      test(`plays ${name} the same, however its answers are cut`, async () => {
        const folder = join(corpus, dialect.family, name);
        const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));
        const turns = readExchange(join(folder, "exchange"));
        const { profile } = expected;
        const options = {
          ...(expected.credentials ? { credentials: expected.credentials } : {}),
          ...(profile === undefined ? {} : { descriptions: all.filter(({ source }) => source === `${profile}.yaml`) }),
        };
        await fc.assert(
          fc.asyncProperty(fc.array(fc.nat(5000), { maxLength: 60 }), async (cuts) => {
            const port = createReplayPort(turns, cuts);
            const connected = await connect(port, options);
            const session = connected.ok ? connected.value : null;
            const reading = expected.reading && session ? await session.read(makeTask()) : null;
            const logs = expected.logs && session ? await session.readLogs(100, makeTask()) : null;
            await session?.close();
            expect(connected.ok ? "connected" : connected.failure.code).toBe(expected.connect);
            if (expected.reading) expect(reading).toMatchObject({ ok: true, value: expected.reading });
            if (expected.logs) expect(logs).toMatchObject({ ok: true, value: { lines: expected.logs } });
            expect(port.written()).toBe(joinTurns(turns, "pc"));
          }),
          { numRuns: 12 },
        );
      });
    }
  });
}

/** Folders with an exchange and what is expected of it. */
function listCases(family: string): readonly string[] {
  const folder = join(corpus, family);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const cases = names.filter((name) => existsSync(join(folder, name, "expected.json")));
  if (cases.length === 0) throw new Error(`${family} has no corpus`);
  return cases;
}
