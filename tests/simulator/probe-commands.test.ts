// arping, nslookup and nc of the simulated terminal, held to what the real ones printed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openTerminal } from "./console.ts";

const corpus = join(import.meta.dirname, "../corpus/linux-console/probes");

/** What the tool printed in a capture, and its exit status. */
function readCapture(file: string): string {
  const text = readFileSync(join(corpus, file), "utf8");
  const section = /\n=kkkk (?:nc|arping|nslookup)\n([^]*?)\n=(\d+)\n/.exec(text);
  return `${section?.[1] ?? "no section"}\n[${section?.[2] ?? "?"}]`;
}

/** Names, addresses, ports and times differ from place to place; the words do not. */
function blank(text: string): string {
  return text
    .replaceAll(/[0-9A-F]{2}(?::[0-9A-F]{2}){5}/g, "MAC")
    .replaceAll(/\d+\.\d+\.\d+\.\d+/g, "ADDRESS")
    .replaceAll(/\b[a-z]+\.example\b/g, "NAME")
    .replaceAll(/\d+\.\d+ms/g, "TIME")
    .replaceAll(/port \d+|ADDRESS \d+/g, "PORT")
    .trim();
}

describe("the simulated terminal says it as the real tool does", () => {
  test.for<[string, string]>([
    ["arping -D -c 2 -w 3 -I eth0 192.168.1.1", "duplicate/arping/taken"],
    ["arping -D -c 2 -w 3 -I eth0 192.168.1.99", "duplicate/arping/ok"],
    ["nslookup pay.example 192.168.1.1", "name/nslookup/ok"],
    ["nslookup no.example 192.168.1.1", "name/nslookup/no-such-name"],
    ["nc -z -v -n -w 1 192.168.1.1 80", "tcp/nc-openbsd/ok"],
    ["nc -z -v -n -w 1 192.168.1.1 81", "tcp/nc-openbsd/refused.refused"],
    ["nc -z -v -n -w 4 192.168.1.99 80", "tcp/nc-openbsd/unreachable"],
    ["nc -z -v -n -w 1 198.51.100.7 80", "tcp/nc-openbsd/timed-out"],
    ["nc -z -v -w 1 no.example 80", "tcp/nc-openbsd/no-such-name"],
  ])("%s", async ([line, capture]) => {
    const terminal = await openTerminal("demo:linux");
    const { stdout, stderr, exitCode } = await terminal.run(line);
    expect(blank(`${(stderr + stdout).trimEnd()}\n[${exitCode}]`)).toBe(blank(readCapture(capture)));
  });
});
