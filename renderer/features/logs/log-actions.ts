import type { OfferActions } from "../palette/action.ts";
import { readLogs } from "../session/read-logs.ts";

export const offerLogs: OfferActions = ({ desk, state, speech: { say } }) => {
  if (state.connection.kind !== "open" || state.logs.kind === "reading") return [];
  const act = (): void => {
    desk.store.change((now) => ({ ...now, screen: "logs" }));
    void readLogs(desk);
  };
  return [{ id: "read-logs", group: "terminal", name: say("palette.read-logs"), also: say("palette.also-logs"), act }];
};
