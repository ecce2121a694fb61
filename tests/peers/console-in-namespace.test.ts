import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ConsolePeer, startConsole } from "./console-in-namespace.ts";
import type { ConsoleOptions } from "./console-options.ts";
import { runOrThrow, runProgram } from "./owned-process.ts";
import { openRawLine, type RawLine } from "./raw-line.ts";
import { findObstacle } from "./system-packages.ts";

const obstacle = findObstacle("console");
const prompt = /[#$] (?:\u001b\[6n)?$/;

async function logIn(peer: ConsolePeer): Promise<RawLine> {
  const line = await openRawLine(peer.port);
  await line.wake(/login: $/);
  line.send(`${peer.user}\r`);
  await line.waitFor(/Password: $/);
  line.send(`${peer.password}\r`);
  await line.waitFor(prompt);
  return line;
}

async function withConsole(options: ConsoleOptions, use: (peer: ConsolePeer) => Promise<void>): Promise<void> {
  const peer = await startConsole(options);
  try {
    await use(peer);
  } finally {
    await peer.close();
  }
}

describe.skipIf(obstacle !== null)(
  `a console in a network namespace${obstacle === null ? "" : ` (${obstacle})`}`,
  () => {
    test.for(["bash", "dash", "busybox-ash"] as const)(
      "lets a user in over %s and shows eth0's address",
      async (shell) => {
        await withConsole({ shell, login: "user-password" }, async (peer) => {
          const line = await logIn(peer);
          line.send("ip addr show eth0; echo en''d\r");
          expect(await line.waitFor(/\r\nend\r/)).toMatch(/eth0.*state UP|eth0.*LOWER_UP/);
          expect(line.readAll()).toContain("inet 192.168.1.20/24");
        });
      },
    );

    test("refuses a wrong password and asks again", async () => {
      await withConsole({ shell: "bash", login: "user-password" }, async (peer) => {
        const line = await openRawLine(peer.port);
        await line.wake(/login: $/);
        line.send(`${peer.user}\r`);
        await line.waitFor(/Password: $/);
        line.send("not-it\r");
        expect(await line.waitFor(/login: $/)).toContain("Login incorrect");
      });
    });

    test("lets root in at once and comes back with a new getty after log-out", async () => {
      await withConsole({ shell: "bash", login: "root-autologin" }, async (peer) => {
        const line = await openRawLine(peer.port);
        await line.wake(/# $/);
        line.send("exit\r");
        await line.waitFor(/logout/);
        expect(await line.waitFor(/root@terminal:~# $/)).toContain("automatic login");
      });
    });

    test("keeps the session when the client is cut off", async () => {
      await withConsole({ shell: "dash", login: "root-password" }, async (peer) => {
        const first = await logIn(peer);
        first.send("kept=yes\r");
        await first.waitFor(/# $/);
        peer.disconnect();
        const second = await openRawLine(peer.port);
        second.send("echo kept: $kept\r");
        expect(await second.waitFor(/kept: yes\r/)).toContain("kept: yes");
      });
    });

    test.for([
      ["user-sudo", "sudo id -u\r", (peer: ConsolePeer) => peer.password],
      ["user-su", "su -c 'id -u'\r", (peer: ConsolePeer) => peer.rootPassword],
    ] as const)("lets a user become root (%s)", async ([login, command, choose]) => {
      await withConsole({ shell: "bash", login }, async (peer) => {
        const line = await logIn(peer);
        line.send(command);
        await line.waitFor(/[Pp]assword.*: $/);
        line.send(`${choose(peer)}\r`);
        expect(await line.waitFor(/\r\n0\r\n/)).toContain("0");
      });
    });

    test("asks for the password in Chinese when the terminal's language is Chinese", async () => {
      await withConsole({ shell: "bash", login: "user-password", locale: "zh_CN.UTF-8" }, async (peer) => {
        const line = await openRawLine(peer.port);
        await line.wake(/login: $/);
        line.send(`${peer.user}\r`);
        const asked = await line.waitFor(/\u00ef\u00bc\u009a\s?$/);
        expect(Buffer.from(asked, "latin1").toString("utf8")).toContain("密码：");
      });
    });

    test("is as poor as it is told to be", async () => {
      const files = { "/var/log/payment.log": "started\n" };
      await withConsole(
        { shell: "dash", login: "root-autologin", withoutTools: ["ip", "cksum"], files },
        async (peer) => {
          const addresses = await peer.witnessNetwork("ip -br addr show eth0");
          expect(addresses.stdout).toContain("192.168.1.20/24");
          const found = await peer.inNamespace(
            "command -v ip; command -v cksum; command -v md5sum; cat /var/log/payment.log",
          );
          expect(found.stdout).toBe("/usr/bin/md5sum\nstarted\n");
        },
      );
    });

    test("has only BusyBox on its path when its shell is BusyBox's", async () => {
      await withConsole({ shell: "busybox-ash", login: "root-password" }, async (peer) => {
        const line = await logIn(peer);
        line.send("cksum; ip -j addr; for tool in ip md5sum; do readlink $(which $tool); done; echo en''d\r");
        const said = await line.waitFor(/\r\nend\r/);
        expect(said).toMatch(/cksum: not found[\s\S]*BusyBox/);
        expect(said).toMatch(/\/busybox\r\n\S*\/busybox\r\nend/);
      });
    });

    test("can be reached as a serial device, again and again", async () => {
      await withConsole({ shell: "bash", login: "root-autologin" }, async (peer) => {
        const line = await openRawLine(peer.port);
        // What is typed before, login flushes.
        await line.wake(/# $/);
        line.close();
        const device = await peer.presentAsDevice();
        for (const word of ["one", "two"]) {
          await device.untilFree();
          const said = await runOrThrow("sh", [
            "-c",
            `exec 3<>${device.path} && printf 'echo ${word}-"more"\\r' >&3 && timeout 5 sed '/${word}-more/q' <&3`,
          ]);
          expect(said).toContain(`${word}-more\r\n`);
        }
      });
    });
  },
);

describe.skipIf(obstacle !== null)("a console whose settings ifupdown keeps", () => {
  let peer: ConsolePeer;
  const before = readFileSync("/etc/passwd", "utf8");

  beforeAll(async () => {
    peer = await startConsole({ shell: "bash", login: "root-autologin", manager: "ifupdown" });
  });
  afterAll(async () => {
    await peer.close();
  });

  test("is up with the address of its interfaces file, and the router answers", async () => {
    const pinged = await peer.inNamespace(
      "ip -br addr show eth0; ip neigh flush all; bash -c 'echo > /dev/tcp/192.168.1.1/9' 2>/dev/null; ip neigh",
    );
    expect(pinged.stdout).toMatch(/192\.168\.1\.20\/24[\s\S]*192\.168\.1\.1 dev eth0 lladdr/);
  });

  test("follows a change of its file after ifdown and ifup", async () => {
    await peer.inNamespace("ifdown eth0 && sed -i 's/1\\.20/1.21/' /etc/network/interfaces && ifup eth0");
    expect((await peer.inNamespace("ip -br addr show eth0")).stdout).toContain("192.168.1.21/24");
  });

  test("changes nothing of this machine", async () => {
    await peer.inNamespace("useradd intruder; echo x > /etc/network/interfaces; rm -rf /usr/bin/ls; touch /planted");
    const ls = await runProgram("ls", ["/etc/passwd", "/planted"]);
    expect({ passwd: readFileSync("/etc/passwd", "utf8"), listed: ls.stdout }).toEqual({
      passwd: before,
      listed: "/etc/passwd\n",
    });
  });
});

test.skipIf(obstacle !== null)("a closed console leaves no namespace and no process behind", async () => {
  const peer = await startConsole({ shell: "bash", login: "root-autologin" });
  const first = (await peer.inNamespace("readlink /proc/self/ns/net")).stdout.trim();
  await peer.close();
  const names = (await runProgram("ip", ["netns", "list"])).stdout;
  const holders = await runProgram("sh", ["-c", `ls -l /proc/*/ns/net 2>/dev/null | grep -F '${first}' || true`]);
  expect({ mine: names.includes(`counterpart-${process.pid}-`), holders: holders.stdout }).toEqual({
    mine: false,
    holders: "",
  });
});
