// Every feature that offers actions: one line each, in the order in which the palette lists them.
import { offerPorts, offerReading } from "../connect/connect-actions.ts";
import { offerLogs } from "../logs/log-actions.ts";
import { offerPush } from "../push/push-actions.ts";
import { offerScreens } from "../shell/screen-actions.ts";
import { offerPreferences } from "../shell/preference-actions.ts";
import type { Action, OfferActions, Surroundings } from "./action.ts";

const offers: readonly OfferActions[] = [
  offerPush,
  offerReading,
  offerLogs,
  offerScreens,
  offerPorts,
  offerPreferences,
];

export function listActions(around: Surroundings): readonly Action[] {
  return offers.flatMap((offer) => offer(around));
}
