// What the contract says about causes, without a terminal.
import { expect, test } from "vitest";
import { answerDiagnosis } from "../../../electron/app/diagnosis/answer-diagnosis.ts";
import { Sessions } from "../../../electron/app/sessions.ts";
import type { Stage } from "../../../electron/core/diagnosis/stage.ts";
import { networkSettingsSchema } from "../../../electron/core/settings/network-settings.ts";

const handlers = answerDiagnosis(new Sessions());
const told = { stages: [], lines: [], answers: [], codes: [], channel: null };

test("what is typed without a cable gives the cause by name, and the values to key in", async () => {
  const settings = networkSettingsSchema.parse({
    interfaces: [
      {
        name: "terminal",
        kind: "ethernet",
        ipv4: { method: "static", address: "192.168.1.23", prefixLength: 24, gateway: "192.168.2.1" },
      },
    ],
  });
  const call = { signal: new AbortController().signal, emit: () => undefined };
  const reasoned = await handlers["diagnosis.reason"]({ ...told, settings, channel: "wired" }, call);
  expect(reasoned.ok && [reasoned.value.names["C07"]?.en, reasoned.value.advice.corrections[0]?.set]).toEqual([
    "Address, mask or router address (gateway)",
    ["terminal.ipv4.gateway=192.168.1.1"],
  ]);
});

test("with nothing known the question comes with its words", async () => {
  const call = { signal: new AbortController().signal, emit: () => undefined };
  const reasoned = await handlers["diagnosis.reason"]({ ...told, settings: null }, call);
  expect(reasoned.ok && reasoned.value.asked?.options.length).toBeGreaterThan(1);
});

test("from this PC nothing is asked once the person stops it", async () => {
  const heard: Stage[] = [];
  const controller = new AbortController();
  controller.abort();
  const call = {
    signal: controller.signal,
    emit: (_: string, data: unknown) => void heard.push((data as { stage: Stage }).stage),
  };
  const tested = await handlers["diagnosis.from-pc"](
    { hosts: [{ host: "127.0.0.1", port: 9, tls: false }], seconds: 1 },
    call,
  );
  expect([tested.ok && tested.value.stages, heard]).toEqual([[], []]);
});
