// The ports of a computer in every state: what this machine cannot have, such as a drawer full of adapters, is written into
// the reply on the wire. Pictures of them in .cache/pictures.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Page } from "@playwright/test";
import type { ListedPort } from "../../electron/contract/commands.ts";
import { examine } from "../../electron/serial/doctor/examine.ts";
import type { DoctorFacts } from "../../electron/serial/doctor/facts.ts";
import { makeFailure } from "../../electron/core/failures/failure.ts";
import { inBothLooks, type Size } from "./both-looks.ts";
import { expect, test } from "./targets.ts";
import { startTill } from "./terminals.ts";
import { choosePort, settleIn, switchLanguage } from "./window-steps.ts";

const nothing = {
  kind: "serial",
  product: "CH340 serial converter",
  label: null,
  manufacturer: null,
  serialNumber: null,
  permitted: true,
} as const;
const adapter = { ...nothing, vendorId: "1a86", productId: "7523" } as const;

const drawer: readonly ListedPort[] = [
  { ...adapter, path: "/dev/ttyUSB0", inUse: false },
  { ...adapter, path: "/dev/ttyUSB1", inUse: true },
  { ...adapter, path: "/dev/ttyUSB2", permitted: false, inUse: false },
  {
    ...nothing,
    path: "/dev/serial/by-id/usb-Prolific_Technology_Inc._USB-Serial_Controller_D_0123456789ABCDEF-if00-port0",
    manufacturer: "Prolific Technology Inc. (a maker with a long name)",
    serialNumber: "0123456789ABCDEF0123456789ABCDEF",
    vendorId: "067b",
    productId: "2303",
    inUse: null,
  },
  ...Array.from({ length: 12 }, (_, place) => ({
    ...nothing,
    path: `COM${place + 3}`,
    vendorId: null,
    productId: null,
    inUse: null,
  })),
];

type Reply = { readonly ok: true; readonly output: object } | { readonly ok: false; readonly failure: object };

/** Answers for the list of ports, and for the doctor, what is given, or nothing at all; the rest is the real host's. */
async function answerPorts(page: Page, reply: Reply | null, diagnosis: object | null = null): Promise<void> {
  await page.routeWebSocket(/\/link$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((json) => {
      const { command, id } = JSON.parse(String(json)) as { readonly command?: string; readonly id?: number };
      const say = (message: object): void => socket.send(JSON.stringify(message));
      if (command === "ports.examine" && diagnosis !== null) say({ type: "reply", id, ok: true, output: diagnosis });
      else if (command !== "ports.watch") host.send(json);
      else if (reply?.ok) say({ type: "event", event: "ports", data: reply.output });
      else if (reply) say({ type: "reply", id, ...reply });
    });
  });
  await page.reload();
}

const sizes: readonly Size[] = [
  [1280, 800],
  [1024, 700],
  [910, 450],
];

/** Both languages, both themes, all three sizes. */
function takePictures(page: Page, name: string): Promise<void> {
  return inBothLooks(page, name, async ({ take }) => {
    for (const size of sizes) expect(await take(size)).toBeLessThanOrEqual(0);
  });
}

test("each port says what is known of it and whether it can be had", async ({ page }) => {
  await settleIn(page);
  await answerPorts(page, { ok: true, output: { ports: drawer } });
  const words = Object.fromEntries(
    await Promise.all(
      [0, 1, 2].map(async (at) => [at, await page.locator(`[data-port="/dev/ttyUSB${at}"]`).innerText()] as const),
    ),
  );
  expect(words).toEqual({
    0: expect.stringMatching(/ready[\s\S]*1a86:7523/),
    1: expect.stringMatching(/in use[\s\S]*1a86:7523/),
    2: expect.stringMatching(/no permission[\s\S]*1a86:7523/),
  });
  await takePictures(page, "home-full");
});

test("a list that is not there yet says that ports are looked for", async ({ page }) => {
  await settleIn(page);
  await answerPorts(page, null);
  await expect(page.getByRole("heading", { name: "Looking for ports" })).toBeVisible();
  await takePictures(page, "home-loading");
});

