import type { Action, OfferActions } from "../palette/action.ts";
import type { Screen } from "../session/session-state.ts";

const screens = [
  "check",
  "why",
  "settings",
  "logs",
  "history",
  "register",
  "console",
  "preferences",
  "bench",
] as const satisfies readonly Screen[];

export const offerScreens: OfferActions = ({ desk, state, speech: { say } }) => {
  const shown: readonly Screen[] = state.push.kind === "none" ? screens : [...screens, "push"];
  return shown
    .filter((screen) => screen !== state.screen)
    .map(
      (screen): Action => ({
        id: `go-${screen}`,
        group: "go",
        name: say("palette.go", { screen: screen === "why" ? nameWhy() : say(`shell.${screen}`) }),
        also: say(`palette.also-${screen}`),
        act: () => desk.store.change((now) => ({ ...now, screen })),
      }),
    );

  function nameWhy(): string {
    return say(state.connection.kind === "open" ? "why.title" : "without.title");
  }
};
