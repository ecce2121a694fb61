import { checkEn } from "./check.ts";
import { consoleEn } from "./console.ts";
import { descriptionsEn } from "./descriptions.ts";
import { helpEn } from "./help.ts";
import { guideEn } from "./guide.ts";
import { helpWindowEn } from "./help-window.ts";
import { historyEn } from "./history.ts";
import { keptEn } from "./kept.ts";
import { liveEn } from "./live.ts";
import { logsEn } from "./logs.ts";
import { preferencesEn } from "./preferences.ts";
import { provisioningEn } from "./provisioning.ts";
import { paletteEn } from "./palette.ts";
import { pushEn } from "./push.ts";
import { registerEn } from "./register.ts";
import { settingsEn } from "./settings.ts";
import { signalEn } from "./signal.ts";
import { viewerEn } from "./viewer.ts";
import { whyEn } from "./why.ts";

export const lateEn = {
  ...checkEn,
  ...registerEn,
  ...settingsEn,
  ...pushEn,
  ...logsEn,
  ...keptEn,
  ...liveEn,
  ...viewerEn,
  ...historyEn,
  ...consoleEn,
  ...descriptionsEn,
  ...signalEn,
  ...whyEn,
  ...helpEn,
  ...preferencesEn,
  ...paletteEn,
  ...helpWindowEn,
  ...guideEn,
  ...provisioningEn,
} as const;
