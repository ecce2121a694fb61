// Words of the parts of the window that are loaded when they are needed: whoever says them imports this.
import { lateEn } from "./en/late.ts";
import { addWords } from "./translate.ts";
import { lateZhCn } from "./zh-cn/late.ts";

addWords({ en: lateEn, "zh-CN": lateZhCn });
