import { expect, test } from "vitest";
import { findStanzas, listFarSources } from "../../../../../electron/core/dialects/linux-console/facts/ifupdown.ts";

const stanza = (name: string): string => `iface ${name} inet manual\n`;

function find(start: string, files: Readonly<Record<string, string>>): readonly string[] {
  const all = new Map(Object.entries({ "/etc/network/interfaces": start, ...files }));
  return findStanzas(all).map((each) => `${each.interface} ${each.file}`);
}

test.each([
  [
    "source interfaces.d/*",
    { "/etc/network/interfaces.d/eth1": stanza("eth1") },
    ["eth1 /etc/network/interfaces.d/eth1"],
  ],
  ["source /opt/shop/*.if", { "/opt/shop/a.if": stanza("a"), "/opt/shop/a.bak": stanza("b") }, ["a /opt/shop/a.if"]],
  ["source /opt/shop/[0-9].if", { "/opt/shop/1.if": stanza("a"), "/opt/shop/x.if": stanza("b") }, ["a /opt/shop/1.if"]],
  [
    "source-directory /opt/shop",
    { "/opt/shop/till-1": stanza("a"), "/opt/shop/till.bak": stanza("b"), "/opt/shop/deep/x": stanza("c") },
    ["a /opt/shop/till-1"],
  ],
  ["# source interfaces.d/*", { "/etc/network/interfaces.d/eth1": stanza("eth1") }, []],
  ["source /opt/shop/[", { "/opt/shop/[": stanza("a") }, ["a /opt/shop/["]],
])("%j brings what it names and nothing else", (line, files, expected) => {
  expect(find(`${line}\n`, files)).toEqual(expected);
});

test("files that source each other are each read once", () => {
  const found = find("source one\n", {
    "/etc/network/one": `${stanza("a")}source two\n`,
    "/etc/network/two": `${stanza("b")}source one\nsource interfaces\n`,
  });
  expect(found).toEqual(["a /etc/network/one", "b /etc/network/two"]);
});

test("the usual folder is no reason to ask again, others are, and nothing that a shell would run is", () => {
  const text = [
    "source interfaces.d/*",
    "source /etc/network/interfaces.d/*",
    "source-directory interfaces.d",
    "source /opt/shop/*.if",
    "  source-directory /opt/more",
    "source /opt/$(reboot)",
    "source /opt/a;reboot",
    "source /opt/`reboot`",
  ].join("\n");
  expect(listFarSources(text)).toEqual(["/opt/shop/*.if", "/opt/more/*"]);
});
