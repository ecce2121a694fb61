// Words of the viewer of logs, which is loaded when it is first needed: whoever says them imports this.
import { viewerEn } from "./en/viewer.ts";
import { addWords } from "./translate.ts";
import { viewerZhCn } from "./zh-cn/viewer.ts";

addWords({ en: viewerEn, "zh-CN": viewerZhCn });
