// A test from the terminal as a person asks for it; the app finds the targets in the settings that the plan leads to.
export { type WantedTest, wantedTestSchema } from "../core/push/wanted-test.ts";
