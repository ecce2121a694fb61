// Stand-in until the simulator's branch lands.
import type { Localized } from "../core/failures/localized.ts";

export const catalogue: readonly { readonly name: string; readonly label: Localized }[] = [
  { name: "demo:linux", label: { en: "Demo terminal, healthy", "zh-CN": "演示终端，一切正常" } },
  { name: "demo:linux-broken", label: { en: "Demo terminal, wrong gateway", "zh-CN": "演示终端，网关不对" } },
];
