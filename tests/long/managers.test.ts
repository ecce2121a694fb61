// Real managers: the cable pulled, and the power cut, at every stage of a push. What a terminal then has is all of the old
// settings or all of the new ones, running and kept, whoever keeps them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ManagedTerminal, waitForAnswer } from "../peers/managers/managed-terminal.ts";
import {
  change,
  ifupdownStock,
  networkdStock,
  networkManagerStock,
  profileId,
  udhcpcStock,
} from "../peers/managers/stock.ts";
import { findObstacle } from "../peers/system-packages.ts";

const obstacle = findObstacle("managers");
const stages = ["arming", "writing", "verifying", "confirming"] as const;
const ends = "[ ! -e /run/counterpart/armed ] && [ ! -e /run/counterpart/fired ] && echo idle";
const revertWait = 40;

let terminal: ManagedTerminal;

describe.skipIf(obstacle !== null).each([networkManagerStock, networkdStock])("$startUp", (stock) => {
  beforeAll(async () => {
    terminal = await ManagedTerminal.start(stock);
  });
  afterAll(() => terminal?.close());
  beforeEach(async () => {
    await terminal.witness(stock.restore);
    await waitForAnswer(() => terminal.witness(stock.state), stock.old, 15);
  });

  async function settle(): Promise<string> {
    await waitForAnswer(() => terminal.witness(ends), "idle", revertWait);
    const expected = (await terminal.witness(`cat ${stock.file}`)).includes("192.168.1.77") ? stock.changed : stock.old;
    const state = await waitForAnswer(() => terminal.witness(stock.state), expected, 20);
    return state === stock.old ? "old" : state === stock.changed ? "new" : state;
  }

  test.for(stages)("a cable pulled while %s ends with all old or all new settings", async (stage) => {
    await terminal.push(change, { pullAt: stage });
    expect(["old", "new"]).toContain(await settle());
  });

  test.for(stages)("a power cut while %s ends with all old or all new settings", async (stage) => {
    await terminal.push(change, { pullAt: stage });
    await terminal.cutPower();
    expect(stage === "confirming" ? ["old", "new"] : ["old"]).toContain(await settle());
  });
});

describe.skipIf(obstacle !== null)("networkmanager without our watchdog", () => {
  const stock = networkManagerStock;
  beforeAll(async () => {
    terminal = await ManagedTerminal.start(stock);
  });
  afterAll(() => terminal?.close());

  test("takes the change back by its own timer", async () => {
    await terminal.push(change, { pullAt: "verifying" });
    const between = await terminal.witness(`kill -9 $(cat /run/counterpart/pid); ${stock.state}`);
    const after = await waitForAnswer(() => terminal.witness(stock.state), stock.old, 20);
    const left = await terminal.witness(`nmcli -g GENERAL.STATE connection show ${profileId}; ls /run/counterpart`);
    expect([between, after, left.includes("restored")]).toEqual([stock.changed, stock.old, false]);
  });
});

describe.skipIf(obstacle !== null)("networkmanager with a profile of its own making", () => {
  const stock = networkManagerStock;
  const method =
    'nmcli -g ipv4.method connection show "$(nmcli -g GENERAL.CONNECTION device show eth0)"; ls /etc/NetworkManager/system-connections';
  const set = ["eth0.ipv4.address=192.168.1.77/24", "eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=192.168.1.1"];

  beforeAll(async () => {
    terminal = await ManagedTerminal.start(stock);
    await terminal.witness(`sed -i /no-auto-default/d /etc/NetworkManager/NetworkManager.conf; rm ${stock.file}`);
    await terminal.cutPower();
  });
  afterAll(() => terminal?.close());

  test("is read as a lease without an error", async () => {
    const report = await terminal.read();
    const eth0 = report.interfaces.find(({ name }) => name === "eth0");
    const errors = report.findings.filter(({ severity }) => severity === "error");
    expect([eth0?.manager, eth0?.ipv4?.method, errors]).toEqual(["networkmanager", "dhcp", []]);
  });

  test("goes back to the lease when the cable is pulled, and leaves no file", async () => {
    await terminal.push(set, { pullAt: "verifying" });
    await waitForAnswer(() => terminal.witness(ends), "idle", revertWait);
    expect(await terminal.witness(`${method}; ip -4 -o addr show eth0 | grep -c dynamic`)).toBe("auto\n1");
  });

  test("is kept as a file once it is confirmed", async () => {
    const pushed = await terminal.push(set);
    await terminal.cutPower();
    const kept = await terminal.witness(`${method}; ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'`);
    expect([pushed.outcome, kept]).toEqual([
      "confirmed",
      "manual\nWired connection 1.nmconnection\ninet 192.168.1.77/24",
    ]);
  });
});

const address = "ip -4 -o addr show eth0 | grep -o 'inet [0-9./]*'; ip -4 route show default | cut -d' ' -f1-3";
const clients = "cat /proc/[0-9]*/comm | grep -c -x -e dhclient -e udhcpc";
const leased = /^inet 192\.168\.1\.1\d\d\/24\ndefault via 192\.168\.1\.1\n1$/;

describe.skipIf(obstacle !== null).each([ifupdownStock, udhcpcStock])("a lease by $startUp", (stock) => {
  beforeAll(async () => {
    terminal = await ManagedTerminal.start(stock);
    if (stock === ifupdownStock) await terminal.push(["eth0.ipv4.method=dhcp"]);
  });
  afterAll(() => terminal?.close());

  test.for(["arming", "writing", "verifying"])(
    "a cable pulled while %s ends with the lease and one client",
    async (stage) => {
      const state = (): Promise<string> => terminal.witness(`${address}; ${clients}`);
      await waitForAnswer(async () => String(leased.test(await state())), "true", 15);
      await terminal.push(
        ["eth0.ipv4.address=192.168.1.88/24", "eth0.ipv4.gateway=192.168.1.1", "eth0.ipv4.dns=192.168.1.1"],
        { pullAt: stage },
      );
      await waitForAnswer(() => terminal.witness(ends), "idle", revertWait);
      expect(await state()).toMatch(leased);
    },
  );
});
