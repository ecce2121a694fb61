// What a backup holds of hosts, TPDU, merchant and terminal number -> what is to be set on the terminal that is connected.
import { isSameAcquirerValue, printAcquirerField } from "../../core/settings/acquirer-value.ts";
import { type AcquirerField, isAcquirerField } from "../../core/settings/acquirer-field.ts";
import type { NetworkSettings } from "../../core/settings/network-settings.ts";

interface RestoredAcquirer {
  readonly set: readonly string[];
  /** What the terminal has otherwise and does not take. */
  readonly leftOut: readonly string[];
}

export function restoreAcquirer(backup: NetworkSettings, reading: NetworkSettings): RestoredAcquirer {
  const [saved, present] = [countHosts(backup), countHosts(reading)];
  const valued = listFields(saved).filter((field) => printAcquirerField(saved, field) !== null);
  // What could be set and was empty is emptied again; of others nobody knows whether they were.
  const fields = [...new Set([...(saved.settable ?? []).filter(isAcquirerField), ...valued])];
  const isTaken = (field: AcquirerField): boolean => present.settable?.includes(field) === true;
  const isThere = (field: AcquirerField): boolean =>
    isSameAcquirerValue(field, printAcquirerField(saved, field), printAcquirerField(present, field));
  return {
    set: fields.filter(isTaken).map((field) => `${field}=${printAcquirerField(saved, field) ?? ""}`),
    leftOut: fields.filter((field) => !isTaken(field) && !isThere(field)),
  };
}

/** Where the terminal itself does not count them, the order counts. */
function countHosts(settings: NetworkSettings): NetworkSettings {
  return { ...settings, hosts: settings.hosts.map((host, index) => ({ place: index + 1, ...host })) };
}

function listFields({ hosts }: NetworkSettings): readonly AcquirerField[] {
  const places = hosts.flatMap(({ place }) => (place === undefined ? [] : [`host.${place}` as const]));
  return [...places, "tpdu", "merchantNumber", "terminalNumber"];
}
