// Words of what the window says of a modem: whoever says them imports this.
import { signalEn } from "./en/signal.ts";
import { addWords } from "./translate.ts";
import { signalZhCn } from "./zh-cn/signal.ts";

addWords({ en: signalEn, "zh-CN": signalZhCn });
