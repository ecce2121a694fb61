// The simulated terminals that are spoken to in lines of text, as another program meets them.
import { connect } from "node:net";
import { expect, test } from "vitest";
import { serveTerminal } from "../../electron/simulator/serve.ts";
import { makeDeviceServer } from "../../electron/simulator/text/device-server.ts";
import { keyValue } from "../../electron/simulator/text/key-value.ts";
import type { Persona } from "../../electron/simulator/text/persona.ts";
import { TextTerminal } from "../../electron/simulator/text/text-terminal.ts";
import { zebraSgd } from "../../electron/simulator/text/zebra-sgd.ts";
import { hurry } from "../contracts/fast-clock.ts";

const surroundings = hurry(20);

/** What it says to each line, with its line ends as `|`. */
async function talk(persona: Persona, lines: readonly string[]): Promise<readonly string[]> {
  const terminal = new TextTerminal("t", { surroundings, persona }, { bootTime: 20 });
  const port = terminal.connect();
  if (!port.ok) throw new Error(port.failure.code);
  let heard = "";
  port.value.onBytes((bytes) => (heard += String.fromCharCode(...bytes)));
  const answers: string[] = [];
  for (const line of lines) {
    heard = "";
    await port.value.write(new TextEncoder().encode(`${line}\r`));
    await surroundings.clock.delay(200);
    answers.push(heard.replaceAll("\r\n", "|"));
  }
  await port.value.close();
  return answers;
}

test("SGD answers a value in quotation marks, says nothing to what is set, and `?` to an unknown name", async () => {
  const lines = ['! U1 getvar "ip.addr"', '! U1 setvar "ip.addr" "10.0.0.5"', '! U1 getvar "ip.addr"'];
  expect(
    await talk(zebraSgd, [...lines, '! U1 getvar "no.such"', '! U1 setvar "ip.dns.servers" "1.1.1.1"', "SIZE"]),
  ).toEqual(['"192.168.1.42"', "", '"10.0.0.5"', '"?"', "", ""]);
});

test("a command line asks for a password without showing it, and keeps only what was saved", async () => {
  const said = await talk(makeDeviceServer("made-up"), [
    "admin",
    "made-up",
    "set interface mode dhcp",
    "reload",
    "admin",
    "made-up",
    "show interface",
  ]);
  expect([said[0], said[1], said[6]]).toEqual([
    "admin|Password: ",
    "|DSS-200> ",
    expect.stringContaining("Mode             : static"),
  ]);
});

test("KEY=VALUE shows what was set only after COMMIT and RESTART", async () => {
  const set = "CONFIG GATEWAY=192.168.001.001";
  const said = await talk(keyValue, [set, "CONFIG", "RESTART", "CONFIG", set, "COMMIT", "RESTART", "CONFIG"]);
  const gateways = said.map((answer) => /GATEWAY=([^|]*)/.exec(answer)?.[1]).filter((each) => each !== undefined);
  expect(gateways).toEqual(["192.168.002.001", "192.168.002.001", "192.168.001.001"]);
});

test("is served on TCP for other programs", async () => {
  const stop = new AbortController();
  const served = await serveTerminal(
    "short-answers",
    { listen: { host: "127.0.0.1", port: 0 } },
    { surroundings, signal: stop.signal },
  );
  if (!served.ok) throw new Error(served.failure.code);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(served.value.port.split(":").at(-1)), "127.0.0.1", () => socket.write("?IP\r"));
    socket.on("data", (bytes) => {
      resolve(bytes.toString());
      socket.destroy();
    });
  });
  stop.abort();
  await served.value.ended;
  expect(answer).toBe("IP 192.168.1.71 24 192.168.2.1\r\n");
});
