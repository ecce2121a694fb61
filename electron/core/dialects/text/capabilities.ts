import type { Capabilities, Capability } from "../dialect.ts";
import type { TextDescription } from "./description.ts";

const yes: Capability = { state: "yes" };

function need(en: string, zh: string): Capability {
  return { state: "needs", what: { en, "zh-CN": zh } };
}

function deny(en: string, zh: string): Capability {
  return { state: "no", reason: { en, "zh-CN": zh } };
}

export function describeCapabilities({ interfaces, set: own, restart, logs }: TextDescription): Capabilities {
  const isSettable = own.length > 0 || interfaces.some(({ set }) => set.length > 0);
  return {
    identify: yes,
    "read-settings":
      interfaces.length > 0
        ? yes
        : need("an interface in the terminal's description file", "在这台终端的描述文件中写明网络接口"),
    "write-settings": isSettable
      ? yes
      : need("set commands in the terminal's description file", "在这台终端的描述文件中写明设置命令"),
    "arm-timer": deny(
      "Such a terminal cannot take a change back by itself: the old values are kept on this PC, and putting them back depends on the cable.",
      "这种终端不能自己撤回修改：旧值保存在这台电脑上，能否改回取决于连接线。",
    ),
    "read-logs": logs
      ? yes
      : need("a logs command in the terminal's description file", "在这台终端的描述文件中写明日志命令"),
    "follow-logs": deny("Its log is asked for, it does not come by itself.", "它的日志需要查询，不会自己送来。"),
    "test-network": deny(
      "A description file names no network tests to run on the terminal.",
      "描述文件里没有可以在终端上运行的网络测试。",
    ),
    console: deny("A described terminal has no console here yet.", "描述文件里的终端在这里还没有控制台。"),
    reboot: restart
      ? yes
      : need("a restart command in the terminal's description file", "在这台终端的描述文件中写明重启命令"),
    "set-clock": deny("A description file does not say how a clock is set.", "描述文件里没有设置时钟的方法。"),
  };
}
