// What answers on a line before there is a shell: silence, noise, boot text, boot loaders, logins, other programs.
import { expect, test } from "vitest";
import type { ConnectOptions } from "../../../../electron/core/dialects/dialect.ts";
import type { Stage } from "../../../../electron/core/dialects/task.ts";
import { linuxConsole } from "../../../../electron/core/dialects/linux-console/index.ts";
import { hurry } from "../../../contracts/fast-clock.ts";
import { createScriptedPort, type Peer, type ScriptedPort } from "../../../contracts/scripted-port.ts";

interface Attempt {
  readonly code: string;
  readonly port: ScriptedPort;
  readonly stages: readonly Stage[];
}

async function connect(peer: Peer, options: Partial<ConnectOptions> = {}, greeting = ""): Promise<Attempt> {
  const port = createScriptedPort(peer);
  const stages: Stage[] = [];
  if (greeting !== "") queueMicrotask(() => port.say(greeting));
  const connected = await linuxConsole.connect(
    port,
    {
      credentials: null,
      become: null,
      becomePassword: null,
      baudRate: 115200,
      patience: 3000,
      signal: new AbortController().signal,
      onStage: (stage) => stages.push(stage),
      ...options,
    },
    hurry(20),
  );
  return { code: connected.ok ? "connected" : connected.failure.code, port, stages };
}

const silent: Peer = () => undefined;

test("a silent line is no-answer, heard nothing but CR, and the port is closed", async () => {
  const { code, port } = await connect(silent);
  expect([code, /^\r+$/.test(port.written()), port.isClosed()]).toEqual(["no-answer", true, true]);
});

test("unreadable bytes are taken for a wrong baud rate", async () => {
  const { code } = await connect((_written, say) => say("\xf8\x00\xfe\x80\xc0\x1c\x9c\xe6\xf8\x00\x98\xfe"));
  expect(code).toBe("line-garbled");
});

test("a boot loader's prompt is reported and never typed into", async () => {
  const { code, port } = await connect(silent, {}, "Hit any key to stop autoboot:  0 \r\n=> ");
  expect([code, port.written()]).toEqual(["bootloader", ""]);
});

test("while boot text comes nothing is sent, and a login prompt ends the waiting", async () => {
  const { code, port } = await connect(
    silent,
    {},
    "U-Boot 2022.07\r\n[    0.000000] Linux version 6.1\r\n\r\ntill login: ",
  );
  expect([code, /^\r*$/.test(port.written())]).toEqual(["no-answer", true]);
});

test("a command line that is no shell is named, and what was heard is quoted", async () => {
  const { code } = await connect((_written, say) => say("\r\n% Unknown command.\r\npos> "));
  expect(code).toBe("not-a-shell");
});

test("a login without credentials is login-needed and no name is typed", async () => {
  const { code, port } = await connect((_written, say) => say("\r\ntill login: "));
  expect([code, port.written().replaceAll("\r", "")]).toEqual(["login-needed", ""]);
});

/** A getty and login that show or hide what is typed behind the password prompt. */
function createLogin(showsPassword: boolean): Peer {
  let state: "name" | "password" = "name";
  return (written, say) => {
    if (state === "password") {
      if (showsPassword) say(written);
      if (written.includes("\r")) {
        state = "name";
        say("\r\nLogin incorrect\r\ntill login: ");
      }
      return;
    }
    if (/\w\r$/.test(written)) {
      state = "password";
      say(`${written}\nPassword: `);
    } else say("\r\ntill login: ");
  };
}

const credentials = { user: "clerk", password: "x9-test-only" };

test("a refused password is typed once and not again", async () => {
  const { code, port } = await connect(createLogin(false), { credentials });
  expect([code, port.written().split("x9-test-only").length - 1]).toEqual(["login-refused", 1]);
});

test("a password prompt that shows what is typed gets one character and no more", async () => {
  const { code, port } = await connect(createLogin(true), { credentials });
  expect([code, port.written().includes("9-test-only")]).toEqual(["password-echo", false]);
});

test("a user name with a line end in it is refused before it is sent", async () => {
  const { code, port } = await connect(createLogin(false), { credentials: { user: "a\rreboot", password: null } });
  expect([code, port.written().includes("reboot")]).toEqual(["value-refused", false]);
});

test("a line that is lost while it is woken is port-lost", async () => {
  const port = createScriptedPort((_written, _say) => queueMicrotask(() => port.lose()));
  const options = { credentials: null, become: null, becomePassword: null, baudRate: 9600, patience: 3000 };
  const connecting = linuxConsole.connect(
    port,
    { ...options, signal: new AbortController().signal, onStage: () => undefined },
    hurry(20),
  );
  await expect(connecting).rejects.toMatchObject({ failure: { code: "port-lost" } });
});
