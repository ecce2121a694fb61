// What our reading is measured against, over the same paced line and at the same ready prompt.
import { join } from "node:path";
import { runOrThrow } from "../peers/owned-process.ts";
import { openRawLine } from "../peers/raw-line.ts";

const script = join(import.meta.dirname, "one-command-per-fact.exp");
const endWord = "end-of-facts";

/** What a person who knows the terminal types to have every fact of the expect script at once. */
const handBatch = [
  "id -u",
  "uname -srmn",
  "date '+%s %z'",
  "cat /etc/os-release",
  "cd /sys/class/dmi/id",
  "cat sys_vendor product_name product_serial",
  "cd /sys/class/net",
  "head -n1 */type */carrier",
  "ls -d */phy80211 */device",
  "cd",
  // Names, MAC addresses, MTUs and addresses of both families.
  "ip addr",
  "ip -4 route",
  "ip -6 route",
  "cat /etc/resolv.conf /etc/network/interfaces /etc/network/interfaces.d/*",
  "readlink -f /etc/resolv.conf",
  "command -v resolvconf",
  "pidof NetworkManager systemd-networkd connmand udhcpc dhclient dhcpcd",
  "ls -d /etc/config/network",
] as const;

/** Milliseconds from the first byte sent to the end marker, for one command line that fetches every fact. */
export async function measureHandBatchedCommand(port: number): Promise<number> {
  const line = await openRawLine(port);
  try {
    // The quotes keep the echo of the command from looking like its end.
    const command = `${handBatch.join(";")};echo ${endWord.slice(0, 3)}''${endWord.slice(3)}\r`;
    const start = performance.now();
    line.send(command);
    await line.waitFor(new RegExp(`\\n${endWord}\\r`));
    const elapsed = performance.now() - start;
    await line.waitFor(/# $/);
    return elapsed;
  } finally {
    line.close();
  }
}

/** Milliseconds from the first byte sent to the last prompt, for the expect script with one command per fact. */
export async function measureOneCommandPerFact(port: number, prompt: string): Promise<number> {
  const said = await runOrThrow("expect", ["-f", script, String(port), prompt], { timeLimit: 120_000 });
  const elapsed = Number(said.trim().split(" ")[0]);
  if (!Number.isFinite(elapsed)) throw new Error(`the expect script said ${said}`);
  return elapsed;
}
