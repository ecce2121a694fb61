import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  editStanza,
  findOption,
  parseStanzas,
  type StanzaEdit,
} from "../../../../../electron/core/dialects/linux-console/facts/interfaces-file.ts";
import { runProgram } from "../../../../peers/owned-process.ts";
import { findObstacle } from "../../../../peers/system-packages.ts";

const whole = `# first
source /etc/network/interfaces.d/*
auto lo eth0
allow-hotplug eth1

iface lo inet loopback

# the shop's line
iface eth0 inet static
\taddress 192.168.1.23
\tnetmask 255.255.255.0
\t# not the old one
\tgateway 192.168.1.1
\tdns-nameservers 192.168.1.1 \\
\t\t9.9.9.9
\tup ip route add 10.0.0.0/8 via 192.168.1.254 || true
\tup echo "second  hook"

iface eth0 inet6 auto

iface eth1 inet dhcp
    hostname pos # not a comment
mapping eth2
    script /sbin/guess
iface eth2 inet static
address 10.0.0.5/8
`;

function find(text: string, name: string, family: "inet" | "inet6" = "inet"): ReturnType<typeof parseStanzas>[number] {
  const stanza = parseStanzas(text).find((each) => each.interface === name && each.family === family);
  if (!stanza) throw new Error(`no stanza of ${name}`);
  return stanza;
}

test("every stanza is found with its method", () => {
  const found = parseStanzas(whole).map((stanza) => `${stanza.interface} ${stanza.family} ${stanza.method}`);
  expect(found).toEqual([
    "lo inet loopback",
    "eth0 inet static",
    "eth0 inet6 auto",
    "eth1 inet dhcp",
    "eth2 inet static",
  ]);
});

test.each([
  ["eth0", "address", "192.168.1.23"],
  ["eth0", "gateway", "192.168.1.1"],
  ["eth1", "hostname", "pos # not a comment"],
  ["eth2", "address", "10.0.0.5/8"],
  ["eth2", "script", null],
  ["eth1", "script", null],
])("%s has the option %s as %s", (name, option, value) => {
  expect(findOption(find(whole, name), option)).toBe(value);
});

test("a continued line is one value", () => {
  expect(findOption(find(whole, "eth0"), "dns-nameservers")?.split(/\s+/)).toEqual(["192.168.1.1", "9.9.9.9"]);
});

test("an edit changes what it names and keeps every other line byte for byte", () => {
  const edit: StanzaEdit = { method: null, options: { gateway: "192.168.1.254", "dns-nameservers": "1.1.1.1" } };
  const expected = whole
    .replace("\tgateway 192.168.1.1", "\tgateway 192.168.1.254")
    .replace("\tdns-nameservers 192.168.1.1 \\\n\t\t9.9.9.9\n", "\tdns-nameservers 1.1.1.1\n");
  expect(editStanza(whole, find(whole, "eth0"), edit)).toBe(expected);
});

test("a method on a continued line is changed too", () => {
  const text = "iface eth0 inet \\\n   static\n  address 10.0.0.1/8\n";
  const edited = editStanza(text, find(text, "eth0"), { method: "dhcp", options: { address: null } });
  expect(find(edited, "eth0")).toMatchObject({ method: "dhcp", options: [] });
});

test("an option that stands twice stands once when it was set", () => {
  const text = "iface eth0 inet static\n  gateway 10.0.0.1\n  up x\n  gateway 10.0.0.2\n";
  const edited = editStanza(text, find(text, "eth0"), { method: null, options: { gateway: "10.0.0.3" } });
  expect(edited).toBe("iface eth0 inet static\n  gateway 10.0.0.3\n  up x\n");
});

test("a file without a line end at its end keeps its last line", () => {
  const text = "iface eth0 inet dhcp";
  const edited = editStanza(text, find(text, "eth0"), { method: "static", options: { address: "10.0.0.1/8" } });
  expect(edited).toBe("iface eth0 inet static\n    address 10.0.0.1/8");
});

const address = fc.ipV4();
const hook = fc.constantFrom(
  "up echo 'a  b'",
  "down true",
  'pre-up sh -c "x=1; y"',
  "hwaddress ether 02:00:00:00:00:09",
  "mtu 1400",
);
const comment = fc.constantFrom("# note", "   # indented # twice", "", "\t");
const optionLine = fc.oneof(
  hook.map((text) => `  ${text}`),
  comment,
  address.map((text) => `\taddress ${text}`),
  address.map((text) => `gateway   ${text}  `),
  address.map((text) => `  netmask ${text}`),
  fc.tuple(address, address).map(([one, two]) => `  dns-nameservers ${one} \\\n    ${two}`),
  address.map((text) => `  broadcast ${text}`),
);
const stanza = fc
  .record({
    name: fc.constantFrom("eth0", "eth1", "lo", "wlan0", "eth0.10"),
    family: fc.constantFrom("inet", "inet6"),
    method: fc.constantFrom("static", "dhcp", "manual"),
    before: fc.constantFrom(
      "",
      "auto eth0\n",
      "source /etc/network/interfaces.d/*\n",
      "# comment\n\n",
      "allow-hotplug eth1\n",
    ),
    lines: fc.array(optionLine, { maxLength: 6 }),
  })
  .map(({ name, family, method, before, lines }) =>
    [`${before}iface ${name} ${family} ${method}`, ...lines].join("\n"),
  );
