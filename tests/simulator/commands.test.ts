// The commands that host scripts rely on, one line each, on one terminal.
import { beforeAll, describe, expect, test } from "vitest";
import type { Terminal } from "../../electron/simulator/terminal.ts";
import { openTerminal } from "./console.ts";

let terminal: Terminal;
beforeAll(async () => {
  terminal = await openTerminal("demo:linux");
});

describe("a script on the terminal", () => {
  test.each([
    ["counts a POSIX checksum", "printf 123456789 | cksum; printf '' | cksum", "930766865 9\n4294967295 0\n"],
    [
      "counts the other checksums",
      "printf abc | md5sum; printf abc | sha256sum | cut -c1-8",
      "900150983cd24fb0d6963f7d28e17f72  -\nba7816bf\n",
    ],
    [
      "walks the interfaces",
      'for n in /sys/class/net/*; do echo "${n##*/} $(cat "$n/address") $(cat "$n/mtu")"; done',
      "eth0 00:00:5e:00:53:17 1500\nlo 00:00:00:00:00:00 65536\n",
    ],
    [
      "finds commands",
      "command -v ip cksum; command -v nmcli || echo none; type trap >/dev/null && echo trap",
      "/usr/bin/ip\n/usr/bin/cksum\nnone\ntrap\n",
    ],
    [
      "cuts bytes and lines",
      "printf 'abcdef\\nghi\\njkl\\n' >/tmp/t; head -c 3 /tmp/t; echo; tail -c +5 /tmp/t | head -n 1; tail -n 1 /tmp/t; sed -n 2p /tmp/t; wc -c </tmp/t",
      "abc\nef\njkl\nghi\n15\n",
    ],
    [
      "encodes",
      "printf 'a\\000b' | base64; printf YQBi | base64 -d | od -An -tx1; printf abc | tr a-c A-C; echo",
      "YQBi\n 61 00 62\nABC\n",
    ],
    [
      "knows itself",
      "uname -srm; hostname; id -u; whoami; cat /proc/sys/kernel/hostname",
      "Linux 6.12.43-pos x86_64\npos-0017\n0\nroot\npos-0017\n",
    ],
    [
      "knows the time zone and seconds",
      "date +%z; [ $(date +%s) -gt 1700000000 ] && echo ok; date -u -d @0 +%FT%TZ",
      "+0800\nok\n1970-01-01T00:00:00Z\n",
    ],
    [
      "writes beside and renames",
      "umask 077; printf new >/etc/x.part && sync && mv /etc/x.part /etc/x && cat /etc/x; stat -c %a /etc/x; umask 022; rm -f /etc/x; [ -e /etc/x ] || echo gone",
      "new600\ngone\n",
    ],
    [
      "compares",
      "printf a >/tmp/a; cp /tmp/a /tmp/b; cmp /tmp/a /tmp/b && printf b >/tmp/b; cmp /tmp/a /tmp/b; cmp -s /tmp/a /tmp/b; echo $?",
      "/tmp/a /tmp/b differ: byte 1, line 1\n1\n",
    ],
    [
      "asks for processes",
      "kill -0 $$ && echo alive; kill -0 99999 2>/dev/null || echo dead; pidof payment; ps -e | grep -c payment",
      "alive\ndead\n812\n1\n",
    ],
    [
      "reads a live file with the shell alone",
      "read -r up rest </proc/uptime; [ ${up%.*} -gt 1000 ] && echo up; while read -r a b c; do echo $b; done </proc/net/route | head -n 2",
      "up\nDestination\n00000000\n",
    ],
    [
      "waits, and no longer than it may",
      "sleep 0.01; echo $?; timeout 0.02 sleep 5; echo $?; timeout 5 echo hi",
      "0\n124\nhi\n",
    ],
    ["takes a trap", "trap 'echo bye' EXIT; echo hi", "hi\nbye\n"],
    [
      "runs another script with arguments",
      "printf 'echo \"$0 $# $2\"; cat\\n' >/tmp/s; printf in | sh /tmp/s a 'b c'; sh -c 'echo $0 $1' me x",
      "/tmp/s 2 b c\nin" + "me x\n",
    ],
    [
      "leaves the bell of another process alone",
      "setsid sleep 0.02; nohup sh -c 'sleep 0.02; echo late >/tmp/late' >/dev/null 2>&1 & sleep 0.1; cat /tmp/late",
      "late\n",
    ],
    ["has an old path for ip", "/sbin/ip -o link show lo | cut -c1-5", "1: lo\n"],
    [
      "logs",
      "logger -t me hello; journalctl -n 1 -o cat; tail -n 1 /var/log/syslog | grep -c 'me: hello'",
      "hello\n1\n",
    ],
    ["asks systemd", "systemctl is-active NetworkManager; systemctl is-active networking", "inactive\nactive\n"],
    ["refuses to set what is no number", "ip link set eth0 mtu 10; echo $?", "2\n"],
  ])("%s", async (_, script, output) => {
    expect((await terminal.run(script)).stdout).toBe(output);
  });

  test("does without the commands that a terminal lacks", async () => {
    const poor = await openTerminal("demo:linux", { without: ["cksum", "ip -j", "base64"] });
    const { stdout } = await poor.run(
      "command -v cksum base64 || echo none; ip -j addr >/dev/null 2>&1; echo $?; ip -o link show lo | cut -c1-5",
    );
    expect(stdout).toBe("none\n1\n1: lo\n");
  });
});
