import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printChecksum } from "../../../../../electron/core/bytes/checksum-tools.ts";
import { type Answers, renewAnswers } from "../../../../../electron/core/dialects/linux-console/facts/again.ts";
import { readFacts } from "../../../../../electron/core/dialects/linux-console/read.ts";

const corpus = join(import.meta.dirname, "../../../../corpus/linux-console/static-address");
const interfaces = "auto eth0\niface eth0 inet static\n    address 192.168.1.23/24\n";
const changed = interfaces.replace("1.23", "1.99");

function read(name: string): string {
  return readFileSync(join(corpus, name), "utf8");
}

function answer(links: string): Answers {
  const files = `=k f /etc/network/interfaces\n${interfaces}\n=k net\n`;
  return { key: "k", outputs: [`=k a\n${read(links)}\n=k r\n${read("ip-route")}`, files] };
}

function renew(links: string, said: string): Answers | null {
  const files = [{ path: "/etc/network/interfaces", texts: [interfaces, changed] }];
  return renewAnswers(answer(links), { key: "n", outputs: [said], name: "eth0", files, tool: "cksum" });
}

function describe(answers: Answers | null): readonly unknown[] {
  const facts = answers && readFacts(answers.outputs, answers.key, 0);
  const eth0 = facts?.ok && facts.value.reading.interfaces.find(({ name }) => name === "eth0");
  if (!eth0) return [];
  const { running, ipv4, mac, link } = eth0;
  return [running?.ipv4?.address, running?.ipv4?.additional, running?.ipv6?.address, ipv4?.address, mac, link];
}

const addresses = [
  "2: eth0    inet 192.168.1.99/24 brd 192.168.1.255 scope global eth0\\       valid_lft forever preferred_lft forever",
  "2: eth0    inet 10.0.0.9/8 scope global eth0\\       valid_lft forever preferred_lft forever",
].join("\n");

test.each(["ip-j-address", "ip-address", "busybox-ip-address"])(
  "a small reading changes the addresses of its interface in %s and nothing else",
  (links) => {
    const [, , ipv6, , mac, link] = describe(answer(links));
    const sum = printChecksum("cksum", changed);
    const renewed = describe(renew(links, `=n a\n${addresses}\n=n r\n\n=n c\n${sum}`));
    expect(renewed).toEqual(["192.168.1.99", ["10.0.0.9/8"], ipv6, "192.168.1.99", mac, link]);
  },
);

test("a file whose checksum nobody knows needs a whole reading", () => {
  expect(renew("ip-j-address", `=n a\n${addresses}\n=n r\n\n=n c\n1 2`)).toBeNull();
});
