// What stands at the end of what a console printed, and so who is listening there. Decided on text without escape
// sequences and kernel messages, after a short quiet.
import { binaryToText } from "../../bytes/binary-text.ts";
import { stripEscapes } from "../../frames/console-text.ts";
import { removeKernelMessages } from "../../frames/kernel-messages.ts";

export type Prompt =
  | { readonly kind: "login" | "password" | "activate" | "pager" | "shell" }
  /** A shell of ours that an earlier connection left behind, whole or in the middle of a line. */
  | { readonly kind: "ours" | "ours-unfinished" }
  | { readonly kind: "bootloader"; readonly text: string };

/** Our own shell's prompts; short, because each costs wire time, and unlike anybody else's. */
export const ourPrompt = "cp$ ";
export const ourContinuation = "cp>";

/** Localized as util-linux, shadow, PAM and BusyBox print them. */
const login =
  /(?:login|username|user name|登录|登入|登錄|用户名|ログイン|アカウント|Anmeldung|Benutzername|identifiant|usuario|логин)\s?[:：] ?$/i;
const password =
  /(?:password|passwd|passphrase|密码|密碼|口令|パスワード|Passwort|Kennwort|mot de passe|contraseña|пароль)[^\n]{0,60}[:：] ?$/i;
const activate = /press (?:enter|return)[^\n]{0,40}activate[^\n]{0,20}\s*$/i;
const pager = /(?:--More--[^\n]{0,20}|\(END\)|lines \d+-\d+[^\n]{0,20})$/;
/** U-Boot's under the names that makers of boards and routers give it (CONFIG_SYS_PROMPT in its defconfigs), and others. */
const bootloaders = [
  "=>",
  "[^\\n@:]{0,30}u-?boot[\\w.-]* ?=?[>#]",
  "(?:Zynq(?:MP)?|STM32MP|CFE|RedBoot|ath|ar7\\d{3}|Marvell>|rk\\w{1,8} ?|grub(?: rescue)?)>",
  "(?:hisilicon|MT7\\d{3}|RT\\d{4}|SMDK\\w{1,8}|OMAP\\d[\\w ]{0,16}|(?:Colibri|Apalis|Verdin) i\\w{1,12}) #",
  "(?:\\(IPQ\\w{1,8}\\) |IPQ\\w{1,8}|sunxi|am\\d{3}x(?:_evm)?)[#>]",
  "barebox[^\\n]{0,40}",
];
const bootloader = new RegExp(`^(?:${bootloaders.join("|")}) ?$`, "i");
/** A number before `%` is a share in progress, not a C shell's prompt. */
const shell = /(?:[#$>❯»]|(?<!(?:^|[\s([])\d{1,3}(?:\.\d{1,3})? ?)%) ?$/;

/** The last line of a shell prompt is short; a log line that ends in `>` seldom is. */
const longestPrompt = 160;

export function recognizePrompt(heard: string): Prompt | null {
  const text = binaryToText(removeKernelMessages(`${stripEscapes(heard.slice(-4096))}`));
  const last = text.slice(text.lastIndexOf("\n") + 1);
  // Without its blank, which may be still on its way, it would pass for somebody's prompt.
  if (last === ourPrompt || last === ourPrompt.trimEnd()) return { kind: "ours" };
  if (last.endsWith(ourContinuation) && /^(?:cp>)+$/.test(last)) return { kind: "ours-unfinished" };
  if (activate.test(text.trimEnd())) return { kind: "activate" };
  if (last.length === 0 || last.length > longestPrompt) return null;
  if (login.test(last)) return { kind: "login" };
  if (password.test(last)) return { kind: "password" };
  if (pager.test(last)) return { kind: "pager" };
  if (bootloader.test(last)) return { kind: "bootloader", text: last.trim() };
  return shell.test(last) ? { kind: "shell" } : null;
}
