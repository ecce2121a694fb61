import { expect, test } from "vitest";
import { makeQuestion } from "../../../../../electron/core/dialects/linux-console/probes/run-test.ts";
import type { TerminalTest } from "../../../../../electron/core/dialects/terminal-test.ts";

test.for<[string, TerminalTest]>([
  ["an option", { kind: "tcp", host: "-oProxyCommand=x", port: 80 }],
  ["shell", { kind: "tls", host: "a;reboot", port: 443 }],
  ["a line end", { kind: "name", name: "a\nreboot", server: null }],
  ["a server that is a name", { kind: "name", name: "a.example", server: "ns.example" }],
  ["an address that is none", { kind: "gateway", interface: "eth0", address: "192.168.1" }],
  ["a zone that could hold anything", { kind: "gateway", interface: "eth0", address: "fe80::1%$(id)" }],
  ["an interface name with shell", { kind: "link", interface: "eth0;id" }],
])("%s in a target never becomes a script", ([, asked]) => {
  expect(makeQuestion(asked, 3, "kkkk").ok).toBe(false);
});

test("a terminal that did not come to the end of the script has given no answer", () => {
  const question = makeQuestion({ kind: "link", interface: "eth0" }, 3, "kkkk");
  const read = question.ok ? question.value.read("\n=kkkk begin\n12.5\n\n=kkkk link\ncarrier 1\n") : null;
  expect(read).toMatchObject({ ok: false, failure: { code: "answer-unreadable" } });
});

test("what a peer says is quoted without its control characters and not for ever", () => {
  const question = makeQuestion({ kind: "tcp", host: "192.0.2.1", port: 80 }, 3, "kkkk");
  const said = `\u001b[2Jnobody refused ${"x".repeat(2000)}`;
  const output = `\n=kkkk begin\n1.0\n\n=kkkk bash\n${said}\n=1\n\n=kkkk end\n2.5\n`;
  const read = question.ok ? question.value.read(output) : null;
  expect(read).toMatchObject({
    ok: true,
    value: {
      milliseconds: 1500,
      evidence: expect.stringMatching(/^bash: {2}\[2Jnobody refused x{400,490}$/) as string,
    },
  });
});
