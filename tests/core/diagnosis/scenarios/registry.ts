// All scenarios, and which seeds are whose: the weights were found on some, and are judged on others.
import { application } from "./application.ts";
import { beyondRouter } from "./beyond-router.ts";
import { radio } from "./radio.ts";
import type { Scenario } from "./scenario.ts";
import { traps } from "./traps.ts";
import { wired } from "./wired.ts";

export const scenarios: readonly Scenario[] = [...wired, ...beyondRouter, ...radio, ...application, ...traps];

/** Weights and the table of confidences were found on these and on no other. */
export const tuningSeeds: readonly number[] = Array.from({ length: 60 }, (_, at) => 11 + at);
export const unseenSeeds = [90_001, 90_002, 90_003, 90_004, 90_005] as const;
/** For the test of confidences: more, since they are counted by bands. Unseen as well. */
export const thinnedSeeds: readonly number[] = Array.from({ length: 60 }, (_, at) => 70_001 + at);
