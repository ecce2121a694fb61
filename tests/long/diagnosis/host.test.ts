// What is broken at the host or in securing the connection, for real, asked over a real console: the right cause comes first.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type BrokenShop,
  buildShop,
  obstacle,
  portOf,
  ports,
  router,
  tellStages,
  type Trouble,
} from "./broken-shop.ts";

/** The terminal promises to take what its link then drops without a word. */
const smallLink =
  "ip link set eth0 mtu 700; ip route change 192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.20 advmss 1460";

const troubles: readonly Trouble[] = [
  { name: "port refused", right: "C15", at: "tcp", hosts: [`${router}:8081`] },
  {
    name: "MTU black hole: large packets are lost",
    right: "C09",
    at: "tls",
    reason: "large-lost",
    onTerminal: smallLink,
    onRouter: "ip link set lan0 gso_max_size 1514 gso_max_segs 1",
    hosts: [`tls:${router}:${ports.good}`],
  },
  {
    name: "a host that takes the connection and stays silent",
    right: "C16",
    at: "tls",
    reason: "no-answer",
    hosts: [`tls:${router}:${ports.mute}`],
  },
  {
    // The payment application's part is played by curl, whose own words go into the terminal's log.
    name: "a host that takes a message without TLS and stays silent",
    right: "C16",
    at: null,
    onTerminal: `curl -sS -m 2 http://${router}:${ports.mute}/ 2>>/var/log/syslog`,
    hosts: [`${router}:${ports.mute}`],
  },
  { name: "certificate expired", right: "C20", at: "tls", hosts: [`tls:host.example:${ports.expired}`] },
  { name: "certificate of the future", right: "C20", at: "tls", hosts: [`tls:host.example:${ports.future}`] },
  { name: "certificate of a stranger", right: "C20", at: "tls", hosts: [`tls:host.example:${ports.stranger}`] },
  { name: "no cipher in common", right: "C20", at: "tls", hosts: [`tls:host.example:${ports.strict}`] },
  { name: "wrong TLS version", right: "C20", at: "tls", hosts: [`tls:host.example:${ports.outdated}`] },
];

describe.skipIf(obstacle !== null)(`a host broken for real${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let shop: BrokenShop;
  beforeAll(async () => {
    shop = await buildShop();
  });
  afterAll(() => shop.close());

  test.for(troubles)("$name: the first cause is $right", { timeout: 60_000 }, async (trouble) => {
    const { said, right, told } = await shop.prove(trouble);
    expect(said, told).toEqual(right);
  });

  test("nothing is broken: every stage passed, and it says so", { timeout: 60_000 }, async () => {
    await shop.open(async (peer) => {
      const { state, stages, causes } = await shop.diagnose(portOf(peer), [`tls:host.example:${ports.good}`]);
      const failed = stages.filter(({ outcome }) => outcome === "failed");
      expect([state, failed], tellStages(stages, causes)).toEqual(["all-passed", []]);
    });
  });
});
