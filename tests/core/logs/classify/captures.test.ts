import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { classifyLine } from "../../../../electron/core/logs/classify/classifier.ts";
import { causes, logPatterns } from "../../../../electron/core/logs/knowledge/knowledge.ts";

const folder = resolve(import.meta.dirname, "../../../corpus/logs");

/** What each capture of a real program names; nothing for those of programs that were content, or that never came to it. */
const named: Readonly<Record<string, readonly string[]>> = {
  "NetworkManager/no-lease": [],
  "NetworkManager/no-address": ["C01", "C05"],
  "connman/no-address": [],
  "curl/no-host": ["C09"],
  "dhcpcd/carrier-lost": ["C01"],
  "dhcpcd/link-local": ["C05"],
  "dnsmasq/declined": ["C06"],
  "hostapd/assoc-reject": ["C03"],
  "hostapd/auth-reject": [],
  "hostapd/disconnected": [],
  "hostapd/wrong-key": ["C03"],
  "kernel/duplicate-address": ["C06"],
  "kernel/link-down": ["C01"],
  "kernel/start": ["normal"],
  "mbedtls/refused": ["C15"],
  "mbedtls/trusted": [],
  "mbedtls/unknown-host": ["C08"],
  "mbedtls/untrusted": ["C20"],
  "mbedtls/version-refused": ["C20"],
  "nslookup/silent": ["C08"],
  "pppd/chap-refused": ["C12"],
  "pppd/hangup": ["C02"],
  "pppd/pap-refused": ["C12"],
  "pppd/silent": ["C02", "C12"],
  "syslogd/start": ["normal"],
  "systemd-networkd/lost-carrier": ["C01"],
  "udhcpc/offer-in-use": ["C06"],
  "wpa_cli/not-found": ["C03"],
  "wpa_supplicant/assoc-reject": ["C03"],
  "wpa_supplicant/auth-reject": ["C03"],
  "wpa_supplicant/disconnected": ["C02"],
  "wpa_supplicant/wrong-key": ["C03"],
  "chat/busy": ["C14"],
  "chat/connect-1200": [],
  "chat/no-carrier": ["C14"],
  "chat/no-dialtone": ["C14"],
  "chat/silence": [],
  "curl/expired": ["C19"],
  "curl/no-answer": ["C16"],
  "curl/no-route": ["C07"],
  "curl/refused": ["C15"],
  "curl/timed-out": ["C15"],
  "curl/unknown-host": ["C08"],
  "curl/untrusted": ["C20"],
  "curl/version-refused": ["C20"],
  "dhclient/no-offers": ["C05"],
  "dhcpcd/address-claimed": ["C06"],
  "dhcpcd/no-server": [],
  "dnsmasq/pool-exhausted": ["C05"],
  "java/expired": ["C19", "C20"],
  "java/no-network": ["C07"],
  "java/no-tls-there": ["C15"],
  "java/not-yet-valid": ["C19", "C20"],
  "java/refused": ["C15"],
  "java/silent-host": ["C16"],
  "java/unknown-host": ["C08"],
  "java/untrusted": ["C20"],
  "java/version-refused": ["C20"],
  "openssl/expired": ["C19", "C20"],
  "openssl/no-tls-there": ["C15"],
  "openssl/refused": ["C15"],
  "openssl/untrusted": ["C20"],
  "openssl/version-refused": ["C20"],
  "pppd/no-kernel-support": [],
  "udhcpc/no-lease": ["C05"],
  "wpa_supplicant/no-authenticator": [],
};

function listCauses(text: string): readonly string[] {
  const found = text.split("\n").map((line) => classifyLine(line)?.cause ?? "");
  return [...new Set(found)].filter((cause) => cause !== "").sort();
}

test.each(Object.entries(named))("the capture %s names what was wrong and nothing else", (name, expected) => {
  expect(listCauses(readFileSync(join(folder, name), "utf8"))).toEqual(expected);
});

