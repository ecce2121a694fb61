// What Chromium is told so that a window fits a computer with 4 GB of memory, where a cash register's software wants most of it.
import { totalmem } from "node:os";

/** Octets; a computer of 4 GB has a little less, one of 8 GB much more. */
const small = 4.5 * 1024 ** 3;

export function isSmallComputer(memory: number = totalmem()): boolean {
  return memory <= small;
}

/** There is one page: no process waits for a second one. */
export const savedFeatures: readonly string[] = ["SpareRendererForSitePerProcess"];

/** Chromium's own way to live with little memory: smaller caches, and rubbish is collected sooner. */
export const smallSwitch = "enable-low-end-device-mode";
