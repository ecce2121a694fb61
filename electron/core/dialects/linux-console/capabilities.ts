import type { Capabilities, Capability } from "../dialect.ts";

const later: Capability = {
  state: "no",
  reason: {
    en: "This version of Counterpart cannot do this on a Linux console yet.",
    "zh-CN": "这个版本的 Counterpart 还不能在 Linux 控制台上做这件事。",
  },
};

const unguarded: Capability = {
  state: "no",
  reason: {
    en: "The terminal has no program that could take a change back by itself (setsid, start-stop-daemon), so going back depends on the cable.",
    "zh-CN": "终端上没有可以自己撤回修改的程序（setsid、start-stop-daemon），能否撤回取决于数据线。",
  },
};

interface Abilities {
  readonly isRoot: boolean;
  readonly proves: boolean;
  readonly guards: boolean;
}

export function describeCapabilities({ isRoot, proves, guards }: Abilities): Capabilities {
  const writing = describeWriting(isRoot, proves);
  return {
    identify: { state: "yes" },
    "read-settings": { state: "yes" },
    "write-settings": writing,
    // Proven for each push before its first change; the push says when it could not be.
    "arm-timer": writing.state === "yes" && !guards ? unguarded : writing,
    "read-logs": { state: "yes" },
    "follow-logs": { state: "yes" },
    // Each test says by itself when the terminal has no program for it.
    "test-network": { state: "yes" },
    console: later,
    reboot: later,
    "set-clock": writing,
  };
}

function describeWriting(isRoot: boolean, proves: boolean): Capability {
  if (!proves) {
    return {
      state: "no",
      reason: {
        en: "The terminal has no checksum tool, so it cannot be proven that settings arrive unchanged.",
        "zh-CN": "终端上没有校验工具，无法证明写入的设置原样到达。",
      },
    };
  }
  if (isRoot) return { state: "yes" };
  return {
    state: "needs",
    what: { en: "a login as root, or --become sudo or su", "zh-CN": "以 root 登录，或使用 --become sudo 或 su" },
  };
}