test("every capture has its expectation", () => {
  const captured = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.includes("/") && statSync(join(folder, name)).isFile(),
  );
  expect(captured.sort()).toEqual(Object.keys(named).sort());
});

test("every literal was said by a real program in a capture, but for those that the data names as not captured", () => {
  const said = new Set<string>();
  for (const name of Object.keys(named)) {
    for (const line of readFileSync(join(folder, name), "utf8").split("\n")) {
      const { pattern } = classifyLine(line) ?? {};
      const lower = line.toLowerCase();
      for (const literal of pattern?.literals ?? []) if (lower.includes(literal)) said.add(`${pattern?.id} ${literal}`);
    }
  }
  const missing = logPatterns.flatMap(({ id, literals }) =>
    literals.map((literal) => `${id} ${literal}`).filter((each) => !said.has(each)),
  );
  const admitted = logPatterns.flatMap(({ id, notCaptured = [] }) =>
    notCaptured.flatMap(({ literals }) => literals.map((literal) => `${id} ${literal}`)),
  );
  expect(admitted.sort()).toEqual(missing.sort());
});

test("patterns of which no line at all was captured are those of modems, of payment applications and of hardware", () => {
  const whole = logPatterns.filter(
    ({ literals, notCaptured = [] }) => notCaptured.flatMap((each) => each.literals).length === literals.length,
  );
  expect(whole.map(({ id, notCaptured }) => `${id}: ${notCaptured?.[0]?.needs}`)).toEqual([
    "kernel.no-carrier: other-version",
    "sim.error: modem",
    "sim.pin: modem",
    "modem.no-signal: modem",
    "modem.denied: modem",
    "modem.searching: modem",
    "module.fault: modem",
    "host.answered: application",
    "host.text-disabled: application",
    "app.sign-in-needed: application",
    "power.undervoltage: hardware",
  ]);
});

/** Wordings of programs that could not be made to say them here: known ones, not confirmed by a run. */
const written: readonly (readonly [string, string])[] = [
  ["e1000: eth0 NIC Link is Down", "C01"],
  ["smsc95xx 1-1.1:1.0 eth0: link is down", "C01"],
  ['wlan0: CTRL-EVENT-SSID-TEMP-DISABLED id=0 ssid="shop" auth_failures=1 duration=10 reason=WRONG_KEY', "C03"],
  ["wlan0: WPA: 4-Way Handshake failed - pre-shared key may be incorrect", "C03"],
  ["wlan0: CTRL-EVENT-ASSOC-REJECT bssid=02:00:00:00:00:01 status_code=17", "C03"],
  ["wlan0: CTRL-EVENT-DISCONNECTED bssid=02:00:00:00:00:01 reason=4", "C02"],
  ["udhcpc: offered address is in use (got ARP reply), declining", "C06"],
  [
    "<info> device (eth0): state change: ip-config -> failed (reason 'ip-config-unavailable', sys-iface-state: 'managed')",
    "C05",
  ],
  [
    'java.net.UnknownHostException: Unable to resolve host "pos.example.com": No address associated with hostname',
    "C08",
  ],
  [
    "java.net.ConnectException: failed to connect to /10.9.0.1 (port 8583) after 5000ms: isConnected failed: ECONNREFUSED (Connection refused)",
    "C15",
  ],
  [
    "failed to connect to pos.example.com/10.9.0.1 (port 8583): connect failed: ENETUNREACH (Network is unreachable)",
    "C07",
  ],
  ["failed to connect to /10.9.0.1 (port 8583): connect failed: EHOSTUNREACH (No route to host)", "C09"],
  ["java.net.SocketTimeoutException: Read timed out", "C16"],
  [
    "java.net.SocketTimeoutException: failed to connect to pos.example.com/10.9.0.1 (port 8583) from /10.9.0.2 (port 40612) after 20000ms",
    "C15",
  ],
  ["E/Trans: failed to connect to /10.9.0.1 (port 8583) after 20000ms", "C15"],
  ["Caused by: java.security.cert.CertificateNotYetValidException: Certificate not valid until Mon Nov 23 2026", "C19"],
  ["java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.", "C20"],
  ["mbedtls_ssl_handshake returned -0x2700", "C20"],
  ["ssl_handshake ret=-0x7780", "C20"],
  ["mbedtls_net_connect returned -0x0052", "C08"],
  ["+CME ERROR: 10", "C10"],
  ["+CME ERROR: SIM not inserted", "C10"],
  ["+CME ERROR: 148", "C12"],
  ["+CME ERROR: 103", "C11"],
  ["+CPIN: SIM PUK", "C10"],
  ["+CSQ: 99,99", "C02"],
  ["+CSQ: 5,99", "C02"],
  ["+CREG: 0,3", "C11"],
  ["+CREG: 2", "C13"],
  ["LCP: timeout sending Config-Requests", "C12"],
  ["PAP authentication failed", "C12"],
  ["pppd[212]: Modem hangup", "C02"],
  ["NO CARRIER", "C14"],
  ["host field[39]: 91", "C26"],
  ["39域=97", "C23"],
  ["respCode=A0", "C21"],
  ['"responseCode":"94"', "C27"],
  ["F39: 30", "C25"],
  ["<respCode>91</respCode>", "C26"],
  ["bit 39: 97", "C23"],
];

