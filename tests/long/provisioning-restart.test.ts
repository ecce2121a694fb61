// The 24-hour restart in the middle of the work: it pauses the slot, and the row is done afterwards.
import { expect, test } from "vitest";
import { createTerminal } from "../../electron/simulator/terminal.ts";
import { makeBench } from "../app/provisioning/make-bench.ts";
import { hurry } from "../contracts/fast-clock.ts";

test("a terminal that restarts is waited for, and is no failure", async () => {
  const bench = makeBench();
  const options = { serialDigits: "0001", bootTime: 20_000, bytesPerSecond: 92_160 };
  const terminal = await createTerminal("linux-broken", hurry(8), options);
  if (!terminal.ok) throw new Error(terminal.failure.message.en);
  bench.plug("1-1.1", terminal.value);
  const plan = await bench.keep(
    "SN,IP,Mask,Gateway,DNS\nCT1-0000001,192.168.1.41,255.255.255.0,192.168.1.1,192.168.1.1\n",
  );
  await bench.start(plan, { tests: false });
  await bench.until(({ slots }) => slots.some(({ step }) => step === "pushing"));
  const isWaiting = bench.until(({ slots }) => slots.some(({ waitsFor }) => waitsFor === "restart"));
  await terminal.value.reboot();
  const waiting = await isWaiting;
  const run = await bench.until(({ slots }) => slots.some(({ state }) => state === "done" || state === "stop"));
  expect([waiting.slots[0]?.state, run.slots.map(({ outcome, address }) => `${outcome} ${address}`)]).toEqual([
    "waiting",
    ["confirmed 192.168.1.41/24"],
  ]);
  await bench.close();
}, 60_000);
