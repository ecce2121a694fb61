import type { CommandLine } from "electron";
import { savedFeatures, smallSwitch } from "../host/small-computer.ts";

/** To be called before the app is ready. */
export function spareMemory(commandLine: Pick<CommandLine, "appendSwitch">, isSmall: boolean): void {
  commandLine.appendSwitch("disable-features", savedFeatures.join(","));
  commandLine.appendSwitch("renderer-process-limit", "1");
  if (isSmall) commandLine.appendSwitch(smallSwitch);
}