test.each(written)("%s", (line, cause) => {
  expect(classifyLine(line)?.cause).toBe(cause);
});

describe("lines that look alike mean nothing", () => {
  test.each([
    "eth0: link up, 100Mbps, full-duplex",
    "[WPA] no link down events since start",
    "abort on (NO CARRIER)",
    "wlan0: CTRL-EVENT-DISCONNECTED bssid=02:00:00:00:00:01 reason=3 locally_generated=1",
    "dhclient: bound to 10.9.0.2 -- renewal in 1800 seconds; 0 no lease errors",
    "udhcpc: lease of 10.9.0.2 obtained, lease time 3600",
    "The report claims 10 percent growth",
    "sudo: unable to resolve host terminal: Name or service not known",
    "Verify return code: 0 (ok)",
    "certificate will expire on 2027-01-01",
    "offset -0x2700 in section .text",
    "+CSQ: 21,99",
    "+CREG: 0,1",
    "+CREG: 0,5",
    "+CME ERROR: 100",
    "+CPIN: READY",
    "respCode=00",
    "host field[39]: 51",
    "ipv4 connect timeout after 2000ms, move on!",
    "no tamper detected, battery ok",
    "response code: 200",
    "bit 39 of the map is set",
    "reading response code table",
  ])("%s", (line) => {
    expect(classifyLine(line)?.cause ?? null).toBeNull();
  });
});

test("an ambiguous response code names no cause", () => {
  expect([classifyLine("field[39]: 58")?.cause, classifyLine("field[39]: 58")?.code]).toEqual([null, "58"]);
});

test("every cause that a pattern names is known by name in both languages", () => {
  const known = new Set(causes.map(({ id }) => id));
  const named = logPatterns.map(({ cause }) => cause).filter((cause) => cause !== null && cause !== "normal");
  expect(named.filter((cause) => !known.has(cause ?? ""))).toEqual([]);
});

test("a confirmation takes no longer than its line is long", () => {
  const bait = ["a", " ", "-", "0", "connect ", "verify ", "eth0 ", "SSL ", "DHCPDISCOVER(", "ret "];
  const slow = logPatterns.filter(({ literals }) =>
    bait.some((piece) => {
      const line = piece.repeat(Math.ceil(4096 / piece.length)) + (literals[0] ?? "");
      const started = performance.now();
      classifyLine(line);
      return performance.now() - started > 250;
    }),
  );
  expect(slow.map(({ id }) => id)).toEqual([]);
});
