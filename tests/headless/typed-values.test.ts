// What people type after --set: forgiven with a note, or refused with the reason, before anything is sent.
import { describe, expect, test } from "vitest";
import { runCommandLine } from "./run-command-line.ts";

const plan = (set: string) => runCommandLine(["plan", "--port", "demo:linux-broken", "--set", set, "--lang", "zh-CN"]);

describe("values on the command line", { timeout: 60_000 }, () => {
  test.each([
    [
      "eth0.ipv4.gateway=１９２。１６８。１。１",
      "192.168.1.1",
      "全角字符已按半角读取：１９２。１６８。１。１ 读作 192。168。1。1。",
    ],
    [
      "eth0.ipv4.gateway=192.168.001.001",
      "192.168.1.1",
      "192.168.001.001 按终端的显示方式读作十进制：192.168.1.1，请确认。",
    ],
    ["eth0.ipv4.dns=192.168.1.1、9.9.9.9", "192.168.1.1,9.9.9.9", null],
    [
      "eth0.ipv4.address=192.168.1.77/255.255.255",
      "192.168.1.77/24",
      "掩码 255.255.255 没有写完，读作 255.255.255.0，请确认。",
    ],
  ])("%s is read as %s", async (set, value, note) => {
    const { stdout, stderr } = await plan(set);
    expect(stdout).toContain(`+ ${value}`);
    expect(note === null || stderr.split("\n").includes(note)).toBe(true);
  });

  test.each([
    ["eth0.ipv4.gateway=192.168.01.1", "有些设备把前面补零的数字当成八进制"],
    ["eth0.ipv4.gateway=192.168.1", "这里缺了几个"],
    ["eth0.ipv4.gateway=0xc0a80101", "十六进制在不同设备上含义不同"],
    ["eth0.ipv4.gateway=192.168.1.256", "每个数字最大是 255"],
    ["eth0.ipv4.address=192.168.1.9/0.0.0.255", "掩码写反了，对应的子网掩码是 255.255.255.0"],
  ])("%s is refused with the reason and exit status 2", async (set, reason) => {
    const { status, stdout, stderr } = await plan(set);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reason);
  });
});
