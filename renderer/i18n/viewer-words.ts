// Words of the logs screen and its viewer, which are loaded when they are first needed: whoever says them imports this.
import { logsEn } from "./en/logs.ts";
import { viewerEn } from "./en/viewer.ts";
import { addWords } from "./translate.ts";
import { logsZhCn } from "./zh-cn/logs.ts";
import { viewerZhCn } from "./zh-cn/viewer.ts";

addWords({ en: { ...logsEn, ...viewerEn }, "zh-CN": { ...logsZhCn, ...viewerZhCn } });
