// Words of the parts of the window that are loaded when they are needed: whoever says them imports this.
import { consoleEn } from "./en/console.ts";
import { historyEn } from "./en/history.ts";
import { addWords } from "./translate.ts";
import { consoleZhCn } from "./zh-cn/console.ts";
import { historyZhCn } from "./zh-cn/history.ts";

addWords({ en: { ...historyEn, ...consoleEn }, "zh-CN": { ...historyZhCn, ...consoleZhCn } });
