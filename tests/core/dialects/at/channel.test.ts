import { describe, expect, test } from "vitest";
import { AtChannel } from "../../../../electron/core/dialects/at/channel.ts";
import { hurry } from "../../../contracts/fast-clock.ts";
import { createScriptedPort, type Peer } from "../../../contracts/scripted-port.ts";

const { clock } = hurry(20);
const on = (): AbortSignal => new AbortController().signal;

function open(peer: Peer) {
  const port = createScriptedPort(peer);
  return { port, channel: new AtChannel(port, clock) };
}

const csq = { text: "AT+CSQ", shape: { prefix: "+CSQ:" }, within: 2000 } as const;
const creg = { text: "AT+CREG?", shape: { prefix: "+CREG:" }, within: 2000 } as const;

describe("a modem's line", () => {
  test("sends the next command only when the one before has ended", async () => {
    const { port, channel } = open(() => undefined);
    const first = channel.ask(csq, on());
    const second = channel.ask(creg, on());
    await Promise.resolve();
    await new Promise(setImmediate);
    const before = port.written();
    port.say("\r\n+CSQ: 20,99\r\n\r\nOK\r\n");
    await first;
    await new Promise(setImmediate);
    port.say("\r\n+CREG: 0,1\r\n\r\nOK\r\n");
    await second;
    expect([before, port.written()]).toEqual(["AT+CSQ\r", "AT+CSQ\rAT+CREG?\r"]);
  });

  test("an answer that comes after its command was given up is not the next one's", async () => {
    const { port, channel } = open((text, say) => {
      if (text.startsWith("AT+CREG")) say("\r\n+CREG: 0,5\r\n\r\nOK\r\n");
    });
    const stop = new AbortController();
    const given = channel.ask(csq, stop.signal);
    await new Promise(setImmediate);
    stop.abort();
    await expect(given).rejects.toMatchObject({ failure: { code: "cancelled" } });
    const next = channel.ask(creg, on());
    await new Promise(setImmediate);
    const before = port.written();
    port.say("\r\n+CSQ: 7,99\r\n\r\nOK\r\n");
    const answer = await next;
    expect([before, answer.ok && answer.value.lines]).toEqual(["AT+CSQ\r", ["+CREG: 0,5"]]);
  });

  test("silence is timed-out with the step, and a secret's text is not quoted", async () => {
    const { channel } = open(() => undefined);
    const command = { text: 'AT+CPIN="1234"', step: "AT+CPIN", shape: null, within: 100 };
    const answer = await channel.ask(command, on());
    expect([answer.ok, JSON.stringify(answer).includes("1234")]).toEqual([false, false]);
  });

  test("what comes unasked within an answer is kept apart", async () => {
    const { channel } = open((_text, say) => say('\r\nRING\r\n\r\n+CSQ: 9,99\r\n\r\n+CMTI: "SM",1\r\n\r\nOK\r\n'));
    const answer = await channel.ask(csq, on());
    expect([answer.ok && answer.value.lines, channel.unasked]).toEqual([["+CSQ: 9,99"], ["RING", '+CMTI: "SM",1']]);
  });

  test("an echo is noticed and is no part of an answer", async () => {
    const { channel } = open((text, say) => say(`${text}\r\nMaker\r\n\r\nOK\r\n`));
    const answer = await channel.ask({ text: "AT+CGMI", shape: "text", within: 2000 }, on());
    expect([answer.ok && answer.value.lines, channel.echoes]).toEqual([["Maker"], true]);
  });

  test("a line that is lost rejects, also for those that wait", async () => {
    const { port, channel } = open(() => undefined);
    const both = Promise.allSettled([channel.ask(csq, on()), channel.ask(creg, on())]);
    await new Promise(setImmediate);
    port.lose();
    const lost = { status: "rejected", reason: { failure: { code: "port-lost" } } };
    expect(await both).toMatchObject([lost, lost]);
  });

  test("a chattering modem fills no memory", async () => {
    const { port, channel } = open(() => undefined);
    for (let count = 0; count < 2000; count++) port.say(`\r\n+CIEV: ${count}\r\n${"x".repeat(50)}`);
    expect(channel.unasked.length).toBeLessThan(300);
  });
});
