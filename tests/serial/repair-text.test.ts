import { expect, test } from "vitest";
import { repairText } from "../../electron/serial/repair-text.ts";

const asLatin1 = (octets: readonly number[]): string => String.fromCharCode(...octets);

test.for<[string, string, string]>([
  ["GBK read as Latin-1", asLatin1([0xd6, 0xd5, 0xb6, 0xcb, 0x20, 0x31]), "终端 1"],
  ["UTF-8 read as Latin-1", asLatin1([...new TextEncoder().encode("支付终端 (COM12)")]), "支付终端 (COM12)"],
  ["GBK with a port", `${asLatin1([0xb4, 0xae, 0xd0, 0xd0, 0xc9, 0xe8, 0xb1, 0xb8])} (COM3)`, "串行设备 (COM3)"],
])("%s is told as it was meant", ([, garbled, meant]) => {
  expect(repairText(garbled)).toBe(meant);
});

test.for([
  "USB-SERIAL CH340 (COM12)",
  "Gerät",
  "Périphérique série USB",
  "USB 串行设备 (COM3)",
  "Données",
  "naïve Ünïcode",
  "Última conexión",
  "",
])("%j is left as it is", (text) => {
  expect(repairText(text)).toBe(text);
});