test("a list that cannot be had says why", async ({ page }) => {
  await settleIn(page);
  await answerPorts(page, { ok: false, failure: makeFailure("internal", { reason: "EIO" }) });
  await expect(page.locator("aside").getByRole("alert")).toBeVisible();
  await takePictures(page, "home-failing");
});

test("a computer without ports shows what is needed", async ({ page }) => {
  await settleIn(page);
  await answerPorts(page, { ok: true, output: { ports: [] } });
  await expect(page.getByRole("heading", { name: "Is there a data cable?" })).toBeVisible();
  await takePictures(page, "home-empty");
});

test("a demo terminal that is being connected is called by its name", async ({ page }) => {
  await settleIn(page);
  await page.routeWebSocket(/\/link$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((json) => {
      if (!String(json).includes("terminal.connect")) host.send(json);
    });
  });
  await page.reload();
  await page.locator("[data-port='demo:linux-broken']").click();
  const name = "Connecting to Demo terminal (Linux, cannot reach its host)";
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

const tillDevice = {
  key: "1-1 5",
  name: "USB Serial",
  vendorId: "1a86",
  productId: "7523",
  isSerial: true,
  problem: null,
  ports: [],
};
const question = { port: null, failure: null, seen: null };
const facts: DoctorFacts = {
  platform: "linux",
  asked: question,
  ports: [],
  devices: [],
  permission: null,
  holders: [],
  grabbers: [],
};

test.describe("the doctor names the one thing to do", () => {
  const cases: readonly (readonly [string, Partial<DoctorFacts>, string])[] = [
    ["charge-only", { asked: { ...question, seen: [] } }, "device"],
    ["brltty", { devices: [tillDevice], grabbers: ["brltty"] }, "driver"],
    [
      "windows-driver",
      { platform: "windows", devices: [{ ...tillDevice, name: "USB-SERIAL CH340", problem: 28 }] },
      "driver",
    ],
  ];
  for (const [name, changed, first] of cases) {
    test(name, async ({ page }) => {
      await settleIn(page);
      const diagnosis = { ...examine({ ...facts, ...changed }), seen: [] };
      await answerPorts(page, { ok: true, output: { ports: [] } }, diagnosis);
      await page.getByRole("button", { name: "My terminal is not listed" }).click();
      await expect(page.locator(`[data-doctor=${first}] ol li`).first()).toBeVisible();
      await page.locator("[data-doctor]").scrollIntoViewIfNeeded();
      await takePictures(page, `doctor-${name}`);
    });
  }
});

test("why a port that was typed cannot be had is found out by the real host", async ({ page }) => {
  await settleIn(page);
  await choosePort(page, "/dev/ttyUSB97");
  await page.getByRole("button", { name: "Why? Look at the cable and the port" }).click();
  await expect(page.locator("[data-doctor=present]")).toBeVisible();
  await takePictures(page, "doctor-missing-port");
});

test("a port that another program has is refused in words, and stays marked until that program ends", async ({
  page,
}) => {
  const till = await startTill();
  const device = await till.peer.presentAsDevice();
  const holder = spawn("flock", [device.path, "cat"], { stdio: ["pipe", "ignore", "ignore"] });
  try {
    await settleIn(page);
    await choosePort(page, device.path);
    await expect(page.getByRole("heading", { name: "Another program has the port" })).toBeVisible();
    await expect(page.locator(`[data-port="${device.path}"]`)).toContainText("in use");
    await takePictures(page, "home-busy");
    await switchLanguage(page, "en");
    const ended = once(holder, "close");
    holder.stdin.end();
    await ended;
    // Nobody has this device open for a moment, and then it is made anew.
    const verdict = page.locator("[data-verdict]");
    await expect(async () => {
      if (!(await verdict.isVisible())) await page.getByRole("button", { name: "Try again" }).click();
      await expect(verdict).toBeVisible();
    }).toPass({ timeout: 45_000 });
  } finally {
    holder.kill();
    await till.close();
  }
});
