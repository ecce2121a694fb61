import { at } from "./at/index.ts";
import type { Dialect } from "./dialect.ts";
import { linuxConsole } from "./linux-console/index.ts";
import { text } from "./text/index.ts";
import { xcb } from "./xcb/index.ts";

/** Every family that Counterpart speaks. A new one is a folder and a line here. What a description names is asked first. */
export const dialects: readonly Dialect[] = [text, linuxConsole, xcb, at];
