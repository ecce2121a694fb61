import type { Output } from "../../../electron/contract/commands.ts";
import type { Change } from "../../../electron/core/settings/change.ts";

type Difference = Output<"register.compare">["differences"][number];

/** As a push of that setting would be shown; a name with a dot in it, as of a VLAN, keeps it. */
export function asChange({ field, from, to }: Difference): Change {
  const parts = /^interfaces\.(.+?)\.((?:ipv4|ipv6|wifi|cellular)\..+|[^.]+)$/.exec(field);
  const [, name = "", own = field] = parts ?? [];
  return { interface: name, field: own, from, to };
}
