// What is broken between the terminal and the host, for real, asked over a real console: the right cause comes first.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startConsole } from "../../peers/console-in-namespace.ts";
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

const othersWork = [{ question: "others-too", option: "no" }];

const troubles: readonly Trouble[] = [
  {
    name: "link down",
    right: "C01",
    at: "link",
    onRouter: "ip link set lan0 down",
    hosts: [`tls:${router}:${ports.good}`],
  },
  {
    name: "wrong gateway",
    right: "C07",
    at: "gateway",
    onTerminal: "ip route replace default via 192.168.1.254",
    hosts: ["11.99.0.1:80"],
    answers: othersWork,
  },
  {
    name: "wrong mask",
    right: "C07",
    onTerminal:
      "ip address flush dev eth0; ip address add 192.168.1.20/30 dev eth0; ip route add default via 192.168.1.1",
    hosts: ["11.99.0.1:80"],
  },
  {
    name: "duplicate address",
    right: "C06",
    at: "duplicate",
    onRouter: "ip address add 192.168.1.20/32 dev lan0",
    hosts: [],
  },
  {
    name: "name server dead",
    right: "C08",
    at: "name",
    onTerminal: "echo nameserver 192.168.1.3 > /etc/resolv.conf",
    hosts: ["host.example:8443"],
  },
  { name: "name server lies", right: "C08", at: "tcp", hosts: ["lie.example:8443"] },
  {
    name: "port dropped",
    right: "C09",
    at: "tcp",
    onRouter: "ip route add blackhole 11.99.0.0/16",
    hosts: ["11.99.0.1:80", "11.99.0.2:80"],
    answers: othersWork,
  },
  {
    name: "line behind the router dead",
    right: "C04",
    at: "tcp",
    onRouter: "echo 1 > /proc/sys/net/ipv4/ip_forward; ip route add unreachable 11.99.0.0/16",
    hosts: ["11.99.0.1:80", "11.99.0.2:80"],
    answers: [{ question: "others-too", option: "yes" }],
  },
  {
    name: "captive portal",
    right: "C04",
    at: "tls",
    hosts: [`tls:${router}:${ports.page}`, `tls:${router}:${ports.other}`],
  },
];

describe.skipIf(obstacle !== null)(`a way broken for real${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  let shop: BrokenShop;
  beforeAll(async () => {
    shop = await buildShop();
  });
  afterAll(() => shop.close());

  test.for(troubles)("$name: the first cause is $right", { timeout: 60_000 }, async (trouble) => {
    const { said, right, told } = await shop.prove(trouble);
    expect(said, told).toEqual(right);
  });

  test("nothing is broken and no host is known: it asks for one", { timeout: 60_000 }, async () => {
    await shop.open(async (peer) => {
      expect((await shop.diagnose(portOf(peer), [])).state).toBe("no-host");
    });
  });

  test.for(["server off", "pool exhausted"])("DHCP, %s: the first cause is C05", { timeout: 60_000 }, async (kind) => {
    const peer = await startConsole({
      shell: "bash",
      login: "root-autologin",
      manager: "ifupdown",
      interfacesFile: "auto lo\niface lo inet loopback\nauto eth0\niface eth0 inet dhcp\n",
      startUp: ["ip link set eth0 up"],
    });
    try {
      if (kind === "pool exhausted") {
        const server = ["--no-daemon", "--conf-file=/dev/null", "--pid-file=", "--port=0", "--interface=lan0"];
        // One address, and it is somebody else's.
        const pool = [
          "--dhcp-range=192.168.1.50,192.168.1.50,255.255.255.0",
          "--dhcp-host=02:00:00:00:00:01,192.168.1.50",
        ];
        peer.startOnRouter("dnsmasq", [...server, ...pool, `--dhcp-leasefile=${join(shop.folder, "leases")}`]);
      }
      await peer.inNamespace("busybox udhcpc -n -q -i eth0 -t 2 -T 1");
      const { causes, stages } = await shop.diagnose(portOf(peer), [`${router}:8081`]);
      expect(causes[0]?.cause, tellStages(stages, causes)).toBe("C05");
    } finally {
      await peer.close();
    }
  });
});
