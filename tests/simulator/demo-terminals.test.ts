import { describe, expect, test } from "vitest";
import { dialects } from "../../electron/core/dialects/registry.ts";
import { listDemoTerminals } from "../../electron/simulator/catalogue.ts";
import { openSimulatedPort } from "../../electron/simulator/simulated-port.ts";
import { openConsole, openConsoleOf, openTerminal } from "./console.ts";
import { makeSurroundings } from "./surroundings.ts";

describe("the demonstration", () => {
  test("offers terminals of every family, a healthy one first, named in both languages", () => {
    const families = new Set(listDemoTerminals().map(({ family }) => family));
    expect([listDemoTerminals()[0]?.name, [...families].toSorted()]).toEqual([
      "linux",
      dialects.map(({ family }) => family).toSorted(),
    ]);
    for (const one of listDemoTerminals()) expect(one.title.en && one.title["zh-CN"]).toBeTruthy();
  });

  test("opens as a port, and a name that is not there is a missing port", async () => {
    const port = await openSimulatedPort("demo:linux", makeSurroundings());
    expect(port.ok && port.value.name).toBe("demo:linux");
    const missing = await openSimulatedPort("demo:nothing", makeSurroundings());
    expect(!missing.ok && missing.failure.code).toBe("port-missing");
  });

  test("has a healthy terminal that reaches the world", async () => {
    const terminal = await openTerminal("demo:linux");
    const { stdout } = await terminal.run("ip route; cat /etc/resolv.conf; ping -c 1 223.5.5.5 >/dev/null; echo $?");
    expect(stdout).toBe(
      "default via 192.168.1.1 dev eth0 onlink \n192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.23 \n" +
        "nameserver 192.168.1.1\nnameserver 223.5.5.5\n0\n",
    );
  });

  test("has a broken terminal whose gateway is in another subnet and whose second name server is dead", async () => {
    const terminal = await openTerminal("demo:linux-broken");
    const { stdout } = await terminal.run(
      "ip route show default; sed -n 2p /etc/resolv.conf; for h in 192.168.1.1 192.168.1.250 223.5.5.5; do ping -c 1 -W 0.01 $h >/dev/null; echo $?; done",
    );
    expect(stdout).toBe("default via 192.168.2.1 dev eth0 onlink \nnameserver 192.168.1.250\n0\n1\n1\n");
  });

  test("says who it is in the device tree or in DMI, as real machines do", async () => {
    const dmi = await openTerminal("demo:linux");
    expect((await dmi.run("cat /sys/class/dmi/id/product_serial")).stdout).toBe("CT2-0001734\n");
    const tree = await openTerminal("demo:linux-broken");
    const { stdout } = await tree.run(
      "for f in model serial-number; do tr -d '\\000' </proc/device-tree/$f; echo; done; wc -c </proc/device-tree/serial-number",
    );
    expect(stdout).toBe("Counterpart Demo CT-100\nCT1-0000942\n12\n");
  });

  test.each(["demo:linux", "demo:linux-broken"])(
    "%s keeps a test card number with a valid check digit in its log, in clear",
    async (name) => {
      const terminal = await openTerminal(name);
      const { stdout } = await terminal.run("journalctl -n 40 --no-pager");
      const numbers = [...stdout.matchAll(/TEST DATA .*card=(\d{16})/g)].map((found) => found[1] ?? "");
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers.every(hasCheckDigit)).toBe(true);
    },
  );

  test("gives every port a terminal of its own, and one terminal to one port at a time", async () => {
    const first = await openConsole();
    await first.line("echo changed >/etc/hostname");
    const second = await openConsole();
    expect(await second.line("cat /etc/hostname")).toContain("\r\npos-0017\r\n");
    const busy = first.terminal.connect();
    expect(!busy.ok && busy.failure.code).toBe("port-busy");
    await first.port.close();
    expect(first.terminal.connect().ok).toBe(true);
  });

  test("is left as it was when the cable is pulled, and found so by the next connection", async () => {
    const console = await openConsole();
    await console.line("x=41; cd /etc", ":/etc# ");
    console.terminal.unplug();
    expect((await console.port.closed)?.code).toBe("port-lost");
    await expect(console.type("echo lost\r")).rejects.toThrow("was lost");
    const again = openConsoleOf(console.terminal);
    expect(await again.line("echo $((x + 1)) $PWD")).toContain("\r\n42 /etc\r\n");
  });

  test("forgets what runs at a restart and keeps what is in files", async () => {
    const console = await openConsole("demo:linux", { bootTime: 10 });
    await console.line("ip addr add 10.0.0.9/8 dev eth0; echo kept >/root/file; echo gone >/run/file; x=1");
    await console.line("sed -i 's/192.168.1.23/192.168.1.24/' /etc/network/interfaces");
    await console.type("reboot\r");
    expect(await console.until("Payment application.\r\n")).toContain("Linux version 6.12.43-pos");
    await console.until("# ");
    const answer = await console.line(
      "cat /root/file; ls /run/file; echo [$x]; ip -4 -o addr show eth0; cat /run/network/ifstate",
    );
    expect(answer).toContain(
      "kept\r\nls: /run/file: No such file or directory\r\n[]\r\n2: eth0    inet 192.168.1.24/24 brd 192.168.1.255 scope global eth0\\",
    );
    expect(answer).not.toContain("10.0.0.9");
    expect(answer).toContain("eth0=eth0\r\nlo=lo\r\n");
  });

  test("takes a lease when its interface is set to dhcp", async () => {
    const terminal = await openTerminal("demo:linux-broken");
    await terminal.run("ifdown eth0; printf 'auto eth0\\niface eth0 inet dhcp\\n' >/etc/network/interfaces");
    const { stdout } = await terminal.run(
      "ifup eth0 2>/dev/null; echo $?; ip -4 -o addr show eth0; ip route show default; cat /etc/resolv.conf",
    );
    expect(stdout).toContain("0\n2: eth0    inet 192.168.1.101/24");
    expect(stdout).toContain("default via 192.168.1.1 dev eth0 \nnameserver 192.168.1.1\n");
  });
});

function hasCheckDigit(number: string): boolean {
  const sum = number
    .split("")
    .reverse()
    .reduce((total, digit, at) => {
      const value = Number(digit) * ((at % 2) + 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
