import type { lateEn } from "../en/late.ts";
import { checkZhCn } from "./check.ts";
import { consoleZhCn } from "./console.ts";
import { descriptionsZhCn } from "./descriptions.ts";
import { helpZhCn } from "./help.ts";
import { guideZhCn } from "./guide.ts";
import { helpWindowZhCn } from "./help-window.ts";
import { historyZhCn } from "./history.ts";
import { keptZhCn } from "./kept.ts";
import { liveZhCn } from "./live.ts";
import { logsZhCn } from "./logs.ts";
import { preferencesZhCn } from "./preferences.ts";
import { provisioningZhCn } from "./provisioning.ts";
import { paletteZhCn } from "./palette.ts";
import { pushZhCn } from "./push.ts";
import { registerZhCn } from "./register.ts";
import { settingsZhCn } from "./settings.ts";
import { signalZhCn } from "./signal.ts";
import { viewerZhCn } from "./viewer.ts";
import { whyZhCn } from "./why.ts";

export const lateZhCn: Readonly<Record<keyof typeof lateEn, string>> = {
  ...checkZhCn,
  ...registerZhCn,
  ...settingsZhCn,
  ...pushZhCn,
  ...logsZhCn,
  ...keptZhCn,
  ...liveZhCn,
  ...viewerZhCn,
  ...historyZhCn,
  ...consoleZhCn,
  ...descriptionsZhCn,
  ...signalZhCn,
  ...whyZhCn,
  ...helpZhCn,
  ...preferencesZhCn,
  ...paletteZhCn,
  ...helpWindowZhCn,
  ...guideZhCn,
  ...provisioningZhCn,
};
