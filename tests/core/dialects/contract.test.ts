// The one suite, on every dialect that is registered.
import { expect, test } from "vitest";
import { loadDescriptions } from "../../../electron/app/load-descriptions.ts";
import { nodeSurroundings } from "../../../electron/app/node-surroundings.ts";
import type { BytePort } from "../../../electron/core/bytes/byte-port.ts";
import type { Description } from "../../../electron/core/dialects/description.ts";
import type { ConnectOptions } from "../../../electron/core/dialects/dialect.ts";
import { dialects } from "../../../electron/core/dialects/registry.ts";
import { openSimulatedPort } from "../../../electron/simulator/simulated-port.ts";
import { testDialect } from "../../contracts/dialect-suite.ts";

interface Example {
  /** The demo terminal that speaks it. */
  readonly demo: string;
  readonly options: Partial<ConnectOptions>;
}

const descriptions = await loadDescriptions();

/** A family that is registered and not here has no terminal to prove itself on, and fails below. */
const examples: Readonly<Record<string, Example>> = {
  "linux-console": { demo: "demo:linux", options: {} },
  at: { demo: "demo:at", options: {} },
  text: { demo: "demo:device-server", options: { descriptions: pick("device-server.yaml") } },
  xcb: { demo: "demo:xcb", options: { descriptions } },
};

function pick(name: string): readonly Description[] {
  return descriptions.filter(({ source }) => source === name);
}

async function open(demo: string): Promise<BytePort> {
  const port = await openSimulatedPort(demo, nodeSurroundings);
  if (!port.ok) throw new Error(port.failure.code);
  return port.value;
}

test("every family that is registered has a terminal to prove itself on", () => {
  expect(Object.keys(examples).sort()).toEqual(dialects.map(({ family }) => family).sort());
});

for (const dialect of dialects) {
  const { demo = "", options = {} } = examples[dialect.family] ?? {};
  testDialect({ dialect, open: () => open(demo), options, descriptions });
}
