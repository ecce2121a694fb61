import { expect, test } from "vitest";
import { isBootText } from "../../../electron/core/dialects/boot.ts";

test.each([
  ["U-Boot 2019.04 (Jan 15 2026)\n", true],
  ["Hit any key to stop autoboot:  3", true],
  ["[    0.000000] Linux version 5.10.0 (x@y)\n", true],
  ["[  OK  ] Started Getty on ttyS0.\n", true],
  ["DDR Version 1.05\nU-Boot SPL 2017.09\n", true],
  ["\b\b\b 2 ", true],
  ["DRAM:  256 MiB\r\n", true],
  ["Loading Environment from SPI Flash... OK\r\n", true],
  ["\b\bls -l\r\n", false],
  ["[  123.456789] usb 1-1: new device\n", false],
  ["root@pos:~# uptime\n", false],
])("%j is boot text: %s", (text, boots) => {
  expect(isBootText(text)).toBe(boots);
});