const file = fc.array(stanza, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("\n")}\n`);
const edits = fc.record({
  method: fc.constantFrom(null, "static", "dhcp"),
  options: fc.record(
    {
      address: fc.option(address, { nil: null }),
      netmask: fc.option(address, { nil: null }),
      gateway: fc.option(address, { nil: null }),
      "dns-nameservers": fc.option(address, { nil: null }),
    },
    { requiredKeys: [] },
  ),
});

/** The file's lines that belong to none of the named options of one stanza. */
function listOthers(text: string, at: number, names: readonly string[]): readonly string[] {
  const target = parseStanzas(text)[at];
  return text.split("\n").filter((_, line) => {
    if (line === target?.from) return false;
    return !target?.options.some(({ name, from, to }) => names.includes(name) && line >= from && line < to);
  });
}

test("what was edited parses back as wanted, and all other lines are unchanged and in order", () => {
  fc.assert(
    fc.property(file, fc.nat(), edits, (text, pick, edit) => {
      const at = pick % parseStanzas(text).length;
      const target = parseStanzas(text)[at];
      if (!target) throw new Error("no stanza");
      const edited = editStanza(text, target, edit);
      const after = parseStanzas(edited)[at];
      const names = Object.keys(edit.options);
      const got = Object.fromEntries(names.map((name) => [name, after ? findOption(after, name) : undefined]));
      expect({ method: after?.method, got, others: listOthers(edited, at, names) }).toEqual({
        method: edit.method ?? target.method,
        got: edit.options,
        others: listOthers(text, at, names),
      });
    }),
    { numRuns: 2000 },
  );
});

describe.skipIf(findObstacle("console") !== null)("ifquery", () => {
  const folder = mkdtempSync(join(tmpdir(), "counterpart-interfaces-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** `name: value` pairs, as ifupdown itself reads the file; null when it finds the file wrong. */
  async function query(text: string, name: string): Promise<readonly string[] | null> {
    const path = join(folder, "interfaces");
    writeFileSync(path, text);
    const { status, stdout } = await runProgram("ifquery", ["-i", path, name]);
    return status === 0 ? stdout.trim().split("\n").map(normalize).sort() : null;
  }

  function normalize(line: string): string {
    return line.replace(/\s+/g, " ").trim();
  }

  /** ifquery joins nothing of hooks and works out masks; only plain options are compared. */
  const compared = /^(?:gateway|dns-nameservers|mtu|hostname):/;

  test("reads the options of a hand-written file as we do", async () => {
    const ours = find(whole, "eth0")
      .options.map(({ name, value }) => normalize(`${name}: ${value}`))
      .sort();
    const theirs = await query(whole.replace("source /etc/network/interfaces.d/*\n", ""), "eth0");
    expect(theirs?.filter((line) => compared.test(line))).toEqual(ours.filter((line) => compared.test(line)));
  });

  test("finds what was edited", async () => {
    const edit = {
      method: null,
      options: { address: "10.1.2.3/8", netmask: null, gateway: "10.0.0.1", "dns-nameservers": "1.1.1.1" },
    };
    const theirs = await query(editStanza(whole, find(whole, "eth0"), edit).replace(/source.*\n/, ""), "eth0");
    expect(theirs).toEqual(
      expect.arrayContaining([
        "address: 10.1.2.3",
        "netmask: 255.0.0.0",
        "gateway: 10.0.0.1",
        "dns-nameservers: 1.1.1.1",
      ]),
    );
  });

  test("reads drawn files as we do", async () => {
    const files = fc.sample(
      fc.array(
        fc.oneof(
          hook,
          comment,
          fc.constantFrom("gateway 10.0.0.1", "dns-nameservers 1.1.1.1 \\\n  9.9.9.9", "hostname a b"),
        ),
        { maxLength: 6 },
      ),
      40,
    );
    for (const lines of files) {
      const text = `iface eth0 inet manual\n${[...new Set(lines)].map((line) => `  ${line}`).join("\n")}\n`;
      const ours = find(text, "eth0")
        .options.map(({ name, value }) => normalize(`${name}: ${value}`))
        .filter((line) => compared.test(line))
        .sort();
      expect(
        (await query(text, "eth0"))?.filter((line) => compared.test(line)),
        text,
      ).toEqual(ours);
    }
  });
});
