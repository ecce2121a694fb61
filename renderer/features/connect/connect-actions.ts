import type { ListedPort } from "../../../electron/contract/commands.ts";
import type { Action, OfferActions, Surroundings } from "../palette/action.ts";
import { cancelConnecting, disconnect, readAgain, reconnect } from "../session/connect.ts";
import { preparePlan } from "../session/push-plan.ts";
import { isWriting } from "../session/session-state.ts";
import { chooseRate } from "./baud-rates.ts";
import { canWrite } from "./can-write.ts";
import { choosePort } from "./choose-port.ts";
import { namePort } from "./name-port.ts";

export const offerReading: OfferActions = (around) => (isWriting(around.state) ? [] : listReading(around));

export const offerPorts: OfferActions = (around) => (isWriting(around.state) ? [] : listPorts(around));

function listReading({ desk, state, speech: { say } }: Surroundings): readonly Action[] {
  const { connection, choice } = state;
  const make = (id: string, name: string, act: () => void): Action => ({ id, group: "terminal", name, act });
  if (connection.kind === "connecting") return [make("cancel", say("connect.cancel"), () => cancelConnecting(desk))];
  if (connection.kind !== "open") {
    return choice === null ? [] : [make("reconnect", say("failure.reconnect"), () => void reconnect(desk))];
  }
  if (connection.isReading) return [make("cancel", say("connect.cancel"), () => cancelConnecting(desk))];
  const { report } = connection;
  const isFixable = canWrite(report) && report.findings.some(({ corrections }) => corrections.length > 0);
  const fix = make("fix", say("check.fix"), () => void preparePlan(desk, { set: [], fix: true }));
  return [
    ...(isFixable ? [{ ...fix, also: say("palette.also-fix") }] : []),
    { ...make("read-again", say("check.read-again"), () => void readAgain(desk)), also: say("palette.also-read") },
    make("disconnect", say("ports.disconnect"), () => void disconnect(desk)),
  ];
}

function listPorts({ desk, state, speech, preferences }: Surroundings): readonly Action[] {
  const isOpen = state.connection.kind === "open" || state.connection.kind === "connecting";
  return (state.ports.list ?? [])
    .filter(({ path }) => !(isOpen && path === state.choice?.port))
    .map((port) => ({
      id: `connect-${port.path}`,
      group: "terminal",
      name: speech.say("palette.connect", { port: describe(port) }),
      also: port.path,
      act: () => choosePort(desk, port.path, chooseRate(port, preferences.baudRate)),
    }));

  function describe(port: ListedPort): string {
    return port.kind === "demo" ? namePort(port, speech) : `${namePort(port, speech)} ${port.path}`;
  }
}
