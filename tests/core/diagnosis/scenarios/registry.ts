// All scenarios, and which seeds are whose: the weights were found on some, and are judged on others.
import { application } from "./application.ts";
import { beyondRouter } from "./beyond-router.ts";
import { radio } from "./radio.ts";
import type { Scenario } from "./scenario.ts";
import { traps } from "./traps.ts";
import { wired } from "./wired.ts";

export const scenarios: readonly Scenario[] = [...wired, ...beyondRouter, ...radio, ...application, ...traps];

export const tuningSeeds = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
export const unseenSeeds = [90_001, 90_002, 90_003, 90_004, 90_005] as const;
/** For the test of confidences: more, since they are counted by bands. Unseen as well. */
export const thinnedSeeds: readonly number[] = Array.from({ length: 20 }, (_, at) => 70_001 + at);
