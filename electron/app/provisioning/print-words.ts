// The words of what is printed.
import type { Language } from "../../core/failures/localized.ts";

interface PrintWords {
  readonly report: string;
  readonly certificate: string;
  readonly labels: string;
  readonly plan: string;
  readonly printed: string;
  readonly row: string;
  readonly serialNumber: string;
  readonly model: string;
  readonly firmware: string;
  readonly site: string;
  readonly address: string;
  readonly state: string;
  readonly by: string;
  readonly bench: string;
  readonly at: string;
  readonly set: string;
  readonly tests: string;
  readonly exceptions: string;
  readonly why: string;
  readonly push: string;
  readonly nothing: string;
  readonly byHand: string;
  readonly passed: string;
  readonly failed: string;
  readonly from: string;
  readonly states: Readonly<Record<"free" | "claimed" | "done" | "stopped", string>>;
  readonly unchanged: string;
  /** What people call a setting; one that is not here stands as it is written. */
  readonly fields: Readonly<Record<string, string>>;
}

export const printWords: Readonly<Record<Language, PrintWords>> = {
  en: {
    report: "Provisioning report",
    certificate: "Certificate of settings",
    labels: "Labels",
    plan: "Plan",
    printed: "Printed",
    row: "Row",
    serialNumber: "Serial number",
    model: "Model",
    firmware: "System",
    site: "Site",
    address: "Address",
    state: "State",
    by: "By",
    bench: "Bench",
    at: "At",
    set: "What was set",
    tests: "Tests from the terminal",
    exceptions: "Exceptions",
    why: "Why it stopped",
    push: "In the history",
    nothing: "nothing",
    byHand: "to be typed on the terminal",
    passed: "passed",
    failed: "failed",
    from: "was",
    states: { free: "not begun", claimed: "under way", done: "done", stopped: "stopped" },
    unchanged: "The terminal had these settings already.",
    fields: {
      "ipv4.method": "How it gets its address",
      "ipv4.address": "Address",
      "ipv4.gateway": "Router address (gateway)",
      "ipv4.dns": "Name servers (DNS)",
    },
  },
  "zh-CN": {
    report: "批量设置报告",
    certificate: "终端设置证明",
    labels: "标签",
    plan: "计划",
    printed: "打印时间",
    row: "行",
    serialNumber: "序列号",
    model: "型号",
    firmware: "系统",
    site: "门店",
    address: "终端地址",
    state: "状态",
    by: "操作人",
    bench: "工位",
    at: "时间",
    set: "设置内容",
    tests: "终端自己测试的结果",
    exceptions: "例外",
    why: "停止原因",
    push: "历史记录编号",
    nothing: "无",
    byHand: "需在终端上输入",
    passed: "通过",
    failed: "未通过",
    from: "原为",
    states: { free: "未开始", claimed: "进行中", done: "已完成", stopped: "已停止" },
    unchanged: "终端原本就是这些设置。",
    fields: {
      "ipv4.method": "地址从哪来",
      "ipv4.address": "终端地址",
      "ipv4.gateway": "路由器地址（网关）",
      "ipv4.dns": "域名服务器（DNS）",
    },
  },
};
