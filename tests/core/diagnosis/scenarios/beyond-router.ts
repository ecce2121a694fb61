// What goes wrong behind the router: C04, C08, C09, C15, C16, C19, C20, C26 without a code.
import { fromPc, walk } from "./path.ts";
import { label, type Scenario } from "./scenario.ts";
import { cabled, onWifi, openShop } from "./terminal.ts";

const year = 365 * 86_400;

export const beyondRouter: readonly Scenario[] = [
  label("dead fibre box", "C04", (random) => {
    const shop = openShop(random, { hosts: 2 });
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "tcp", reason: random.pick(["timed-out", "unreachable"] as const) }),
      says: ["others-too=yes"],
      may: ["dark-box=yes", "since=nothing"],
    };
  }),
  label("line in arrears, seen from the PC too", "C04", (random) => {
    const shop = openShop(random);
    const pc = [fromPc("gateway", "passed", "ok"), fromPc("name", "failed", "server-silent")];
    return {
      settings: cabled(shop),
      stages: [...walk(shop, random, { at: "tcp", reason: "timed-out" }), ...pc],
      says: ["others-too=yes"],
      may: ["since=nothing"],
    };
  }),
  label("sign-in page on the shop's Wi-Fi", "C04", (random) => {
    const shop = openShop(random, { tls: true });
    const page = { at: "tls", reason: "protocol", detail: "openssl: http request; HTTP/1.1 302 Found" } as const;
    return { settings: onWifi(shop), stages: walk(shop, random, page), says: ["portal=yes"], may: ["sometimes=no"] };
  }),
  label("sign-in page that answers in place of the host", "C04", (random) => {
    const shop = openShop(random, { tls: true });
    const page = { at: "tls", reason: "protocol", detail: "HTTP/1.1 302 Found" } as const;
    return { settings: random.chance(0.5) ? onWifi(shop) : cabled(shop), stages: walk(shop, random, page) };
  }),
  label("name server silent, everything else works", "C08", (random) => {
    const shop = { ...openShop(random), hosts: [{ host: "pay.example.com", port: 443, tls: true }] };
    return {
      settings: cabled(shop),
      stages: [...walk(shop, random, { at: "name", reason: "server-silent" }), fromPc("name", "passed", "ok")],
      says: ["others-too=no"],
      may: ["since=router"],
    };
  }),
  label("name server that lies", "C08", (random) => {
    const shop = { ...openShop(random), hosts: [{ host: "pay.example.com", port: 443, tls: true }] };
    return {
      settings: cabled(shop),
      stages: [...walk(shop, random, { at: "name", reason: "no-such-name" }), fromPc("name", "passed", "ok")],
      may: ["others-too=no", "since=router"],
    };
  }),
  label("name server that sends everybody to its own page", "C08", (random) => {
    const shop = { ...openShop(random), hosts: [{ host: "pay.example.com", port: 443, tls: true }] };
    const stages = walk(shop, random, { at: "tcp", reason: random.pick(["timed-out", "unreachable"] as const) });
    const told = `dig: pay.example.com. 60 IN A 192.168.${random.between(0, 99)}.${random.between(2, 250)}`;
    return {
      settings: cabled(shop),
      stages: stages.map((stage) => (stage.stage === "name" ? { ...stage, detail: told } : stage)),
      says: ["others-too=no"],
    };
  }),
  label("no name server set, hosts by name", "C08", (random) => {
    const shop = { ...openShop(random), hosts: [{ host: "pay.example.com", port: 443, tls: true }] };
    return {
      settings: { ...cabled(shop, { method: "static", dns: [] }), nameServers: [] },
      lines: ['java.net.UnknownHostException: Unable to resolve host "pay.example.com"'],
      may: ["others-too=no", "sometimes=no"],
    };
  }),
  label("a firewall that drops the port", "C09", (random) => {
    const shop = openShop(random, { hosts: 2 });
    const pc = random.chance(0.6) ? [fromPc("gateway", "passed", "ok")] : [];
    return {
      settings: cabled(shop),
      stages: [...walk(shop, random, { at: "tcp", reason: "timed-out" }), ...pc],
      says: ["others-too=no"],
      may: ["since=router", "dark-box=no"],
    };
  }),
  label("large packets are lost on the way", "C09", (random) => {
    const shop = openShop(random, { tls: true });
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "tls", reason: "no-answer" }),
      may: ["others-too=no"],
    };
  }),
  label("large packets are lost, and small ones come back", "C09", (random) => {
    const shop = openShop(random, { tls: true });
    const detail = "bash; openssl; small hello answered: error:0A000410:SSL routines::ssl/tls alert handshake failure";
    return {
      settings: random.chance(0.5) ? cabled(shop) : onWifi(shop),
      stages: walk(shop, random, { at: "tls", reason: "large-lost", detail }),
      may: ["others-too=no", "since=router", "sometimes=no"],
    };
  }),
  label("a host that is silent to small and large", "C16", (random) => {
    const shop = openShop(random, { hosts: 1, tls: true });
    const detail = "bash; openssl; small hello unanswered";
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "tls", reason: "no-answer", detail }),
      may: ["others-too=no", "since=new"],
    };
  }),
  label("a proxy that refuses the way", "C09", (random) => {
    const shop = openShop(random, { hosts: 2 });
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "tcp", reason: "unreachable" }),
      lines: ["pay: connect: No route to host"],
      says: ["others-too=no"],
      may: ["since=router"],
    };
  }),
  label("one host's port is refused", "C15", (random) => {
    const shop = openShop(random, { hosts: 2 });
    const stages = walk(shop, random, { at: "tcp", reason: "refused", onlyFirst: true });
    return { settings: cabled(shop), stages, lines: ["pay: failed to connect to 11.2.3.4 (port 9000): ECONNREFUSED"] };
  }),
  label("one host is silent, the other is there", "C15", (random) => {
    const shop = openShop(random, { hosts: 2 });
    const stages = walk(shop, random, { at: "tcp", reason: "timed-out", onlyFirst: true });
    return { settings: cabled(shop), stages, may: ["since=new", "others-too=no"] };
  }),
  label("the only host refuses", "C15", (random) => {
    const shop = openShop(random, { hosts: 1 });
    const stages = walk(shop, random, { at: "tcp", reason: "refused" });
    return { settings: cabled(shop), stages, may: ["since=new", "others-too=no", "sometimes=no"] };
  }),
  label("a port that speaks no TLS", "C15", (random) => {
    const shop = openShop(random, { hosts: 1, tls: true });
    const detail = "openssl: error:0A00010B:SSL routines::wrong version number";
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "tls", reason: "protocol", detail }),
      may: ["since=new", "others-too=no"],
    };
  }),
  label("a port that is no port", "C15", (random) => {
    const shop = { ...openShop(random), hosts: [{ host: "11.2.3.4", port: 0, tls: false }] };
    return { settings: cabled(shop), may: ["since=new", "others-too=no"] };
  }),
  label("connected, and the host says nothing", "C16", (random) => {
    const shop = openShop(random);
    return {
      settings: cabled(shop),
      stages: walk(shop, random, null),
      lines: ["pay: java.net.SocketTimeoutException: Read timed out"],
      may: ["others-too=no", "sometimes=no", "since=new"],
    };
  }),
  label("a message header that is none", "C16", (random) => {
    const shop = openShop(random);
    return {
      settings: { ...cabled(shop), tpdu: random.pick(["60000", "12345678AB", "6000030", "XX00030000"]) },
      stages: random.chance(0.6) ? walk(shop, random, null) : [],
      lines: ["pay: read timed out"],
    };
  }),
  label("a new terminal whose request brings no byte back", "C16", (random) => {
    const shop = openShop(random);
    const lines = ["curl: (28) Operation timed out after 30001 milliseconds with 0 bytes received"];
    return { settings: cabled(shop), stages: walk(shop, random, null), lines, says: ["since=new"] };
  }),
  label("clock back at its first day", "C19", (random) => {
    const shop = openShop(random, { tls: true });
    const ahead = -random.between(2, 20) * year;
    return {
      settings: { ...cabled(shop), clock: { time: null, aheadSeconds: ahead } },
      stages: walk(shop, random, { at: "tls", reason: "certificate", detail: "certificate is not yet valid" }),
      may: ["since=power"],
    };
  }),
  label("clock wrong, in the log", "C19", (random) => ({
    settings: {
      ...cabled(openShop(random, { tls: true })),
      clock: { time: null, aheadSeconds: -random.between(30, 4000) * 86_400 },
    },
    lines: ["java.security.cert.CertificateNotYetValidException: NotBefore: Mon Jan 05 00:00:00 GMT 2026"],
    may: ["since=power", "others-too=no"],
  })),
  label("clock years ahead", "C19", (random) => {
    const shop = openShop(random, { tls: true });
    return {
      settings: { ...cabled(shop), clock: { time: null, aheadSeconds: random.between(2, 9) * year } },
      stages: walk(shop, random, { at: "tls", reason: "certificate", detail: "certificate has expired" }),
    };
  }),
  label("an authority that the terminal does not know", "C20", (random) => {
    const shop = openShop(random, { tls: true });
    const detail = "unable to get local issuer certificate";
    const stages = walk(shop, random, { at: "tls", reason: "certificate", detail });
    return { settings: cabled(shop), stages, may: ["since=update", "others-too=no"] };
  }),
  label("no TLS version in common", "C20", (random) => {
    const shop = openShop(random, { tls: true });
    const detail = "openssl: tlsv1 alert protocol version";
    return { settings: cabled(shop), stages: walk(shop, random, { at: "tls", reason: "protocol", detail }) };
  }),
  label("certificate expired, clock right", "C20", (random) => {
    const shop = openShop(random, { tls: true });
    return {
      settings: { ...cabled(shop), clock: { time: null, aheadSeconds: random.between(-60, 60) } },
      stages: walk(shop, random, { at: "tls", reason: "certificate", detail: "certificate has expired" }),
    };
  }),
  label("trust anchor missing, in the log", "C20", (random) => ({
    settings: {
      ...cabled(openShop(random, { tls: true })),
      clock: { time: null, aheadSeconds: random.between(-60, 60) },
    },
    lines: [
      random.pick([
        "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
        "pay: mbedtls_ssl_handshake returned -0x2700",
      ]),
    ],
    may: ["since=update", "others-too=no"],
  })),
  label("no terminal of this acquirer works", "C26", (random) => {
    const shop = openShop(random, { hosts: random.between(1, 2) });
    return {
      settings: cabled(shop),
      stages: walk(shop, random, { at: "tcp", reason: random.pick(["timed-out", "refused"] as const) }),
      says: ["others-too=all-terminals"],
      may: ["since=nothing"],
    };
  }),
];
