import type { Capabilities, Capability } from "../dialect.ts";

const yes: Capability = { state: "yes" };

const undescribed: Capability = {
  state: "needs",
  what: {
    en: "a description file that names this terminal's parameter file",
    "zh-CN": "一份说明这台终端参数文件的描述文件",
  },
};

function deny(en: string, zh: string): Capability {
  return { state: "no", reason: { en, "zh-CN": zh } };
}

export function describeCapabilities({ isDescribed }: { readonly isDescribed: boolean }): Capabilities {
  return {
    identify: yes,
    "read-settings": isDescribed ? yes : undescribed,
    "write-settings": isDescribed ? yes : undescribed,
    "arm-timer": deny(
      "Nothing can be started on such a terminal, so it cannot take a change back by itself: this PC keeps what it takes, and going back depends on the cable.",
      "这种终端上不能启动任何程序，无法自己撤回修改：由这台电脑保存撤回所需的内容，能否撤回取决于数据线。",
    ),
    "read-logs": yes,
    "follow-logs": yes,
    "test-network": deny("The terminal's bridge offers no network test.", "终端的调试桥不提供网络测试。"),
    console: deny("A production unit gives no shell.", "正式出厂的终端不提供命令行。"),
    reboot: yes,
    "set-clock": deny("The terminal's bridge cannot set its clock.", "终端的调试桥不能设置时钟。"),
  };
}
