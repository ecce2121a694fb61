// Words of the parts of the window that are loaded when they are needed: whoever says them imports this.
import { historyEn } from "./en/history.ts";
import { addWords } from "./translate.ts";
import { historyZhCn } from "./zh-cn/history.ts";

addWords({ en: historyEn, "zh-CN": historyZhCn });
