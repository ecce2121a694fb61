// Why a modem's value cannot be used, apart from its form: loaded only where something is applied.
import type { Failure } from "../failures/failure.ts";
import type { Localized } from "../failures/localized.ts";
import { refuseFor } from "./unusable-value.ts";

const reasons = {
  "secret-form": {
    en: "only printable ASCII characters without quotes, at most 64",
    "zh-CN": "只能用可打印的 ASCII 字符，不含引号，最多 64 个",
  },
  "pin-form": { en: "a SIM card's PIN is four to eight digits", "zh-CN": "SIM 卡的 PIN 是 4 到 8 位数字" },
  "pin-alone": { en: "the PIN is entered by itself, before anything else", "zh-CN": "PIN 要单独输入，先于其他设置" },
  "pin-not-wanted": { en: "the SIM card asks for no PIN now", "zh-CN": "SIM 卡现在不需要 PIN" },
  "pin-last-try": {
    en: "another wrong PIN could lock the SIM card; unlock it in a phone, or ask whoever supplied it",
    "zh-CN": "再错一次就可能锁住 SIM 卡；请在手机里解锁，或联系提供这张卡的机构",
  },
  "old-password-unknown": {
    en: "the modem does not tell the password that it has now, so that it could not be put back",
    "zh-CN": "模块不给出现在的密码，出错时无法恢复",
  },
  "needs-user": {
    en: "pap and chap need a user; set user as well",
    "zh-CN": "pap 和 chap 需要用户名，请同时设置 user",
  },
} as const satisfies Record<string, Localized>;

export type ModemReason = keyof typeof reasons;

/** `unusable-value`, with its reason in the language of each sentence. */
export function refuseModemValue(field: string, value: string, reason: ModemReason): Failure {
  return refuseFor(field, value, { name: reason, words: reasons[reason] });
}
