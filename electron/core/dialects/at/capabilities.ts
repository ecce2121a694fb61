import type { Capabilities, Capability } from "../dialect.ts";

const noWay: Capability = {
  state: "no",
  reason: {
    en: "A modem has no command for this.",
    "zh-CN": "模块没有做这件事的命令。",
  },
};

const later: Capability = {
  state: "no",
  reason: {
    en: "This version of Counterpart cannot do this on a modem yet.",
    "zh-CN": "这个版本的 Counterpart 还不能在模块上做这件事。",
  },
};

const onlyCellular: Capability = {
  state: "no",
  reason: {
    en: "This version of Counterpart only reads the settings of a Wi-Fi module.",
    "zh-CN": "这个版本的 Counterpart 只读取 Wi-Fi 模块的设置。",
  },
};

/** Going back is a command that this PC sends: without the cable nobody sends it. */
const byCable: Capability = {
  state: "no",
  reason: {
    en: "A modem cannot take settings back by itself: going back depends on the cable.",
    "zh-CN": "模块不能自己退回设置：能否退回取决于数据线。",
  },
};

export function describeCapabilities({ isCellular }: { readonly isCellular: boolean }): Capabilities {
  return {
    "identify": { state: "yes" },
    "read-settings": { state: "yes" },
    "write-settings": isCellular ? { state: "yes" } : onlyCellular,
    "arm-timer": byCable,
    "read-logs": noWay,
    "follow-logs": noWay,
    "test-network": later,
    "console": later,
    "reboot": later,
    "set-clock": later,
  };
}
