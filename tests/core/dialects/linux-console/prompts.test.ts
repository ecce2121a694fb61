import { describe, expect, test } from "vitest";
import { textToBinary } from "../../../../electron/core/bytes/binary-text.ts";
import { recognizePrompt } from "../../../../electron/core/dialects/linux-console/prompts.ts";

function recognize(text: string): string | null {
  return recognizePrompt(textToBinary(text))?.kind ?? null;
}

describe("prompts", () => {
  test.each([
    ["getty", "login", "Debian GNU/Linux 12 pos ttyS0\n\npos login: "],
    ["BusyBox getty", "login", "(none) login: "],
    ["getty in Chinese", "login", "pos 登录："],
    ["getty in traditional Chinese", "login", "pos 登入："],
    ["a vendor's", "login", "Username:"],
    ["a vendor's in Chinese", "login", "用户名: "],
    ["getty in German", "login", "pos Anmeldung: "],
    ["getty with a kernel message behind it", "login", "pos login: [   12.345678] usb 1-1: x\n"],
    ["getty with colours", "login", "\x1b[1;33mpos\x1b[0m login: "],
    ["login", "password", "pos login: root\nPassword: "],
    ["login in Chinese", "password", "密码："],
    ["login in French", "password", "Mot de passe : "],
    ["login in Japanese", "password", "パスワード: "],
    ["sudo", "password", "[sudo] password for clerk: "],
    ["sudo in Chinese", "password", "[sudo] clerk 的密码："],
    ["ssh", "password", "root@192.168.1.1's password: "],
    ["an expired password", "password", "Current password: "],
    ["BusyBox init", "activate", "\nPlease press Enter to activate this console. "],
    [
      "BusyBox init with a kernel message behind it",
      "activate",
      "Please press Enter to activate this console.[   12.345678] x: y\n",
    ],
    ["more", "pager", "line\n--More--"],
    ["more with a share", "pager", "line\n--More--(42%)"],
    ["less at the end", "pager", "line\n\x1b[7m(END)\x1b[27m\x1b[K"],
    ["journalctl", "pager", "lines 1-23"],
  ])("%s asks for %s", (_name, kind, text) => {
    expect(recognize(text)).toBe(kind);
  });

  test.each([
    ["bash of root", "root@pos:~# "],
    ["bash of a user", "clerk@pos:~$ "],
    ["bash with colours and bracketed paste", "\x1b[?2004h\x1b[01;32mroot@pos\x1b[00m:\x1b[01;34m~\x1b[00m# "],
    ["dash of root", "# "],
    ["dash of a user", "$ "],
    ["BusyBox ash", "/ # "],
    ["BusyBox ash that asks for the cursor", "~ # \x1b[6n"],
    ["OpenWrt", "root@OpenWrt:/# "],
    ["Fedora", "[root@pos ~]# "],
    ["zsh", "pos% "],
    ["fish", "root@pos ~> "],
    ["a vendor's that ends without a blank", "[POS]$"],
    ["bash with a kernel message behind it", "root@pos:~# [   12.345678] usb 1-1: x\n"],
    ["bash with a kernel message in the middle of it", "root@p[   12.345678] usb 1-1: x\nos:~# "],
    ["bash after a banner", "Welcome!\n * Documentation: https://example\n\nroot@pos:~# "],
  ])("%s is a shell", (_name, text) => {
    expect(recognize(text)).toBe("shell");
  });

  test.each([
    "=> ",
    "U-Boot> ",
    "U-Boot > ",
    "u-boot=> ",
    "uboot> ",
    "uboot# ",
    "u-boot # ",
    "MX6Q SABRESD U-Boot > ",
    "ZynqMP> ",
    "Zynq> ",
    "Marvell>> ",
    "hisilicon # ",
    "STM32MP> ",
    "MT7621 # ",
    "MT7688 # ",
    "RT3052 # ",
    "(IPQ40xx) # ",
    "IPQ807x# ",
    "SMDK6410 # ",
    "OMAP3 BEAGLE # ",
    "Colibri iMX6 # ",
    "Verdin iMX8MM # ",
    "am335x# ",
    "sunxi# ",
    "ath> ",
    "ar7240> ",
    "barebox@Phytec phyCORE:/ ",
    "grub> ",
    "grub rescue> ",
    "CFE> ",
    "RedBoot> ",
    "rk3288> ",
  ])("%j is a boot loader", (text) => {
    expect(recognize(`\nHit any key to stop autoboot:  0\n${text}`)).toBe("bootloader");
  });

  test.each([
    ["a log line", "Jan 15 10:00:00 pos payment: done\n"],
    ["a log line that ends in a prompt's character", "cost: 5$\n"],
    ["a share in progress", "Erasing... 45%"],
    ["a share with a blank", "Progress: 100 % "],
    ["the line of the last login", "Last login: Thu Jan 15 10:00:00 UTC 2026 on ttyS0"],
    ["a kernel message", "[   12.345678] usb 1-1: x\n"],
    ["a long line of mark-up", `${"<td>text</td>".repeat(20)}>`],
    ["silence", ""],
    ["line ends", "\n\n"],
    ["a word", "hello"],
    ["advice about a password", "Password changed."],
  ])("%s is no prompt", (_name, text) => {
    expect(recognize(text)).toBe(null);
  });

  test.each([
    ["whole", "ours", "cp$ "],
    ["in the middle of a line", "ours-unfinished", "cp>cp>"],
    ["with a kernel message behind it", "ours", "cp$ [   12.345678] x\n"],
    ["of somebody else that only looks alike", "shell", "tcp$ "],
  ])("a shell of ours %s", (_name, kind, text) => {
    expect(recognize(text)).toBe(kind);
  });
});
